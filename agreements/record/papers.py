"""The register on paper and as a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from processes.documents import tree
from processes.documents.sheets import Column, Sheet
from processes.pages.values import day

from ..models import ProtectedSubject, Registration
from .queries import PRINTED

PUBLIC = ("Diarienummer", "Registrerat", "Myndighet", "Saknummer", "Ärende", "Från", "Till")
OWN = ("Inte offentligt", "Grund")
WIDTHS = {PUBLIC: (15, 10, 15, 10, 25, 15, 10), (*PUBLIC, *OWN): (10, 10, 10, 10, 20, 10, 10, 10, 10)}
Cell = str | date
Table = tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]


def table(rows: Iterable[Registration], protected: Mapping[int, ProtectedSubject], *, whole: bool) -> Table:
    """The columns and the rows: the public ones; of the whole register what is not public as well."""
    columns = (*PUBLIC, *OWN) if whole else PUBLIC
    return columns, tuple(_cells(row, protected.get(row.pk), whole=whole) for row in rows)


def _cells(row: Registration, protected: ProtectedSubject | None, *, whole: bool) -> tuple[Cell, ...]:
    corrected = getattr(row, "correction", None)
    told = f"{row.description} (rättad, se {corrected.diary_number})" if corrected else row.description
    public = (
        row.diary_number,
        row.registered_on,
        str(row.organisation),
        row.subject_code,
        told,
        row.sender,
        row.recipient,
    )
    if not whole:
        return public
    return (*public, protected.text if protected else "", str(protected.ground or "") if protected else "")


def sheet(found: Table) -> Sheet:
    """The table as a sheet that can be sorted and filtered."""
    columns, rows = found
    wide = {"Ärende": 60, "Inte offentligt": 60, "Grund": 40}
    return Sheet("Diarium", tuple(Column(title, wide.get(title, 24)) for title in columns), rows)


def register(found: Table, title: str, of: str, made: datetime, *, more: bool, by: str) -> tree.Document:
    """The table as a paper that says what was searched for and whether it is all."""
    columns, rows = found
    cells = tuple(tuple(day(c) if isinstance(c, date) else c for c in row) for row in rows)
    blocks: list[tree.Block] = []
    if of:
        blocks.append(tree.Lead(f"Sökning: {of}."))
    if more:
        blocks.append(
            tree.Notice(
                "Inte hela diariet", f"Bara {PRINTED} rader får plats. Sök på ett år eller en myndighet."
            )
        )
    if cells:
        blocks.append(tree.Table(f"{len(cells)} registreringar", columns, cells, widths=WIDTHS[columns]))
    else:
        blocks.append(tree.Paragraph("Inget i diariet stämmer med sökningen."))
    what = "Offentlig del" if columns == PUBLIC else f"Med det som inte är offentligt. Utskrivet av {by}."
    return tree.Document(
        title=title,
        authors=("Medborgarlöften",),
        created=made,
        modified=made,
        identifier=f"diarium-{made.isoformat()}",
        blocks=tuple(blocks),
        kind="wide",
        kicker="Diarium",
        byline=(what, day(made)),
        description="Registrerade medborgarlöften och överenskommelser.",
    )
