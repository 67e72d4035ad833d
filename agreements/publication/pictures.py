"""Pictures of what was done, for everyone: by their fingerprints in the account, and as long as they are there (ATE-2).

An account is never changed, but a picture can be taken back. So the index holds which of the account's pictures are
still there (`PublicPage.pictures`): with its row a picture leaves every public page at once, and its file with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from processes.personal_data import texts
from processes.plan.words import iso

from ..models import LogPicture, PromiseFocus, PublicPage

Content = dict[str, Any]


def told(activity_ids: Iterable[int]) -> dict[int, list[Content]]:
    """The pictures of each activity that may be shown to everyone, the latest first. One query."""
    rows = _open().filter(log__activity__in=list(activity_ids)).order_by("-log__done_on", "-pk")
    found: dict[int, dict[str, Content]] = defaultdict(dict)
    for row in rows.select_related("log"):
        found[row.log.activity_id][row.sha256] = {
            "sha256": row.sha256,
            "alt": row.alt,
            "width": row.width,
            "height": row.height,
            "on": iso(row.log.done_on),
        }
    return {activity: list(own.values()) for activity, own in found.items()}


def _open() -> QuerySet[LogPicture]:
    """None may be shown to everyone without words for those who can't see it."""
    return LogPicture.objects.filter(public=True).exclude(alt="")


def of_account(account: Content | None) -> Iterator[Content]:
    """The pictures that an account tells of."""
    for activity in account["activities"] if account else ():
        yield from activity.get("pictures", ())


def without(account: Content, but: Container[str] = ()) -> Content:
    """The account as it reads without its pictures, but those with a fingerprint among these."""
    kept = [
        a | {"pictures": [p for p in a["pictures"] if p["sha256"] in but]} if "pictures" in a else a
        for a in account["activities"]
    ]
    return account | {"activities": kept}


def spoken(account: Content) -> Iterator[str]:
    """Every text of an account, for whoever looks for personal data: a fingerprint is none, and looks like it."""
    yield from texts(without(account))
    yield from (picture["alt"] for picture in of_account(account))


def still_there(promise_id: int, account: Content | None) -> QuerySet[LogPicture]:
    """Those of the account's pictures that nobody has taken back, for the index."""
    digests = {picture["sha256"] for picture in of_account(account)}
    focus = PromiseFocus.objects.filter(promise=promise_id).values("focus_area")
    return _open().filter(sha256__in=digests, log__activity__focus_area__in=focus)


def of_page(page: PublicPage, account: Content | None) -> dict[str, str]:
    """Where each picture of the account is, by its fingerprint, of those that are still there."""
    if not any(of_account(account)):
        return {}
    digests = page.pictures.filter(public=True).values_list("sha256", flat=True)
    return {digest: address(page.slug, digest) for digest in digests}


def address(slug: str, digest: str) -> str:
    """Where anyone can see a picture."""
    return reverse("agreements:public_picture", args=[slug, digest])


def of_round(round_id: int) -> dict[str, str]:
    """Where those who work in the round see its pictures before they are public."""
    rows = _open().filter(log__process=round_id).values_list("sha256", "pk")
    return {digest: reverse("agreements:log_picture", args=[round_id, pk]) for digest, pk in rows}
