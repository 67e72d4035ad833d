"""Style comes from the site itself: every file a template names exists, and packages lend what they should."""

import re

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from medborgarloften.static import SOURCES

TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
NAMED = re.compile(r"""{%\s*static\s+['"]([^'"]+)['"]""")


def test_every_static_file_a_template_names_exists():
    named = {name for path in TEMPLATES for name in NAMED.findall(path.read_text())}
    assert named, "no template names a static file: the pattern is wrong"
    assert [name for name in sorted(named) if finders.find(name) is None] == []


@pytest.mark.parametrize("name", SOURCES)
def test_each_packaged_file_is_what_it_says(name):
    with open(finders.find(name), "rb") as file:
        start = file.read(20)
    assert start.startswith(b"wOF2" if name.endswith(".woff2") else b"/*!")


def test_nothing_else_of_a_package_is_exposed():
    assert finders.find("bootstrap/css/bootstrap.css") is None


def test_no_template_reaches_outside_the_site():
    outside = re.compile(r"""(?:src|href)=["'](?:https?:)?//""")
    reaching = [str(path) for path in TEMPLATES if re.search(outside, path.read_text())]
    assert reaching == []
