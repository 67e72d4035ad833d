"""The problem analysis triangle: who stands where, what no activity reaches, and the drawing of it."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processes.drawings.triangle import draw
from processes.facts import Facts, Row
from processes.models.problem import Side
from processes.triangle import SIDES, triangle

pytestmark = pytest.mark.row("PRB-3")
SVG = "{http://www.w3.org/2000/svg}"
OURS, OTHER = 1, 2
INNER, OUTER = ("offender", "target", "place"), ("handler", "guardian", "manager")


def analysis(**said) -> Row:
    blank = dict.fromkeys(("what", "who_causes", "who_is_hit", "where", "expectations"), "")
    return Row(
        "processes.ProblemAnalysis", 7, blank | {"focus_title": "Torget", "focus_area_id": OURS} | said
    )


def rows(label: str, *values: dict) -> list[Row]:
    return [Row(f"processes.{label}", number, row) for number, row in enumerate(values, 1)]


def cause(side="", analysis_id=7):
    return {"analysis_id": analysis_id, "side": side, "text": f"Orsak {side}"}


def part(side, who="Centrumvärdarna", standing="", party_id=None, analysis_id=7):
    return {
        "analysis_id": analysis_id, "side": side, "who": who, "standing": standing, "party_id": party_id, "note": "",
    }  # fmt: skip


def activity(side="", cause_id=None, focus_area_id=OURS):
    return {"focus_area_id": focus_area_id, "side": side, "cause_id": cause_id, "what": "Fotpatrull"}


def aim(activity_id, side="", cause_id=None):
    return {"activity_id": activity_id, "side": side, "cause_id": cause_id}


def made(*, causes=(), parts=(), activities=(), aims=(), subject=None):
    subject = subject or analysis()
    facts = [subject, *rows("Party", {"name": "Ekhamrabostäder"}), *rows("Cause", *causes)]
    facts += rows("TrianglePart", *parts) + rows("Activity", *activities) + rows("ActivityAim", *aims)
    return triangle(Facts(facts, date(2027, 1, 1)), subject)


def test_every_side_has_an_inner_and_an_outer_spot():
    found = made()
    assert [spot.side for spot in found] == [side for pair in SIDES for side in pair]
    assert [spot.side for spot in found if spot.outer] == list(OUTER)
    assert set(Side) == {spot.side for spot in found}


def test_the_eight_questions_have_already_described_the_inner_spots():
    found = made(subject=analysis(who_causes="Ungdomar i grupp", who_is_hit="Cyklar", where="Stationen"))
    assert [found[side].said for side in INNER] == ["Ungdomar i grupp", "Cyklar", "Stationen"]
    assert [found[side].said for side in OUTER] == ["", "", ""]


def test_who_stands_where_and_how_it_is_today():
    found = made(
        parts=[
            part("manager", "Ekhamrabostäder", "present", party_id=1),
            part("guardian", "Föräldrarna", "weak"),
            part("handler", "Fältgruppen", "missing"),
            part("manager", "…"),
            part("place", "Torghandlarna", "missing"),
            part("guardian", "Grannarna", "present"),
            part("manager", "Någon annans", analysis_id=8),
        ]
    )
    assert [(s.who, s.party) for s in found["manager"].stands] == [("Ekhamrabostäder", "Ekhamrabostäder")]
    assert (found["guardian"].weak, found["guardian"].missing) == (True, False)
    assert (found["handler"].weak, found["handler"].missing) == (False, True)
    assert not found["manager"].unnamed
    assert [(spot.side, stand.who) for spot, stand in found.to_invite] == [
        ("handler", "Fältgruppen"),
        ("guardian", "Föräldrarna"),
    ]


def test_an_outer_spot_without_a_name_is_told_apart_from_one_that_is_missing():
    found = made()
    assert [spot.side for spot in found if spot.unnamed] == list(OUTER)
    assert not any(spot.missing for spot in found)


def test_before_the_plan_nothing_is_called_untouched():
    assert not made(causes=[cause("place")]).planned
    assert made(causes=[cause("place")]).untouched == ()


def test_an_activity_reaches_a_side_by_its_own_word_its_cause_or_a_further_aim():
    causes = [cause("place"), cause("manager"), cause("target", analysis_id=8)]
    assert reached(made(causes=causes, activities=[activity(side="guardian")])) == {"guardian"}
    assert reached(made(causes=causes, activities=[activity(cause_id=1)])) == {"place"}
    further = [aim(1, cause_id=2), aim(1, side="handler")]
    assert reached(made(causes=causes, activities=[activity(cause_id=1)], aims=further)) == {
        "place", "manager", "handler",
    }  # fmt: skip
    assert reached(made(causes=causes, activities=[activity(cause_id=3)])) == set()
    assert reached(made(causes=causes, activities=[activity("place", focus_area_id=OTHER)])) == set()


def test_a_side_is_untouched_when_neither_of_its_spots_is_reached():
    found = made(activities=[activity("handler"), activity("place")])
    assert [(inner.side, outer.side) for inner, outer in found.untouched] == [("target", "guardian")]


def reached(found) -> set[str]:
    return {spot.side for spot in found if spot.activities}


sides = st.sampled_from(["", *INNER, *OUTER])
keys = st.one_of(st.none(), st.integers(1, 6))


@given(
    st.lists(st.builds(cause, sides, st.sampled_from([7, 8])), max_size=6),
    st.lists(st.builds(activity, sides, keys, st.sampled_from([OURS, OTHER])), max_size=6),
    st.lists(st.builds(aim, st.integers(1, 6), sides, keys), max_size=6),
)
def test_what_is_reached_is_what_a_plain_reading_says(causes, activities, aims):
    found = made(causes=causes, activities=activities, aims=aims)
    own = {n: c["side"] for n, c in enumerate(causes, 1) if c["analysis_id"] == 7 and c["side"]}
    expected = {side: set() for side in Side}
    for number, one in enumerate(activities, 1):
        for aimed in [one, *(a for a in aims if a["activity_id"] == number)]:
            if aimed["cause_id"] in own:
                expected[own[aimed["cause_id"]]].add(number)
            if aimed["side"] and one["focus_area_id"] == OURS:
                expected[aimed["side"]].add(number)
    assert {spot.side: {row.id for row in spot.activities} for spot in found} == expected


# --- The drawing ---

FULL = {
    "causes": [cause("manager"), cause("place"), cause()],
    "parts": [
        part("manager", "Ekhamrabostäder & Co <AB>", "present", 1),
        part("handler", "Föräldrarna", "weak"),
        part("guardian", "Nattvandrarna", "missing"),
    ],
    "activities": [activity(cause_id=1), activity("offender")],
}


def drawn(**more):
    return ElementTree.fromstring(draw(made(**more), "tri-7"))


def letters(svg) -> str:
    return " ".join(text.text or "" for text in svg.iter(f"{SVG}text"))


def test_the_drawing_says_in_words_what_it_is_and_shows():
    svg = drawn(**FULL)
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == "tri-7-t tri-7-d"
    told = {item.get("id"): item.text for item in svg if item.tag in (f"{SVG}title", f"{SVG}desc")}
    assert told["tri-7-t"] == "Problemanalystriangeln: Torget"
    assert told["tri-7-d"] == made(**FULL).in_words
    for words in (
        "Nattvandrarna (saknas)",
        "Föräldrarna (finns men räcker inte till)",
        "Plats: ingen angiven",
    ):
        assert words in told["tri-7-d"]


def test_the_drawing_names_all_six_spots_and_those_who_stand_there():
    said = letters(drawn(**FULL))
    for words in ("Gärningsperson", "Övervakare", "Offer/objekt", "Beskyddare", "Plats", "Platsansvarig"):
        assert said.count(words) >= 2  # on the ring and beside it
    for words in ("Ekhamrabostäder & Co <AB>", "Föräldrarna", "Nattvandrarna", "1 orsak, ingen aktivitet"):
        assert words in said


def test_reached_and_not_reached_differ_in_more_than_colour():
    edges = {svg_dashes(drawn(**FULL)), svg_dashes(drawn(causes=FULL["causes"]))}
    assert edges == {4 + 1, 0}  # four spots that nothing reaches, and the legend's sample


def svg_dashes(svg) -> int:
    return sum(1 for item in svg.iter() if item.get("stroke-dasharray") == "7 5")


def test_many_who_stand_at_a_spot_are_counted_where_there_is_no_room():
    parts = [part("manager", f"Ansvarig {n}", "present") for n in range(1, 5)]
    said = letters(drawn(parts=parts))
    assert "Ansvarig 2" in said and "Ansvarig 3" not in said
    assert "och 2 till här" in said


@given(st.text(max_size=600), st.text(max_size=300))
def test_the_drawing_is_whole_whatever_is_written(problem, who):
    clean = re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd]", "", problem), re.sub("[^\x20-\ud7ff]", "", who)
    markup = draw(made(subject=analysis(focus_title=clean[0]), parts=[part("manager", clean[1])]), "x")
    svg = ElementTree.fromstring(markup)
    for item in svg.iter():
        assert item.tag.removeprefix(SVG) in {"svg", "title", "desc", "path", "g", "text", "rect", "circle"}
        assert not {"style", "class", "onload", "href"} & set(item.keys())
