"""The five stages below one another with their steps beside, and where the work is now."""

from __future__ import annotations

from django.utils.html import format_html, format_html_join

from processes.method import Method, Stage, Step

from .lettering import width

FONT = "Text, Dokument, 'Source Sans 3', 'Segoe UI', Arial, sans-serif"
INK, NAVY, PALE, YELLOW = "#14181f", "#0f2548", "#e3e9f3", "#ffd400"
WIDE, NAME, TIP, GAP = 1020, 150, 20, 10
SIZE, TALL, PAD = 21, 46, 13


def draw(method: Method, now: Step, uid: str) -> str:
    """The drawing; the stage and the step where the work is now stand out by colour and weight."""
    rows, y = [], 0.0
    for stage in Stage:
        steps = [step for step in method if step.stage is stage]
        lines = _lines(steps)
        rows.append(_stage(stage, lines, now, y))
        y += len(lines) * (TALL + GAP) + GAP
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-t {}-d" '
        'font-family="{}" font-size="{}" fill="{}">\n<title id="{}-t">Så hänger arbetet ihop</title>\n'
        '<desc id="{}-d">{}</desc>\n{}</svg>',
        *(WIDE, _n(y - 2 * GAP), uid, uid, FONT, SIZE, INK, uid, uid, in_words(method, now)),
        format_html_join("", "{}", ((row,) for row in rows)),
    )


def in_words(method: Method, now: Step) -> str:
    """What the drawing says, for whoever can't see it."""
    told = (f"{stage.value}: {', '.join(s.title for s in method if s.stage is stage)}" for stage in Stage)
    return f"{'. '.join(told)}. Nu är vi i {now.stage.value}, vid {now.title.lower()}."


def _wide(step: Step) -> float:
    return width(step.title, SIZE) + 2 * PAD


def _lines(steps: list[Step]) -> list[list[Step]]:
    """The steps on as many lines as they need."""
    found: list[list[Step]] = [[]]
    used = 0.0
    for step in steps:
        if found[-1] and used + _wide(step) > WIDE - NAME - TIP - GAP:
            found.append([])
            used = 0.0
        found[-1].append(step)
        used += _wide(step) + GAP
    return found


def _stage(stage: Stage, lines: list[list[Step]], now: Step, y: float) -> str:
    here = stage is now.stage
    name = format_html(
        '<path d="M0 {}H{}L{} {}L{} {}H0Z" fill="{}"/><text x="18" y="{}" font-size="24" font-weight="600" '
        'fill="{}">{}</text>\n',
        *(_n(y), NAME, NAME + TIP, _n(y + TALL / 2), NAME, _n(y + TALL), YELLOW if here else NAVY),
        *(_n(y + 31), INK if here else "#fff", stage.value),
    )
    return format_html(
        "{}{}",
        name,
        format_html_join(
            "", "{}", ((_chips(line, now, y + n * (TALL + GAP)),) for n, line in enumerate(lines))
        ),
    )


def _chips(steps: list[Step], now: Step, y: float) -> str:
    x, found = NAME + TIP + GAP, []
    for step in steps:
        here = step is now
        found.append(
            (
                *(_n(x), _n(y), _n(_wide(step)), TALL, YELLOW if here else PALE),
                *(_n(x + PAD), _n(y + 30), "600" if here else "400", step.title),
            )
        )
        x += _wide(step) + GAP
    return format_html_join(
        "",
        '<rect x="{}" y="{}" width="{}" height="{}" rx="4" fill="{}"/><text x="{}" y="{}" font-weight="{}">{}</text>\n',
        found,
    )


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
