"""Checks an archive package or a handed out one: `manage.py verify_archive FILE`. Exits with 1 when it is not whole."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from agreements.record import archive


class Command(BaseCommand):
    help = "Verifies that an archive package holds what its manifest and the register's events say."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which file."""
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **options: Any) -> None:
        """Says what is wrong, or that nothing is."""
        try:
            data = file.read_bytes()
        except OSError as error:
            raise CommandError(f"{file} går inte att läsa: {error.strerror}") from None
        found = list(archive.faults(data))
        for fault in found:
            self.stderr.write(fault)
        if found:
            raise CommandError(f"{len(found)} fel hittades.")
        self.stdout.write(
            f"{file.name} är hel: varje fil stämmer med sitt fingeravtryck och registrets händelser."
        )
