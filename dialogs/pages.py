"""What the dialogues add to the pages of the steps below."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from processes import reach as reached
from processes.criteria import told
from processes.pages import documents, joint
from processes.pages.links import Ways
from processes.policies import can_see_step

from . import reach_page
from .criteria import THEN
from .said import queries
from .steps.citizen_dialog import STEP, TEXTS
from .texts.parts import times
from .texts.writer import SLUGS, own

CLOSING, ANSWER = "innan-vi-slutar", "aterkoppling"


def matrix(here: Any) -> dict[str, Any]:
    """The problems side by side, each with the way to what citizens have said of it."""
    data = joint.matrix(here)
    sees = can_see_step(here.actor, STEP)
    url = reverse("dialogs:views", args=[here.round.pk])
    about = queries.commonest(here.round)
    for problem in data["problems"]:
        problem["views_about"] = about.get(problem["id"], "")
        problem["views_url"] = f"{url}?problem={problem['id']}" if sees and problem["views_total"] else ""
    return data


def reach(here: Any) -> dict[str, Any]:
    """Whom the dialogue reached, beside who lives in the area, and where that is written in."""
    found = reached.of_dialog(here.facts, here.subject)
    groups, parts = Ways(here, "nadda"), Ways(here, "delar")
    rows = here.facts.rows("dialogs.ReachedPart", dialog_id=here.subject.id)
    return {
        "total": found.total,
        "compared": reach_page.shown(found, f"nadda-{here.subject.id}"),
        "caution": reach_page.caution(found),
        "url": groups.form(),
        "parts": [
            {
                "name": row.name or "Del utan namn",
                "edit_url": parts.edit(row),
                "remove_url": parts.remove(row),
            }
            for row in rows
        ]
        if parts.can_edit
        else [],
        "add_url": parts.add(),
        **reach_page.population(here, found),
    }


def unheard(here: Any) -> dict[str, Any]:
    """Who has and who hasn't been heard in the round, to be seen before focus areas are chosen (FAL-12)."""
    found = reached.of_round(here.facts)
    without = [
        row
        for row in here.facts.rows("dialogs.CitizenDialog")
        if row.held_on and row.held_on <= here.facts.today and row.reached_total is None
    ]
    return {
        "dialogs": found.dialogs,
        "total": found.total,
        "groups": reach_page.unheard(found),
        "compared": reach_page.shown(found, "horda"),
        "caution": reach_page.caution(found),
        "without": [STEP.title_of(row) for row in without],
        **reach_page.population(here, found),
    }


def texts(here: Any) -> dict[str, Any]:
    """The dialogue's texts: whose each is now, and where it is read, changed and printed."""
    facts, dialog = here.facts, here.subject
    titles = {doc.key: doc.title for doc in TEXTS}
    found = _told_before_it_ends(here)
    if found and (slug := found["slug"]):
        found["title"] = titles[slug]
        found["url"] = reverse("dialogs:text", args=[here.round.pk, dialog.id, slug])
    return {
        "reminder": found,
        "texts": [
            {
                "title": doc.title,
                "hint": doc.hint,
                "url": reverse("dialogs:text", args=[here.round.pk, dialog.id, doc.key]),
                "own": own(SLUGS[doc.key], facts, dialog) is not None,
                "files": documents.files(here, doc),
            }
            for doc in TEXTS
        ],
    }


def _told_before_it_ends(here: Any) -> dict[str, str] | None:
    """That those who take part are to be told what happens now, before they go; and afterwards, whether they were."""
    facts, dialog = here.facts, here.subject
    if dialog.told_next or dialog.cancelled_reason:
        return None
    days = [row.held_on for row in times(facts, dialog)] or [dialog.held_on or dialog.planned_on]
    answer = Ways(here, THEN).form("told_next")
    if facts.today in days:
        text = "Dialogen hålls i dag. Berätta innan någon går vad som händer nu, när, och med de resurser som finns."
        return {"text": text, "slug": CLOSING, "answer": answer}
    if not dialog.held_on or dialog.held_on > facts.today:
        return None
    if dialog.told_next is None:
        text = "Fick deltagarna veta vad som händer nu, när, och att det görs med de resurser som finns?"
        return {"text": text, "slug": "", "answer": answer}
    text = "Deltagarna fick inte veta vad som händer nu. Berätta det i svaret till dem: tidplanen står där."
    return {"text": text, "slug": ANSWER, "answer": ""} if "citizens" not in told(facts, dialog) else None
