"""The slow libraries are fetched when a document is made, not when the program starts."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

START = """
import sys, django
django.setup()
from django.urls import get_resolver
get_resolver().url_patterns
import {more}
print(sorted({{name.partition(".")[0] for name in sys.modules}} & {{"weasyprint", "pyhanko", "pikepdf", "fontTools", "pptx", "xlsxwriter"}}))
"""


def loaded(more: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", START.format(more=more)],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings", "MODE": "test"},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()


def test_a_start_fetches_neither_renderer_nor_seal():
    assert loaded("medborgarloften.urls") == "[]"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["pikepdf", "pptx"])
def test_the_look_at_a_start_sees_what_is_there(name):
    assert loaded(name) == f"['{name}']"
