"""What the joint picture is held against: pictures, differences, focus areas, influence, decisions."""

from __future__ import annotations

from collections.abc import Iterator

from processes.criteria import answered, at_least, held, is_answer, row_title, shown
from processes.method import Facts, Finding, Row

PROBLEM = "processes.Problem"
FOCUS = "processes.FocusArea"
CITIZEN_DIALOG = "dialogs.CitizenDialog"
OCCASION = "dialogs.DialogOccasion"
VIEWS = {
    "police_view": "polisens",
    "municipality_view": "kommunens",
    "citizen_view": "medborgarnas",
}


def chosen(row: Row) -> bool:
    """Whether the focus area is to become a promise."""
    return row.becomes_promise is True


def considered(row: Row) -> bool:
    """Whether the focus area is still in play: not turned down."""
    return row.becomes_promise is not False


def wanted_views(facts: Facts) -> dict[str, str]:
    """Whose pictures are laid side by side: the municipality's when it is a party."""
    return {
        name: whose for name, whose in VIEWS.items() if name != "municipality_view" or facts.has_municipality
    }


def every_view(facts: Facts, subject: Row) -> Iterator[Finding]:
    """There is a problem, and of each the picture of every one who has one is written."""
    yield from at_least(1, PROBLEM, "bilden")(facts, subject)
    for row in facts.rows(PROBLEM):
        for name, whose in wanted_views(facts).items():
            if not is_answer(row[name]):
                yield Finding(f"bilden.{name}", f"{whose} bild saknas", row, about=row_title(row))


def difference_handled(facts: Facts, subject: Row) -> Iterator[Finding]:
    """Each problem says whether the pictures agree; where they don't, or where the choice passes over
    what citizens raise, it says how that was handled."""
    over = passed_over(facts)
    for row in facts.rows(PROBLEM):
        if row.agree is None:
            yield Finding("bilden.agree", shown(None), row, about=row_title(row))
        elif not is_answer(row.handling) and (row.agree is False or row.id in over):
            current = over.get(row.id, "bilderna skiljer sig")
            yield Finding("bilden.handling", current, row, about=row_title(row))


def passed_over(facts: Facts) -> dict[int, str]:
    """The problems that the choice of focus areas passes over against the citizens' picture, and why.

    That is a problem with no chosen focus area, and none left to decide on, of which more views of
    citizens tell, or which the parties themselves say worries citizens more, than of some focus area
    that was chosen. All focus areas of the round count, also when one promise alone is judged.
    """
    areas = facts.whole.rows(FOCUS)
    picked = list(filter(chosen, areas))
    found: dict[int, str] = {}
    for problem in facts.rows(PROBLEM) if picked else []:
        own = [row for row in areas if row.problem_id == problem.id]
        if any(map(considered, own)):
            continue
        least = min(picked, key=lambda row: _views(facts, row))
        if problem.views_total > _views(facts, least):
            many = "1 synpunkt" if problem.views_total == 1 else f"{problem.views_total} synpunkter"
            found[problem.id] = (
                f"{many} hör hit, fler än till ”{least.title}” ({_views(facts, least)}) som ni valde"
            )
        elif calm := _less_worrying(own, picked):
            found[problem.id] = f"ni skriver att det oroar medborgarna mer än ”{calm.title}” som ni valde"
    return found


def _views(facts: Facts, area: Row) -> int:
    problem = facts.whole.get(PROBLEM, area.problem_id)
    return problem.views_total if problem else 0


def _less_worrying(own: list[Row], picked: list[Row]) -> Row | None:
    """The chosen one that worries citizens least, if any of one's own worries them more."""
    worry = max((row.score_worry for row in own if row.score_worry is not None), default=None)
    scored = [row for row in picked if row.score_worry is not None]
    least = min(scored, key=lambda row: row.score_worry, default=None)
    return least if worry is not None and least is not None and worry > least.score_worry else None


def prioritised(facts: Facts, subject: Row) -> Iterator[Finding]:
    """Each focus area in play has a kind and a ground of that kind; several chosen have an order."""
    for row in filter(considered, facts.rows(FOCUS)):
        if not row.kind:
            yield Finding("fokus.kind", shown(None), row, about=row.title)
        elif not row.grounds.startswith(f"{row.kind}_"):
            current = "skälet hör till ett annat slag" if row.grounds else shown(None)
            yield Finding("fokus.grounds", current, row, about=row.title)
    yield from _in_one_order(list(filter(chosen, facts.rows(FOCUS))))


def _in_one_order(rows: list[Row]) -> Iterator[Finding]:
    seen: set[int] = set()
    for row in rows if len(rows) > 1 else []:
        if row.priority is None or row.priority in seen:
            current = f"flera har {row.priority}" if row.priority else shown(None)
            yield Finding("fokus.priority", current, row, about=row.title)
        seen.add(row.priority)


def influence_known(facts: Facts, subject: Row) -> Iterator[Finding]:
    """Of each chosen focus area: what each can do, in one text or written by each authority."""
    wanted = {row.id for row in facts.rows("processes.Party") if row.kind != "partner"}
    for row in filter(chosen, facts.rows(FOCUS)):
        parts = facts.rows("processes.FocusPart", focus_area_id=row.id)
        told = {part.party_id for part in parts if is_answer(part.can_do)}
        if not is_answer(row.influence) and not wanted <= told:
            yield Finding("fokus.influence", shown(row.influence), row, about=row.title)


def deeper_settled(facts: Facts, subject: Row) -> Iterator[Finding]:
    """Decided whether the material suffices; a deeper dialogue that is ordered has a question."""
    yield from answered("beslut.material")(facts, subject)
    if subject.material == "deeper":
        yield from answered("beslut.deeper_what")(facts, subject)


def measures_first(facts: Facts, subject: Row) -> Iterator[Finding]:
    """Said whether an area is highly exposed; if so, which measures come first."""
    yield from answered("beslut.high_exposure")(facts, subject)
    if subject.high_exposure:
        yield from answered("beslut.initial_measures")(facts, subject)


def dialog_held(facts: Facts, subject: Row) -> Iterator[Finding]:
    """At least one dialogue with citizens has taken place; a planned one is the first to be held."""
    if not held(facts, CITIZEN_DIALOG):
        planned = next(iter(facts.rows(CITIZEN_DIALOG)), None)
        anchor = "genomforande.held_on" if planned else "decision"
        yield Finding(anchor, "ingen är hållen ännu", step="citizen_dialog", subject=planned)


def several_kinds(facts: Facts, subject: Row) -> Iterator[Finding]:
    """Not only open dialogues have taken place, and not only smaller ones. One that is held more than once
    counts in each form that it took."""
    meetings = held(facts, CITIZEN_DIALOG)
    others = [row for row in held(facts, OCCASION) if row.form]
    is_open = [row.form == "open_meeting" for row in (*meetings, *others)]
    if is_open and len(set(is_open)) == 1:
        which = "öppna" if is_open[0] else "mindre"
        yield Finding("decision", f"bara {which}: {len(is_open)} hållna", step="citizen_dialog")


def next_problem(facts: Facts, subject: Row) -> dict[str, object]:
    """The first problem that has no focus area yet, by its own name."""
    taken = {row.problem_id for row in facts.rows(FOCUS)}
    problem = next((row for row in facts.rows(PROBLEM) if row.id not in taken), None)
    return {"problem": problem.id, "title": problem.title} if problem else {}
