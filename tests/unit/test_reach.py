"""Whom the dialogues reached, against who lives there (DIA-18, FAL-12). Facts made by hand."""

from __future__ import annotations

from datetime import date

import pytest

from processes.facts import Facts, Row
from processes.reach import AGES, of_dialog, of_round, unheard
from processes.reach.table import Unreadable, read, read_parts, write_parts

TODAY = date(2027, 3, 1)
LIVES = {
    "ages": {age.key: {"women": 100, "men": 100} for age in AGES},
    "parts": {"Centrum": 300, "Norr": 700},
}


def dialog(pk: int, held_on: date | None = TODAY, total: int | None = None, **groups: int) -> Row:
    names = ["women", "men", *(age.key for age in AGES)]
    numbers = {f"reached_{name}": groups.get(f"a_{name}", groups.get(name)) for name in names}
    return Row("dialogs.CitizenDialog", pk, {"held_on": held_on, "reached_total": total, **numbers})


def facts(*rows: Row, population: object = None) -> Facts:
    known = {"population": population, "population_year": 2026, "population_source": "SCB"}
    return Facts([Row("processes.Process", 1, known), *rows], TODAY)


def part(pk: int, of: int, name: str, number: int | None) -> Row:
    return Row("dialogs.ReachedPart", pk, {"dialog_id": of, "name": name, "number": number})


@pytest.mark.row("DIA-18")
def test_shares_are_of_those_who_told_and_beside_the_population():
    row = dialog(1, total=50, women=30, men=10)
    (genders,) = of_dialog(facts(row, population=LIVES), row).compared[:1]
    assert (genders.told, [g.least for g in genders.groups]) == (40, [30, 10])
    assert [(g.share, g.of_population) for g in genders.groups] == [(0.75, 0.5), (0.25, 0.5)]


@pytest.mark.row("DIA-18")
def test_the_parts_of_the_area_are_the_same_in_whatever_letters():
    row = dialog(1)
    rows = [
        part(1, 1, "centrum ", 6),
        part(2, 1, "Centrum", 4),
        part(3, 1, "Hamnen", 10),
        part(4, 1, "x", None),
    ]
    (places,) = of_dialog(facts(row, *rows, population=LIVES), row).compared
    assert [(g.label, g.least, g.of_population) for g in places.groups] == [
        ("Centrum", 10, 0.3),
        ("Norr", 0, 0.7),
        ("Hamnen", 10, 0),
    ]


def test_a_round_sums_what_is_told_and_never_what_is_kept_back():
    found = of_round(
        facts(dialog(1, women=3, men=40), dialog(2, women=20, men=30), dialog(3, date(2028, 1, 1), women=9))
    )
    (genders,) = found.compared
    women, men = genders.groups
    assert (found.dialogs, genders.told) == (2, 93)
    assert (women.least, women.most) == (20, 62) and (men.least, men.most) == (30, 72)
    assert women.share is None and women.kept_back


def test_a_dialogue_too_small_to_be_told_of_adds_nothing_to_the_sum():
    (genders,) = of_round(facts(dialog(1, women=1, men=2), dialog(2, women=20, men=30))).compared
    assert (genders.told, [g.least for g in genders.groups]) == (50, [20, 30])
    (alone,) = of_round(facts(dialog(1, women=1, men=2))).compared
    assert alone.told is None and all(g.least is None for g in alone.groups)


def test_a_blank_beside_a_number_is_nobody_and_all_blank_is_not_told():
    assert of_dialog(facts(), dialog(1, total=9)).compared == ()
    (genders,) = of_dialog(facts(), dialog(1, men=12)).compared
    assert [g.least for g in genders.groups] == [0, 12]


@pytest.mark.row("FAL-12")
def test_the_unheard_are_those_far_below_their_share_of_the_population():
    row = dialog(1, a_under_16=0, a_16_24=6, a_25_44=30, a_45_64=30, a_65_plus=34)
    missing = unheard(of_round(facts(row, population=LIVES)))
    assert [group.label for _, group in missing] == ["Under 16 år", "16–24 år"]


@pytest.mark.row("FAL-12")
def test_a_group_that_may_have_been_heard_is_not_called_unheard():
    row = dialog(1, a_under_16=4, a_16_24=9, a_25_44=30, a_45_64=30, a_65_plus=27)
    found = of_round(facts(row, population=LIVES))
    assert [g.label for c, g in unheard(found)] == []  # 13 of 100 stand behind the two that are kept back
    tight = dialog(1, a_under_16=4, a_16_24=5, a_25_44=60, a_45_64=60, a_65_plus=71)
    assert [g.label for _, g in unheard(of_round(facts(tight, population=LIVES)))] == [
        "Under 16 år",
        "16–24 år",
    ]


def test_without_a_population_only_those_of_whom_nobody_came_are_named():
    row = dialog(1, a_under_16=0, a_16_24=6, a_25_44=30, a_45_64=30, a_65_plus=34)
    assert [group.label for _, group in unheard(of_round(facts(row)))] == ["Under 16 år"]


def test_too_few_people_tell_nothing_of_shares():
    assert unheard(of_round(facts(dialog(1, women=0, men=19), population=LIVES))) == []
    assert len(unheard(of_round(facts(dialog(1, women=0, men=20), population=LIVES)))) == 1


# --- A table from a statistics page ---


def test_a_copied_table_is_read_into_the_groups():
    table = "region\tålder\tkön\t2026\nÅby\t0-4 år\tkvinnor\t1 250\nÅby\t15 år\tmän\t40\nÅby;85+ år;män;7\n"
    found = read(table + '"Åby","16–24 år","kvinnor","12"')
    assert found["under_16"] == {"women": 1250, "men": 40}
    assert (found["65_plus"]["men"], found["16_24"]["women"]) == (7, 12)


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("", "Ingen rad går att läsa"),
        ("hej\nålder, kön, antal", "Ingen rad går att läsa"),
        ("10–19 år, män, 4", "Rad 1: åldern 10–19 år går över gränsen"),
        ("60+ år, kvinnor, 4", "går över gränsen"),
        ("\n" * 3000, "fler än 2000 rader"),
    ],
)
def test_a_table_that_cannot_be_read_says_why(table, why):
    with pytest.raises(Unreadable, match=why):
        read(table)


def test_parts_are_read_as_they_are_written():
    parts = {"Centrum": 3400, "Norra Åby 2": 12}
    assert read_parts(write_parts(parts)) == parts
    assert read_parts("Centrum:  3 400\n\nNorr – 5") == {"Centrum": 3400, "Norr": 5}
    with pytest.raises(Unreadable, match="Rad 1"):
        read_parts("Centrum")
