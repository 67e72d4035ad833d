"""The only door to WeasyPrint: a document tree in, an accessible archival PDF out.

The file is PDF/UA-1 and PDF/A-3a at once, and the same document gives the same bytes.
"""

import atexit
import logging
import threading
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

from django.conf import settings

from processes.documents import fonts, html
from processes.documents.errors import RenderError, UnprintableText
from processes.documents.finishing import finished
from processes.documents.tree import Document, Figure

VARIANT = {"pdf_variant": "pdf/a-3a", "pdf_tags": True}
STYLES = ("document.css", "page.css")
# Pango's font map and WeasyPrint's caches are shared by the process, so one document at a time.
_ONE_AT_A_TIME = threading.Lock()


def render(document: Document, *, attachment: bytes | None = None, attachment_name: str = "") -> bytes:
    """The document as PDF, with the attachment (if any) as its one embedded file."""
    document = _with_settled_drawings(document)
    return compose(
        html.page(document),
        identifier=document.identifier,
        moment=document.modified,
        attachment=attachment,
        attachment_name=attachment_name,
    )


def _with_settled_drawings(document: Document) -> Document:
    """The same document with drawings whose every letter can be printed: no page shows what is inside them."""
    blocks = []
    for block in document.blocks:
        if isinstance(block, Figure):
            if missing := fonts.unprintable(block.svg):
                raise UnprintableText(missing)
            block = replace(block, svg=fonts.settled(block.svg))
        blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def compose(
    markup: str,
    *,
    identifier: str,
    moment: datetime,
    attachment: bytes | None = None,
    attachment_name: str = "",
) -> bytes:
    """A whole HTML page as PDF. Raises RenderError when any part of it would be missing."""
    if missing := fonts.unprintable(markup):
        raise UnprintableText(missing)
    with _ONE_AT_A_TIME, _no_complaints():
        from weasyprint import HTML, Attachment

        fetcher, font_config, styles = _engine()
        laid_out = HTML(string=fonts.settled(markup), url_fetcher=fetcher).render(
            stylesheets=styles, font_config=font_config, **VARIANT
        )
        if attachment is not None:
            laid_out.metadata.attachments = [
                Attachment(
                    string=attachment,
                    name=attachment_name,
                    description="Dokumentets innehåll som data",
                    relationship="Data",
                    created=moment,
                    modified=moment,
                )
            ]
        _mark_as_accessible(laid_out.metadata)
        raw = laid_out.write_pdf(pdf_identifier=identifier.encode(), **VARIANT)
    return finished(raw)


@cache
def _engine():
    """Fetcher, fonts and parsed styles, made once per process: parsing them anew costs a third more."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    atexit.register(
        _engine.cache_clear
    )  # FontConfiguration removes its files, and can't once Python has gone
    fetcher, font_config = _closed_fetcher(), FontConfiguration()
    folder = Path(settings.BASE_DIR) / "static" / "documents"
    sources = [fonts.face_rules(), *((folder / name).read_text(encoding="utf-8") for name in STYLES)]
    options = {"font_config": font_config, "url_fetcher": fetcher}
    return fetcher, font_config, [CSS(string=source, **options) for source in sources]


def _closed_fetcher():
    """A fetcher that opens our own font files and drawings inside the page, and nothing else."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    class Closed(URLFetcher):
        allowed = frozenset(path.as_uri() for path in fonts.files().values())

        def fetch(self, url, headers=None):
            if url in self.allowed or url.startswith("data:image/svg+xml;base64,"):
                return super().fetch(url, headers)
            raise FatalURLFetchingError(f"Refused to fetch {url[:200]}")

    return Closed(allowed_protocols={"file", "data"}, allow_redirects=False)


@contextmanager
def _no_complaints():
    """Turns WeasyPrint's warnings into an error: it logs what it leaves out and goes on without it."""
    from weasyprint.urls import FatalURLFetchingError

    complaints, here = [], threading.get_ident()

    class Listener(logging.Handler):
        def emit(self, record):
            if record.thread == here:
                complaints.append(record.getMessage())

    listener, logger = Listener(logging.WARNING), logging.getLogger("weasyprint")
    logger.addHandler(listener)
    try:
        yield
    except FatalURLFetchingError as refused:  # not an Exception, so that WeasyPrint lets it through
        raise RenderError(str(refused)) from refused
    finally:
        logger.removeHandler(listener)
    if complaints:
        raise RenderError("; ".join(complaints))


def _mark_as_accessible(metadata) -> None:
    """Adds the PDF/UA mark beside the PDF/A one; WeasyPrint itself writes one of them."""
    original, mark = metadata.generate_rdf_metadata, (Path(__file__).parent / "ua.xmp").read_bytes()
    metadata.generate_rdf_metadata = lambda *args: original(*args).replace(
        b"</rdf:RDF>", mark + b"</rdf:RDF>"
    )
