"""The deck says what it may hold, and what finds no room on a slide goes on to the next."""

from datetime import UTC, datetime

import pytest

from processes.documents import flow
from processes.documents.deck import Deck, Part, Slide, agenda, minutes
from processes.documents.tree import (
    BulletList,
    Figure,
    Heading,
    KeyValues,
    Lead,
    Notice,
    Outline,
    PageBreak,
    Paragraph,
    Table,
)
from tests.growth import grows_with_length

NOTES = ("Säg något.",)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40"><rect width="9" height="9" fill="#000"/></svg>'
WORDS = [
    "Ungdomarna",
    "på",
    "torget",
    "berättar",
    "att",
    "ingen",
    "vuxen",
    "finns",
    "där",
    "efter",
    "klockan",
    "nio",
    "på",
    "kvällen",
]


def prose(number: int) -> str:
    """So many words, each with its number, so that a lost one is missed."""
    return " ".join(f"{WORDS[n % len(WORDS)]}{n}" for n in range(number))


def slide(*blocks, title="Rubrik", **more) -> Slide:
    return Slide(title, blocks, **({"notes": NOTES} | more))


@pytest.mark.parametrize(
    "build",
    [
        lambda: slide(title=" "),
        lambda: slide(notes=()),
        lambda: slide(notes=(" ",)),
        lambda: slide(PageBreak()),
        lambda: slide(Heading("Rubrik", 2)),
        lambda: Deck("Titel", (), ("A",), datetime.now(UTC)),
        lambda: Deck("Titel", (slide(),), ("A",), datetime.now(UTC)),
    ],
)
def test_a_deck_that_could_not_be_held_is_refused(build):
    with pytest.raises(ValueError):
        build()


def test_the_agenda_adds_the_minutes_up():
    parts = (
        Part("Inledning", ("Syfte", "Vilka vi är"), (slide(minutes=4), slide(minutes=1))),
        Part("Grupparbete", ("Fem varför",), (slide(minutes=60), slide(minutes=30))),
    )
    assert agenda(parts).rows == (
        ("Inledning", "Syfte\nVilka vi är", "5 minuter"),
        ("Grupparbete", "Fem varför", "1 timme och 30 minuter"),
    )


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1 minut"), (59, "59 minuter"), (60, "1 timme"), (121, "2 timmar och 1 minut"), (0, "")],
)
def test_time_is_told_as_people_tell_it(number, said):
    assert minutes(number) == said


def test_the_notes_begin_with_the_time():
    assert slide(minutes=5).spoken == ("Tid: 5 minuter.", "Säg något.")
    assert slide().spoken == NOTES


# --- What fits on a page ---


def said(pages: list[flow.Page]) -> list[str]:
    """Every word of the pages in order, whatever holds it."""
    found = []
    for page in pages:
        for piece in page.pieces:
            if isinstance(piece, flow.Words):
                found += [word for para in piece.paras for word in para.text.split()]
            elif isinstance(piece, flow.Grid):
                found += [word for row in piece.rows for cell in row for word in cell.split()]
    return found


def tall(page: flow.Page) -> float:
    return sum(piece.height for piece in page.pieces) + flow.GAP * (len(page.pieces) - 1)


CROWDED = {
    "a long text": (Paragraph(prose(900)),),
    "many points": (BulletList(tuple(f"punkt{n} {prose(12)}" for n in range(40))),),
    "a deep outline": (Outline(tuple((n % 5, f"orsak{n}") for n in range(60))),),
    "a long remark": (Notice("Obs", prose(500)),),
    "a long table": (Table("T", ("a", "b"), tuple((f"rad{n}", prose(20)) for n in range(30))),),
    "a table with one endless row": (Table("T", ("a", "b"), ((prose(200), prose(600)),)),),
    "facts": (KeyValues(tuple((f"namn{n}", prose(30)) for n in range(20))),),
    "text and table": (Lead(prose(60)), Table("T", ("a",), tuple((prose(15),) for _ in range(20)))),
    "a heading last on the page": (
        BulletList(tuple(f"punkt{n}" for n in range(11))),
        Heading("Sist", 3),
        Paragraph(prose(60)),
    ),
}


@pytest.mark.row("GEM-8", "PRB-7")
@pytest.mark.parametrize("blocks", CROWDED.values(), ids=CROWDED.keys())
def test_nothing_is_lost_or_shrunk_when_there_is_too_much_for_a_slide(blocks):
    pages = flow.pages(slide(*blocks))
    assert len(pages) > 1
    assert max(map(tall, pages)) <= flow.HEIGHT
    assert set(_words_of(blocks)) - set(said(pages)) == set()
    assert [page.title for page in pages][:2] == [
        f"Rubrik (1 av {len(pages)})",
        f"Rubrik (2 av {len(pages)})",
    ]
    smallest = min(
        [p.size for page in pages for w in page.pieces if isinstance(w, flow.Words) for p in w.paras]
        + [g.size for page in pages for g in page.pieces if isinstance(g, flow.Grid)]
    )
    assert smallest >= 14


def _words_of(blocks) -> list[str]:
    found = []
    for block in blocks:
        if isinstance(block, Notice):
            found += [block.title, *block.text.split()]
        elif isinstance(block, Outline):
            found += [text for _, text in block.items]
        elif isinstance(block, Table | KeyValues):
            rows = block.rows if isinstance(block, Table) else block.pairs
            found += [word for row in rows for cell in row for word in cell.split()]
        elif isinstance(block, BulletList):
            found += [word for item in block.items for word in item.split()]
        else:
            found += block.text.split()
    return found


def test_a_heading_never_ends_a_page():
    for page in flow.pages(slide(*CROWDED["a heading last on the page"])):
        last = page.pieces[-1]
        assert not (isinstance(last, flow.Words) and last.paras[-1].bold)


def test_the_row_that_goes_on_says_what_it_is_about():
    pages = flow.pages(slide(Table("T", ("Problem", "Bild"), (("Torget", prose(700)),))))
    assert [page.pieces[0].rows[0][0] for page in pages] == ["Torget"] * len(pages)


def test_little_text_is_set_larger_than_much():
    few, more = (flow.pages(slide(BulletList(("punkt",) * n)))[0].pieces[0].paras[0].size for n in (2, 9))
    assert few > more
    alone = flow.pages(slide(Lead("En enda mening.")))[0].pieces[0].paras[0].size
    assert alone > few


def test_what_takes_two_pages_is_set_as_large_as_two_pages_hold():
    rows = tuple((f"Det här sa gruppen nummer {n}", "Blev en iakttagelse i lägesbilden") for n in range(13))
    first, second = flow.pages(slide(Table("Svar", ("Ni sa", "Det blev"), rows)))
    assert first.pieces[0].size == second.pieces[0].size >= flow.TABLE
    many = flow.pages(slide(Table("Svar", ("Ni sa", "Det blev"), rows * 6)))
    smallest = [list(flow._filled(flow._pieces(slide(Table("S", ("a", "b"), rows * 6)), 0.8)))]
    assert len(many) == len(smallest[0])  # never more pages for the sake of size


def test_a_drawing_gets_a_page_when_little_room_is_left():
    points = BulletList(tuple(f"punkt{n}" for n in range(7)))
    pages = flow.pages(slide(points, Figure(SVG, "En bild")))
    assert [len(page.pieces) for page in pages] == [1, 1]
    assert isinstance(pages[1].pieces[0], flow.Picture)


def test_a_word_longer_than_the_line_is_cut_and_an_empty_slide_is_one_page():
    lines = flow.broken("x" * 400, 200, 20)
    assert "".join(lines) == "x" * 400 and len(lines) > 5
    assert len(flow.pages(slide())) == 1


def test_a_table_as_long_as_a_register_is_laid_out_in_time_with_its_length():
    def laid_out(size):
        rows = tuple((f"rad{n}", prose(12), "Polisen") for n in range(size))
        return flow.pages(slide(Table("T", ("a", "b", "c"), rows)))

    assert grows_with_length(laid_out, 150)
    assert sum(len(page.pieces[0].rows) for page in laid_out(600)) == 600
