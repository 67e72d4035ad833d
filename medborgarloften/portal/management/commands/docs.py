"""Writes the documents that follow from the declarations, or says which are out of date."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.template.loader import render_to_string

from medborgarloften.portal.docs import criteria, picture, rows
from medborgarloften.portal.round_file import schema
from processes.method import get_method

SHOWN = 20  # lines of a difference


def documents(root: Path) -> dict[str, Callable[[], str]]:
    """Each document's path, and what it should say."""
    method = get_method()
    return {
        "docs/criteria.md": lambda: criteria.text(method),
        "docs/rows.md": lambda: rows.text(method, root),
        "docs/round-schema.json": lambda: schema.text(method),
        "docs/process.svg": lambda: render_to_string("portal/_picture.svg", picture.picture(method)),
    }


class Command(BaseCommand):
    """`docs` writes, `docs --check` compares."""

    help = "Writes the documents of docs/ that follow from the declarations; with --check only compares."
    requires_system_checks = ()

    def add_arguments(self, parser: Any) -> None:
        """Compare instead of writing, and where."""
        parser.add_argument("--check", action="store_true")
        parser.add_argument("--root", type=Path, default=settings.BASE_DIR)

    def handle(self, *, check: bool, root: Path, **options: Any) -> None:
        """Write or compare all documents. CommandError when one is stale or a row is unproved."""
        stale = []
        for name, make in documents(root).items():
            path = root / name
            try:
                wanted = make()
            except rows.Unproved as unproved:
                raise CommandError(str(unproved)) from None
            there = path.read_text() if path.exists() else ""
            if there == wanted:
                continue
            if check:
                stale.append(name)
                lines = difflib.unified_diff(
                    there.splitlines(), wanted.splitlines(), name, "declared", lineterm="", n=0
                )
                self.stdout.write("\n".join(list(lines)[:SHOWN]))
            else:
                path.parent.mkdir(exist_ok=True)
                path.write_text(wanted)
                self.stdout.write(f"Wrote {name}.")
        if stale:
            raise CommandError(f"Out of date: {', '.join(stale)}. Run manage.py docs and commit the result.")
