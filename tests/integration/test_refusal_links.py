"""Every refusal leads to the very field that mends it: open to those who are named, and in focus."""

from html.parser import HTMLParser

import pytest
from django.test import Client

from processes import guard
from processes.method import Panel, Rows, Section
from processes.pages.links import gap_url
from tests import situations, whole
from tests.people import PARTS
from tests.whole import KEYS, METHOD, SPOILS, example_for

pytestmark = [pytest.mark.django_db, pytest.mark.row("X-2")]


class Focused(HTMLParser):
    """The elements of a page that ask for focus, each with the hidden values of its form."""

    def __init__(self, page: str):
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self._hidden: dict[str, str | None] = {}
        self._action: str | None = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "form":
            self._hidden, self._action = {}, values.get("action")
        if values.get("type") == "hidden":
            self._hidden[values.get("name") or ""] = values.get("value")
        if "autofocus" in values:
            self.found.append({**values, "tag": tag, "action": self._action, "hidden": dict(self._hidden)})


def field_of(gap):
    """The name of the field the gap points at."""
    section_key, _, name = gap.finding.anchor.partition(".")
    section = gap.step.section(section_key)
    if gap.finding.anchor == "judgements":
        return f"svar-{gap.finding.about}-{(gap.finding.row or gap.subject).id}"
    if gap.finding.anchor == "feedback":
        return "audiences"
    if gap.subject is None:
        return gap.step.add_fields[0]
    return name or (section.fields[0] if isinstance(section, Section | Rows) else "")


def people_named(gap, world):
    """Someone of each role that the gap says can mend it, and that takes part in the round."""
    roles = {role: name for name, (role, _) in reversed(PARTS.items())}
    return [getattr(world.cast, roles[role]) for role in gap.fixers]


@pytest.mark.parametrize("key", KEYS)
def test_the_link_of_a_refusal_lands_on_its_field(key):
    world = example_for(key)
    SPOILS[key](world)
    step, criterion = METHOD.criterion(key)
    gaps = [gap for gap in whole.gaps(world, criterion.gate, step.key) if gap.criterion_key == key]
    assert gaps
    for gap in gaps:
        people = people_named(gap, world)
        assert people, "a refusal names nobody who can mend it"
        for person in people:
            check(gap, world, person)


def check(gap, world, person):
    client = Client()
    client.force_login(person)
    url = gap_url(world.round.pk, gap)
    answer = client.get(url)
    assert answer.status_code == 200, (url, person)
    focused = Focused(answer.content.decode()).found
    assert len(focused) == 1, (url, person.name, focused)
    (element,) = focused
    if gap.finding.anchor == "checklist":
        assert element["hidden"]["punkt"] == gap.finding.about
    elif isinstance(gap.step.section(gap.finding.anchor), Panel):
        assert element["tag"] in ("a", "button")
    else:
        assert element.get("name") == field_of(gap), url


@pytest.mark.slow
def test_in_a_new_round_every_refusal_leads_somewhere_that_is_open():
    world = situations.new_round()
    facts, seen = world.facts(), set()
    for step in METHOD:
        for gate in step.gates:
            for subject in guard.subjects(facts, step):
                seen |= {
                    (gap_url(world.round.pk, gap), person)
                    for gap in guard.evaluate(METHOD, gate, facts, step, subject).gaps
                    for person in people_named(gap, world)
                }
    assert len(seen) > 50
    for url, person in seen:
        client = Client()
        client.force_login(person)
        answer = client.get(url)
        assert answer.status_code == 200, (url, person)
        assert len(Focused(answer.content.decode()).found) <= 1, url
