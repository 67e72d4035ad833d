"""The document tree as HTML: the same article on the web and on paper."""

from collections.abc import Iterable

from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from processes.documents.deck import Deck
from processes.documents.tree import Block, Document


def article(document: Document, *, under: bool = False) -> SafeString:
    """The document as an <article> to stand in a web page, or under the page's own first heading.

    Drawings stand in the page itself, so that they are lettered in its typeface. A drawing that was not
    made by `format_html` is no markup, and is shown as text.
    """
    return render_to_string("documents/_article.html", {"document": document, "inline": True, "under": under})


def page(document: Document) -> SafeString:
    """The document as a page of its own with its metadata, ready for paper."""
    return render_to_string("documents/page.html", {"document": document})


def body(blocks: Iterable[Block]) -> SafeString:
    """Some blocks of a document by themselves, to stand under a heading of the page's own."""
    return format_html_join("", "{}", ((render_to_string(b.template, {"block": b}),) for b in blocks))


def deck(deck: Deck) -> SafeString:
    """The slides, each with what to say, to stand in a web page."""
    return render_to_string("documents/_deck.html", {"deck": deck, "inline": True})
