"""A bad file is told what is wrong and where, in Swedish; it never breaks anything, and nothing is made of it."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from medborgarloften.portal.round_file import reading
from processes.models import Draft, Process
from tests import whole
from tests.forms import typed
from tests.integration.test_toxic import some
from tests.round_files import fetched
from tests.tools import share_of

pytestmark = pytest.mark.django_db
URL = "/processer/las-in/"


class Target:
    """A round's file, and whoever may read it in."""

    def __init__(self) -> None:
        self.world = whole.followed_up()
        self.file = fetched(self.world)
        self.client = Client(raise_request_exception=False)
        self.client.force_login(self.world.cast.officer)
        self.fields = {k: v for k, v in typed(self.client.get(URL)).items() if k != "nyckel"}

    def send(self, data: bytes) -> Any:
        return self.client.post(URL, self.fields | {"file": SimpleUploadedFile("runda.json", data)})

    def spoilt(self, spoil: Callable[[dict[str, Any]], Any]) -> bytes:
        data = copy.deepcopy(self.file)
        spoil(data)
        return json.dumps(data).encode()


@pytest.fixture(scope="module")
def target(undone):
    with undone():
        yield Target()


def put(label: str, nth: int, /, **values: Any) -> Callable[[dict[str, Any]], Any]:
    return lambda data: data["rows"][label][nth].update(values)


def add(label: str, /, **values: Any) -> Callable[[dict[str, Any]], Any]:
    """One more row like the first."""
    return lambda data: data["rows"][label].append(data["rows"][label][0] | values)


def in_round(**values: Any) -> Callable[[dict[str, Any]], Any]:
    return lambda data: data["round"].update(values)


def part(name: str, value: Any) -> Callable[[dict[str, Any]], Any]:
    return lambda data: data.update({name: value})


PLAN = "Steget Aktivitetsplanering, ”Aktiviteter”, rad"
SPOILT = {
    "a day of the year one": (
        put("processes.Activity", 2, period_start="0001-01-01"),
        f"{PLAN} 3, fältet ”Börjar”: Året måste vara 1900 eller senare.",
    ),
    "a day that is none": (
        put("processes.Activity", 0, period_start="2027-02-30"),
        f"{PLAN} 1, fältet ”Börjar”: Datumet går inte att tolka. Skriv det som 2027-03-01.",
    ),
    "a day in another spelling": (
        put("processes.Activity", 0, period_start="1/3/2027"),
        f"{PLAN} 1, fältet ”Börjar”: Datumet ska skrivas som 2027-03-01.",
    ),
    "a code that is none": (
        put("processes.Activity", 1, horizon="eternal"),
        f"{PLAN} 2, fältet ”Vilken effekt väntar ni er?”: Välj ett giltigt alternativ.",
    ),
    "a number as text": (
        put("processes.Activity", 0, position="1"),
        f"{PLAN} 1, fältet ”Ordning”: Värdet ska vara ett heltal.",
    ),
    "a truth as a number": (
        put("processes.Activity", 0, involves_citizens=1),
        f"{PLAN} 1, fältet ”Är medborgarna med och gör något?”: Värdet ska vara true eller false.",
    ),
    "a number beyond its column": (put("processes.Activity", 0, position=2**40), "fältet ”Ordning”: "),
    "a negative number": (put("processes.Activity", 0, position=-1), "fältet ”Ordning”: "),
    "a number beyond all bounds": (put("processes.Activity", 0, position=10**30), "ett tal som inte ryms"),
    "a decimal number": (put("processes.Activity", 0, target_value=1.5), "skrivs som text"),
    "too many decimals": (put("processes.Activity", 0, target_value="1.555"), "fältet ”Mål”: "),
    "no number at all": (put("processes.Activity", 0, target_value="NaN"), "fältet ”Mål”: "),
    "a text that is too long": (put("processes.Activity", 0, what="x" * 301), "fältet ”Vad ska ni göra?”: "),
    "a text beyond all bounds": (put("processes.Activity", 0, what="x" * 20_001), "längre än 20000 tecken"),
    "a NUL": (put("processes.Activity", 0, what="a\x00b"), "tecken som inte går att spara: ”a?b”"),
    "half a character": (put("processes.Activity", 0, what="\ud800"), "tecken som inte går att spara"),
    "a list for a text": (put("processes.Activity", 0, what=["x"]), "Värdet ska vara text"),
    "deep nesting": (put("processes.Activity", 0, what=[[[[[[[]]]]]]]), "för många nivåer"),
    "a number taken twice": (
        add("processes.Activity"),
        f"{PLAN} 4: numret 1 är redan taget av en tidigare rad.",
    ),
    "a row without number": (put("processes.Activity", 0, id=None), f"{PLAN} 1: raden saknar nummer"),
    "a row that is none": (lambda d: d["rows"]["processes.Activity"].append(7), f"{PLAN} 4: raden saknar"),
    "a truth for a number": (put("processes.Activity", 0, id=True), f"{PLAN} 1: raden saknar nummer"),
    "a link to nothing": (
        put("processes.Activity", 0, cause=99),
        f"{PLAN} 1, fältet ”Vilken orsak riktar den sig mot?”: Pekar på rad nummer 99 i ”Orsaker”, som inte "
        "finns i filen.",
    ),
    "a link that is a text": (put("processes.Activity", 0, cause="1"), "Här ska stå numret på en rad"),
    "a person who is not there": (
        put("processes.Party", 0, coordinator=99),
        "en person som inte finns i filen",
    ),
    "an origin that is nowhere": (
        put("dialogs.Proposal", 0, adopted={"row": "processes.Cause", "id": 99}),
        "”adopted” pekar på en rad som inte finns i filen.",
    ),
    "an origin that is none": (
        put("dialogs.Proposal", 0, adopted={"row": [], "id": []}),
        "”adopted” pekar på",
    ),
    "an origin that is a number": (put("dialogs.Proposal", 0, adopted=7), "”adopted” pekar på"),
    "a row about nothing": (
        lambda data: data["rows"]["processes.ProblemAnalysis"][0].pop("focus_area"),
        "Steget Problembeskrivning och orsaksanalys, rad 1: det framgår inte vad raden gäller (Fokusområde).",
    ),
    "a cause of itself": (
        put("processes.Cause", 0, parent=1),
        "”Orsaker”, rad 1: raderna pekar på varandra i en cirkel.",
    ),
    "causes in a circle": (
        lambda data: (
            add("processes.Cause", id=2, parent=1)(data),
            put("processes.Cause", 0, parent=2)(data),
        ),
        "raderna pekar på varandra i en cirkel.",
    ),
    "activities in a circle": (
        lambda data: [put("processes.Activity", n, after=1 + (n + 1) % 3)(data) for n in range(3)],
        "raderna pekar på varandra i en cirkel.",
    ),
    "the same party twice": (add("processes.Party", id=9), "rad 4: Polismyndigheten är redan part."),
    "two of what there is one of": (add("processes.ActivityPlan", id=9), "en runda har bara en sådan"),
    "one focus area in a promise twice": (
        add("agreements.PromiseFocus", id=9),
        "”Fokusområden i löftet”, rad 2: ",
    ),
    "an area of analyses twice": (add("processes.ProblemAnalysis", id=9), "orsaksanalys, rad 2: "),
    "no round": (lambda data: data.pop("round"), "Delen ”round” saknas"),
    "a round that is none": (part("round", []), "Delen ”round” saknas"),
    "a round without name": (in_round(title=""), "Rundan, fältet ”Vad ska rundan heta?”: "),
    "a round that ends first": (in_round(period_end="1999-01-01"), "Perioden slutar innan den börjar."),
    "a round without end": (in_round(period_end=None), "Rundan, fältet ”När slutar perioden?”: "),
    "an area elsewhere": (
        in_round(area={"name": "Ingenstans", "kind": "x"}),
        "Filens runda gäller ”Ingenstans”",
    ),
    "an area that is a number": (in_round(area=7), "Filens runda gäller ””"),
    "rows that are none": (part("rows", 7), "Delen ”rows” ska hålla en lista för varje slag av rader."),
    "rows that are a text": (lambda d: d["rows"].update({"processes.Cause": "x"}), "Delen ”rows”"),
    "a later version": (
        part("format", "medborgarloften-runda/2"),
        "Filen är skriven enligt version 2, men här läses version 1.",
    ),
    "a version that is none": (part("format", "medborgarloften-runda/ett"), "enligt version ett"),
    "another format": (part("format", "budget/1"), "ingen fil med en runda"),
    "a format that is none": (part("format", None), "ingen fil med en runda"),
}
RAW = {
    "an empty file": (b"", "Filen är tom"),
    "no JSON": (b"hej", "Filen går inte att läsa från rad 1."),
    "half a file": (
        b'{"format": "medborgarloften-runda/1", "rows": {',
        "Filen går inte att läsa från rad 1.",
    ),
    "a list": (b"[]", "ingen fil med en runda"),
    "a number": (b"7", "ingen fil med en runda"),
    "no UTF-8": ('{"format": "Å"}'.encode("latin-1"), "inte text i UTF-8"),
    "UTF-16": ('{"format": "Å"}'.encode("utf-16"), "inte text i UTF-8"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(200), "inte text i UTF-8"),
    "a bare NUL": (b'{"format": "\x00"}', "Filen går inte att läsa"),
    "a name twice": (b'{"format": "x", "format": "y"}', "”format” står två gånger"),
    "not a number": (b'{"format": NaN}', "NaN är inget värde"),
    "a number of thousands of digits": (b'{"format": 1' + b"0" * 5000 + b"}", "ett tal är orimligt långt"),
    "ten thousand levels": (b"[" * 10_000 + b"]" * 10_000, "för många nivåer"),
    "a million lists": (b"[" + b"[]," * 100_000 + b"[]]", "fler delar än en runda kan ha"),
    "a million objects": (b"[" + b"{}," * 100_000 + b"{}]", "fler delar än en runda kan ha"),
    "a hundred million texts": (b"[" + b'"",' * 1_100_000 + b'""]', "fler delar än en runda kan ha"),
    "more than twenty megabytes": (b" " * (reading.BIGGEST + 1), "Filen är större än 20 MB"),
}


def refusal(target: Target, data: bytes) -> str:
    """What the page says; it must be a refusal, and nothing may have come of the file."""
    before = Process.objects.count(), Draft.objects.count()
    answer = target.send(data)
    assert answer.status_code == 422, answer.status_code
    assert (Process.objects.count(), Draft.objects.count()) == before
    form = answer.context["form"]
    return "\n".join(text for errors in form.errors.values() for text in errors)


def test_the_file_is_taken_as_it_is(target):
    """Else all refusals below would prove nothing."""
    with transaction.atomic():
        assert target.send(json.dumps(target.file).encode()).status_code == 302
        transaction.set_rollback(True)


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_file_is_refused_with_the_place(target, name):
    spoil, words = SPOILT[name]
    assert words in refusal(target, target.spoilt(spoil))


@pytest.mark.parametrize("name", RAW)
def test_what_is_no_round_at_all_is_refused(target, name):
    data, words = RAW[name]
    assert words in refusal(target, data)


def test_all_faults_are_told_at_once_but_not_a_thousand(target):
    def spoil(data: dict[str, Any]) -> None:
        for label in ("processes.Activity", "processes.Goal"):
            for row in data["rows"][label]:
                row["focus_area"] = 99
        data["rows"]["processes.Problem"] = [{"id": n, "agree": "x"} for n in range(1, 100)]

    words = refusal(target, target.spoilt(spoil)).splitlines()
    assert len(words) == 21 and words[-1].startswith("… och ")


TOXIC = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(max_size=20),
    st.sampled_from(["0001-01-01", "9999-12-31", "9" * 400, "1e400", "\x00", "True", "", " "]),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place of the file where something else could stand."""
    found = [path] if path else []
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in parts:
        found += places(inner, (*path, key))
    return found


def replaced(data: Any, path: tuple[Any, ...], value: Any) -> None:
    for key in path[:-1]:
        data = data[key]
    data[path[-1]] = value


def poisoned(target: Target, data: Any) -> int:
    """Put poison in one place of the file. What is taken all the same must not make any page ill."""
    file = copy.deepcopy(target.file)
    replaced(file, data.draw(st.sampled_from(places(file))), data.draw(TOXIC))
    with transaction.atomic():
        answer = target.send(json.dumps(file).encode())
        assert answer.status_code in (302, 422)
        if answer.status_code == 302:
            page = target.client.get(answer.url)
            assert page.status_code == 200
            done = target.client.post(answer.url, typed(page))
            assert done.status_code == 302
            for url in (done.url, f"{done.url}tidslinje/", reverse("processes:rounds")):
                assert target.client.get(url).status_code == 200
        transaction.set_rollback(True)
    return answer.status_code


@pytest.mark.slow
@some(6)
@given(data=st.data())
def test_anything_anywhere_is_taken_or_refused_with_words(target, data):
    poisoned(target, data)


@pytest.mark.slow
@pytest.mark.both_databases
def test_anything_anywhere_is_taken_or_refused_with_words_for_long(target):
    seen: set[int] = set()

    @some(share_of(32))
    @given(data=st.data())
    def attack(data: Any) -> None:
        seen.add(poisoned(target, data))

    attack()
    assert seen == {302, 422}
