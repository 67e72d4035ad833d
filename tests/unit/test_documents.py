"""The document tree says what it may hold, and its HTML keeps text as text."""

import dataclasses
from html.parser import HTMLParser

import pytest

from processes.documents import fonts, html
from processes.documents.tree import (
    Block,
    BulletList,
    Document,
    Facts,
    Figure,
    Heading,
    KeyValues,
    Lead,
    Lines,
    Link,
    Notice,
    Outline,
    PageBreak,
    Paragraph,
    Signature,
    Signatures,
    Table,
)
from tests import documents

WHEN = documents.SIGNED


def a_document(*blocks, **more) -> Document:
    given = {"title": "Titel", "authors": ("A",), "created": WHEN, "modified": WHEN, "identifier": "1"}
    return Document(**(given | more), blocks=blocks)


@pytest.mark.parametrize(
    "build",
    [
        lambda: a_document(Heading("Hopp", level=3)),
        lambda: a_document(Heading("Två"), Heading("Fyra", level=4)),
        lambda: a_document(Heading("Ett", level=1)),
        lambda: a_document(title=" "),
        lambda: a_document(created=WHEN.replace(tzinfo=None)),
        lambda: Table("T", ("a", "b"), (("1",),)),
        lambda: Table("T", ("a", "b"), (("1", "2"),), widths=(50,)),
        lambda: Table("T", ("a",), (("1",),), widths=(33,)),
        lambda: Table("T", ("a",), (("1",),), room=5),
        lambda: Outline(((1, "Djupt"),)),
        lambda: Outline(((0, "Ytligt"), (2, "Djupt"))),
        lambda: Figure("<svg/>", alt=" "),
        lambda: Link("Klicka", "javascript:alert(1)"),
        lambda: Link("Klicka", "file:///etc/passwd"),
    ],
)
def test_a_tree_that_could_not_be_read_is_refused(build):
    with pytest.raises(ValueError):
        build()


class Reading(HTMLParser):
    """The elements of a page, its text and the values of its attributes."""

    def __init__(self, markup: str):
        super().__init__()
        self.elements, self.texts, self.values = set(), [], []
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        self.elements.add(tag)
        self.values += [value for _, value in attrs if value]

    def handle_data(self, data):
        self.texts.append(data)


def poisoned(thing, planted: list):
    """The same tree with an attack in each of its texts; the attacks are collected."""
    if isinstance(thing, str):
        planted.append(f'"><link rel=attachment href="file:///etc/passwd?{len(planted)}"><script>')
        return planted[-1]
    if isinstance(thing, tuple):
        return tuple(poisoned(item, planted) for item in thing)
    if dataclasses.is_dataclass(thing):
        kept = {"url", "svg", "kind", "identifier", "language"}
        texts = {f.name: getattr(thing, f.name) for f in dataclasses.fields(thing) if f.name not in kept}
        return dataclasses.replace(thing, **{n: poisoned(v, planted) for n, v in texts.items()})
    return thing


CODE = Figure("<svg xmlns='http://www.w3.org/2000/svg'/>", "En kod", "")


def every_block() -> Document:
    return a_document(
        Heading("Rubrik"),
        Paragraph("Ett\n\nTvå"),
        Lead("Ingress"),
        Notice("Obs", "Text"),
        Link("Mer", "https://example.se/"),
        BulletList(("Ett", "Två")),
        Outline(((0, "Ett"), (1, "Två"), (0, "Tre"))),
        Lines("Fråga", 2, "Hint"),
        Table("Tabell", ("a", "b"), (("1", "2"),), widths=(50, 50)),
        KeyValues((("Namn", "Värde"),), caption="Fakta"),
        Figure("<svg xmlns='http://www.w3.org/2000/svg'/>", "En bild", "Bildtext"),
        Signatures((Signature("N", "T", "O", "P", WHEN),)),
        PageBreak(),
        kicker="K",
        byline=("B",),
        description="D",
        keywords=("K",),
        band="PROV",
        facts=Facts(("1",), "1", "ab", "cd", sealed=True, address="https://example.se/", code=CODE),
    )


def test_every_text_stays_text_wherever_it_stands():
    planted = []
    markup = html.page(poisoned(every_block(), planted))
    page = Reading(markup)
    assert page.elements.isdisjoint({"link", "script"})
    # Fingerprints are cut into groups for the eye, so spaces don't count.
    said = "".join(page.texts + page.values).replace(" ", "")
    assert [text for text in planted if text.replace(" ", "") not in said] == []


def test_all_kinds_of_block_are_in_the_sample_that_gets_poisoned():
    assert {type(block).__name__ for block in every_block().blocks} == {
        kind.__name__ for kind in Block.__subclasses__()
    }


def test_the_preview_is_the_same_article_as_the_printed_one():
    promise = documents.promise()
    assert html.article(promise) in html.page(promise)


@pytest.mark.row("LAG-7")
def test_an_approval_is_named_as_what_it_is_and_dated_in_swedish_time():
    said = " ".join(" ".join(Reading(html.article(documents.promise())).texts).split())
    assert "Anna Öberg Lokalpolisområdeschef Lokalpolisområde Sjölanda Godkänt i systemet" in said
    assert "Björkviken den 3 december 2026 kl. 14.05" in said
    assert "Det är inte en elektronisk underskrift." in said


def test_the_seal_is_mentioned_only_in_a_file_that_gets_one():
    sealed, preview = documents.promise(), documents.short_promise()
    assert "Elektronisk stämpel" in html.article(sealed)
    assert "Elektronisk stämpel" not in html.article(preview)


def test_the_foot_of_the_page_carries_diary_number_and_short_fingerprint():
    facts = Facts(("A1/2026",), fingerprint="9f2c41ab77d0e58b6c1d")
    assert facts.footer == "Dnr A1/2026 · Fingeravtryck 9f2c 41ab 77d0"
    assert Facts().footer == ""


def test_names_and_typography_can_be_printed_and_what_cannot_is_named():
    assert fonts.unprintable("Åsa Öberg-Kovačević, Şahin, Đorđe – 5 § ”ja” 3 × 2 ≥ 6 € \u2011 \u200b") == ""
    assert fonts.unprintable("hej 😀 中 😀") == "😀中"
    assert fonts.unprintable("a\x00b\x0bc") == "\x00\x0b"
    assert fonts.settled("A\u030angstro\u0308m \u2010") == "Ångström -"
