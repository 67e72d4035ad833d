"""Who and what here answers to the names in a file: organisations, areas, words, people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db import models

from processes import queries
from processes.method import Role
from processes.models import Area, Organisation, Term, User

from . import telling


class Names:
    """What is here, looked up once: one query each of organisations, areas, words and people."""

    def __init__(self, data: Mapping[str, Any], parties: Iterable[Mapping[str, Any]], by: User):
        self.held = queries.memberships(by)
        self.own = next((m.organisation for m in self.held if m.role == Role.COMMUNITY_OFFICER), None)
        self._organisations = {(o.name, o.kind): o for o in Organisation.objects.all()}
        self._areas: dict[tuple[str, str], list[Area]] = defaultdict(list)
        for area in Area.objects.all():
            self._areas[area.name, area.kind].append(area)
        self._words = {(term.list, term.label): term for term in Term.objects.all()}
        self.people = dict(_told(data))
        self.parties = {row["id"]: self.organisation(row.get("organisation")) for row in parties}
        self._users: dict[str, list[User]] = defaultdict(list)
        within = {self.own, *self.parties.values()} - {None}
        everyone = User.objects.filter(is_active=True, memberships__organisation__in=within)
        for user in everyone.distinct().order_by("pk"):
            self._users[user.name].append(user)

    def organisation(self, value: Any) -> Organisation | None:
        """The organisation of that name; the police are always one's own."""
        name, kind = telling.named(value)
        return self.own if kind == Organisation.Kind.POLICE else self._organisations.get((name, kind))

    def area(self, value: Any) -> Area | None:
        """The area of that name and kind, if there is but one."""
        found = self._areas.get(telling.named(value), [])
        return found[0] if len(found) == 1 else None

    def word(self, field: models.Field, value: Any) -> Term | None:
        """The word, used or retired, in the list that the field chooses from."""
        return self._words.get((str(field.get_limit_choices_to()["list"]), telling.text(value)))

    def person(self, number: int) -> User | None:
        """The one of that name among the parties' people; the title tells namesakes apart."""
        name, title = self.people[number]
        found = self._users[name]
        if len(found) > 1:
            found = [user for user in found if user.title == title]
        return found[0] if len(found) == 1 else None


def _told(data: Mapping[str, Any]) -> Iterator[tuple[int, tuple[str, str]]]:
    """The file's people by number."""
    for person in telling.objects(data, "people"):
        if type(person.get("id")) is int:
            yield person["id"], (telling.text(person.get("name")), telling.text(person.get("title")))
