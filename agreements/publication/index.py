"""Keeps what the public list is searched by. Made from the snapshots of a promise, and from nothing else.

Whoever adds a `Publication` or an `Account` calls `refresh`; `rebuild` makes all of it anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import Max
from django.utils.text import slugify
from django.utils.timezone import localdate

from ..chain import canonical, sha256
from ..models import Account, Publication, PublicPage, PublicSpan, PublicWord
from . import pictures, standing

Content = dict[str, Any]
WORD = re.compile(r"\w+", re.UNICODE)


def refresh(promise_id: int) -> PublicPage:
    """Make the promise's public page say what its snapshots say. Call in the transaction that added one."""
    published = list(Publication.objects.filter(version__promise=promise_id).order_by("pk"))
    accounts = list(Account.objects.filter(promise=promise_id).order_by("pk"))
    last, account = published[-1], (accounts[-1] if accounts else None)
    content = json.loads(last.content)
    told = json.loads(account.content) if account else None
    page, is_new = PublicPage.objects.update_or_create(
        promise_id=promise_id,
        defaults={
            **_columns(content),
            "slug": published[0].slug,
            "publication": last,
            "account": account,
            "predecessor": PublicPage.objects.filter(promise=_predecessor(content)).first(),
            "words": _words(content, told and pictures.without(told), last.themes),
            "turn": _turn(promise_id, max(row.at for row in (*published, *accounts))),
            "fingerprint": _fingerprint(published, accounts),
        },
    )
    page.found_by.set(list(_found_by(content, last.themes)))
    page.pictures.set(pictures.still_there(promise_id, told))
    page.spans.all().delete()
    rows = standing.told(content, told, localdate(account.at) if account else None)
    for begins, ends, state in standing.spans(rows):
        PublicSpan.objects.create(page=page, begins=begins, ends=ends, state=state.name)
    if is_new:  # what follows on it may have been published first
        for later in PublicPage.objects.filter(promise__predecessor=promise_id):
            refresh(later.promise_id)
    return page


def rebuild() -> int:
    """Make all pages anew; how many there are. The oldest first: it is pointed at by later ones, and made once."""
    first = Publication.objects.filter(version__promise__isnull=False).order_by("pk")
    promises = list(dict.fromkeys(first.values_list("version__promise", flat=True)))
    for promise_id in promises:
        refresh(promise_id)
    return len(promises)


def missing() -> list[int]:
    """Promises published before there was a list of what is, the oldest first. A page that is there and says something
    else than its snapshots is a fault, to be looked into and not painted over."""
    found = Publication.objects.filter(version__promise__isnull=False, version__promise__public_page=None)
    return list(dict.fromkeys(found.order_by("pk").values_list("version__promise", flat=True)))


def faults() -> Iterator[str]:
    """Published promises that the list knows otherwise than their snapshots, in words."""
    known = dict(PublicPage.objects.values_list("promise", "fingerprint"))
    snapshots: dict[int, tuple[list[Any], list[Any]]] = {}
    for row in (
        Publication.objects.filter(version__promise__isnull=False)
        .order_by("pk")
        .select_related("version")
        .only("sha256", "version__promise")
    ):
        snapshots.setdefault(row.version.promise_id, ([], []))[0].append(row)
    for row in Account.objects.order_by("pk").only("sha256", "promise_id"):
        snapshots.setdefault(row.promise_id, ([], []))[1].append(row)
    for promise_id, (published, accounts) in snapshots.items():
        if known.get(promise_id) != _fingerprint(published, accounts):
            yield f"Löfte {promise_id}: den publika listan stämmer inte med det som är publicerat."


def _columns(content: Content) -> dict[str, Any]:
    return {
        "title": content["title"] or "Löfte utan namn",
        "place": content["area"],
        "local_area": content["local_police_area"],
        "parties": [party["name"] for party in content["parties"]],
        "police_only": [party["kind"] for party in content["parties"]] == ["police"],
        "begins": _day(content["period"]["from"]),
        "ends": _day(content["period"]["to"]),
    }


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def _words(*contents: Any) -> str:
    """Every word of the texts once, in small letters: what a search looks in."""
    text = " ".join(_texts(list(contents)))
    return " ".join(sorted({word.casefold() for word in WORD.findall(text) if not word.isdigit()}))


def _found_by(content: Content, themes: Iterable[str]) -> Iterator[PublicWord]:
    kinds = PublicWord.Kind
    for party in content["parties"]:
        if party["kind"] == "municipality":
            yield _word(kinds.MUNICIPALITY, party["name"])
    if content["local_police_area"]:
        yield _word(kinds.AREA, content["local_police_area"])
    for theme in themes:
        yield _word(kinds.THEME, theme)


def _word(kind: PublicWord.Kind, name: str) -> PublicWord:
    there = PublicWord.objects.filter(kind=kind, name=name).first()
    if there:
        return there
    slug = slugify(name)[:100] or "ord"
    if PublicWord.objects.filter(kind=kind, slug=slug).exists():  # two names that differ in a dot alone
        slug = f"{slug}-{sha256(name)[:8]}"
    return PublicWord.objects.create(kind=kind, name=name, slug=slug)


def _predecessor(content: Content) -> int | None:
    """The number of the promise that this one follows on, as it says itself."""
    return (content.get("predecessor") or {}).get("promise")


def _turn(promise_id: int, moment: datetime) -> int:
    """The moment in microseconds, moved on where another promise already stands at it."""
    turn = int(moment.timestamp() * 1_000_000)
    others = PublicPage.objects.exclude(promise=promise_id)
    while others.filter(turn=turn).exists():
        turn += 1
    return turn


def _fingerprint(published: Iterable[Any], accounts: Iterable[Any]) -> str:
    return sha256(canonical([[row.sha256 for row in published], [row.sha256 for row in accounts]]))


def latest_turn() -> int:
    """When anything was last published, in microseconds; nought when nothing is."""
    found: int | None = PublicPage.objects.aggregate(latest=Max("turn"))["latest"]
    return found or 0
