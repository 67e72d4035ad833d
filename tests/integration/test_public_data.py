"""Feeds, descriptions and maps of the site are what their standards say, whatever a title holds."""

import json
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.urls import reverse

from agreements.content import compose
from agreements.document import document
from processes.documents.tree import Facts
from processes.method import Row
from tests import publishing, situations

pytestmark = [pytest.mark.django_db, pytest.mark.row("X-9")]
ATOM = "{http://www.w3.org/2005/Atom}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DCAT, TERMS = "{http://www.w3.org/ns/dcat#}", "{http://purl.org/dc/terms/}"


@pytest.fixture
def world():
    world = situations.published_promise()
    world.account = publishing.account(world)
    world.strange = publishing.another(world, 'A & B <script>"</script> ]]>')
    return world


def read(name, *args):
    answer = Client().get(reverse(f"agreements:{name}", args=args))
    assert answer.status_code == 200
    return ElementTree.fromstring(answer.content)


def test_each_feed_is_an_atom_feed(world):
    slug = world.publication.slug
    for name, args, entries in (
        ("public_feed", (), 3),
        ("public_feed_of", ("aby-kommun",), 3),
        ("public_feed_of_promise", (slug,), 2),
    ):
        feed = read(name, *args)
        assert feed.tag == f"{ATOM}feed"
        own = feed.find(f"{ATOM}link[@rel='self']").attrib["href"]
        assert (
            own == feed.findtext(f"{ATOM}id") == settings.SITE_URL + reverse(f"agreements:{name}", args=args)
        )
        found = feed.findall(f"{ATOM}entry")
        assert len(found) == entries
        ids = [entry.findtext(f"{ATOM}id") for entry in found]
        assert len(set(ids)) == len(ids) and all(one.startswith(settings.SITE_URL) for one in ids)
        times = [datetime.fromisoformat(entry.findtext(f"{ATOM}updated")) for entry in found]
        assert times == sorted(times, reverse=True) and all(time.tzinfo for time in times)
        assert feed.findtext(f"{ATOM}updated") == found[0].findtext(f"{ATOM}updated")
        assert feed.find(f"{ATOM}author") is not None
        assert all(entry.findtext(f"{ATOM}summary") for entry in found)
        for entry in found:  # each leads to a page that is there
            url = entry.find(f"{ATOM}link").attrib["href"].removeprefix(settings.SITE_URL)
            assert Client().get(url).status_code == 200


def test_a_feed_tells_how_it_goes_and_with_whom(world):
    titles = [entry.findtext(f"{ATOM}title") for entry in read("public_feed").findall(f"{ATOM}entry")]
    assert f"Så går det: {world.promise.title}" in titles and f"Nytt löfte: {world.promise.title}" in titles
    assert 'Nytt löfte: A & B <script>"</script> ]]>' in titles
    assert Client().get(reverse("agreements:public_feed_of", args=["bro-kommun"])).status_code == 404


def tell(world, text, day):
    world.feedback("feedback", world.round, ["citizens"], text=text, public=True, given_on=day)


@pytest.mark.row("ATE-1", "ATE-2")
def test_every_text_that_is_told_is_in_the_feed_once_with_its_day(world):
    """Two that were published together are both there, and none comes again with the next account."""
    told = {"Lamporna är bytta.": "1 februari 2027", "Bommen är på plats.": "9 mars 2027"}
    with time_machine.travel(datetime(2027, 4, 1, 12, tzinfo=UTC), tick=False):
        for text, day in zip(told, (date(2027, 2, 1), date(2027, 3, 9)), strict=True):
            tell(world, text, day)
        publishing.account(world)
        tell(world, "Muren är tvättad.", date(2027, 3, 1))
        publishing.account(world)
        feed = read("public_feed_of_promise", world.publication.slug)
    texts = [entry.findtext(f"{ATOM}summary") for entry in feed.findall(f"{ATOM}entry")]
    for text, day in told.items():
        assert [text in one for one in texts] == [False, True, False, False]
        assert f"{day}: {text}" in texts[1]
    assert "Muren är tvättad." in texts[0]


@pytest.mark.row("ATE-2", "X-9")
def test_page_and_data_say_who_answers_about_the_promise(world, settings):
    def told(slug):
        page = Client().get(reverse("agreements:public_promise", args=[slug])).content.decode()
        data = Client().get(reverse("agreements:public_promise_json", args=[slug])).json()
        return data["contact"], page

    contact, page = told(world.publication.slug)
    assert contact == f"Polisen, {world.round.area.name}, telefon 114\u00a014" and contact in page
    settings.CONTACT_EMAIL, settings.PUBLISHER = "fraga@kommun.example", "Åby i samverkan"
    contact, page = told(world.publication.slug)
    assert contact == "Åby i samverkan, fraga@kommun.example" and "mailto:fraga@kommun.example" in page
    own = "Kommunpolisen i Åby, aby@polisen.example"
    contact, page = told(publishing.another(world, "Ett till", contact=own))
    assert contact == own and "mailto:aby@polisen.example" in page


@pytest.mark.row("LOF-1")
def test_who_answers_is_signed_with_the_promise_and_left_blank_it_is_not_there(world):
    assert "contact" not in json.loads(world.sent.content)
    facts = world.facts()
    row = facts.get("agreements.Promise", world.promise.pk)
    named = Row(row.model, row.id, {**row, "contact": "Kommunpolisen i Åby"})
    content = compose(world.method, facts, named)
    assert content["contact"] == "Kommunpolisen i Åby"
    paper = document(content, created=datetime.now(UTC), identifier="1", facts=Facts())
    assert "Frågor om löftet: Kommunpolisen i Åby" in str(paper.blocks)


def test_the_description_has_what_the_swedish_profile_requires(world):
    root = read("dcat")
    (catalog,) = root.findall(f"{DCAT}Catalog")
    (dataset,) = root.findall(f"{DCAT}Dataset")
    files = root.findall(f"{DCAT}Distribution")
    (agent,) = root.findall("{http://xmlns.com/foaf/0.1/}Agent")
    about, resource = f"{RDF}about", f"{RDF}resource"
    for thing in (catalog, dataset):
        for name in ("title", "description"):
            assert thing.findtext(f"{TERMS}{name}")
            lang = thing.find(f"{TERMS}{name}").attrib["{http://www.w3.org/XML/1998/namespace}lang"]
            assert lang == "sv"
        assert thing.find(f"{TERMS}publisher").attrib[resource] == agent.attrib[about]
        assert thing.find(f"{TERMS}license").attrib[resource].startswith("https://creativecommons.org/")
    assert agent.findtext("{http://xmlns.com/foaf/0.1/}name") == settings.PUBLISHER
    assert catalog.find(f"{DCAT}dataset").attrib[resource] == dataset.attrib[about]
    themes = {theme.attrib[resource].rpartition("/")[2] for theme in dataset.findall(f"{DCAT}theme")}
    assert themes == {"JUST", "GOVE"}
    listed = {one.attrib[resource] for one in dataset.findall(f"{DCAT}distribution")}
    assert listed == {file.attrib[about] for file in files} and len(listed) == 3
    for file in files:
        url = file.find(f"{DCAT}accessURL").attrib[resource]
        assert Client().get(url.removeprefix(settings.SITE_URL)).status_code == 200
        assert file.find(f"{TERMS}license") is not None and file.find(f"{TERMS}format") is not None


def test_the_contact_is_named_when_there_is_one(world, settings):
    settings.CONTACT_EMAIL = "fraga@kommun.example"
    assert b"mailto:fraga@kommun.example" in Client().get(reverse("agreements:dcat")).content


def test_the_map_leads_to_every_promise_and_robots_to_the_map(world):
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    places = [url.findtext(f"{space}loc") for url in read("sitemap").findall(f"{space}url")]
    for slug in (world.publication.slug, world.strange):
        assert settings.SITE_URL + reverse("agreements:public_promise", args=[slug]) in places
    for place in places:
        assert Client().get(place.removeprefix(settings.SITE_URL)).status_code == 200
    robots = Client().get("/robots.txt").content.decode()
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in robots and "Disallow: /\n" in robots
