"""The experience bank: what closed promises did, how it went and what it cost; failures are not hidden (PRO-7, UPP-5)."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agreements import earlier
from agreements.experience import bank, like
from agreements.experience.bank import Asked, search
from agreements.keeping import Kept
from agreements.models import (
    ActivityChange,
    ActivityLog,
    DocumentVersion,
    Outcome,
    PublicPage,
    PublicSpan,
    PublicWord,
)
from processes.models import Activity, ActivityParty, Cause, FocusArea, Term
from processes.models.problem import Side
from tests import situations
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.row("PRO-7", "UPP-5")]
URL = "/erfarenheter/"


@pytest.fixture
def done():
    return situations.closed_promise()


def rows(user, **asked):
    return {row["key"]: row for row in search(user, Asked(**asked)).rows}


def keys(user, **asked):
    return set(rows(user, **asked))


def test_all_of_a_closed_promise_is_there_with_outcome_and_cost_the_failures_too(done):
    found = rows(done.cast.officer)
    assert set(found) == {a.pk for a in done.activities}
    assert {row["kept"] for row in found.values()} >= {"Hållet", "Inte hållet"}
    undone = found[done.undone_activity.pk]
    assert undone["failed"] and undone["why"] == "Resurserna gick till den särskilda händelsen i mars."
    assert found[done.short_activity.pk]["lesson"] == "Börja tidigare på kvällen."
    assert found[done.short_activity.pk]["cost"].startswith("1 av ")
    assert all(done.focus_area.title in row["problem"] for row in found.values())


def test_what_is_not_closed_is_no_experience_yet():
    world = situations.published_promise()
    assert keys(world.cast.officer) == set()


def test_it_is_searched_by_theme_side_kind_technique_words_and_outcome(done):
    theme, other = Term.objects.filter(list=Term.List.THEME)[:2]
    kind = Term.objects.filter(list=Term.List.ACTIVITY_TYPE).first()
    one, two, three = done.activities
    FocusArea.objects.filter(pk=done.focus_area.pk).update(theme=theme)
    Activity.objects.filter(pk=one.pk).update(side="place", type=kind, technique="set_rules")
    Activity.objects.filter(pk=two.pk).update(side="", what="Åka runt på kvällen")
    me, everything = done.cast.officer, {a.pk for a in done.activities}
    assert keys(me, themes=(theme.pk,)) == everything and keys(me, themes=(other.pk,)) == set()
    assert keys(me, type_id=kind.pk) == keys(me, technique="set_rules") == {one.pk}
    Activity.objects.filter(pk=three.pk).update(side="")
    Cause.objects.filter(pk=done.cause.pk).update(side="target")
    assert {side: keys(me, side=side) for side in Side.values if keys(me, side=side)} == {
        "place": {one.pk},
        "target": {two.pk, three.pk},
    }
    assert keys(me, text="ÅKA kvällen") >= {two.pk} and three.pk not in keys(me, text="åka runt")
    Outcome.objects.filter(activity=three).update(improve="Fråga rektorn först")
    assert keys(me, text="rektorn") == {three.pk}
    failed = {done.undone_activity.pk, done.short_activity.pk}
    assert keys(me, went=bank.NOT_KEPT) == failed
    assert keys(me, went=bank.KEPT) == everything - failed
    told = {row["key"]: row["done"] for row in bank.search(me, bank.Asked()).rows}
    assert told[done.short_activity.pk].startswith("1 av ")
    assert told[done.undone_activity.pk] == "Inget gjort"


@pytest.mark.row("UPP-5", page="/erfarenheter/")
def test_it_is_searched_by_what_it_cost(done, client):
    """Hours used count, and those planned where nobody has told how many were; unknown hours cost nothing known."""
    me, everything = done.cast.officer, {a.pk for a in done.activities}
    used, planned, unknown = done.short_activity.pk, *(everything - {done.short_activity.pk})
    ActivityLog.objects.filter(activity__in=(planned, unknown)).update(hours=None)
    ActivityParty.objects.filter(activity=planned).update(hours=0)
    share = ActivityParty.objects.filter(activity=planned).first()
    for hours, fits in ((20, {"20", "80", "200"}), (21, {"80", "200"}), (200, {"200"}), (201, {"mer"})):
        ActivityParty.objects.filter(pk=share.pk).update(hours=hours)
        assert {cost for cost in bank.COST if planned in keys(me, cost=cost)} == fits, hours
    ActivityParty.objects.filter(activity__in=(used, unknown)).update(hours=None)
    told = {cost: keys(me, cost=cost) for cost in bank.COST}
    assert told == {"20": {used}, "80": {used}, "200": {used}, "mer": {planned}}
    client.force_login(me)
    page = client.get(URL, {"timmar": "mer"})
    assert {row["key"] for row in page.context["rows"]} == {planned}
    assert '<option value="mer" selected>' in page.content.decode()


@pytest.mark.row("LAG-2")
def test_what_others_have_published_is_found_by_theme_and_by_how_it_went(done, client):
    theme, other = Term.objects.filter(list=Term.List.THEME)[:2]
    shown = PublicPage.objects.get(promise=done.promise)
    shown.found_by.add(PublicWord.objects.create(kind="tema", name=theme.label, slug="temat"))
    client.force_login(World("norr").cast.officer)

    def found(**asked):
        return [row["title"] for row in client.get(URL, asked).context["published"]]

    PublicSpan.objects.filter(page=shown).update(state=Kept.PARTLY.name)
    assert found(tema=theme.pk) == found(utfall="inte") == [done.promise.title]
    assert found(tema=other.pk) == found(utfall="hallet") == found(tema=theme.pk, utfall="hallet") == []
    assert (
        found(tema=theme.pk, timmar="20") == found(sida="place") == []
    )  # hours and plans are the parties' own
    assert "Delvis" in client.get(URL).content.decode().partition('id="h-andra"')[2]


def changed_since(world, activity, **fields):
    """The activity's plan is changed after it was signed; the signed terms are left behind in the change."""
    version = DocumentVersion.objects.get(promise=world.promise)
    signed = next(a for a in json.loads(version.content)["activities"] if a["what"] == activity.what)
    ActivityChange.objects.create(process=world.round, activity=activity, since=version, before=signed)
    Activity.objects.filter(pk=activity.pk).update(**fields)


EASIER = {"target_kind": "at_least", "target_value": 1, "what": "Något lättare"}


@pytest.mark.row("FAL-1")
def test_the_outcome_is_held_against_what_was_signed_not_against_a_plan_that_was_changed(done):
    one = done.short_activity
    before = rows(done.cast.officer)[one.pk]
    changed_since(done, one, **EASIER)
    after = rows(done.cast.officer)[one.pk]
    for name in ("what", "target", "kept"):
        assert after[name] == before[name], name
    assert after["failed"]


@pytest.mark.row("FAL-1", "AKT-2")
def test_so_is_what_is_like_an_activity_that_is_being_planned(done):
    one, mine = done.short_activity, World("norr", people=done.cast)
    Activity.objects.filter(pk=one.pk).update(technique="set_rules")

    def found():
        (row,) = like.found(done.cast.officer, mine.round, like.Sought(technique="set_rules"))
        return row

    before = found()
    changed_since(done, one, **EASIER)
    for name in ("what", "target", "kept"):
        assert found()[name] == before[name], name


@pytest.mark.row("FAL-1", "MED-10")
def test_so_is_what_vad_is_told_of_the_round_before(done):
    one, mine = done.short_activity, World("aby", people=done.cast)

    def told():
        rounds = earlier.panel(SimpleNamespace(user=done.cast.officer, round=mine.round))["rounds"]
        return next(r for r in rounds if r["title"] == done.round.title)["promised"]

    before = told()
    assert [row["what"] for row in before] == [a.what for a in done.activities]
    changed_since(done, one, **EASIER)
    Activity.objects.create(process=done.round, focus_area=done.focus_area, what="Påkommet efteråt")
    assert told() == before  # what nobody signed was not promised


def test_a_further_direction_counts_as_a_side_too(done):
    one = done.activities[0]
    done.add("processes.ActivityAim", one, side="offender")
    assert keys(done.cast.officer, side="offender") == {one.pk}


@pytest.mark.row("LAG-2", "LOF-8")
def test_of_another_area_only_what_is_published_is_told(done, client):
    stranger = World("norr").cast.officer
    assert keys(stranger) == set()
    client.force_login(stranger)
    page = client.get(URL).content.decode()
    assert (
        done.promise.title in page
        and reverse("agreements:public_promise", args=[done.publication.slug]) in page
    )
    elsewhere = page.partition('id="h-andra"')[2]
    for kept_inside in (done.round.title, "Börja tidigare på kvällen", "särskilda händelsen", " timmar"):
        assert kept_inside not in elsewhere, kept_inside
    assert done.promise.title not in client.get(URL, {"q": "finns inte"}).content.decode()
    client.force_login(done.cast.officer)
    assert "Från andra områden" not in client.get(URL).content.decode()  # one's own is told in full


def test_a_page_goes_on_where_it_stopped_and_loses_nothing(done, monkeypatch):
    monkeypatch.setattr(bank, "SHOWN", 1)
    monkeypatch.setattr(bank, "SCANNED", 2)
    for went in ("", bank.NOT_KEPT, bank.KEPT):
        found, before = [], None
        for _ in range(9):
            page = search(done.cast.officer, Asked(went=went, before=before))
            found += [row["key"] for row in page.rows]
            before = page.older
            if before is None:
                break
        monkeypatch.setattr(bank, "SHOWN", 20)
        monkeypatch.setattr(bank, "SCANNED", 300)
        assert found == [row["key"] for row in search(done.cast.officer, Asked(went=went)).rows]
        monkeypatch.setattr(bank, "SHOWN", 1)
        monkeypatch.setattr(bank, "SCANNED", 2)


def test_the_page_keeps_its_filters_in_the_address_and_asks_as_much_of_many_as_of_one(done, client):
    client.force_login(done.cast.officer)

    def ask(**query):
        with CaptureQueriesContext(connection) as asked:
            page = client.get(URL, query)
        assert page.status_code == 200
        return page, len(asked)

    _, before = ask()
    for number in range(60):
        Activity.objects.create(process=done.round, focus_area=done.focus_area, what=f"Vandra nr {number}")
    page, after = ask(q="vandra", utfall="okant")
    assert after <= before
    assert (
        len(page.context["rows"]) == bank.SHOWN and "q=vandra&utfall=okant&fore=" in page.context["older_url"]
    )
    older = client.get(URL + page.context["older_url"])
    assert not {r["key"] for r in older.context["rows"]} & {r["key"] for r in page.context["rows"]}
    for toxic in ({"tema": "x"}, {"fore": "9" * 30}, {"q": "\x00"}, {"utfall": "allt"}):
        assert client.get(URL, toxic).status_code == 200


def test_it_is_asked_first_while_planning_and_shows_what_failed(done, client):
    theme = Term.objects.filter(list=Term.List.THEME).first()
    FocusArea.objects.filter(pk=done.focus_area.pk).update(theme=theme)
    world = World(people=done.cast)
    focus = world.add("processes.FocusArea", title="Torget igen", becomes_promise=True, theme=theme)
    client.force_login(done.cast.officer)
    url = reverse("processes:step", args=[world.round.pk, world.method["activity_plan"].slug])
    page = client.get(url)
    first = page.context["sections"][0]
    assert first["key"] == "provat" and [area["title"] for area in first["data"]["areas"]] == [focus.title]
    shown = first["data"]["areas"][0]["rows"]
    assert {row["failed"] for row in shown} == {True, False}
    assert f"?tema={theme.pk}" in page.content.decode()


def test_of_many_both_what_failed_and_what_did_not_are_shown():
    made = [{"key": key, "failed": key > 7} for key in range(1, 11)]
    assert [row["key"] for row in bank._both(made[::-1], 4)] == [10, 9, 7, 6]
    assert [row["key"] for row in bank._both(made[:2], 4)] == [2, 1]
    assert [row["key"] for row in bank._both(made[7:], 4)] == [10, 9, 8]
