"""What a version changed is told part by part; nothing that a reader would find changed is left out."""

from __future__ import annotations

from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreements.versions import GONE, NEW, SAME, Change, changes

pytestmark = pytest.mark.row("LOF-5")
BASE = {
    "schema": "medborgarlofte/1",
    "title": "Tryggare torg",
    "area": "Åby",
    "local_police_area": "Åby",
    "period": {"from": "2027-01-01", "to": "2027-12-31"},
    "parties": [{"name": "Polisen", "kind": "police"}],
    "introduction": "Det här lovar vi er.",
    "picture": "Många undviker torget efter klockan 19.",
    "focus_areas": [{"title": "Torget", "place": "Torget", "target_picture": "Fler vågar gå dit."}],
    "how_arrived": ["Vi har hållit en medborgardialog."],
    "activities": [
        {
            "what": "Vi vandrar på torget",
            "where": "",
            "from": "2027-01-01",
            "to": "2027-12-31",
            "who": ["Polisen"],
            "target": {"kind": "at_least", "value": "6", "unit": "", "counts": "", "reason": ""},
        }
    ],
    "effects": [
        {
            "text": "Fler är trygga", "indicator": "NTU", "unit": "procent", "baseline": "55", "baseline_on": "2026-10-01",
            "target": "70", "due": "2027-12-31",
        }
    ],
    "goals": ["öka tryggheten"],
    "involvement": "Ungdomsrådet är med.",
    "follow": "På kommunens webb.",
    "contact": "Kommunpolisen, 114 14",
    "agreement": "Överenskommelsen 2027",
    "predecessor": {"promise": 1, "title": "Torget 2026", "period": {"from": "2026-01-01", "to": "2026-12-31"}},
    "signatories": [{"name": "Eva Chef", "title": "Chef", "organisation": "Polisen", "mandate": "4.2"}],
}  # fmt: skip
TEXT = st.text(st.characters(categories=("Ll", "Lu", "Nd")), min_size=1, max_size=12)


def test_nothing_changed_says_nothing():
    assert changes(BASE, deepcopy(BASE)) == []


SPOTS = [
    (("title",), "Löftets namn"),
    (("area",), "Område"),
    (("period", "to"), "Period"),
    (("parties", 0, "name"), "Parter"),
    (("introduction",), "Inledning och syfte"),
    (("picture",), "Situationen i dag"),
    (("focus_areas", 0, "title"), "Fokusområden"),
    (("focus_areas", 0, "place"), "Fokusområden"),
    (("focus_areas", 0, "target_picture"), "Fokusområden"),
    (("how_arrived", 0), "Så kom vi fram till det"),
    (("activities", 0, "what"), "Det här ska vi göra"),
    (("activities", 0, "where"), "Det här ska vi göra"),
    (("activities", 0, "to"), "Det här ska vi göra"),
    (("activities", 0, "who", 0), "Det här ska vi göra"),
    (("activities", 0, "target", "value"), "Det här ska vi göra"),
    (("activities", 0, "target", "unit"), "Det här ska vi göra"),
    (("activities", 0, "target", "counts"), "Det här ska vi göra"),
    (("effects", 0, "text"), "Det här ska vi åstadkomma tillsammans"),
    (("effects", 0, "indicator"), "Det här ska vi åstadkomma tillsammans"),
    (("effects", 0, "unit"), "Det här ska vi åstadkomma tillsammans"),
    (("effects", 0, "baseline"), "Det här ska vi åstadkomma tillsammans"),
    (("effects", 0, "baseline_on"), "Det här ska vi åstadkomma tillsammans"),
    (("effects", 0, "target"), "Det här ska vi åstadkomma tillsammans"),
    (("effects", 0, "due"), "Det här ska vi åstadkomma tillsammans"),
    (("goals", 0), "Löftets mål"),
    (("involvement",), "Så är medborgarna med"),
    (("follow",), "Följ med i hur det går"),
    (("contact",), "Vem som svarar på frågor"),
    (("agreement",), "Överenskommelse"),
    (("predecessor", "title"), "Följer på"),
    (("signatories", 0, "name"), "Vi som lovar"),
    (("signatories", 0, "title"), "Vi som lovar"),
    (("signatories", 0, "organisation"), "Vi som lovar"),
    (("signatories", 0, "mandate"), "Vi som lovar"),
]


def changed(spot, value):
    found = deepcopy(BASE)
    place = found
    for key in spot[:-1]:
        place = place[key]
    place[spot[-1]] = "2029-05-06" if spot[-1] in ("to", "due", "baseline_on") else value
    return found


@settings(max_examples=150)
@given(st.sampled_from(SPOTS), TEXT.map(lambda text: f"x{text}"))
def test_each_thing_that_is_changed_is_told_in_its_part_and_nowhere_else(where, value):
    spot, part = where
    after = changed(spot, value)
    assert {change.part for change in changes(BASE, after)} == {part}
    assert {change.part for change in changes(after, BASE)} == {part}


def test_every_text_of_the_content_is_among_the_spots():
    """A part added to the promise must be told of too."""

    def leaves(value, path=()):
        if isinstance(value, dict):
            for key, inner in value.items():
                yield from leaves(inner, (*path, key))
        elif isinstance(value, list):
            for key, inner in enumerate(value):
                yield from leaves(inner, (*path, key))
        else:
            yield path

    untold = set(leaves(BASE)) - {spot for spot, _ in SPOTS}
    assert untold == {
        ("schema",),
        ("local_police_area",),
        ("parties", 0, "kind"),
        ("period", "from"),
        ("predecessor", "promise"),
        ("predecessor", "period", "from"),
        ("predecessor", "period", "to"),
        ("activities", 0, "from"),
        ("activities", 0, "target", "kind"),
        ("activities", 0, "target", "reason"),
    }


def test_a_reworded_line_is_one_change_and_another_line_two():
    (one,) = changes(BASE, changed(("activities", 0, "what"), "Vi vandrar ofta på torget"))
    assert (one.words, one.what) == ("Ändrat", "Vi vandrar ofta på torget")
    gone = changes(BASE, changed(("activities", 0, "what"), "Lysa upp gångtunneln"))
    assert [change.words for change in gone] == ["Nytt", "Borttaget"]


def test_lines_that_are_called_the_same_do_not_hide_each_other():
    before = deepcopy(BASE)
    before["activities"] += deepcopy(before["activities"])
    after = deepcopy(before)
    after["activities"][1]["target"]["value"] = "1"
    (one,) = changes(before, after)
    assert "6" in one.before and "1" in one.after


@settings(max_examples=60)
@given(st.lists(TEXT, max_size=12), st.lists(TEXT, max_size=12))
def test_the_pieces_are_the_two_texts_and_nothing_else(then, now):
    pieces = Change("", "", " ".join(then), " ".join(now)).pieces
    assert " ".join(text for kind, text in pieces if kind in (SAME, GONE)).split() == then
    assert " ".join(text for kind, text in pieces if kind in (SAME, NEW)).split() == now
