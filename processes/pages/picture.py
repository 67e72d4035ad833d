"""A picture as it is read: its four contents, and each series drawn with its table. For whoever owns one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from processes.criteria import is_answer
from processes.drawings import series as drawing
from processes.figures import HEADS, Figures, told
from processes.method import Row, Rows
from processes.models.situation import Entry
from processes.offers import came_from
from processes.steps.local_situation import figures_of

from .links import Ways, at
from .values import day

if TYPE_CHECKING:
    from processes.views.here import InStep

CONTENTS = (
    (Entry.Kind.PROBLEM, "Vanliga problem", "Vilka problem är vanligast i området?"),
    (Entry.Kind.RISK, "Risk att utsättas", "Vilka drabbas, och hur stor är risken?"),
    (Entry.Kind.DEVELOPMENT, "Utveckling över tid", "Åt vilket håll går det?"),
    (Entry.Kind.OPPORTUNITY, "Möjligheter", "Vad går att ta till vara?"),
)


def entries(here: InStep) -> dict[str, Any]:
    """The entries under the four contents, in the order of the method; what lacks a kind comes last."""
    ways, rows = Ways(here, "bilden"), rows_of(here, "bilden")
    groups = [_group(here, ways, rows, *content) for content in CONTENTS]
    if rest := [row for row in rows if not row.kind]:
        groups.append({"title": "Inte sorterat", "entries": [_entry(here, ways, row) for row in rest]})
    return {"groups": groups, "can": ways.can_edit}


def _group(here: InStep, ways: Ways, rows: Iterable[Row], kind: str, title: str, asks: str) -> dict[str, Any]:
    return {
        "title": title,
        "asks": asks,
        "entries": [_entry(here, ways, row) for row in rows if row.kind == kind],
        "add_url": ways.add("title", kind=kind),
    }


def _entry(here: InStep, ways: Ways, row: Row) -> dict[str, Any]:
    return {
        "title": row.title or "Utan rubrik",
        "text": row.text,
        "source": ", ".join(filter(None, (row.source, day(row.dated_on)))),
        "taken_in": came_from(here.facts, row) is not None,
        "edit_url": ways.edit(row),
        "remove_url": ways.remove(row),
    }


def rows_of(here: InStep, key: str) -> list[Row]:
    """The rows of a section that hang under the subject."""
    section = here.step.section(key)
    assert isinstance(section, Rows) and here.subject is not None
    return here.facts.rows(section.model, **{f"{section.parent}_id": here.subject.id})


def series(here: InStep) -> dict[str, Any]:
    """Each series: drawn, told in words and as a table."""
    ways = Ways(here, "utveckling")
    assert here.subject is not None
    return {
        "series": [_series(ways, row) for row in rows_of(here, "utveckling")],
        "add_url": ways.add(),
        "file_url": at("series_file", here.round.pk, here.step, here.subject.id, ways.key)
        if ways.can_edit
        else "",
    }


def _series(ways: Ways, row: Row) -> dict[str, Any]:
    chart = chart_of(row.name, row.unit, figures_of(row))
    return {
        "title": chart.title,
        "svg": drawing.draw([chart], uid=f"serie-{row.id}", title=chart.title, headed=False),
        "told": told(chart.figures, chart.unit),
        "columns": (HEADS[chart.figures.span], *chart.figures.areas),
        "rows": list(drawing.table_of(chart)),
        "source": row.source,
        "edit_url": ways.edit(row),
        "remove_url": ways.remove(row),
    }


def chart_of(name: str, unit: str, figures: Figures) -> drawing.Chart:
    """A series ready to be drawn."""
    return drawing.Chart(name if is_answer(name) else "Serie utan namn", unit, figures)
