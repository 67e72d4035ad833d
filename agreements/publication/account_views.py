"""Publicera läget: exactly what will be public, what is new in it, and the two presses that make it so."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from processes.pages.refusal import stopped
from processes.pages.values import day
from processes.personal_data import Kind, kinds
from processes.plan.words import day_words, swedish
from processes.views.here import InStep, enter_step, once, require
from processes.writing import Refused

from ..models import Account
from ..steps.citizen_promise import STEP
from . import accounting, pictures, shown
from .accounting import Draft, can_clear, can_publish
from .public_views import address

TITLE = "Publicera läget"
Content = dict[str, Any]


def _enter(request: HttpRequest, pk: int, promise: int, may: Any = can_publish) -> tuple[InStep, Draft]:
    here = enter_step(request, pk, STEP.slug, promise)
    require(may(here.actor))
    draft = accounting.drafts(here.method, here.facts).get(promise)
    if draft is None:
        raise Http404("Sidan finns inte.")
    return here, draft


@require_safe
def account(request: HttpRequest, pk: int, promise: int) -> HttpResponse:
    """What will be public, as citizens will read it."""
    here, draft = _enter(request, pk, promise)
    return _page(here, draft)


def _page(
    here: InStep, draft: Draft, why: Refused | None = None, url: str = "", status: int = 200
) -> HttpResponse:
    today, promise = here.facts.today, here.subject
    args = [here.round.pk, promise.id]
    before = _before(draft)
    slug = _slug(here)
    may_clear = bool(can_clear(here.actor))
    personal = _personal(draft)
    context = {
        "title": TITLE,
        "refusal": why and stopped(why, here, url),
        "promise": promise.title,
        "goes": shown.standing_of(
            draft.promised, draft.content, today, today, pictures.of_round(here.round.pk)
        ),
        "effects": shown.effects(draft.promised, draft.content),
        "events": shown.events(draft.content, ()),
        "coming": shown.coming(draft.promised, draft.content, today),
        "changes": list(differences(before, draft.content)),
        "before": f"{day(draft.before.at)} av {draft.before.by_name}" if draft.before else "",
        "is_new": draft.is_new,
        "personal": personal,
        "cleared": f"{draft.clearance.by_name} {day(draft.clearance.at)}" if draft.clearance else "",
        "clear_url": reverse("agreements:clear", args=args)
        if may_clear and draft.is_new and not draft.clearance and not personal
        else "",
        "publish_url": reverse("agreements:publish_account", args=args) if _offered(here, draft) else "",
        "waits": draft.is_new and not draft.clearance and not may_clear,
        "public_url": address(slug),
        "sha256": draft.sha256,
        "idem": uuid.uuid4().hex,
        "crumbs": here.trail(TITLE),
    }
    return here.page("agreements/account.html", context, status=status)


def _personal(draft: Draft) -> bool:
    return Kind.PERSON in kinds(*pictures.spoken(draft.content))


def _offered(here: InStep, draft: Draft) -> bool:
    """Whether the person may make it public now; if not, the action says why."""
    cleared = bool(draft.clearance or can_clear(here.actor))
    return draft.is_new and not _personal(draft) and cleared


def _slug(here: InStep) -> str:
    versions = {row.id for row in here.facts.rows("agreements.DocumentVersion", promise_id=here.subject.id)}
    return next(row.slug for row in here.facts.rows("agreements.Publication") if row.version_id in versions)


def _before(draft: Draft) -> Content | None:
    if draft.before is None:
        return None
    return json.loads(Account.objects.values_list("content", flat=True).get(pk=draft.before.id))


def lines(content: Content) -> Iterator[tuple[str, str]]:
    """The account as lines, (what it is about, what is said), to be held against another."""
    for a in content["activities"]:
        figures = [f"{a['times']} tillfälle{'' if a['times'] == 1 else 'n'}"] if a["times"] else []
        figures += [f"{swedish(a['amount'])} räknade mot målet"] if a["times"] else []
        figures += [f"{swedish(a['hours'])} timmar"] if a["hours"] else []
        yield a["what"], ", ".join(figures) or ("inget gjort" if a["told"] else "inget redovisat")
        if a["explanation"]:
            yield a["what"], f"Därför att: {a['explanation']}"
        for picture in a.get("pictures", ()):
            yield a["what"], f"Bild: {picture['alt']}"
    for row in content["changes"]:
        yield row["activity"], f"Ändrat {day_words(row['on'])}: {row['what']} Varför: {row['why']}"
    for row in content["feedback"]:
        yield f"Berättat {day_words(row['on'])}", row["text"]
    for row in content["effects"]:
        beside = f", jämförbart område {swedish(row['comparison'])}" if row["comparison"] else ""
        yield row["text"], f"{swedish(row['value'])}{beside}. {row['caution']}".strip()
    for row in content["coming"]:
        yield day_words(row["on"]), row["what"]
    if content["closed"]:
        yield "Löftet", f"Avslutat {day_words(content['closed'])}"


def differences(before: Content | None, after: Content) -> Iterator[dict[str, str]]:
    """What is new, and what stands there no longer, since the last time."""
    old, new = list(lines(before)) if before else [], list(lines(after))
    for kind, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from ({"about": about, "text": text, "kind": "gone"} for about, text in old[a:b])
            yield from ({"about": about, "text": text, "kind": "new"} for about, text in new[c:d])


def _act(here: InStep, draft: Draft, act: Callable[[], Any], done: str, to: str) -> HttpResponse:
    def run() -> str:
        act()
        messages.success(here.request, done)
        return to

    try:
        return once(here.request, run)
    except Refused as refused:
        return _page(here, draft, refused, status=409)


@require_POST
def clear(request: HttpRequest, pk: int, promise: int) -> HttpResponse:
    """The leader says that what was shown may be published."""
    here, draft = _enter(request, pk, promise, can_clear)
    values = {"by": here.user, "round_": here.round, "promise_id": promise}
    return _act(
        here,
        draft,
        lambda: accounting.clear(**values, shown=request.POST.get("fingeravtryck", "")[:64]),
        "Läget får publiceras. Kommunikatören ser det på sitt arbete.",
        reverse("agreements:account", args=[pk, promise]),
    )


@require_POST
def publish(request: HttpRequest, pk: int, promise: int) -> HttpResponse:
    """Make public what was shown."""
    here, draft = _enter(request, pk, promise)
    read = bool(request.POST.get("last"))
    if _offered(here, draft) and not read:
        return _page(here, draft, accounting.Unread(), "#id_last", status=422)
    values = {"by": here.user, "round_": here.round, "promise_id": promise}
    return _act(
        here,
        draft,
        lambda: accounting.publish(**values, shown=request.POST.get("fingeravtryck", "")[:64], read=read),
        "Läget är publicerat.",
        reverse("agreements:account", args=[pk, promise]),
    )
