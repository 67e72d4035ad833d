"""The only door to python-pptx: a deck in, a presentation out that a screen reader can follow.

Each slide has its title and text in the places meant for them, notes to speak from, an alternative
text on what is drawn, and Swedish as its language. A drawing becomes shapes of the program's own,
sharp at any size and open to change.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

from . import flow
from .deck import Deck, Look
from .native import Drawing, Outline, Words, taken_apart

POINT = 12_700  # EMU
LANGUAGE = "sv-SE"
FACE = "Calibri"
NAVY, INK, SOFT, LINE, GOLD, TINT = "0F2548", "14181F", "474D57", "C3C9D3", "8A6F00", "F3F5F9"
THEME = {"dk1": INK, "lt1": "FFFFFF", "dk2": SOFT, "lt2": TINT, "accent1": NAVY, "accent2": "FFD400"}
LAYOUTS = {Look.OPENING: (0, "Öppning"), Look.PLAIN: (1, "Rubrik och text"), Look.TASK: (2, "Grupparbete")}
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
BASE_LINE = 0.95  # of the size, from the top of a line of text to what the letters stand on
LEAST = 12
TITLE_ROOM = 680  # beside the clock of a task
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(deck: Deck) -> bytes:
    """The deck as a PowerPoint file."""
    show = _house()
    number = 0
    for slide in deck.slides:
        for page in flow.pages(slide):
            number += 1
            made = show.slides.add_slide(show.slide_layouts[LAYOUTS[slide.look][0]])
            if slide.look is Look.OPENING:
                _opening(made, deck)
            else:
                _page(made, page)
                _foot(made, deck, number)
            _notes(made, page)
    about = show.core_properties
    about.title, about.author, about.language = clean(deck.title), ", ".join(deck.authors), LANGUAGE
    about.subject, about.comments, about.keywords = clean(deck.kicker), clean(deck.description), ""
    about.created = about.modified = deck.created.replace(tzinfo=None)
    about.last_modified_by = "Medborgarlöften"
    target = io.BytesIO()
    show.save(target)
    return target.getvalue()


def clean(text: str) -> str:
    """The text without what no file of this kind may hold."""
    return UNPRINTABLE.sub("", text)


# --- The house's look ---


def _house() -> Any:
    """An empty presentation with our colours, and the three layouts we use."""
    from pptx import Presentation
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.oxml import parse_xml

    show = Presentation()
    show.slide_width, show.slide_height = flow.WIDE * POINT, flow.TALL * POINT
    look = parse_xml((Path(__file__).parent / "house.xml").read_bytes())
    sheets = {sheet.get("name"): sheet for sheet in look if sheet.get("name")}
    master, layouts = show.slide_master, show.slide_layouts
    for layout in list(layouts)[len(LAYOUTS) :]:
        layouts.remove(layout)
    _replace(master.element, sheets["master"])
    _replace(master.element, next(sheet for sheet in look if sheet.tag.endswith("txStyles")))
    for number, name in LAYOUTS.values():
        _replace(layouts[number].element, sheets[name])
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = _coloured(theme.blob.decode()).encode()
    return show


def _replace(element: Any, ours: Any) -> None:
    theirs = next(child for child in element if child.tag == ours.tag)
    element.replace(theirs, ours)


def _coloured(theme: str) -> str:
    for name, colour in THEME.items():
        theme = re.sub(
            rf"(<a:{name}>).*?(</a:{name}>)", rf'\1<a:srgbClr val="{colour}"/>\2', theme, flags=re.S
        )
    return re.sub(r'(<a:latin typeface=")[^"]*"', rf'\1{FACE}"', theme)


# --- Pages ---


def _opening(made: Any, deck: Deck) -> None:
    title, below = made.shapes.title, made.placeholders[1]
    _say(title.text_frame.paragraphs[0], deck.title)
    frame = below.text_frame
    _say(frame.paragraphs[0], deck.kicker, bold=True, colour="FFD400")
    for line in deck.byline:
        _say(frame.add_paragraph(), line)


def _page(made: Any, page: flow.Page) -> None:
    size = next((size for size in (34, 27) if len(flow.broken(page.title, TITLE_ROOM, size)) * size < 60), 22)
    _say(made.shapes.title.text_frame.paragraphs[0], page.title, size=size)
    body, top = made.placeholders[1], float(flow.TOP)
    for number, piece in enumerate(page.pieces):
        if isinstance(piece, flow.Words):
            # The first text stands in the layout's own place, where an outline finds it.
            own = number == 0 and not piece.boxed
            _words(made, body if own else None, piece, top)
            body = None if own else body
        elif isinstance(piece, flow.Grid):
            _grid(made, piece, top)
        else:
            _picture(made, piece, top)
        top += piece.height + flow.GAP
    if body is not None:
        body.element.getparent().remove(body.element)
    if page.slide.look is Look.TASK and page.slide.minutes:
        _clock(made, page.slide.time)


def _clock(made: Any, text: str) -> None:
    """How long the task takes, at the top right."""
    box = made.shapes.add_textbox(*_emu(740, 50, 168, 34))
    box.name = "Tid"
    box.fill.solid()
    box.fill.fore_color.rgb = _rgb(NAVY)
    _plain_frame(box.text_frame)
    box.text_frame.margin_top = 4 * POINT
    paragraph = box.text_frame.paragraphs[0]
    paragraph._p.get_or_add_pPr().set("algn", "ctr")
    _say(paragraph, text, size=20, bold=True, colour="FFFFFF")


def _foot(made: Any, deck: Deck, number: int) -> None:
    """The deck's name and the page's number, in the places that the layout has for them."""
    from pptx.oxml import parse_xml

    look = (
        f'<a:rPr lang="{LANGUAGE}" sz="1200"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill>'
        '<a:latin typeface="+mn-lt"/></a:rPr><a:t/>'
    )
    field = f'<a:fld id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum">{look}</a:fld>'
    title = f"{deck.title} · {deck.kicker}" if deck.kicker else deck.title
    last = max(int(found) for found in made.shapes._spTree.xpath("//p:cNvPr/@id"))
    for kind, name, at, side, inside, text in (
        ("ftr", "Sidfot", 11, "l", f"<a:r>{look}</a:r>", title),
        ("sldNum", "Bildnummer", 12, "r", field, str(number)),
    ):
        shape = parse_xml(
            f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="{last + at}" name="{name}"/><p:cNvSpPr>'
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" sz="quarter" idx="{at}"/></p:nvPr>'
            f"</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>"
            f'<a:p><a:pPr algn="{side}"/>{inside}</a:p></p:txBody></p:sp>'
        )
        next(element for element in shape.iter() if element.tag.endswith("}t")).text = clean(text)
        made.shapes._spTree.append(shape)


def _notes(made: Any, page: flow.Page) -> None:
    frame = made.notes_slide.notes_text_frame
    spoken = page.slide.spoken
    if page.number > 1:
        spoken = (f"Fortsättning av ”{page.slide.title}”. Talmanuset står vid den första av bilderna.",)
    for number, note in enumerate(spoken):
        _say(frame.paragraphs[0] if number == 0 else frame.add_paragraph(), note)


# --- Pieces ---


def _emu(*points: float) -> tuple[int, ...]:
    return tuple(round(value * POINT) for value in points)


def _rgb(colour: str) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(colour)


def _say(paragraph: Any, text: str, size: float = 0, bold: bool = False, colour: str = "") -> None:
    """Put the text into the paragraph, in Swedish."""
    run = paragraph.add_run()
    run.text = clean(text)
    run._r.get_or_add_rPr().set("lang", LANGUAGE)
    if size:
        run.font.size = round(size * 2) * POINT // 2
    if bold:
        run.font.bold = True
    if colour:
        run.font.color.rgb = _rgb(colour)


def _plain_frame(frame: Any) -> None:
    from pptx.enum.text import MSO_AUTO_SIZE

    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE


def _words(made: Any, place: Any, words: flow.Words, top: float) -> None:
    box = place or made.shapes.add_textbox(0, 0, 0, 0)
    box.left, box.top, box.width, box.height = _emu(flow.LEFT, top, flow.ROOM, words.height)
    frame = box.text_frame
    _plain_frame(frame)
    if words.boxed:
        box.fill.solid()
        box.fill.fore_color.rgb = _rgb(TINT)
        frame.margin_left = 2 * flow.GAP * POINT
        frame.margin_right = frame.margin_top = frame.margin_bottom = flow.GAP * POINT
        _bar(made, top, words.height)
    for number, para in enumerate(words.paras):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.space_before = round(para.before) * POINT
        paragraph.line_spacing = 1.0
        _bullet(paragraph, para)
        _say(paragraph, para.text, para.size, para.bold, NAVY if para.bold else "")


def _bar(made: Any, top: float, tall: float) -> None:
    """The yellow edge of a remark."""
    strokes = _rectangle(flow.LEFT, top, 7, tall)
    _outline(made.shapes, Outline((strokes,), True, "FFD400", "", 0, dashed=False), 1, 0, 0).name = "Kant"


def _rectangle(x: float, y: float, wide: float, tall: float) -> tuple[tuple[float, float], ...]:
    return (x, y), (x + wide, y), (x + wide, y + tall), (x, y + tall)


def _bullet(paragraph: Any, para: flow.Para) -> None:
    """Indented behind a mark, or neither."""
    from pptx.oxml.ns import qn

    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(round(para.indent * POINT)))
    properties.set("indent", str(-flow.INDENT * POINT if para.bullet else 0))
    if not para.bullet:
        properties.append(properties.makeelement(qn("a:buNone"), {}))
        return
    paragraph.level = min(para.depth, 8)
    colour = properties.makeelement(qn("a:buClr"), {})
    colour.append(colour.makeelement(qn("a:srgbClr"), {"val": GOLD}))
    font = properties.makeelement(qn("a:buFont"), {"typeface": "Arial"})
    mark = properties.makeelement(qn("a:buChar"), {"char": "•" if para.depth % 2 == 0 else "–"})
    for element in (colour, font, mark):
        properties.append(element)


def _grid(made: Any, grid: flow.Grid, top: float) -> None:
    headed = any(grid.columns)
    rows = [grid.columns, *grid.rows] if headed else list(grid.rows)
    box = _emu(flow.LEFT, top, flow.ROOM, grid.height)
    frame = made.shapes.add_table(len(rows), len(grid.columns), *box)
    frame.name, table = "Tabell", frame.table
    frame._element.nvGraphicFramePr.cNvPr.set("descr", clean(grid.caption) or "Tabell")
    table.first_row, table.first_col, table.horz_banding = headed, grid.row_header, False
    next(e for e in table._tbl.tblPr if e.tag.endswith("tableStyleId")).text = NO_STYLE
    for column, wide in zip(table.columns, grid.widths, strict=True):
        column.width = round(wide * POINT)
    heights = (*([grid.head] if headed else []), *grid.heights)
    for number, (row, cells, tall) in enumerate(zip(table.rows, rows, heights, strict=True)):
        row.height = round(tall * POINT)
        head = headed and number == 0
        for place, text in enumerate(cells):
            bold = head or (place == 0 and grid.row_header)
            _cell(row.cells[place], text, flow.SMALL if head else grid.size, bold, head)


def _cell(cell: Any, text: str, size: float, bold: bool, head: bool) -> None:
    frame = cell.text_frame
    cell.margin_left, cell.margin_right = 0, 2 * flow.CELL_PAD * POINT
    cell.margin_top = cell.margin_bottom = flow.CELL_PAD * POINT - POINT // 2
    cell.fill.background()
    _edge(cell, NAVY if head else LINE, 2 if head else 1)
    for number, line in enumerate(text.splitlines() or [""]):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        _say(paragraph, line, size, bold, NAVY if bold else INK)


def _edge(cell: Any, colour: str, wide: float) -> None:
    """A line below the cell, and none around it."""
    from pptx.oxml.ns import qn

    properties = cell._tc.get_or_add_tcPr()
    line = properties.makeelement(qn("a:lnB"), {"w": str(round(wide * POINT))})
    fill = line.makeelement(qn("a:solidFill"), {})
    fill.append(fill.makeelement(qn("a:srgbClr"), {"val": colour}))
    line.append(fill)
    properties.insert(0, line)


def _picture(made: Any, picture: flow.Picture, top: float) -> None:
    """The drawing as a group of shapes, in the middle of the room there is."""
    drawing = taken_apart(picture.figure.svg)
    scale = min(flow.ROOM / drawing.wide, picture.height / drawing.tall)
    left = flow.LEFT + (flow.ROOM - drawing.wide * scale) / 2
    group = made.shapes.add_group_shape()
    group.name = "Bild"
    group._element.nvGrpSpPr.cNvPr.set("descr", clean(picture.figure.alt))
    _parts(group.shapes, drawing, scale, left, top)


def _parts(shapes: Any, drawing: Drawing, scale: float, left: float, top: float) -> None:
    for part in drawing.parts:
        if isinstance(part, Outline):
            _outline(shapes, part, scale, left, top)
        else:
            _lettering(shapes, part, scale, left, top)


def _outline(shapes: Any, part: Outline, scale: float, left: float, top: float) -> Any:
    factor = scale * POINT

    def placed(points: Any) -> list[tuple[int, int]]:
        return [(round(x * factor + left * POINT), round(y * factor + top * POINT)) for x, y in points]

    first, *rest = (placed(stroke) for stroke in part.strokes)
    builder = shapes.build_freeform(*first[0], scale=1.0)
    builder.add_line_segments(first[1:], close=part.closed)
    for stroke in rest:
        builder.move_to(*stroke[0])
        builder.add_line_segments(stroke[1:], close=part.closed)
    shape = builder.convert_to_shape()
    if (style := shape._element.find(f"{{{shape._element.nsmap['p']}}}style")) is not None:
        shape._element.remove(style)  # its shadow, its edge and its colours
    if part.fill:
        shape.fill.solid()
        shape.fill.fore_color.rgb = _rgb(part.fill)
    else:
        shape.fill.background()
    if part.edge:
        shape.line.color.rgb, shape.line.width = _rgb(part.edge), round(part.edge_width * factor)
        if part.dashed:
            from pptx.enum.dml import MSO_LINE

            shape.line.dash_style = MSO_LINE.DASH
    else:
        shape.line.fill.background()
    return shape


def _lettering(shapes: Any, words: Words, scale: float, left: float, top: float) -> None:
    """A line of text with its anchor where the drawing has it, turned about that anchor."""
    from math import cos, radians, sin

    from processes.drawings.lettering import width

    size = max(words.size * scale, LEAST)
    wide, tall = width(words.text, size) * 1.15, size * 1.25
    x, y = words.at[0] * scale + left, words.at[1] * scale + top
    to_middle = {"start": wide / 2, "middle": 0.0, "end": -wide / 2}[words.anchor]
    lift = tall / 2 - size * BASE_LINE
    turn = radians(words.turned)
    middle = (
        x + to_middle * cos(turn) - lift * sin(turn),
        y + to_middle * sin(turn) + lift * cos(turn),
    )
    box = shapes.add_textbox(*_emu(middle[0] - wide / 2, middle[1] - tall / 2, wide, tall))
    box.rotation = words.turned
    _plain_frame(box.text_frame)
    paragraph = box.text_frame.paragraphs[0]
    paragraph._p.get_or_add_pPr().set("algn", {"start": "l", "middle": "ctr", "end": "r"}[words.anchor])
    _say(paragraph, words.text, size, words.bold, words.colour)
