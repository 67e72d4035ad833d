"""The checker of questions stands beside the question's field, and gathers its hints on the dialogue's page."""

import pytest
from django.urls import reverse

from tests import situations

pytestmark = [pytest.mark.django_db, pytest.mark.row("DIA-8")]


@pytest.fixture
def world(client):
    made = situations.new_round()
    client.force_login(made.cast.officer)
    made.dialog = made.create("citizen_dialog", title="Öppet hus i Åby")
    made.question = made.add("dialogs.Question", made.dialog, text="Visst är det otryggt på torget?")
    return made


def form(client, world) -> str:
    step = world.method["citizen_dialog"]
    args = [world.round.pk, step.slug, world.dialog.pk, "fragor", world.question.pk]
    return client.get(reverse("processes:edit_row", args=args)).content.decode()


def test_the_hints_stand_beside_the_question(world, client):
    page = form(client, world)
    assert "2 tips för en öppnare fråga" in page
    assert "Ta bort svaret ur frågan" in page
    assert "Gör frågan öppen" in page


def test_a_survey_may_count_answers(world, client):
    world.edit(world.dialog, form="survey")
    page = form(client, world)
    assert "Ta bort svaret ur frågan" in page
    assert "Gör frågan öppen" not in page


def test_an_open_question_gets_none(world, client):
    world.edit(world.question, text="Hur är det att gå över torget på kvällen?")
    assert "tips för en öppnare fråga" not in form(client, world)
