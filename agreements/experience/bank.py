"""The activities of closed promises, with outcome and cost: searched in a bounded number of queries (PRO-7, UPP-5).

What the person may see comes from the rounds they have a role in. Of all other rounds only what their promises
have published is told: what was promised, and where its outcome is read. Hours are the parties' own (LOF-8).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.urls import reverse
from django.utils import timezone

from agreements.keeping import FAILED, Kept, done_of, judge
from agreements.kept_panel import STATUS, done_words
from agreements.models import Outcome, PromiseFocus, PublicPage, PublicSpan, PublicWord
from agreements.steps.citizen_promise import STEP
from processes import queries
from processes.method import Gate, Row, get_method
from processes.models import Activity, ActivityAim, ActivityParty, Decision, Term, User
from processes.models.problem import Side
from processes.plan.words import days_words, number_text, period_words, swedish, target_words

from .like import outcomes
from .terms import promised, signed

SCANNED, SHOWN, WORDS, PUBLISHED = 300, 20, 6, 20
KEPT, NOT_KEPT = "hallet", "inte"
WENT = {
    KEPT: "Hållet",
    NOT_KEPT: "Delvis eller inte hållet",
    "behov": "Inget behov uppstod",
    "okant": "Ej redovisat",
}
_WENT = {
    KEPT: frozenset({Kept.KEPT}),
    NOT_KEPT: FAILED,
    "behov": frozenset({Kept.NO_NEED}),
    "okant": frozenset({Kept.NOT_REPORTED}),
}
COST = {
    "20": "Högst 20 timmar",
    "80": "Högst 80 timmar",
    "200": "Högst 200 timmar",
    "mer": "Mer än 200 timmar",
}
_MOST = 200
Shown = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is sought: any of it may be left out. `before` is the key that the page begins after."""

    text: str = ""
    themes: tuple[int, ...] = ()
    side: str = ""
    technique: str = ""
    type_id: int | None = None
    went: str = ""
    cost: str = ""
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """The finds, and the key to go on from when there may be more."""

    rows: list[Shown]
    older: int | None


def closed() -> QuerySet:
    """The promises that have been closed."""
    made = Decision.objects.filter(
        step=STEP.key, subject_model=STEP.record, gate=Gate.CLOSE, outcome=Decision.Outcome.DONE
    )
    return made.values("subject_id")


def search(user: User, asked: Asked) -> Page:
    """The newest that answer to what is sought, kept or not. Two queries.

    How it went and what it cost is computed: a page may look through many to find few, and goes on where it stopped.
    """
    looked = list(_activities(user, asked)[: SCANNED + 1])
    more, looked = len(looked) > SCANNED, looked[:SCANNED]
    followed = outcomes(row["id"] for row in looked)
    found: list[Shown] = []
    for row in looked:
        shown = _shown(row, followed.get(row["id"]))
        if (not asked.went or shown["state"] in _WENT[asked.went]) and _costs(asked.cost, shown["hours"]):
            found.append(shown)
        if len(found) > SHOWN:
            return Page(found[:SHOWN], found[SHOWN - 1]["key"])
    return Page(found, looked[-1]["id"] if more else None)


def _activities(user: User, asked: Asked) -> QuerySet:
    focus = PromiseFocus.objects.filter(promise__in=closed()).values("focus_area")
    rows = Activity.objects.filter(
        process__in=queries.rounds_of(user).values("pk"), focus_area__in=focus
    ).exclude(what="")
    if asked.themes:
        rows = rows.filter(focus_area__theme__in=asked.themes)
    if asked.side:
        further = ActivityAim.objects.filter(activity=OuterRef("pk"))
        side = Q(side=asked.side) | Q(side="", cause__side=asked.side)
        rows = rows.filter(side | Exists(further.filter(Q(side=asked.side) | Q(cause__side=asked.side))))
    if asked.technique:
        rows = rows.filter(technique=asked.technique)
    if asked.type_id:
        rows = rows.filter(type=asked.type_id)
    if asked.before:
        rows = rows.filter(pk__lt=asked.before)
    for word in asked.text.split()[:WORDS]:
        said = Outcome.objects.filter(activity=OuterRef("pk"))
        lessons = Exists(said.filter(_says(word, "improve", "explanation")))
        rows = rows.filter(
            _says(word, "what", "focus_area__title", "cause__text", "process__title", "process__area__name")
            | lessons
        )
    planned = ActivityParty.objects.filter(activity=OuterRef("pk")).order_by().values("activity")
    return rows.order_by("-pk").values(
        "id", "process_id", "what", "place", "target_kind", "target_value", "target_unit", "what_counts",
        "no_number_reason", "technique", "side", "period_start", "period_end",
        signed=signed(),
        planned=Subquery(planned.annotate(sum=Sum("hours")).values("sum")),
        cause_text=F("cause__text"),
        cause_side=F("cause__side"),
        problem=F("focus_area__title"),
        theme_id=F("focus_area__theme"),
        theme=F("focus_area__theme__label"),
        kind=F("type__label"),
        round_title=F("process__title"),
        area=F("process__area__name"),
        begins=F("process__period_start"),
        ends=F("process__period_end"),
    )  # fmt: skip


def _says(word: str, *fields: str) -> Q:
    """The word in any of the fields, in capitals or not: SQLite knows no case beyond A to Z."""
    found = Q()
    for form in {word, word.lower(), word.capitalize()}:
        for field in fields:
            found |= Q(**{f"{field}__icontains": form})
    return found


def _shown(row: dict[str, Any], outcome: Row | None) -> Shown:
    """One activity: for which problem, against what, what came of it, what it cost and what was learnt."""
    terms = promised(row, row["begins"], row["ends"])
    done, until = done_of(outcome), terms.target.ends or row["ends"]
    result = judge(terms.target, done, until)
    kept = result.kept
    side = row["side"] or row["cause_side"] or ""
    return {
        "key": row["id"],
        "what": terms.what,
        "theme_id": row["theme_id"],
        "problem": " · ".join(filter(None, (row["problem"], row["theme"]))),
        "against": row["cause_text"] or "",
        "side": str(Side(side).label) if side in Side.values else "",
        "kind": row["kind"] or "",
        "target": target_words(terms.told),
        "done": done_words(terms.target, done, result, until),
        "state": kept,
        "kept": kept.value,
        "status": STATUS[kept],
        "failed": kept in FAILED,
        "effect": str(dict(Outcome.Effect.choices).get(outcome.effect, "")) if outcome else "",
        "lesson": outcome.improve if outcome else "",
        "why": outcome.explanation if outcome else "",
        "hours": _hours(row["planned"], outcome),
        "cost": _cost(row["planned"], outcome),
        "where": ", ".join(filter(None, (row["area"], days_words(row["begins"], row["ends"])))),
        "url": reverse("processes:step", args=[row["process_id"], get_method()["follow_up"].slug]),
    }


def _hours(planned: int | None, outcome: Row | None) -> Decimal | None:
    """What it cost: the hours used, until they are known those planned."""
    if outcome and outcome.hours:
        return Decimal(str(outcome.hours))
    return None if planned is None else Decimal(planned)


def _costs(asked: str, hours: Decimal | None) -> bool:
    """Whether it cost what is asked for. Of what nobody has put hours on nothing is known."""
    if not asked:
        return True
    if hours is None:
        return False
    return hours <= int(asked) if asked.isdigit() else hours > _MOST


def _cost(planned: int | None, outcome: Row | None) -> str:
    """Hours used beside hours planned, as far as they are known."""
    used = Decimal(str(outcome.hours)) if outcome and outcome.hours else None
    if used is not None:
        of = f" av {planned} planerade" if planned is not None else ""
        return f"{swedish(number_text(used))}{of} timmar"
    return f"{planned} planerade timmar" if planned is not None else ""


def tried(user: User, themes: Iterable[int], *, most: int = 4) -> dict[int, list[Shown]]:
    """Of each theme some of what has been tried: the newest, and of these what failed beside what did not."""
    wanted = tuple(themes)
    found: dict[int, list[Shown]] = {}
    if not wanted:
        return found
    looked = list(_activities(user, Asked(themes=wanted))[:SCANNED])
    followed = outcomes(row["id"] for row in looked)
    for row in looked:
        found.setdefault(row["theme_id"], []).append(_shown(row, followed.get(row["id"])))
    return {theme: _both(rows, most) for theme, rows in found.items()}


def _both(rows: list[Shown], most: int) -> list[Shown]:
    failed = [row for row in rows if row["failed"]]
    others = [row for row in rows if not row["failed"]]
    room = max(most // 2, most - len(others))
    chosen = [*others[: most - min(len(failed), room)], *failed[:room]]
    return sorted(chosen, key=lambda row: -row["key"])


def published(user: User, asked: Asked) -> Iterator[Shown]:
    """What closed promises of other rounds have published, by words, theme and how it went: the snapshot, and nothing
    beside it. One query."""
    today = timezone.localdate()
    now = PublicSpan.objects.filter(begins__lte=today, ends__gte=today)
    own = queries.rounds_of(user).values("pk")
    rows = PublicPage.objects.filter(promise__in=closed()).exclude(promise__process__in=own)
    if asked.themes:
        labels = Term.objects.filter(pk__in=asked.themes).values("label")
        words = PublicWord.objects.filter(kind=PublicWord.Kind.THEME, name__in=labels)
        rows = rows.filter(
            pk__in=PublicPage.found_by.through.objects.filter(publicword__in=words).values("publicpage")
        )
    if asked.went:
        rows = rows.filter(
            pk__in=now.filter(state__in=[kept.name for kept in _WENT[asked.went]]).values("page")
        )
    for word in asked.text.split()[:WORDS]:
        rows = rows.filter(words__contains=word.casefold())
    state = Subquery(now.filter(page=OuterRef("pk")).values("state")[:1])
    found = rows.order_by("-turn").annotate(state=state).values("slug", "publication__content", "state")
    for row in found[:PUBLISHED]:
        content = json.loads(row["publication__content"])
        yield {
            "title": content["title"],
            "where": f"{content['area']}, {period_words(content['period']['from'], content['period']['to'])}",
            "kept": Kept[row["state"]].value if row["state"] else "",
            "status": STATUS[Kept[row["state"]]] if row["state"] else "",
            "activities": [activity["what"] for activity in content["activities"]],
            "url": reverse("agreements:public_promise", args=[row["slug"]]),
        }
