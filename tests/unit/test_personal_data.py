"""Personnummer are found however they are written; what only looks like one is let through."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreements.personal_data import found_in, texts

HIT = ["ett personnummer"]


def control(nine: str) -> str:
    """The last digit, worked out the way the tax agency's brochure does it by hand."""
    doubled = [str(int(d) * 2) if i % 2 == 0 else d for i, d in enumerate(nine)]
    return str(-sum(int(d) for part in doubled for d in part) % 10)


@st.composite
def numbers(draw):
    """A synthetic personnummer or coordination number, written in one of the usual ways."""
    born = draw(st.dates(date(1900, 1, 1), date(2026, 12, 31)))
    day = born.day + draw(st.sampled_from([0, 60]))
    six, three = f"{born:%y%m}{day:02}", f"{draw(st.integers(1, 999)):03}"
    century = draw(st.sampled_from(["", f"{born:%Y}"[:2]]))
    between = draw(st.sampled_from(["-", "+", "", " ", "\n", "–", "\u2011", " - ", "\u00a0"]))
    return f"{century}{six}{between}{three}{control(six + three)}"


AROUND = st.text(st.characters(exclude_categories=["Nd", "Cs"]), max_size=40)


@pytest.mark.row("LAG-9")
@settings(max_examples=500)
@given(before=AROUND, number=numbers(), after=AROUND)
def test_every_number_is_found_in_any_prose(before, number, after):
    assert found_in(f"{before}{number}{after}") == HIT


PHONES = st.builds(
    "{}-{} {} {}".format,
    st.sampled_from(["070", "072", "073", "076", "079", "08", "031", "0476"]),
    st.integers(100, 999),
    st.integers(10, 99),
    st.integers(10, 99),
)
DIARY = st.one_of(
    st.builds("A{}.{}/{}".format, st.integers(1, 999), st.integers(100, 999_999), st.integers(2016, 2030)),
    st.builds("KS {}/{}".format, st.integers(2016, 2030), st.integers(1, 99_999)),
    st.builds("Dnr {}-{:05}".format, st.integers(2016, 2030), st.integers(1, 99_999)),
)
ORGANISATIONS = st.builds(
    "{}{}-{:04}".format, st.sampled_from(["2120", "5560", "8020"]), st.integers(20, 99), st.integers(0, 9999)
)
DATES = st.builds(
    "{:%Y-%m-%d} – {:%Y-%m-%d}".format,
    st.dates(date(2000, 1, 1), date(2099, 1, 1)),
    st.dates(date(2000, 1, 1), date(2099, 1, 1)),
)


@settings(max_examples=500)
@given(text=st.one_of(PHONES, DIARY, ORGANISATIONS, DATES), around=AROUND)
def test_other_numbers_are_let_through(text, around):
    assert found_in(f"{around} {text} {around}") == []


def test_few_unspaced_mobile_numbers_are_taken_for_persons():
    """Ten digits in a row can be either; the control digit and the date leave under one in a hundred."""
    phones = [f"07{number:08}" for number in range(0, 100_000_000, 9_973)]
    hits = sum(bool(found_in(phone)) for phone in phones)
    assert len(phones) > 10_000
    assert hits / len(phones) < 0.01


@pytest.mark.parametrize(
    "text", ["9001320017", "900101-0018", "19900101-00170", "2900101-0017", "990229-0010", "9900101-0017"]
)
def test_a_wrong_date_control_digit_or_length_is_no_number(text):
    assert found_in(text) == []


def test_texts_are_read_one_by_one_wherever_they_stand():
    content = {"a": ["19", {"b": "900101"}], "c": "-0017", "d": 9001010017, "e": None}
    assert list(texts(content)) == ["19", "900101", "-0017"]
    assert found_in(*texts(content)) == []
    assert found_in("", "Ring 900101-0017") == HIT
