"""What others have done that is like an activity being planned, and how it went (AKT-2): asked before one chooses.

Two sources: the plans of other rounds that the person may see, with their outcome; and, of closed rounds that
the person has no part in, what their published promises say – the snapshot, and nothing beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from agreements.keeping import Target, done_of, judge
from agreements.models import Outcome, Publication
from processes import queries
from processes.method import Row, get_method
from processes.models import Activity, Process, User
from processes.plan.likeness import shared
from processes.plan.words import period_words, target_words

from .terms import promised, signed

NEWEST, PUBLISHED, SHOWN = 300, 60, 10
PLAN = "activity_plan"


@dataclass(frozen=True, slots=True)
class Sought:
    """What is being planned: chosen technique, type and theme, and the words of it and of its cause."""

    technique: str = ""
    type_id: int | None = None
    theme_id: int | None = None
    text: str = ""

    def likeness(self, row: dict[str, Any]) -> int:
        """How like an activity it is; nought when not at all."""
        same = (
            2 * bool(self.technique and self.technique == row.get("technique"))
            + bool(self.type_id and self.type_id == row.get("type_id"))
            + bool(self.theme_id and self.theme_id == row.get("theme_id"))
        )
        return same + shared(self.text, f"{row['what']} {row.get('cause_text') or ''}")


def found(user: User, round_: Process, sought: Sought) -> list[dict[str, Any]]:
    """The activities most like it, newest first among those equally like; at most ten. Three queries."""
    rows = [*_planned(user, round_), *_published(user)]
    like = [(likeness, row) for row in rows if (likeness := sought.likeness(row))]
    best = [row for _, row in sorted(like, key=lambda pair: (-pair[0], pair[1]["age"]))[:SHOWN]]
    results = outcomes(row["id"] for row in best if row["id"])
    return [_shown(row, results.get(row["id"])) for row in best]


def _planned(user: User, round_: Process) -> Iterable[dict[str, Any]]:
    """The newest activities of the other rounds the person may see."""
    rounds = queries.rounds_of(user).exclude(pk=round_.pk).values("pk")
    rows = (
        Activity.objects.filter(process__in=rounds)
        .exclude(what="")
        .annotate(
            cause_text=F("cause__text"),
            theme_id=F("focus_area__theme_id"),
            round_title=F("process__title"),
            begins=F("process__period_start"),
            ends=F("process__period_end"),
            signed=signed(),
        )
        .order_by("-pk")
        .values()[:NEWEST]
    )
    for age, row in enumerate(rows):
        yield {**row, "age": age}


def _published(user: User) -> Iterable[dict[str, Any]]:
    """What published promises of closed rounds say that they would do, where the person has no part."""
    own = queries.rounds_of(user).values("pk")
    rows = (
        Publication.objects.filter(version__promise__process__closed_on__isnull=False)
        .exclude(version__promise__process__in=own)
        .order_by("-pk")
        .values("slug", "content")[:PUBLISHED]
    )
    for age, row in enumerate(rows):
        content = json.loads(row["content"])
        for activity in content["activities"]:
            yield {"id": None, "age": age, "slug": row["slug"], "content": content, **activity}


def outcomes(activity_ids: Iterable[int]) -> dict[int, Row]:
    """What was last said of each activity, with its log in figures."""
    rows = (
        Outcome.objects.filter(activity__in=list(activity_ids))
        .annotate(**Outcome.FACTS())
        .order_by("pk")
        .values()
    )
    return {row["activity_id"]: Row(Outcome._meta.label, row["id"], row) for row in rows}


def _shown(row: dict[str, Any], outcome: Row | None) -> dict[str, Any]:
    """One find, ready to read, and what choosing it fills in."""
    if row["id"] is None:
        content = row["content"]
        where, url = content["title"], reverse("agreements:public_promise", args=[row["slug"]])
        when = period_words(content["period"]["from"], content["period"]["to"])
        return _line(row["what"], target_words(row["target"]), where, when, url)
    step = get_method()[PLAN]
    url = reverse("processes:step", args=[row["process_id"], step.slug])
    when = period_words(*(day.isoformat() if day else "" for day in (row["begins"], row["ends"])))
    terms = promised(row, row["begins"], row["ends"])
    line = _line(terms.what, target_words(terms.told), row["round_title"], when, url)
    return line | _how_it_went(terms.target, outcome)


def _line(what: str, target: str, where: str, when: str, url: str) -> dict[str, Any]:
    return {
        "what": what,
        "target": target,
        "where": f"{where}, {when}" if when else where,
        "url": url,
        "reference": f"”{what}”, {where}{f' {when}' if when else ''}"[:300],
        "kept": "",
        "effect": "",
        "improve": "",
    }


def _how_it_went(target: Target, outcome: Row | None) -> dict[str, str]:
    """Whether the promise was kept, what effect was seen and what could be better."""
    if outcome is None:
        return {"kept": "Inte uppföljd än"}
    result = judge(target, done_of(outcome), target.ends or timezone.localdate())
    effect = dict(Outcome.Effect.choices).get(outcome.effect, "")
    return {"kept": result.kept.value, "effect": str(effect), "improve": outcome.improve}


def beside(here: Any, form: Any) -> dict[str, Any]:
    """For the form of an activity: what is like the one that is being written."""
    facts = here.facts

    def chosen(name: str) -> int | None:
        value = str(form[name].value() or "")
        return int(value) if value.isdecimal() and len(value) < 19 else None

    cause = facts.get("processes.Cause", chosen("cause"))
    focus = facts.get("processes.FocusArea", chosen("focus_area") or (cause.focus_area_id if cause else None))
    sought = Sought(
        technique=str(form["technique"].value() or ""),
        type_id=chosen("type"),
        theme_id=focus.theme_id if focus else None,
        text=f"{form['what'].value() or ''} {cause.text if cause else ''}",
    )
    return {"rows": found(here.user, here.round, sought)}
