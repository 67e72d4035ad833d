"""Personnummer are found however they are written; what only looks like one is let through."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from processes.personal_data import Kind, find, kinds, masked, texts
from tests.data.personal_data import look_alikes, positives
from tests.growth import grows_with_length

HIT = [Kind.PERSON]


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
    assert kinds(f"{before}{number}{after}") == HIT


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
@given(text=st.one_of(DIARY, ORGANISATIONS, DATES), around=AROUND)
def test_other_numbers_are_let_through(text, around):
    assert kinds(f"{around} {text} {around}") == []


@pytest.mark.row("LAG-9")
def test_how_much_is_found_and_how_often_the_alarm_is_false(capsys):
    """Measured on synthetic texts that know nothing of the patterns (tests/data/personal_data.py)."""
    sought, harmless = positives(12_000, seed=2026), look_alikes(12_000, seed=2027)
    lines, found = [], 0
    for kind in Kind:
        own = [(text, piece) for text, name, piece in sought if name == kind.name]
        hit = sum(
            any(m.kind is kind and text[m.start : m.end] == piece for m in find(text))  # whole, nothing more
            for text, piece in own
        )
        lines.append(f"{kind}: {hit} of {len(own)} found ({hit / len(own):.2%})")
        found += hit
    alarms = [text for text in harmless if find(text)]
    with capsys.disabled():
        print("\nPersonal data: " + "; ".join(lines))
        print(
            f"Personal data: {len(alarms)} false alarms in {len(harmless)} ({len(alarms) / len(harmless):.2%})"
        )
    assert found / len(sought) >= 0.999
    assert len(alarms) / len(harmless) <= 0.01


@pytest.mark.row("LAG-9")
@pytest.mark.parametrize(
    ("piece", "kind"),
    [
        *((text, Kind.PERSON) for text in (
            "900101-00 17", "900101 00 17", "900101/0017", "900101:0017", "900101 (0017)", "900101(0017)",
            "900101--0017", "９００１０１－００１７", "٩٠٠١٠١-٠٠١٧", "90 01 01 00 17", "19 900101-0017",
            "900101\u200b-0017", "1990-01-01\n0017",
        )),
        *((text, Kind.PHONE) for text in ("46701740605", "46 70 174 06 05", "46-701740605", "(08) 123 456 78")),
        *((text, Kind.CAR) for text in ("abc 123", "Abc 12d", "ＡＢＣ１２３")),
        *((text, Kind.EMAIL) for text in (
            "anna at exempel punkt se", "anna snabel-a exempel.se", "anna (a) exempel(punkt)se", "anna @ exempel.se",
        )),
    ],
)  # fmt: skip
def test_what_is_written_in_an_uncommon_way_is_found_whole_and_as_what_it_is(piece, kind):
    for text in (piece, f"Hör av dig: {piece}.", f"({piece})", f"min granne {piece} såg det"):
        assert [(text[m.start : m.end], m.kind) for m in find(text)] == [(piece, kind)], text


@pytest.mark.parametrize(
    "text",
    [
        "Ring 46 701 234 567", "Det är 46 700 000 kronor", "det bor 123 här", "Av dem var 150 rädda", "Vi ses at torget",
        "torget punkt Se upp", "Sparat 2026-03-12 10:12", "A079.670808/2026", "Mars 900101 (0018)",
    ],
)  # fmt: skip
def test_what_is_written_nearly_so_is_let_through(text):
    assert find(text) == []


@pytest.mark.parametrize(
    "text", ["9001320017", "900101-0018", "19900101-00170", "2900101-0017", "990229-0010", "9900101-0017"]
)
def test_a_wrong_date_control_digit_or_length_is_no_number(text):
    assert kinds(text) == []


def test_texts_are_read_one_by_one_wherever_they_stand():
    content = {"a": ["19", {"b": "900101"}], "c": "-0017", "d": 9001010017, "e": None}
    assert list(texts(content)) == ["19", "900101", "-0017"]
    assert kinds(*texts(content)) == []
    assert kinds("", "Ring 900101-0017") == HIT


@pytest.mark.row("LAG-9")
def test_what_is_shown_to_readers_has_a_mark_in_its_place():
    text = "Ring mig på 070-123 45 67 eller skriv till anna@exempel.se. Bilen var ABC 123, hon är född 900101-0017."
    assert masked(text) == (
        "Ring mig på [telefonnummer dolt] eller skriv till [e-postadress dold]. "
        "Bilen var [registreringsnummer dolt], hon är född [personnummer dolt]."
    )
    assert masked("Mörkt vid bron klockan 22.30.") == "Mörkt vid bron klockan 22.30."


@settings(max_examples=300)
@given(st.text(max_size=200))
def test_no_text_upsets_it_and_what_is_masked_is_found_no_more(text):
    for match in find(text):
        assert 0 <= match.start < match.end <= len(text)
    assert masked(text) == text or find(text)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "0",
        "1 ",
        "-",
        "a.",
        "0-",
        "ABC ",
        "abc 1",
        "@",
        "a@",
        "(at)",
        " at ",
        "a punkt ",
        "9 ",
        "46 ",
        "(",
    ],
)
def test_a_long_text_takes_no_longer_than_its_length(piece):
    assert grows_with_length(lambda size: find(piece * size), 2_500)
