"""What was promised in the same area before, how it went, and what the staff said then: VAD begins with it (MED-10)."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from dialogs.models import Proposal
from dialogs.staff import what_meeting
from dialogs.staff.fates import BECAME
from processes import queries
from processes.documents.deck import Deck
from processes.method import Row, get_method
from processes.models import Activity, Process, User
from processes.pages.values import name_of
from processes.plan.words import target_words

from .experience.like import outcomes
from .experience.terms import in_a_promise, promised, signed
from .keeping import Done, done_of, judge
from .kept_panel import logged
from .models import Outcome, SealedDocument

ROUNDS, MOST = 2, 12


def before(user: User, round_: Process) -> list[Process]:
    """The latest earlier rounds of the area, or of a place within it, that the person may see and in which
    a promise was signed. A round that is still going on is earlier when it began earlier."""
    sealed = SealedDocument.objects.values("version__promise__process")
    began = Q(closed_on__isnull=False) | Q(period_start__lt=round_.period_start)
    found = (
        queries.rounds_of(user)
        .filter(began, area__path__startswith=round_.area.path, pk__in=sealed)
        .exclude(pk=round_.pk)
    )
    return list(found.order_by("-period_start", "-pk")[:ROUNDS])


def panel(here: Any) -> dict[str, Any]:
    """Of each earlier round: promised and outcome, and what the staff said and what became of it."""
    rounds = before(here.user, here.round)
    keys = [round_.pk for round_ in rounds]
    promised, said = _promised(keys), _said(keys)
    return {
        "rounds": [
            {
                "title": round_.title,
                "url": reverse("processes:step", args=[round_.pk, get_method()["follow_up"].slug]),
                "closed": round_.closed_on is not None,
                "promised": promised.get(round_.pk, []),
                "said": said.get(round_.pk, []),
            }
            for round_ in rounds
        ]
    }


def deck(here: Any) -> Deck:
    """VAD as a presentation (BIL-6), which begins with what was promised before."""
    return what_meeting.deck(here, panel(here)["rounds"])


def _promised(rounds: list[int]) -> dict[int, list[dict[str, Any]]]:
    """The activities of each round that were promised, beside what came of them so far. Three queries."""
    rows = list(
        Activity.objects.filter(in_a_promise(), process__in=rounds)
        .exclude(what="")
        .annotate(signed=signed())
        .order_by("pk")
        .select_related("process")
    )
    keys = [row.pk for row in rows]
    followed, done = outcomes(keys), logged(keys)
    found: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        own = found.setdefault(row.process_id, [])
        if len(own) < MOST:
            own.append(_went(row, followed.get(row.pk), done.get(row.pk, Done())))
    return found


def _went(row: Activity, outcome: Row | None, done: Done) -> dict[str, Any]:
    """One activity: what was promised, and how it stands by the follow-up or else by the log."""
    terms = promised(vars(row), row.process.period_start, row.process.period_end)
    result = judge(terms.target, done_of(outcome) if outcome else done, timezone.localdate())
    return {
        "what": terms.what,
        "target": target_words(terms.told),
        "kept": result.kept.value,
        "effect": str(dict(Outcome.Effect.choices).get(outcome.effect, "")) if outcome else "",
        "improve": outcome.improve if outcome else "",
    }


def _said(rounds: list[int]) -> dict[int, list[dict[str, str]]]:
    """What the staff said in each round, and what became of it."""
    rows = list(
        Proposal.objects.filter(dialog__processes__in=rounds)
        .exclude(text="")
        .order_by("pk")
        .values("text", "declined", "adopted_model", "adopted_id", "dialog__group", "dialog__processes")
    )
    names = _names({(row["adopted_model"], row["adopted_id"]) for row in rows if row["adopted_id"]})
    found: dict[int, list[dict[str, str]]] = {}
    for row in rows:
        own = found.setdefault(row["dialog__processes"], [])
        if len(own) < MOST:
            own.append({"text": row["text"], "group": row["dialog__group"], "fate": _fate(row, names)})
    return found


def _names(wanted: set[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """What the rows are called; one query for each kind of row."""
    found = {}
    for label in {label for label, _ in wanted} & BECAME.keys():
        keys = [key for own, key in wanted if own == label]
        for obj in apps.get_model(label)._base_manager.filter(pk__in=keys):
            found[label, obj.pk] = name_of(obj)
    return found


def _fate(row: dict[str, Any], names: dict[tuple[str, int], str]) -> str:
    if row["adopted_id"]:
        title = names.get((row["adopted_model"], row["adopted_id"]), "")
        return f"Blev {BECAME.get(row['adopted_model'], 'en del av arbetet')}{f' ”{title}”' if title else ''}"
    return f"Gick inte vidare: {row['declined']}" if row["declined"] else ""
