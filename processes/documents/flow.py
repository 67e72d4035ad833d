"""What fits on a slide. A deck's slide becomes one page, or several when there is more to show.

Text is set as large as lets it stand on one page, and never smaller than can be read from the back
of the room. What still finds no room goes on to the next page: words are
neither left out nor shrunk away. All measures are points on a page of 960 × 540.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, islice, takewhile

from processes.drawings.lettering import width

from . import tree
from .deck import Slide

WIDE, TALL = 960, 540
LEFT, RIGHT, TOP, BOTTOM = 52, 52, 118, 486
ROOM = WIDE - LEFT - RIGHT
HEIGHT = BOTTOM - TOP
LEADING, CELL_PAD, GAP, INDENT = 1.22, 7, 14, 24
TALLEST_FIGURE, LOWEST_FIGURE = 384, 250
SCALES = (1.15, 1, 0.9, 0.8)
TEXT_SCALES = (1.3, *SCALES)
ALONE = (1.6, *TEXT_SCALES)
FACE = 0.94  # the slides' typeface runs narrower than the one that widths are reckoned in
LEAD, BODY, HEADING, TABLE, SMALL = 29, 25, 23, 20, 16


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph of text as it will be set."""

    text: str
    size: float = BODY
    bold: bool = False
    bullet: bool = False
    depth: int = 0
    before: float = 8

    @property
    def indent(self) -> float:
        """How far in the text begins."""
        return INDENT * (self.depth + 1) if self.bullet else 0

    def lines(self, room: float = ROOM) -> tuple[str, ...]:
        """The text as it will be broken."""
        return broken(self.text, room - self.indent, self.size)

    def height(self, room: float = ROOM) -> float:
        """How much of the page it takes."""
        return self.before + len(self.lines(room)) * self.size * LEADING


@dataclass(frozen=True, slots=True)
class Words:
    """Paragraphs that stand together in one frame; boxed when they are a remark not to be missed."""

    paras: tuple[Para, ...]
    boxed: bool = False

    @property
    def height(self) -> float:
        """How tall the frame is."""
        return sum(para.height(self.room) for para in self.paras) + (2 * GAP if self.boxed else 0)

    @property
    def room(self) -> float:
        """How wide the text may be."""
        return ROOM - 3 * GAP if self.boxed else ROOM


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it will be set, with the widths of its columns."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    row_header: bool
    size: float

    @property
    def head(self) -> float:
        """The height of the row of headings; none when there are none."""
        return self._tall(self.columns, SMALL) if any(self.columns) else 0

    @property
    def heights(self) -> Iterator[float]:
        """The height of each row below the headings, one by one: most of a long table is asked on its own page."""
        return (self._tall(row, self.size) for row in self.rows)

    @property
    def height(self) -> float:
        """How tall the table is."""
        return self.head + sum(self.heights)

    def _tall(self, cells: Iterable[str], size: float) -> float:
        most = max(
            len(broken(cell, wide - 2 * CELL_PAD, size))
            for cell, wide in zip(cells, self.widths, strict=True)
        )
        return most * size * LEADING + 2 * CELL_PAD


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing in the room that is left for it."""

    figure: tree.Figure
    height: float


Piece = Words | Grid | Picture


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the presentation: a slide, or what of it found room here."""

    slide: Slide
    pieces: tuple[Piece, ...]
    number: int = 1
    of: int = 1

    @property
    def title(self) -> str:
        """The slide's title; when it takes several pages, with which of them this is."""
        return self.slide.title if self.of == 1 else f"{self.slide.title} ({self.number} av {self.of})"


def pages(slide: Slide) -> list[Page]:
    """The slide as one page or more, each with something on it: as few as can be, set as large as they can be."""
    *larger, smallest = _scales(slide)
    found = list(_filled(_pieces(slide, smallest)))
    for scale in larger:
        tried = list(islice(_filled(_pieces(slide, scale)), len(found) + 1))
        if len(tried) <= len(found):
            found = tried
            break
    found = found or [()]
    return [Page(slide, pieces, number, len(found)) for number, pieces in enumerate(found, start=1)]


def _scales(slide: Slide) -> tuple[float, ...]:
    """How large the slide is tried: a table less than text, a single sentence most of all."""
    if len(slide.blocks) == 1 and isinstance(slide.blocks[0], tree.Lead):
        return ALONE
    grids = (tree.Table, tree.KeyValues)
    return SCALES if any(isinstance(block, grids) for block in slide.blocks) else TEXT_SCALES


@lru_cache(maxsize=8192)  # a page is tried in several sizes, and each row of a long table on many pages
def broken(text: str, room: float, size: float) -> tuple[str, ...]:
    """The text in as many lines as it needs; a word longer than a line is cut."""
    found: list[str] = []
    for part in text.splitlines() or [""]:
        line = ""
        for word in part.split():
            longer = f"{line} {word}" if line else word
            if _fits(longer, room, size):
                line = longer
                continue
            if line:
                found.append(line)
            while not _fits(word, room, size) and len(word) > 1:
                keep = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or _fits(word[:n], room, size))
                found.append(word[:keep])
                word = word[keep:]
            line = word
        found.append(line)
    return tuple(found)


def _fits(text: str, room: float, size: float) -> bool:
    return width(text, size) * FACE <= room


# --- From blocks to pieces ---


def _pieces(slide: Slide, scale: float) -> Iterator[Piece]:
    """The slide's blocks as pieces; text that follows on text stands in the same frame."""
    text: list[Para] = []
    for block in slide.blocks:
        if paras := list(_paras(block, scale)):
            text += paras
            continue
        if text:
            yield Words(tuple(text))
            text = []
        if isinstance(block, tree.Notice):
            yield _notice(block, scale)
        elif isinstance(block, tree.Table | tree.KeyValues):
            yield _grid(block, TABLE * scale)
        elif isinstance(block, tree.Figure):
            yield Picture(block, TALLEST_FIGURE)
    if text:
        yield Words(tuple(text))


def _paras(block: tree.Block, scale: float) -> Iterator[Para]:
    if isinstance(block, tree.Lead):
        yield from _running(block.text, Para("", LEAD * scale, before=4))
    elif isinstance(block, tree.Paragraph):
        yield from _running(block.text, Para("", BODY * scale))
    elif isinstance(block, tree.Heading):
        yield Para(block.text, HEADING * scale, bold=True, before=12)
    elif isinstance(block, tree.BulletList):
        yield from (Para(item, BODY * scale, bullet=True) for item in block.items)
    elif isinstance(block, tree.Outline):
        for depth, text in block.items:
            yield Para(text, max(BODY - 2 * depth, 18) * scale, bullet=True, depth=depth, before=5)
    elif isinstance(block, tree.Link):
        yield Para(f"{block.label} {block.url}", BODY * scale)


def _running(text: str, like: Para) -> Iterator[Para]:
    yield from (replace(like, text=part.strip()) for part in text.split("\n\n") if part.strip())


def _notice(block: tree.Notice, scale: float) -> Words:
    title = Para(block.title, BODY * scale, bold=True, before=0)
    return Words((title, *_running(block.text, Para("", BODY * scale, before=4))), boxed=True)


def _grid(block: tree.Table | tree.KeyValues, size: float) -> Grid:
    if isinstance(block, tree.KeyValues):
        columns, rows, row_header = ("", ""), block.pairs, True
        widths: tuple[int, ...] = (30, 70)
    else:
        columns, rows, row_header = block.columns, block.rows, block.row_header
        widths = block.widths or _shares(block)
    whole = sum(widths)
    return Grid(
        block.caption, columns, rows, tuple(ROOM * share / whole for share in widths), row_header, size
    )


def _shares(table: tree.Table) -> tuple[int, ...]:
    """Widths after what the columns hold: long texts get more room, short ones enough."""
    longest = [max(map(len, column)) for column in zip(table.columns, *table.rows, strict=True)]
    return tuple(min(max(most, 10), 60) for most in longest)


# --- From pieces to pages ---


def _filled(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    """The pieces in order on as few pages as hold them."""
    page: list[Piece] = []
    used = 0.0
    for piece in pieces:
        rest: Piece | None = piece
        while rest is not None:
            left = HEIGHT - used - (GAP if page else 0)
            now, rest = _cut(rest, left, whole_page=not page)
            if now is not None:
                page.append(now)
                used += now.height + (GAP if len(page) > 1 else 0)
            if rest is not None:
                yield tuple(page)
                page, used = [], 0.0
    if page:
        yield tuple(page)


def _cut(piece: Piece, left: float, *, whole_page: bool) -> tuple[Piece | None, Piece | None]:
    """What of the piece has room in so much height, and what has not. On an empty page something always has."""
    if isinstance(piece, Picture):
        if left >= LOWEST_FIGURE or whole_page:
            return replace(piece, height=min(piece.height, left)), None
        return None, piece
    if isinstance(piece, Grid):
        return _cut_grid(piece, left, whole_page)
    if piece.height <= left:
        return piece, None
    return _cut_words(piece, left, whole_page)


def _cut_words(words: Words, left: float, whole_page: bool) -> tuple[Words | None, Words | None]:
    whole = 0
    while replace(words, paras=words.paras[: whole + 1]).height <= left:
        whole += 1
    fits = whole
    while fits and words.paras[fits - 1].bold:  # a heading goes with what it heads
        fits -= 1
    if fits:
        return replace(words, paras=words.paras[:fits]), replace(words, paras=words.paras[fits:])
    if not whole_page:
        return None, words
    above, long, below = words.paras[:whole], words.paras[whole], words.paras[whole + 1 :]
    left -= replace(words, paras=above).height + long.before + (0 if above else 2 * GAP)
    number = max(int(left / (long.size * LEADING)), 1)
    lines = long.lines(words.room)
    now, then = " ".join(lines[:number]), " ".join(lines[number:])
    if not then:  # room for all of it but the space around it
        return words, None
    return (
        replace(words, paras=(*above, replace(long, text=now))),
        replace(words, paras=(replace(long, text=then, bullet=False), *below)),
    )


def _cut_grid(grid: Grid, left: float, whole_page: bool) -> tuple[Grid | None, Grid | None]:
    reaches = accumulate(grid.heights, initial=grid.head)
    fits = sum(1 for _ in takewhile(lambda reach: reach <= left, reaches)) - 1
    if fits == len(grid.rows):
        return grid, None
    if fits > 0:
        return replace(grid, rows=grid.rows[:fits]), replace(grid, rows=grid.rows[fits:])
    if not whole_page:
        return None, grid
    number = max(int((left - grid.head - 2 * CELL_PAD) / (grid.size * LEADING)), 1)
    first, *more = grid.rows
    cells = [
        broken(cell, wide - 2 * CELL_PAD, grid.size) for cell, wide in zip(first, grid.widths, strict=True)
    ]
    now = tuple(" ".join(lines[:number]) for lines in cells)
    then = [" ".join(lines[number:]) for lines in cells]
    if not any(then):  # room for all of it but the space around it
        return replace(grid, rows=(first,)), replace(grid, rows=tuple(more)) if more else None
    if grid.row_header and not then[0]:
        then[0] = first[0]  # so that the rest still says what it is about
    return replace(grid, rows=(now,)), replace(grid, rows=(tuple(then), *more))
