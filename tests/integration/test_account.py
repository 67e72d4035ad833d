"""How a promise goes, made public: what stands there, who says that it may, and what never gets out."""

import contextlib
import json
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agreements.models import Account, ChainEntry, Clearance, Measurement, PublicPage
from agreements.publication import accounting, duty, index
from agreements.verifying import checking
from processes import queries
from processes.method import get_method
from processes.models import Activity, Feedback, Goal, Record
from processes.writing import Refused
from tests import fieldwork, publishing, situations
from tests.examples import follow_up, implementation
from tests.publishing import act, draft

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def world():
    """Published, carried out and followed up: one thing short, one not done at all."""
    world = situations.published_promise()
    implementation.fill(world)
    follow_up.fill(world)
    return world


def shown(world):
    return Client().get(reverse("agreements:public_promise", args=[world.publication.slug])).content.decode()


@pytest.mark.row("ATE-2", page="/loften/<löfte>/")
@pytest.mark.row("ATE-2", "FAL-2")
def test_what_is_reported_becomes_public_when_it_is_published_and_not_before(world):
    reason = "Resurserna gick till den särskilda händelsen i mars."
    assert reason not in shown(world) and "Inget redovisat än" in shown(world)
    act(world, "clear", world.cast.officer)
    assert reason not in shown(world)
    made = act(world, "publish", world.cast.communicator)
    assert made.number == 1 and f"Senast redovisat {world.today.day} " in shown(world)
    told = json.loads(made.content)
    short = next(a for a in told["activities"] if a["what"] == world.short_activity.what)
    assert short["times"] == 1 and short["explanation"] == reason
    assert "Färre tillfällen under våren." in shown(world) and "Två kollegor blev kommenderade" in shown(
        world
    )


@pytest.mark.row("LOF-8")
def test_what_the_parties_keep_to_themselves_is_in_no_account(world):
    text = draft(world).text
    for secret in ("380 av 400", "Lugn kväll", "Börja tidigare på kvällen", world.plan.message):
        assert secret not in text
    told = json.loads(text)
    assert set(told) == {"schema", "activities", "changes", "feedback", "effects", "coming", "closed"}
    assert {key for a in told["activities"] for key in a} == {
        "what", "where", "told", "times", "amount", "hours", "longest", "shortest", "explanation", "told_on", "told_how",
    }  # fmt: skip
    counted = [a for a in world.activities if a.target_kind != "hours"]
    assert all(a["hours"] == "" for a in told["activities"] if a["what"] in {c.what for c in counted})


ALLOWED = {
    "Outcome.explanation",
    "Outcome.told_citizens_how",
    "ActivityChange.what_changed",
    "ActivityChange.why",
    "Measurement.source",
    "Measurement.caution",
    "Feedback.text",
    "LogPicture.alt",
    "LogPicture.sha256",
}


@pytest.mark.row("LOF-8", "ATE-2")
def test_of_all_that_is_written_in_a_round_the_account_holds_these_fields_and_no_other(world):
    goal = Goal.objects.filter(kind="effect", process=world.round).order_by("pk").first()
    world.add("agreements.Measurement", world.follow_up, goal=goal, value=41, measured_on=world.today)
    fieldwork.noted(world, public=True)
    fieldwork.noted(world, width=30)  # for those who work with it alone
    Feedback.objects.filter(step="feedback").update(public=True)
    world.feedback("feedback", world.round, ["citizens"])
    Feedback.objects.filter(pk=Feedback.objects.latest("pk").pk).update(public=True)
    words = {}
    for model in apps.get_models():
        if not issubclass(model, Record) or model in (Activity, Goal):
            continue  # by their wording what was signed is found again
        for field in model._meta.concrete_fields:
            free = (
                isinstance(field, models.TextField | models.CharField)
                and not field.choices
                and not field.unique
            )
            if free and field.name not in ("step", "subject_model", "about_model"):
                with contextlib.suppress(IntegrityError), transaction.atomic():
                    word = f"kanarie{len(words):04}"
                    model.objects.update(**{field.name: word[: field.max_length]})
                    words[word] = f"{model.__name__}.{field.name}"
    text = draft(world).text
    assert len(words) > 150
    assert {place for word, place in words.items() if word in text} == ALLOWED


@pytest.mark.row("ATE-2")
def test_before_and_after_stand_beside_each_other_with_the_word_of_caution(world):
    goal = Goal.objects.filter(kind="effect", process=world.round).order_by("pk").first()
    caution = "Vintern var mild."
    world.add(
        "agreements.Measurement",
        world.follow_up,
        goal=goal,
        value=41,
        measured_on=world.today,
        comparison=46,
        source="Torgmätning",
        caution=caution,
    )
    assert Measurement.objects.get(caution=caution).goal == goal
    publishing.account(world)
    page = shown(world)
    for text in ("Före", "Nu", "Jämförbart område", "41", "46", caution, "inte varför"):
        assert text in page


@pytest.mark.row("X-9")
def test_the_communicator_publishes_after_the_leaders_word_about_just_that(world):
    with pytest.raises(Refused, match="inte sagt att det här får publiceras"):
        act(world, "publish", world.cast.communicator)
    act(world, "clear", world.cast.officer)
    seen = draft(world).sha256
    with pytest.raises(Refused, match="redan sagt"):
        act(world, "clear", world.cast.coordinator)
    world.edit(world.change, why="Tre kollegor blev kommenderade.")
    with pytest.raises(Refused, match="Något har rapporterats"):
        act(world, "publish", world.cast.communicator, seen)
    with pytest.raises(Refused, match="inte sagt"):
        act(world, "publish", world.cast.communicator)
    act(world, "clear", world.cast.coordinator)
    act(world, "publish", world.cast.communicator)
    with pytest.raises(Refused, match="redan publicerat"):
        act(world, "publish", world.cast.communicator)
    assert (Account.objects.count(), Clearance.objects.count()) == (1, 2)


@pytest.mark.row("X-9")
def test_a_leader_who_publishes_alone_says_it_by_that_act(world):
    act(world, "publish", world.cast.coordinator)
    said, account = Clearance.objects.get(), Account.objects.get()
    assert (said.by, said.sha256) == (world.cast.coordinator, account.sha256)
    assert [e.kind for e in ChainEntry.objects.order_by("-number")[:2]] == ["accounted", "cleared"]
    assert list(checking.faults()) == []


@pytest.mark.row("LAG-9", "X-9")
def test_nobody_publishes_an_account_without_having_read_it(world):
    values = {"round_": world.round, "promise_id": world.promise.pk, "shown": draft(world).sha256}
    with pytest.raises(accounting.Unread):
        accounting.publish(by=world.cast.officer, read=False, **values)
    assert not Account.objects.exists() and not Clearance.objects.exists()


@pytest.mark.parametrize("who", ["chief", "employee", "partner", "registrar", "reader"])
def test_who_may_not_is_told_who_may(world, who):
    for name, words in (("clear", "Bara den som leder"), ("publish", "Bara kommunikatör")):
        with pytest.raises(Refused, match=words):
            act(world, name, getattr(world.cast, who))
    assert not Account.objects.exists()


@pytest.mark.row("LAG-9", "X-9")
def test_a_personnummer_in_what_is_reported_stops_it(world):
    world.edit(world.change, why="Kalle (900101-0017) blev sjuk.")
    with pytest.raises(Refused, match="personnummer"):
        act(world, "publish", world.cast.officer)
    client = Client()
    client.force_login(world.cast.officer)
    page = client.get(reverse("agreements:account", args=[world.round.pk, world.promise.pk])).content.decode()
    assert "ser ut att innehålla ett personnummer" in page and "Publicera läget</button>" not in page


@pytest.mark.row("X-9")
def test_each_account_is_in_the_chain_and_no_change_of_it_goes_unseen(world):
    publishing.account(world)
    assert [e.kind for e in ChainEntry.objects.order_by("-number")[:2]] == ["accounted", "cleared"]
    assert list(checking.faults()) == []
    with pytest.raises(Exception, match="only ever added"), transaction.atomic():
        Account.objects.update(content="{}")
    PublicPage.objects.update(fingerprint="0" * 64)
    assert ["listan stämmer inte" in str(fault) for fault in checking.faults()] == [True]
    assert index.rebuild() == 1
    assert list(checking.faults()) == []


@pytest.mark.row("ATE-2")
def test_an_earlier_account_is_still_there_as_it_read_that_day(world):
    publishing.account(world)
    world.edit(world.change, why="Tre kollegor blev kommenderade.")
    publishing.account(world)
    first = (
        Client().get(reverse("agreements:public_account", args=[world.publication.slug, 1])).content.decode()
    )
    assert "Två kollegor" in first and "Så såg det ut" in first
    assert "Tre kollegor" in shown(world) and "Två kollegor" not in shown(world)
    assert "/laget/1/" in shown(world) and "/laget/2/" not in shown(world)  # which is the page itself


def tasks(world, who, days=0):
    """What the page of work asks of someone, as many days later."""
    facts = queries.load_facts(get_method(), world.round.pk)
    facts.today += timedelta(days=days)
    actor = queries.actor_in(getattr(world.cast, who), world.round)
    return [task["text"] for task in duty.asked_of(get_method(), facts, actor)]


@pytest.mark.row("ATE-2", "X-9")
def test_who_publishes_is_told_when_citizens_know_less_than_is_reported(world):
    assert tasks(world, "officer") == tasks(world, "communicator") == []
    (asked,) = tasks(world, "officer", duty.SILENT)
    assert "Säg om läget får publiceras" in asked
    assert "Be den som leder" in tasks(world, "communicator", duty.SILENT)[0]
    assert tasks(world, "employee", duty.SILENT) == []
    act(world, "clear", world.cast.officer)
    assert tasks(world, "communicator")[0].startswith("Publicera läget")
    assert tasks(world, "officer") == [] != tasks(world, "officer", duty.LEFT_LYING)
    act(world, "publish", world.cast.communicator)
    assert tasks(world, "communicator", 400) == tasks(world, "officer", 400) == []


def test_nothing_is_asked_where_nothing_is_reported():
    assert tasks(situations.published_promise(), "officer", 400) == []


@pytest.mark.row("X-9")
def test_two_people_on_the_page_make_it_public(world):
    officer, communicator = Client(), Client()
    officer.force_login(world.cast.officer)
    communicator.force_login(world.cast.communicator)
    args = [world.round.pk, world.promise.pk]
    url, clear, publish = (
        reverse(f"agreements:{name}", args=args) for name in ("account", "clear", "publish_account")
    )
    page = communicator.get(url).content.decode()
    assert "Den som leder arbetet har inte sagt" in page and "Publicera läget</button>" not in page
    seen = {"fingeravtryck": draft(world).sha256}
    assert communicator.post(clear, seen).status_code == 403
    early = communicator.post(publish, seen)  # there is no box to tick yet, so it isn't asked for
    assert early.status_code == 409 and "har inte sagt att det här får" in early.content.decode()
    assert "Kryssa i" not in early.content.decode()
    assert officer.post(clear, seen | {"nyckel": "a"}).status_code == 302
    assert "Får publiceras, enligt" in communicator.get(url).content.decode()
    unread = communicator.post(publish, seen)
    assert unread.status_code == 422 and "Kryssa i att du har läst" in unread.content.decode()
    assert communicator.post(publish, seen | {"last": "ja", "nyckel": "b"}).status_code == 302
    assert communicator.post(publish, seen | {"last": "ja", "nyckel": "b"}).status_code == 302, "once"
    assert Account.objects.count() == 1
    done = officer.get(url).content.decode()
    assert "stämmer med det som är rapporterat" in done
    world.edit(world.change, why="Tre kollegor blev kommenderade.")
    changed = officer.get(url).content.decode()
    assert "<del>" in changed and "<ins>" in changed and "Tre kollegor" in changed


def test_the_page_of_work_asks_as_much_for_one_promise_as_for_many(world):
    def asked():
        facts = queries.load_facts(get_method(), world.round.pk)
        actor = queries.actor_in(world.cast.officer, world.round)
        with CaptureQueriesContext(connection) as count:
            list(duty.asked_of(get_method(), facts, actor))
        return len(count)

    one = asked()
    for number in range(3):
        publishing.another(world, f"Löfte {number}")
    assert asked() == one == 3
