"""Makes a new round of drafts from a file (docs/round-file.md)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from medborgarloften.portal.round_file import reading
from medborgarloften.portal.round_file.importing import Imported, bring_in, try_out
from processes import queries
from processes.models import User
from processes.writing import Refused


class Command(BaseCommand):
    """`import_round runda.json --as anna.ek@polisen.example --dry-run` tells what would come."""

    help = "Makes a new round of drafts from a file, as somebody who may start a round in its area."

    def add_arguments(self, parser: Any) -> None:
        """Which file, by whom, where, and whether for real."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--as", dest="email", required=True, help="e-mail address of who brings it in")
        parser.add_argument("--area", help="name of the local police area, when not the file's own")
        parser.add_argument("--title", default="", help="name of the new round, when not the file's own")
        parser.add_argument("--dry-run", action="store_true", help="only tell what would come")

    def handle(self, *, file: Path, email: str, area: str | None, title: str, **options: Any) -> None:
        """Bring the file in, or tell every fault in it. CommandError then, and nothing is made."""
        user = User.objects.filter(email__iexact=email, is_active=True).first()
        if user is None:
            raise CommandError(f"Ingen med adressen {email} kan logga in här.")
        where = queries.areas_to_start_in(user).filter(name=area).first() if area else None
        if area and where is None:
            raise CommandError(f"{user} kan inte starta en runda i ”{area}”.")
        act = try_out if options["dry_run"] else bring_in
        try:
            data = file.read_bytes()
            found = act(
                by=user,
                data=reading.read(data),
                source=reading.source(file.name, data),
                area=where,
                title=title,
            )
        except OSError as error:
            raise CommandError(f"Filen går inte att öppna: {error.strerror}.") from None
        except Refused as refused:
            raise CommandError(str(refused)) from None
        except reading.FileRefused as refused:
            raise CommandError("\n".join(refused.faults)) from None
        self._tell(found, options["dry_run"])

    def _tell(self, found: Imported, dry_run: bool) -> None:
        for step in found.counts:
            self.stdout.write(f"{step['step']}: {', '.join(step['what'])}")
        for text in found.left_out:
            self.stdout.write(f"Kommer inte med: {text}")
        if dry_run:
            self.stdout.write("Inget är sparat.")
        else:
            self.stdout.write(f"Rundan ”{found.round.title}” är inläst som runda {found.round.pk}.")
