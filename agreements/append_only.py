"""Locks on rows that are only ever added: triggers in the database itself, on both kinds.

No form, `QuerySet.update` or raw SQL gets past them. SQLite drops triggers when Django rebuilds a
table, so a later migration that alters one of these tables calls `lock` again; a test asserts that
all are there after the last migration.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Any

LOCKED = (
    "agreements_documentversion",
    "agreements_signingact",
    "agreements_signingcopy",
    "agreements_sealeddocument",
    "agreements_registration",
    "agreements_publication",
    "agreements_clearance",
    "agreements_account",
    "agreements_chainentry",
    "processes_decision",
    "processes_judgement",
    "processes_tick",
    "processes_situationversion",
    "processes_handover",
    "dialogs_senderanswer",
    "agreements_protectedsubject",
    "agreements_numbernote",
    "agreements_release",
    "agreements_disposal",
    "agreements_outsidedocument",
)
# May be disposed of by rule (see record/disposal.py), never altered: a chain entry's content, what came in by the
# web, who has been in the intelligence part, copies of what was handed out.
ERASABLE = (
    "agreements_chaincontent",
    "agreements_releasepackage",
    "dialogs_submission",
    "dialogs_submittedview",
    "processes_accesslog",
)
REFUSAL = "only ever added, never changed"


def _sqlite(table: str, event: str) -> str:
    return (
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_{event} BEFORE {event} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table}: {REFUSAL}'); END"
    )


def _postgresql(table: str, event: str) -> str:
    each = "STATEMENT" if event == "truncate" else "ROW"
    return (
        f"CREATE OR REPLACE TRIGGER {table}_no_{event} BEFORE {event} ON {table} "
        f"FOR EACH {each} EXECUTE FUNCTION medborgarloften_append_only()"
    )


FUNCTION = (
    "CREATE OR REPLACE FUNCTION medborgarloften_append_only() RETURNS trigger AS $$ "
    f"BEGIN RAISE EXCEPTION '%: {REFUSAL}', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; "
    "END $$ LANGUAGE plpgsql"
)


def wanted(vendor: str) -> list[tuple[str, str]]:
    """Every (table, event) that must be locked. PostgreSQL can also empty a table row by no row."""
    events = ["update", "delete"] + ["truncate"] * (vendor == "postgresql")
    found = [(table, event) for table in LOCKED for event in events]
    return found + [(table, event) for table in ERASABLE for event in events if event != "delete"]


def locking(vendor: str, tables: Container[str] = (*LOCKED, *ERASABLE)) -> list[str]:
    """The statements that set the locks on those tables; safe to repeat."""
    make = _postgresql if vendor == "postgresql" else _sqlite
    pairs = [(table, event) for table, event in wanted(vendor) if table in tables]
    return [FUNCTION] * (vendor == "postgresql") + [make(*pair) for pair in pairs]


def unlocking(vendor: str, locks: Iterable[tuple[str, str]] | None = None) -> list[str]:
    """The statements that take those locks away; all that are wanted when none are named."""
    on = " ON {0}" if vendor == "postgresql" else ""
    pairs = wanted(vendor) if locks is None else locks
    return [f"DROP TRIGGER IF EXISTS {{0}}_no_{{1}}{on}".format(*pair) for pair in pairs]


def lock(apps: Any, schema_editor: Any) -> None:
    """Set the locks on all tables there are so far; used by migrations."""
    there = schema_editor.connection.introspection.table_names()
    for statement in locking(schema_editor.connection.vendor, there):
        schema_editor.execute(statement, params=None)


def loosen(apps: Any, schema_editor: Any) -> None:
    """Let rows be disposed of that used to be locked for ever; used by migrations."""
    there = schema_editor.connection.introspection.table_names()
    on = " ON {0}" if schema_editor.connection.vendor == "postgresql" else ""
    for table in ERASABLE:
        if table in there:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {{0}}_no_delete{on}".format(table), params=None)


def unlock(apps: Any, schema_editor: Any) -> None:
    """Take away every lock there is, also of tables that have another name by now; for migrations that alter
    or rename a locked table, which then lock anew, and for migrating backwards."""
    connection = schema_editor.connection
    for statement in unlocking(connection.vendor, sorted(set_locks(connection))):
        schema_editor.execute(statement, params=None)


def set_locks(connection: Any) -> set[tuple[str, str]]:
    """The locks that are there, as (table, event), asked of the database itself."""
    if connection.vendor == "postgresql":
        # A trigger that is switched off guards nothing.
        sql = (
            "SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')"
        )
    else:
        sql = "SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'"
    with connection.cursor() as cursor:
        cursor.execute(sql)
        rows = cursor.fetchall()
    return {
        (table, name.removeprefix(f"{table}_no_")) for table, name in rows if name.startswith(f"{table}_no_")
    }
