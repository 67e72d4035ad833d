"""On PostgreSQL the intelligence part belongs to a database role of its own (LOK-5).

The program's login neither reads nor writes those tables; it takes the role for as long as the
part is open and no longer. A query that strays there from anywhere else is refused by the database
itself. SQLite has no roles: there the policies, the facts and the log stand alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from .models import AccessLog, IntelligenceReference

ROLE = "medborgarloften_intelligence"
TABLES = tuple(
    model._meta.db_table for model in (IntelligenceReference, IntelligenceReference.history.model, AccessLog)
)


def _asked(sql: str, *parameters: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return bool(cursor.fetchone()[0])


def has_role() -> bool:
    """Whether the database has the role and the program's login may take it."""
    if connection.vendor != "postgresql":
        return False
    return _asked("SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = %s)", ROLE) and _asked(
        "SELECT pg_has_role(%s, 'MEMBER')", ROLE
    )


def exposed() -> list[str]:
    """The tables that the program's login reaches without the role; on SQLite the question has no meaning."""
    if connection.vendor != "postgresql":
        return []
    there = connection.introspection.table_names()
    reach = "SELECT has_table_privilege(%s, 'SELECT, INSERT, UPDATE, DELETE')"
    return [table for table in TABLES if table in there and _asked(reach, table)]


def seclude() -> None:
    """Give the tables to the role alone, if there is one; safe to repeat after every migration."""
    if not has_role():
        return
    with connection.cursor() as cursor:
        for table in TABLES:
            # The owner may still alter the table when it migrates, but not look into it.
            cursor.execute(f"REVOKE ALL ON {table} FROM PUBLIC, CURRENT_USER")
            cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {ROLE}")


@contextmanager
def taken_role() -> Iterator[None]:
    """A transaction in which the role is held; it is laid down when the block ends, however it ends."""
    with transaction.atomic():
        if not has_role():
            yield
            return
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL ROLE {ROLE}")
        yield
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE NONE")
