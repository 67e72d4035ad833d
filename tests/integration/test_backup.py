"""The drill: copy while in use, put back elsewhere, verify. What was done to a copy is found before it is used."""

import json
import os
import subprocess
import sys
import tarfile
from contextlib import closing

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection

from agreements import chain
from medborgarloften.backup.copies import Unable, unpack
from tests import situations

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world():
    found = situations.published_promise()
    default_storage.save("bilagor/protokoll.txt", ContentFile(b"Protokoll"))
    yield found
    default_storage.delete("bilagor/protokoll.txt")


@pytest.fixture
def elsewhere(tmp_path):
    """Another place of the same kind of database, empty; run(command…) runs there."""
    data = tmp_path / "data"
    if connection.vendor == "sqlite":
        address, drop = f"sqlite:///{tmp_path / 'other.sqlite3'}", ""
    else:
        name = f"drill_{os.getpid()}"
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
        address, drop = os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{name}", name
    env = os.environ | {
        "MODE": "test",
        "DATABASE_URL": address,
        "DATA_DIR": str(data),
        "SEAL_CERT": str(settings.SEAL_CERT),
        "SEAL_KEY": str(settings.SEAL_KEY),
        "DJANGO_SETTINGS_MODULE": "medborgarloften.settings",
    }

    def run(*command):
        return subprocess.run(
            [sys.executable, "manage.py", *map(str, command)],
            cwd=settings.BASE_DIR,
            env=env,
            capture_output=True,
            text=True,
        )

    run.data, run.address = data, address
    yield run
    if drop:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {drop} WITH (FORCE)")


def in_the_copy(run, statement: str) -> None:
    """Change something past all locks in the database that was put back."""
    if connection.vendor == "sqlite":
        import sqlite3

        with closing(sqlite3.connect(run.address.removeprefix("sqlite:///"))) as other, other:
            for (name,) in other.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                other.execute(f"DROP TRIGGER {name}")
            other.execute(statement)
    else:
        import psycopg

        user = run.address.partition("://")[2].partition("@")[0]
        room, _, name = run.address.partition("@/")[2].rpartition("/")
        host = room if room.startswith("/") else f"/{room}"
        with psycopg.connect(dbname=name, user=user, host=host) as other:
            other.execute("SET session_replication_role = replica")
            other.execute(statement)


@pytest.mark.slow
@pytest.mark.both_databases
@pytest.mark.row("LOF-5", "LAG-5")
def test_copied_in_use_put_back_elsewhere_and_verified_with_the_same_head(world, elsewhere, tmp_path):
    folder = tmp_path / "copy"
    call_command("backup", folder)
    head = chain.latest_head()
    chain.append("published", "prov:1", {})  # life goes on after the copy
    put_back = elsewhere("restore", folder)
    assert put_back.returncode == 0, put_back.stderr
    assert f"dokument är tillbaka. Kedjans huvud: {head}" in put_back.stdout
    assert (elsewhere.data / "files" / "bilagor" / "protokoll.txt").read_bytes() == b"Protokoll"
    told = json.loads(elsewhere("verify_seals", "--json", "--head", head).stdout)
    assert (told["ok"], told["head"], told["faults"]) == (True, head, [])
    again = elsewhere("restore", folder)
    assert again.returncode == 1 and "Här finns redan uppgifter" in again.stderr
    in_the_copy(elsewhere, "UPDATE agreements_signingact SET mandate = 'Ingen' WHERE kind = 'signed'")
    spoilt = elsewhere("verify_seals", "--json")
    assert spoilt.returncode == 1
    assert "row_without_event" in {fault["kind"] for fault in json.loads(spoilt.stdout)["faults"]}
    assert elsewhere("restore", folder, "--replace").returncode == 0


@pytest.mark.row("LOF-5")
@pytest.mark.parametrize("part", ["database", "files", "manifest"])
def test_a_damaged_copy_is_refused_before_anything_is_touched(world, tmp_path, part):
    folder = tmp_path / "copy"
    call_command("backup", folder)
    (path,) = folder.glob(f"{part}*")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data) if part != "manifest" else b"{}")
    with pytest.raises(CommandError, match=r"skadad eller borta|ingen kopia"):
        call_command("restore", folder, "--replace")
    assert chain.latest_head() == list(chain.ChainEntry.objects.order_by("number"))[-1].head


def test_a_copy_goes_to_a_folder_of_its_own_for_its_owner_alone(world, tmp_path):
    folder = tmp_path / "copy"
    call_command("backup", folder)
    assert {path.stat().st_mode & 0o077 for path in folder.iterdir()} == {0}
    assert not [path for path in folder.iterdir() if "seal" in path.name or "key" in path.name]
    with pytest.raises(CommandError, match="inte tom"):
        call_command("backup", folder)


@pytest.mark.parametrize("name", ["../utanfor.txt", "/tmp/utanfor.txt"])
def test_a_copy_lays_nothing_outside_its_folder(name, tmp_path):
    with tarfile.open(tmp_path / "files.tar", "w") as tar:
        tar.addfile(tarfile.TarInfo(name))
    with tarfile.open(tmp_path / "files.tar") as tar, pytest.raises(Unable, match="inte är en bifogad fil"):
        unpack(tar, tmp_path / "inne")
    assert [path.name for path in tmp_path.iterdir()] == ["files.tar"]
