"""Gallring: what the rules say is erased, and nothing else; counted and logged, and once is enough."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from agreements import chain
from agreements.models import (
    ActivityLog,
    ChainContent,
    ChainEntry,
    Disposal,
    DisposalRule,
    LogPicture,
    ReleasePackage,
)
from agreements.record import disposal
from agreements.record.actions import disposing
from agreements.verifying import checking
from dialogs.models import Submission, SubmittedView, View
from processes.models import AccessLog, Draft
from processes.writing import Refused
from tests import fieldwork, situations, web

pytestmark = [pytest.mark.django_db, pytest.mark.row("LAG-8")]
BIRD = "Kanariefågel"
LATER = timedelta(days=800)


@pytest.fixture
def world():
    return situations.registered_promise()


@pytest.fixture
def much_later(time_machine):
    def travel():
        time_machine.move_to(timezone.now() + LATER)

    return travel


def rule(world, kind, months=24):
    return disposing.set_rule(
        by=world.cast.admin, kind=kind, version=0, months=months, decision="Beslut 2027:4, dnr A1/2027"
    )


def dispose(world):
    return disposing.dispose(by=world.cast.registrar, seen=disposing.shown(timezone.localdate()))


def numbers():
    return {d.rule.kind: d.number for d in disposal.due(timezone.localdate()) if d.number}


def test_without_a_decision_nothing_is_erased(world, much_later):
    Draft.objects.create(user=world.cast.officer, path="/x/", data={"text": BIRD})
    DisposalRule.objects.create(kind="draft", months=1)
    much_later()
    assert dispose(world) == [] and Draft.objects.count() == 1
    assert not Disposal.objects.exists()


def test_what_is_due_is_erased_logged_and_chained_once(world, much_later):
    Draft.objects.create(user=world.cast.officer, path="/x/", data={"text": BIRD})
    rule(world, "draft")
    assert numbers() == {}
    much_later()
    Draft.objects.create(user=world.cast.officer, path="/y/", data={"text": "nytt"})
    assert numbers() == {"draft": 1}
    (made,) = dispose(world)
    assert (made.number, made.decision, made.by) == (1, "Beslut 2027:4, dnr A1/2027", world.cast.registrar)
    assert [d.path for d in Draft.objects.all()] == ["/y/"]
    assert ChainEntry.objects.filter(kind="disposed").count() == 1
    assert dispose(world) == [] and Disposal.objects.count() == 1
    assert list(checking.faults()) == []


def test_the_contents_of_the_chain_go_and_the_chain_and_the_proof_stay(world, much_later):
    kinds = set(ChainEntry.objects.values_list("kind", flat=True))
    assert {"sent", "signed", "sealed", "registered"} <= kinds
    rule(world, "chain")
    much_later()
    dispose(world)
    left = set(ChainContent.objects.values_list("entry__kind", flat=True))
    assert left == {"signed", "sealed", "disposed"}
    assert list(chain.faults()) == [] and list(checking.faults()) == []


def test_the_words_of_views_go_everywhere_and_their_number_stays(world, much_later):
    view = world.add("dialogs.View", world.citizen_dialog, text=f"{BIRD} vid torget", place=BIRD)
    total = View.objects.count()
    rule(world, "view")
    much_later()
    assert "view" not in numbers()  # the round goes on
    world.round.refresh_from_db()
    world.round.closed_on = timezone.localdate() - LATER
    world.round.save()
    assert numbers() == {"view": total}
    dispose(world)
    view.refresh_from_db()
    assert (view.text, View.objects.count()) == (disposal.GONE, total)
    assert not View.history.filter(text__contains=BIRD).exists()
    with connection.cursor() as cursor:
        for table in (View._meta.db_table, View.history.model._meta.db_table):
            cursor.execute(f'SELECT * FROM "{table}"')
            assert BIRD not in repr(cursor.fetchall())
    assert dispose(world) == []


def test_pictures_go_with_file_words_and_history_and_that_it_was_done_stays(
    world, much_later, django_capture_on_commit_callbacks
):
    picture = fieldwork.noted(world, BIRD)
    rule(world, "picture")
    much_later()
    assert "picture" not in numbers()  # the round goes on
    world.round.refresh_from_db()
    world.round.closed_on = timezone.localdate() - LATER
    world.round.save()
    assert numbers() == {"picture": 1}
    with django_capture_on_commit_callbacks(execute=True):
        (made,) = dispose(world)
    assert (made.kind, made.number) == ("picture", 1)
    assert not picture.file.storage.exists(picture.file.name)
    assert not LogPicture.objects.exists() and not LogPicture.history.exists()
    assert ActivityLog.objects.filter(pk=picture.log_id).exists()
    assert dispose(world) == []


def test_receipts_of_the_web_go_when_the_dialogue_has_closed_and_the_views_stay(world, much_later):
    digital = web.opened(world)
    web.sent(digital, "Mörkt vid tunneln.")
    rule(world, "submission")
    views = View.objects.count()
    much_later()
    assert numbers() == {"submission": 1}
    dispose(world)
    assert not Submission.objects.exists() and not SubmittedView.objects.exists()
    assert View.objects.count() == views


def test_the_access_log_and_the_packages_go_after_their_time(world, much_later):
    AccessLog.objects.create(user=world.cast.chief, what="Lägesbild", purpose="Planering")
    ReleasePackage.objects.create(sha256="0" * 64, data=b"PK", made_at=timezone.now())
    rule(world, "access_log")
    rule(world, "package", 12)
    much_later()
    assert {row.kind: row.number for row in dispose(world)} == {"access_log": 1, "package": 1}
    assert not AccessLog.objects.exists() and not ReleasePackage.objects.exists()


def test_no_more_is_erased_than_was_shown(world, much_later):
    Draft.objects.create(user=world.cast.officer, path="/x/", data={})
    rule(world, "draft")
    much_later()
    seen = disposing.shown(timezone.localdate())
    rule_ = DisposalRule.objects.get(kind="draft")
    disposing.set_rule(
        by=world.cast.admin, kind="draft", version=rule_.version, months=1, decision="Beslut 2"
    )
    with pytest.raises(Refused, match="har ändrats"):
        disposing.dispose(by=world.cast.registrar, seen=seen)
    assert Draft.objects.count() == 1


def test_the_page_shows_the_dry_run_and_the_registrar_carries_it_out(world, client, much_later):
    Draft.objects.create(user=world.cast.officer, path="/x/", data={"text": BIRD})
    client.force_login(world.cast.admin)
    url = "/gallring/draft/"
    assert client.post(url, {"months": 24, "version": 0}).status_code == 422  # a time without a decision
    assert client.post(url, {"months": 24, "decision": "Beslut 1", "version": 0}).status_code == 302
    much_later()
    client.force_login(world.cast.registrar)
    page = client.get("/gallring/")
    assert "Gallra 1 st" in page.content.decode() and BIRD not in page.content.decode()
    assert Draft.objects.filter(path="/x/").exists()  # showing erases nothing
    assert client.post("/gallring/utfor/", {"sedd": page.context["seen"]}).status_code == 302
    assert not Draft.objects.filter(path="/x/").exists()
    assert "Beslut 1" in client.get("/gallring/").content.decode()
    client.force_login(world.cast.officer)
    refused = client.get("/gallring/")
    assert refused.status_code == 403 and "Bara registrator eller administratör" in refused.content.decode()


def test_the_command_shows_and_erases_for_a_named_registrar(world, capsys, much_later):
    Draft.objects.create(user=world.cast.officer, path="/x/", data={})
    rule(world, "draft")
    much_later()
    call_command("gallra", "--dry-run")
    assert "Utkast som ingen har sparat: 1 st" in capsys.readouterr().out
    assert Draft.objects.count() == 1
    for by in ([], ["--by", world.cast.officer.email]):
        with pytest.raises(CommandError):
            call_command("gallra", *by)
    call_command("gallra", "--by", world.cast.registrar.email)
    call_command("gallra", "--by", world.cast.registrar.email)
    assert "Inget att gallra" in capsys.readouterr().out and not Draft.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite's own")
def test_no_word_of_what_was_disposed_of_is_left_in_the_file(world, much_later):
    """A deleted row is forgotten by its table; here the bytes of the file itself are read."""
    birds = {kind: f"{kind.upper()}KANARIEN" for kind in ("draft", "package", "access_log", "view", "chain")}
    for number in range(40):  # enough to fill pages that are then given back, and to move rows between them
        text = f"{birds['draft']} {number} " * (1 + number * 9)
        Draft.objects.create(user=world.cast.officer, path=f"/{number}/", data={"text": text})
        world.add("dialogs.View", world.citizen_dialog, text=f"{birds['view']} {number}", place=birds["view"])
        AccessLog.objects.create(user=world.cast.chief, what="Lägesbild", purpose=birds["access_log"])
        chain.append("declined", "prov:1", {"by": 1, "reason": f"{birds['chain']} {number}"})
    ReleasePackage.objects.create(
        sha256="0" * 64, data=birds["package"].encode() * 9000, made_at=timezone.now()
    )
    assert {kind for kind, bird in birds.items() if bird.encode() in _bytes()} == set(birds)
    for kind in birds:
        rule(world, kind)
    world.round.refresh_from_db()
    world.round.closed_on = timezone.localdate()
    world.round.save()
    much_later()
    dispose(world)
    assert {kind for kind, bird in birds.items() if bird.encode() in _bytes()} == set()


def _bytes() -> bytes:
    """All that the database has on the disk."""
    connection.close()
    file = Path(connection.settings_dict["NAME"])
    return b"".join(part.read_bytes() for part in sorted(file.parent.glob(f"{file.name}*")))
