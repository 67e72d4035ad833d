"""What the staff said goes on by a press, and the group can see where: at the result, and at what it became."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dialogs.models import Proposal
from medborgarloften.portal.thread.build import build
from medborgarloften.portal.thread.counts import count
from processes.models import Activity, Cause, FocusArea, Problem
from tests.people import visitor

pytestmark = [pytest.mark.django_db, pytest.mark.row("MED-10")]


def said(world, kind, words):
    return world.add("dialogs.Proposal", world.what_dialog, kind=kind, text=words)


def take(world, step, section, row, source="medarbetarna", by=None, **more):
    """Press "Ta in" on the step's page, as whoever leads the police's side."""
    subject = world.facts().one(world.method[step].record)
    url = reverse(
        "processes:adopt", args=[world.round.pk, world.method[step].slug, subject.id, section, source]
    )
    sent = {"ursprung": f"{row._meta.label}:{row.pk}:", "satt": "0"} | more
    return visitor(by or world.cast.officer).post(url, sent)


def page(world, step, by=None):
    subject = world.facts().one(world.method[step].record)
    name = "subject" if world.method[step].add_label else "step"
    args = [world.round.pk, world.method[step].slug, *([subject.id] if name == "subject" else [])]
    return " ".join(
        visitor(by or world.cast.officer)
        .get(reverse(f"processes:{name}", args=args))
        .content.decode()
        .split()
    )


@pytest.mark.parametrize(
    ("kind", "step", "section", "model", "name"),
    [
        ("focus", "joint_situation", "bilden", Problem, "title"),
        ("problem", "joint_situation", "bilden", Problem, "title"),
        ("focus", "joint_situation", "fokus", FocusArea, "title"),
        ("cause", "problem_analysis", "orsaker", Cause, "text"),
    ],
)
def test_each_kind_of_result_becomes_a_row_where_it_belongs(world, kind, step, section, model, name):
    row = said(world, kind, "Cykelstället efter klockan 21")
    assert "Cykelstället efter klockan 21" in page(world, step)
    assert take(world, step, section, row).status_code == 302
    made = model.objects.get(**{name: "Cykelstället efter klockan 21"})
    row.refresh_from_db()
    assert (row.adopted_model, row.adopted_id) == (model._meta.label, made.pk)
    there, back = page(world, step), page(world, "staff_dialog_what")
    assert "Medarbetardialog VAD, Områdespoliser Åby: ”Cykelstället efter klockan 21”" in there
    assert (
        '<span class="status status--done">Blev</span>' in back
        and "Cykelstället efter klockan 21”</a>" in back
    )


def test_what_is_put_first_speaks_for_a_focus_area(world):
    row = said(world, "priority", "Torget: flest larm, och mest oro")
    assert "Vilket fokusområde talar det för?" in page(world, "joint_situation")
    answer = take(world, "joint_situation", "fokus", row, "prioritering", finns="ja", rad=world.focus_area.pk)
    assert answer.status_code == 302
    assert "Områdespoliser Åby: ”Torget: flest larm, och mest oro”" in page(world, "joint_situation")
    assert FocusArea.objects.count() == 1


def test_what_the_staff_want_to_do_becomes_an_activity_of_its_focus_area(world):
    row = world.add(
        "dialogs.HowProposal",
        world.how_dialog,
        kind="way",
        text="Två och två till fots",
        focus_area=world.focus_area,
    )
    assert take(world, "activity_plan", "aktiviteter", row).status_code == 302
    made = Activity.objects.get(what="Två och två till fots")
    assert made.focus_area == world.focus_area
    assert "Medarbetardialog HUR, Områdespoliser Åby: ”Två och två till fots”" in page(world, "activity_plan")
    assert "aktiviteten ”Två och två till fots”" in page(world, "staff_dialog_how")
    world.remove(made)
    assert "Väntar på svar" in page(world, "staff_dialog_how")  # what it became is gone: the question is open


def test_how_the_staff_describe_a_problem_stands_beside_its_analysis(world):
    row = said(world, "problem", "Bråket börjar när sista bussen har gått")
    assert "Hör det hit?" in page(world, "problem_analysis")
    url = reverse("dialogs:tie", args=[world.round.pk, world.analysis.pk, row.pk])
    assert visitor(world.cast.coordinator).post(url).status_code == 403
    assert visitor(world.cast.officer).post(url).status_code == 302
    row.refresh_from_db()
    assert (row.adopted_model, row.adopted_id) == ("processes.ProblemAnalysis", world.analysis.pk)
    assert "Så beskriver medarbetarna problemet" in page(world, "problem_analysis")
    assert "en del av problembeskrivningen" in page(world, "staff_dialog_what")
    assert visitor(world.cast.officer).post(url).status_code == 409


@pytest.mark.row("LAG-2")
def test_what_the_staff_said_is_not_shown_to_other_parties(world):
    """What is taken in is the joint work's from then on; who said it, and what was not taken in, is not."""
    taken, kept = said(world, "focus", "Parkeringshuset"), said(world, "cause", "Hemligt skäl")
    told = said(world, "problem", "Så ser vi det")
    take(world, "joint_situation", "fokus", taken)
    visitor(world.cast.officer).post(
        reverse("dialogs:tie", args=[world.round.pk, world.analysis.pk, told.pk])
    )
    for step in ("joint_situation", "problem_analysis", "activity_plan"):
        shown = page(world, step, world.cast.coordinator)
        assert "Medarbetardialog VAD, " not in shown and kept.text not in shown and told.text not in shown
    assert take(world, "problem_analysis", "orsaker", kept, by=world.cast.coordinator).status_code == 409
    assert not Proposal.objects.get(pk=kept.pk).adopted_id


def test_what_got_a_no_is_offered_no_more(world):
    row = said(world, "cause", "Det regnar för lite")
    url = reverse(
        "dialogs:answer", args=[world.round.pk, world.method["staff_dialog_what"].slug, row.dialog_id, row.pk]
    )
    visitor(world.cast.manager).post(url, {"declined": "Vädret råder vi inte över.", "version": row.version})
    assert "Det regnar för lite" not in page(world, "problem_analysis")
    assert take(world, "problem_analysis", "orsaker", row).status_code == 409


@pytest.mark.slow
def test_the_pages_ask_as_much_of_many_results_as_of_one(world):
    steps = ("staff_dialog_what", "staff_dialog_how", "joint_situation", "problem_analysis")

    def numbers() -> list[int]:
        found = []
        for step in steps:
            with CaptureQueriesContext(connection) as asked:
                page(world, step)
            found.append(len(asked))
        return found

    for kind in ("picture", "focus", "priority", "problem", "cause"):
        said(world, kind, f"En sak om {kind}")
    take(world, "joint_situation", "fokus", said(world, "focus", "Det intagna"))
    numbers()
    few = numbers()
    for kind in ("picture", "focus", "priority", "problem", "cause"):
        for number in range(8):
            said(world, kind, f"Sak {number} om {kind}")
    for number in range(4):
        take(world, "joint_situation", "fokus", said(world, "focus", f"Intaget {number}"))
    assert numbers() == few


@pytest.mark.row("FAL-4")
def test_the_thread_runs_from_the_group_to_what_it_described(world):
    row, gone = (
        said(world, "problem", "Bråket börjar när sista bussen har gått"),
        said(world, "focus", "Parkeringen"),
    )
    take(world, "joint_situation", "fokus", gone)
    world.remove(FocusArea.objects.get(title="Parkeringen"))
    visitor(world.cast.officer).post(reverse("dialogs:tie", args=[world.round.pk, world.analysis.pk, row.pk]))
    facts = world.facts()
    edges = {(edge.start, edge.end) for edge in build(facts, count(facts)).edges}
    assert (("what", world.what_dialog.pk), ("analysis", world.analysis.pk)) in edges
    assert visitor(world.cast.officer).get(reverse("portal:thread", args=[world.round.pk])).status_code == 200
