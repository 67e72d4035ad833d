"""Numbers in forms: read as they are written in Swedish, shown with a comma, refused when they are none."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from processes.forms import Amount, WholeNumber

pytestmark = pytest.mark.row("X-13")
GAPS = st.sampled_from(["", " ", "\u00a0", "\u2009", "\u202f"])
MINUSES = st.sampled_from(["-", "\u2212"])


def amount():
    return Amount(max_digits=14, decimal_places=2, required=False)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("12 500", "12500"),
        ("1 250 000,25", "1250000.25"),
        ("1\u00a0200,25", "1200.25"),
        (" 7 ", "7"),
        ("1200", "1200"),
        ("\u22123", "-3"),
        ("0,12", "0.12"),
        ("0.12", "0.12"),
    ],
)
def test_a_number_is_read_as_it_is_written(written, read):
    assert amount().clean(written) == Decimal(read)


@given(st.decimals(-(10**11), 10**11, places=2), GAPS, st.sampled_from([",", "."]), MINUSES)
def test_any_number_is_read_with_gaps_and_comma(number, gap, point, minus):
    whole, rest = f"{number:,.2f}".split(".")
    written = f"{whole.replace(',', gap)}{point}{rest}".replace("-", minus)
    assert amount().clean(written) == number


@given(st.integers(-(10**12), 10**12), GAPS)
def test_any_whole_number_is_read_with_gaps(number, gap):
    assert WholeNumber().clean(f"{number:,}".replace(",", gap)) == number


@given(st.decimals(-(10**11), 10**11, places=2))
def test_what_is_shown_has_a_comma_and_is_read_again(number):
    shown = str(amount().prepare_value(number))
    assert "." not in shown
    assert amount().clean(shown) == number


@given(st.text(alphabet="0123456789 \u00a0.,+-e_NaIinf½٣x", max_size=12))
def test_a_text_is_a_number_of_just_its_digits_or_refused(text):
    try:
        found = amount().clean(text)
    except ValidationError:
        return
    if not text.strip():
        assert found is None
        return
    assert set(text) <= set("0123456789 \u00a0.,+-")
    digits = "".join(c for c in text.replace(",", ".") if c in "0123456789.")
    assert abs(found) == Decimal(digits)


@pytest.mark.parametrize(
    "text",
    ["tolv", "12 5", "1 2 3", "12,5,5", "1e5", "1_000", "NaN", "Infinity", "٣", "5 %", ",", "-", "1 2500"],
)
def test_what_is_no_number_is_refused_with_what_to_write(text):
    for field in (amount(), WholeNumber()):
        with pytest.raises(ValidationError, match="går inte att läsa som ett tal"):
            field.clean(text)


@pytest.mark.parametrize("text", ["1.200", "12.500", "1.250.000"])
def test_a_point_that_may_part_thousands_is_asked_about(text):
    for field in (amount(), WholeNumber()):
        with pytest.raises(ValidationError, match="kan betyda två saker"):
            field.clean(text)


def test_half_a_thing_is_no_whole_number():
    with pytest.raises(ValidationError, match="utan decimaler"):
        WholeNumber().clean("12,5")
    assert WholeNumber().clean("12,0") == 12
