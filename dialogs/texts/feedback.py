"""Du sa – vi gjorde: what became of everything that was said, and why. No view is left out (DIA-17, FAL-6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Count

from processes.criteria import is_answer
from processes.method import Facts, Row

from ..models import View
from .parts import RESOURCES, authorities, count, gap, heading, points, said, sentence, time_plan

FOCUS, PROBLEM = "processes.FocusArea", "processes.Problem"
Outcomes = dict[str, int]
BECAME = {
    View.Outcome.FOCUS: ("är med i det vi har valt att arbeta med", ""),
    View.Outcome.ORDINARY: ("tar vi hand om i det vanliga arbetet", "Skriv vem som gör vad."),
    View.Outcome.PASSED_ON: ("har vi lämnat vidare till den som kan göra något", "Skriv till vem."),
    View.Outcome.BEYOND: ("kan vi inte påverka", "Skriv varför."),
    View.Outcome.ROUTED: ("har vi lämnat dit de hör hemma", ""),
    "": ("har vi inte tagit ställning till än", "Skriv när ni gör det."),
}


def feedback(facts: Facts, dialog: Row) -> Iterator[str]:
    """The text, part by part: problem by problem, then what belongs to none by theme."""
    problems, themes = _counted(dialog)
    number = sum(sum(own.values()) for own in (*problems.values(), *themes.values()))
    yield f"Tack för att ni berättade hur det är i {facts.round.area_name}. {_how_many(number)}"
    for key, outcomes in problems.items():
        problem = facts.get(PROBLEM, key)
        yield from _of_problem(facts, problem, outcomes)
    for label, outcomes in themes.items():
        yield heading(label or "Annat som ni sa")
        yield f"Ni sa: {_views(outcomes)}{f' om {label.lower()}' if label else ''}."
        yield points(_became(outcomes))
    yield heading("Det här händer nu")
    yield points(time_plan(facts, dialog))
    yield f"{RESOURCES} {sentence(said(dialog.feedback_plan, 'Skriv var arbetet går att följa.'))}"
    yield f"{authorities(facts)} tackar för hjälpen."


def _how_many(number: int) -> str:
    if not number:
        return gap("Inga synpunkter är inskrivna än. Skriv vad ni fick höra, och vad det blev av det.")
    return f"Vi fick {count(number, 'synpunkt', 'synpunkter')}. Här står vad det blev av alla."


def _counted(dialog: Row) -> tuple[dict[int, Outcomes], dict[str, Outcomes]]:
    """How many views have become what: of each problem, and of each theme among those of no problem."""
    found = (
        View.objects.filter(dialog=dialog.id)
        .order_by()
        .values("problem", "theme__label", "outcome")
        .annotate(number=Count("pk"))
    )
    problems: dict[int, Outcomes] = defaultdict(lambda: defaultdict(int))
    themes: dict[str, Outcomes] = defaultdict(lambda: defaultdict(int))
    for row in found:
        own = problems[row["problem"]] if row["problem"] else themes[row["theme__label"] or ""]
        own[row["outcome"]] += row["number"]
    return _most_first(problems), _most_first(themes)


def _most_first(found: dict) -> dict:
    """Those with most views first; what has no name last."""
    return dict(sorted(found.items(), key=lambda item: (item[0] == "", -sum(item[1].values()), str(item[0]))))


def _views(outcomes: Outcomes) -> str:
    return count(sum(outcomes.values()), "synpunkt", "synpunkter")


def _of_problem(facts: Facts, problem: Row | None, outcomes: Outcomes) -> Iterator[str]:
    title = said(problem.title, "problemets namn") if problem else gap("Ett problem i en annan runda")
    yield heading(title)
    words = f" {sentence(problem.citizen_view)}" if problem and is_answer(problem.citizen_view) else ""
    yield f"Ni sa: {_views(outcomes)}.{words}"
    yield _chosen(facts, problem)
    yield points(_became(outcomes))


def _chosen(facts: Facts, problem: Row | None) -> str:
    """What the parties chose to do about the problem, and why not if they didn't."""
    areas = facts.rows(FOCUS, problem_id=problem.id) if problem else []
    chosen = [area for area in areas if area.becomes_promise]
    if chosen:
        done = " ".join(
            sentence(f"Det blev ett fokusområde: {area.title}") + _picture(area) for area in chosen
        )
        return f"Vi gör: {done}"
    if any(area.becomes_promise is None for area in areas):
        return f"Vi gör: {gap('Det är inte bestämt än om det blir ett löfte.')}"
    reason = problem.handling if problem else ""
    why = sentence(said(reason, "Skriv varför, och vad som händer i stället."))
    return f"Vi gör: Det blev inget fokusområde den här gången. {why}"


def _picture(area: Row) -> str:
    return f" Så här ska det bli: {sentence(area.target_picture)}" if is_answer(area.target_picture) else ""


def _became(outcomes: Outcomes) -> Iterator[str]:
    for outcome, (words, ask) in BECAME.items():
        if number := outcomes.get(outcome, 0):
            yield f"{number} {words}.{f' {gap(ask)}' if ask else ''}"
