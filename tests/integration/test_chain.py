"""The register's chain, and what holds it against the rows and files: every tampering is found.

The locks are taken away first, as someone who owns the database could.
"""

import json
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreements import chain, sealing
from agreements.models import (
    ChainContent,
    ChainEntry,
    DocumentVersion,
    Publication,
    Registration,
    SealedDocument,
    SigningAct,
)
from agreements.verifying import checking
from tests import situations
from tests.pdfs import pages

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def world():
    return situations.published_promise()


def entries() -> list[ChainEntry]:
    return list(ChainEntry.objects.order_by("number"))


@pytest.mark.row("LOF-5")
def test_every_act_is_an_event_that_follows_the_one_before(world):
    found = entries()
    signing = ["sent", "signed", "signed", "sealed"]
    assert [e.kind for e in found] == [
        *signing,  # the agreement
        *signing,
        "registered",
        "registered",
        "published",
    ]
    assert found[0].previous == chain.GENESIS
    assert all(after.previous == before.head for before, after in pairwise(found))
    assert list(chain.faults()) == list(checking.faults()) == []


def test_an_empty_register_has_no_faults():
    assert list(checking.faults()) == []
    assert chain.latest_head() == chain.GENESIS


def test_the_same_words_give_different_commitments(world):
    """Salted, so that nobody can guess an erased payload by trying."""
    payload = {"by": 1, "reason": "Nej"}
    first, second = (chain.append("declined", "prov:1", payload) for _ in range(2))
    assert first.commitment != second.commitment


def edit_kind():
    ChainEntry.objects.filter(number=2).update(kind="declined")


def edit_time():
    entry = entries()[2]
    ChainEntry.objects.filter(pk=entry.pk).update(at=entry.at.replace(year=2020))


def edit_subject():
    ChainEntry.objects.filter(number=4).update(subject="version:999")


def edit_payload():
    content = ChainContent.objects.get(entry__number=2)
    ChainContent.objects.filter(pk=content.pk).update(payload=content.payload.replace('"by":', '"by":1'))


def edit_commitment():
    ChainEntry.objects.filter(number=2).update(commitment="0" * 64)


def delete_in_the_middle():
    ChainContent.objects.filter(entry__number=3).delete()
    ChainEntry.objects.filter(number=3).delete()


def delete_and_renumber():
    delete_in_the_middle()
    for number in range(4, 8):
        ChainEntry.objects.filter(number=number).update(number=number - 1)


def swap():
    ChainEntry.objects.filter(number=2).update(number=99)
    ChainEntry.objects.filter(number=3).update(number=2)
    ChainEntry.objects.filter(number=99).update(number=3)


def insert():
    last = entries()[-1]
    ChainEntry.objects.filter(pk=last.pk).update(number=last.number + 1)
    forged = "f" * 64
    ChainEntry.objects.create(
        number=last.number,
        kind="signed",
        subject="version:1",
        commitment=forged,
        previous=last.previous,
        head=forged,
        at=last.at,
    )


def relink():
    """Change an event and make every later head anew, as someone who knows the recipe would."""
    previous = ""
    for entry in entries():
        kind = "declined" if entry.number == 2 else entry.kind
        previous = previous or entry.previous
        head = chain._head(entry.number, kind, entry.subject, entry.commitment, previous, entry.at)
        ChainEntry.objects.filter(pk=entry.pk).update(kind=kind, previous=previous, head=head)
        previous = head


def unlink():
    """Let the last event follow on nothing, and make its own head anew."""
    last, nothing = entries()[-1], "f" * 64
    head = chain._head(last.number, last.kind, last.subject, last.commitment, nothing, last.at)
    ChainEntry.objects.filter(pk=last.pk).update(previous=nothing, head=head)


def cut_short():
    ChainContent.objects.filter(entry__number__gte=6).delete()
    ChainEntry.objects.filter(number__gte=6).delete()


IN_THE_CHAIN = [
    edit_kind,
    edit_time,
    edit_subject,
    edit_payload,
    edit_commitment,
    delete_in_the_middle,
    delete_and_renumber,
    swap,
    insert,
    unlink,
]


@pytest.mark.row("LOF-5")
@pytest.mark.parametrize("attack", IN_THE_CHAIN)
def test_the_chain_alone_finds_what_was_done_to_it(unlocked, attack):
    attack()
    assert list(chain.faults())


@pytest.mark.row("LOF-5")
@pytest.mark.parametrize("attack", [relink, cut_short])
def test_what_the_chain_alone_cannot_see_the_rows_and_the_printed_head_tell(unlocked, attack):
    printed = chain.head_of(f"version:{unlocked.sent.pk}", "signed")
    latest = chain.latest_head()
    attack()
    assert list(chain.faults()) == []
    assert any("registret" in str(fault) for fault in checking.faults())
    assert printed not in {e.head for e in entries()} or latest not in {e.head for e in entries()}


ROWS = {
    DocumentVersion: {"content": '{"title":"Ett annat löfte"}'},
    SigningAct: {"mandate": "Ingen alls"},
    SealedDocument: {"sha256": "0" * 64},
    Registration: {"diary_number": "A000"},
    Publication: {"content": "{}"},
}


@pytest.mark.row("LOF-5")
@pytest.mark.parametrize("model", ROWS)
def test_a_changed_row_is_found_though_the_chain_is_whole(unlocked, model):
    model.objects.filter(pk=model.objects.first().pk).update(**ROWS[model])
    assert list(chain.faults()) == []
    assert len(list(checking.faults())) > len(list(checking.locks_off()))


@pytest.mark.parametrize("model", [SigningAct, Registration, Publication])
def test_a_row_that_is_gone_is_found(unlocked, model):
    model.objects.filter(pk=model.objects.first().pk).delete()
    assert any("stämmer inte med någon rad" in str(fault) for fault in checking.faults())


def test_a_row_put_in_beside_the_actions_is_found(world):
    act = SigningAct.objects.first()
    act.pk, act.party, act.name = None, None, "Någon annan"
    act.save()
    assert any("saknar sin händelse" in str(fault) for fault in checking.faults())


@pytest.mark.row("LOF-5")
def test_erased_content_leaves_everything_valid(world):
    ChainContent.objects.filter(entry__number__in=(2, 5)).delete()
    assert list(checking.faults()) == []
    chain.append("declined", "version:1", {"by": 1, "reason": "Efteråt"})
    assert list(chain.faults()) == []


def test_an_erased_event_still_needs_its_row(unlocked):
    ChainContent.objects.filter(entry__kind="published").delete()
    Publication.objects.all().delete()
    assert any("saknar sin rad" in str(fault) for fault in checking.faults())


@pytest.mark.row("LOF-5")
def test_the_head_printed_on_the_document_is_the_registers(world):
    head = chain.head_of(f"version:{world.sent.pk}", "signed")
    assert head in {entry.head for entry in entries() if entry.kind == "signed"}
    printed = "".join("".join(pages(bytes(world.sealed.pdf))).split())
    assert head in printed
    assert world.sent.content_hash in printed


@pytest.mark.row("LOF-5", "LAG-5")
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_flipped_bit_of_the_stored_file_is_found(world, data):
    pdf = bytearray(world.sealed.pdf)
    pdf[data.draw(st.integers(0, len(pdf) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    assert not sealing.verify(bytes(pdf), sha256=world.sealed.sha256).holds


def test_payloads_are_canonical(world):
    for content in ChainContent.objects.all():
        assert chain.canonical(json.loads(content.payload)) == content.payload
