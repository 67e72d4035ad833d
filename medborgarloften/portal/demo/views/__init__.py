"""What people said in the dialogues: one file for each, one line for each view."""

import csv
from pathlib import Path


def said(name: str) -> list[dict[str, str]]:
    """The views of a dialogue, each as the fields of its form: text, theme, place, worry, outcome."""
    with (Path(__file__).parent / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE))
