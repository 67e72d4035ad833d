"""Files stay small enough to read, and documents point at what exists."""

import re

import pytest
from django.conf import settings

ROOT = settings.BASE_DIR
SOURCES = [
    path
    for room in ("processes", "dialogs", "agreements", "medborgarloften", "tests")
    for path in sorted((ROOT / room).rglob("*.py"))
    if "migrations" not in path.parts
]
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def lines(path) -> int:
    return len(path.read_text().splitlines())


def test_no_file_is_longer_than_five_hundred_lines():
    assert {str(path.relative_to(ROOT)): lines(path) for path in SOURCES if lines(path) > 500} == {}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_of_a_document_leads_somewhere(path):
    missing = [link for link in LINK.findall(path.read_text()) if not (path.parent / link).exists()]
    assert missing == []
