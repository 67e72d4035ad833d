"""Nothing is typed twice: blank forms hold what the round already says, to be kept or changed (X-18)."""

from html.parser import HTMLParser

import pytest
from django.test import Client

from processes.pages import links
from tests import situations

pytestmark = [pytest.mark.django_db, pytest.mark.row("X-18")]
HINT = "Förslag hämtat från det som redan finns."


class Form(HTMLParser):
    """What the fields of a page hold before anyone has typed."""

    def __init__(self, page: str):
        super().__init__(convert_charrefs=True)
        self.values: dict[str, str] = {}
        self._select = self._area = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "select":
            self._select = values.get("name", "")
        elif tag == "option" and "selected" in values:
            self.values[self._select] = values.get("value") or ""
        elif tag == "textarea":
            self._area = values.get("name", "")
        elif tag == "input" and (values.get("type") not in ("radio", "checkbox") or "checked" in values):
            self.values[values.get("name", "")] = values.get("value") or ""

    def handle_data(self, data):
        if self._area:
            self.values[self._area] = data.strip()

    def handle_endtag(self, tag):
        if tag == "textarea":
            self._area = ""


def form(world, step_key, subject, section, name="add_row", *more, by=None):
    client = Client()
    client.force_login(by or world.cast.officer)
    step = world.method[step_key]
    page = client.get(links.at(name, world.round.pk, step, subject.pk, section, *more)).content.decode()
    return Form(page).values, page


def test_signatories_come_with_name_title_and_mandate():
    world = situations.planned_round()
    for signatory in world.signatories.values():
        world.remove(signatory)
    values, page = form(world, "citizen_promise", world.promise, "undertecknare")
    assert values["party"] == str(world.parties["police"].pk)
    assert values["user"] == str(world.cast.chief.pk)
    assert values["title"] == "Lokalpolisområdeschef"
    assert values["mandate"] == world.agreed["police"].mandate
    assert HINT in page


def test_after_the_chief_comes_the_municipality():
    world = situations.planned_round()
    world.remove(world.signatories["municipality"])
    values, _ = form(world, "citizen_promise", world.promise, "undertecknare")
    assert values["user"] == str(world.cast.representative.pk)
    assert values["mandate"] == world.agreed["municipality"].mandate


def test_the_promise_begins_with_what_the_steps_have_said():
    world = situations.planned_round()
    promise = world.create("citizen_promise", title="Ett till")
    world.add("agreements.PromiseFocus", promise, focus_area=world.focus_area)
    values, _ = form(world, "citizen_promise", promise, "texter", "edit")
    assert values["picture"] == world.problem.citizen_view
    assert world.municipality.name in values["introduction"]
    assert form(world, "citizen_promise", promise, "grunder", "edit")[0]["agreement"] == str(
        world.agreement.pk
    )


def test_what_was_written_is_not_written_over():
    world = situations.planned_round()
    values, page = form(world, "citizen_promise", world.promise, "texter", "edit")
    assert values["picture"] == world.promise.picture
    assert HINT not in page
    values, _ = form(world, "activity_plan", world.activity_plan, "ansvariga", "edit_row", world.shares[0].pk)
    assert values["party"] == str(world.shares[0].party_id)


def test_what_several_could_answer_is_left_to_people():
    world = situations.planned_round()
    values, _ = form(world, "activity_plan", world.activity_plan, "aktiviteter")
    assert values["cause"] == str(world.cause.pk)
    world.add("processes.Cause", world.analysis, text="Belysningen är trasig", horizon="near")
    values, _ = form(world, "activity_plan", world.activity_plan, "aktiviteter")
    assert values.get("cause", "") == ""


def test_an_activity_nobody_has_taken_on_is_offered_to_the_one_who_entered_it():
    world = situations.planned_round()
    activity = world.add(
        "processes.Activity", by=world.cast.coordinator, what="Lysa upp gångvägen", cause=world.cause
    )
    values, _ = form(world, "activity_plan", world.activity_plan, "ansvariga")
    assert values["activity"] == str(activity.pk)
    assert values["party"] == str(world.parties["municipality"].pk)


def test_nothing_suggested_is_saved_until_somebody_saves_it():
    world = situations.new_round()
    plan = world.record("processes.ActivityPlan")
    values, _ = form(world, "activity_plan", plan, "uppfoljning", "edit")
    assert values["plan_edition"] == f"Polismyndighetens verksamhetsplan {world.round.period_start.year}"
    plan.refresh_from_db()
    assert plan.plan_edition == ""


def test_a_new_round_is_offered_the_coming_year(client):
    world = situations.new_round()
    client.force_login(world.cast.officer)
    values = Form(client.get("/processer/ny/").content.decode()).values
    assert values["period_start"] == f"{world.today.year + 1}-01-01"
    assert values["period_end"] == f"{world.today.year + 1}-12-31"


def test_staff_are_told_by_default_of_their_own_dialogue():
    world = situations.planned_round()
    client = Client()
    client.force_login(world.cast.officer)
    for key, subject, first in (
        ("staff_dialog_what", world.what_dialog, "staff"),
        ("citizen_dialog", world.citizen_dialog, None),
    ):
        page = client.get(
            links.at("feedback", world.round.pk, world.method[key], subject.pk)
        ).content.decode()
        assert Form(page).values.get("audiences") == first
