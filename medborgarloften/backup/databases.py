"""Copying a database while it is in use, and putting a copy back: one way for each kind."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import environ
from django.db import connection, connections, transaction

from . import Unable

# On PostgreSQL the program's own login can't read the intelligence part (docs/adr/0010): this one can.
ADMINISTRATOR = "BACKUP_DATABASE_URL"
READ = (
    "SELECT head, (SELECT count(*) FROM agreements_sealeddocument) FROM agreements_chainentry "
    "ORDER BY number DESC LIMIT 1"
)


def copy(target: Path) -> tuple[str, int]:
    """Copy the database as it is at one moment. The chain's head and the number of sealed documents then."""
    return (_copy_postgresql if connection.vendor == "postgresql" else _copy_sqlite)(target)


def put_back(source: Path) -> None:
    """Put a copy in the place of what is there."""
    (_restore_postgresql if connection.vendor == "postgresql" else _restore_sqlite)(source)


def _copy_sqlite(target: Path) -> tuple[str, int]:
    with closing(sqlite3.connect(_file())) as source, closing(sqlite3.connect(target)) as made:
        source.backup(made)
        if (said := made.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            raise Unable(f"Databasen är skadad: {said[:200]}")
        return _told(made.execute(READ).fetchone())


def _restore_sqlite(source: Path) -> None:
    connections.close_all()
    with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as made:
        if made.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise Unable("Kopian av databasen är skadad.")
        with closing(sqlite3.connect(_file())) as target:
            made.backup(target)


def _file() -> str:
    return str(connection.settings_dict["NAME"])


def _told(row: Any) -> tuple[str, int]:
    return (row[0], int(row[1])) if row else ("", 0)


def _copy_postgresql(target: Path) -> tuple[str, int]:
    with _one_moment() as cursor:
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = cursor.fetchone()[0]
        _run("pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--file={target}")
        cursor.execute(READ)
        return _told(cursor.fetchone())


@contextmanager
def _one_moment() -> Iterator[Any]:
    """A transaction that sees the database as it was when it began, however long it takes."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield cursor


def _restore_postgresql(source: Path) -> None:
    connections.close_all()
    name = _login()["NAME"]
    _run(
        "pg_restore",
        "--clean",
        "--if-exists",
        "--exit-on-error",
        "--single-transaction",
        f"--dbname={name}",
        source,
    )


def _login() -> dict[str, Any]:
    given = os.environ.get(ADMINISTRATOR)
    return environ.Env.db_url_config(given) if given else connection.settings_dict


def _run(tool: str, *args: Any) -> None:
    """Run one of PostgreSQL's own tools. The password goes by the environment, where no list of processes shows it."""
    login = _login()
    names = {
        "PGDATABASE": "NAME",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
        "PGHOST": "HOST",
        "PGPORT": "PORT",
    }
    own = {name: str(login[key]) for name, key in names.items() if login.get(key)}
    path = _tool(tool)
    done = subprocess.run(  # noqa: S603 – a fixed tool, with arguments of ours
        [path, *map(str, args)], env=os.environ | own, capture_output=True, text=True
    )
    if done.returncode:
        hint = (
            f" Ange databasadministratörens adress i {ADMINISTRATOR}." if "permission" in done.stderr else ""
        )
        raise Unable(f"{tool} misslyckades: {done.stderr.strip()[:500]}{hint}")


def _tool(name: str) -> str:
    """The newest there is: a tool older than the server refuses."""
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda p: int(p.parts[-3]))
    found = str(installed[-1]) if installed else shutil.which(name)
    if not found:
        raise Unable(f"{name} finns inte på den här datorn. Installera postgresql-client.")
    return found
