"""Finishes what was broken off or is missing: `manage.py resume`, run at every start."""

import logging

from django.core.management import BaseCommand
from django.db import transaction

from agreements import signing
from agreements.publication import index
from agreements.record.actions import bringing_in

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Seals what all have signed but a crash left unsealed, lists what is published, and says what it did."
    )

    def handle(self, **options) -> None:
        """Leaves no signed promise unsealed and none that is published out of the public list. One that can't be
        mended does not keep a site from starting."""
        self._seal()
        self._list()

    def _list(self) -> None:
        for promise_id in index.missing():
            try:
                with transaction.atomic():
                    index.refresh(promise_id)
            except Exception as error:  # the next one may work, and the site must start
                logger.exception("Listing of promise %s failed", promise_id)
                self.stderr.write(f"Löfte {promise_id} gick inte att lista: {error}")
            else:
                self.stdout.write(f"Löfte {promise_id} fattades i den publika listan och står där nu.")

    def _seal(self) -> None:
        waiting = [(signing.finish, pk) for pk in signing.unfinished()]
        waiting += [(bringing_in.finish, pk) for pk in bringing_in.unfinished()]
        for finish, version_id in waiting:
            try:
                document = finish(version_id)
            except Exception as error:  # the next one may work, and the site must start
                logger.exception("Sealing of version %s failed", version_id)
                self.stderr.write(f"Version {version_id} gick inte att försegla: {error}")
            else:
                self.stdout.write(f"Version {version_id} förseglad. SHA-256: {document.sha256}")
