"""What came along from the round before and nobody has said still holds (X-11). Pure."""

from __future__ import annotations

from .method import Facts, Row, Step


def waiting(facts: Facts) -> list[Row]:
    """What is to be confirmed, in the order it came: neither confirmed, saved anew nor gone.

    What is shared, as an agreement, carries also what came along to other rounds: that is theirs to confirm.
    """
    return [
        row
        for row in facts.rows("processes.Inherited")
        if row.process_id == facts.round.id and row.confirmed_at is None and _as_it_came(facts, row)
    ]


def _as_it_came(facts: Facts, row: Row) -> bool:
    there = facts.get(row.subject_model, row.subject_id)
    return there is not None and there.version == row.row_version


def rows_waiting(facts: Facts, step: Step, section: str) -> frozenset[int]:
    """The keys of a section's rows, or of the record itself, that wait to be confirmed."""
    return frozenset(
        row.subject_id for row in waiting(facts) if (row.step, row.section) == (step.key, section)
    )
