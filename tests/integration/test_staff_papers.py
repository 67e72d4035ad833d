"""The staff dialogues' presentations, sheets and file: the round's own data, notes to each slide, open to all."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
from django.urls import reverse

from tests import pdfs, pptxs, situations
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
STEPS = {"staff_dialog_what": "BIL-6", "staff_dialog_how": "BIL-7"}


def fetched(client: Any, world: World, key: str, document: str = "presentation", form: str = "pptx") -> bytes:
    client.force_login(world.cast.manager)
    step = world.method[key]
    args = [world.round.pk, step.slug, world.facts().one(step.record).id, document, form]
    answer = client.get(reverse("processes:download", args=args))
    assert answer.status_code == 200
    return answer.content


def paged(client: Any, world: World, key: str) -> str:
    client.force_login(world.cast.employee)
    step = world.method[key]
    args = [world.round.pk, step.slug, world.facts().one(step.record).id, "presentation"]
    answer = client.get(reverse("processes:document", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.row("BIL-6", "BIL-7", "MED-11")
@pytest.mark.parametrize("key", STEPS)
def test_whoever_listens_or_sits_at_the_back_can_follow(world, client, key):
    assert pptxs.problems(fetched(client, world, key)) == []


@pytest.mark.row("BIL-6", "MED-10", "MED-11", page="/processer/…/steg/medarbetardialog-vad/")
def test_what_has_its_agenda_in_order_and_the_rounds_own_data(world, client):
    made = fetched(client, world, "staff_dialog_what")
    assert pptxs.titles(made) == [
        "Vad vet vi som arbetar här?",
        "Dagens möte",
        "När vi går härifrån",
        "Så talar vi i dag",
        "Förra gången",
        "Lägesbilden i dag",
        "Så har det utvecklats",
        "Så hänger arbetet ihop",
        "Grupparbete 1: Den lokala lägesbilden",
        "Det ni har skrivit: läget",
        "Grupparbete 2: Fokusområden",
        "Grupparbete 3: Prioritera",
        "Grupparbete 4: Problem och orsaker",
        "Stämmer det vi har skrivit?",
        "Så tas det ni sagt om hand",
    ]
    shown = dict(zip(pptxs.titles(made), pptxs.words(made), strict=True))
    assert "Bråk och droger på torget" in shown["Lägesbilden i dag"]
    assert "Langningen har flyttat" in shown["Det ni har skrivit: läget"]
    assert "9 av 9 är inbjudna" in shown["Så talar vi i dag"]


@pytest.mark.row("BIL-7", "MED-10", "MED-11", page="/processer/…/steg/medarbetardialog-hur/")
def test_how_shows_what_was_said_seen_chosen_and_found(world, client):
    made = fetched(client, world, "staff_dialog_how")
    titles = pptxs.titles(made)
    assert titles[4:9] == [
        "Det VAD-dialogerna gav",
        "Den gemensamma lägesbilden",
        "Fokusområdena",
        "Därför händer det: Tryggt torg på kvällen",
        "Ramarna",
    ]
    assert [t for t in titles if t.startswith("Grupparbete")] == [
        "Grupparbete 1: Hur vill vi arbeta?",
        "Grupparbete 2: Prioritera aktiviteter",
    ]
    shown = dict(zip(titles, pptxs.words(made), strict=True))
    assert "Langningen har flyttat" in shown["Det VAD-dialogerna gav"]
    assert "Våld och droger på torget" in shown["Den gemensamma lägesbilden"]
    assert "Torget är en plats" in shown["Fokusområdena"]
    assert "Ingen vuxen finns på plats" in shown["Därför händer det: Tryggt torg på kvällen"]


@pytest.mark.row("BIL-6", "BIL-7", "MED-10")
def test_minutes_that_somebody_has_said_are_those_of_the_agenda(world, client):
    world.edit(world.what_dialog, minutes_opening=20, minutes_picture=45, minutes_closing=5)
    (table,) = [
        s.table
        for s in pptxs.opened(fetched(client, world, "staff_dialog_what")).slides[1].shapes
        if s.has_table
    ]
    told = {row.cells[0].text: row.cells[2].text for row in list(table.rows)[1:]}
    assert (told["Inledning"], told["Grupparbete 1"], told["Summering"]) == (
        "20 minuter",
        "45 minuter",
        "5 minuter",
    )
    assert told["Grupparbete 2"] == "25 minuter"  # as usual: nobody has said


@pytest.mark.row("BIL-6", "BIL-7", "X-13")
@pytest.mark.parametrize("key", STEPS)
def test_the_page_shows_the_same_slides_and_notes_without_script(world, client, key):
    page, made = paged(client, world, key), fetched(client, world, key)
    for title in pptxs.titles(made):
        assert page.count(f">{title}</h2>") == 1
    for note in pptxs.notes(made):
        for line in note.splitlines():
            assert line in page


@pytest.mark.row("BIL-6", "BIL-7")
@pytest.mark.parametrize("key", STEPS)
def test_a_meeting_about_nothing_yet_can_be_held_all_the_same(client, key):
    world = situations.new_round()
    world.create(key)
    made = fetched(client, world, key)
    assert pptxs.problems(made) == [] and len(pptxs.titles(made)) > 9


@pytest.mark.pdf
@pytest.mark.row("BIL-6", "BIL-7")
@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("staff_dialog_what", ("Bråk och droger på torget", "Fokusområden", "Vad händer, var och när?")),
        (
            "staff_dialog_how",
            ("Fokusområde: Tryggt torg på kvällen", "Prioritera aktiviteter", "Hit vill vi"),
        ),
    ],
)
def test_the_sheets_are_ready_to_print(world, client, key, words):
    made = fetched(client, world, key, "grupparbetsblad", "pdf")
    assert pdfs.structure_problems(made) == []
    text = " ".join(pdfs.pages(made))
    for word in words:
        assert word in text


@pytest.mark.row("MED-13", page="/processer/…/steg/medarbetardialog-hur/")
def test_what_was_said_in_how_goes_to_the_planning_system_with_what_it_became(world, client):
    world.edit(world.how_dialog, took_part=8, summary="Passen läggs tidigt.")
    made = fetched(client, world, "staff_dialog_how", "dokumentation", "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert book.sheetnames == ["Resultat", "Grupper", "Om filen"]
    (row,) = list(book["Resultat"].iter_rows(min_row=2, values_only=True))
    said = world.record("dialogs.HowProposal")
    assert row[0] == "Områdespoliser Åby" and row[3] == said.text
    assert row[1].date() == world.how_dialog.held_on
    (group,) = list(book["Grupper"].iter_rows(min_row=2, values_only=True))
    assert (group[5], group[6]) == (8, "Passen läggs tidigt.")
