"""A feedback as text for other channels, to copy."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from agreements.content import focus_of
from agreements.steps.feedback import STEP
from processes import policies
from processes.criteria import AUDIENCES
from processes.method import Facts, Ground, Row
from processes.pages import links
from processes.pages.values import day
from processes.views.here import InStep, enter, within

from .channels import CHANNELS, Told
from .public import ACTIVITY, PROMISE


@require_safe
def texts(request: HttpRequest, pk: int, feedback: int) -> HttpResponse:
    """The same text as a short post, for the web, and as a letter: each in a field, to copy and use."""
    here = enter(request, pk)
    row = here.facts.get("processes.Feedback", feedback)
    if row is None or here.method[row.step].ground is not Ground.JOINT or not row.text.strip():
        raise Http404("Sidan finns inte.")
    here = within(here, here.method[STEP.key])
    told = _told(here, row)
    step = here.method[row.step]
    can = policies.can_edit(here.actor, step)
    context = {
        "title": "Texten för andra kanaler",
        "lead": "En text, skriven en gång. Kopiera den som passar och ändra den där du använder den.",
        "who": ", ".join(AUDIENCES[key] for key in row.audiences),
        "when": day(row.given_on) or "inte berättat än",
        "about": told.about or told.promise,
        "public": row.public,
        "texts": [
            {"id": key, "title": title, "hint": hint, "text": text(told), "rows": rows}
            for key, title, hint, text, rows in CHANNELS
        ],
        "edit_url": links.at("edit_feedback", pk, step, row.subject_id, row.id) if can else "",
        "back_url": here.url,
        "crumbs": here.trail("Texten för andra kanaler"),
    }
    return here.page("agreements/feedback_texts.html", context)


def _told(here: InStep, row: Row) -> Told:
    facts = here.facts
    activity = facts.get(ACTIVITY, row.about_id) if row.about_model == ACTIVITY else None
    promise = _promise(facts, row, activity)
    slug = _slug(facts, promise)
    url = here.request.build_absolute_uri(reverse("agreements:public_promise", args=[slug])) if slug else ""
    return Told(
        row.text,
        activity.what if activity else "",
        promise.title if promise else "",
        url,
        promise.follow if promise else "",
    )


def _promise(facts: Facts, row: Row, activity: Row | None) -> Row | None:
    """The promise it tells of, a published one before others; none when it tells of several."""
    if row.about_model == PROMISE:
        return facts.get(PROMISE, row.about_id)
    found = [
        promise
        for promise in facts.rows(PROMISE)
        if activity is None or activity.focus_area_id in focus_of(facts, promise)
    ]
    public = [promise for promise in found if _slug(facts, promise)]
    found = public or found
    return found[0] if len(found) == 1 else None


def _slug(facts: Facts, promise: Row | None) -> str:
    """The address of the promise's latest published version."""
    if promise is None:
        return ""
    own = {version.id for version in facts.rows("agreements.DocumentVersion", promise_id=promise.id)}
    found = [row.slug for row in facts.rows("agreements.Publication") if row.version_id in own]
    return found[-1] if found else ""
