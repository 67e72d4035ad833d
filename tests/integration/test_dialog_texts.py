"""A dialogue's texts: written from what is said, honest about what isn't, made one's own, and told."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.urls import reverse

from dialogs.models import DialogText, View
from dialogs.texts import current, gaps, written
from dialogs.texts.writer import SLUGS, Kind
from processes.models import Feedback, Term
from tests.forms import shown, typed
from tests.pdfs import pages
from tests.world import World

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.row("DIA-17", page="/processer/<runda>/steg/medborgardialog/"),
]


@pytest.fixture
def world(client):
    made = World()
    made.dialog = made.create("citizen_dialog", title="Öppet hus i Åby", form="open_meeting")
    client.force_login(made.cast.officer)
    return made


def planned(world: World) -> None:
    world.edit(
        world.dialog,
        aim="Förstå var och när folk känner sig otrygga",
        influence=Term.objects.get(list=Term.List.PARTICIPATION, label="Dialog"),
        venue="Åby bibliotek",
        planned_on=date(2027, 3, 4),
        planned_time="klockan 18–20",
        feedback_plan="Svaren sätts upp på anslagstavlan.",
        feedback_due=date(2027, 4, 4),
        access="Hiss och hörslinga",
        contact="010-000 00 00",
    )
    world.add("dialogs.Question", world.dialog, text="Var känner du dig otrygg, och när?")


def text(world: World, kind: str) -> str:
    facts = world.facts()
    return written(kind, facts, facts.get("dialogs.CitizenDialog", world.dialog.pk))


def url(world: World, slug: str, name: str = "text") -> str:
    return reverse(f"dialogs:{name}", args=[world.round.pk, world.dialog.pk, slug])


def view(world: World, said: str, outcome: str = "", theme: str = "Trafik", **more) -> View:
    found = Term.objects.get(list=Term.List.THEME, label=theme) if theme else None
    return world.add("dialogs.View", world.dialog, text=said, outcome=outcome, theme=found, **more)


@pytest.mark.row("DIA-5", page="/processer/<runda>/steg/medborgardialog/")
def test_the_invitation_says_how_much_one_can_influence_and_all_that_the_plan_says(world):
    planned(world)
    invited = text(world, Kind.INVITATION)
    for said in (
        "Dialog: vi resonerar tillsammans om problemen.",
        "Förstå var och när folk känner sig otrygga.",
        "– Dag: 4 mars 2027",
        "– Tid: klockan 18–20",
        "– Plats: Åby bibliotek",
        "– Var känner du dig otrygg, och när?",
        "Svaren sätts upp på anslagstavlan.",
        "Senast 4 april 2027 får du veta",
        "Hiss och hörslinga.",
        "Du behöver inte säga vem du är.",
        "de människor och pengar som redan finns",
    ):
        assert said in invited
    assert gaps(invited) == []


def test_a_dialogue_held_several_times_invites_to_each(world):
    planned(world)
    world.add("dialogs.DialogOccasion", world.dialog, held_on=date(2027, 3, 11), venue="Skolan")
    world.add("dialogs.DialogOccasion", world.dialog, held_on=date(2027, 3, 4), time="klockan 18")
    invited = text(world, Kind.INVITATION)
    assert "– 4 mars 2027, klockan 18, Åby bibliotek\n– 11 mars 2027, Skolan" in invited


@pytest.mark.parametrize("kind", Kind)
def test_what_is_not_known_stands_in_brackets_and_the_text_is_whole_all_the_same(world, kind):
    bare = text(world, kind)
    assert gaps(bare) and "None" not in bare and "”" not in bare.replace("”Å", "")


def test_before_we_end_tells_the_time_plan_of_the_round_and_that_means_are_what_they_are(world):
    planned(world)
    told = text(world, Kind.CLOSING)
    assert "Senast 4 april 2027: ni får veta vad dialogen gav" in told
    start, end = world.round.period_start, world.round.period_end
    assert f"1 januari {start.year} till 31 december {end.year}: vi gör det vi har lovat." in told
    assert "de människor och pengar som redan finns" in told and "Vi lovar inget i dag." in told


def test_the_summary_counts_and_quotes_nobody(world):
    planned(world)
    view(world, "Hemlig mening om min granne")
    view(world, "Jag hatar hastigheten", place="Storgatan")
    view(world, "Bilarna kör fort", place="Storgatan")
    view(world, "Mörkt", theme="Otrygg plats", place="Vid Karins port")
    world.edit(world.dialog, held_on=world.today, reached_total=40)
    world.edit(world.dialog, reached_women=38, reached_men=2)
    told = text(world, Kind.SUMMARY)
    assert "4 synpunkter kom in." in told and "– Trafik: 3 synpunkter\n– Otrygg plats: 1 synpunkt" in told
    assert "Platser som flera nämnde: Storgatan." in told and "Karin" not in told
    assert "granne" not in told and "hatar" not in told and "40 personer deltog" in told
    assert "38" not in told and "95 %" not in told  # two men could be known


@pytest.mark.row("FAL-6", page="/processer/<runda>/steg/medborgardialog/")
def test_the_answer_accounts_for_every_view_with_what_became_of_it(world):
    lights = world.add("processes.Problem", title="Mörkt vid stationen", citizen_view="Vi går omvägar")
    mopeds = world.add("processes.Problem", title="Mopeder på torget", handling="Färre tog upp det.")
    world.add("processes.FocusArea", title="Ljus på vägen hem", problem=lights, becomes_promise=True)
    for outcome, number in (("focus", 3), ("beyond", 1)):
        for _ in range(number):
            view(world, "Det är mörkt", outcome, problem=lights)
    view(world, "Mopeder", "ordinary", problem=mopeds)
    for outcome in ("passed_on", "passed_on", ""):
        view(world, "Skräp", outcome, theme="Nedskräpning och fysisk miljö")
    view(world, "Annat", "beyond", theme="")
    told = text(world, Kind.FEEDBACK)
    assert "Vi fick 9 synpunkter." in told
    counts = [int(n) for n in re.findall(r"^– (\d+) (?:är med|tar vi|har vi|kan vi)", told, re.MULTILINE)]
    assert sum(counts) == 9
    assert "Ni sa: 4 synpunkter. Vi går omvägar." in told
    assert "Vi gör: Det blev ett fokusområde: Ljus på vägen hem." in told
    assert "Det blev inget fokusområde den här gången. Färre tog upp det." in told
    assert "2 har vi lämnat vidare till den som kan göra något. [Skriv till vem.]" in told
    assert "1 har vi inte tagit ställning till än. [Skriv när ni gör det.]" in told
    assert told.index("# Mörkt vid stationen") < told.index("# Mopeder") < told.index("# Annat som ni sa")


# --- One's own ---


def test_a_text_is_made_ones_own_and_fetched_anew(world, client):
    planned(world)
    edit = url(world, "inbjudan", "edit_text")
    assert (
        client.post(edit, typed(client.get(edit), text="# Kom!\n\n– Vi bjuder på kaffe")).status_code == 302
    )
    page = client.get(url(world, "inbjudan")).content.decode()
    assert "Vi bjuder på kaffe" in page and "Det här är er egen text." in page
    world.edit(world.dialog, venue="Någon annanstans")
    assert "Någon annanstans" not in client.get(url(world, "inbjudan")).content.decode()
    assert client.post(url(world, "inbjudan", "renew_text")).status_code == 302
    page = client.get(url(world, "inbjudan")).content.decode()
    assert "Någon annanstans" in page and "kaffe" not in page
    assert DialogText.history.filter(text__contains="kaffe").exists()


def test_whoever_comes_second_loses_nothing(world, client):
    edit = url(world, "sammanfattning", "edit_text")
    first, second = client.get(edit), client.get(edit)
    assert client.post(edit, typed(first, text="Min")).status_code == 302
    answer = client.post(edit, typed(second, text="Din"))
    assert answer.status_code == 422 and "Någon annan hann spara" in answer.content.decode()
    assert shown(answer)["text"] == ["Din"]
    assert client.post(edit, typed(answer)).status_code == 302
    assert DialogText.objects.get().text == "Din"


def test_an_empty_text_is_refused(world, client):
    edit = url(world, "inbjudan", "edit_text")
    assert client.post(edit, typed(client.get(edit), text=" ")).status_code == 422


@pytest.mark.parametrize("slug", SLUGS)
def test_each_text_is_a_page_and_a_pdf_with_its_gaps_told(world, client, slug):
    page = client.get(url(world, slug)).content.decode()
    assert "Kvar att fylla i" in page and 'id="texten"' in page
    args = [world.round.pk, "medborgardialog", world.dialog.pk, slug, "pdf"]
    pdf = client.get(reverse("processes:download", args=args))
    assert pdf.status_code == 200 and "hakparentes" in " ".join(pages(pdf.content))


def test_a_text_that_is_none_is_not_found(world, client):
    assert client.get(url(world, "annat")).status_code == 404


def test_whoever_does_not_plan_reads_but_changes_nothing(world, client):
    client.force_login(world.cast.people["partner"])
    assert client.get(url(world, "inbjudan")).status_code == 200
    for name in ("edit_text", "renew_text"):
        answer = client.post(url(world, "inbjudan", name))
        assert answer.status_code == 403 and "Bara " in answer.content.decode()


# --- One press to those who wait ---


@pytest.mark.row("FAL-6", page="/processer/<runda>/steg/medborgardialog/")
@pytest.mark.row("DIA-9", page="/processer/<runda>/steg/medborgardialog/")
def test_one_press_tells_the_text_to_all_who_wait(world, client):
    world.edit(world.dialog, held_on=world.today)
    world.feedback("citizen_dialog", world.dialog, ["staff"])
    page = client.get(url(world, "aterkoppling"))
    form = typed(page)
    assert form["audiences"] == ["citizens", "partners"]
    step = reverse("processes:feedback", args=[world.round.pk, "medborgardialog", world.dialog.pk])
    assert f'action="{step}"' in page.content.decode()
    assert client.post(step, form).status_code == 302
    told = Feedback.objects.latest("pk")
    facts = world.facts()
    dialog = facts.get("dialogs.CitizenDialog", world.dialog.pk)
    assert (told.audiences, told.given_on) == (["citizens", "partners"], world.today)
    assert told.text == current(Kind.FEEDBACK, facts, dialog)
    assert list(world.method["citizen_dialog"].debts(facts, dialog)) == []
