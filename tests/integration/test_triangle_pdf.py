"""The triangle in a document: a file that is open to all and can be kept."""

import pytest

from processes.documents import pdf
from processes.documents.tree import Document, Figure, Heading
from processes.drawings.triangle import draw
from tests import documents, pdfs, verapdf
from tests.unit.test_triangle import FULL, made

pytestmark = [pytest.mark.pdf, pytest.mark.row("PRB-3", "LAG-5")]


@pytest.fixture(scope="module")
def printed() -> bytes:
    found = made(**FULL)
    figure = Figure(draw(found, "tri"), found.in_words, "Problemanalystriangeln")
    blocks = (Heading("Vilka kan göra skillnad?"), figure)
    return pdf.render(Document("Analys", ("A",), documents.SIGNED, documents.SIGNED, "1", blocks))


@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_the_validator_has_no_complaint_about_the_triangle(printed, flavour):
    assert verapdf.complaints(printed, flavour) == []


def test_the_drawing_is_a_figure_in_the_documents_own_typeface(printed):
    assert pdfs.structure_problems(printed) == []
    assert set(pdfs.fonts(printed)) <= {"Dokument", "Dokument-Semi-Bold", "Dokument-Bold"}
    (page,) = pdfs.pages(printed)
    assert "Nattvandrarna" in page and "Platsansvarig" in page
