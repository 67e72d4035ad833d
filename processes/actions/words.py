"""The word lists are kept by the police's administrators, for all parties alike (X-17)."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from processes import policies, queries
from processes.models import Term, User
from processes.writing import Refused, current, demand, write

MOST = 200  # words in use in one list: more can't be chosen from


def _keeper(by: User) -> None:
    demand(policies.can_keep_lists(queries.roles_in_police(by)))


def _named(words: str, label: str, besides: Term | None = None) -> str:
    """The word as it will stand. Refused when it is there already, in whatever letters."""
    label = " ".join(label.split())
    for term in Term.objects.filter(list=words):
        if term != besides and term.label.casefold() == label.casefold():
            again = " Det används inte längre; ta det i bruk igen i stället." if term.retired else ""
            raise Refused(f"”{term.label}” finns redan i listan.{again}")
    return label


def _room(words: str) -> None:
    if Term.objects.filter(list=words, retired=False).count() >= MOST:
        raise Refused(f"Listan har redan {MOST} ord. Ta något ur bruk först.")


def _save(term: Term, by: User, told: str) -> Term:
    try:
        with transaction.atomic():
            return write(term, by=by, round_=None, reason=told)
    except IntegrityError:
        raise Refused(f"”{term.label}” finns redan i listan.") from None


@transaction.atomic
def add_word(*, by: User, words: Term.List, label: str) -> Term:
    """Add a word to a list."""
    _keeper(by)
    _room(words)
    return _save(Term(list=words, label=_named(words, label)), by, "lade till ordet")


@transaction.atomic
def rename_word(*, by: User, term: Term, version: int, label: str) -> Term:
    """Call a word something else, wherever it is used. Conflict when somebody else just did."""
    _keeper(by)
    fresh = current(term, version)
    before, fresh.label = fresh.label, _named(fresh.list, label, besides=fresh)
    return _save(fresh, by, f"döpte om ”{before}” till ”{fresh.label}”")


@transaction.atomic
def retire_word(*, by: User, term: Term, retired: bool) -> Term:
    """Take a word out of use or into use again. Rows that have it keep it either way."""
    _keeper(by)
    fresh = Term.objects.select_for_update().get(pk=term.pk)
    if fresh.retired == retired:
        return fresh
    if not retired:
        _room(fresh.list)
    fresh.retired = retired
    return _save(fresh, by, "tog ordet ur bruk" if retired else "tog ordet i bruk igen")
