"""Locks on rows that are only ever added: triggers in the database itself, on both kinds.

No form, `QuerySet.update` or raw SQL gets past them. SQLite drops triggers when Django rebuilds a
table, so a later migration that alters one of these tables calls `lock` again; a test asserts that
all are there after the last migration.
"""

from __future__ import annotations

from typing import Any

LOCKED = (
    "agreements_promiseversion",
    "agreements_signingact",
    "agreements_sealeddocument",
    "agreements_registration",
    "agreements_publication",
    "agreements_chainentry",
)
# A chain entry's content may be erased by decision, never altered.
ERASABLE = ("agreements_chaincontent",)
REFUSAL = "only ever added, never changed"


def _sqlite(table: str, event: str) -> str:
    return (
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_{event} BEFORE {event} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table}: {REFUSAL}'); END"
    )


def _postgresql(table: str, event: str) -> str:
    return (
        f"CREATE OR REPLACE TRIGGER {table}_no_{event} BEFORE {event} ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION medborgarloften_append_only()"
    )


FUNCTION = (
    "CREATE OR REPLACE FUNCTION medborgarloften_append_only() RETURNS trigger AS $$ "
    f"BEGIN RAISE EXCEPTION '%: {REFUSAL}', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; "
    "END $$ LANGUAGE plpgsql"
)


def wanted() -> list[tuple[str, str]]:
    """Every (table, event) that must be locked."""
    return [(t, e) for t in LOCKED for e in ("update", "delete")] + [(t, "update") for t in ERASABLE]


def lock(apps: Any, schema_editor: Any) -> None:
    """Set all locks; used by migrations."""
    vendor = schema_editor.connection.vendor
    if vendor == "postgresql":
        schema_editor.execute(FUNCTION)
    make = _postgresql if vendor == "postgresql" else _sqlite
    for table, event in wanted():
        schema_editor.execute(make(table, event))


def unlock(apps: Any, schema_editor: Any) -> None:
    """Take all locks away; only for migrating backwards."""
    on = schema_editor.connection.vendor == "postgresql"
    for table, event in wanted():
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{event}{f' ON {table}' if on else ''}")
