"""Writes the archive package of a round, as its authority has it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.http import Http404, HttpRequest

from agreements.record import policies
from agreements.record.actions.archiving import archived
from medborgarloften.portal.archive import build, own_authority
from processes import queries
from processes.method import get_method
from processes.models import Process, User
from processes.views.here import Here


class Command(BaseCommand):
    """`archive_round 7 --as rut@polisen.example --out runda7.zip`."""

    help = "Writes the archive package of a round for the authority of the person named by --as."

    def add_arguments(self, parser: Any) -> None:
        """Which round, for whom, and where to."""
        parser.add_argument("round", type=int, help="the number in the round's address")
        parser.add_argument("--as", dest="email", required=True, help="e-mail address of the registrar")
        parser.add_argument("--out", type=Path, required=True)

    def handle(self, *, round: int, email: str, out: Path, **options: Any) -> None:
        """Write the file and log it. CommandError when the person may not."""
        user = User.objects.filter(email__iexact=email, is_active=True).first()
        found = queries.rounds_of(user).select_related("area").filter(pk=round).first() if user else None
        if user is None or found is None:
            raise CommandError(f"Runda {round} finns inte för {email}.")
        here = _here(user, found)
        if not (answer := policies.can_archive(here.actor)):
            raise CommandError(answer.reason)
        try:
            organisation = own_authority(here)
        except Http404:
            raise CommandError(f"{email} arbetar inte hos någon av rundans myndigheter.") from None
        data = build(here, organisation)
        digest = archived(by=user, round_=found, organisation=organisation, data=data)
        out.write_bytes(data)
        self.stdout.write(f"{found.title}: {len(data)} byte i {out}. SHA-256: {digest}")


def _here(user: User, round_: Process) -> Here:
    method = get_method()
    facts = queries.load_facts(method, round_.pk)
    return Here(HttpRequest(), user, round_, queries.actor_in(user, round_), method, facts)
