"""Takes a copy while the site runs: `manage.py backup FOLDER`."""

from pathlib import Path

from django.core.management import BaseCommand, CommandError

from medborgarloften.backup import Unable, copies


class Command(BaseCommand):
    help = (
        "Copies database and attachments to a new folder, with the SHA-256 of each and the head of the chain."
    )

    def add_arguments(self, parser) -> None:
        """Where to."""
        parser.add_argument("folder", type=Path)

    def handle(self, *, folder: Path, **options) -> None:
        """Tells the head, to be kept elsewhere than the copy."""
        try:
            told = copies.take(folder)
        except Unable as reason:
            raise CommandError(str(reason)) from None
        self.stdout.write(f"Kopian ligger i {folder}. {told['documents']} förseglade dokument.")
        self.stdout.write(f"Skriv ned kedjans huvud: {told['head']}")
