"""What can be wrong with the register, told apart: what to do about it differs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of fault, as a machine reads them."""

    LOCK = "lock_missing"
    GAP = "event_gone"
    CUT = "chain_cut_short"
    LINK = "chain_altered"
    PAYLOAD = "payload_altered"
    CONTENT = "content_altered"
    FILE = "file_altered"
    SWAPPED = "file_swapped"
    SEAL = "seal_broken"
    EVENT_MISSING = "row_without_event"
    ROW_MISSING = "event_without_row"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it was."""

    kind: Kind
    text: str

    def __str__(self) -> str:
        return self.text
