"""The matrix: rounds in three states, everyone who may knock, and every address there is."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from importlib import import_module
from itertools import combinations
from typing import Any

from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from agreements import signing
from agreements.models import PromiseVersion
from dialogs.models import View
from processes import actions
from processes.actions import region
from processes.method import Panel, Rows, Section, get_method
from processes.models import Membership, Term, User
from tests import access, web
from tests.people import PARTS
from tests.world import World

STATES = {"new": (), "half": ("collaboration",), "done": tuple(step.key for step in get_method())}


@dataclass(frozen=True)
class Place:
    """A round in some state, and where its evidence lies."""

    state: str
    world: World
    evidence: dict[str, dict[str, int]]
    version: int
    handover: int = 0
    digital_code: str = ""
    decision: int = 0


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
        if who in (access.ANYBODY, access.LOGGED_IN, access.WITH_PASSWORD_ANEW):
            return access.EVERYONE
        return access.STEPS[self.step].may(who, self.section, self.gate)


@dataclass(frozen=True)
class Person:
    """Somebody seen from a round: by role, of this place or not, let in or not."""

    role: str
    relation: str  # own, other, shut, ended, nobody

    def __str__(self) -> str:
        return self.role if self.relation == "own" else f"{self.role}/{self.relation}"


PEOPLE = [
    *(Person(role, relation) for relation in ("own", "other") for role in PARTS),
    Person("officer", "shut"),
    Person("officer", "ended"),
    Person("", "nobody"),
]


@dataclass
class Building:
    """The places, and one logged-in browser per person and place."""

    places: dict[str, Place]
    clients: dict[tuple[str, Person], Client] = field(default_factory=dict)

    def let_in(self) -> Building:
        """Log everyone in; that is a change, so it comes before anything is asked."""
        for state in self.places:
            for person in PEOPLE:
                client = self.clients[state, person] = Client(raise_request_exception=False)
                if user := self._user(state, person):
                    client.force_login(user)
        return self

    def _user(self, state: str, person: Person) -> User | None:
        if person.relation == "nobody":
            return None
        if person.relation in ("shut", "ended"):
            return User.objects.get(email=f"{person.relation}@{state}.example")
        where = state if person.relation == "own" else next(s for s in self.places if s != state)
        return self.places[where].world.cast.people[person.role]


def place(state: str, steps: tuple[str, ...]) -> Place:
    world = World(state)
    for key in steps:
        import_module(f"tests.examples.{key}").fill(world)
    for relation, active, until in (("shut", False, None), ("ended", True, world.today - timedelta(days=1))):
        user = User.objects.create_user(f"{relation}@{state}.example", "x", name=relation, is_active=active)
        Membership.objects.create(
            user=user,
            organisation=world.police,
            role=PARTS["officer"][0],
            area=world.cast.area,
            valid_until=until,
        )
    evidence = {key: _evidence(world, key) for key in ("collaboration", "local_situation")}
    if state == "done":
        _partners_part(world)
        world.add("dialogs.StaffGroup", name="Medarbetargruppen", members="områdespolis")
    version = _sealed(world) if state == "done" else 0
    return Place(state, world, evidence, version, _handed_over(world), _on_the_web(world), _decided(world))


def _decided(world: World) -> int:
    """What the region has decided about the work."""
    made = region.keep_decision(
        by=world.cast.reader,
        region=world.cast.area.parent,
        values={"title": "Inriktning", "file": _pdf(), "content_type": "application/pdf"},
    )
    return made.pk


def _partners_part(world: World) -> None:
    """What the partner says that it can do: its own row, which leaders may change too."""
    party = world.round.parties.get(organisation=world.partner_org)
    by = world.cast.partner
    world.add("processes.FocusPart", world.focus_area, by=by, party=party, can_do="Vi lyser upp.")


def _on_the_web(world: World) -> str:
    """The code of a dialogue that has been open on the web, where the round has one."""
    if not hasattr(world, "citizen_dialog"):
        return ""
    return web.closed(web.opened(world)).code


def _handed_over(world: World) -> int:
    """A copy of the local picture that the municipality was given."""
    made = actions.share(
        by=world.cast.officer,
        round_=world.round,
        step=world.method["local_situation"],
        subject_id=world.round.local_situation_id,
        recipients=[world.municipality],
        content={"schema": "", "step": "Lokal lägesbild", "title": "Lägesbilden", "round": "", "parts": []},
        sha256="0" * 64,
    )
    return made[0].pk


def _evidence(world: World, key: str) -> dict[str, int]:
    """A deviation, a feedback and a file in a joint step and in one of the police's own."""
    step = world.method[key]
    subject = world.record(step.record)
    should = next(c.key for c in step.criteria if c.strength == "S")
    deviation = world.deviate(key, subject, [should])
    feedback = world.feedback(key, subject, ["staff"])
    file = actions.attach(
        by=world.cast.officer,
        round_=world.round,
        step=step,
        subject_id=subject.pk,
        values={"title": "Protokoll", "summary": "", "link": "", "file": _pdf()},
    )
    return {"deviation": deviation.pk, "feedback": feedback.pk, "attachment": file.pk}


def _pdf() -> Any:
    return SimpleUploadedFile("protokoll.pdf", b"%PDF-1.7 inget")


def _sealed(world: World) -> int:
    """The promise's version, signed by all and sealed."""
    version = PromiseVersion.objects.filter(promise=world.promise).last()
    signed = {act.by_id for act in version.acts.all()}
    for signatory in world.promise.signatories.exclude(user__in=signed).order_by("pk"):
        signing.sign(
            by=signatory.user, round_=world.round, version_id=version.pk, shown_hash=version.content_hash
        )
    signing.finish(version.pk)
    return version.pk


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
            yield Address(name, state, reverse(name, args=[world.round.pk]), OF_ROUND[short])
        elif short == "shared_copy":
            yield Address(name, state, reverse(name, args=[world.round.pk, place.handover]))
        elif short in TOOLS:
            yield from _of_tool(place, name, short, *TOOLS[short])
        else:
            yield from _of_steps(place, name, short)


# A page of the whole round, and the step that must be seen to come there, if any.
OF_ROUND = {
    **dict.fromkeys(("overview", "timeline", "confirm", "shared"), ""),
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
    "series_file": ("local_situation", "utveckling"),
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
            "deliver": (1,),  # no such order is there, so the answer is words
            "remind": (1,),
        }.get(short, ())
        url = reverse(name, args=[place.world.round.pk, *slug, subject.id, *more])
        yield Address(name, place.state, url, key, section)


def _of_promise(place: Place, name: str, short: str) -> Iterator[Address]:
    if short == "public_promises":
        yield Address(name, place.state, reverse(name))
    if not place.version or short in ("public_promise", "public_pdf"):
        return  # what is published has tests of its own
    ids = dict.fromkeys(("preview", "send", "thread_pdf"), place.world.promise.pk)
    if short != "public_promises":
        args = [place.world.round.pk, ids.get(short, place.version)]
        yield Address(name, place.state, reverse(name, args=args), "citizen_promise")


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
            row = place.world.facts().one("dialogs.CitizenDialog") if short == "write_views" else _view(place)
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
OF_ONE = {"write_views", "view", "put_view_right", "part_view", "take_view_back"}


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
        return
    facts = place.world.facts()
    for step in place.world.method:
        subject = facts.one(step.record)
        pages = [(d.key,) for d in step.documents if "html" in d.forms]
        files = [(d.key, form) for d in step.documents for form in d.forms if form != "html"]
        if subject is None or (short == "download" and place.state != "done"):
            continue
        for found in pages if short == "document" else files[:1]:
            args = [place.world.round.pk, step.slug, subject.id, *found]
            yield Address(name, place.state, reverse(name, args=args), step.key)


def _row(place: Place, section: Rows, subject_id: int) -> int | None:
    where = {place.world.method.paths[section.model]: place.world.round.pk}
    if not section.owner:
        where[f"{section.parent}_id"] = subject_id
    row = apps.get_model(section.model).objects.filter(**where).order_by("pk").first()
    return row.pk if row else None


def _of_staff(place: Place, name: str, short: str) -> Iterator[Address]:
    """An answer to what a group said, a word to all groups, a dialogue with a standing one."""
    world = place.world
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


OF_THEIR_OWN = {
    **dict.fromkeys(("answer", "told", "tie", "appoint_group", "begin_with_group"), _of_staff),
    **dict.fromkeys(("attachment", "document", "download"), _of_files),
    **dict.fromkeys(("accept", "take_back"), _of_plan),
}

Cell = tuple[Address, Person, str]


def cells(building: Building) -> list[Cell]:
    """The whole matrix, all GETs first."""
    found = [address for place in building.places.values() for address in addresses(place)]
    return [(a, p, method) for method in ("GET", "POST") for a in found for p in PEOPLE]


def pairwise(whole: list[Cell]) -> list[Cell]:
    """So many cells that every pair of properties that occurs together is met."""
    order = list(whole)
    random.Random(1).shuffle(order)
    seen: set[Any] = set()
    chosen = set()
    for cell in order:
        address, person, method = cell
        traits = (address.name, address.state, (address.step, address.section, address.gate), person, method)
        pairs = {(i, j, traits[i], traits[j]) for i, j in combinations(range(len(traits)), 2)}
        if not pairs <= seen:
            seen |= pairs
            chosen.add(cell)
    return [cell for cell in whole if cell in chosen]
