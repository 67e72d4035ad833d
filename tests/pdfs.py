"""What the tests ask of a PDF besides the validator, which doesn't see everything."""

import io
import subprocess
from contextlib import contextmanager
from itertools import pairwise

import pikepdf


@contextmanager
def opened(pdf: bytes):
    """The file as pikepdf sees it."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        yield document


def structure_problems(pdf: bytes) -> list[str]:
    """What a screen reader would stumble on, in the order of the document."""
    with opened(pdf) as document:
        root = document.Root
        found = []
        if str(root.get("/Lang")) != "sv":
            found.append("no Swedish language")
        if not root.get("/MarkInfo", {}).get("/Marked"):
            found.append("not tagged")
        if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
            found.append("title not displayed")
        if not str(document.docinfo.get("/Title", "")).strip():
            found.append("no title")
        elements = list(_elements(root.StructTreeRoot.K))
    return found + _heading_problems(elements) + [p for e in elements for p in _element_problems(e)]


def _elements(kids):
    """The structure elements in reading order, as (type, attributes, alternative text, children's types)."""
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            children = list(_elements(kid.K)) if "/K" in kid else []
            scope = str(kid.get("/A", {}).get("/Scope", ""))
            yield str(kid.S), scope, str(kid.get("/Alt", "")), [child[0] for child in children]
            yield from children


def alternatives(pdf: bytes) -> list[str]:
    """What is said in place of each figure."""
    with opened(pdf) as document:
        return [said for kind, _, said, _ in _elements(document.Root.StructTreeRoot.K) if kind == "/Figure"]


def _heading_problems(elements) -> list[str]:
    levels = [int(kind[2]) for kind, *_ in elements if len(kind) == 3 and kind[1] == "H"]
    jumps = [f"H{a} to H{b}" for a, b in pairwise(levels) if b > a + 1]
    return jumps + (["not exactly one H1, first"] if levels[:1] != [1] or levels.count(1) != 1 else [])


def _element_problems(element) -> list[str]:
    kind, scope, alternative, inside = element
    if kind == "/TH" and scope not in ("/Column", "/Row"):
        return ["TH without scope"]
    if kind == "/Table" and "/TH" not in inside:
        return ["table without headers"]
    if kind == "/THead" and "/TD" in inside:
        return ["ordinary cell in the table's head"]
    if kind == "/Figure" and not alternative.strip():
        return ["figure without alternative"]
    return []


def fonts(pdf: bytes) -> dict[str, bool]:
    """Each font of the file by name, and whether its outlines are inside the file."""
    with opened(pdf) as document:
        return {
            str(item.FontName).split("+")[-1]: any(f"/FontFile{n}" in item for n in ("", 2, 3))
            for item in document.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
        }


def embedded_files(pdf: bytes) -> dict[str, bytes]:
    """The files inside the file."""
    with opened(pdf) as document:
        return {name: spec.get_file().read_bytes() for name, spec in document.attachments.items()}


def texts(pdf: bytes) -> list[str]:
    """Every string of the file's objects (what it says of itself, alternatives, bookmarks, links), and its XMP."""
    with opened(pdf) as document:
        found = [text for item in document.objects for text in _strings(item)]
        metadata = document.Root.get("/Metadata")
        return found + ([metadata.read_bytes().decode()] if metadata is not None else [])


def _strings(item):
    if isinstance(item, pikepdf.String):
        yield str(item)
    elif isinstance(item, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream):
        inside = item if isinstance(item, pikepdf.Array) else dict(item.items()).values()
        for one in inside:
            if isinstance(one, pikepdf.String | pikepdf.Array | pikepdf.Dictionary) and not one.is_indirect:
                yield from _strings(one)


def pages(pdf: bytes) -> list[str]:
    """The text of each page as poppler reads it."""
    run = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True, timeout=60
    )
    return run.stdout.decode().split("\f")[:-1]
