"""What people said in the dialogues: one file for each, one line for each view."""

import csv
from pathlib import Path
from typing import Any

from processes.models import Term


def said(name: str) -> list[dict[str, Any]]:
    """The views of a dialogue, each as the fields of its form: text, theme, place, worry, outcome."""
    with (Path(__file__).parent / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE))
    return [row | sorting(row["theme"], row["worry"]) for row in rows]


def sorting(theme: str, worry: str) -> dict[str, Term]:
    """The words of the lists that a view is sorted by."""
    chosen = (("theme", Term.List.THEME, theme), ("worry", Term.List.WORRY, worry))
    return {name: Term.objects.get(list=words, label=label) for name, words, label in chosen}
