"""What holds on every page anyone can reach: found by following all links, as each of several people.

Words are planted where only some may look; then everyone goes everywhere a link leads and looks for them.
"""

import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse

from processes.models import IntelligenceReference
from tests import situations
from tests.canaries import said
from tests.tools import of_the_day

pytestmark = pytest.mark.django_db
SECRET, OWN = "KANARIEFÅGEL", "STRANDSKATA"
# One's own keys and settings are other tests' business; what files say inside is heard in test_canaries.py.
NOT_FOLLOWED = re.compile(r"^/(konto|static|anvandare)/|\.(pdf|pptx|xlsx|svg|css|js)$|/pdf/")
MOST = 500
SEES_OWN = {"officer": True, "coordinator": False, "partner_representative": False}
TODAY = of_the_day([*SEES_OWN], 3)


class Page(HTMLParser):
    """What a page links to and how it is built."""

    def __init__(self, text: str):
        super().__init__()
        self.links: set[str] = set()
        self.ids: Counter[str] = Counter()
        self.tags: Counter[str] = Counter()
        self.inline: list[str] = []
        self.nameless: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags[tag] += 1
        if tag == "a" and (href := values.get("href") or "").startswith("/"):
            self.links.add(href.partition("#")[0])
        if "id" in values:
            self.ids[values["id"] or ""] += 1
        if tag == "script" and "src" not in values:
            self.inline.append(tag)
        self.inline += [name for name in values if name == "style" or name.startswith("on")]
        if tag == "img" and "alt" not in values:
            self.nameless.append(values.get("src") or "")


def walk(person, start):
    """Every page the person reaches by links from some pages, as (address, status, kind, text)."""
    client = Client()
    client.force_login(person)
    waiting, seen = list(start), set(start)
    while waiting:
        assert len(seen) < MOST, "the walk does not end"
        url = waiting.pop()
        answer = client.get(url)
        if answer.status_code == 302:
            continue
        page = said(answer)
        yield url, answer.status_code, answer["Content-Type"], page
        if answer["Content-Type"].startswith("text/html"):
            new = {link for link in Page(page).links if not NOT_FOLLOWED.search(link)} - seen
            seen |= new
            waiting += sorted(new)


def planted():
    """A published promise, with words that only the police, and only the cleared, may read."""
    world = situations.published_promise()
    IntelligenceReference.objects.create(
        situation=world.round.local_situation, what=SECRET, keeper=SECRET, dated_on=world.today
    )
    world.edit(world.proposal, text=f"{OWN} på parkeringshuset", by=world.cast.manager)
    world.edit(world.what_dialog, summary=f"{OWN} igen", by=world.cast.manager)
    world.edit(world.how_proposal, text=f"{OWN} till fots", by=world.cast.manager)
    world.add("processes.SituationEntry", world.situation, kind="problem", title=f"{OWN} vid torget")
    return world


def heard_by_the_police(world):
    """Whether what is planted shows where it is meant to."""
    client = Client()
    client.force_login(world.cast.officer)
    slug = world.method["local_situation"].slug
    return OWN in said(client.get(reverse("processes:step", args=[world.round.pk, slug])))


def start_of(world):
    return [
        reverse("portal:start"),
        reverse("processes:overview", args=[world.round.pk]),
        reverse("processes:timeline", args=[world.round.pk]),
        reverse("agreements:public_promises"),
    ]


@pytest.fixture(scope="module")
def walks(undone):
    """What each of three people, who see more or less of it, met on their way through the round; one of them a day."""
    with undone():
        world = planted()
        assert heard_by_the_police(world)  # or silence on the others' day would prove nothing
        yield {name: list(walk(getattr(world.cast, name), start_of(world))) for name in TODAY}


@pytest.mark.slow
@pytest.mark.row("LOK-5", "LAG-2")
@pytest.mark.parametrize("name", TODAY)
def test_nobody_reads_what_is_not_theirs_on_any_page(walks, name):
    assert len(walks[name]) > 20
    assert {url: status for url, status, _, _ in walks[name] if status != 200} == {}
    assert [url for url, _, _, page in walks[name] if SECRET in page] == []
    own = [url for url, _, _, page in walks[name] if OWN in page]
    assert bool(own) is SEES_OWN[name], own


@pytest.mark.slow
@pytest.mark.row("LAG-6")
@pytest.mark.parametrize("name", TODAY)
def test_every_page_is_built_so_that_all_can_read_it(walks, name):
    faults = []
    for url, _, kind, text in walks[name]:
        if not kind.startswith("text/html"):
            continue
        page = Page(text)
        doubled = [name for name, count in page.ids.items() if count > 1]
        faults += [(url, "id", name) for name in doubled]
        faults += [(url, "inline", name) for name in page.inline]
        faults += [(url, "no text", name) for name in page.nameless]
        faults += [(url, tag, page.tags[tag]) for tag in ("h1", "main", "title") if page.tags[tag] < 1]
        faults += [(url, "h1", 2)] if page.tags["h1"] != 1 else []
        if '<html lang="sv"' not in text:
            faults.append((url, "lang", ""))
    assert faults == []


def test_the_look_at_a_page_sees_its_faults():
    page = Page(
        '<p id="a" style="x">b</p><a id="a" href="/b/#c" onclick="d"></a><img src="e"><script></script>'
    )
    assert (page.ids["a"], page.inline, page.nameless) == (2, ["style", "onclick", "script"], ["e"])
    assert page.links == {"/b/"}
