"""Two who sign at the same moment: each signature once, one document, on both databases."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from agreements import chain, signing
from agreements.models import ChainEntry, SigningAct
from agreements.verifying import checking
from processes.writing import Refused
from tests import situations

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]


def at_once(*works):
    """Run the works in a thread each, released together; what each returned or was refused with."""
    start, found = Barrier(len(works)), [None] * len(works)

    def run(number, work):
        try:
            start.wait(timeout=10)
            found[number] = work()
        except Exception as error:  # handed to the test, which knows what to expect
            found[number] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return found


def sign_and_seal(world, user):
    """What the signing page does."""
    act = situations.sign(world, user)
    if world.sent.pk in signing.unfinished():
        signing.finish(world.sent.pk)
    return act


@pytest.mark.row("LOF-5")
def test_both_sign_at_once_and_one_document_is_sealed():
    world = situations.sent_for_signing()
    people = (world.cast.chief, world.cast.representative)
    found = at_once(*(lambda user=user: sign_and_seal(world, user) for user in people))
    assert {act.by_id for act in found} == {user.pk for user in people}
    assert situations.acts().count() == 2
    assert situations.documents().count() == 1
    assert list(checking.faults()) == []


@pytest.mark.row("LOF-5")
def test_the_same_person_in_four_windows_signs_once():
    world = situations.sent_for_signing()
    found = at_once(*(lambda: situations.sign(world, world.cast.chief) for _ in range(4)))
    assert sum(isinstance(f, SigningAct) for f in found) == 1
    assert sum(isinstance(f, Refused) for f in found) == 3
    assert list(chain.faults()) == []


@pytest.mark.row("LOF-5")
def test_sealed_from_three_sides_it_is_sealed_once():
    world = situations.sent_for_signing()
    situations.sign_all(world)
    found = at_once(*(lambda: signing.finish(world.sent.pk) for _ in range(3)))
    assert {f.sha256 for f in found} == {situations.documents().get().sha256}
    assert ChainEntry.objects.filter(kind="sealed", subject=f"version:{world.sent.pk}").count() == 1


@pytest.mark.slow
@pytest.mark.row("LOF-5")
@pytest.mark.parametrize("turn", range(5))
def test_an_edit_and_a_signature_at_once_never_leave_a_signature_on_what_was_not_shown(turn):
    world = situations.sent_for_signing()
    situations.sign(world, world.cast.chief)
    edit, signature = at_once(
        lambda: world.edit(world.promise, introduction=f"Vi lovar er något annat, gång {turn}."),
        lambda: situations.sign(world, world.cast.representative),
    )
    assert not isinstance(edit, Exception)
    assert isinstance(signature, SigningAct | Refused)
    for act in situations.acts().select_related("version"):
        assert act.content_hash == chain.sha256(act.version.content) == world.sent.content_hash
    assert "något annat" not in world.sent.content
    signed_by_all = isinstance(signature, SigningAct)
    assert (signing.unfinished() == [world.sent.pk]) is signed_by_all


@pytest.mark.slow
def test_two_rounds_append_to_one_chain_at_once():
    world, other = situations.planned_round(), situations.planned_round("bro")
    before = ChainEntry.objects.count()
    found = at_once(lambda: situations.send(world), lambda: situations.send(other))
    assert not any(isinstance(f, Exception) for f in found)
    assert [entry.number for entry in ChainEntry.objects.all()][before:] == [before + 1, before + 2]
    assert list(chain.faults()) == []


def test_a_work_that_fails_in_its_thread_is_seen():
    failed, done = at_once(lambda: 1 / 0, lambda: "gjort")
    assert isinstance(failed, ZeroDivisionError) and done == "gjort"
