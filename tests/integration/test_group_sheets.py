"""Sheets for group work: headings from the round, room to write, and a file that can be printed as it is."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from processes.papers import sheets
from tests import pdfs, situations, verapdf
from tests.world import World

pytestmark = pytest.mark.django_db


def printed(client: Any, world: World, key: str) -> bytes:
    step = world.method[key]
    args = [world.round.pk, step.slug, world.facts().one(step.record).id, "grupparbetsblad", "pdf"]
    client.force_login(world.cast.partner)
    answer = client.get(reverse("processes:download", args=args))
    assert answer.status_code == 200 and answer["Content-Type"] == "application/pdf"
    return answer.content


@pytest.mark.pdf
@pytest.mark.row("GEM-8")
def test_the_joint_sheets_have_a_page_per_problem_with_a_column_for_each_who_sees_it(world, client):
    world.add("processes.Problem", title="Buskörning på Ågatan")
    made = printed(client, world, "joint_situation")
    assert pdfs.structure_problems(made) == []
    text = pdfs.pages(made)
    first, second = text[0], text[1]
    assert "Problem: Våld och droger på torget" in first and "Problem: Buskörning på Ågatan" in second
    for page in (first, second):
        for words in ("Polisens bild", "Kommunens bild", "Medborgarnas bild", "Stämmer bilderna överens?"):
            assert words in page
    assert "Förslag till fokusområden" in text[2] and "Tryggt torg på kvällen" in text[2]
    assert "Vår ordning" in text[3] and len(text) == 4


@pytest.mark.pdf
@pytest.mark.row("PRB-7", "LAG-5")
def test_the_analysis_sheets_ask_eight_questions_five_whys_and_who_can_help(world, client):
    made = printed(client, world, "problem_analysis")
    assert pdfs.structure_problems(made) == []
    text = pdfs.pages(made)
    assert len(text) == 4
    together = " ".join(text)
    for number, (question, _, _) in enumerate(sheets.EIGHT, start=1):
        assert f"{number}. {question}" in together
    assert "Fokusområde: Tryggt torg på kvällen" in text[0]
    assert "Fredagar mellan klockan 21 och 01" in text[0]  # what is known so far, for the group to build on
    assert text[2].count("Varför?") == 10
    for place in ("Övervakare", "Gärningsperson", "Beskyddare", "Platsansvarig", "Offer"):
        assert place in text[3]
    assert verapdf.complaints(made, "ua1") == []
    assert verapdf.complaints(made, "3a") == []


@pytest.mark.row("GEM-8")
def test_a_meeting_about_nothing_yet_gets_empty_sheets(client):
    world = situations.new_round()
    assert len(printed(client, world, "joint_situation")) > 10_000


@pytest.mark.row("X-2")
def test_what_cannot_be_printed_is_refused_on_the_steps_page_with_the_reason(world, client):
    world.edit(world.problem, title="Torget 😀")
    step = world.method["joint_situation"]
    args = [world.round.pk, step.slug, world.joint.pk, "grupparbetsblad", "pdf"]
    client.force_login(world.cast.officer)
    answer = client.get(reverse("processes:download", args=args))
    assert answer.status_code == 409
    assert "tecken som inte kan skrivas ut: 😀" in answer.content.decode()
