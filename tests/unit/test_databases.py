"""Each database is opened so that a saved row stays saved."""

import sqlite3
from contextlib import closing

import pytest
from django.db import connection

from medborgarloften.databases import wal_is_safe, with_options
from processes import queries
from processes.method import get_method

pytestmark = pytest.mark.both_databases


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
        ((4, 0, 0), True),
    ],
)
def test_write_ahead_logging_only_where_it_is_mended(version, safe):
    assert wal_is_safe(version) is safe


def test_own_options_win_and_the_rest_is_added():
    database = {"ENGINE": "django.db.backends.sqlite3", "OPTIONS": {"timeout": 9}}
    options = with_options(database)["OPTIONS"]
    assert (options["timeout"], options["transaction_mode"]) == (9, "IMMEDIATE")


@pytest.mark.row("LAG-8")
def test_sqlite_overwrites_what_is_deleted_however_it_was_built():
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.execute("PRAGMA secure_delete=OFF")
        for command in with_options({"ENGINE": "sqlite3"})["OPTIONS"]["init_command"].split(";"):
            opened.execute(command)
        assert opened.execute("PRAGMA secure_delete").fetchone() == (1,)


def test_postgresql_lends_connections_from_a_pool():
    assert with_options({"ENGINE": "django.db.backends.postgresql"})["OPTIONS"]["pool"]["max_size"] == 8


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite's own")
def test_sqlite_really_runs_with_full_synchronisation():
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        assert cursor.fetchone() == (2,)
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone() == ("wal" if wal_is_safe(sqlite3.sqlite_version_info) else "truncate",)


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="PostgreSQL's own")
def test_postgresql_plans_the_statement_for_facts_once():
    for _ in range(7):
        queries.load_facts(get_method(), 0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%UNION ALL%'")
        assert cursor.fetchone() == (1,)
