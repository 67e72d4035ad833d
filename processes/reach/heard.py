"""Who was heard: the dialogues' published numbers, of one and of a whole round, beside who lives there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from processes.facts import Facts, Row

from .groups import AGES, GENDERS, Population, population_of
from .suppression import published

DIALOG, PART = "dialogs.CitizenDialog", "dialogs.ReachedPart"
FEW = 0.5  # heard less than half as much as the group's share of the population
SEEN = 0.03  # a group smaller than this says nothing when it is missing
ENOUGH = 20  # fewer than these tell nothing of shares


@dataclass(frozen=True, slots=True)
class Group:
    """A group and what is told of it. `least` and `most` are alike unless some number is kept back."""

    label: str
    least: int | None
    most: int | None
    share: float | None
    """Of those who told, when the number itself is told."""
    of_population: float | None

    @property
    def kept_back(self) -> bool:
        """Whether some of the number is kept back."""
        return self.least != self.most or self.least is None


@dataclass(frozen=True, slots=True)
class Compared:
    """One way to group people: the groups, and how many told to which they belong (none: kept back)."""

    title: str
    groups: tuple[Group, ...]
    told: int | None

    @property
    def has_population(self) -> bool:
        """Whether it is known how many of each group live in the area."""
        return any(group.of_population is not None for group in self.groups)


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom some dialogues reached: how many, and in which groups, as far as it was told."""

    dialogs: int
    total: int | None
    compared: tuple[Compared, ...]
    population: Population | None


def of_dialog(facts: Facts, dialog: Row) -> Reach:
    """Whom one dialogue reached."""
    return _reach(facts, [dialog])


def of_round(facts: Facts) -> Reach:
    """Whom the round's dialogues have reached by today, together.

    Sums are made of the published numbers alone, so that nothing kept back can be told from them.
    """
    held = [row for row in facts.rows(DIALOG) if row.held_on and row.held_on <= facts.today]
    return _reach(facts, held)


def unheard(reach: Reach) -> list[tuple[Compared, Group]]:
    """The groups that surely were heard much less than their share of those who live there.

    Where the population isn't known, those of whom nobody came at all.
    """
    found = []
    for compared in reach.compared:
        for group in compared.groups if compared.told is not None and compared.told >= ENOUGH else ():
            most = group.most if group.most is not None else compared.told
            if group.of_population is None:
                few = most == 0 and not compared.has_population
            else:
                few = group.of_population >= SEEN and most / compared.told < FEW * group.of_population
            if few:
                found.append((compared, group))
    return found


def _reach(facts: Facts, dialogs: Sequence[Row]) -> Reach:
    population = population_of(facts)
    genders = [_counted(row, GENDERS) for row in dialogs]
    ages = [_counted(row, [age.key for age in AGES]) for row in dialogs]
    named = [_parts(facts, row) for row in dialogs]
    live = population or Population(0)
    places: dict[str, str] = {}
    for name in [name for own in [live.parts, *named] for name in own]:
        places.setdefault(name.casefold(), name)
    parts = [_folded(own) for own in named]
    found = (
        _compared("Kön", GENDERS, genders, live.genders),
        _compared("Ålder", {age.key: age.label for age in AGES}, ages, live.ages),
        _compared("Del av området", places, parts, _folded(live.parts)),
    )
    totals = [row.reached_total for row in dialogs if row.reached_total is not None]
    return Reach(
        len(dialogs), sum(totals) if totals else None, tuple(c for c in found if c is not None), population
    )


def _counted(row: Row, keys: Iterable[str]) -> dict[str, int]:
    """The numbers of a dialogue; nothing when none was told. A blank beside a number means nought."""
    found = {key: row[f"reached_{key}"] for key in keys}
    if all(number is None for number in found.values()):
        return {}
    return {key: number or 0 for key, number in found.items()}


def _parts(facts: Facts, dialog: Row) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in facts.rows(PART, dialog_id=dialog.id):
        name = " ".join(row.name.split())
        if name and row.number is not None:
            found[name] = found.get(name, 0) + row.number
    return found


def _folded(numbers: Mapping[str, int]) -> dict[str, int]:
    """A part is the same in whatever letters it was written."""
    found: dict[str, int] = {}
    for name, number in numbers.items():
        found[name.casefold()] = found.get(name.casefold(), 0) + number
    return found


def _compared(
    title: str, labels: Mapping[str, str], counts: Sequence[Mapping[str, int]], live: Mapping[str, int]
) -> Compared | None:
    given = [dict.fromkeys(labels, 0) | dict(own) for own in counts if own]
    told = [(sum(own.values()), shown) for own in given if (shown := published(own)) is not None]
    everyone = sum(live.values())
    if not given:
        return None
    total = sum(number for number, _ in told)
    groups = []
    for key, label in labels.items():
        least = sum(shown[key] or 0 for _, shown in told)
        most = least + sum(_at_most(number, shown) for number, shown in told if shown[key] is None)
        share = least / total if total and least == most else None
        of_population = live.get(key, 0) / everyone if everyone else None
        groups.append(Group(label, least if told else None, most if told else None, share, of_population))
    return Compared(title, tuple(groups), total if told else None)


def _at_most(told: int, shown: Mapping[str, int | None]) -> int:
    """As many as a group that is kept back can have been: the others have at least one each."""
    hidden = [name for name, number in shown.items() if number is None]
    return told - sum(number or 0 for number in shown.values()) - (len(hidden) - 1)
