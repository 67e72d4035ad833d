"""Makes a site ready to serve: `manage.py prepare`, safe to repeat at every start."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import BaseCommand, call_command, get_commands

from processes.seclusion import seclude

STAMP = ".collected"


class Command(BaseCommand):
    help = "Migrates, collects changed static files, fills an empty demo, resumes broken-off sealing."

    def handle(self, **options) -> None:
        """Leaves a database and static files that the code in place can serve."""
        known = get_commands()
        call_command("migrate", interactive=False, verbosity=0, skip_checks=False)
        seclude()
        call_command("createcachetable", verbosity=0)
        collect_changed()
        if settings.MODE == "demo" and "demo" in known:
            if not get_user_model()._default_manager.exists():
                self.stderr.write("Bygger upp demons exempel. Det görs en gång.")
                call_command("demo")
            call_command("demo", "--accounts")
        if "resume" in known:
            call_command("resume")


def collect_changed() -> None:
    """Collects static files when any of them differs from what was collected last."""
    stamp = Path(settings.STATIC_ROOT) / STAMP
    state = state_of_static_files()
    if stamp.exists() and stamp.read_text() == state:
        return
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    stamp.write_text(state)


def state_of_static_files() -> str:
    """A fingerprint of the names and contents of everything there is to collect."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list(None), key=lambda found: found[0]):
            with storage.open(name) as file:
                digest.update(name.encode() + b"\0" + file.read())
    return digest.hexdigest()
