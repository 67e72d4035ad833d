"""How each database is opened: what must hold for a saved row to stay saved."""

import sqlite3

# Versions in which the WAL-reset fault, which can lose committed rows, is mended (docs/adr/0003).
WAL_FIXED = ((3, 44, 6), (3, 50, 7), (3, 51, 3))


def wal_is_safe(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> bool:
    """True when this SQLite may use write-ahead logging."""
    same_series = [fixed for fixed in WAL_FIXED if fixed[:2] == version[:2]]
    return version >= same_series[0] if same_series else version >= WAL_FIXED[-1]


def with_options(database: dict) -> dict:
    """The database as configured, with the options it needs to be trusted."""
    if database["ENGINE"].endswith("sqlite3"):
        journal = "WAL" if wal_is_safe() else "TRUNCATE"
        options = {
            # Deferred transactions lose updates between concurrent writers.
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            # With recursive triggers, REPLACE too meets the lock on rows that are only ever added.
            # With secure deletes what is disposed of is overwritten in the file, and not only forgotten.
            "init_command": f"PRAGMA journal_mode={journal};PRAGMA synchronous=FULL;"
            "PRAGMA recursive_triggers=ON;PRAGMA secure_delete=ON",
        }
    else:
        options = {
            "pool": {"min_size": 1, "max_size": 8, "timeout": 10},
            # What a connection is asked again and again it plans once: to plan the statement for the
            # facts of a round takes longer than to run it.
            "server_side_binding": True,
            "prepare_threshold": 5,
        }
    return {**database, "OPTIONS": {**options, **database.get("OPTIONS", {})}}
