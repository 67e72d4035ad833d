"""Disposes of what its time is up for: `manage.py gallra --dry-run`, then `manage.py gallra --by EMAIL`."""

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from agreements.record import disposal
from agreements.record.actions import disposing
from processes.models import User
from processes.writing import Refused


class Command(BaseCommand):
    help = "Erases what the rules of disposal say, and logs how much by which decision."

    def add_arguments(self, parser: CommandParser) -> None:
        """What is only shown, or who answers for it."""
        parser.add_argument("--dry-run", action="store_true", help="only show what would be erased")
        parser.add_argument("--by", metavar="EMAIL", help="the registrar who answers for it")

    def handle(self, *, dry_run: bool, by: str | None, **options: Any) -> None:
        """Shows each rule and what it finds; erases when somebody answers for it."""
        today = timezone.localdate()
        for due in disposal.due(today):
            self.stdout.write(told(due))
        if dry_run:
            return
        user = User.objects.filter(email__iexact=by or "").first()
        if user is None:
            raise CommandError("Ange vem som gallrar med --by E-POST, eller --dry-run för att bara visa.")
        try:
            made = disposing.dispose(by=user, seen=disposing.shown(today))
        except Refused as refused:
            raise CommandError(str(refused)) from None
        for row in made:
            self.stdout.write(f"Gallrat: {row.get_kind_display()}, {row.number} st, enligt {row.decision}.")
        if not made:
            self.stdout.write("Inget att gallra.")


def told(due: disposal.Due) -> str:
    """A rule and what it finds, on a line."""
    name = due.rule.get_kind_display()
    if not due.holds:
        return f"{name}: ingen regel, bevaras."
    return f"{name}: {due.number} st till och med {due.until}, efter {due.rule.months} månader ({due.rule.decision})."
