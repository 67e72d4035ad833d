"""The shapes of criteria: what counts as an answer, and what each shape finds."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processes import criteria
from processes.method import Facts, Row
from tests.toy import TODAY

SUBJECT = "app.Subject"
REAL = (
    "Två till fots vid parkeringshuset",
    "Torget",
    "Ja, på APT den 3 maj",
    "10 000 invånare",
    "0 av 4 svarade",
    "Se ovanför porten: där samlas de",
    "Saknas: vuxna på plats efter nio",
    "x-området vid bron",
    "2027",
    "100",
    "nattvandring",
    "Vi kommer senare att mäta igen",
)
EMPTY = (
    *("", "   ", "\n\n", "\u00a0", "…", "...", "-", "–", "?", "___", "* * *", "0", "12"),
    *("se ovan", "Se ovan.", "SE BILAGA", "saknas", "ej aktuellt", "kommer senare"),
    *("n/a", "xx", "XXX", "todo", "TODO!"),
)


@pytest.mark.parametrize("text", EMPTY)
def test_what_says_nothing_is_no_answer(text):
    assert not criteria.is_answer(text)


@pytest.mark.parametrize("text", REAL)
def test_a_few_real_words_are_an_answer(text):
    assert criteria.is_answer(text)


PADDING = st.text(st.sampled_from(" \t\n\r\u00a0.,:;!?…–-_*()\"'/"), max_size=30)


@given(PADDING, st.sampled_from(["", "se ovan", "Se Bilaga", "SAKNAS", "n/a", "xxx", "7"]), PADDING)
def test_no_padding_makes_an_answer_of_nothing(before, nothing, after):
    assert not criteria.is_answer(before + nothing + after)


WORDS = st.lists(
    st.sampled_from(["torget", "kvällar", "belysning", "föräldrar", "skolan", "tryggare", "åker"]), min_size=1
)


@given(PADDING, WORDS, PADDING)
def test_words_stay_an_answer_however_they_are_padded(before, words, after):
    assert criteria.is_answer(before + " ".join(words) + after)


@given(st.text(max_size=10_000))
def test_any_text_is_judged_in_time(text):
    assert criteria.is_answer(text) in (True, False)


def test_a_long_row_of_nothing_is_judged_in_time():
    assert not criteria.is_answer("." * 10_000)
    assert criteria.is_answer("x" * 9_999 + "å")


@pytest.mark.parametrize(
    ("value", "answer"), [(None, False), ([], False), (False, True), (0, True), (TODAY, True), (["a"], True)]
)
def test_other_values_answer_unless_there_is_none(value, answer):
    assert criteria.is_answer(value) is answer


def facts(*rows):
    return Facts(rows, TODAY)


def found(find, *rows, **values):
    subject = Row(SUBJECT, 1, values)
    return [(f.anchor, f.current, f.row.id if f.row else None) for f in find(facts(subject, *rows), subject)]


def test_answered_points_at_each_field_without_an_answer():
    find = criteria.answered("om.what", "om.where")
    assert found(find, what="Torget", where="Norr") == []
    assert found(find, what="…", where=None) == [
        ("om.what", "”…”", None),
        ("om.where", "inget angivet", None),
    ]


def test_each_answered_points_at_the_row():
    find = criteria.each_answered("app.Row", "rader", "name", "owner", kind="a")
    rows = [
        Row("app.Row", 1, {"kind": "a", "name": "Ett", "owner_id": 3}),
        Row("app.Row", 2, {"kind": "a", "name": "Två", "owner_id": None}),
        Row("app.Row", 3, {"kind": "b", "name": "", "owner_id": None}),
    ]
    assert found(find, *rows) == [("rader.owner", "inget angivet", 2)]
    assert found(find) == []


def test_at_least_counts_the_subjects_own_rows_that_say_something():
    names = ("Ett", "Två", "…")
    own = [Row("app.Row", n, {"subject_id": 1, "name": name}) for n, name in enumerate(names, 1)]
    other = Row("app.Row", 9, {"subject_id": 2, "name": "Nio"})
    find = criteria.at_least(2, "app.Row", "rader", "subject")
    assert found(find, *own, other) == []
    assert found(find, own[0], own[2], other) == [("rader", "1 av 2", None)]
    assert found(find, other) == [("rader", "inget angivet", None)]
    short = criteria.at_least(2, "app.Row", "rader", that=lambda row: row.name != "Ett")
    assert found(short, *own) == [("rader", "1 av 2", None)]


def test_a_row_without_any_text_counts_as_it_is():
    assert found(criteria.at_least(1, "app.Link", "rader"), Row("app.Link", 1, {"other_id": 3})) == []


def test_each_row_lets_a_rule_say_in_words_what_a_row_lacks():
    find = criteria.each_row("app.Row", "rader.name", lambda f, row: row.lack, that=lambda row: row.asked)
    rows = [
        Row("app.Row", 1, {"asked": True, "lack": ""}),
        Row("app.Row", 2, {"asked": True, "lack": "fattas"}),
        Row("app.Row", 3, {"asked": False, "lack": "fattas"}),
    ]
    assert found(find, *rows) == [("rader.name", "fattas", 2)]


def test_dates_come_in_order_and_none_is_missing():
    find = criteria.in_order("om.start", "om.middle", "om.end")
    days = {"start": date(2027, 1, 1), "middle": date(2027, 1, 1), "end": date(2027, 2, 1)}
    assert found(find, **days) == []
    assert found(find, **days | {"middle": None}) == [("om.middle", "inget angivet", None)]
    wrong = found(find, **days | {"middle": None, "end": date(2026, 12, 1)})
    assert [anchor for anchor, *_ in wrong] == ["om.middle", "om.end"]


@pytest.mark.parametrize("held_on", [date(2026, 11, 22), date(2026, 11, 1)])
def test_what_was_held_by_today_is_held(held_on):
    rows = [Row("app.Dialog", 1, {"held_on": held_on}), Row("app.Dialog", 2, {"held_on": None})]
    later = Row("app.Dialog", 3, {"held_on": date(2026, 11, 23)})
    assert [row.id for row in criteria.held(facts(*rows, later), "app.Dialog")] == [1]


def test_a_long_value_is_shown_short():
    assert criteria.shown("å" * 100) == f"”{'å' * 57}…”"
    assert criteria.shown(True) == "”ja”"
    assert criteria.shown(0) == "”0”"
