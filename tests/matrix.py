"""The matrix: every address there is in the places, and everyone who may knock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.urls import URLPattern, get_resolver, reverse

from dialogs.models import View
from processes.method import Panel, Rows, Section
from processes.models import Term
from tests import access, fieldwork, record
from tests.places import PEOPLE, Building, Person, Place


@dataclass(frozen=True)
class Address:
    """One address in one round, with what its row needs to know."""

    name: str
    state: str
    url: str
    step: str = ""
    section: str = ""
    gate: str = ""

    @property
    def page(self) -> access.Page:
        return access.PAGES[self.name]

    def those_who_may(self) -> set[str]:
        who = self.page.who
        if isinstance(who, set):
            return who
        if who in (access.ANYBODY, access.LOGGED_IN, access.LOGGED_IN_OR_LED, access.WITH_PASSWORD_ANEW):
            return access.EVERYONE
        return access.STEPS[self.step].may(who, self.section, self.gate)


def named(patterns: Any = None, prefix: str = "") -> Iterator[str]:
    """Every name in the resolver."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLPattern):
            yield f"{prefix}{pattern.name}"
        else:
            space = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from named(pattern.url_patterns, prefix + space)


def addresses(place: Place) -> Iterator[Address]:
    """Every address as it is in one round."""
    world, state = place.world, place.state
    for name in access.PAGES:
        kind, _, short = name.partition(":")
        if short in OF_THEIR_OWN:
            yield from OF_THEIR_OWN[short](place, name, short)
        elif kind == "agreements" or short == "thread_pdf":
            yield from _of_promise(place, name, short)
        elif kind in ("dialogs", "digital"):
            yield from _of_dialogs(place, name, kind, short)
        elif kind != "processes":
            args = {
                "appoint": [world.cast.admin.memberships.get().pk],
                "end_stand_in": [world.cast.registrar.memberships.get().pk],
                "hand_over": [world.round.pk],
                "law": [world.round.pk],
                "law_paper": [world.round.pk, "lagesbild"],
                "law_pdf": [world.round.pk, "rapport"],
                "thread": [world.round.pk],
                "add_decision": [world.cast.area.parent_id],
                "decision": [place.decision],
                "decision_file": [place.decision],
                "person": [world.cast.officer.pk],
                "round_file": [world.round.pk],
                "archive": [world.round.pk],
                "people_file": ["csv"],
                "debts_file": ["csv"],
                "add_word": ["theme"],
                "word": [Term.objects.earliest("pk").pk],
                "retire_word": [Term.objects.earliest("pk").pk],
                "import_preview": ["0" * 64],  # no such file waits, so one is led to where it is chosen
                "end_role": [world.cast.registrar.memberships.get().pk],
            }
            yield Address(name, state, reverse(name, args=args.get(short)))
        elif short in (
            "rounds",
            "start",
            "definitions",
            "draft",
            "drop_draft",
            "silence_hints",
            "restore_hints",
        ):
            yield Address(name, state, reverse(name))
        elif short in OF_ROUND:
            more = ["csv"] if short.endswith("_file") else []
            yield Address(name, state, reverse(name, args=[world.round.pk, *more]), OF_ROUND[short])
        elif short == "shared_copy":
            yield Address(name, state, reverse(name, args=[world.round.pk, place.handover]))
        elif short in TOOLS:
            yield from _of_tool(place, name, short, *TOOLS[short])
        else:
            yield from _of_steps(place, name, short)


# A page of the whole round, and the step that must be seen to come there, if any.
OF_ROUND = {
    **dict.fromkeys(("inherited", "overview", "timeline", "timeline_file", "confirm", "shared"), ""),
    **dict.fromkeys(("intelligence", "access_log"), "local_situation"),
}
# A page of one step: which, and whose rights.
TOOLS = {
    "why": ("problem_analysis", "orsaker"),
    "tell": ("communication", "aktiviteter"),
    "use_order": ("joint_situation", "fokus"),
    "meeting": ("joint_situation", ""),
    "meeting_begin": ("joint_situation", ""),
    "meeting_minutes": ("joint_situation", ""),
    "meeting_save": ("joint_situation", ""),
    **dict.fromkeys(("series_file", "series_template"), ("local_situation", "utveckling")),
    "deliver": ("local_situation", ""),
    "remind": ("local_situation", ""),
}


def _of_tool(place: Place, name: str, short: str, key: str, section: str) -> Iterator[Address]:
    subject = place.world.facts().one(place.world.method[key].record)
    if subject is not None:
        slug = () if short in ("why", "tell") else (place.world.method[key].slug,)
        more = {
            "meeting_save": ("beslut",),
            "tell": ("focus",),
            "series_file": (section,),
            "series_template": (section, "csv"),
            "deliver": (1,),  # no such order is there, so the answer is words
            "remind": (1,),
        }.get(short, ())
        url = reverse(name, args=[place.world.round.pk, *slug, subject.id, *more])
        yield Address(name, place.state, url, key, section)


def _of_feedback(place: Place, name: str, short: str) -> Iterator[Address]:
    """What was told of the collaboration, as text for other channels."""
    if known := place.evidence.get("collaboration"):
        told = reverse(name, args=[place.world.round.pk, known["feedback"]])
        yield Address(name, place.state, told, "feedback")


def _of_all_promises(place: Place, name: str, short: str) -> Iterator[Address]:
    """What is asked of the promise step as a whole."""
    yield Address(name, place.state, reverse(name, args=[place.world.round.pk]), "citizen_promise")


def _of_promise(place: Place, name: str, short: str) -> Iterator[Address]:
    if short in PUBLIC:
        yield Address(name, place.state, reverse(name))
    if not place.version or short in PUBLIC or short.startswith("public_"):
        return  # what is published has tests of its own
    if short in ("agreement_preview", "agreement_send", "use_agreement"):
        agreement = place.world.agreement.pk
        url = reverse(name, args=[place.world.round.pk, agreement])
        yield Address(name, place.state, url, "collaboration_agreement")
        return
    if short == "give_notice":
        url = reverse(name, args=[place.world.round.pk, place.world.agreement_sent.pk])
        yield Address(name, place.state, url, "collaboration_agreement")
        return
    of_promise = ("preview", "send", "close", "renew", "thread_pdf", "account", "clear", "publish_account")
    ids = dict.fromkeys(of_promise, place.world.promise.pk)
    args = [place.world.round.pk, ids.get(short, place.version)]
    yield Address(name, place.state, reverse(name, args=args), "citizen_promise")


# Pages of no round: what is public whatever is published, the reports that come of it, and what others have learnt.
PUBLIC = {
    "experience",
    *("public_promises", "public_feed", "public_json", "public_csv", "dcat", "data", "sitemap", "robots"),
    *("accessibility", "accessibility_reports"),
}


def _of_dialogs(place: Place, name: str, kind: str, short: str) -> Iterator[Address]:
    """What was said; and a dialogue that was open on the web and has closed, which a round just begun lacks."""
    if kind == "dialogs":
        more: list[Any] = ["csv"] if short == "views_file" else []
        if short in OF_TEXT:
            row = place.world.facts().one("dialogs.CitizenDialog")
            if row is None:
                return
            more = [row.id, "inbjudan"]
        elif short in OF_ONE:
            row = place.world.facts().one("dialogs.CitizenDialog") if short in OF_DIALOG else _view(place)
            if row is None:
                return
            more = [row.id]
        yield Address(name, place.state, reverse(name, args=[place.world.round.pk, *more]), "citizen_dialog")
    elif short == "receipt":
        yield Address(name, place.state, reverse(name))
    elif short == "page" and place.digital_code:
        yield Address(name, place.state, reverse(name, args=[place.digital_code]))
    elif short != "page" and (subject := place.world.facts().one("dialogs.CitizenDialog")):
        args = [place.world.round.pk, subject.id]
        yield Address(name, place.state, reverse(name, args=args), "citizen_dialog")


OF_TEXT = {"text", "edit_text", "renew_text"}
OF_DIALOG = {"write_views", "take_along", "leave_out"}
OF_ONE = OF_DIALOG | {"view", "put_view_right", "part_view", "take_view_back"}


def _view(place: Place) -> Any:
    """The round's first view, if it has any."""
    return View.objects.filter(dialog__processes=place.world.round).order_by("pk").first()


def _of_plan(place: Place, name: str, short: str) -> Iterator[Address]:
    """Saying yes, and taking the municipality's yes back where one has been given."""
    shares = [[]] if short == "accept" else [[s.pk] for s in getattr(place.world, "shares", ())[1:2]]
    for share in shares:
        url = reverse(name, args=[place.world.round.pk, *share])
        yield Address(name, place.state, url, "activity_plan")


def _of_steps(place: Place, name: str, short: str) -> Iterator[Address]:
    world = place.world
    facts = world.facts()
    for step in world.method.every:
        base = [world.round.pk, step.slug]
        if short == "step" or (short == "create" and step.add_label):
            yield Address(name, place.state, reverse(name, args=base), step.key)
        subject = None if step in world.method.beside else facts.one(step.record)
        if short in ("step", "create") or subject is None:
            continue
        args = [*base, subject.id]
        if short in ("edit", "add_row", "edit_row", "remove_row", "hints", "adopt", *MORE):
            yield from _of_sections(place, name, short, step, args)
        elif short == "decide":
            for gate in step.gates:
                yield Address(name, place.state, reverse(name, args=[*args, gate]), step.key, "", gate)
        elif short in ("withdraw", "edit_feedback"):
            what = "deviation" if short == "withdraw" else "feedback"
            if made := place.evidence.get(step.key):
                yield Address(name, place.state, reverse(name, args=[*args, made[what]]), step.key)
        elif short != "judge" or any(
            c.how == "judged" and (not c.each or facts.rows(c.each)) for c in step.criteria
        ):
            yield Address(name, place.state, reverse(name, args=args), step.key)


# What the addresses end with: no such file waits to be brought in, and none has been.
MORE = {
    "import_rows": (),
    "import_template": ("csv",),
    "import_check": ("0" * 64,),
    "import_undo": (1,),
    "list": ("csv",),
}


def _of_sections(place: Place, name: str, short: str, step: Any, args: list[Any]) -> Iterator[Address]:
    wanted = {"edit": Section, "hints": Section | Rows}.get(short, Rows)
    for section in step.sections:
        if isinstance(section, Panel) or not isinstance(section, wanted):
            continue
        if (short == "hints" and not section.advice) or (short.startswith("import_") and not section.intake):
            continue
        found = [*args, section.key, *MORE.get(short, ())]
        if short == "adopt":
            for source in section.adopts:
                url = reverse(name, args=[*found, source.key])
                yield Address(name, place.state, url, step.key, section.key)
            continue
        if short in ("edit_row", "remove_row"):
            row = _row(place, section, args[-1])
            if row is None:
                continue
            found.append(row)
        yield Address(name, place.state, reverse(name, args=found), step.key, section.key)


def _of_files(place: Place, name: str, short: str) -> Iterator[Address]:
    """What is attached, and every document as a page; of its files, which are slow to make, the first of
    each step in a finished round."""
    if short == "attachment":
        for key, made in place.evidence.items():
            args = [place.world.round.pk, made[short]]
            yield Address(name, place.state, reverse(name, args=args), key)
    elif short == "document":
        yield from _documents(place, name, {"html"})
    elif place.state == "done":
        yield from {found.step: found for found in reversed([*files(place)])}.values()


def files(place: Place) -> Iterator[Address]:
    """Every file of every document."""
    yield from _documents(place, "processes:download", {"pdf", "pptx", "xlsx"})


def _documents(place: Place, name: str, wanted: set[str]) -> Iterator[Address]:
    facts = place.world.facts()
    for step in place.world.method:
        subject = facts.one(step.record)
        for document, form in [(d, form) for d in step.documents for form in d.forms if form in wanted]:
            if subject is not None:
                more = [document.key, *([] if form == "html" else [form])]
                args = [place.world.round.pk, step.slug, subject.id, *more]
                yield Address(name, place.state, reverse(name, args=args), step.key)


def _row(place: Place, section: Rows, subject_id: int) -> int | None:
    where = {place.world.method.paths[section.model]: place.world.round.pk}
    if not section.owner:
        where[f"{section.parent}_id"] = subject_id
    row = apps.get_model(section.model).objects.filter(**where).order_by("pk").first()
    return row.pk if row else None


def _of_staff(place: Place, name: str, short: str) -> Iterator[Address]:
    """An answer to what a group said, a word to all groups, a dialogue with a standing one; and a deeper one."""
    world = place.world
    if short == "order_dialog" and (analysis := world.facts().one("processes.ProblemAnalysis")):
        yield Address(
            name, place.state, reverse(name, args=[world.round.pk, analysis.id]), "problem_analysis"
        )
    if short == "tie":
        analysis, said = world.facts().one("processes.ProblemAnalysis"), world.facts().one("dialogs.Proposal")
        if analysis and said:
            url = reverse(name, args=[world.round.pk, analysis.id, said.id])
            yield Address(name, place.state, url, "problem_analysis")
    for key in ("staff_dialog_what", "staff_dialog_how"):
        step = world.method[key]
        args = [world.round.pk, step.slug]
        if short in ("told", "appoint_group"):
            yield Address(name, place.state, reverse(name, args=args), key)
        label = "dialogs.Proposal" if key == "staff_dialog_what" else "dialogs.HowProposal"
        if short == "answer" and (said := world.facts().one(label)):
            yield Address(
                name, place.state, reverse(name, args=[*args, said.dialog_id, said.id]), key, "resultat"
            )
        if short == "begin_with_group" and (group := world.facts().one("dialogs.StaffGroup")):
            yield Address(name, place.state, reverse(name, args=[*args, group.id]), key)


def _of_record(place: Place, name: str, short: str) -> Iterator[Address]:
    """The register, what is handed out and kept, put right and explained."""
    if (args := record.arguments(place.world).get(short)) is not None:
        yield Address(name, place.state, reverse(name, args=args))


def _of_verifying(place: Place, name: str, short: str) -> Iterator[Address]:
    """What anyone may ask of the register; the fingerprint is nobody's."""
    yield Address(name, place.state, reverse(name, args=["0" * 12] if short == "verify_short" else []))


def _of_ways(place: Place, name: str, short: str) -> Iterator[Address]:
    """What is fetched and brought in when a version is signed outside."""
    if place.version:
        more = ["0" * 64] if short == "match_external" else []
        url = reverse(name, args=[place.world.round.pk, place.version, *more])
        yield Address(name, place.state, url, "citizen_promise")


WAYS = ("signing_copy", "bring_external", "match_external", "bring_paper")
VERIFYING = ("verify", "verify_short", "verify_script", "chain_list", "chain_data")


def _of_fieldwork(place: Place, name: str, short: str) -> Iterator[Address]:
    """What was noted in the field, and what came of it."""
    for url, step in fieldwork.urls(place.world, name, short):
        yield Address(name, place.state, url, step)


OF_THEIR_OWN = {
    **dict.fromkeys(fieldwork.PAGES, _of_fieldwork),
    **dict.fromkeys(record.PAGES, _of_record),
    "feedback_texts": _of_feedback,
    "place_focus": _of_all_promises,
    **dict.fromkeys(
        ("answer", "told", "tie", "order_dialog", "appoint_group", "begin_with_group"), _of_staff
    ),
    **dict.fromkeys(VERIFYING, _of_verifying),
    **dict.fromkeys(WAYS, _of_ways),
    **dict.fromkeys(("attachment", "document", "download"), _of_files),
    **dict.fromkeys(("accept", "take_back"), _of_plan),
}

Cell = tuple[Address, Person, str]


def cells(building: Building) -> list[Cell]:
    """The whole matrix, all GETs first."""
    found = [address for place in building.places.values() for address in addresses(place)]
    return [(a, p, method) for method in ("GET", "POST") for a in found for p in PEOPLE]
