"""Templates say nothing that the content policy would refuse, and trust no text without review."""

import re

import pytest
from django.conf import settings

TEMPLATES = [p for p in sorted((settings.BASE_DIR / "templates").rglob("*.*")) if p.suffix != ".txt"]
SOURCES = [
    path
    for room in ("processes", "dialogs", "agreements", "medborgarloften")
    for path in sorted((settings.BASE_DIR / room).rglob("*.py"))
]
INLINE = {
    "style attribute": re.compile(r"<[^>]*\sstyle\s*="),
    "style element": re.compile(r"<style\b"),
    "event handler": re.compile(r"<[^>]*\son[a-z]+\s*="),
    "script in the page": re.compile(r"<script(?![^>]*\bsrc=)"),
    "script address": re.compile(r"javascript:"),
}
TRUST = re.compile(r"\|\s*(?:safe|safeseq)\b|autoescape\s+off|\bmark_safe\b|\bSafeString\(")
# What is trusted, and why it may be: none of it holds a word that a user wrote.
REVIEWED = {
    "templates/processes/step.html": "the guidance files of the project",
    "templates/bootstrap5/layout/help_text_and_errors.html": "hints of declared fields",
    "templates/bootstrap5/layout/fieldset.html": "fields already drawn by the form library",
}


def found(text: str) -> list[str]:
    return [name for name, pattern in INLINE.items() if pattern.search(text)]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: str(p.relative_to(settings.BASE_DIR / "templates")))
def test_a_template_has_nothing_inline(path):
    assert found(path.read_text()) == []


@pytest.mark.parametrize(
    "fault",
    [
        '<p style="color: red">',
        "<style>p {}</style>",
        '<a href="/" onclick="go()">',
        "<script>go()</script>",
        '<a href="javascript:go()">',
    ],
)
def test_a_planted_inline_is_found(fault):
    assert len(found(fault)) == 1


def test_no_text_is_trusted_without_review():
    trusting = {
        str(p.relative_to(settings.BASE_DIR)) for p in TEMPLATES + SOURCES if TRUST.search(p.read_text())
    }
    assert trusting == set(REVIEWED)


@pytest.mark.parametrize("fault", ["{{ x|safe }}", "{% autoescape off %}", "mark_safe(text)"])
def test_a_planted_trust_is_found(fault):
    assert TRUST.search(fault)
