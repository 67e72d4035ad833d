"""Puts a copy back and verifies it: `manage.py restore FOLDER [--replace]`. Stop the site first."""

import sys
from pathlib import Path

from django.core.management import BaseCommand, CommandError

from medborgarloften.backup import Unable, copies


class Command(BaseCommand):
    help = "Puts a copy back after it has been found whole, then verifies chain, files and seals."

    def add_arguments(self, parser) -> None:
        """From where, and whether what is there may go."""
        parser.add_argument("folder", type=Path)
        parser.add_argument("--replace", action="store_true", help="what is there now is replaced")

    def handle(self, *, folder: Path, replace: bool, **options) -> None:
        """Tells what was put back; exits with 1 when anything in it is not as it was."""
        try:
            report = copies.put_back(folder, replace=replace)
        except Unable as reason:
            raise CommandError(str(reason)) from None
        for fault in report.faults:
            self.stderr.write(f"{fault.kind}: {fault}")
        self.stdout.write(
            f"{report.entries} händelser och {report.documents} dokument är tillbaka. Kedjans huvud: {report.head}"
        )
        if report.faults:
            sys.exit(1)
