"""Whom the dialogues reached, beside who lives in the area: the same blocks on pages and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from processes import policies, reach
from processes.documents.tree import Block, Figure, Paragraph, Table
from processes.drawings import bars
from processes.reach import Compared, Group, Reach

KEYS = ("Av dem som uppgav", "Av dem som bor här")
KEPT_BACK = "Visas inte"
TOLD = {"Del av området": "var de bor"}


@dataclass(frozen=True, slots=True)
class Shown:
    """One way of grouping people: in words how many told, then drawn and as a table, if that may be shown."""

    words: str
    figure: Figure | None = None
    table: Table | None = None


def shown(found: Reach, uid: str) -> list[Shown]:
    """Each way of grouping those who were reached."""
    return [_shown(found, compared, uid) for compared in found.compared]


def _shown(found: Reach, compared: Compared, uid: str) -> Shown:
    if compared.told is None:
        return Shown(_told(found, compared))
    pairs = [_pair(group, compared.told) for group in compared.groups]
    name = f"{uid}-{compared.title.split()[0].lower()}"
    keys = KEYS if compared.has_population else KEYS[:1]
    svg = bars.paired(pairs, name, f"{compared.title}: vilka ni nådde", keys)
    return Shown(_told(found, compared), Figure(svg, bars.paired_in_words(pairs, keys)), _table(compared))


def caution(found: Reach) -> str:
    """What is to be known of the numbers that are kept back, when any are."""
    if not any(group.kept_back for compared in found.compared for group in compared.groups):
        return ""
    return (
        f"Grupper med färre än {reach.SMALLEST} personer visas inte, och inte heller det som de skulle kunna "
        "räknas fram ur."
    )


def blocks(found: Reach, uid: str) -> Iterator[Block]:
    """The same for a document."""
    for part in shown(found, uid):
        yield Paragraph(part.words)
        yield from filter(None, (part.figure, part.table))
    if words := caution(found):
        yield Paragraph(words)


def _told(found: Reach, compared: Compared) -> str:
    title = what(compared)
    if compared.told is None:
        return f"{compared.title}: för få har uppgett {title} för att det ska kunna visas."
    of = f" av {found.total}" if found.total is not None and found.total >= compared.told else ""
    return f"{compared.title}: {compared.told}{of} uppgav {title}. Andelarna gäller bara dem."


def what(compared: Compared) -> str:
    """What people told of themselves."""
    return TOLD.get(compared.title, compared.title.lower())


def _table(compared: Compared) -> Table:
    columns = ("Antal", "Andel", *(("Andel av dem som bor här",) if compared.has_population else ()))
    rows = tuple(
        (
            group.label,
            number(group),
            percent(group.share) or "–",
            *((percent(group.of_population) or "–",) if compared.has_population else ()),
        )
        for group in compared.groups
    )
    widths = (40, 15, 15, 30) if compared.has_population else (50, 25, 25)
    return Table(f"{compared.title}, av dem som uppgav", (compared.title, *columns), rows, widths=widths)


def _pair(group: Group, told: int | None) -> bars.Pair:
    of_population = percent(group.of_population)
    if group.kept_back and group.least and told:
        least = group.least / told
        return group.label, least, group.of_population, f"minst {percent(least)}", of_population
    return group.label, group.share, group.of_population, percent(group.share) or KEPT_BACK, of_population


def number(group: Group) -> str:
    """The number as it may be told."""
    if not group.kept_back:
        return str(group.least)
    return f"Minst {group.least}" if group.least else KEPT_BACK


def percent(share: float | None) -> str:
    """A share in whole per cent; empty when it isn't told."""
    if share is None:
        return ""
    return "under 1 %" if 0 < share < 0.005 else f"{share * 100:.0f} %"


def population(here: Any, found: Reach) -> dict[str, Any]:
    """From where the figures of those who live there are, and who may bring them."""
    can = policies.can_keep_population(here.actor)
    known = found.population
    source = f"{known.source or 'Källa saknas'}, {known.year}" if known else ""
    return {
        "population": source,
        "population_url": reverse("dialogs:population", args=[here.round.pk]) if can else "",
    }


def unheard(found: Reach) -> list[str]:
    """The groups that were heard much less than their share of the population, in cautious words."""
    return [_said(compared, group) for compared, group in reach.unheard(found)]


def _said(compared: Compared, group: Group) -> str:
    told, of = compared.told or 0, percent(group.of_population)
    some = "ingen" if group.most == 0 else percent(group.share) or "få"
    lives = f"; de är {of} av dem som bor här" if of else ""
    return f"{group.label}: {some} av de {told} som uppgav {what(compared)}{lives}."
