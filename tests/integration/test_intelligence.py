"""The intelligence part as a page: behind a door that asks why, and a log that its chief goes through."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from processes.models import AccessLog, IntelligenceReference, Membership
from tests import situations
from tests.world import World

pytestmark = pytest.mark.django_db
WHY = "Inför lägesbilden för hösten"


@pytest.fixture
def world():
    found = situations.new_round()
    IntelligenceReference.objects.create(
        situation=found.round.local_situation, what="Rapport 12", keeper="Underrättelseenheten"
    )
    return found


@pytest.fixture
def room(world, client):
    """Opens the door as somebody, and does something there."""
    url = reverse("processes:intelligence", args=[world.round.pk])

    def visit(who="intelligence", act="opened", purpose=WHY, **more):
        client.force_login(world.cast.people[who])
        return client.post(url, {"act": act, "purpose": purpose, **more})

    visit.url = url
    return visit


def review(client, world, **data):
    client.force_login(world.cast.chief)
    return client.post(reverse("processes:access_log", args=[world.round.pk]), data)


def lines():
    return list(AccessLog.objects.order_by("pk").values_list("act", "what", "purpose"))


@pytest.mark.row("LOK-5", "LAG-4", page="/processer/…/underrattelser/")
def test_the_door_shows_nothing_and_writes_nothing(world, client, room):
    client.force_login(world.cast.people["intelligence"])
    page = client.get(room.url).content.decode()
    assert "Rapport 12" not in page and "Varför öppnar du den?" in page
    assert lines() == []
    assert "Rapport 12" not in client.get(f"{room.url}?act=opened&purpose=x").content.decode()


@pytest.mark.row("LAG-4")
def test_whoever_says_why_is_let_in_and_each_visit_is_a_line(room):
    assert "Rapport 12" in room().content.decode()
    assert "Rapport 12" in room(who="chief", purpose="Granskning").content.decode()
    assert lines() == [("opened", "", WHY), ("opened", "", "Granskning")]


@pytest.mark.row("LAG-4")
@pytest.mark.parametrize("purpose", ["", "   "])
def test_without_a_why_the_door_stays_shut(room, purpose):
    answer = room(purpose=purpose)
    assert answer.status_code == 422
    assert "Rapport 12" not in answer.content.decode() and lines() == []


@pytest.mark.row("LOK-5")
@pytest.mark.parametrize("who", ["officer", "analyst", "manager", "coordinator", "registrar"])
def test_nobody_else_is_let_in_whatever_is_posted(room, who):
    answer = room(who=who, act="exported")
    assert answer.status_code == 403
    assert b"Rapport 12" not in answer.content and lines() == []


@pytest.mark.row("LAG-4")
def test_when_the_log_cannot_be_written_the_door_says_so_and_nothing_is_shown(room):
    def refuse(execute, sql, params, many, context):
        if "processes_accesslog" in sql:
            raise DatabaseError("disk full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        answer = room()
    assert answer.status_code == 503
    assert "Loggen gick inte att skriva" in answer.content.decode()
    assert "Rapport 12" not in answer.content.decode()


@pytest.mark.row("LAG-4")
def test_a_search_is_logged_with_its_words_and_finds_by_all_of_them(world, room):
    IntelligenceReference.objects.create(
        situation=world.round.local_situation, what="Rapport 13", keeper="Regionen"
    )
    page = room(act="searched", words="rapport regionen").content.decode()
    assert "Rapport 13" in page and "Rapport 12" not in page
    assert lines() == [("searched", "rapport regionen", WHY)]


@pytest.mark.row("LAG-4")
def test_what_is_taken_out_is_logged_and_is_a_plain_workbook(world, room):
    IntelligenceReference.objects.create(situation=world.round.local_situation, what="=HYPERLINK(1)")
    answer = room(act="exported")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    values = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_col=2)]
    assert sorted(map(str, (row[0] for row in values))) == ["'=HYPERLINK(1)", "Rapport 12"]
    assert lines() == [("exported", "", WHY)]


def test_a_reference_is_written_changed_and_taken_away_each_with_a_line_and_a_history(world, room):
    new = {"what": "PM 4", "keeper": "Regionen", "dated_on": "2026-03-01", "considered": "True"}
    assert "PM 4" in room(act="added", **new).content.decode()
    row = IntelligenceReference.objects.get(what="PM 4")
    assert row.considered is True
    assert "finns redan" in room(act="added", **new).content.decode()  # the button pressed twice
    changed = new | {"what": "PM 5", "row": row.pk, "version": row.version}
    assert "PM 5" in room(act="changed", **changed).content.decode()
    stale = room(act="changed", **changed | {"what": "PM 6"})
    assert stale.status_code == 409 and "PM 6" not in {r.what for r in IntelligenceReference.objects.all()}
    row.refresh_from_db()
    assert "PM 5" not in room(act="removed", row=row.pk, version=row.version).content.decode()
    assert [line.history_type for line in row.history.order_by("history_id")] == ["+", "~", "-"]
    assert {line.history_user for line in row.history.all()} == {world.cast.people["intelligence"]}
    assert [act for act, _, _ in lines() if act != "opened"] == ["added", "changed", "removed"]


def test_a_reference_without_a_name_is_not_lost_but_asked_for(room):
    answer = room(act="added", what="", keeper="Regionen")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Skriv vilket underlag det gäller." in page and 'value="Regionen"' in page


@pytest.mark.row("LOK-5")
def test_content_is_no_field_and_is_not_taken_where_others_have_roles(world, room, settings):
    new = {"what": "PM 4", "keeper": "Regionen", "content": "Någon såg något"}
    assert 'name="content"' not in room().content.decode()
    room(act="added", **new)
    assert IntelligenceReference.objects.get(what="PM 4").content == ""
    settings.INTELLIGENCE_CONTENT = True
    answer = room(act="added", **new | {"what": "PM 5"})
    assert answer.status_code == 409 and "bara hänvisningar" in answer.content.decode()
    assert not IntelligenceReference.objects.filter(what="PM 5").exists()
    Membership.objects.exclude(organisation__kind="police").delete()
    assert "Någon såg något" in room(act="added", **new | {"what": "PM 5"}).content.decode()


@pytest.mark.row("LAG-4", page="/processer/…/underrattelser/logg/")
def test_the_chief_goes_through_the_log_and_says_so(world, client, room):
    room()
    room(act="searched", words="tolv")
    client.force_login(world.cast.chief)
    page = client.get(reverse("processes:access_log", args=[world.round.pk])).content.decode()
    assert WHY in page and "tolv" in page and "har inte granskats" in page
    newest = AccessLog.objects.latest("pk").pk
    done = review(client, world, note="Allt hör till arbetet", seen=newest).content.decode()
    assert "Allt hör till arbetet" in done and "Ingen har varit där sedan dess" in done


@pytest.mark.row("LAG-4")
def test_what_came_meanwhile_is_not_said_to_be_gone_through(world, client, room):
    room()
    seen = AccessLog.objects.latest("pk").pk
    room(act="exported")
    answer = review(client, world, note="Allt väl", seen=seen)
    assert answer.status_code == 409
    assert not AccessLog.objects.filter(act="reviewed").exists()


@pytest.mark.row("LAG-4")
def test_the_log_is_its_own_areas_and_is_no_ones_but_the_chiefs(world, client, room):
    other = World("berga")
    room()
    client.force_login(other.cast.chief)
    assert WHY not in client.get(reverse("processes:access_log", args=[other.round.pk])).content.decode()
    client.force_login(world.cast.people["intelligence"])
    assert client.get(reverse("processes:access_log", args=[world.round.pk])).status_code == 403


def test_a_long_log_is_read_a_page_at_a_time(world, client, django_assert_max_num_queries):
    AccessLog.objects.bulk_create(
        AccessLog(user=world.cast.chief, situation=world.round.local_situation, purpose=f"Nr {n}")
        for n in range(300)
    )
    client.force_login(world.cast.chief)
    with django_assert_max_num_queries(16):
        page = client.get(reverse("processes:access_log", args=[world.round.pk])).content.decode()
    assert page.count("Nr ") == 50 and "Visa äldre" in page


@pytest.mark.row("LOK-5")
def test_the_way_there_is_shown_to_those_who_may_go_it(world, client, room):
    step = reverse("processes:step", args=[world.round.pk, "lokal-lagesbild"])
    for who, shown in (("intelligence", True), ("chief", True), ("officer", False)):
        client.force_login(world.cast.people[who])
        assert (room.url in client.get(step).content.decode()) == shown


@pytest.mark.slow
def test_the_room_asks_as_much_of_many_references_as_of_one(world, room):
    room()

    def asked():
        with CaptureQueriesContext(connection) as found:
            assert room().status_code == 200
        return len(found)

    one = asked()
    IntelligenceReference.objects.bulk_create(
        IntelligenceReference(situation=world.round.local_situation, what=f"PM {n}") for n in range(1000)
    )
    assert asked() == one <= 20
