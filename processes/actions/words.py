"""The word lists are kept by the police's administrators, for all parties alike (X-17)."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from processes import policies, queries
from processes.models import LADDERS, Term, User
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


def _put(term: Term, by: User, place: int | None) -> None:
    """Let the word stand in that place of its ladder, last without any; the others make room."""
    if term.list not in LADDERS:
        return
    others = Term.objects.select_for_update().filter(list=term.list, retired=False).exclude(pk=term.pk)
    ladder = list(others)
    ladder.insert(len(ladder) if place is None else max(place - 1, 0), term)
    for position, each in enumerate(ladder, 1):
        if each.position != position:
            each.position = position
            _save(each, by, f"flyttade ordet till plats {position}")


@transaction.atomic
def add_word(
    *, by: User, words: Term.List, label: str, meaning: str = "", remark: str = "", place: int | None = None
) -> Term:
    """Add a word to a list; to a ladder in the given place, else last."""
    _keeper(by)
    _room(words)
    term = Term(list=words, label=_named(words, label), meaning=meaning, remark=remark)
    _put(_save(term, by, "lade till ordet"), by, place)
    return term


@transaction.atomic
def change_word(
    *,
    by: User,
    term: Term,
    version: int,
    label: str,
    meaning: str = "",
    remark: str = "",
    place: int | None = None,
) -> Term:
    """Change a word, wherever it is used. Conflict when somebody else just did."""
    _keeper(by)
    fresh = current(term, version)
    before, fresh.label = fresh.label, _named(fresh.list, label, besides=fresh)
    told = [f"döpte om ”{before}” till ”{fresh.label}”"] if fresh.label != before else []
    if (meaning, remark) != (fresh.meaning, fresh.remark):
        fresh.meaning, fresh.remark = meaning, remark
        told.append("ändrade vad ordet betyder")
    if told:
        _save(fresh, by, " och ".join(told))
    if place is not None and not fresh.retired:
        _put(fresh, by, place)
    return fresh


@transaction.atomic
def retire_word(*, by: User, term: Term, retired: bool) -> Term:
    """Take a word out of use or into use again, in a ladder as its last. Rows that have it keep it either way."""
    _keeper(by)
    fresh = Term.objects.select_for_update().get(pk=term.pk)
    if fresh.retired == retired:
        return fresh
    if not retired:
        _room(fresh.list)
    fresh.retired = retired
    _save(fresh, by, "tog ordet ur bruk" if retired else "tog ordet i bruk igen")
    if not retired:
        _put(fresh, by, None)
    return fresh
