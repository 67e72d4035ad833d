"""The pages of a round: each works, asks a bounded number of queries, and refuses with reasons."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from processes import policies
from processes.method import Facts, Kind, Panel, Rows, Section, Step, get_method
from processes.models import Decision, Party, Process, Tick
from processes.queries import actor_in
from tests.forms import typed
from tests.situations import new_round, planned_round
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases, pytest.mark.slow]
MANY = 30
# A large round: what comes by the thousand, and what a working group can fill a plan with.
OF_ROUND = (
    *(f"processes:{name}" for name in ("overview", "timeline", "confirm")),
    *(f"portal:{name}" for name in ("thread", "law")),
    *(f"dialogs:{name}" for name in ("views", "population")),
    "agreements:log_round",
)
TEXTS = ("inbjudan", "innan-vi-slutar", "sammanfattning", "aterkoppling")
LARGE = {"dialogs.View": 1000, "processes.Activity": 60, "processes.Cause": 40}


@pytest.fixture
def planned(client):
    world = planned_round()
    client.force_login(world.cast.officer)
    return world


@pytest.fixture
def begun(client):
    world = new_round()
    client.force_login(world.cast.officer)
    return world


def at(world: World, name: str, key: str, *more: Any) -> str:
    step = world.method[key]
    subject = world.facts().one(step.record).id
    return reverse(f"processes:{name}", args=[world.round.pk, step.slug, subject, *more])


def pages(world: World) -> dict[str, str]:
    """One address of each kind of page, by what it shows."""
    facts = world.facts()
    found = {name: reverse(name, args=[world.round.pk]) for name in OF_ROUND}
    if dialog := facts.one("dialogs.CitizenDialog"):
        for text in TEXTS:
            found[f"text {text}"] = reverse("dialogs:text", args=[world.round.pk, dialog.id, text])
    found |= {name: url for step in world.method for name, url in _of_step(world, facts, step)}
    return found


def _of_step(world: World, facts: Facts, step: Step) -> Iterator[tuple[str, str]]:
    subject = facts.one(step.record)
    yield f"step {step.key}", reverse("processes:step", args=[world.round.pk, step.slug])
    if subject is None:
        return
    if step.meeting:
        yield f"meeting {step.key}", at(world, "meeting", step.key)
    officer = actor_in(world.cast.officer, world.round)
    for section in step.sections:
        if isinstance(section, Section):
            yield f"edit {step.key} {section.key}", at(world, "edit", step.key, section.key)
        elif isinstance(section, Rows) and policies.can_edit(officer, step, section):
            yield f"add {step.key} {section.key}", at(world, "add_row", step.key, section.key)
    for name in ("subject", "deviate", "feedback", "acknowledge", "attach"):
        yield f"{name} {step.key}", at(world, name, step.key)
    for document in step.documents:
        if "html" in document.forms:
            yield f"document {step.key} {document.key}", at(world, "document", step.key, document.key)


def queries(client: Any, url: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(url).status_code in (200, 403)
    return len(asked)


def multiply(world: World) -> int:
    """Copies of every row that may be copied, straight into the tables: only their number matters."""
    made = 0
    for label, path in world.method.paths.items():
        model = apps.get_model(label)
        if model in (Process, Party) or model._meta.constraints:
            continue
        many = [s for s in world.method if s.record == label and s.kind is not Kind.RECURRING]
        row = model._base_manager.filter(**{path: world.round}).order_by("pk").first()
        if many or row is None or any(f.one_to_one for f in model._meta.concrete_fields):
            continue
        for _ in range(LARGE.get(label, MANY)):
            other = copy.copy(row)
            other.pk, other.id, other._state = None, None, copy.copy(row._state)
            other._state.adding = True
            other._round_id = world.round.pk
            other.save()
            if path == "processes":
                other.processes.add(world.round)
            made += 1
    return made


# --- Each works, whatever its size ---


@pytest.mark.sqlite_alone
@pytest.mark.row("PRO-5")
def test_every_page_asks_as_much_of_one_row_as_of_many(planned, client):
    with time_machine.travel(timezone.now(), tick=False):  # or the session would be touched in between
        client.get("/")
        before = {name: queries(client, url) for name, url in pages(planned).items()}
        assert multiply(planned) > 12 * MANY
        after = {name: queries(client, url) for name, url in pages(planned).items()}
    # Names of people and organisations are looked up once per kind, if there are any on the page.
    assert max(before.pop("processes:timeline"), after.pop("processes:timeline")) <= 10
    assert after == before
    assert before["processes:overview"] <= 12
    assert max(before.values()) <= 20


def test_lists_ask_as_much_of_one_round_as_of_many(planned, client):
    lists = [reverse("processes:rounds"), reverse("portal:start"), reverse("portal:approvals")]
    for number in range(6):
        _another(planned, number)
    client.get("/")
    few = [queries(client, url) for url in lists]
    for number in range(6, 20):
        _another(planned, number)
    assert [queries(client, url) for url in lists] == few
    assert few[0] <= 6


def _another(world: World, number: int) -> None:
    from processes import actions

    actions.start_round(
        by=world.cast.officer,
        title=f"Runda {number}",
        area=world.cast.area,
        period_start=world.round.period_start,
        period_end=world.round.period_end,
        organisations=[world.municipality],
    )


def test_a_round_just_begun_opens_everywhere(begun, client):
    for name, url in pages(begun).items():
        assert client.get(url).status_code == 200, name


# --- Where it stands ---


@pytest.mark.row("X-21", page="/processer/…/")
@pytest.mark.row("PRO-5", page="/processer/…/")
@pytest.mark.row("PRO-5", "X-21")
def test_the_overview_says_what_to_do_next_whose_turn_it_is_and_where(begun, client):
    page = client.get(reverse("processes:overview", args=[begun.round.pk]))
    assert page.context["next"]["mine"]
    assert client.get(page.context["next"]["url"]).status_code == 200
    assert len(page.context["stages"]) == 5
    client.force_login(begun.cast.representative)
    page = client.get(reverse("processes:overview", args=[begun.round.pk]))
    assert not page.context["next"]["mine"]
    assert "kommunpolis" in page.context["next"]["who"]


@pytest.mark.row("PRO-5", "X-2")
def test_a_step_shows_what_blocks_and_links_to_the_field_in_focus(begun, client):
    page = client.get(reverse("processes:step", args=[begun.round.pk, "initiera-samverkan"]))
    gaps = page.context["refusal"]["near"]
    assert len(gaps) == 3
    for gap in gaps:
        assert gap["message"] and gap["basis"] and gap["current"] and gap["fixers"]
        form = client.get(gap["url"])
        assert form.status_code == 200
        assert "autofocus" in form.content.decode()


# --- Refusals ---


@pytest.mark.row("X-2", "PRO-3")
def test_a_step_that_is_not_ready_is_refused_with_the_same_words_as_on_its_page(begun, client):
    before = client.get(at(begun, "subject", "collaboration")).context["refusal"]
    answer = client.post(at(begun, "decide", "collaboration", "complete"), {"nyckel": "1"})
    assert answer.status_code == 409
    refused = answer.context["refusal"]
    assert [g["message"] for g in refused["near"]] == [g["message"] for g in before["near"]]
    assert refused["count"] == before["count"] and refused["severity"] == "stop"
    assert not Decision.objects.exists()
    # The key was not used up by the refusal: the same press does it once it is allowed.
    from tests.examples import collaboration

    collaboration.fill(begun)
    assert client.post(at(begun, "decide", "collaboration", "complete"), {"nyckel": "1"}).status_code == 302


def test_what_is_not_done_cannot_be_returned_or_opened_again(begun, client):
    for name, words in (("send_back", "inget att återlämna"), ("reopen", "redan öppet")):
        url = at(begun, name, "collaboration")
        assert client.post(url, {}).status_code == 422
        answer = client.post(url, {"kommentar": "För säkerhets skull"})
        assert answer.status_code == 409
        assert words in answer.content.decode()
    assert not Decision.objects.exists()


def test_a_finished_step_is_opened_again_with_a_reason(planned, client):
    url = at(planned, "reopen", "collaboration")
    assert client.post(url, {"kommentar": "Ny part"}).status_code == 302
    page = client.get(at(planned, "subject", "collaboration")).content.decode()
    assert "Öppnat igen" in page and "Ny part" in page
    assert (
        "öppnade igen" in client.get(reverse("processes:timeline", args=[planned.round.pk])).content.decode()
    )


def test_a_page_left_open_is_told_what_has_happened_since(planned, client):
    """The round moved on while the page lay open: the act is refused, not done on old grounds."""
    url = at(planned, "decide", "joint_situation", "approve")
    planned.edit(planned.problem, citizen_view="")
    client.force_login(planned.cast.chief)
    answer = client.post(url, {"nyckel": "2", "kommentar": "Läst på mötet"})
    assert answer.status_code == 409
    assert "GEM-1" in answer.content.decode() and ">Läst på mötet</textarea>" in answer.content.decode()


def test_an_unknown_point_or_question_is_refused(planned, client):
    assert (
        client.post(at(planned, "tick", "staff_dialog_how"), {"punkt": "MED-99:complete"}).status_code == 409
    )
    assert client.get(at(planned, "judge", "collaboration")).status_code == 404
    assert client.post(at(planned, "decide", "collaboration", "sign")).status_code == 404


def test_ticking_names_who_and_can_be_undone(planned, client):
    url = at(planned, "tick", "staff_dialog_how")
    for value in ("1", "0"):
        client.post(url, {"punkt": "MED-6:complete", "varde": value})
        last = Tick.objects.last()
        assert (last.ticked, last.by) == (value == "1", planned.cast.officer)


# --- Judgements ---


def test_a_meetings_judgements_are_made_by_those_who_judged(planned, client):
    """Whoever opens the page and changes one answer does not take over the others."""
    url = at(planned, "judge", "citizen_dialog")
    rows = planned.facts().rows("processes.Judgement", subject_id=planned.citizen_dialog.pk)
    client.force_login(planned.cast.coordinator)
    page = client.get(url)
    name = next(n for n in typed(page) if n.startswith("svar-"))
    answer = client.post(url, typed(page, **{name: "partly"}))
    assert answer.status_code == 422
    client.post(url, typed(page, **{name: "partly", name.replace("svar", "ord"): "Några ledde"}))
    new = planned.facts().rows("processes.Judgement", subject_id=planned.citizen_dialog.pk)[len(rows) :]
    assert [(row.words, row.by_name) for row in new] == [("Några ledde", planned.cast.coordinator.name)]


# --- What has changed since ---


@pytest.mark.row("PRO-5")
def test_what_grew_stale_is_confirmed_against_the_change(planned, client):
    planned.edit(planned.problem, citizen_view="Det är lugnare nu.")
    url = reverse("processes:confirm", args=[planned.round.pk])
    page = client.get(url)
    assert "Det är lugnare nu." in page.content.decode()
    assert "Kan bekräftas av lokalpolisområdeschef" in page.content.decode()
    for person in (planned.cast.chief, planned.cast.representative):
        client.force_login(person)
        page = client.get(url)
        assert client.post(url, typed(page, kommentar="")).status_code == 422
        assert client.post(url, typed(page, kommentar="Fokus är detsamma.")).status_code == 302
    assert "Inget har ändrats" in client.get(url).content.decode()


# --- The timeline ---


@pytest.mark.row("X-4", "LAG-2")
def test_the_timeline_hides_what_the_step_hides(planned, client):
    """The municipality sees no word of the police's own ground, nor of what is said about it."""
    situation = planned.record("processes.LocalSituation")
    planned.deviate("local_situation", situation, ["LOK-1:approve"], "Hemligt skäl om Kvarngatan")
    planned.edit(situation, title="Bilden av Kvarngatan")
    url = reverse("processes:timeline", args=[planned.round.pk])
    assert "Hemligt skäl om Kvarngatan" in client.get(url).content.decode()
    client.force_login(planned.cast.coordinator)
    page = client.get(url)
    assert page.status_code == 200
    assert "Kvarngatan" not in page.content.decode()


@pytest.mark.row("X-4")
def test_the_timeline_tells_who_changed_what_from_what_to_what(begun, client):
    plan = begun.record("processes.CommunicationPlan")
    begun.edit(plan, by=begun.cast.coordinator, purpose="Först")
    begun.edit(plan, by=begun.cast.officer, purpose="Sedan")
    page = client.get(reverse("processes:timeline", args=[begun.round.pk])).content.decode()
    assert begun.cast.coordinator.name in page
    assert "Först" in page and "Sedan" in page
    assert "system" not in page.lower().replace("systemet", "")


def test_the_timeline_is_read_a_page_at_a_time(begun, client):
    for number in range(60):
        begun.add("processes.SupportMember", name=f"Person {number:02}")
    url = reverse("processes:timeline", args=[begun.round.pk])
    first = client.get(url)
    assert "Person 59" in first.content.decode() and "Person 05" not in first.content.decode()
    older = client.get(url + first.context["older_url"])
    assert "Person 05" in older.content.decode() and "Person 59" not in older.content.decode()


def test_every_step_has_a_page_in_this_file():
    assert len(get_method().steps) == 14
    assert not [
        s for step in get_method() for s in step.sections if not isinstance(s, Section | Rows | Panel)
    ]
