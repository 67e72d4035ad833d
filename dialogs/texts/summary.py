"""The summary: what was asked, what was said in figures, and who was reached. Nobody is quoted (DIA-17)."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count

from processes import reach
from processes.method import Facts, Row
from processes.pages.values import day

from .. import reach_page, themes
from ..models import CitizenDialog, View
from .parts import count, gap, heading, listed, on, points, said, time_plan, times

MOST_PLACES = 5
FEW = "Hur många visas inte, så att ingen går att känna igen."


def summary(facts: Facts, dialog: Row) -> Iterator[str]:
    """The text, part by part."""
    yield _held(facts, dialog)
    questions = [row.text.strip() for row in facts.rows("dialogs.Question", dialog_id=dialog.id) if row.text]
    yield heading("Det här frågade vi")
    yield points(questions) if questions else gap("Skriv frågorna.")
    yield heading("Det här handlade svaren om")
    if not dialog.views_total:
        yield gap("Inga synpunkter är inskrivna än. Skriv kort vad som sades.")
    else:
        yield from _about(dialog)
    yield heading("Vilka vi nådde")
    yield from _reached(facts, dialog)
    yield heading("Det här händer nu")
    yield points(time_plan(facts, dialog))


def _held(facts: Facts, dialog: Row) -> str:
    form = CitizenDialog.Form(dialog.form).label.lower() if dialog.form else gap("form")
    days = [row for row in times(facts, dialog) if row.held_on and row.held_on <= facts.today]
    when = listed(day(row.held_on) for row in days) if days else on(dialog.held_on, "dag")
    total = dialog.reached_total
    came = f"{total} personer deltog" if total is not None else f"{gap('Antal')} personer deltog"
    title, venue = said(dialog.title, "Dialogens namn"), said(dialog.venue, "plats")
    return f"{title} ({form}) hölls {when} på den här platsen: {venue}. {came}."


def _about(dialog: Row) -> Iterator[str]:
    """How many views there are of each theme; of few none is counted, nor what their number could be told from."""
    found = themes.of_dialogs(dialog=dialog.id)[dialog.id]
    if found.total is not None:
        yield f"{count(found.total, 'synpunkt', 'synpunkter')} kom in."
    named = [(theme.label or gap("Utan tema än"), theme.number) for theme in found.themes]
    if counted := [f"{label}: {number} synpunkter" for label, number in named if number]:
        yield points(counted)
    if rest := [label for label, number in named if not number]:
        yield f"Vi fick {'också ' if counted else ''}synpunkter om: {listed(rest)}. {FEW}"
    if places := _places(dialog):
        yield f"Platser som flera nämnde: {listed(places)}."


def _places(dialog: Row) -> list[str]:
    found = (
        View.objects.filter(dialog=dialog.id)
        .exclude(place="")
        .order_by()
        .values("place")
        .annotate(number=Count("pk"))
        .filter(number__gte=reach.SMALLEST)
        .order_by("-number", "place")[:MOST_PLACES]
    )
    return [row["place"] for row in found]


def _reached(facts: Facts, dialog: Row) -> Iterator[str]:
    found = reach.of_dialog(facts, dialog)
    lines = []
    for compared in found.compared:
        told = [
            f"{group.label.lower()} {reach_page.percent(group.share)}"
            for group in compared.groups
            if group.share
        ]
        if compared.told and told:
            lines.append(f"Av de {compared.told} som uppgav {reach_page.what(compared)}: {', '.join(told)}.")
    yield points(lines) if lines else gap("Skriv vilka som kom, ungefär.")
    if words := reach_page.caution(found):
        yield words
