"""A change to what is out for signing: its cost is said before, and the version is taken back in the same act."""

import pytest
from django.test import Client

from agreements import signing
from agreements.models import SigningAct
from agreements.signing import open_version
from processes.models import Deviation
from processes.writing import ASK_FIRST, AtStake
from tests import situations
from tests.situations import sign
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.row("X-6")]


@pytest.fixture
def world():
    found = situations.sent_for_signing()
    sign(found, found.cast.chief)
    return found


def kinds(world: World) -> list[str]:
    return [act.kind for act in world.sent.acts.order_by("pk")]


def is_out(world: World) -> bool:
    facts = world.facts()
    return open_version(facts, facts.get("agreements.Promise", world.promise.pk)) is not None


GUARDED = {
    "the promise's own words": lambda w: w.edit(w.promise, introduction="Vi lovar mindre."),
    "an activity": lambda w: w.edit(w.activities[0], target_value=1),
    "who does it": lambda w: w.remove(w.shares[2]),
    "a goal": lambda w: w.edit(w.goal, target_value=1),
    "a focus area": lambda w: w.edit(w.focus_area, target_picture="En annan målbild."),
    "a signatory": lambda w: w.edit(w.signatories["municipality"], title="T.f. ordförande"),
    "a deviation": lambda w: w.deviate("citizen_promise", w.promise, ["LOF-11:sign"]),
}
FREE = {
    "a view": lambda w: w.add("dialogs.View", w.citizen_dialog, text="Mörkt i tunneln."),
    "a note inside": lambda w: w.edit(w.collaboration, anchored="Kommunstyrelsen."),
    "how it is told": lambda w: w.edit(w.plan, message="Ett annat budskap."),
}


@pytest.mark.parametrize("what", GUARDED)
def test_what_stands_in_the_document_takes_the_version_back(world, what):
    GUARDED[what](world)
    assert kinds(world) == ["signed", "withdrawn"]
    last = world.sent.acts.latest("pk")
    assert last.by == last.by.__class__.objects.get(name=last.name)
    assert "ändrade något som står i löftet" in last.reason
    assert not is_out(world)


@pytest.mark.parametrize("what", FREE)
def test_what_does_not_stand_there_takes_nothing_back(world, what):
    FREE[what](world)
    assert kinds(world) == ["signed"]
    assert is_out(world)


def test_what_all_have_signed_is_never_taken_back(world):
    sign(world, world.cast.representative)  # and the sealing was broken off
    GUARDED["the promise's own words"](world)
    assert kinds(world) == ["signed", "signed"]


def test_an_act_that_would_cost_signatures_can_be_stopped_and_then_nothing_is_saved(world):
    token = ASK_FIRST.set(True)
    try:
        with pytest.raises(AtStake) as stake:
            GUARDED["an activity"](world)
    finally:
        ASK_FIRST.reset(token)
    (cost,) = stake.value.costs
    assert "Underskriften från Chief Aby upphävs." in cost
    world.activities[0].refresh_from_db()
    assert world.activities[0].target_value != 1
    assert kinds(world) == ["signed"]


def test_the_page_asks_first_keeps_what_was_typed_and_then_does_both():
    world = situations.sent_for_signing()
    client = Client()
    client.force_login(world.cast.officer)
    address = f"/processer/{world.round.pk}/steg/medborgarlofte/{world.promise.pk}/del/texter/"
    form = client.get(address).context["form"]
    typed = {name: form[name].value() or "" for name in form.fields} | {"introduction": "Vi lovar mindre."}
    sign(world, world.cast.chief)
    asked = client.post(address, typed, headers={"referer": f"http://testserver{address}"})
    shown = asked.content.decode()
    assert asked.status_code == 409
    assert (
        "Underskriften från Chief Aby upphävs." in shown and "Representative" not in shown.split("<main")[1]
    )
    assert f'href="http://testserver{address}"' in shown  # the way back, with nothing changed
    assert asked.context["kept"] and is_out(world)
    again = {item["name"]: item["value"] for item in asked.context["kept"]}
    assert again["introduction"] == "Vi lovar mindre."
    assert client.post(address, again | {"andra-anda": "1"}).status_code == 302
    world.promise.refresh_from_db()
    assert (world.promise.introduction, kinds(world)) == ("Vi lovar mindre.", ["signed", "withdrawn"])


def test_a_page_from_elsewhere_is_no_way_back(world):
    client = Client()
    client.force_login(world.cast.officer)
    address = f"/processer/{world.round.pk}/steg/medborgarlofte/{world.promise.pk}/avvikelse/"
    data = {"codes": ["LOF-11:sign"], "reason": "Rådet vilar."}
    asked = client.post(address, data, headers={"referer": "https://elsewhere.example/"})
    assert asked.status_code == 409 and "elsewhere.example" not in asked.content.decode()
    assert not Deviation.objects.filter(reason="Rådet vilar.").exists()


def test_a_version_of_an_agreement_is_taken_back_too():
    world = situations.planned_round()
    world.edit(world.agreement, title="Trygg i Åby, fortsättningen")
    sent = signing.send(by=world.cast.officer, round_=world.round, agreement_id=world.agreement.pk)
    world.edit(world.goal, target_value=1)  # no part of an agreement
    assert not sent.acts.exists()
    world.edit(world.focus_area, target_picture="En annan målbild.")
    assert [act.kind for act in sent.acts.all()] == [SigningAct.Kind.WITHDRAWN]
