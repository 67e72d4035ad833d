"""The PDF of a document: readable for all, whole, and closed to everything outside."""

import io
import os
import subprocess
import sys

import pikepdf
import pytest
from django.conf import settings

from processes.documents import pdf
from processes.documents.errors import RenderError, UnprintableText
from processes.documents.tree import Document, Figure, Heading, Paragraph
from tests import documents, pdfs, verapdf

DATA = '{"löfte": "Tryggare kvällar"}'.encode()
CHART = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40" font-family="Dokument">'
    '<rect width="120" height="20" fill="#0f2548"/><text x="4" y="34">48 procent</text></svg>'
)
HEAD = '<!doctype html><html lang="sv"><head><title>T</title></head><body>'


def a_document(*blocks) -> Document:
    return Document("Titel", ("A",), documents.SIGNED, documents.SIGNED, "1", blocks)


def compose(body: str) -> bytes:
    return pdf.compose(HEAD + body, identifier="1", moment=documents.SIGNED)


@pytest.fixture(scope="module")
def promise() -> bytes:
    return pdf.render(documents.promise(), attachment=DATA, attachment_name="lofte.json")


@pytest.fixture(scope="module")
def charted() -> bytes:
    """A document with a drawing in it."""
    return pdf.render(a_document(Heading("Diagram"), Figure(CHART, "En stapel: 48 procent", "Figur 1")))


@pytest.mark.row("LAG-5")
@pytest.mark.parametrize("sample", [documents.promise, documents.short_promise, documents.long_promise])
def test_a_screen_reader_finds_its_way(sample):
    assert pdfs.structure_problems(pdf.render(sample())) == []


@pytest.mark.row("LAG-5")
def test_only_the_chosen_typeface_is_in_the_file_and_all_of_it(promise):
    assert pdfs.fonts(promise) == {"Dokument": True, "Dokument-Semi-Bold": True, "Dokument-Bold": True}


@pytest.mark.row("LAG-5")
def test_the_one_embedded_file_is_the_one_given(promise):
    assert pdfs.embedded_files(promise) == {"lofte.json": DATA}
    assert pdfs.embedded_files(pdf.render(documents.short_promise())) == {}


def test_nothing_in_the_file_acts_on_its_own(promise):
    with pdfs.opened(promise) as document:
        dictionaries = [item for item in document.objects if isinstance(item, pikepdf.Dictionary)]
        keys = {key for item in dictionaries for key in item}
        actions = {str(item.A.get("/S")) for item in dictionaries if item.get("/Subtype") == "/Link"}
    assert keys.isdisjoint({"/OpenAction", "/AA", "/JS", "/JavaScript", "/Launch", "/XFA"})
    assert actions == {"/URI"}


@pytest.mark.row("LAG-7")
def test_a_promise_has_no_pictures_so_none_of_a_signature(promise):
    with pdfs.opened(promise) as document:
        streams = [item for item in document.objects if isinstance(item, pikepdf.Stream)]
        assert [item for item in streams if item.get("/Subtype") == "/Image"] == []


@pytest.mark.pdf
@pytest.mark.row("LOF-6")
def test_every_page_tells_what_it_belongs_to_and_that_it_is_a_trial(promise):
    pages = pdfs.pages(promise)
    for number, page in enumerate(pages, start=1):
        assert f"Sida {number} ({len(pages)})" in page
        assert "Dnr A123.456/2026 (Polisen), KS 2026/0417 (kommunen)" in page
        assert "Fingeravtryck 9f2c 41ab 77d0" in page
        assert "PROV – inte ett gällande dokument" in page
    assert len(pages) == 2


@pytest.mark.pdf
def test_a_document_in_force_carries_no_warning():
    assert "PROV" not in "".join(pdfs.pages(pdf.render(documents.long_promise())))


@pytest.mark.pdf
@pytest.mark.row("LOF-6")
def test_the_five_parts_of_a_promise_stand_in_their_order(promise):
    text = "".join(pdfs.pages(promise))
    parts = ["Medborgarlöfte 2027", "Situationen i dag", "Det här ska vi göra", "åstadkomma", "Följ med"]
    places = [text.index(part) for part in [*parts, "Godkänt av", "Anna Öberg", "Om dokumentet"]]
    assert places == sorted(places)


@pytest.mark.slow
def test_the_same_document_gives_the_same_bytes_in_another_process(promise):
    script = (
        "import sys, django; django.setup()\n"
        "from tests import documents; from processes.documents import pdf\n"
        "from tests.integration.test_pdf import DATA\n"
        "made = pdf.render(documents.promise(), attachment=DATA, attachment_name='lofte.json')\n"
        "sys.stdout.buffer.write(made)"
    )
    again = subprocess.run(
        [sys.executable, "-c", script],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE, "PYTHONHASHSEED": "7"},
        capture_output=True,
        check=True,
    ).stdout
    assert again == promise


def test_another_document_gives_other_bytes(promise):
    other = pdf.render(documents.promise(), attachment=b"{}", attachment_name="lofte.json")
    assert other != promise


def test_the_slow_libraries_are_not_loaded_until_a_document_is_made():
    script = (
        "import sys, processes.documents.pdf, agreements.sealing\n"
        "print([name for name in ('weasyprint', 'pyhanko', 'pikepdf', 'fontTools') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=settings.BASE_DIR, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "body",
    [
        "<link rel=attachment href=file:///etc/passwd>",
        "<a rel=attachment href=file:///etc/passwd>x</a>",
        "<img alt=x src=file:///etc/passwd>",
        "<img alt=x src=http://127.0.0.1:9/x.png>",
        "<img alt=x src=data:text/plain,hej>",
        "<object data=file:///etc/passwd></object>",
        "<link rel=stylesheet href=file:///etc/passwd>",
        "<style>@import url(file:///etc/passwd)</style>",
        "<p style='background: url(file:///etc/passwd)'>x",
        "<ul><li style='list-style-image: url(file:///etc/passwd)'>x</ul>",
        "<img alt=x src=nothing.svg>",
        "<img alt=x src='data:image/svg+xml;base64,broken'>",
        "<img src='data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4='>",
    ],
)
def test_what_cannot_or_may_not_be_loaded_stops_the_whole_document(body):
    with pytest.raises(RenderError):
        compose(f"<h1>T</h1>{body}")


@pytest.mark.parametrize("inside", ['<image href="file:///etc/passwd" width="9" height="9"/>'])
def test_a_drawing_reaches_no_file_either(inside):
    with pytest.raises(RenderError):
        pdf.render(a_document(Figure(CHART.replace("</svg>", inside + "</svg>"), "En stapel")))


def test_a_drawing_in_another_typeface_is_refused():
    with pytest.raises(RenderError, match="Fonts"):
        pdf.render(a_document(Figure(CHART.replace('"Dokument"', '"monospace"'), "En stapel")))


@pytest.mark.pdf
def test_an_attack_typed_into_a_field_is_printed_as_text():
    attack = '<link rel=attachment href="file:///etc/passwd">'
    made = pdf.render(a_document(Paragraph(attack)))
    assert attack in pdfs.pages(made)[0]
    assert pdfs.embedded_files(made) == {}
    assert b"root:" not in made


def test_text_the_typeface_lacks_is_refused_by_name():
    with pytest.raises(UnprintableText, match="inte kan skrivas ut: 😀"):
        pdf.render(a_document(Paragraph("Bra 😀")))


def test_text_the_typeface_lacks_is_refused_by_name_inside_a_drawing_too():
    with pytest.raises(UnprintableText, match="inte kan skrivas ut: 😀"):
        pdf.render(a_document(Figure(CHART.replace("48 procent", "Bra 😀"), "En stapel")))
    lookalike = CHART.replace("48 procent", "A\u2011traktor")
    assert pdfs.structure_problems(pdf.render(a_document(Figure(lookalike, "En stapel")))) == []


def test_a_new_attempt_works_after_a_refusal(promise):
    with pytest.raises(RenderError):
        compose("<img alt=x src=file:///etc/passwd>")
    assert pdf.render(documents.promise(), attachment=DATA, attachment_name="lofte.json") == promise


@pytest.mark.pdf
@pytest.mark.row("LAG-5")
@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_the_validator_has_no_complaint_about_drawings(charted, flavour):
    assert pdfs.structure_problems(charted) == []
    assert verapdf.complaints(charted, flavour) == []


@pytest.mark.pdf
def test_planted_fault_a_figure_without_alternative_is_found_by_the_validator(charted):
    with pdfs.opened(charted) as document:
        for item in document.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure":
                del item.Alt
        document.save(target := io.BytesIO())
    assert pdfs.structure_problems(target.getvalue()) == ["figure without alternative"]
    assert any("Figure" in complaint for complaint in verapdf.complaints(target.getvalue(), "ua1"))


@pytest.mark.pdf
def test_planted_fault_a_table_without_headers_is_found_by_our_own_eyes_only():
    made = compose("<h1>T</h1><table><tr><td>Vad</td></tr><tr><td>Polisen</td></tr></table>")
    assert pdfs.structure_problems(made) == ["table without headers"]
    assert verapdf.complaints(made, "ua1") == []


def test_planted_fault_a_heading_jump_is_found():
    assert pdfs.structure_problems(compose("<h1>T</h1><h3>Hopp</h3>")) == ["H1 to H3"]
