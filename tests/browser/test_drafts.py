"""Nothing that is typed is lost: not when one is interrupted, logged out, or meets someone else (X-3)."""

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import expect

from processes.models import Draft
from tests import situations
from tests.browser.pages import press
from tests.people import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.row("X-3")]
PURPOSE, ANCHORED = "Syftet med samverkan", "Var är arbetet förankrat politiskt eller strategiskt?"


@pytest.fixture
def world(live_server):
    return situations.new_round()


@pytest.fixture
def frames(world):
    """The address of the form that the tests write in."""
    step = world.method["collaboration"]
    return reverse("processes:edit", args=[world.round.pk, step.slug, _saved(world).pk, "ramar"])


def _saved(world):
    return world.record("processes.Collaboration")


def test_what_is_being_typed_is_kept_and_offered_in_another_browser(visit, world, frames):
    officer = visit(world.cast.officer, script=True)
    officer.page.clock.install()
    officer.page.goto(frames)
    officer.form.fill({PURPOSE: "Ett tryggare torg, dygnet"})
    with officer.page.expect_response(lambda r: "utkast" in r.url) as kept:
        officer.page.clock.run_for(5_000)
    assert kept.value.status == 204
    expect(officer.page.locator("[data-draft-status]")).to_contain_text("Utkast sparat")
    assert _saved(world).agreement_purpose == ""

    at_home = visit(world.cast.officer)
    at_home.page.goto(frames)
    at_home.sees("Du har ett utkast som inte är sparat")
    at_home.link("Fortsätt på det")
    expect(at_home.page.get_by_label(PURPOSE)).to_have_value("Ett tryggare torg, dygnet")
    at_home.save({PURPOSE: "Ett tryggare torg, dygnet runt"})
    assert _saved(world).agreement_purpose == "Ett tryggare torg, dygnet runt"
    at_home.page.goto(frames)
    expect(at_home.page.locator(".kept")).to_have_count(0)


def test_a_draft_can_be_thrown_away(visit, world, frames):
    Draft.objects.create(user=world.cast.officer, path=frames, data={"agreement_purpose": ["Fel text"]})
    officer = visit(world.cast.officer)
    officer.page.goto(frames)
    officer.form.save("Släng det")
    expect(officer.page.locator(".kept")).to_have_count(0)
    expect(officer.page.get_by_label(PURPOSE)).to_have_value("")


@pytest.mark.parametrize("script", [False, True], ids=["without script", "with script"])
def test_a_form_sent_after_the_session_ended_is_there_after_the_login(visit, world, frames, script):
    officer = visit(world.cast.officer, script=script)
    officer.page.goto(frames)
    officer.form.fill({PURPOSE: "Skrivet under en lång eftermiddag"})
    Session.objects.all().delete()
    officer.form.save()
    officer.sees_heading("Logga in")
    officer.form.fill({"E-postadress": world.cast.officer.email, "Lösenord": PASSWORD}).save("Logga in")
    officer.link("Fortsätt på det")
    expect(officer.page.get_by_label(PURPOSE)).to_have_value("Skrivet under en lång eftermiddag")
    officer.save({})
    assert _saved(world).agreement_purpose == "Skrivet under en lång eftermiddag"


def test_two_people_in_one_form_both_keep_their_words(visit, world, frames):
    officer, coordinator = visit(world.cast.officer), visit(world.cast.coordinator)
    for person in (officer, coordinator):
        person.page.goto(frames)
    coordinator.save({PURPOSE: "Kommunens syfte", ANCHORED: "Kommunstyrelsen i maj"})
    officer.form.fill({PURPOSE: "Polisens syfte"}).save()

    officer.sees_heading("Någon annan har sparat medan du skrev")
    officer.sees(world.cast.coordinator.name, "Kommunens syfte", "Polisens syfte", "Kommunstyrelsen i maj")
    assert _saved(world).agreement_purpose == "Kommunens syfte"
    mine = officer.page.get_by_role("group", name=PURPOSE, exact=True)
    mine.get_by_role("textbox").fill("Kommunens och polisens syfte")
    press(officer.page.get_by_role("button", name="Spara mitt val"))
    officer.is_told("Sparat.")
    saved = _saved(world)
    assert saved.agreement_purpose == "Kommunens och polisens syfte"
    assert saved.anchored == "Kommunstyrelsen i maj"  # what only the other had changed stays as it was


def test_the_one_who_yields_leaves_the_saved_text_as_it_is(visit, world, frames):
    officer, coordinator = visit(world.cast.officer), visit(world.cast.coordinator)
    for person in (officer, coordinator):
        person.page.goto(frames)
    coordinator.save({PURPOSE: "Kommunens syfte"})
    officer.form.fill({PURPOSE: "Polisens syfte"}).save()
    officer.page.get_by_label("Ta den sparade").check()
    officer.form.save("Spara mitt val")
    assert _saved(world).agreement_purpose == "Kommunens syfte"


def test_an_impatient_second_press_adds_one_row_only(visit, world):
    officer = visit(world.cast.officer)
    officer.page.goto(f"/processer/{world.round.pk}/steg/initiera-samverkan/")
    officer.link("Lägg till en ledamot")
    officer.form.fill({"Namn": "Anna Ek"})
    sent = (
        "() => new URLSearchParams(new FormData(document.querySelector('form[data-draft-url]'))).toString()"
    )
    form, address = officer.page.evaluate(sent), officer.page.url
    officer.save({})
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    again = officer.page.request.post(address, data=form, headers=headers)
    assert again.url == officer.page.url
    assert world.round.steering_members.count() == 1
