"""As what a document can be had: one tree, several renderings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from . import pdf, sheets, slides
from .deck import Deck
from .sheets import Workbook
from .tree import Document

PAGE = "html"
"""The form that is no file: a page of the program's own."""


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file: what people call it, how it is told apart, what it is made from and by whom."""

    label: str
    content_type: str
    tree: type
    render: Callable[[Any], bytes]


OFFICE = "application/vnd.openxmlformats-officedocument"
FILES = {
    "pdf": Form("PDF", "application/pdf", Document, pdf.render),
    "pptx": Form("PowerPoint", f"{OFFICE}.presentationml.presentation", Deck, slides.render),
    "xlsx": Form("Excel", sheets.CONTENT_TYPE, Workbook, sheets.render),
}


def file_name(title: str, of: str, ending: str) -> str:
    """A name for the download that tells what it is, of which round and from which day."""
    kept = " ".join(f"{title} {of}".split())[:110].rstrip(" .")
    return f"{kept} {timezone.localdate().isoformat()}.{ending}"
