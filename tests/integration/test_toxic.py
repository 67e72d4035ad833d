"""No input gives a server error, and nothing that is let in makes a page unusable for others."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote_from_bytes

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from processes.method import Kind, Rows, Section
from tests.forms import shown
from tests.situations import planned_round
from tests.tools import of_the_day, share_of
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
BIG = "x" * 10_000_000
TOXIC = [
    b"",
    b"\x00",
    b"a\x00b",
    b"\xed\xa0\x80",  # a lone surrogate
    b"\xff\xfe",
    "\u202egnirts\u2066".encode(),
    "👮🏽‍♀️".encode(),
    b"0001-01-01",
    b"9999-12-31",
    b"0001-01-01T00:00:00+14:00",
    b"9999-12-31T23:59:59.999999-1400",
    b"10000-01-01",
    b"-1",
    b"9" * 30,
    b"1" + b"0" * 5000,
    b"9223372036854775807",
    b"2147483648",
    b"NaN",
    b"Infinity",
    b"1e400",
    b"0,5",
    b"0x10",
    b"True",
    b"[]",
    b'{"a": "\\u0000"}',
    b"../../etc/passwd",
    b"<script>alert(1)</script>",
    b"{{ 7|add:7 }}{% now %}",
    b"%00%s%n",
    b"'; DROP TABLE processes_user; --",
    b"javascript:alert(1)",
    b"http://[::1",
    b"https://user:pw@ond.example/\r\nX-Ond: 1",
    b"a\r\nSet-Cookie: x=1",
    b"x" * 10_001,
]
PARAMETERS = ["under", "side", "fore", "efter", "falt", "utkast", "krav", "path", "next", "sida", "q", "visa"]
toxic = st.one_of(
    st.sampled_from(TOXIC),
    st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.binary(max_size=20),
    st.integers().map(lambda number: str(number).encode()),
    st.dates().map(lambda day: day.isoformat().encode()),
)


class Target:
    """A round with something in every step, whoever leads it, and the addresses to attack."""

    def __init__(self) -> None:
        self.world: World = planned_round()
        self.client = Client(raise_request_exception=False)
        self.client.force_login(self.world.cast.officer)
        self.forms = list(self._forms())
        self.pages = [
            *(reverse(f"processes:{name}", args=[self.world.round.pk]) for name in ROUND),
            reverse("portal:thread", args=[self.world.round.pk]),
            *(reverse(name) for name in ("portal:start", "portal:approvals", "processes:rounds")),
            *(reverse("processes:step", args=[self.world.round.pk, s.slug]) for s in self.world.method),
        ]

    def _forms(self) -> Iterator[str]:
        facts = self.world.facts()
        for step in self.world.method:
            base = [self.world.round.pk, step.slug]
            if step.kind is Kind.RECURRING and step.add_label:
                yield reverse("processes:create", args=base)
            if (subject := facts.one(step.record)) is None:
                continue
            args = [*base, subject.id]
            for section in step.sections:
                if isinstance(section, Section):
                    yield reverse("processes:edit", args=[*args, section.key])
                elif isinstance(section, Rows):
                    yield reverse("processes:add_row", args=[*args, section.key])
            for name in ("feedback", "deviate", "attach", "acknowledge"):
                yield reverse(f"processes:{name}", args=args)
            if any(c.how == "judged" and not c.each for c in step.criteria):
                yield reverse("processes:judge", args=args)
        yield reverse("processes:why", args=[self.world.round.pk, self.world.analysis.pk])
        yield reverse("processes:start")
        yield reverse("processes:confirm", args=[self.world.round.pk])

    def post(self, url: str, fields: list[tuple[str, bytes]]) -> Any:
        body = "&".join(f"{quote_from_bytes(n.encode())}={quote_from_bytes(v)}" for n, v in fields)
        return self.client.post(url, body, content_type="application/x-www-form-urlencoded")

    def sick(self, pages: Iterable[str] = ()) -> list[str]:
        """Those of the pages, or of all, that do not open any more."""
        return [url for url in pages or self.pages if self.client.get(url).status_code not in (200, 403)]


ROUND = ("overview", "timeline", "confirm")


@pytest.fixture(scope="module")
def target(undone) -> Iterator[Target]:
    logging.disable(logging.CRITICAL)
    with undone():
        yield Target()
    logging.disable(logging.NOTSET)


def some(examples: int) -> Any:
    """As many examples, the same ones each time; the world is put back after each."""
    return settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


def attack_form(target: Target, data: Any) -> int:
    """Fill a form with its own values but for some toxic ones; what is let in must not make others ill."""
    url = data.draw(st.sampled_from(target.forms), label="form")
    with transaction.atomic():
        page = target.client.get(url)
        names = [n for n in shown_fields(page) if n != "csrfmiddlewaretoken"]
        chosen = data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=4), label="fields")
        fields = [(n, v.encode()) for n, vs in shown(page).items() for v in vs if n not in chosen]
        fields += [(name, data.draw(toxic, label=name)) for name in chosen]
        fields.append((data.draw(st.sampled_from(["valt", "okänt", *names])), data.draw(toxic)))
        answer = target.post(url, fields)
        assert answer.status_code < 500, (url, fields)
        assert target.post(f"{reverse('processes:draft')}?path={url}", fields).status_code < 500
        assert target.client.get(f"{url}?utkast=1").status_code < 500
        if answer.status_code == 302:
            others = data.draw(st.sets(st.sampled_from(target.pages), min_size=5, max_size=5), label="pages")
            assert target.sick(others) == [], (url, fields)
            assert target.client.get(answer.url).status_code == 200
        transaction.set_rollback(True)
    return answer.status_code


def shown_fields(page: Any) -> list[str]:
    """Every name the form may send, also the unticked."""
    form = page.context.get("form") if page.context else None
    return [*shown(page), *(form.fields if form is not None else ["kommentar", "steg"])]


@some(15)
@given(data=st.data())
def test_forms_bear_anything(target, data):
    attack_form(target, data)


@pytest.mark.both_databases
def test_forms_bear_anything_for_long(target):
    seen: set[int] = set()

    @some(share_of(200, 8))
    @given(data=st.data())
    def attack(data: Any) -> None:
        seen.add(attack_form(target, data))

    attack()
    assert {302, 422} <= seen  # some were let in, some refused with words


@some(30)
@given(data=st.data())
def test_pages_bear_any_parameter(target, data):
    url = data.draw(st.sampled_from([*target.pages, *target.forms]))
    names = data.draw(st.lists(st.sampled_from(PARAMETERS), min_size=1, max_size=3))
    query = "&".join(f"{name}={quote_from_bytes(data.draw(toxic))}" for name in names)
    assert target.client.get(f"{url}?{query}").status_code < 500, query


@pytest.mark.parametrize("value", TOXIC[:-1])
def test_every_parameter_bears_every_known_poison(target, value):
    for url in of_the_day(target.pages[:6], 3):
        query = "&".join(f"{name}={quote_from_bytes(value)}" for name in PARAMETERS)
        assert target.client.get(f"{url}?{query}").status_code == 200


def test_addresses_bear_any_number(target):
    number = str(target.world.round.pk)
    for url in of_the_day([*target.pages, *target.forms], 3):
        parts = url.split("/")
        for position in (i for i, part in enumerate(parts) if part.isdigit()):
            for other in ("0", "9" * 19, "9" * 30, "9" * 300):
                attacked = "/".join([*parts[:position], other, *parts[position + 1 :]])
                assert target.client.get(attacked).status_code == 404, attacked
    assert number.isdigit()


def test_a_body_beyond_bounds_is_refused_before_it_is_read(target):
    url = target.forms[0]
    assert target.post(url, [("anchored", BIG.encode())]).status_code == 400
    assert target.post(url, [(f"n{i}", b"") for i in range(3000)]).status_code == 400
    draft = f"{reverse('processes:draft')}?path={url}"
    assert target.post(draft, [("anchored", b"x" * 300_000)]).status_code == 400
    assert target.client.post(url, "{}", content_type="application/json").status_code < 500
    assert target.client.post(url, "x", content_type="multipart/form-data; boundary=x").status_code < 500
    for kind in (
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json",
        "multipart/form-data",
    ):
        strange = f"{kind}; charset=klingon; boundary=\xff"
        assert target.client.generic("POST", url, b"\xff=%ff", content_type=strange).status_code < 500


def test_the_attack_finds_a_planted_fault(target):
    """A date that no bound stops makes pages ill for everyone; the harness must see that."""
    planted = "0001-01-01 BC" if connection.vendor == "postgresql" else "not a date"
    table = type(target.world.record("processes.Collaboration"))._meta.db_table
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(f'UPDATE "{table}" SET work_starts_on = %s', [planted])
        assert target.sick() != []
        transaction.set_rollback(True)
    assert target.sick() == []
