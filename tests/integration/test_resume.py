"""Killed anywhere between the last signature and its seal: resumed at the next start, once."""

import os
import signal
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from agreements import chain, signing
from agreements.models import ChainEntry, PublicPage, SealedDocument, SigningAct
from agreements.verifying import checking
from tests import situations
from tests.crashing import Crasher
from tests.tools import SECOND

pytestmark = pytest.mark.django_db(transaction=True)
KILLED = -signal.SIGKILL


def database() -> str:
    """The address of the test's own database, for another process."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{name}"


@pytest.fixture(scope="module")
def crasher(django_db_setup):
    found = Crasher(database())
    yield found
    found.close()


def the_last_signature(world, **more):
    """The job of signing as the municipality, the last to sign."""
    return {
        "user": world.cast.representative.pk,
        "round": world.round.pk,
        "version": world.sent.pk,
        "hash": world.sent.content_hash,
        **more,
    }


def problems() -> list[str]:
    """What is wrong with signatures, seals and their events, counted without the code under test."""
    found = list(chain.faults())
    for version in situations.versions().all():
        signed = SigningAct.objects.filter(version=version, kind="signed").count()
        sealed = SealedDocument.objects.filter(version=version).count()
        events = ChainEntry.objects.filter(subject=f"version:{version.pk}")
        if signed != 2 or sealed != 1:
            found.append(f"version {version.number}: {signed} signatures, {sealed} documents")
        if events.filter(kind="signed").count() != signed or events.filter(kind="sealed").count() != sealed:
            found.append(f"version {version.number}: events differ")
    return found


def next_version(world, number):
    """Something new to sign."""
    world.edit(world.promise, introduction=f"Det här lovar vi er som bor i Åby, för {number}:e gången.")
    situations.send(world)
    situations.sign(world, world.cast.chief)


def places(crasher, world) -> int:
    """How many places an undisturbed signing passes."""
    next_version(world, 0)
    whole = crasher.run(**the_last_signature(world))
    assert whole["ended"] == 0
    assert problems() == []
    return whole["places"]


def crash(crasher, parts: list[float]) -> list[bool]:
    """Kill a signing at these parts of its way; whether the signature was stored, each time."""
    world = situations.planned_round()
    count = places(crasher, world)
    assert count > 60
    stored = []
    for number, part in enumerate(parts, 1):
        next_version(world, number)
        assert crasher.run(**the_last_signature(world, kill_at=int(count * part)))["ended"] == KILLED
        stored.append(SigningAct.objects.filter(version=world.sent).count() == 2)
        assert crasher.run()["ended"] == 0
        if not stored[-1]:
            assert not SealedDocument.objects.filter(version=world.sent).exists()
            assert crasher.run(**the_last_signature(world))["ended"] == 0
        assert problems() == []
    assert situations.documents().count() == len(parts) + 1
    return stored


@pytest.mark.slow
@pytest.mark.both_databases
@pytest.mark.row("LOF-5")
def test_killed_at_twenty_places_it_is_sealed_once_each_time(crasher):
    """Every other place on the one database, the others on the other."""
    parts = [number / 21 for number in range(1, 21)]
    stored = crash(crasher, parts[::2] if SECOND else parts[1::2])
    assert min(stored.count(True), stored.count(False)) >= 2
    assert list(checking.faults()) == []


@pytest.mark.slow
@pytest.mark.both_databases
@pytest.mark.row("LOF-5")
def test_a_resume_that_is_itself_killed_is_resumed(crasher):
    world = situations.sent_for_signing()
    situations.sign_all(world)
    for place in (2, 30, 60):
        assert crasher.run(kill_at=place)["ended"] == KILLED
        assert signing.unfinished() == [world.sent.pk]
    assert crasher.run()["ended"] == 0
    assert problems() == []


@pytest.mark.slow
def test_the_count_sees_what_a_crash_left_and_what_is_there_twice(crasher):
    """The harness catches its planted faults."""
    world = situations.sent_for_signing()
    situations.sign_all(world)
    assert problems() == ["version 1: 2 signatures, 0 documents"]
    signing.finish(world.sent.pk)
    assert problems() == []
    chain.append("sealed", f"version:{world.sent.pk}", {"sha256": "0" * 64})
    assert problems() == ["version 1: events differ"]
    assert crasher.run(**the_last_signature(world))["ended"] == 1  # refused, and so no kill


@pytest.mark.slow
@pytest.mark.row("LOF-5")
def test_the_command_says_what_it_did(capsys):
    world = situations.sent_for_signing()
    situations.sign_all(world)
    command = [sys.executable, "manage.py", "resume"]
    env = {**os.environ, "DATABASE_URL": database(), "MODE": "test"}
    run = subprocess.run(command, cwd=settings.BASE_DIR, env=env, capture_output=True, text=True)
    document = situations.documents().get()
    assert run.stdout == f"Version {world.sent.pk} förseglad. SHA-256: {document.sha256}\n"
    call_command("resume")
    assert capsys.readouterr().out == ""
    assert situations.documents().get().pk == document.pk


def test_one_that_cannot_be_sealed_keeps_no_site_from_starting(capsys, settings, tmp_path):
    world = situations.sent_for_signing()
    situations.sign_all(world)
    settings.SEAL_CERT = str(tmp_path / "broken.crt")
    (tmp_path / "broken.crt").write_text("ingen stämpel")
    call_command("resume")
    assert f"Version {world.sent.pk} gick inte att försegla" in capsys.readouterr().err
    assert signing.unfinished() == [world.sent.pk]


@pytest.mark.row("X-9")
def test_what_was_published_before_there_was_a_list_of_it_is_listed(capsys):
    """As after an upgrade; a page that says something else than its snapshots is left to be looked into."""
    world = situations.published_promise()
    PublicPage.objects.all().delete()
    assert any("publika listan" in str(fault) for fault in checking.faults())
    call_command("resume")
    told = f"Löfte {world.promise.pk} fattades i den publika listan och står där nu.\n"
    assert capsys.readouterr().out == told
    assert list(checking.faults()) == []
    PublicPage.objects.update(fingerprint="0" * 64)
    call_command("resume")
    assert capsys.readouterr().out == "" and list(checking.faults()) != []


@pytest.mark.slow
@pytest.mark.row("LOF-5")
def test_every_start_of_a_site_resumes(settings, tmp_path):
    world = situations.sent_for_signing()
    situations.sign_all(world)
    settings.STATIC_ROOT = str(tmp_path)
    call_command("prepare")
    assert situations.documents().get().version_id == world.sent.pk
    for starts in ("bin/run", "deploy/medborgarloften.service"):
        assert "manage.py prepare" in (settings.BASE_DIR / starts).read_text().replace('"$python" ', "")
