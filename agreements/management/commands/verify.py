"""Checks the register: `manage.py verify`. Exits with 1 when anything is not as it was."""

from django.core.management import BaseCommand, CommandError

from agreements import chain, checking
from agreements.models import ChainEntry, SealedDocument


class Command(BaseCommand):
    help = "Verifies the chain of events, and the fingerprint and seal of every stored document."

    def handle(self, **options) -> None:
        """Prints how much was checked and the head to compare with printed ones, or what is wrong."""
        found = list(checking.faults())
        for fault in found:
            self.stderr.write(fault)
        if found:
            raise CommandError(f"{len(found)} fel hittades.")
        self.stdout.write(
            f"{ChainEntry.objects.count()} händelser och {SealedDocument.objects.count()} dokument stämmer. "
            f"Registrets huvud: {chain.latest_head()}"
        )
