"""Du sa – vi gjorde: what became of everything that was said, and why. No view is left out (DIA-17, FAL-6).

Anyone may read it. Of few views no number is told, nor what it could be told from (FAL-12).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Count

from processes.criteria import is_answer
from processes.method import Facts, Row
from processes.personal_data import masked
from processes.reach import SMALLEST, published

from ..models import View
from .parts import RESOURCES, authorities, count, gap, heading, points, said, sentence, time_plan

FOCUS, PROBLEM = "processes.FocusArea", "processes.Problem"
Outcomes = dict[tuple[str, str], int]
"""How many views came to what, by outcome and by the words that go with it."""
BECAME = {
    View.Outcome.FOCUS: ("är med i det vi har valt att arbeta med", ""),
    View.Outcome.ORDINARY: ("tar vi hand om i det vanliga arbetet", "Skriv vem som gör vad."),
    View.Outcome.PASSED_ON: ("har vi lämnat vidare till den som kan göra något", "Skriv till vem."),
    View.Outcome.BEYOND: ("kan vi inte påverka", "Skriv varför."),
    View.Outcome.ROUTED: ("har vi lämnat till rätt ställe", ""),
    "": ("har vi inte tagit ställning till än", "Skriv när ni gör det."),
}
MOST_WORDS = 4
OTHER_WORDS = "Skälen är flera. Skriv de viktigaste."
FEW = "Där de är få står inte hur många, så att ingen går att känna igen."


def feedback(facts: Facts, dialog: Row) -> Iterator[str]:
    """The text, part by part: problem by problem, then what belongs to none by theme."""
    problems, themes = _counted(dialog)
    groups = {(PROBLEM, key): sum(own.values()) for key, own in problems.items()}
    groups |= {("", label): sum(own.values()) for label, own in themes.items()}
    told = published(groups)
    thanks = f"Tack för att ni berättade hur det är i {facts.round.area_name}. {_how_many(groups, told)}"
    parts = (*problems.values(), *themes.values())
    few = any(0 < number < SMALLEST for own in parts for _, number, _ in _lines(own))
    yield f"{thanks} {FEW}" if few else thanks
    for key, outcomes in problems.items():
        problem = facts.get(PROBLEM, key)
        yield from _of_problem(facts, problem, outcomes, told and told[PROBLEM, key])
    for label, outcomes in themes.items():
        yield heading(label or "Annat som ni sa")
        if number := told and told["", label]:
            yield f"Ni sa: {_views(number)}{f' om {label.lower()}' if label else ''}."
        yield points(_became(outcomes, number))
    yield heading("Det här händer nu")
    yield points(time_plan(facts, dialog))
    yield f"{RESOURCES} {sentence(said(dialog.feedback_plan, 'Skriv var arbetet går att följa.'))}"
    yield f"{authorities(facts)} tackar för hjälpen."


def _how_many(groups: Mapping[Any, int], told: Mapping[Any, int | None] | None) -> str:
    if not groups:
        return gap("Inga synpunkter är inskrivna än. Skriv vad ni fick höra, och vad det blev av det.")
    if told is None:
        return "Här står vad det blev av allt som ni sa."
    return f"Vi fick {_views(sum(groups.values()))}. Här står vad det blev av alla."


def _counted(dialog: Row) -> tuple[dict[int, Outcomes], dict[str, Outcomes]]:
    """How many views have become what: of each problem, and of each theme among those of no problem."""
    found = (
        View.objects.filter(dialog=dialog.id)
        .order_by()
        .values("problem", "theme__label", "outcome", "outcome_words")
        .annotate(number=Count("pk"))
    )
    problems: dict[int, Outcomes] = defaultdict(lambda: defaultdict(int))
    themes: dict[str, Outcomes] = defaultdict(lambda: defaultdict(int))
    for row in found:
        own = problems[row["problem"]] if row["problem"] else themes[row["theme__label"] or ""]
        own[row["outcome"], masked(row["outcome_words"])] += row["number"]
    return _most_first(problems), _most_first(themes)


def _most_first(found: dict) -> dict:
    """Those with most views first; what has no name last."""
    return dict(sorted(found.items(), key=lambda item: (item[0] == "", -sum(item[1].values()), str(item[0]))))


def _views(number: int) -> str:
    return count(number, "synpunkt", "synpunkter")


def _of_problem(facts: Facts, problem: Row | None, outcomes: Outcomes, number: int | None) -> Iterator[str]:
    title = said(problem.title, "problemets namn") if problem else gap("Ett problem i en annan runda")
    yield heading(title)
    how_many = f"{_views(number)}." if number else ""
    words = sentence(problem.citizen_view) if problem and is_answer(problem.citizen_view) else ""
    said_words = " ".join(filter(None, (how_many, words)))
    yield f"Ni sa: {said_words}" if said_words else "Det här tog ni upp."
    yield _chosen(facts, problem)
    yield points(_became(outcomes, number))


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


def _became(outcomes: Outcomes, number: int | None) -> Iterator[str]:
    """What the views of a group came to; how many, where that may be told and the group's own number is."""
    lines = list(_lines(outcomes))
    told = published({place: own for place, (_, own, _) in enumerate(lines)}) if number else None
    for place, (more, _, words) in enumerate(lines):
        own = told and told[place]
        yield f"{own or ('En del' if len(lines) > 1 else 'Det')}{more} {words}".rstrip()


def _lines(outcomes: Outcomes) -> Iterator[tuple[str, int, str]]:
    """Whether it is in addition to others, how many, and what is said of them."""
    for outcome, (words, ask) in BECAME.items():
        own = [(why, number) for (name, why), number in outcomes.items() if name == outcome]
        own.sort(key=lambda item: (item[0] == "", -item[1], item[0]))
        told, rest = own[:MOST_WORDS], own[MOST_WORDS:]
        for why, number in told:
            yield "", number, f"{words}. {sentence(why) if why else gap(ask) if ask else ''}"
        if rest:
            yield " till", sum(number for _, number in rest), f"{words}. {gap(OTHER_WORDS)}"
