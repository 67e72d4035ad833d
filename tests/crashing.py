"""A process that is killed in the middle of signing and sealing, at a place of one's choice.

`python -m tests.crashing` reads one job per line and answers each with how its child ended. The
children are forked after everything slow has been imported. Places are counted as they come: calls
into the code that signs, chains, renders and seals, and each statement to and commit of the database.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from functools import wraps
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SIGNING = [str(path) for path in (ROOT / "agreements" / "signing").glob("*.py")]
OURS = {*SIGNING, *(str(ROOT / "agreements" / f"{name}.py") for name in ("chain", "document", "sealing"))}
THEIRS = {"execute", "commit", "_commit"}


class Crasher:
    """The driver's process, as a test sees it."""

    def __init__(self, database: str):
        env = {**os.environ, "DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        command = [sys.executable, "-m", "tests.crashing"]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=env, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True
        )

    def run(self, **job: Any) -> dict[str, Any]:
        """Do a job in a child of its own: its signal or exit status, and how many places it passed."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(job) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self) -> None:
        """End the driver."""
        self.process.communicate(timeout=30)


class _Places:
    """Counts places, and ends the process, without any farewell, at the chosen one."""

    def __init__(self, kill_at: int):
        self.kill_at, self.passed = kill_at, 0

    def at_one(self) -> None:
        self.passed += 1
        if self.passed == self.kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def profile(self, frame, event, _):
        code = frame.f_code
        if event in ("call", "return") and (code.co_filename in OURS or code.co_name in THEIRS):
            self.at_one()

    def unseen(self, owner: type, name: str) -> None:
        """Makes a place of each end of somebody else's long work, and looks at nothing within."""
        work = getattr(owner, name)

        @wraps(work)
        def alone(*args, **kwargs):
            self.at_one()
            sys.setprofile(None)
            try:
                return work(*args, **kwargs)
            finally:
                sys.setprofile(self.profile)
                self.at_one()

        setattr(owner, name, alone)


def _sign(job: dict[str, Any]) -> None:
    from agreements import signing
    from processes.models import Process, User

    signing.sign(
        by=User.objects.get(pk=job["user"]),
        round_=Process.objects.get(pk=job["round"]),
        version_id=job["version"],
        shown_hash=job["hash"],
    )
    if job["version"] in signing.unfinished():
        signing.finish(job["version"])


def _child(job: dict[str, Any], report: int) -> None:
    from django.core.management import call_command
    from pyhanko.sign import PdfSigner
    from weasyprint import HTML
    from weasyprint.document import Document as Laid

    places = _Places(job.get("kill_at", 0))
    for owner, name in ((HTML, "render"), (Laid, "write_pdf"), (PdfSigner, "sign_pdf")):
        places.unseen(owner, name)
    sys.setprofile(places.profile)
    if "version" in job:
        _sign(job)
    else:
        call_command("resume", stdout=sys.stderr)
    sys.setprofile(None)
    os.write(report, str(places.passed).encode())


def _fork(job: dict[str, Any]) -> dict[str, Any]:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        status = 1
        try:
            _child(job, writing)
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading) as file:
        places = int(file.read() or 0)
    return {"ended": os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), "places": places}


def main() -> None:
    """Serve jobs until the input ends."""
    import django

    django.setup()
    import pyhanko.sign
    from django.db import connection

    from agreements import signing
    from processes import queries
    from processes.documents import pdf
    from processes.method import get_method
    from tests import documents

    # All that is slow the first time, before any child is made; no child takes over a connection.
    assert pyhanko.sign and signing
    pdf.render(documents.long_promise())
    queries.load_facts(get_method(), 0)
    connection.close()
    if connection.vendor == "postgresql":
        connection.close_pool()
    for line in sys.stdin:
        print(json.dumps(_fork(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
