"""Feedback is written once: for those it is for, for the public page, and for other channels (ATE-1)."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from agreements.feedback import offered
from agreements.feedback.panel import told_last
from agreements.feedback.public import told_publicly
from agreements.keeping import Done
from processes.forms import about_key
from processes.method import Row
from processes.models import Feedback
from processes.pages import links
from processes.writing import Refused
from tests import situations

pytestmark = [pytest.mark.django_db, pytest.mark.row("ATE-1")]
EVERYONE = ["citizens", "staff", "partners"]


@pytest.fixture
def world():
    return situations.published_promise()


def tell(world, text="Nu är lamporna bytta.", **values):
    return world.feedback("feedback", world.round, EVERYONE, text=text, **values)


def public(world, promise=None):
    facts = world.facts()
    row = facts.get("agreements.Promise", (promise or world.promise).pk)
    return [said["text"] for said in told_publicly(facts, row)]


def url(world, name="feedback", *more, **query):
    return links.at(name, world.round.pk, world.method["feedback"], world.round.pk, *more, **query)


def of(activity):
    return ("processes.Activity", activity.pk)


def test_only_what_is_meant_for_everyone_is_public(world):
    tell(world, "Internt.")
    tell(world, "För alla.", public=True)
    assert public(world) == ["För alla."]


def test_what_is_planned_or_says_nothing_is_not_public(world):
    tell(world, "Sedan.", public=True, given_on=None, due_on=world.today)
    Feedback.objects.filter(text="Sedan.").update(given_on=None)
    tell(world, "  ", public=True)
    tell(world, "I morgon.", public=True)
    Feedback.objects.filter(text="I morgon.").update(given_on=world.today + timedelta(days=1))
    assert public(world) == []


def test_the_public_texts_come_in_time_order(world):
    for days, text in ((1, "Senast"), (9, "Först"), (4, "Sedan")):
        tell(world, text, public=True, given_on=world.today - timedelta(days=days))
    assert public(world) == ["Först", "Sedan", "Senast"]


def test_a_text_about_an_activity_belongs_to_the_promise_that_holds_it(world):
    other = world.create("citizen_promise", title="Ett annat löfte")
    tell(world, "Om lamporna.", public=True, about=of(world.activities[0]))
    tell(world, "Om det andra.", public=True, about=("agreements.Promise", other.pk))
    tell(world, "Om allt.", public=True)
    assert public(world) == ["Om lamporna.", "Om allt."]
    assert public(world, other) == ["Om det andra.", "Om allt."]


def two_promises():
    """A round whose second promise is for a focus area of its own."""
    world = situations.planned_round()
    area = world.add(
        "processes.FocusArea", title="Trafiken vid skolan", problem=world.problem, kind="area", priority=2
    )
    other = world.create("citizen_promise", title="Lugnare trafik")
    world.add("agreements.PromiseFocus", other, focus_area=area)
    return world, other


def waiting(world):
    step, facts = world.method["feedback"], world.facts()
    return {(debt.audience, debt.about) for debt in step.debts(facts, facts.round)}


@pytest.mark.both_databases
def test_a_promise_that_nothing_was_told_of_is_silent_though_another_is_told_of():
    """What tells of one promise, or of its activity, is no word about the other; what tells of all is (ATE-1)."""
    world, other = two_promises()
    with time_machine.travel(world.round.period_start + timedelta(days=100), tick=False):
        now = timezone.localdate()
        assert waiting(world) == {(audience, "") for audience in EVERYONE}
        tell(world, given_on=now, about=of(world.activities[0]))
        tell(world, given_on=timezone.localdate(), about=("agreements.Promise", world.promise.pk))
        assert waiting(world) == {(audience, "Lugnare trafik") for audience in EVERYONE}
        closing = {
            promise: {"ATE-1"} & world.codes("citizen_promise", "close", promise)
            for promise in (world.promise, other)
        }
        assert closing == {world.promise: set(), other: {"ATE-1"}}
        tell(world, given_on=now)
        assert waiting(world) == set()
        assert "ATE-1" not in world.codes("citizen_promise", "close", other)


def test_who_waits_to_hear_of_which_promise_is_said_where_it_is_told(client):
    world, _ = two_promises()
    with time_machine.travel(world.round.period_start + timedelta(days=91), tick=False):
        client.force_login(world.cast.communicator)
        tell(world, given_on=timezone.localdate(), about=("agreements.Promise", world.promise.pk))
        page = client.get(reverse("processes:step", args=[world.round.pk, "aterkoppling"])).content.decode()
        assert "Väntar på att höra om Lugnare trafik sedan 91 dagar: medborgare, medarbetare och" in page
        assert "Lugnare trafik" in client.get("/aterkopplingsskuld/").content.decode()


def test_a_signed_promise_is_silent_until_it_is_closed_not_until_its_period_ends(world):
    with time_machine.travel(world.round.period_end + timedelta(days=100), tick=False):
        assert waiting(world) == {(audience, "") for audience in EVERYONE}
        step, facts = world.method["feedback"], world.facts()
        over = {"step": "citizen_promise", "subject_id": world.promise.pk, "gate": "close"}
        closed = facts.joined([Row("processes.Decision", 0, over)])
        assert list(step.debts(closed, facts.round)) == []


def test_an_activity_is_untold_though_another_promise_was_told_of():
    world, other = two_promises()
    tell(world, about=("agreements.Promise", other.pk))
    assert told_last(world.facts())[world.activities[0].pk] is None
    tell(world, about=("agreements.Promise", world.promise.pk))
    assert told_last(world.facts())[world.activities[0].pk] == world.today


@pytest.mark.row("LAG-2")
def test_what_is_told_of_a_partys_own_ground_is_never_public(world, client):
    with pytest.raises(Refused, match="Bara det som berättas om de gemensamma stegen"):
        world.feedback("staff_dialog_what", world.what_dialog, ["staff"], public=True)
    client.force_login(world.cast.officer)
    page = links.at("feedback", world.round.pk, world.method["staff_dialog_what"], world.what_dialog.pk)
    assert 'name="public"' not in client.get(page).content.decode()


@pytest.mark.slow
def test_a_text_tells_only_of_what_is_the_rounds_own(world):
    elsewhere = situations.planned_round("by")
    with pytest.raises(Refused, match="finns inte längre"):
        tell(world, about=of(elsewhere.activities[0]))


def test_from_the_log_to_told_takes_one_press(world, client):
    """The form that the button opens is complete: it is sent as it came (ATE-1)."""
    world.add(
        "agreements.ActivityLog",
        world.round,
        activity=world.activities[0],
        done_on=world.today,
        by=world.cast.officer,
    )
    client.force_login(world.cast.communicator)
    page = client.get(reverse("processes:step", args=[world.round.pk, "aterkoppling"])).content.decode()
    way = url(world, om=about_key(*of(world.activities[0])))
    assert way in page and "Medborgarna har inte hört något än" in page
    form = client.get(way).context["form"]
    sent = {name: form[name].value() for name in form.fields}
    answer = client.post(
        url(world), {name: value for name, value in sent.items() if value not in (None, False)}
    )
    assert answer.status_code == 302
    made = Feedback.objects.get(process=world.round, about_id=world.activities[0].pk)
    assert (made.audiences, made.given_on, made.public) == (EVERYONE, world.today, True)
    assert made.text.startswith("Vi har lovat: ")
    assert told_last(world.facts())[world.activities[0].pk] == world.today
    assert "Allt som är inskrivet i genomförandet är berättat." in client.get(answer.url).content.decode()


def test_what_is_done_is_told_from_where_it_is_logged_by_those_who_may(world, client):
    world.add(
        "agreements.ActivityLog",
        world.round,
        activity=world.activities[0],
        done_on=world.today,
        by=world.cast.officer,
    )
    page = reverse("processes:step", args=[world.round.pk, "genomforande"])
    way = url(world, om=about_key(*of(world.activities[0]))).replace("&", "&amp;")
    for who, may in (("communicator", True), ("officer", True), ("employee", False), ("partner", False)):
        client.force_login(getattr(world.cast, who))
        assert (way in client.get(page).content.decode()) is may, who


@pytest.mark.row("LAG-9")
def test_a_public_text_says_something_and_points_out_nobody(world, client):
    client.force_login(world.cast.officer)
    values = {"audiences": EVERYONE, "given_on": world.today, "public": "on", "nyckel": "a"}
    empty = client.post(url(world), values | {"text": ""})
    assert empty.status_code == 422 and "Det finns ingen text att visa för alla" in empty.content.decode()
    person = client.post(url(world), values | {"text": "Vi talade med 19811218-9876."})
    assert person.status_code == 422 and "19811218-9876" in person.content.decode()
    assert not Feedback.objects.filter(public=True).exists()


def test_the_form_keeps_what_was_chosen(world, client):
    made = tell(world, public=True, about=of(world.activities[0]))
    client.force_login(world.cast.officer)
    form = client.get(url(world, "edit_feedback", made.pk)).context["form"]
    assert (form["public"].value(), form["about"].value()) == (True, about_key(*of(world.activities[0])))
    sent = {
        "audiences": EVERYONE,
        "given_on": world.today,
        "text": "Nytt",
        "version": made.version,
        "nyckel": "b",
    }
    assert client.post(url(world, "edit_feedback", made.pk), sent).status_code == 302
    made.refresh_from_db()
    assert (made.public, made.about_id, made.text) == (False, None, "Nytt")


def test_one_text_is_ready_for_other_channels(world, client):
    made = tell(world, public=True, about=of(world.activities[0]))
    client.force_login(world.cast.communicator)
    page = client.get(reverse("agreements:feedback_texts", args=[world.round.pk, made.pk]))
    texts = {text["id"]: text["text"] for text in page.context["texts"]}
    assert set(texts) == {"inlagg", "webb", "apt"}
    assert all(
        "Nu är lamporna bytta." in text and "http://testserver/loften/" in text for text in texts.values()
    )
    assert "readonly" in page.content.decode()  # without script it is marked and copied by hand


def test_texts_of_the_polices_own_ground_are_not_there_to_copy(world, client):
    made = world.feedback("staff_dialog_what", world.what_dialog, ["staff"])
    client.force_login(world.cast.officer)
    assert client.get(reverse("agreements:feedback_texts", args=[world.round.pk, made.pk])).status_code == 404


@pytest.mark.parametrize(
    ("kind", "value", "done", "says"),
    [
        ("at_least", 6, Done(2, 3), "Hittills: 3 av 6 vandringar."),
        ("per_week", 2, Done(9, 9), "Hittills: 9 vandringar."),
        ("hours", 40, Done(2, 2, None, 12), "Hittills: 12 av 40 timmar."),
        ("at_most_hours", 4, Done(2, 5, 3), "Det har som mest tagit 3 timmar."),
        ("yes_no", None, Done(1, 1), "Det har vi nu gjort en gång."),
        ("at_least", 6, Done(), "Det har inte börjat än."),
    ],
)
def test_the_words_to_begin_with_come_from_promise_and_log(kind, value, done, says):
    world = situations.planned_round()
    world.edit(
        world.activities[0],
        reason="Prov",
        what="Vandra.",
        target_kind=kind,
        target_value=value,
        target_unit="vandringar",
    )
    facts = world.facts()
    row = facts.get("processes.Activity", world.activities[0].pk)
    assert offered.words(facts, row, done) == f"Vi har lovat: Vandra. {says}"
