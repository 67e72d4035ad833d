"""What a person wants to be told: their own choice, so nobody else's leave or lock is needed."""

from __future__ import annotations

from collections.abc import Iterable

from processes.models import SilencedHint, User


def silence(*, by: User, codes: Iterable[str]) -> None:
    """Those kinds of hint are not shown to the person any more."""
    for code in codes:
        SilencedHint.objects.get_or_create(user=by, code=code)


def restore(*, by: User, codes: Iterable[str]) -> None:
    """Those kinds of hint are shown again."""
    SilencedHint.objects.filter(user=by, code__in=list(codes)).delete()
