"""The form of an activity: the problem beside it, ideas that fill in, what others have done, and plain faults."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agreements.experience import like as experience
from agreements.models import Outcome, Publication
from processes.models import Activity, FocusArea, Process, Term
from processes.models.techniques import TECHNIQUES
from tests import whole
from tests.forms import shown, typed
from tests.situations import planned_round, published_promise
from tests.world import World

pytestmark = pytest.mark.django_db
TECHNIQUE_CODES = {code for _, own in TECHNIQUES for code, _ in own}


@pytest.fixture
def world(client):
    found = planned_round()
    client.force_login(found.cast.officer)
    return found


def form_url(world, *row, section="aktiviteter"):
    name = "processes:edit_row" if row else "processes:add_row"
    return reverse(name, args=[world.round.pk, "aktivitetsplan", world.activity_plan.pk, section, *row])


def beside(page, key):
    """What a panel beside the form was given."""
    return next(panel["data"] for panel in page.context["beside"] if panel["key"] == key)


# --- The problem stands beside the choice ---


@pytest.mark.row("FAL-14", page="/processer/…/steg/aktivitetsplan/")
def test_what_is_known_of_the_problem_stands_beside_the_form_and_in_the_plan(world, client):
    other = world.add("processes.FocusArea", title="Inbrotten", becomes_promise=True)
    world.edit(world.analysis, where="Bakom kiosken")
    page = client.get(form_url(world), {"cause": world.cause.pk})
    assert "Bakom kiosken" in page.content.decode()
    assert [area["title"] for area in beside(page, "kant")["areas"]] == [world.focus_area.title]
    plan = client.get(reverse("processes:step", args=[world.round.pk, "aktivitetsplan"])).content.decode()
    assert plan.index("Bakom kiosken") < plan.index(world.activities[0].what)
    page = client.get(form_url(world), {"cause": world.cause.pk, "focus_area": other.pk})
    assert "Bakom kiosken" not in page.content.decode(), "another focus area has another problem"


@pytest.mark.row("FAL-14", "LAG-2")
def test_an_observation_of_the_polices_own_is_known_only_once_it_is_tied(world, client):
    situation = world.record("processes.LocalSituation")
    entry = world.add(
        "processes.SituationEntry", situation, kind="problem", title="Polisens egen iakttagelse"
    )
    client.force_login(world.cast.partner)
    assert "Polisens egen iakttagelse" not in client.get(form_url(world)).content.decode()
    world.add("processes.ProblemEntry", world.problem, entry=entry, by=world.cast.officer)
    assert "Polisens egen iakttagelse" in client.get(form_url(world)).content.decode()


# --- Ideas ---


@pytest.mark.row("AKT-2", "PRB-9")
def test_ideas_for_the_side_of_the_cause_stand_open_and_all_can_be_chosen(world, client):
    world.edit(world.cause, side="manager")
    page = client.get(form_url(world), {"cause": world.cause.pk})
    sides = beside(page, "ideer")["sides"]
    assert [side["key"] for side in sides if side["open"]] == ["manager"]
    values = re.findall(r'name="fyll" value="technique=(\w+)"', page.content.decode())
    assert set(values) == TECHNIQUE_CODES
    page = client.get(form_url(world), {"cause": world.cause.pk, "side": "target"})
    assert [side["key"] for side in beside(page, "ideer")["sides"] if side["open"]] == ["target"]


@pytest.mark.row("AKT-2", "PRB-9")
def test_an_idea_on_the_plans_page_opens_a_form_where_it_is_chosen(world, client):
    world.edit(world.cause, side="place")
    plan = client.get(reverse("processes:step", args=[world.round.pk, "aktivitetsplan"]))
    url = re.search(r'href="([^"]+technique=natural_surveillance[^"]*)"', plan.content.decode())[1].replace(
        "&amp;", "&"
    )
    form = shown(client.get(url))
    assert form["technique"] == ["natural_surveillance"] and form["cause"] == [str(world.cause.pk)]
    for bad in ("drop table", "x" * 5000, "\x00", "natural_surveillance\x00"):
        page = client.get(form_url(world), {"technique": bad})
        assert page.status_code == 200
        assert shown(page)["technique"] == [""]


@pytest.mark.row("X-3")
def test_a_button_fills_in_without_saving_and_nothing_typed_is_lost(world, client):
    url = form_url(world)
    before = Activity.objects.count()
    data = typed(
        client.get(url), what="Lysa upp gångvägen", target_kind="per_week", target_value="inte ett tal"
    )
    page = client.post(url, data | {"fyll": "technique=place_managers&process=1&owner=3&version=9&hittepå=1"})
    assert page.status_code == 200 and Activity.objects.count() == before
    form = shown(page)
    assert form["what"] == ["Lysa upp gångvägen"] and form["target_value"] == ["inte ett tal"]
    assert form["target_kind"] == ["per_week"] and form["technique"] == ["place_managers"]
    assert form["version"] == data["version"] and "process" not in form
    focused = re.findall(r"<select[^>]*autofocus[^>]*>", page.content.decode())
    assert len(focused) == 1 and 'name="technique"' in focused[0]
    for odd in ("", "\x00", "=&=&", "technique=" + "x" * 9000, "%ff%00"):
        assert client.post(url, data | {"fyll": odd}).status_code == 200
    assert Activity.objects.count() == before


@pytest.mark.row("X-3")
def test_a_row_that_someone_saved_meanwhile_is_not_overwritten_by_way_of_a_button(world, client):
    activity = world.activities[0]
    url = form_url(world, activity.pk)
    data = typed(client.get(url), what="Mitt")
    world.edit(activity, what="Deras")
    filled = client.post(url, data | {"fyll": "technique=set_rules"})
    answer = client.post(url, typed(filled, reason="Bättre så"))
    assert answer.status_code == 409
    activity.refresh_from_db()
    assert activity.what == "Deras"


def test_whoever_may_not_edit_gets_no_form_to_fill(world, client):
    client.force_login(world.cast.reader)
    answer = client.post(form_url(world), {"fyll": "technique=set_rules"})
    assert answer.status_code == 403 and "Bara" in answer.content.decode()


# --- What others have done ---


@pytest.fixture
def elsewhere(client):
    """A round of the same police area, followed up; and a new one where something is planned."""
    done = whole.followed_up()
    world = World("norr", people=done.cast)
    world.focus_area = world.add("processes.FocusArea", title="Stationen", becomes_promise=True)
    client.force_login(done.cast.officer)
    return done, world


def new_form(world, client, **query):
    subject = world.record("processes.ActivityPlan").pk
    url = reverse("processes:add_row", args=[world.round.pk, "aktivitetsplan", subject, "aktiviteter"])
    return client.get(url, query), url


@pytest.mark.row("AKT-2")
def test_the_experience_of_other_rounds_comes_with_its_outcome(elsewhere, client):
    done, world = elsewhere
    activity = done.activities[1]
    outcome = Outcome.objects.filter(activity=activity).last()
    done.edit(outcome, effect="partly", improve="Börja tidigare på kvällen")
    page, url = new_form(world, client)
    assert beside(page, "andra")["rows"] == [], "nothing is said yet, so nothing is like it"
    page = client.post(url, typed(page, what="Öppna fritidsgården längre", fyll=""))
    (row,) = beside(page, "andra")["rows"]
    assert row["what"] == activity.what
    assert (row["target"], row["kept"]) == ("Minst 40 gånger", "Hållet")
    assert (row["effect"], row["improve"]) == ("Syns delvis", "Börja tidigare på kvällen")
    assert client.get(row["url"]).status_code == 200
    value = re.search(r'name="fyll" value="(ground=[^"]+)"', page.content.decode())[1].replace("&amp;", "&")
    form = shown(client.post(url, typed(page, fyll=value)))
    assert form["ground"] == ["experience"]
    assert form["ground_reference"] == [row["reference"]]
    assert activity.what in row["reference"] and done.round.title in row["reference"]
    assert form["what"] == ["Öppna fritidsgården längre"]


@pytest.mark.row("AKT-2")
@pytest.mark.parametrize("by", ["technique", "type", "theme", "cause"])
def test_likeness_is_by_technique_type_theme_or_words(elsewhere, client, by):
    done, world = elsewhere
    type_ = Term.objects.filter(list=Term.List.ACTIVITY_TYPE).first()
    theme = Term.objects.filter(list=Term.List.THEME).first()
    like = done.activities[2]
    Activity.objects.filter(pk=like.pk).update(technique="natural_surveillance", type=type_)
    FocusArea.objects.filter(pk=like.focus_area_id).update(theme=theme)
    FocusArea.objects.filter(pk=world.focus_area.pk).update(theme=theme)
    page, url = new_form(world, client)
    said = {
        "technique": {"technique": "natural_surveillance"},
        "type": {"type": type_.pk},
        "theme": {"focus_area": world.focus_area.pk},
        "cause": {"what": like.cause.text},
    }[by]
    found = beside(client.post(url, typed(page, fyll="", **said)), "andra")["rows"]
    assert like.what in [row["what"] for row in found]


@pytest.mark.row("AKT-2", "LAG-2")
def test_of_a_foreign_round_only_what_its_closed_promise_published_is_told(client):
    done = published_promise()
    mine = World("norr")
    sought = experience.Sought(text="Hålla fritidsgården längre")

    def found():
        return experience.found(mine.cast.officer, mine.round, sought)

    assert found() == [], "published, but not closed"
    Process.objects.filter(pk=done.round.pk).update(closed_on=done.today)
    Activity.objects.filter(pk=done.activities[1].pk).update(what="Ändrat efteråt: fritidsgården på fredagar")
    (row,) = found()
    assert row["what"] == "Fritidsgården håller öppet till klockan 23 på fredagar", (
        "what was published, not what is"
    )
    assert row["url"] == reverse("agreements:public_promise", args=[Publication.objects.get().slug])
    assert (row["kept"], row["effect"], row["improve"]) == ("", "", "")
    assert done.round.title not in str(row)
    assert client.get(row["url"]).status_code == 200, "for anyone to read"
    own = experience.found(done.cast.officer, World("oster").round, sought)
    assert [r["kept"] for r in own] == ["Inte uppföljd än"], "one's own round is read from its plan"


@pytest.mark.row("AKT-2")
def test_of_many_the_most_alike_and_newest_ten_in_as_many_queries_as_of_one(elsewhere):
    done, world = elsewhere
    sought = experience.Sought(technique="set_rules", text="Patrullera torget")
    first = done.activities[0]
    Activity.objects.filter(pk=first.pk).update(technique="set_rules")

    def ask():
        with CaptureQueriesContext(connection) as asked:
            rows = experience.found(done.cast.officer, world.round, sought)
        return rows, len(asked)

    _, before = ask()
    for number in range(60):
        Activity.objects.create(
            process=done.round, focus_area=done.focus_area, what=f"Patrullera nr {number}"
        )
    rows, after = ask()
    assert after == before <= 4
    assert rows[0]["what"] == first.what, "most alike"
    assert [row["what"] for row in rows[1:]] == [f"Patrullera nr {n}" for n in range(59, 50, -1)]


# --- Faults, plainly said ---


@pytest.mark.row("FAL-1")
@pytest.mark.parametrize(
    ("kind", "value", "says"),
    [
        ("yes_no", "4", "”Görs eller görs inte” har inget tal"),
        ("on_demand", "1", "”Vid behov” har inget tal"),
        ("none", "0", "”Inget mål i tal” har inget tal"),
        ("at_least", "-1", "kan inte vara mindre än noll"),
    ],
)
def test_a_number_that_means_nothing_is_refused_in_plain_words(world, client, kind, value, says):
    url = form_url(world)
    answer = client.post(url, typed(client.get(url), what="Något", target_kind=kind, target_value=value))
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert "Något" in shown(answer)["what"]


@pytest.mark.row("FAL-1")
@pytest.mark.parametrize("kind", ["at_least", "exactly", "per_week", "per_month", "at_most_hours", "hours"])
def test_a_missing_number_is_saved_but_said_where_it_is_lacking(world, client, kind):
    world.edit(world.activities[0], target_kind=kind, target_value=None)
    page = client.get(reverse("processes:step", args=[world.round.pk, "aktivitetsplan"])).content.decode()
    assert page.count("Talet saknas") == 1
    assert "MED-7" in world.codes("activity_plan", "approve", world.activity_plan)


@pytest.mark.row("AKT-3")
def test_activities_that_wait_for_each_other_are_refused(world, client):
    first, second, third = world.activities
    world.edit(second, after=first)
    world.edit(third, after=second)
    url = form_url(world, first.pk)
    answer = client.post(url, typed(client.get(url), after=third.pk, reason="Ordningen"))
    assert answer.status_code == 422
    assert "väntar i sin tur på den här" in answer.content.decode()
    assert str(first.pk) not in re.findall(
        r'<option value="(\d+)"', client.get(url).content.decode().split("id_after")[1].split("</select>")[0]
    )


# --- Numbers ---


@pytest.mark.row("X-13")
def test_numbers_are_typed_and_shown_as_they_are_written(world, client):
    activity = world.activities[1]
    url = form_url(world, activity.pk)
    client.post(url, typed(client.get(url), target_value="12 500,5", reason="Räknat om"))
    activity.refresh_from_db()
    assert activity.target_value == Decimal("12500.50")
    assert shown(client.get(url))["target_value"] == ["12500,5"]
    refused = client.post(url, typed(client.get(url), target_value="tolv och en halv", reason="x"))
    assert refused.status_code == 422
    told = refused.content.decode()
    assert "”tolv och en halv” går inte att läsa som ett tal. Skriv till exempel 12 500 eller 12,5." in told
    assert shown(refused)["target_value"] == ["tolv och en halv"], "what was typed is there to be mended"
    activity.refresh_from_db()
    assert activity.target_value == Decimal("12500.50")


@pytest.mark.row("X-13")
def test_a_whole_number_is_read_with_its_gap_and_has_no_decimals(world, client):
    share = world.shares[0]
    url = form_url(world, share.pk, section="ansvariga")
    client.post(url, typed(client.get(url), hours="1\u00a0200", reason="Räknat om"))
    share.refresh_from_db()
    assert share.hours == 1200
    refused = client.post(url, typed(client.get(url), hours="12,5", reason="x"))
    assert refused.status_code == 422 and "Skriv ett helt tal, utan decimaler." in refused.content.decode()
