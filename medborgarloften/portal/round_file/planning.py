"""What a file would become here: checked values, links between its rows, and what has to stay out.

Nothing is written. Every value passes the field that a person would have typed it into.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import groupby
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from processes import policies, queries
from processes.forms import Kept, RoundForm
from processes.method import Method, Role, get_method
from processes.models import Area, Organisation, Party, Process, Term, User

from . import telling
from .naming import Names
from .plan import Link, Plan, Planned
from .reading import FileRefused
from .shape import Kind, refers_to, round_fields, shape
from .values import BLANK, fields_of, read

PARTY = Party._meta.label
UNKNOWN = "känner programmet här inte till"


def plan(data: Mapping[str, Any], by: User, area: Area | None = None) -> Plan:
    """What the file would become for this person. FileRefused tells every fault with its place."""
    return _Planning(get_method(), data, by, area).whole()


class _Planning:
    """One file under examination."""

    def __init__(self, method: Method, data: Mapping[str, Any], by: User, area: Area | None):
        self.data, self.by, self.area, self.method = data, by, area, method
        self.kinds = shape(method)
        self.faults: list[str] = []
        self.out: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.gone: dict[Link, str] = {}
        """Rows of the file that will not be here, and why."""
        self.raw = self._rows()
        self.known = {label: self._numbers(label, rows) for label, rows in self.raw.items()}

    def whole(self) -> Plan:
        self._stop()
        self.names = Names(self.data, self.raw[PARTY], self.by)
        self._find_parties()
        start = self._start()
        self._stop()
        self.actor = self._actor_in(start["area"])
        found = {label: self._planned(kind) for label, kind in self.kinds.items()}
        self._stop()
        gone = -1
        while gone < len(self.gone):  # what goes may take more with it
            gone = len(self.gone)
            found = {label: self._linked(rows) for label, rows in found.items()}
        self._circles([planned for rows in found.values() for planned in rows])
        self._stop()
        self._note_decisions(found)
        left_out = telling.left_out(self.data, self.out, self.method)
        return Plan(start, {label: rows for label, rows in found.items() if rows}, left_out)

    def _stop(self) -> None:
        if self.faults:
            raise FileRefused(self.faults)

    def _leave(self, why: str, then: str, what: str, count: int = 1) -> None:
        self.out[why, then][what] += count

    # What there is

    def _rows(self) -> dict[str, list[Any]]:
        """The file's rows by kind; what this version doesn't know is told of and left out."""
        rows = self.data.get("rows", {})
        if not isinstance(rows, dict) or not all(isinstance(part, list) for part in rows.values()):
            raise FileRefused(["Delen ”rows” ska hålla en lista för varje slag av rader."])
        for label in sorted(rows.keys() - self.kinds.keys()):
            self._leave(f"Rader av slaget ”{label[:60]}” {UNKNOWN}", telling.IGNORED, "", len(rows[label]))
        return {label: rows.get(label, []) for label in self.kinds}

    def _numbers(self, label: str, rows: list[Any]) -> set[int]:
        found: set[int] = set()
        for position, row in enumerate(rows, 1):
            number = row.get("id") if isinstance(row, dict) else None
            place = telling.place(self.kinds[label], position)
            if type(number) is not int or number < 1:
                self.faults.append(f"{place}: raden saknar nummer (”id”, ett heltal från 1).")
            elif number in found:
                self.faults.append(f"{place}: numret {number} är redan taget av en tidigare rad.")
            else:
                found.add(number)
        return found

    def _find_parties(self) -> None:
        """Whoever is no organisation here stays out, and nobody takes part twice."""
        taken: set[Organisation] = set()
        for position, row in enumerate(self.raw[PARTY], 1):
            found = self.names.parties[row["id"]]
            if found is None:
                name, _ = telling.named(row.get("organisation"))
                why = f"Parten ”{name[:80]}” finns inte bland organisationerna här"
                self.gone[PARTY, row["id"]] = why
                self.out[why, ""].update()
            elif found in taken:
                self.faults.append(f"{telling.place(self.kinds[PARTY], position)}: {found} är redan part.")
            else:
                taken.add(found)

    # The round itself

    def _start(self) -> dict[str, Any]:
        """What a round is started with, asked by the form that people start one with."""
        told = self.data.get("round")
        if not isinstance(told, dict):
            raise FileRefused(["Delen ”round” saknas: rundans namn, område och period."])
        areas = queries.areas_to_start_in(self.by)
        area = self.area or self._area_of(told, list(areas))
        typed = {name: value for name, value in told.items() if isinstance(value, str)}
        others = [o.pk for o in self.names.parties.values() if o and o.kind != Organisation.Kind.POLICE]
        form = RoundForm(
            typed | {"area": area.pk if area else "", "organisations": others},
            areas=areas,
            rounds=Process.objects.none(),
        )
        if not form.is_valid():
            self.faults += telling.faults_of(form)
        for name in told.keys() - {f.name for f in round_fields()}:
            self._leave(f"Fältet ”{name[:60]}” {UNKNOWN}", telling.IGNORED, "Rundan")
        start = {name: value for name, value in form.cleaned_data.items() if name not in Kept.base_fields}
        return start | {"organisations": [o for o in self.names.parties.values() if o]}

    def _area_of(self, told: Mapping[str, Any], reachable: list[Area]) -> Area | None:
        name, kind = telling.named(told.get("area"))
        found = [area for area in reachable if (area.name, area.kind) == (name, kind)]
        if len(found) == 1:
            return found[0]
        raise FileRefused(
            [
                f"Filens runda gäller ”{name[:80]}”, och där kan du inte starta en runda. "
                "Välj ett av dina områden i stället, om rundan ska gälla där."
            ]
        )

    def _actor_in(self, area: Area) -> policies.Actor:
        """Who the person will be in the round."""
        parties = {self.names.own, *self.names.parties.values()}
        held = [m for m in self.names.held if m.organisation in parties]
        roles = [Role(m.role) for m in held if m.area is None or area.path.startswith(m.area.path)]
        return policies.Actor(self.by.pk, frozenset(roles), police=True)

    # Rows

    def _planned(self, kind: Kind) -> list[Planned]:
        """The rows of a kind with their checked values; those that can't come are noted as gone."""
        rows = self.raw[kind.label]
        if kind.made_with_the_round and len(rows) > 1:
            self.faults.append(f"{telling.place(kind, 2)}: en runda har bara en sådan.")
        allowed = self._allowed(kind)
        typed = fields_of(kind) if rows else {}
        found = []
        for position, row in enumerate(rows, 1):
            planned = Planned(kind, row["id"], telling.place(kind, position))
            if (kind.label, planned.number) in self.gone:
                continue
            self._unknown(planned, row)
            for f in kind.fields:
                if f.name in allowed and row.get(f.name) not in BLANK:
                    self._take(planned, f, typed.get(f.name), row[f.name])
            self._take_pairs(planned, row)
            found.append(planned)
        if rows and not allowed:
            self.gone |= {(kind.label, row["id"]): f"Du kan inte ändra ”{kind.title}”" for row in rows}
            self._leave(f"Du kan inte ändra ”{kind.title}”", telling.GONE, kind.title, len(rows))
            return []
        return found

    def _allowed(self, kind: Kind) -> set[str]:
        """The fields that this person may fill in."""
        if kind.is_record and not policies.can_edit(self.actor, kind.step):
            return set()
        edited = [s for s in kind.sections if policies.can_edit(self.actor, kind.step, s)]
        found = {name for section in edited for name in section.fields}
        if kind.is_record:
            return found | set(kind.step.add_fields)
        return found | {kind.parent} if edited else set()

    def _unknown(self, planned: Planned, row: Mapping[str, Any]) -> None:
        known = {f.name for f in planned.kind.fields} | {"id", *planned.kind.pairs}
        for name in row.keys() - known:
            self._leave(f"Fältet ”{name[:60]}” {UNKNOWN}", telling.IGNORED, planned.kind.title)

    def _take(self, planned: Planned, f: models.Field, form_field: Any, value: Any) -> None:
        """Take in one value, or note what is wrong with it."""
        label = refers_to(f)
        try:
            if not label:
                planned.values[f.name] = read(f, form_field, value)
            elif label in self.kinds:
                planned.links[f.name] = self._link(label, value)
            elif (found := self._named(planned, f, label, value)) is not None:
                planned.values[f.name] = found
        except ValidationError as error:
            field_name = telling.field_name(f)
            self.faults += [f"{planned.place}, fältet ”{field_name}”: {text}" for text in error.messages]

    def _link(self, label: str, value: Any) -> Link:
        if type(value) is not int:
            raise ValidationError("Här ska stå numret på en rad i filen.")
        if value not in self.known[label]:
            raise ValidationError(
                f"Pekar på rad nummer {value} i ”{self.kinds[label].title}”, som inte finns i filen."
            )
        return label, value

    def _named(self, planned: Planned, f: models.Field, label: str, value: Any) -> Any:
        """Who or what here answers to a name in the file; none, with a note, when nobody does."""
        if label == Organisation._meta.label:
            return self.names.organisation(value)
        if label == User._meta.label:
            if type(value) is not int or value not in self.names.people:
                raise ValidationError("Pekar på en person som inte finns i filen.")
            found, what = self.names.person(value), "Personen"
            name = ", ".join(filter(None, self.names.people[value]))
        elif label == Term._meta.label:
            found, what, name = self.names.word(f, value), "Ordet", telling.text(value)
        else:
            found, what, name = self.names.area(value), "Området", telling.named(value)[0]
        if found is None:
            self._leave(f"{what} ”{name[:80]}” finns inte här", telling.BLANK_FIELD, planned.kind.title)
        return found

    def _take_pairs(self, planned: Planned, row: Mapping[str, Any]) -> None:
        for name in planned.kind.pairs:
            value = row.get(name)
            if value in BLANK:
                continue
            label, number = (value.get("row"), value.get("id")) if isinstance(value, dict) else (None, None)
            if type(number) is int and number in self.known.get(telling.text(label), ()):
                planned.pairs[name] = (str(label), number)
            else:
                self.faults.append(f"{planned.place}: ”{name}” pekar på en rad som inte finns i filen.")

    # Links

    def _linked(self, rows: list[Planned]) -> list[Planned]:
        """The rows that still say something once links to what is not here have been cut."""
        kept = []
        for planned in rows:
            cut = {name: self.gone[link] for name, link in planned.links.items() if link in self.gone}
            for name in cut:
                del planned.links[name]
            planned.pairs = {n: link for n, link in planned.pairs.items() if link not in self.gone}
            required = {f.name for f in planned.kind.fields if f.is_relation and not f.null}
            said = planned.values.keys() | planned.links.keys()
            goes = cut.keys() & required or not said - required
            for why in cut.values():
                self._leave(why, telling.GONE if goes else telling.WITHOUT, planned.kind.title)
            if cut and goes:
                self.gone[planned.kind.label, planned.number] = next(iter(cut.values()))
            elif missing := required - said:
                fields = planned.kind.model._meta.get_field
                names = ", ".join(sorted(telling.field_name(fields(name)) for name in missing))
                self.faults.append(f"{planned.place}: det framgår inte vad raden gäller ({names}).")
            else:
                kept.append(planned)
        return kept

    def _circles(self, rows: list[Planned]) -> None:
        """Rows of a kind never point at one another in a circle."""
        for label, those in groupby(rows, key=lambda planned: planned.kind.label):
            by_number = {planned.number: planned for planned in those}
            above = {
                number: [n for kind, n in planned.links.values() if kind == label]
                for number, planned in by_number.items()
            }
            try:
                TopologicalSorter(above).prepare()
            except CycleError as error:
                place = by_number[error.args[1][0]].place
                self.faults.append(f"{place}: raderna pekar på varandra i en cirkel.")

    # What was decided there

    def _note_decisions(self, found: Mapping[str, list[Planned]]) -> None:
        """Say in the history of each subject what had been decided about it; here nothing is."""
        said = telling.decisions(self.data, self.names.people)
        for rows in found.values():
            for planned in rows:
                planned.note = said.get((planned.kind.label, planned.number), "")
