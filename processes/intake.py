"""That rows can come in from a spreadsheet (X-8). Declared on `Rows`; the kernel knows no more of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

MOST_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class Intake:
    """Which columns the rows come in by, and what a row looks like.

    A column is a field of the section's form and is headed by what the field is called. `example` gives
    what stands in the template's example row, as people would type it; the row is skipped when it is
    still there. `also` names other headings that people use for a field.
    """

    fields: tuple[str, ...]
    needed: tuple[str, ...]
    """Fields without which a row says nothing."""
    example: Mapping[str, str]
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    blank: Callable[..., Mapping[str, Any]] | None = None
    """`blank(facts, subject)` gives what stands where a row leaves a cell blank."""
    label: str = "Hämta från kalkylark"
    most: int = MOST_ROWS
