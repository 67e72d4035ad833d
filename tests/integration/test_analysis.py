"""The analysis as it is read: eight questions, a chain of events, the triangle with what it lacks, the meeting."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.urls import reverse

from dialogs.models import CitizenDialog
from processes.models import Judgement, ProblemAnalysis, TrianglePart
from processes.pages.analysis import lines
from tests.forms import typed
from tests.integration.test_causes import section, step

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(world, client):
    client.force_login(world.cast.officer)
    return client


def write(client, world, part: str, **answers: Any) -> None:
    """Fill in a section of the analysis through its form."""
    url = reverse("processes:edit", args=[world.round.pk, "problemanalys", world.analysis.pk, part])
    answer = client.post(url, typed(client.get(url), reason="Mer kunskap", **answers))
    assert answer.status_code == 302


def stand(client, world, side: str, who: str, **more: Any) -> TrianglePart:
    url = reverse("processes:add_row", args=[world.round.pk, "problemanalys", world.analysis.pk, "triangeln"])
    assert client.post(url, typed(client.get(url), side=side, who=who, **more)).status_code == 302
    return TrianglePart.objects.get(who=who)


# --- The eight questions ---


@pytest.mark.row("PRB-1")
@pytest.mark.parametrize(
    "missing", ["what", "where", "when", "who_causes", "who_is_hit", "consequences", "why", "who_can_act"]
)
def test_each_of_the_eight_questions_must_be_answered(world, missing):
    assert "PRB-1" not in world.codes("problem_analysis", "complete", world.analysis)
    if missing == "why":
        world.edit(world.cause, text="…")
    elif missing == "who_can_act":
        world.edit(world.cause, who_can_act="")
    else:
        world.edit(world.analysis, **{missing: ""})
    assert "PRB-1" in world.codes("problem_analysis", "complete", world.analysis)


@pytest.mark.row("PRB-1")
def test_a_party_of_the_round_can_be_the_one_who_mends_it(world):
    world.edit(world.cause, who_can_act="", party=world.round.parties.first())
    assert "PRB-1" not in world.codes("problem_analysis", "complete", world.analysis)


@pytest.mark.row("PRB-1")
def test_each_answer_stands_with_what_explains_it_and_the_causes_answer_the_last_two(world, officer):
    write(officer, world, "problemet", where_traits="Mörkt och skymt", hit_traits="Ensamma")
    said = section(officer, step(world), "fragorna")
    assert f"{world.analysis.where} Drag hos platsen: Mörkt och skymt När händer det?" in said
    assert "Drag hos den eller det som drabbas: Ensamma Vilka blir följderna?" in said
    assert f"Varför händer det? {world.cause.text}" in said
    assert f"minska det? {world.cause.who_can_act}" in said


@pytest.mark.row("PRB-1", "X-2")
def test_an_unanswered_question_leads_to_its_field(world, officer):
    write(officer, world, "problemet", when="")
    page = officer.get(step(world)).content.decode()
    (url,) = re.findall(r'href="([^"]+)">Svara<span class="visually-hidden"> på När händer det\?', page)
    assert "autofocus" in officer.get(url.replace("&amp;", "&")).content.decode()


# --- What happens, how it is handled, and around ---


@pytest.mark.row("PRB-4", page="/processer/…/steg/problemanalys/")
def test_the_chain_of_events_is_a_numbered_list_one_event_a_line(world, officer):
    write(officer, world, "sammanhang", event_chain="1. Gården stänger\n\n- Gruppen går till torget\nRånet")
    page = officer.get(step(world)).content.decode()
    (chain,) = re.findall(r'<ol class="chain"[^>]*>(.*?)</ol>', page)
    assert re.findall(r"<li>(.*?)</li>", chain) == ["Gården stänger", "Gruppen går till torget", "Rånet"]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("", []),
        ("  \n\t\n", []),
        ("Ett\nTvå", ["Ett", "Två"]),
        ("1. Ett\n2. Två", ["Ett", "Två"]),
        ("- Ett\n• Två\n* Tre", ["Ett", "Två", "Tre"]),
        ("Kl. 20 stänger gården", ["Kl. 20 stänger gården"]),
        ("2027. Ett år", ["2027. Ett år"]),
    ],
)
def test_numbers_and_dashes_before_an_event_are_not_part_of_it(text, events):
    assert lines(text) == events


@pytest.mark.row("PRB-5", page="/processer/…/steg/problemanalys/")
def test_how_it_is_handled_today_stands_with_its_strengths_and_limits(world, officer):
    write(
        officer,
        world,
        "sammanhang",
        handled_today="Patrull vid larm",
        handled_strengths="Det lugnar en stund",
        handled_limits="Ingen är kvar efteråt",
    )
    said = section(officer, step(world), "omkring")
    assert (
        "Hur hanteras problemet i dag? Patrull vid larm Vad fungerar i det? Det lugnar en stund "
        "Var tar det stopp? Ingen är kvar efteråt" in said
    )


@pytest.mark.row("PRB-6", page="/processer/…/steg/problemanalys/")
def test_comparison_and_outlook_are_shown_and_blank_ones_are_not(world, officer):
    assert "liknande områden" not in section(officer, step(world), "omkring")
    write(
        officer, world, "sammanhang", comparison="Holma har vuxna på torget", outlook="Ett nytt resecentrum"
    )
    said = section(officer, step(world), "omkring")
    assert "Hur ser det ut i liknande områden? Holma har vuxna på torget" in said
    assert "Vad är på väg? Ett nytt resecentrum" in said


# --- The triangle ---


@pytest.mark.row("PRB-3", page="/processer/…/steg/problemanalys/")
def test_the_triangle_is_drawn_and_said_in_a_table_with_those_who_stand_there(world, officer):
    stand(officer, world, "manager", "Centrumvärdarna", standing="weak", note="Har nycklar")
    write(officer, world, "sammanhang", expectations="Att någon vuxen är där")
    page = officer.get(step(world)).content.decode()
    assert page.count('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960') == 1
    assert "&lt;svg" not in page
    (table,) = re.findall(r"<table class=\"rows\">.*?Vilka står där.*?</table>", page, re.DOTALL)
    rows = {cells[0]: cells[1:] for cells in _cells(table)}
    assert list(rows) == [
        "Gärningsperson", "Övervakare", "Offer/objekt", "Beskyddare", "Plats", "Platsansvarig",
    ]  # fmt: skip
    assert (
        rows["Platsansvarig"][0]
        == "Centrumvärdarna Finns men räcker inte till; Har nycklar Ta bort Centrumvärdarna"
    )
    assert rows["Platsansvarig"][1] == world.cause.text
    assert rows["Platsansvarig"][3] == "Centrumvärdarna räcker inte till"
    assert rows["Gärningsperson"][0] == world.analysis.who_causes
    assert "Vad väntar sig medborgarna? Att någon vuxen är där" in section(
        officer, step(world), "triangelbilden"
    )


def _cells(table: str) -> list[list[str]]:
    body = table.partition("<tbody>")[2]
    rows = re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
    bare = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
    return [[" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in row] for row in bare]


@pytest.mark.row("PRB-3")
def test_sides_that_no_activity_reaches_are_said_in_words(world, officer):
    said = section(officer, step(world), "triangelbilden")
    assert "Ingen aktivitet når offer/objekt eller beskyddare." in said
    assert "når plats eller" not in said  # the plan's activity is aimed at a cause on that side
    world.edit(world.round.activities.first(), side="guardian")
    assert "når offer/objekt" not in section(officer, step(world), "triangelbilden")


@pytest.mark.row("PRB-3")
def test_whoever_is_missing_can_be_named_invited_and_then_is_not_missing(world, officer):
    page = officer.get(step(world)).content.decode()
    (url,) = re.findall(r'<a href="([^"]+side=guardian[^"]*)">beskyddare</a>', page)
    form = officer.get(url.replace("&amp;", "&"))
    assert form.context["form"]["side"].value() == "guardian"
    made = stand(officer, world, "guardian", "Nattvandrarna", standing="missing")
    said = section(officer, step(world), "triangelbilden")
    assert "Nattvandrarna behövs som beskyddare men är inte med i rundan. Bjud in Nattvandrarna" in said
    page = officer.get(step(world)).content.decode()
    (invite,) = re.findall(r'<a href="([^"]+)">Bjud in<', page)
    assert "Lägg till en part" in officer.get(invite).content.decode()
    world.edit(made, party=world.round.parties.get(organisation=world.partner_org))
    assert "Bjud in" not in section(officer, step(world), "triangelbilden")


@pytest.mark.row("PRB-3")
def test_who_may_not_edit_sees_the_triangle_without_ways(world, client):
    client.force_login(world.cast.reader)
    said = section(client, step(world), "triangelbilden")
    assert "Ingen är angiven som" in said and "Lägg till en roll" not in said
    assert "Bara kommunpolis" in said


@pytest.mark.row("PRB-3")
def test_causes_without_a_side_are_listed_with_the_way_to_choose_one(world, officer):
    world.edit(world.cause, side="")
    page = officer.get(step(world)).content.decode()
    assert "Orsaker utan sida i triangeln (1)" in page
    (url,) = re.findall(rf'<li><a href="([^"]+)">{re.escape(world.cause.text)}</a></li></ul></details>', page)
    assert "falt=side" in url


# --- The list, and the meeting ---


@pytest.mark.row("PRB-2", "PRB-3")
def test_the_list_of_analyses_shows_how_far_each_has_come(world, officer):
    world.add("processes.Cause", world.analysis, text="Uppfostran", horizon="remote", parent=world.cause)
    said = section(officer, reverse("processes:step", args=[world.round.pk, "problemanalys"]), "oversikt")
    assert f"{world.focus_area.title} Orsaker 2 Nära 1 Nivåer 2" in said
    assert "Ingen aktivitet når: Gärningsperson och övervakare; Offer/objekt och beskyddare." in said


@pytest.mark.row("PRB-7")
def test_the_meeting_has_participants_minutes_and_an_agenda_that_leads_on(world, officer):
    write(
        officer,
        world,
        "motet",
        met_on="2027-02-25",
        participants="Kommunpolis, rektor, två boende",
        minutes="Vi enades om att det handlar om kvällarna.",
    )
    said = section(officer, step(world), "traffen")
    assert "När möttes ni? 25 februari 2027 Vilka var med? Kommunpolis, rektor, två boende" in said
    assert "Minnesanteckningar Vi enades om att det handlar om kvällarna." in said
    assert "medarbetare" in said and "medborgare som berörs" in said
    page = officer.get(step(world)).content.decode()
    (agenda,) = re.findall(r'<ol class="agenda">(.*?)</ol>', page)
    points = re.findall(r"<li>(.*?)</li>", agenda)
    assert len(points) == 9
    assert world.focus_area.target_picture in agenda
    for url in re.findall(r'href="([^"]+)"', agenda):
        if url.startswith("#"):
            assert f'<section class="section" id="{url[1:]}"' in page
        else:
            assert officer.get(url).status_code == 200


# --- Those who know may be asked ---


def deeper(client, world) -> str:
    return section(client, step(world), "fordjupning")


@pytest.mark.row("DIA-16")
def test_a_deeper_dialogue_is_ordered_about_what_lacks_an_answer(world, officer):
    world.edit(world.analysis, when="", who_is_hit="…")
    shown = deeper(officer, world)
    assert "När händer det?" in shown and "Vem eller vad drabbas?" in shown and "Var händer det?" not in shown
    url = reverse("dialogs:order_dialog", args=[world.round.pk, world.analysis.pk])
    assert url in officer.get(step(world)).content.decode()
    answer = officer.post(url)
    dialog = CitizenDialog.objects.latest("pk")
    assert answer.url.endswith(f"/medborgardialog/{dialog.pk}/") and dialog.in_depth
    title = world.analysis.focus_area.title
    assert dialog.title == f"Fördjupad dialog: {title}"
    assert [line for line in dialog.aim.splitlines() if line.startswith("– ")] == [
        "– När händer det?",
        "– Vem eller vad drabbas?",
    ]
    assert list(dialog.processes.all()) == [world.round]
    assert dialog.title in deeper(officer, world)


@pytest.mark.row("DIA-16")
def test_only_who_leads_the_dialogues_orders_one(world, client):
    url = reverse("dialogs:order_dialog", args=[world.round.pk, world.analysis.pk])
    client.force_login(world.cast.analyst)
    assert url not in client.get(step(world)).content.decode()
    assert client.post(url).status_code == 403
    assert not CitizenDialog.objects.filter(in_depth=True).exists()


# --- The group's own word ---


@pytest.mark.row("PRB-10")
def test_the_analysis_is_done_once_a_named_person_says_that_the_group_sees_the_same_problem(world, officer):
    def lacks() -> list[str]:
        return world.lacks("PRB-10", "problem_analysis", "complete", world.analysis)

    assert lacks() == []
    args = [world.round.pk, "problemanalys", world.analysis.pk]
    url = reverse("processes:judge", args=args)
    name = f"PRB-10:complete-{world.analysis.pk}"
    asked = typed(officer.get(url))
    assert "samma uppfattning om vilket problem" in officer.get(url).content.decode()
    split = asked | {f"svar-{name}": "no", f"ord-{name}": "Två olika problem på bordet."}
    officer.post(url, split)
    assert lacks() == ["judgements: bedömt till nej: Två olika problem på bordet."]
    assert "Två olika problem på bordet." in officer.get(step(world)).content.decode()
    refused = officer.post(reverse("processes:decide", args=[*args, "complete"]), {"nyckel": "a"})
    assert refused.status_code == 409 and "samma bild av problemet" in refused.content.decode()
    officer.post(url, typed(officer.get(url), **{f"svar-{name}": "yes", f"ord-{name}": ""}))
    assert lacks() == []
    said = Judgement.objects.filter(criterion="PRB-10:complete").latest("pk")
    assert (said.by, said.answer) == (world.cast.officer, "yes")


@pytest.mark.row("PRB-10")
def test_of_an_analysis_nobody_has_judged_the_group_is_asked(world):
    other = world.add("processes.FocusArea", title="Klottret", becomes_promise=True)
    new = ProblemAnalysis.objects.create(focus_area=other)
    assert world.lacks("PRB-10", "problem_analysis", "complete", new) == ["judgements: inte bedömt"]
