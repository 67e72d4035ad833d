"""The promise's page tells what each version changed, and what is changed but not sent (LOF-5)."""

from __future__ import annotations

import json

import pytest
from django.urls import reverse

from agreements import signing
from tests import situations

pytestmark = [pytest.mark.django_db, pytest.mark.row("LOF-5")]


@pytest.fixture
def world():
    return situations.sealed_promise()


def panel(world, client):
    client.force_login(world.cast.officer)
    url = reverse("processes:subject", args=[world.round.pk, "medborgarlofte", world.promise.pk])
    page = client.get(url)
    return next(s["data"] for s in page.context["sections"] if s["key"] == "versioner"), page.content.decode()


def test_nothing_changed_since_it_was_sent(world, client):
    data, page = panel(world, client)
    assert data["steps"] == [] and "Inget har ändrats sedan löftet skickades" in page


def test_what_is_changed_is_seen_before_it_is_sent_and_after(world, client):
    first = situations.versions().get()
    world.edit(world.promise, reason="Ny kontakt", follow="Läs mer på kommunens nya webbplats.")
    data, page = panel(world, client)
    assert [(s["title"], s["since"], [p["title"] for p in s["parts"]]) for s in data["steps"]] == [
        ("Nu, inte skickat än", "Version 1", ["Följ med i hur det går"])
    ]
    assert "<ins>" in page and "<del>" in page
    signing.send(by=world.cast.officer, round_=world.round, promise_id=world.promise.pk)
    data, _ = panel(world, client)
    assert [(s["title"], s["since"]) for s in data["steps"]] == [("Version 2", "Version 1")]
    assert situations.versions().get(pk=first.pk).content == first.content  # the original stays readable
    assert "ring kommunpolisen" in json.loads(first.content)["follow"]


def test_there_is_nothing_to_compare_before_it_is_sent(client):
    world = situations.planned_round()
    client.force_login(world.cast.officer)
    url = reverse("processes:subject", args=[world.round.pk, "medborgarlofte", world.promise.pk])
    assert "versioner" not in {s["key"] for s in client.get(url).context["sections"]}
