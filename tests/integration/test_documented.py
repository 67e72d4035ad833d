"""A file or link with a short summary answers a question of the method (requirements, "How")."""

import pytest
from django.urls import reverse

from tests import situations
from tests.world import World

ANCHOR = "ramar.governing_documents"


@pytest.fixture
def world(db) -> World:
    return situations.new_round()


def _attach(world: World, client, **fields):
    subject = world.record("processes.Collaboration")
    client.force_login(world.cast.officer)
    url = reverse("processes:attach", args=[world.round.pk, "initiera-samverkan", subject.pk])
    data = {"title": "Styrkort", "link": "https://kommun.example/styrkort", "anchor": ANCHOR, **fields}
    return client.post(url, data)


def _asks(world: World) -> bool:
    return "SAM-2" in world.codes("collaboration", "complete", world.record("processes.Collaboration"))


@pytest.mark.row("SAM-2", "X-18")
def test_a_link_with_a_summary_answers_the_question(world, client):
    assert _asks(world)
    assert (
        _attach(world, client, summary="Samverkan är ett av kommunens tre mål för trygghet.").status_code
        == 302
    )
    assert not _asks(world)


def test_a_link_without_a_summary_answers_nothing(world, client):
    assert _attach(world, client, summary=" … ").status_code == 302
    assert _asks(world)


def test_a_link_about_something_else_answers_nothing(world, client):
    assert _attach(world, client, summary="Bra att ha.", anchor="").status_code == 302
    assert _asks(world)


def test_the_promise_has_its_own_words(world, client):
    promise = world.create("citizen_promise", title="Tryggare torg")
    client.force_login(world.cast.officer)
    url = reverse("processes:attach", args=[world.round.pk, "medborgarlofte", promise.pk])
    data = {
        "title": "Text",
        "link": "https://kommun.example/",
        "summary": "Allt står där.",
        "anchor": "texter.picture",
    }
    assert client.post(url, data).status_code == 422
