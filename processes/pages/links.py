"""Where things are: the one place that knows addresses of steps, forms and fields."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse

from processes.guard import Gap
from processes.method import Finding, Kind, Panel, Row, Rows, Section, Step
from processes.policies import Actor, can_edit, can_see_step

if TYPE_CHECKING:
    from processes.views.here import Here, InStep

FOCUS = "falt"
SHOWN_AS = {
    "judgements": "bedomningar",
    "checklist": "checklista",
    "feedback": "aterkoppling",
    "decision": "",
}
"""Where a step's page shows what is no section of its declaration."""


def step_url(round_id: int, step: Step) -> str:
    """The step's page."""
    return reverse("processes:step", args=[round_id, step.slug])


def subject_url(round_id: int, step: Step, subject_id: int) -> str:
    """The page of one subject; of a once-only step that is the step's page itself."""
    if step.kind is not Kind.RECURRING:
        return step_url(round_id, step)
    return reverse("processes:subject", args=[round_id, step.slug, subject_id])


def at(name: str, round_id: int, step: Step, subject_id: int, *more, **query: str) -> str:
    """An address under a subject of a step."""
    url = reverse(f"processes:{name}", args=[round_id, step.slug, subject_id, *more])
    return f"{url}?{urlencode(query)}" if query else url


def gap_url(round_id: int, gap: Gap) -> str:
    """The form that mends the gap, with the field in focus (X-2)."""
    return finding_url(round_id, gap.step, gap.subject, gap.finding)


def way_to(gap: Gap, round_id: int, actor: Actor) -> str:
    """To the form for whoever can mend it; for others to the page where it stands, if they see it."""
    if actor.has(gap.fixers):
        return gap_url(round_id, gap)
    if not can_see_step(actor, gap.step):
        return ""
    if gap.subject is None:
        return step_url(round_id, gap.step)
    anchor = gap.finding.anchor.partition(".")[0]
    place = SHOWN_AS.get(anchor, anchor)
    return f"{subject_url(round_id, gap.step, gap.subject.id)}{place and f'#{place}'}"


def finding_url(round_id: int, step: Step, subject: Row | None, finding: Finding) -> str:
    """The form a finding points at."""
    if subject is None:
        return _before_any(round_id, step, finding)
    if not finding.anchor:
        return subject_url(round_id, step, subject.id)
    key, _, name = finding.anchor.partition(".")
    if key == "judgements":
        row = finding.row or subject
        return at("judge", round_id, step, subject.id, falt=f"{finding.about}-{row.id}")
    if key == "feedback" and finding.row is not None:
        return at("edit_feedback", round_id, step, subject.id, finding.row.id, falt="given_on")
    if key == "feedback":
        return at("feedback", round_id, step, subject.id, falt="audiences")
    if key in ("checklist", "decision"):
        url = subject_url(round_id, step, subject.id)
        return f"{url}?{urlencode({FOCUS: finding.about or 'decision'})}"
    section = step.section(key)
    query = {FOCUS: name} if name else {}
    if section is None or isinstance(section, Panel):
        place = f"{key}-{finding.row.id}" if finding.row is not None else key
        return f"{subject_url(round_id, step, subject.id)}?{urlencode({FOCUS: place})}"
    if isinstance(section, Section):
        return at("edit", round_id, step, subject.id, key, **(query or {FOCUS: section.fields[0]}))
    if finding.row is not None:
        return at("edit_row", round_id, step, subject.id, key, finding.row.id, **query)
    return at("add_row", round_id, step, subject.id, key, **(query or {FOCUS: section.fields[0]}))


def _before_any(round_id: int, step: Step, finding: Finding) -> str:
    """Where the first subject is begun, or the step as it stands."""
    if finding.anchor and step.kind is Kind.RECURRING and step.add_label:
        url = reverse("processes:create", args=[round_id, step.slug])
        return f"{url}?{urlencode({FOCUS: step.add_fields[0]})}"
    return step_url(round_id, step)


def row_url(here: Here, label: str, pk: int) -> str:
    """The page where a row of the round stands; empty when it is gone, or in a step the person doesn't see."""
    row = here.facts.get(label, pk)
    for step in here.method if row is not None else ():
        if not can_see_step(here.actor, step):
            continue
        if step.record == label:
            return subject_url(here.round.pk, step, pk)
        for section in step.sections:
            if isinstance(section, Rows) and section.model == label:
                own = row.get(f"{section.parent}_id") if not section.owner else None
                subject = here.facts.get(step.record, own) if own else here.facts.one(step.record)
                if subject is not None:
                    return f"{subject_url(here.round.pk, step, subject.id)}#{section.key}"
    return ""


class Ways:
    """Where a section, or its rows, are filled in: for panels that show them.

    Each way is empty to those who may not edit the section; `why_not` tells them why.
    """

    def __init__(self, here: InStep, section: Section | Rows | str):
        found = here.step.section(section) if isinstance(section, str) else section
        assert isinstance(found, Section | Rows), f"{here.step.key} has no section {section}"
        assert here.subject is not None
        answer = can_edit(here.actor, here.step, found)
        self.key, self.title = found.key, found.title
        self.can_edit, self.why_not = bool(answer), answer.reason
        self._section = found
        self._args = (here.round.pk, here.step, here.subject.id, found.key)

    def form(self, field: str = "") -> str:
        """The form of a section of the record itself, a field in focus."""
        return self._to("edit", field=field)

    def add(self, field: str = "", **chosen: int | str) -> str:
        """The form of a new row, a field in focus; `chosen` answers its choices beforehand."""
        query = {name: str(value) for name, value in chosen.items()}
        return self._to("add_row", field=field, **query)

    def intake(self) -> dict[str, str]:
        """Where its rows come in from a spreadsheet, and what that is called; empty when they don't."""
        intake = getattr(self._section, "intake", None)
        return {"url": self._to("import_rows"), "label": intake.label} if intake and self.can_edit else {}

    def edit(self, row: Row, field: str = "") -> str:
        """The form of a row, a field in focus."""
        return self._to("edit_row", row.id, field=field)

    def remove(self, row: Row) -> str:
        """The question whether to take a row away; empty when the section's rows are kept for good."""
        return "" if getattr(self._section, "kept", ()) else self._to("remove_row", row.id)

    def _to(self, name: str, *more: int, field: str = "", **query: str) -> str:
        if not self.can_edit:
            return ""
        return at(name, *self._args, *more, **(query | ({FOCUS: field} if field else {})))
