"""The document tree: what a document says, apart from how it looks.

Plain frozen values, built by whoever knows the content. Every string is text: a renderer escapes it.
"""

import base64
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

ROOMS = (0, 2, 3, 4, 6, 10, 15)
PROV_BAND = "PROV – inte ett gällande dokument"


@dataclass(frozen=True, slots=True)
class Block:
    """Something that stands between the title and the end of a document."""

    template: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Heading(Block):
    """A heading below the document's own title, which is level 1."""

    template: ClassVar[str] = "documents/_heading.html"
    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph(Block):
    """Running text; an empty line in it begins a new paragraph."""

    template: ClassVar[str] = "documents/_paragraph.html"
    text: str


@dataclass(frozen=True, slots=True)
class Lead(Block):
    """The opening sentences that tell what the document is about."""

    template: ClassVar[str] = "documents/_lead.html"
    text: str


@dataclass(frozen=True, slots=True)
class Notice(Block):
    """A boxed remark that the reader must not miss."""

    template: ClassVar[str] = "documents/_notice.html"
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Link(Block):
    """An address to go on to; shown in full, so that it works on paper too."""

    template: ClassVar[str] = "documents/_link.html"
    label: str
    url: str

    def __post_init__(self):
        if not self.url.startswith(("https://", "http://")):
            raise ValueError(f"Not a web address: {self.url!r}")


@dataclass(frozen=True, slots=True)
class BulletList(Block):
    """Points without an order."""

    template: ClassVar[str] = "documents/_bullet_list.html"
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outline(Block):
    """Points under points, each with its depth: 0 for what stands on its own."""

    template: ClassVar[str] = "documents/_outline.html"
    items: tuple[tuple[int, str], ...]

    def __post_init__(self):
        above = -1
        for depth, text in self.items:
            if not 0 <= depth <= above + 1:
                raise ValueError(f"Point {text!r} jumps from depth {above} to {depth}")
            above = depth

    @property
    def nested(self) -> list[dict]:
        """The points as a tree of text and points below, the way HTML nests lists."""
        top: list[dict] = []
        rooms = [top]
        for depth, text in self.items:
            point = {"text": text, "below": []}
            rooms[depth].append(point)
            rooms[depth + 1 :] = [point["below"]]
        return top


@dataclass(frozen=True, slots=True)
class Lines(Block):
    """A question and room to answer it by hand: so many lines."""

    template: ClassVar[str] = "documents/_lines.html"
    label: str
    count: int
    hint: str = ""

    @property
    def lines(self) -> range:
        """One for each line to write on."""
        return range(self.count)


@dataclass(frozen=True, slots=True)
class Table(Block):
    """Rows under column headings; with `row_header` the first cell of each row names the row.

    `widths` gives each column's share of the width in steps of five per cent; `room` says for how
    many lines of handwriting each row has room.
    """

    template: ClassVar[str] = "documents/_table.html"
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_header: bool = True
    widths: tuple[int, ...] = ()
    room: int = 0

    def __post_init__(self):
        if uneven := [row for row in self.rows if len(row) != len(self.columns)]:
            raise ValueError(f"A row needs {len(self.columns)} cells: {uneven[0]!r}")
        if self.room not in ROOMS:
            raise ValueError(f"No such room to write in: {self.room!r}")
        if any(width % 5 for width in self.widths) or len(self.widths) not in (0, len(self.columns)):
            raise ValueError(f"Not one width in steps of five for each column: {self.widths!r}")


@dataclass(frozen=True, slots=True)
class KeyValues(Block):
    """Facts as pairs of name and value."""

    template: ClassVar[str] = "documents/_key_values.html"
    pairs: tuple[tuple[str, str], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Figure(Block):
    """A drawing of our own making, with the text that replaces it for whoever can't see it."""

    template: ClassVar[str] = "documents/_figure.html"
    svg: str
    alt: str
    caption: str = ""

    def __post_init__(self):
        if not self.alt.strip():
            raise ValueError("A figure needs a text alternative")

    @property
    def src(self) -> str:
        """The drawing as an address that needs no file and, in a browser, runs no script."""
        return "data:image/svg+xml;base64," + base64.b64encode(self.svg.encode()).decode()


@dataclass(frozen=True, slots=True)
class Signature:
    """That a person approved, when and where, and by which means; never a picture."""

    name: str
    title: str
    organisation: str
    place: str
    signed_at: datetime
    level: str = "Godkänt i systemet"
    mandate: str = ""
    """By what right the person signs (OVE-6)."""
    clock: bool = True
    """Whether the hour is known: of what was signed on paper it is not."""


@dataclass(frozen=True, slots=True)
class Signatures(Block):
    """Those who have approved the document, side by side."""

    template: ClassVar[str] = "documents/_signatures.html"
    signatures: tuple[Signature, ...]
    note: str = (
        "Godkänt i systemet betyder att personen var inloggad, bekräftade sin identitet på nytt och "
        "godkände just det här innehållet. Det är inte en elektronisk underskrift."
    )


@dataclass(frozen=True, slots=True)
class PageBreak(Block):
    """On paper, what follows begins on a new page."""

    template: ClassVar[str] = "documents/_page_break.html"


@dataclass(frozen=True, slots=True)
class Facts:
    """What ties a finished document to the register: shown at the end and, in short, on every page.

    `fingerprint` is the SHA-256 of the embedded data, `chain_head` that of the register's latest event;
    `sealed` says that the file gets an electronic seal before anyone receives it; `address` is where anyone
    can verify it, and `code` the same as a drawing.
    """

    diary_numbers: tuple[str, ...] = ()
    version: str = ""
    fingerprint: str = ""
    chain_head: str = ""
    sealed: bool = False
    address: str = ""
    code: Figure | None = None

    @property
    def block(self) -> KeyValues:
        """The facts that there are, with their names."""
        named = {
            "Diarienummer": ", ".join(self.diary_numbers),
            "Version": self.version,
            "Innehållets fingeravtryck (SHA-256)": grouped(self.fingerprint, 8),
            "Registrets senaste händelse (SHA-256)": grouped(self.chain_head, 8),
        }
        return KeyValues(tuple((name, value) for name, value in named.items() if value))

    @property
    def footer(self) -> str:
        """One line for the foot of each page."""
        parts = []
        if self.diary_numbers:
            parts.append("Dnr " + ", ".join(self.diary_numbers))
        if self.fingerprint:
            # Twelve digits are enough to compare two papers by eye.
            parts.append("Fingeravtryck " + grouped(self.fingerprint[:12]))
        return " · ".join(parts)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: who it is from, what it is called, its blocks and what it is known by.

    `kind` chooses the look, `band` is a warning on each page, `identifier` names this very rendering.
    """

    title: str
    authors: tuple[str, ...]
    created: datetime
    modified: datetime
    identifier: str
    blocks: tuple[Block, ...]
    kind: str = "report"
    kicker: str = ""
    byline: tuple[str, ...] = ()
    description: str = ""
    keywords: tuple[str, ...] = ()
    language: str = "sv"
    band: str = ""
    facts: Facts = field(default_factory=Facts)

    def __post_init__(self):
        if not self.title.strip():
            raise ValueError("A document needs a title")
        if self.created.tzinfo is None or self.modified.tzinfo is None:
            raise ValueError("Dates of a document carry their time zone")
        level = 1
        for block in self.blocks:
            if isinstance(block, Heading):
                if not 2 <= block.level <= level + 1:
                    raise ValueError(f"Heading {block.text!r} jumps from level {level} to {block.level}")
                level = block.level

    @property
    def running(self) -> str:
        """What the head of each page after the first calls the document."""
        return " · ".join(filter(None, (self.kicker, self.title)))


def grouped(digits: str, size: int = 4) -> str:
    """The digits in short groups, which is how people compare them."""
    return " ".join(digits[i : i + size] for i in range(0, len(digits), size))
