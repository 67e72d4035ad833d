"""The police's local picture as others may see it: the approved public version, never the working copy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from processes.documents.tree import Figure, Table
from processes.drawings import series as drawing
from processes.drawings.chart import Chart
from processes.figures import HEADS, Span, Unclear, read, shown, told
from processes.method import Facts
from processes.models import SituationVersion
from processes.pages.values import day

MOST_SERIES, MOST_PERIODS, IN_A_FIGURE = 8, 6, 4


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture tells others. What the staff said is the police's own and not here."""

    dated_on: str = ""
    entries: tuple[dict[str, Any], ...] = ()
    sources: tuple[str, ...] = ()
    series: tuple[tuple[Chart, str], ...] = ()
    """Each series, and where its figures come from."""

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
    return None if content is None else of(content)


def of(content: dict[str, Any]) -> Picture:
    """What a version keeps, or the working copy in the same shape."""
    return Picture(
        dated_on=_day(content.get("dated_on")),
        entries=tuple(map(_entry, content.get("entries", ()))),
        sources=tuple(s["name"] for s in content.get("sources", ()) if s["name"]),
        series=tuple(found for s in content.get("series", ()) if (found := _series(s))),
    )


def _entry(row: dict[str, Any]) -> dict[str, Any]:
    source = ", ".join(filter(None, (row["source"], _day(row.get("dated_on")))))
    return {"kind": row["kind"], "title": row["title"], "text": row["text"], "source": source}


def _series(row: dict[str, Any]) -> tuple[Chart, str] | None:
    try:
        figures = read(row["figures"], row["unit"])
    except Unclear:
        return None
    return (Chart(row["name"], row["unit"], figures), row["source"]) if figures.own else None


def _day(value: str | date | None) -> str:
    if not value:
        return ""
    return day(value if isinstance(value, date) else date.fromisoformat(value))


def drawn(picture: Picture, uid: str) -> list[Figure]:
    """The series as charts side by side, as many in each figure as can be read from a chair."""
    charts = [chart for chart, _ in picture.series if len(chart.figures.own) > 1][:MOST_SERIES]
    return [
        Figure(
            drawing.draw(
                part, uid=f"{uid}-{number}", title="Utvecklingen över tid", columns=min(2, len(part))
            ),
            drawing.in_words(part),
        )
        for number, part in enumerate(
            charts[first : first + IN_A_FIGURE] for first in range(0, len(charts), IN_A_FIGURE)
        )
    ]


def tabled(picture: Picture) -> Table | None:
    """All yearly series as one table, the area's own figures."""
    charts = [chart for chart, _ in picture.series if chart.figures.span is Span.YEAR]
    years = sorted({period for chart in charts for period, _ in chart.figures.own})[-MOST_PERIODS:]
    if not years:
        return None
    rows = tuple((chart.title, *(shown(dict(chart.figures.own).get(y)) for y in years)) for chart in charts)
    each = 60 // len(years) // 5 * 5
    widths = (100 - each * len(years), *(each,) * len(years))
    names = (year.label for year in years)
    return Table("Utvecklingen över tid", ("Serie", *names), rows, widths=widths)


def whole(chart: Chart, uid: str) -> tuple[Figure, Table]:
    """One series on its own: drawn, and every figure as a table."""
    svg = drawing.draw([chart], uid=uid, title=chart.title, headed=False)
    columns = (HEADS[chart.figures.span], *chart.figures.areas)
    return Figure(svg, drawing.in_words([chart])), Table(chart.title, columns, tuple(drawing.table_of(chart)))


def words(chart: Chart) -> list[str]:
    """What has changed, in words."""
    return told(chart.figures, chart.unit)
