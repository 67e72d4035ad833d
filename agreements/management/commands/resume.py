"""Finishes sealings that were broken off: `manage.py resume`, run at every start."""

import logging

from django.core.management import BaseCommand

from agreements import signing

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Seals what all have signed but a crash left unsealed, and says what it did."

    def handle(self, **options) -> None:
        """Leaves no signed promise unsealed. One that can't be sealed does not keep a site from starting."""
        for version_id in signing.unfinished():
            try:
                document = signing.finish(version_id)
            except Exception as error:  # the next one may work, and the site must start
                logger.exception("Sealing of version %s failed", version_id)
                self.stderr.write(f"Version {version_id} gick inte att försegla: {error}")
            else:
                self.stdout.write(f"Version {version_id} förseglad. SHA-256: {document.sha256}")
