"""Every list can be taken along as Excel or CSV: all rows, all columns, no formula (X-8)."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import openpyxl
import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dialogs.models import View
from processes.method import Rows, get_method
from processes.pages import links
from processes.views import history
from tests.situations import planned_round
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.row("X-8"), pytest.mark.both_databases, pytest.mark.slow]


@pytest.fixture
def world(client):
    world = planned_round()
    client.force_login(world.cast.officer)
    return world


def at(world, key, section, form):
    step = world.method[key]
    return links.at("list", world.round.pk, step, world.facts().one(step.record).id, section, form)


def rows(answer):
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))


def test_every_section_of_rows_is_a_list_with_all_its_fields(world, client):
    seen = 0
    for step in get_method():
        for section in (s for s in step.sections if isinstance(s, Rows)):
            if world.facts().one(step.record) is None:
                continue
            head, *body = rows(client.get(at(world, step.key, section.key, "csv")))
            assert len(head) == len(section.fields)
            model = apps.get_model(section.model)
            there = model._base_manager.filter(**{world.method.paths[section.model]: world.round.pk})
            assert bool(body) <= there.exists()
            seen += len(body)
    assert seen > 30


def test_the_step_leads_to_its_lists(world, client):
    page = client.get(
        links.subject_url(world.round.pk, world.method["citizen_dialog"], world.citizen_dialog.pk)
    )
    assert at(world, "citizen_dialog", "synpunkter", "xlsx") in page.content.decode()


def test_no_cell_is_a_formula_and_figures_stay_figures(world, client):
    world.add("dialogs.View", world.citizen_dialog, text="=HYPERLINK(1)", place="+46")
    answer = client.get(at(world, "citizen_dialog", "synpunkter", "xlsx"))
    page = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
    cells = [cell for row in page.iter_rows(min_row=2) for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "d", "n"}
    assert "'=HYPERLINK(1)" in [cell.value for cell in cells]
    assert world.today in [cell.value.date() for cell in cells if cell.data_type == "d"]
    _, *body = rows(client.get(at(world, "citizen_dialog", "synpunkter", "csv")))
    assert body[-1][0] == "'=HYPERLINK(1)" and "'+46" in body[-1]


@pytest.mark.row("LAG-9", "LAG-10")
def test_what_leaves_the_room_is_masked_and_what_was_routed_out_says_so(world, client):
    world.add("dialogs.View", world.citizen_dialog, text="Ring 070-174 06 05")
    routed = world.add("dialogs.View", world.citizen_dialog, text="Jag såg vem som slog honom.")
    View.objects.filter(pk=routed.pk).update(outcome="routed", routed_as="report")
    text = client.get(at(world, "citizen_dialog", "synpunkter", "csv")).content.decode()
    assert "Ring [telefonnummer dolt]" in text and "slog honom" not in text
    assert "[Lämnad vidare: polisanmälan]" in text
    assert "slog honom" not in client.get(f"/processer/{world.round.pk}/fil/").content.decode()


def test_a_long_list_asks_no_more_than_a_short_one(world, client):
    url = at(world, "citizen_dialog", "synpunkter", "csv")
    client.get(url)

    def asked():
        with CaptureQueriesContext(connection) as found:
            answer = client.get(url)
        return len(found), len(rows(answer))

    few, _ = asked()
    View.objects.bulk_create(View(dialog=world.citizen_dialog, text=f"S {n}") for n in range(500))
    many, number = asked()
    assert number > 500 and many == few <= 12


def test_the_debts_are_a_list_of_those_one_sees(world, client):
    held = world.create("citizen_dialog", title="Öppet hus i Åby")
    world.edit(held, held_on=world.today - timedelta(days=12))
    url = reverse("portal:debts_file", args=["csv"])
    assert url in client.get(reverse("portal:debts")).content.decode()
    head, *body = rows(client.get(url))
    assert head == ["Område", "Runda", "Vad", "Vilka väntar", "Dagar", "Sedan", "Utlovat senast"]
    assert ("Öppet hus i Åby", "medborgare", "12") in [(row[2], row[3], row[4]) for row in body]
    client.force_login(World("berga").cast.officer)
    assert rows(client.get(url)) == [head]


def test_the_people_are_a_list_of_those_within_reach(world, client):
    other = World("berga")
    client.force_login(world.cast.admin)
    url = reverse("portal:people_file", args=["csv"])
    assert url in client.get(reverse("portal:people")).content.decode()
    _, *body = rows(client.get(url))
    assert [row[0] for row in body] == sorted(row[0] for row in body)
    assert {world.cast.officer.email, other.cast.officer.email} <= {row[2] for row in body}
    client.force_login(world.cast.officer)
    assert client.get(url).status_code == 403


def test_the_timeline_is_a_list_of_every_change_that_one_may_know_of(world, client):
    long = "Ring 070-174 06 05. " + "Det är mörkt vid stationen. " * 20
    world.add("dialogs.View", world.citizen_dialog, text=long)
    own = world.create("staff_dialog_what", group="Hemliga gruppen")
    url = reverse("processes:timeline_file", args=[world.round.pk, "csv"])
    assert url in client.get(reverse("processes:timeline", args=[world.round.pk])).content.decode()
    head, *body = rows(client.get(url))
    assert head == ["När", "Vem", "Gjorde", "Vad", "Fält", "Före", "Efter"]
    (told,) = [row for row in body if row[4] == "Synpunkt" and "stationen" in row[6]]
    assert told[1] == world.cast.officer.name and told[2] == "lade till"
    assert told[6] == long.replace("070-174 06 05", "[telefonnummer dolt]")
    assert any("klarmarkerade" in row for row in body)  # decisions too
    assert own.group in client.get(url).content.decode()
    client.force_login(world.cast.coordinator)
    assert own.group not in client.get(url).content.decode()


def test_a_timeline_longer_than_a_file_says_so(world, client, monkeypatch):
    monkeypatch.setattr(history, "MOST_IN_FILE", 3)
    *_, last = rows(client.get(reverse("processes:timeline_file", args=[world.round.pk, "csv"])))
    assert last[3].startswith("Äldre än ")


def test_another_form_or_section_does_not_exist(world, client):
    assert client.get(at(world, "citizen_dialog", "synpunkter", "pdf")).status_code == 404
    assert client.get(at(world, "citizen_dialog", "plan", "csv")).status_code == 404
    assert client.get(reverse("portal:debts_file", args=["pdf"])).status_code == 404
