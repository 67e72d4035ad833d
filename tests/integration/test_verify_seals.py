"""`manage.py verify_seals`: what was done to the register is found, and told apart from everything else.

The locks are taken away first, as someone who owns the database could.
"""

import json

import pytest
from django.core.management import call_command
from django.db import connection

from agreements import append_only, chain
from agreements.models import ChainContent, ChainEntry, DocumentVersion, Registration, SealedDocument
from agreements.verifying import checking
from tests import locks, record, situations

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return situations.published_promise()


def kinds() -> set[str]:
    """What was found, but for the locks that the test itself took away."""
    return {str(fault.kind) for fault in checking.check().faults} - {"lock_missing"}


def run(capsys, *args) -> tuple[int, str, str]:
    """Exit status and what the command wrote."""
    status = 0
    try:
        call_command("verify_seals", *args)
    except SystemExit as end:
        status = end.code
    told = capsys.readouterr()
    return status, told.out, told.err


def numbers() -> list[int]:
    """The numbers of the events of the promise's version: sent, signed, signed, sealed and so on."""
    subject = f"version:{DocumentVersion.objects.latest('pk').pk}"
    found = ChainEntry.objects.filter(subject=subject).order_by("number")
    return list(found.values_list("number", flat=True))


def own() -> SealedDocument:
    """The promise's sealed document."""
    return SealedDocument.objects.latest("pk")


def cut_chain():
    last = ChainEntry.objects.latest("number").number
    ChainContent.objects.filter(entry__number__gt=last - 2).delete()
    ChainEntry.objects.filter(number__gt=last - 2).delete()


def event_taken_out():
    number = numbers()[2]
    ChainContent.objects.filter(entry__number=number).delete()
    ChainEntry.objects.filter(number=number).delete()


def event_altered():
    ChainEntry.objects.filter(number=numbers()[2]).update(kind="declined")


def payload_altered():
    ChainContent.objects.filter(entry__number=numbers()[0]).update(payload='{"by":1,"hash":"x"}')


def payload_erased():
    ChainContent.objects.filter(entry__number__in=numbers()[1:4:2]).delete()


def byte_changed():
    document = situations.documents().get()
    pdf = bytearray(document.pdf)
    pdf[len(pdf) // 3] ^= 1
    SealedDocument.objects.filter(pk=document.pk).update(pdf=bytes(pdf))


def byte_changed_and_registered_anew():
    byte_changed()
    document = situations.documents().get()
    SealedDocument.objects.filter(pk=document.pk).update(sha256=chain.sha256(bytes(document.pdf)))


def file_swapped():
    second, first = SealedDocument.objects.order_by("pk")  # the agreement's, and the promise's
    SealedDocument.objects.filter(pk=first.pk).update(pdf=second.pdf)


def file_and_row_swapped():
    second, first = SealedDocument.objects.order_by("pk")  # the agreement's, and the promise's
    SealedDocument.objects.filter(pk=first.pk).update(pdf=second.pdf, sha256=second.sha256)


def content_altered():
    DocumentVersion.objects.filter(pk=DocumentVersion.objects.latest("pk").pk).update(content="{}")


FOUND = {
    cut_chain: {"chain_cut_short", "row_without_event"},
    event_taken_out: {"event_gone", "chain_altered", "row_without_event"},
    event_altered: {"chain_altered", "row_without_event", "event_without_row"},
    payload_altered: {"payload_altered", "row_without_event", "event_without_row"},
    payload_erased: set(),
    byte_changed: {"file_altered", "seal_broken"},
    byte_changed_and_registered_anew: {
        "file_altered",
        "seal_broken",
        "row_without_event",
        "event_without_row",
        "content_altered",
    },
    file_swapped: {"file_swapped"},
    file_and_row_swapped: {"file_swapped", "row_without_event", "event_without_row", "content_altered"},
    content_altered: {"content_altered"},
}


@pytest.mark.row("LOF-5", "LAG-5")
@pytest.mark.parametrize("attack", FOUND)
def test_each_thing_done_to_the_register_is_told_by_its_own_kind(unlocked, attack):
    attack()
    assert kinds() == FOUND[attack]


@pytest.mark.row("LOF-5")
def test_a_register_that_holds_is_told_with_its_head(world, capsys):
    status, out, err = run(capsys)
    assert (status, err) == (0, "")
    assert out == f"11 händelser och 2 dokument stämmer. Registrets huvud: {chain.latest_head()}\n"


def test_a_fault_is_told_with_its_kind_and_the_status(unlocked, capsys):
    byte_changed()
    status, out, err = run(capsys)
    assert status == 1
    assert "file_altered: Dokumentet för version" in err
    assert "fel hittades" in err and "är kontrollerade" in out


def test_erased_content_is_counted_and_no_fault(unlocked, capsys):
    ChainContent.objects.filter(entry__number__in=numbers()[1:4:2]).delete()
    locks.run(append_only.locking(connection.vendor))
    status, out, _ = run(capsys)
    assert status == 0
    assert "innehållet i 2 händelser är gallrat" in out


def test_a_machine_is_answered_in_json(unlocked, capsys):
    byte_changed()
    status, out, err = run(capsys, "--json")
    told = json.loads(out)
    assert (status, err, told["ok"], told["documents"], told["erased"]) == (1, "", False, 2, 0)
    assert told["head"] == chain.latest_head()
    assert {"file_altered", "seal_broken"} <= {fault["kind"] for fault in told["faults"]}


@pytest.mark.row("LOF-5")
def test_a_head_kept_elsewhere_tells_what_the_database_alone_cannot(world, capsys):
    printed = chain.latest_head()
    assert run(capsys, "--head", f" {printed[:32].upper()} {printed[32:]}")[0] == 0
    status, _, err = run(capsys, "--head", "f" * 64)
    assert status == 1 and "chain_cut_short: Huvudet" in err


def test_a_run_that_checked_nothing_is_not_green(capsys):
    status, out, _ = run(capsys)
    assert status == 3
    assert "0 händelser och 0 dokument finns att kontrollera" in out


def as_it_was_told(kind, names, entry=None, **changed):
    """Make an event one of an older form, and the chain after it anew: as if it had been written so."""
    entry = entry or ChainEntry.objects.filter(kind=kind).earliest("number")
    payload = json.loads(entry.content.payload) | changed
    text = chain.canonical({name: payload[name] for name in names})
    ChainContent.objects.filter(entry=entry).update(payload=text)
    ChainEntry.objects.filter(pk=entry.pk).update(commitment=chain.sha256(f"{entry.content.salt}\n{text}"))
    previous = chain.GENESIS
    for row in ChainEntry.objects.order_by("number"):
        head = chain._head(row.number, row.kind, row.subject, row.commitment, previous, row.at)
        ChainEntry.objects.filter(pk=row.pk).update(previous=previous, head=head)
        previous = head


OLD = {"registered": ("number", "organisation", "by"), "sealed": ("sha256",)}


@pytest.mark.row("LOF-5", "LAG-5")
@pytest.mark.parametrize("kind", OLD)
def test_an_event_in_an_older_form_is_held_to_all_that_it_says(unlocked, kind, capsys):
    as_it_was_told(kind, OLD[kind])
    assert kinds() == set()
    locks.run(append_only.locking(connection.vendor))
    status, out, _ = run(capsys)
    assert status == 0 and "varav 1 händelser i en äldre form" in out
    locks.run(append_only.unlocking(connection.vendor))
    as_it_was_told(kind, OLD[kind], **{OLD[kind][0]: "annat"})
    assert {"row_without_event", "event_without_row"} <= kinds()


@pytest.mark.row("LOF-5", "LAG-5")
def test_what_no_form_ever_said_is_a_fault(unlocked):
    as_it_was_told("registered", ("number", "organisation"))
    assert kinds() == {"row_without_event", "event_without_row"}


@pytest.mark.row("LOF-5", "LAG-5")
def test_an_older_form_after_a_newer_one_is_a_fault(unlocked):
    last = ChainEntry.objects.filter(kind="registered").latest("number")
    as_it_was_told("registered", OLD["registered"], entry=last)
    assert kinds() == {"row_without_event", "event_without_row"}


@pytest.mark.row("LOF-5")
def test_an_older_event_without_its_row_is_told(unlocked):
    as_it_was_told("registered", OLD["registered"])
    Registration.objects.earliest("pk").delete()
    assert kinds() == {"event_without_row"}


@pytest.mark.row("LOF-5", "X-16")
def test_a_row_of_the_record_without_its_event_is_told_by_what_it_is(world):
    record.everything(world)
    told = {str(fault).partition(":")[0].split()[0] for fault in checking.check().faults}
    assert told >= {"Utlämnande", "Gallring", "Förklarat"}
