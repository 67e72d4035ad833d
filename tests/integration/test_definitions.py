"""Ord vi använder: plain, declared in one place, at hand on every step (PRO-9)."""

import pytest
from django.urls import reverse

from processes.definitions import DEFINITIONS, of_step
from processes.method import get_method
from tests import situations

pytestmark = pytest.mark.row("PRO-9", page="/processer/ord-vi-anvander/")


def test_every_step_has_some_of_the_words_and_names_only_steps_there_are():
    method = get_method()
    assert all(of_step(step) for step in method)
    assert {key for one in DEFINITIONS for key in one.steps} <= set(method.by_key)


def test_the_words_are_short_once_each_and_in_order():
    terms = [one.term.casefold() for one in DEFINITIONS]
    swedish = str.maketrans("åäö", "{|}")
    assert terms == sorted(set(terms), key=lambda term: term.translate(swedish))
    assert all(len(one.means) <= 130 and one.means.endswith(".") for one in DEFINITIONS)


def test_citizen_and_problem_mean_what_the_method_says():
    means = {one.term: one.means for one in DEFINITIONS}
    assert "bor eller verkar i området" in means["medborgare"]
    for words in ("hör ihop", "kommer tillbaka", "väntar sig att polisen gör något åt"):
        assert words in means["problem"]


@pytest.mark.django_db
def test_they_are_folded_on_the_step_and_all_are_on_one_page(client):
    world = situations.new_round()
    client.force_login(world.cast.partner)
    page = client.get(reverse("processes:step", args=[world.round.pk, "medborgardialog"])).content.decode()
    assert "<summary>Ord vi använder</summary>" in page and "bor eller verkar i området" in page
    assert reverse("processes:definitions") in page
    whole = client.get(reverse("processes:definitions")).content.decode()
    assert all(one.means in whole for one in DEFINITIONS)
