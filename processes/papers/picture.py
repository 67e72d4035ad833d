"""The police's local picture as others may see it: the approved public version, never the working copy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from processes.documents.tree import Figure, Table
from processes.drawings import bars
from processes.method import Facts
from processes.models import SituationVersion
from processes.pages.values import day, plain

MOST_SERIES, MOST_YEARS = 6, 6


@dataclass(frozen=True, slots=True)
class Picture:
    """What the chief approved for others to read. What the staff said is the police's own and not here."""

    dated_on: str = ""
    entries: tuple[dict[str, str], ...] = ()
    sources: tuple[str, ...] = ()
    series: dict[tuple[str, str], dict[int, Any]] = field(default_factory=dict)

    def told(self, kind: str) -> list[tuple[str, str, str]]:
        """The observations of a kind: in short, more of it, and from where."""
        return [
            (e["title"], e["text"], e["source"]) for e in self.entries if e["kind"] == kind and e["title"]
        ]


def pinned(facts: Facts) -> Picture | None:
    """The version that the joint picture was made from; none until it is pinned."""
    joint = facts.one("processes.JointSituation")
    return _read(joint.situation_version_id) if joint and joint.situation_version_id else None


def latest(facts: Facts) -> Picture | None:
    """The version approved last: the police's to show, before the joint picture has pinned any."""
    versions = facts.rows("processes.SituationVersion")
    return _read(max(versions, key=lambda row: row.number).id) if versions else None


def _read(version: int) -> Picture | None:
    content = SituationVersion.objects.filter(pk=version).values_list("content", flat=True).first()
    if content is None:
        return None
    series: dict[tuple[str, str], dict[int, Any]] = {}
    for point in content.get("points", ()):
        if point["year"] is not None and point["value"] is not None:
            name = " ".join(str(point["series"]).split())
            series.setdefault((name, point["unit"]), {})[int(point["year"])] = float(point["value"])
    return Picture(
        dated_on=_day(content.get("dated_on")),
        entries=tuple(content.get("entries", ())),
        sources=tuple(s["name"] for s in content.get("sources", ()) if s["name"]),
        series=series,
    )


def _day(iso: str | None) -> str:
    return day(date.fromisoformat(iso)) if iso else ""


def _written(value: float) -> str:
    return plain(int(value)) if value == int(value) else f"{value:.1f}".replace(".", ",")


def _named(name: str, unit: str) -> str:
    return f"{name}, {unit}" if unit else name


def drawn(picture: Picture, uid: str) -> Figure | None:
    """The series as small charts side by side."""
    found = [
        (_named(name, unit), [(str(year), years[year], _written(years[year])) for year in _latest(years)])
        for (name, unit), years in list(picture.series.items())[:MOST_SERIES]
        if len(years) > 1
    ]
    if not found:
        return None
    svg = bars.developing(found, uid, "Utvecklingen över tid")
    return Figure(svg, bars.developing_in_words(found))


def tabled(picture: Picture) -> Table | None:
    """All series as a table, year by year."""
    years = sorted({year for values in picture.series.values() for year in values})[-MOST_YEARS:]
    if not years:
        return None
    rows = tuple(
        (_named(name, unit), *(_written(values[year]) if year in values else "–" for year in years))
        for (name, unit), values in picture.series.items()
    )
    each = 60 // len(years) // 5 * 5
    widths = (100 - each * len(years), *(each,) * len(years))
    return Table("Utvecklingen över tid", ("Serie", *map(str, years)), rows, widths=widths)


def _latest(years: Iterable[int]) -> list[int]:
    return sorted(years)[-MOST_YEARS:]
