"""What people said in the dialogues: one file for each, one line for each view."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

from agreements import chain
from dialogs.said.actions import declared
from processes import actions
from processes.models import Term

from ..hands import Hand


def bring_in(hand: Hand, dialog: Any, name: str, received_on: date) -> None:
    """Whoever took notes at the dialogue brings in the file, sorted already."""
    file = Path(__file__).parent / f"{name}.csv"
    text = file.read_text(encoding="utf-8")
    words = {(term.list, term.label): term for term in Term.objects.filter(list__in=LISTS.values())}
    rows = [
        {
            **row,
            **{field: words[kind, row[field]] for field, kind in LISTS.items()},
            "received_on": received_on,
        }
        for row in csv.DictReader(text.splitlines(), delimiter="|", quoting=csv.QUOTE_NONE)
    ]
    step, section = declared()
    actions.bring_in(
        by=hand.user,
        round_=hand.round,
        step=step,
        section=section,
        subject_id=dialog.pk,
        parent=dialog,
        rows=rows,
        file_name=file.name,
        sha256=chain.sha256(text),
    )


LISTS = {"theme": Term.List.THEME, "worry": Term.List.WORRY}


def sorting(theme: str, worry: str) -> dict[str, Term]:
    """The words of the lists that a view is sorted by."""
    chosen = {"theme": theme, "worry": worry}
    return {name: Term.objects.get(list=words, label=chosen[name]) for name, words in LISTS.items()}
