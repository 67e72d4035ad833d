"""The thread of one promise on paper: an annex for those who do the work, never sealed or published."""

from __future__ import annotations

from datetime import datetime

from django.template.loader import render_to_string

from processes.documents import tree

from .graph import COLUMNS, Node, Thread
from .listing import said
from .picture import picture
from .ways import Ways

BAND = "Internt arbetsmaterial"
PAPER_WIDE, PAPER_HIGH = 612, 860
SMALLEST = 0.5
"""The scale below which a drawing can't be read on paper; then the tables tell it alone."""
# Ten columns don't fit a sheet, so each strip begins with the column that the one before ended with.
STRIPS = (
    ("Det ni hörde, och det ni valde", range(4)),
    ("Varför det händer, och vad ni gör", range(3, 7)),
    ("Vad det blev av det", range(6, 10)),
)
DRAWN = "{strip} i fokusområdet {title}: {columns}. Tabellerna nedanför säger samma sak i ord."


def document(
    thread: Thread,
    ways: Ways,
    *,
    title: str,
    byline: tuple[str, ...],
    authors: tuple[str, ...],
    identifier: str,
    now: datetime,
) -> tree.Document:
    """The annex: its drawings, and the same in tables."""
    return tree.Document(
        title=title,
        authors=authors,
        created=now,
        modified=now,
        identifier=identifier,
        blocks=tuple(_blocks(thread, ways)),
        kicker="Röda tråden",
        byline=byline,
        description=f"Hur löftet ”{title}” hänger ihop, från synpunkter till återkoppling.",
        keywords=("medborgarlöfte", "röda tråden"),
        band=BAND,
    )


def _blocks(thread: Thread, ways: Ways) -> list[tree.Block]:
    blocks: list[tree.Block] = [
        tree.Lead("Så hänger löftet ihop: från det människor sa till det de fick veta att det ledde till."),
        tree.Notice(
            "Arbetsmaterial",
            "Bilagan visar läget när den togs fram. Den skickas inte ut och publiceras inte.",
        ),
        *_loose(thread, ways),
    ]
    for focus in (node for node in thread.nodes if node.kind == "focus"):
        blocks += _area(thread.around(focus.key), focus)
    return blocks + _dialogs(thread)


def _loose(thread: Thread, ways: Ways) -> list[tree.Block]:
    if not thread.loose:
        return []
    rows = []
    for one in thread.loose:
        rows.append((one.name or "Utan namn", said(one), ways.mend(one)["fixers"]))
    return [
        tree.Heading("Lösa trådar"),
        tree.Table("Det som saknas", ("Var", "Vad", "Vem kan rätta"), tuple(rows), widths=(35, 35, 30)),
    ]


def _area(thread: Thread, focus: Node) -> list[tree.Block]:
    blocks: list[tree.Block] = [tree.Heading(focus.title), *_figures(thread, focus)]
    tables = (
        _table("Det här ledde hit", ("Problem", "Vad det bygger på"), _problems(thread)),
        _table("Därför händer det", ("Orsak", "Hur nära, och sida"), _causes(thread)),
        _table("Det här gör ni", ("Aktivitet", "Mål", "Mot orsaken"), _plan(thread)),
        _table(
            "Det här har det blivit", ("Aktivitet eller mål", "Gjort eller mätt", "Utfall"), _results(thread)
        ),
    )
    return blocks + [block for table in tables for block in table]


def _table(title: str, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> list[tree.Block]:
    return [tree.Table(title, columns, tuple(rows))] if rows else []


def _figures(thread: Thread, focus: Node) -> list[tree.Block]:
    found: list[tree.Block] = []
    for strip, columns in STRIPS:
        drawing = picture(_held(thread, columns), columns=columns)
        scale = min(1, PAPER_WIDE / drawing["width"], PAPER_HIGH / drawing["height"])
        if scale < SMALLEST or len({box["x"] for box in drawing["boxes"]}) < 2:
            continue
        titles = ", ".join(COLUMNS[number].lower() for number in columns)
        alt = DRAWN.format(strip=strip, title=focus.title, columns=titles)
        context = {
            "drawing": drawing,
            "width": round(drawing["width"] * scale),
            "height": round(drawing["height"] * scale),
            "key": f"remsa-{columns.start}",
            "title": strip,
            "text": alt,
            "colour": "#b3243c",
        }
        found.append(tree.Figure(render_to_string("drawings/_layered.svg", context), alt, strip))
    return found


def _held(thread: Thread, columns: range) -> Thread:
    """Without what is told of things that stand in another strip: the tables say it."""
    return thread.only(
        lambda node: (
            node.kind != "feedback"
            or any(thread.by_ref[edge.start].column in columns for edge in thread.before.get(node.ref, []))
        )
    )


def _problems(thread: Thread) -> list[tuple[str, ...]]:
    rows = []
    for node in _of(thread, "problem"):
        heard = [
            f"{thread.by_ref[edge.start].title} ({edge.note})"
            if edge.note
            else thread.by_ref[edge.start].title
            for edge in thread.before.get(node.ref, [])
        ]
        rows.append((node.title, "; ".join(heard) or "Ingen synpunkt och ingen iakttagelse"))
    return rows


def _causes(thread: Thread) -> list[tuple[str, ...]]:
    def below(node: Node, depth: int) -> list[tuple[str, ...]]:
        row = (f"{'– ' * depth}{node.title}", node.note)
        return [
            row,
            *(deeper for one in thread.led_to(node.ref, "cause") for deeper in below(one, depth + 1)),
        ]

    roots = [node for node in _of(thread, "cause") if not thread.came_of(node.ref, "cause")]
    return [row for node in roots for row in below(node, 0)]


def _plan(thread: Thread) -> list[tuple[str, ...]]:
    rows = []
    for node in _of(thread, "activity"):
        what = f"{node.title} ({node.note.rstrip('.')})" if node.note else node.title
        goals = [goal.title for goal in thread.came_of(node.ref, "goal")]
        causes = [cause.title for cause in thread.came_of(node.ref, "cause")]
        causes += [edge.note for edge in thread.before.get(node.ref, []) if edge.start[0] == "analysis"]
        rows.append((what, "; ".join(goals) or "Inget mål", "; ".join(causes) or "Ingen orsak"))
    served = {edge.start for edge in thread.edges if edge.end[0] == "activity"}
    return rows + [
        ("Ingen aktivitet", goal.title, "") for goal in _of(thread, "goal") if goal.ref not in served
    ]


def _results(thread: Thread) -> list[tuple[str, ...]]:
    rows = []
    for node in _of(thread, "activity"):
        done = thread.led_to(node.ref, "log")
        seen = thread.led_to(node.ref, "outcome") + [
            o for log in done for o in thread.led_to(log.ref, "outcome")
        ]
        rows.append((node.title, _joined(done) or "Inget inskrivet", _joined(seen) or "Inte uppföljd"))
    for node in _of(thread, "goal"):
        if measured := thread.led_to(node.ref, "measurement"):
            rows.append((node.title, _joined(measured), ""))
    return rows


def _dialogs(thread: Thread) -> list[tree.Block]:
    rows = [
        (node.title, node.note, _joined(thread.led_to(node.ref, "feedback")) or "Inte berättat än")
        for node in _of(thread, "dialog")
    ]
    if not rows:
        return []
    return [
        tree.Heading("Dialogerna"),
        tree.Table(
            "Det som sas, och vad som berättades", ("Dialog", "Synpunkter", "Återkoppling"), tuple(rows)
        ),
    ]


def _of(thread: Thread, kind: str) -> list[Node]:
    return [node for node in thread.nodes if node.kind == kind]


def _joined(nodes: list[Node]) -> str:
    return "; ".join(f"{node.title} ({node.note})" if node.note else node.title for node in nodes)
