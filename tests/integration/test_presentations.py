"""The meetings' presentations: the round's own data, notes to each slide, open to all, and nobody else's secrets."""

from __future__ import annotations

import dataclasses
import io
from typing import Any

import pytest
from django.urls import reverse

from processes.checks import _documents
from processes.documents import slides
from processes.documents.deck import Deck, Look, Slide
from processes.documents.tree import Figure, Paragraph
from processes.method import Doc, get_method
from tests import documents, pptxs
from tests.situations import new_round, planned_round
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
BIRD = "Kanariefågel"
STEPS = {"joint_situation": "BIL-8", "problem_analysis": "BIL-9"}


def address(world: World, key: str, form: str = "", document: str = "presentation") -> str:
    step = world.method[key]
    args = [world.round.pk, step.slug, world.facts().one(step.record).id, document]
    return reverse(
        "processes:download" if form else "processes:document", args=[*args, *filter(None, [form])]
    )


def fetched(client: Any, world: World, key: str, who: str = "officer") -> bytes:
    client.force_login(world.cast.people[who])
    answer = client.get(address(world, key, "pptx"))
    assert answer.status_code == 200
    return answer.content


def paged(client: Any, world: World, key: str, who: str = "officer") -> str:
    client.force_login(world.cast.people[who])
    answer = client.get(address(world, key))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.row("BIL-8", "BIL-9", "GEM-8", "PRB-7")
@pytest.mark.parametrize("key", STEPS)
def test_whoever_listens_or_sits_at_the_back_can_follow(world, client, key):
    assert pptxs.problems(fetched(client, world, key)) == []


@pytest.mark.row("BIL-8", "GEM-8")
def test_the_joint_meeting_has_its_agenda_in_order_and_the_rounds_own_data(world, client):
    made = fetched(client, world, "joint_situation")
    assert pptxs.titles(made) == [
        "Gemensam lägesbild och fokusområden",
        "Dagens möte",
        "När vi går härifrån",
        "Vi som är här",
        "Så hänger arbetet ihop",
        "Polisens lägesbild",
        "Så har det utvecklats",
        "Kommunens lägesbild",
        "Det medborgarna berättar",
        "Problemen, med medborgarnas ord",
        "Våld och droger på torget på fredagskvällar",
        "Grupparbete 1: Stämmer bilderna överens?",
        "Tre slag av fokusområden",
        "Grupparbete 2: Vad tar vi oss an?",
        "Fokusområdena så här långt",
        "Så långt räcker vi",
        "Målbilden",
        "Grupparbete 3: Räcker underlaget?",
        "Det här bestämmer vi i dag",
        "Så tas det ni sagt om hand",
    ]
    shown = dict(zip(pptxs.titles(made), pptxs.words(made), strict=True))
    assert "Bråk och droger på torget" in shown["Polisens lägesbild"]
    assert "Anmälda rån" in shown["Så har det utvecklats"] and "17" in shown["Så har det utvecklats"]
    matrix = shown["Våld och droger på torget på fredagskvällar"]
    for seen in ("Samma tjugotal unga", "Fritidsgården stänger nio", "Man går omvägar", "stämmer överens"):
        assert seen in matrix
    assert "Tryggt torg på kvällen" in shown["Fokusområdena så här långt"]
    assert "Torget är en plats dit man går också en fredagskväll." in shown["Målbilden"]


@pytest.mark.row("BIL-9", "PRB-7")
def test_the_analysis_meeting_asks_the_questions_and_shows_what_is_known(world, client):
    why = world.add("processes.Cause", world.analysis, text="Fritidsgården stänger klockan nio")
    world.edit(why, parent=world.cause)
    made = fetched(client, world, "problem_analysis")
    shown = dict(zip(pptxs.titles(made), pptxs.words(made), strict=True))
    assert next(iter(shown)) == "Tryggt torg på kvällen"
    assert "Fredagar mellan klockan 21 och 01" in shown["Vad, var och när?"]
    assert "Ett tjugotal unga i grupp" in shown["Vem, mot vem och med vilka följder?"]
    assert "Torget är en plats" in shown["Hit vill vi"]
    assert "Kommunen och fastighetsägaren" in shown["Det här går att påverka nu"]
    assert "Platsansvarig" in shown["Problemanalystriangeln"]
    (reasons,) = [s for s in pptxs.opened(made).slides if s.shapes.title.text == "Varför händer det?"]
    points = [(p.text, p.level) for p in reasons.placeholders[1].text_frame.paragraphs]
    assert points == [
        ("Ingen vuxen finns på plats efter klockan nio", 0),
        ("Fritidsgården stänger klockan nio", 1),
    ]


@pytest.mark.row("BIL-8", "BIL-9")
@pytest.mark.parametrize("key", STEPS)
def test_the_notes_give_the_time_of_each_part_and_the_agenda_their_sum(world, client, key):
    made = fetched(client, world, key)
    told = [note.splitlines()[0] for note in pptxs.notes(made)]
    spent = [int(line.split()[1]) for line in told if line.startswith("Tid: ")]
    assert len(spent) == len(told)
    parts = pptxs.opened(made).slides[1].shapes
    (table,) = [shape.table for shape in parts if shape.has_table]
    agenda = [_minutes(row.cells[2].text) for row in list(table.rows)[1:]]
    assert sum(agenda) == sum(spent[2:])


def _minutes(said: str) -> int:
    hours, rest = said.split(" och ") if " och " in said else ("0 tim", said)
    return int(hours.split()[0]) * 60 + int(rest.split()[0]) * (60 if "tim" in rest else 1)


@pytest.mark.row("BIL-9", page="/processer/…/steg/problemanalys/")
@pytest.mark.row("BIL-8", "BIL-9", "X-13")
@pytest.mark.parametrize("key", STEPS)
def test_the_page_shows_the_same_slides_and_notes_without_script(world, client, key):
    page, made = paged(client, world, key), fetched(client, world, key)
    for title in pptxs.titles(made):
        assert page.count(f">{title}</h2>") == 1
    for note in pptxs.notes(made):
        for line in note.splitlines():
            assert line in page
    assert page.count('<details class="slide__notes" open>') == len(pptxs.titles(made))
    assert address(world, key, "pptx") in page


@pytest.mark.row("BIL-8", "BIL-9")
@pytest.mark.parametrize("key", STEPS)
def test_a_meeting_about_nothing_yet_can_be_held_all_the_same(client, key):
    world = new_round()
    if key == "problem_analysis":
        focus = world.add("processes.FocusArea", title="Torget")
        from processes.models import ProblemAnalysis
        from processes.writing import write

        write(ProblemAnalysis(focus_area=focus), by=world.cast.officer, round_=world.round)
    made = fetched(client, world, key)
    assert pptxs.problems(made) == []
    assert len(pptxs.titles(made)) >= 12


@pytest.mark.row("BIL-8")
def test_without_a_municipality_its_picture_is_not_asked_for(client):
    world = planned_round(municipality=False)
    titles = pptxs.titles(fetched(client, world, "joint_situation"))
    assert "Polisens lägesbild" in titles and "Kommunens lägesbild" not in titles


@pytest.mark.row("BIL-8", "BIL-9")
def test_the_step_lists_what_can_be_taken_along(world, client):
    client.force_login(world.cast.partner)
    for key in STEPS:
        page = client.get(reverse("processes:step", args=[world.round.pk, world.method[key].slug]))
        subject = client.get(address(world, key).split("dokument/")[0]) if key == "problem_analysis" else page
        html = subject.content.decode()
        assert address(world, key) in html and address(world, key, "pptx") in html


# --- Who may, and what they see ---


@pytest.mark.row("BIL-8", "LAG-2")
def test_what_the_police_have_not_approved_for_others_is_on_nobodys_slide(world, client):
    """The working copy has moved on since the version that the joint picture pinned."""
    world.edit(world.entries["problem"], title=f"{BIRD} i arbetskopian")
    world.edit(world.situation, staff_result=f"{BIRD} sade personalen")
    for who in ("officer", "coordinator", "partner"):
        for key in STEPS:
            assert BIRD not in " ".join(pptxs.words(fetched(client, world, key, who)))
            assert BIRD not in paged(client, world, key, who)


@pytest.mark.row("BIL-8", "LAG-2")
def test_until_the_joint_picture_has_pinned_a_version_the_police_alone_show_theirs(world, client):
    """What the chief approved is the police's to show at the meeting, and no one else's to fetch."""
    type(world.joint).objects.filter(pk=world.joint.pk).update(situation_version=None)
    told = {
        who: " ".join(pptxs.words(fetched(client, world, "joint_situation", who)))
        for who in ("officer", "coordinator")
    }
    assert "Bråk och droger på torget" in told["officer"]
    assert "Bråk och droger på torget" not in told["coordinator"]


@pytest.mark.parametrize(
    ("document", "form", "status"),
    [
        ("presentation", "pptx", 200),
        ("presentation", "pdf", 404),
        ("okand", "pptx", 404),
        ("presentation", "exe", 404),
    ],
)
def test_only_declared_documents_are_handed_out_and_in_declared_forms(world, client, document, form, status):
    client.force_login(world.cast.officer)
    assert client.get(address(world, "joint_situation", form, document)).status_code == status


@pytest.mark.row("BIL-8")
def test_the_file_says_what_it_is_and_of_which_round(world, client):
    client.force_login(world.cast.officer)
    answer = client.get(address(world, "joint_situation", "pptx"))
    assert "Presentation%20till%20m%C3%B6tet%20Trygg%20i%20Aby" in answer["Content-Disposition"]
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"


# --- The renderer ---


def a_deck(*slides_: Slide) -> Deck:
    opening = Slide("Början", (), ("Välkommen.",), look=Look.OPENING)
    return Deck("Början", (opening, *slides_), ("A",), documents.SIGNED)


def test_an_attack_or_a_character_no_file_may_hold_is_shown_as_text_or_left_out():
    attack = '<a:t>"&\x00\x0b\ufffe</a:t> =1+1'
    made = slides.render(a_deck(Slide(attack, (Paragraph(attack),), (attack,))))
    assert pptxs.titles(made)[1] == '<a:t>"&</a:t> =1+1'
    assert '<a:t>"&' in pptxs.notes(made)[1]


def test_a_drawing_becomes_shapes_that_tell_their_alternative():
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect width="40" height="20" fill="#0f2548"/>'
        '<text x="4" y="40" font-size="9">48 procent</text></svg>'
    )
    made = slides.render(a_deck(Slide("Stapeln", (Figure(svg, "En stapel: 48 procent"),), ("Peka.",))))
    (group,) = [shape for shape in pptxs.opened(made).slides[1].shapes if hasattr(shape, "shapes")]
    assert group._element.nvGrpSpPr.cNvPr.get("descr") == "En stapel: 48 procent"
    assert [shape.has_text_frame and shape.text_frame.text for shape in group.shapes] == ["", "48 procent"]
    assert pptxs.problems(made) == []


def test_planted_faults_are_found_by_our_own_eyes():
    """What the eyes of tests/pptxs.py see when there is something to see."""
    show = pptxs.opened(slides.render(a_deck(Slide("Ett", (Paragraph("Text"),), ("Säg.",)))))
    slide = show.slides[1]
    slide.shapes.title.text_frame.text = ""
    slide.placeholders[1].left = -5
    slide.notes_slide.notes_text_frame.text = ""
    run = slide.placeholders[1].text_frame.paragraphs[0].runs[0]
    run._r.rPr.attrib.pop("lang")
    run.font.size = 12700 * 8
    show.core_properties.language = "en"
    show.save(target := io.BytesIO())
    found = " ".join(pptxs.problems(target.getvalue()))
    for fault in (
        "no title",
        "nothing to say",
        "not said to be Swedish",
        "outside",
        "8.0 points",
        "no Swedish",
    ):
        assert fault in found


def test_every_declared_document_can_be_built_and_no_key_is_used_twice():
    from django.utils.module_loading import import_string

    declared = [(step.key, document) for step in get_method() for document in step.documents]
    assert len(declared) >= 4
    assert len({(key, document.key) for key, document in declared}) == len(declared)
    for _, document in declared:
        assert callable(import_string(document.build))


def test_a_document_that_could_not_be_made_stops_the_start():
    step = get_method()["joint_situation"]
    wrong = (
        Doc("a", "A", "processes.papers.nowhere", ("html",)),
        Doc("b", "B", "processes.papers.joint_meeting.deck", ("html", "doc")),
    )
    assert _documents(step) == []
    found = _documents(dataclasses.replace(step, documents=wrong))
    assert [error.id for error in found] == ["method.E009", "method.E008"]
