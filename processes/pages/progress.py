"""Where a round stands: the rail, whose turn it is, and the next action (PRO-5, X-21)."""

from __future__ import annotations

from typing import Any

from django.utils.module_loading import import_string

from processes import guard, policies
from processes.criteria import AUDIENCES
from processes.guard import STATUS_TITLES, Status
from processes.method import (
    ROLE_TITLES,
    Facts,
    Gate,
    Kind,
    Method,
    Panel,
    Role,
    Row,
    Rows,
    Section,
    Side,
    Stage,
    Step,
    side_of,
)

from .links import step_url, subject_url, way_to

ORDER = [Status.RETURNED, Status.STALE, Status.WAITING, Status.ACTIVE, Status.TODO, Status.DONE]


def touched(facts: Facts, step: Step, subject: Row) -> bool:
    """Whether anyone has written anything in the subject, or told anyone of it."""
    if facts.rows("processes.Feedback", step=step.key, subject_id=subject.id):
        return True
    # What there is one of comes with the round, partly filled in: until saved, by nobody.
    untouched = step.kind is not Kind.RECURRING and subject.get("version") == 1
    for section in step.sections:
        if isinstance(section, Section) and not untouched:
            names = [n if n in subject else f"{n}_id" for n in section.fields]
            if any(subject.get(name) not in (None, "", [], False) for name in names):
                return True
        elif isinstance(section, Rows) and not section.prefilled and not isinstance(section, Panel):
            rows = facts.rows(section.model)
            if not section.owner:
                rows = [r for r in rows if r.get(f"{section.parent}_id") == subject.id]
            if rows and section.model != "processes.Party":
                return True
    return False


def step_status(facts: Facts, step: Step) -> Status:
    """The status of a whole step: the most pressing of its subjects'."""
    found = [
        guard.status(facts, step, subject, touched(facts, step, subject))
        for subject in guard.subjects(facts, step)
    ]
    if not found:
        return Status.TODO
    if Status.DONE in found and not step.every and step.kind is Kind.RECURRING:
        pressing = [s for s in found if s in (Status.RETURNED, Status.STALE, Status.WAITING)]
        return min(pressing, key=ORDER.index) if pressing else Status.DONE
    return min(found, key=ORDER.index)


def waiting_for(facts: Facts, step: Step) -> tuple[Role, ...]:
    """Whose turn it is in the step."""
    status = step_status(facts, step)
    gate = step.done_gate
    if step.waits_for is not None and status is Status.WAITING:
        waits_for = step.waits_for
        return tuple(dict.fromkeys(r for row in guard.subjects(facts, step) for r in waits_for(facts, row)))
    if status in (Status.WAITING, Status.STALE) and gate is Gate.APPROVE:
        missing = {
            side
            for subject in guard.subjects(facts, step)
            for side in guard.sides(step, gate, facts)
            if not guard.standing(facts, step, subject).holds(gate, side)
        }
        return tuple(r for r in step.approved_by if side_of(r) in missing)
    return step.edited_by if status is not Status.DONE else ()


def titles(roles: tuple[Role, ...]) -> str:
    """Roles in words."""
    return listed([ROLE_TITLES[role].lower() for role in roles], "eller")


def awaited(roles: tuple[Role, ...]) -> str:
    """Whose words are waited for: one of each side's roles suffices, but every side's is needed."""
    sides = [tuple(role for role in roles if side_of(role) is side) for side in Side]
    return " och ".join(titles(own) for own in sides if own)


def owed(method: Method, facts: Facts, feedback: Row) -> str:
    """What a feedback that is planned is to tell whom: "Återkoppla till medborgare: Öppet hus"."""
    step = method[feedback.step]
    subject = facts.get(feedback.subject_model, feedback.subject_id)
    name = step.title_of(subject) if subject and step.kind is Kind.RECURRING else ""
    what = name or ("hur det går" if step.kind is Kind.STANDING else step.title.lower())
    audiences = [AUDIENCES[a] for a in feedback.audiences if a in AUDIENCES]
    return f"Återkoppla till {listed(audiences, 'och')}: {what}" if audiences else f"Återkoppla: {what}"


def listed(words: list[str], last: str) -> str:
    """Words as a sentence lists them."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def status_title(step: Step, status: Status) -> str:
    """A status in words; a standing step is never done."""
    if step.done_gate is None and step.status_of is None:
        return "Löpande"
    own = {Status.WAITING: step.waiting_title, Status.DONE: step.done_title}
    return own.get(status, STATUS_TITLES[status])


def rail(
    method: Method, facts: Facts, actor: policies.Actor, here: Step | None = None
) -> list[dict[str, Any]]:
    """The five stages with the steps inside."""
    found = []
    statuses = {step.key: step_status(facts, step) for step in method.steps_of(facts)}
    left = [step for step in method.steps_of(facts) if _is_left(facts, step, statuses[step.key])]
    now = left[0] if left else None
    for stage in Stage:
        steps = []
        for step in method.steps_of(facts):
            if step.stage is not stage:
                continue
            status = statuses[step.key]
            roles = waiting_for(facts, step) if status in (Status.WAITING, Status.RETURNED) else ()
            steps.append(
                {
                    "title": step.title,
                    "url": step_url(facts.round.id, step) if policies.can_see_step(actor, step) else "",
                    "here": step is here,
                    "status": status.value,
                    "status_label": status_title(step, status),
                    "note": f"Väntar på {_turn(status, roles)}" if roles else "",
                }
            )
        if not steps:
            continue
        focus = here or now
        found.append(
            {
                "key": f"skede-{len(found) + 1}",
                "title": stage.value,
                "here": focus is not None and focus.stage is stage,
                "done": not any(step.stage is stage for step in left),
                "steps": steps,
            }
        )
    return found


def _is_left(facts: Facts, step: Step, status: Status) -> bool:
    """Whether the step is to be done still; one that a round may do without waits for nobody until begun."""
    if not (step.done_gate or step.status_of):
        return False
    return status is not Status.DONE and not (status is Status.TODO and step.optional(facts))


def _turn(status: Status, roles: tuple[Role, ...]) -> str:
    return awaited(roles) if status is Status.WAITING else titles(roles)


def next_action(method: Method, facts: Facts, actor: policies.Actor) -> dict[str, Any] | None:
    """The first thing to do now: this person's own if there is one, else whose turn it is."""
    found = [item for step in method.steps_of(facts) if (item := _next_in(method, facts, actor, step))]
    mine = [item for item in found if item["mine"]]
    return (mine or found or [None])[0]


def _next_in(method: Method, facts: Facts, actor: policies.Actor, step: Step) -> dict[str, Any] | None:
    if step.next_of:
        found: dict[str, Any] | None = import_string(step.next_of)(method, facts, actor)
        return found
    gate = step.done_gate
    if gate is None or step.optional(facts) or step_status(facts, step) is Status.DONE:
        return None
    rows = guard.subjects(facts, step)
    if not rows:
        return _begin(method, facts, actor, step)
    for subject in rows:
        status = guard.status(facts, step, subject)
        if status is Status.DONE:
            continue
        gate = _next_gate(facts, step, subject)
        verdict = guard.evaluate(method, gate, facts, step, subject)
        if any(gap.code == guard.ORDER for gap in verdict.gaps):
            continue
        return _item(facts, actor, step, subject, gate, verdict, status)
    return None


def _next_gate(facts: Facts, step: Step, subject: Row) -> Gate:
    passed = guard.standing(facts, step, subject)
    for gate in step.gates:
        if not all(passed.holds(gate, side) for side in guard.sides(step, gate, facts)):
            if gate is not step.done_gate and (gate, guard.Side.POLICE) in passed.passed:
                continue
            return gate
    return step.gates[-1]


def _begin(method: Method, facts: Facts, actor: policies.Actor, step: Step) -> dict[str, Any] | None:
    for need in step.needs:
        unmet = need.find(facts, facts.round) if need.find else guard.reached(facts, method[need.step])
        if list(unmet):
            return None
    return {
        "text": step.add_label or f"Börja med {step.title.lower()}",
        "url": step_url(facts.round.id, step) if policies.can_see_step(actor, step) else "",
        "who": titles(step.edited_by),
        "mine": actor.has(step.edited_by) and bool(policies.can_see_step(actor, step)),
    }


def _item(
    facts: Facts,
    actor: policies.Actor,
    step: Step,
    subject: Row,
    gate: Gate,
    verdict: guard.Verdict,
    status: Status,
) -> dict[str, Any]:
    seen = policies.can_see_step(actor, step)
    name = step.title_of(subject) if seen and step.kind is Kind.RECURRING else ""
    what = f"{step.title.lower()}{f' – {name}' if name else ''}"
    roles = step.deciders(gate)
    url = subject_url(facts.round.id, step, subject.id) if seen else ""
    who = titles
    if status is Status.RETURNED:
        text = f"Rätta {what}: lämnades tillbaka"
    elif status is Status.STALE:
        text = f"Bekräfta {what}: underlaget har ändrats"
    elif verdict.ok:
        verb = {Gate.OPEN: "Öppna", Gate.COMPLETE: "Klarmarkera", Gate.APPROVE: "Godkänn"}
        text = f"{verb[gate]} {what}"
        if gate is Gate.APPROVE:
            roles, who = waiting_for(facts, step) or roles, awaited
    else:
        gap = verdict.gaps[0]
        roles, url = gap.fixers, way_to(gap, facts.round.id, actor)
        text = f"Fortsätt med {what}"
    return {"text": text, "url": url, "who": who(roles), "mine": actor.has(roles)}
