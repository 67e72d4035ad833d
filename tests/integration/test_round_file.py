"""A round as a file: all of it that the reader may see, and back again as drafts of a new round."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from dialogs.models import CitizenDialog, View
from medborgarloften.portal.round_file import reading, telling
from medborgarloften.portal.round_file.exporting import WHOLE, export, text
from medborgarloften.portal.round_file.importing import try_out
from medborgarloften.portal.round_file.shape import shape
from processes import actions, queries
from processes.actions import words
from processes.method import get_method
from processes.models import (
    Cause,
    IntelligenceReference,
    LocalSituation,
    Membership,
    Organisation,
    Process,
    Term,
)
from processes.models.evidence import About
from processes.writing import Refused
from tests import situations, whole
from tests.people import cast
from tests.round_files import brought, content, fetched
from tests.world import World

METHOD = get_method()
FIXTURE = settings.BASE_DIR / "tests" / "data" / "round-v1.json"
BIRD = "Kanariefågel"


@pytest.fixture
def world(db):
    return whole.followed_up()


# --- There and back ---


def test_a_whole_round_comes_back_as_it_was(world):
    before = fetched(world)
    found = brought(world, before)
    assert found.round != world.round
    assert content(json.loads(text(export(found.round, WHOLE)))) == content(before)


def stored(round_: Process) -> dict[str, list[Any]]:
    """Every value that people fill in, straight from the tables; of a link, that there is one."""
    found: dict[str, list[Any]] = {}
    for label, path in METHOD.paths.items():
        model = apps.get_model(label)
        columns = [
            f for f in model._meta.concrete_fields if f.editable and not f.name.startswith("accepted_")
        ]
        if hasattr(model, "history"):  # versions and signatures are only ever added, and have none
            rows = model._base_manager.filter(**{path or "pk": round_.pk}).order_by("pk").distinct()
            found[label] = [tuple(_shown(row, f) for f in columns) for row in rows]
    return found


def _shown(row: Any, field: models.Field) -> Any:
    value = getattr(row, field.attname)
    return value is not None if field.is_relation or field.primary_key else value


def test_nothing_that_people_fill_in_is_lost_on_the_way(world):
    """Held against the tables and not the file: what the file forgot would be forgotten twice."""
    found = brought(world, fetched(world))
    before, after = stored(world.round), stored(found.round)
    assert sum(map(len, before.values())) > 50
    assert after == before


def test_the_file_of_version_one_can_still_be_read(db):
    """A promise: written once on SQLite, it gives the same round on every database and ever after."""
    world = situations.new_round()
    data = json.loads(FIXTURE.read_text())
    assert data["format"] == "medborgarloften-runda/1"
    found = brought(world, data)
    (agreement,) = data["rows"]["agreements.CollaborationAgreement"]
    mandates = [agreement.pop(name) for name in ("police_mandate", "municipal_mandate")]
    data["rows"]["agreements.AgreementSignatory"] = [  # where the two texts stand by now
        {"id": number, "agreement": 1, "party": number, "mandate": mandate}
        for number, mandate in enumerate(mandates, 1)
    ]
    assert content(json.loads(text(export(found.round, WHOLE)))) == content(data)
    assert not [words for words in found.left_out if "känner programmet här inte till" in words]


def test_shared_records_become_new_ones_of_the_importers_organisation(world):
    found = brought(world, fetched(world))
    assert found.round.local_situation != world.round.local_situation
    assert found.round.local_situation.owner == world.police
    own, theirs = (CitizenDialog.objects.filter(processes=r) for r in (found.round, world.round))
    assert own.count() == theirs.count() > 0 and not own.intersection(theirs).exists()
    assert {dialog.owner for dialog in own} == {world.police}


def test_an_imported_picture_does_not_take_the_place_of_the_approved_one(world):
    brought(world, fetched(world))
    assert World(people=world.cast).round.local_situation == world.round.local_situation


# --- Drafts, never decisions ---


def test_nothing_is_decided_judged_signed_or_published_by_it(world):
    before = fetched(world)
    assert {"processes.Decision", "processes.Judgement", "agreements.SealedDocument"} <= before[
        "history"
    ].keys()
    facts = queries.load_facts(METHOD, brought(world, before).round.pk)
    evidence = {m._meta.label for m in apps.get_models() if issubclass(m, About)}
    added_only = {s.model for step in METHOD for s in step.also}
    assert len(evidence) > 5 and len(added_only) > 5
    assert evidence < telling.EVIDENCE.keys()  # all have words for what is left out
    assert {label: len(facts.rows(label)) for label in evidence | added_only} == dict.fromkeys(
        evidence | added_only, 0
    )
    assert facts.round.closed_on is None
    assert {row.accepted_on for row in facts.rows("processes.ActivityParty")} == {None}
    assert facts.one("processes.JointSituation").situation_version_id is None


def test_what_was_decided_is_told_in_the_history_with_the_files_sum(world, client):
    data = fetched(world)
    found = brought(world, data)
    raw = json.dumps(data).encode()
    sum_ = reading.source("", raw).sha256
    for label in METHOD.paths:
        model = apps.get_model(label)
        rows = model._base_manager.filter(**{METHOD.paths[label] or "pk": found.round.pk}).distinct()
        for row in rows if hasattr(model, "history") else ():
            reasons = set(row.history.values_list("history_change_reason", "history_user"))
            made = {(r, who) for r, who in reasons if r and sum_ in r and who == world.cast.officer.pk}
            assert made == reasons or isinstance(row, LocalSituation), label
    client.force_login(world.cast.officer)
    page = client.get(f"/processer/{found.round.pk}/tidslinje/").content.decode()
    assert sum_ in page
    assert re.search(r"I filens runda: klarmarkerad [^<]*, godkänd [^<]* av Chief Aby", page)
    assert "godkände" not in page


def test_what_a_proposal_was_adopted_as_is_still_its_link(world):
    proposal, cause = world.record("dialogs.Proposal"), Cause.objects.get()
    proposal.adopted_model, proposal.adopted_id = "processes.Cause", cause.pk
    proposal.save()
    found = brought(world, fetched(world))
    again = apps.get_model("dialogs.Proposal").objects.get(dialog__processes=found.round)
    assert again.adopted_model == "processes.Cause"
    assert Cause.objects.get(pk=again.adopted_id).analysis.focus_area.process == found.round


@pytest.mark.row("X-4")
def test_rows_that_come_by_the_thousand_have_a_line_of_history_each(world):
    found = brought(world, fetched(world))
    views = View.objects.filter(dialog__processes=found.round)
    assert views.count() == 2
    for view in views:
        (line,) = view.history.all()
        assert (line.history_type, line.history_user, line.round_id) == (
            "+",
            world.cast.officer,
            found.round.pk,
        )
        assert (line.text, line.dialog_id, line.version) == (view.text, view.dialog_id, view.version)


# --- Who sees what ---


def birds(world: World) -> None:
    """A bird wherever only the police may look, and some that only the cleared may hear of."""
    picture = world.round.local_situation
    world.edit(picture, staff_result=f"{BIRD} 1")
    entry = world.add("processes.SituationEntry", picture, kind="risk", title=f"{BIRD} 2", text=f"{BIRD} 3")
    world.edit(world.record("dialogs.WhatDialog"), group=f"{BIRD} 4", summary=f"{BIRD} 5")
    world.add("processes.ProblemEntry", world.problem, entry=entry)
    world.deviate("local_situation", picture, ["LOK-2:approve"], reason=f"{BIRD} 6")


@pytest.mark.row("LAG-2")
@pytest.mark.parametrize(
    "role", ["coordinator", "municipal_communicator", "partner", "partner_representative"]
)
def test_the_polices_own_ground_is_in_no_file_of_the_others(world, role):
    birds(world)
    assert fetched(world, "officer")["left_out"] == ["own_picture"]
    sung = set(re.findall(rf"{BIRD} (\d)", json.dumps(fetched(world, "officer"), ensure_ascii=False)))
    assert sung == set("123456")
    data = fetched(world, role)
    assert BIRD not in json.dumps(data, ensure_ascii=False)
    assert data["left_out"] == ["local_situation", "staff_dialog_what", "staff_dialog_how", "own_picture"]
    assert not {"processes.LocalSituation", "dialogs.WhatDialog", "dialogs.HowProposal"} & data["rows"].keys()
    assert "processes.ProblemEntry" not in data["rows"]  # it said nothing but what is not shown
    assert {said["step"] for said in data["history"]["processes.Decision"]}.isdisjoint(data["left_out"])
    assert len(data["rows"]) > 15


@pytest.mark.row("LAG-2")
def test_a_partys_own_picture_is_in_no_file_and_named_as_left_out(world):
    by, step = world.cast.coordinator, METHOD["own_picture"]
    own = actions.create_subject(by=by, round_=world.round, step=step, values={"title": f"{BIRD} bild"})
    entry = {"kind": "problem", "title": f"{BIRD} iakttagelse"}
    actions.add(
        by=by,
        round_=world.round,
        step=step,
        subject_id=own.pk,
        section=step.section("bilden"),
        parent=own,
        values=entry,
    )
    for role in ("coordinator", "officer", "partner"):  # whoever reads it, the owner too
        data = fetched(world, role)
        assert BIRD not in json.dumps(data, ensure_ascii=False)
        assert data["left_out"][-1] == "own_picture"
        kept = set(shape(METHOD)) | {Process._meta.label}
        silent = [step.key for step in METHOD.every if step.record not in kept]
        assert set(silent) <= set(data["left_out"])  # nothing stays out without a word
    (words,) = [w for w in brought(world, fetched(world)).left_out if w.startswith("Egen lägesbild: ")]
    assert "finns inte i filen" in words


@pytest.mark.row("LOK-5")
def test_intelligence_is_in_no_file_at_all(world):
    before = {role: fetched(world, role) for role in ("chief", "intelligence", "officer", "")}
    IntelligenceReference.objects.create(situation=world.round.local_situation, what=BIRD, keeper=BIRD)
    for role, data in before.items():
        after = fetched(world, role)
        assert BIRD not in json.dumps(after, ensure_ascii=False)
        assert after | {"exported": 0} == data | {"exported": 0}


@pytest.mark.row("LAG-9")
def test_personal_data_in_what_citizens_said_are_masked_in_the_file(world):
    view = world.add("dialogs.View", world.citizen_dialog, text="Ring 070-174 06 05", place="anna@exempel.se")
    told = export(world.round, WHOLE)["rows"]["dialogs.View"][-1]
    assert (told["text"], told["place"]) == ("Ring [telefonnummer dolt]", "[e-postadress dold]")
    view.refresh_from_db()
    assert view.text == "Ring 070-174 06 05"  # the words as they came stay where they came


def test_a_handover_is_told_without_what_was_handed_over(world):
    picture = world.round.local_situation
    actions.share(
        by=world.cast.officer,
        round_=world.round,
        step=METHOD["local_situation"],
        subject_id=picture.pk,
        recipients=[world.municipality],
        content={"title": "Lägesbild", "text": BIRD},
        sha256="0" * 64,
    )
    data = fetched(world)
    (said,) = data["history"]["processes.Handover"]
    assert said["recipient"] == {"name": world.municipality.name, "kind": "municipality"}
    assert BIRD not in json.dumps(data, ensure_ascii=False)
    assert "processes.Handover" not in fetched(world, "coordinator")["history"]


def test_people_are_named_as_on_the_pages_and_without_address(world):
    data = fetched(world)
    assert {person["name"] for person in data["people"]} >= {"Officer Aby", "Chief Aby"}
    assert "@aby.example" not in json.dumps(data)
    assert {name for person in data["people"] for name in person} == {"id", "name", "title"}


def test_a_partners_file_can_be_read_in_without_the_polices_ground(world):
    found = brought(world, fetched(world, "partner"))
    facts = queries.load_facts(METHOD, found.round.pk)
    assert facts.rows("processes.SituationEntry") == [] and facts.rows("dialogs.WhatDialog") == []
    assert facts.rows("processes.Problem") and facts.rows("agreements.Promise")
    (words,) = [w for w in found.left_out if w.startswith("Lokal lägesbild, Medarbetardialog VAD, ")]
    assert "fick inte ta del" in words


# --- What is not here stays out, and is told ---


def elsewhere(prefix: str = "berg") -> World:
    """Another place in the same installation."""
    return World(prefix)


def test_parties_people_and_words_that_are_not_here_are_told(world):
    data = fetched(world)
    there = elsewhere()
    data["rows"]["processes.FocusArea"][0]["theme"] = "Hittepå"
    for party in data["rows"]["processes.Party"]:
        party["organisation"]["name"] = party["organisation"]["name"].replace("Aby", "Cede")
    found = brought(there, data, area=there.cast.area)
    words = "\n".join(found.left_out)
    assert re.search(
        r"Parten ”Cede kommun” finns inte bland organisationerna här. De här raderna kommer ändå, utan "
        r"koppling dit: .*Undertecknare 2, Vem som gör vad 1",
        words,
    )
    assert "Personen ”Representative Aby, Kommunens representant” finns inte här." in words
    assert "Ordet ”Hittepå” finns inte här. Fältet lämnas tomt: Fokusområden 1." in words
    facts = queries.load_facts(METHOD, found.round.pk)
    assert [p.name for p in facts.rows("processes.Party")] == ["Polismyndigheten"]
    assert facts.one("processes.FocusArea").theme_id is None


def test_namesakes_are_told_apart_by_title_and_else_left_out(world):
    other = cast("dal").coordinator
    other.name = world.cast.coordinator.name
    other.save()
    Membership.objects.create(user=other, organisation=world.municipality, role="municipal_coordinator")
    assert any("Coordinator Aby" in words for words in brought(world, fetched(world)).left_out)
    other.title = "Vikarie"
    other.save()
    assert not any("Coordinator Aby" in words for words in brought(world, fetched(world)).left_out)


def test_a_word_that_is_out_of_use_comes_along_all_the_same(world):
    data = fetched(world)
    data["rows"]["processes.FocusArea"][0]["theme"] = "Trafik"
    word = Term.objects.get(list="theme", label="Trafik")
    words.retire_word(by=world.cast.admin, term=word, retired=True)
    facts = queries.load_facts(METHOD, brought(world, data).round.pk)
    assert facts.one("processes.FocusArea").theme_id == word.pk


def test_what_a_newer_program_has_added_is_told_and_left(world):
    data = fetched(world)
    data["rows"]["processes.Problem"][0]["weather"] = "mulet"
    data["rows"]["processes.Omen"] = [{"id": 1}, {"id": 2}]
    left = "\n".join(brought(world, data).left_out)
    assert (
        "Fältet ”weather” känner programmet här inte till. Det gäller: Problemen, sedda från flera håll 1."
        in left
    )
    assert "Rader av slaget ”processes.Omen” känner programmet här inte till. Det gäller: 2." in left


# --- Who ---


@pytest.mark.parametrize("role", ["chief", "coordinator", "partner", "reader", "admin"])
def test_only_those_who_may_start_a_round_bring_one_in(world, role):
    with pytest.raises(Refused, match="Bara kommunpolis kan starta en runda"):
        brought(world, fetched(world), by=world.cast.people[role])


def test_a_round_of_another_area_is_brought_in_only_where_one_may_start_rounds(world):
    there = elsewhere()
    with pytest.raises(reading.FileRefused, match="Lokalpolisområde Aby”, och där kan du inte starta"):
        brought(there, fetched(world))
    with pytest.raises(reading.FileRefused, match="fältet ”Lokalpolisområde”"):
        brought(there, fetched(world), area=world.cast.area)
    found = brought(there, fetched(world), area=there.cast.area)
    assert found.round.area == there.cast.area


# --- Whole or not at all ---


def counted() -> dict[str, int]:
    return {m._meta.label: m._base_manager.count() for m in apps.get_models()}


def test_a_trial_leaves_nothing_behind(world):
    data, before = fetched(world), counted()
    source = reading.source("runda.json", b"")
    assert try_out(by=world.cast.officer, data=data, source=source).counts
    assert counted() == before


def test_a_fault_found_at_the_last_row_leaves_nothing_behind(world):
    """Five levels of causes are enough; that is asked of each row as it is written."""
    data, before = fetched(world), counted()
    causes = data["rows"]["processes.Cause"]
    for number in range(2, 8):
        causes.append(causes[0] | {"id": number, "text": f"Varför {number}", "parent": number - 1})
    with pytest.raises(reading.FileRefused, match="”Orsaker”, rad 6: Fem varför räcker"):
        brought(world, data)
    assert counted() == before


def test_causes_may_come_in_any_order(world):
    data = fetched(world)
    causes = data["rows"]["processes.Cause"]
    causes.insert(0, causes[0] | {"id": 9, "text": "Under", "parent": causes[0]["id"]})
    found = brought(world, data)
    under = Cause.objects.get(analysis__focus_area__process=found.round, text="Under")
    assert under.parent.text == causes[1]["text"]


# --- As much asked of many as of few ---


def queries_of(act: Any) -> int:
    with CaptureQueriesContext(connection) as asked:
        act()
    return len(asked)


@pytest.mark.slow
def test_thousands_of_views_ask_no_more_than_a_few(world):
    data = fetched(world)
    few = queries_of(lambda: fetched(world)), queries_of(lambda: brought(world, copy.deepcopy(data)))
    view = data["rows"]["dialogs.View"][0]
    data["rows"]["dialogs.View"] += [view | {"id": 100 + n, "text": f"Synpunkt {n}"} for n in range(1200)]
    made = []
    many = queries_of(lambda: made.append(brought(world, data)))
    assert many - few[1] < 1200 / 20  # they are written some hundred at a time
    world.round = made[0].round
    assert queries_of(lambda: fetched(world)) == few[0] <= 12
    assert len(fetched(world)["rows"]["dialogs.View"]) == 1202


def test_an_organisation_is_police_whatever_it_is_called_elsewhere(world):
    data = fetched(world)
    assert data["rows"]["processes.Party"][0]["organisation"]["kind"] == Organisation.Kind.POLICE
    data["rows"]["processes.Party"][0]["organisation"]["name"] = "Polisregion Väst"
    assert brought(world, data).round.parties.first().organisation == world.police


def test_a_round_of_the_police_alone_comes_back_but_for_whoever_is_of_no_party(db):
    world = situations.planned_round(municipality=False)
    data = fetched(world)
    found = brought(world, data)
    assert [w for w in found.left_out if "Coordinator Aby" in w]  # of the municipality, which is no party
    police, partner = json.loads(text(export(found.round, WHOLE)))["rows"]["processes.Party"]
    assert police.pop("coordinator") and "coordinator" not in partner
    sent = data["rows"]["processes.Party"]
    assert [police, partner] == [{k: v for k, v in row.items() if k != "coordinator"} for row in sent]
