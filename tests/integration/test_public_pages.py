"""Every public page is HTML as the standard has it, and neither it nor what it fetches tells anyone who reads it.

Which pages are public is what tests/access.py says; one without an example in tests/publishing.py fails here.
"""

from html.parser import HTMLParser

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests import access, publishing, situations
from tests.html_checker import complaints

pytestmark = pytest.mark.django_db
PAGE = '<!doctype html><html lang="sv"><head><title>Sidan</title></head><body><h1>Hej</h1>{}</body></html>'
FAULTS = {
    "an end that has no beginning": "</b>",
    "a block in a paragraph": "<p><div>Hej</div></p>",
    "an id twice": '<p id="a">A</p><p id="a">B</p>',
    "a label for nothing": '<label for="finns-inte">Namn</label>',
    "a heading too deep": "<h4>Djupt</h4>",
    "a second first heading": "<h1>En till</h1>",
    "a link without words": '<a href="/"></a>',
    "an element that only the Nu Html Checker minds": "<center>Hej</center>",
}


VERIFY = "/kontrollera/"


@pytest.mark.html
@pytest.mark.row("X-9", "LAG-6")
def test_each_planted_fault_is_found_and_nothing_else(tmp_path):
    pages = {name: PAGE.format(fault) for name, fault in {**FAULTS, "whole": "<p>Inget är fel.</p>"}.items()}
    found = complaints(pages, tmp_path)
    assert {line.partition(": ")[0] for line in found} == set(FAULTS)


@pytest.fixture(scope="module")
def answers(undone):
    """What anyone gets from each public address, and when nothing or a file is sent to it."""
    with undone():
        world = situations.published_promise()
        publishing.everything(world)
        found = {url: Client().get(url) for url in (*publishing.public_pages(), *publishing.ASKED)}
        for url in (reverse("agreements:accessibility"), reverse("digital:receipt"), VERIFY):
            found[f"nothing sent to {url}"] = Client().post(url)
        pdf = bytes(world.sealed.pdf)
        for name, data in (("genuine", pdf), ("changed", pdf[:-900] + b"x" + pdf[-899:])):
            file = SimpleUploadedFile("lofte.pdf", data, "application/pdf")
            found[f"a {name} file"] = Client().post(VERIFY, {"fil": file})
    return found


def pages(answers):
    """Those that are pages, as text."""
    return {
        name: answer.content.decode()
        for name, answer in answers.items()
        if "text/html" in answer["Content-Type"]
    }


@pytest.mark.slow
@pytest.mark.row("X-9", "X-10")
def test_every_address_that_anyone_may_open_has_an_example(answers):
    anybodys = {name for name, page in access.PAGES.items() if page.who == access.ANYBODY}
    assert {answer.resolver_match.view_name for answer in answers.values()} == anybodys
    wrong = {name: answer.status_code for name, answer in answers.items() if answer.status_code != 200}
    assert set(wrong.values()) == {404, 422} and all(map(_is_asked_wrongly, wrong)), wrong
    shown = pages(answers)
    assert "Filen är oförändrad" in shown["a genuine file"]
    assert "Filen är inte originalet" in shown["a changed file"]
    for words in ("Inte prövat i verktyget", "<ins>", "/bild/", "Löftet ändrades: version 2"):
        assert any(words in text for text in shown.values()), words


def _is_asked_wrongly(name):
    return name in publishing.ASKED or name.startswith("nothing sent")


@pytest.mark.html
@pytest.mark.row("X-9", "LAG-6")
def test_every_public_page_is_html_as_it_should_be(answers, tmp_path):
    own = {name: Client().get(reverse(name)) for name in access.OPEN_ACCOUNT_PAGES if "key" not in name}
    assert complaints(pages(answers | own), tmp_path) == []


class Fetched(HTMLParser):
    """What a browser would fetch by itself, and scripts that stand in the page."""

    def __init__(self):
        super().__init__()
        self.urls = []

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        for name in ("src", "srcset", "data", "poster"):
            if values.get(name):
                self.urls.append(values[name])
        if tag == "link" and values.get("rel") in ("stylesheet", "icon", "preload", "manifest"):
            self.urls.append(values["href"])
        if tag == "script" and "src" not in values:
            self.urls.append("script")


@pytest.mark.slow
@pytest.mark.row("X-9")
def test_nobody_is_followed_and_nothing_is_fetched_from_elsewhere(answers):
    for url, answer in answers.items():
        assert not answer.cookies and "Set-Cookie" not in answer.headers, url
        if url.startswith("/loften/") and "original" not in url:  # the same to all, for a cache between too
            assert "Cookie" not in answer.headers.get("Vary", ""), url
    for url, text in pages(answers).items():
        reader = Fetched()
        reader.feed(text)
        assert reader.urls and all(one.startswith(("/static/", "/loften/")) for one in reader.urls), url
        assert "<script" not in text or not url.startswith(("/loften/", VERIFY)), url
