"""Reads a file from anyone in a process of its own, with bounded memory and time.

A PDF can be made to unfold into gigabytes or to refer to itself for ever. Here it can only end this process,
which knows no database and no secret. Run by `inspect`; what goes in and out is JSON and the file's bytes.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from dataclasses import asdict
from datetime import datetime
from threading import BoundedSemaphore

from django.conf import settings

from agreements.sealing import Inspection, SealReport, Signature

MEMORY = 768 * 1024 * 1024
SECONDS = 10
AT_ONCE = 2  # per worker process
WAIT = 5  # seconds for one's turn
_AT_ONCE = BoundedSemaphore(AT_ONCE)


class Unreadable(Exception):
    """The file is no PDF, or one that can't be read within bounds."""


class Busy(Exception):
    """Too many ask at once."""


def inspect(pdf: bytes, *, original: bytes = b"") -> Inspection:
    """What the file says of itself. Raises Unreadable or Busy."""
    if not _AT_ONCE.acquire(timeout=WAIT):
        raise Busy
    try:
        return _ask(pdf, original)
    finally:
        _AT_ONCE.release()


def _ask(pdf: bytes, original: bytes) -> Inspection:
    told = {
        "SEAL_CERT": str(settings.SEAL_CERT),
        "SEAL_ROOTS": settings.SEAL_ROOTS,
        "roots": settings.SIGNATURE_ROOTS,
        "original": len(original),
    }
    try:
        done = subprocess.run(
            [sys.executable, "-m", "agreements.verifying.inspector"],
            input=json.dumps(told).encode() + b"\n" + original + pdf,
            capture_output=True,
            timeout=2 * SECONDS,
            cwd=settings.BASE_DIR,
            env={"PYTHONPATH": str(settings.BASE_DIR), "LC_ALL": "C.UTF-8"},
        )
    except subprocess.TimeoutExpired:
        raise Unreadable from None
    if done.returncode:
        raise Unreadable
    return _read(json.loads(done.stdout))


def _read(told: dict) -> Inspection:
    def timed(values: dict) -> dict:
        at = values["signed_at"]
        return values | {"signed_at": datetime.fromisoformat(at) if at else None}

    seal = timed(told["seal"])
    return Inspection(
        seal=SealReport(**seal | {"problems": tuple(seal["problems"])}),
        signatures=tuple(Signature(**timed(one)) for one in told["signatures"]),
        embedded=told["embedded"],
        only_signed=told["only_signed"],
    )


def main() -> None:
    """Within bounds: a line of JSON and the file in, what it says out."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    told = json.loads(sys.stdin.buffer.readline())
    settings.configure(SEAL_CERT=told["SEAL_CERT"], SEAL_ROOTS=told["SEAL_ROOTS"])
    from agreements import sealing

    original = sys.stdin.buffer.read(told["original"])
    found = sealing.inspect(sys.stdin.buffer.read(), roots=told["roots"], original=original)
    sys.stdout.write(json.dumps(asdict(found), default=datetime.isoformat))


if __name__ == "__main__":
    main()
