"""Writes a round as a file (docs/round-file.md)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from medborgarloften.portal.round_file.exporting import WHOLE, export, text
from processes import policies, queries
from processes.models import Process, User


class Command(BaseCommand):
    """`export_round 7 --as anna.ek@polisen.example` writes what Anna may see."""

    help = (
        "Writes a round as JSON: what the person named by --as may see, or with --whole all that the "
        "police see. Intelligence is in neither."
    )

    def add_arguments(self, parser: Any) -> None:
        """Which round, seen by whom, and where to."""
        parser.add_argument("round", type=int, help="the number in the round's address")
        reader = parser.add_mutually_exclusive_group(required=True)
        reader.add_argument("--as", dest="email", help="e-mail address of the reader")
        reader.add_argument("--whole", action="store_true", help="as whoever leads the police's side sees it")
        parser.add_argument("--out", type=Path, help="a file; the standard output when left out")

    def handle(self, *, round: int, email: str | None, out: Path | None, **options: Any) -> None:
        """Write the file. CommandError when there is no such round for the reader."""
        found = Process.objects.select_related("area").filter(pk=round).first()
        actor, name = WHOLE, ""
        if email is not None:
            user = User.objects.filter(email__iexact=email, is_active=True).first()
            if user is None:
                raise CommandError(f"Ingen med adressen {email} kan logga in här.")
            actor, name = queries.actor_in(user, found) if found else WHOLE, user.name
        if found is None or not policies.can_see_round(actor):
            raise CommandError(f"Runda {round} finns inte för den läsaren.")
        data = text(export(found, actor, by=name))
        if out is None:
            self.stdout.write(data.decode(), ending="")
        else:
            out.write_bytes(data)
            self.stderr.write(f"{found.title}: {len(data)} byte i {out}")
