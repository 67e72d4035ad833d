"""A dialogue's texts: written from what is said, honest about what isn't, made one's own, and told."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from dialogs.models import DialogText, View
from dialogs.texts import current, gaps, written
from dialogs.texts.writer import SLUGS, Kind
from processes.models import Feedback, Term
from tests import situations
from tests.forms import shown, typed
from tests.pdfs import pages
from tests.world import World

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.row("DIA-17", page="/processer/…/steg/medborgardialog/"),
]


@pytest.fixture
def world(client):
    made = situations.new_round()
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


@pytest.mark.row("DIA-5", page="/processer/…/steg/medborgardialog/")
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
    for number in range(5):
        view(world, f"Jag hatar hastigheten {number}", place="Storgatan")
    view(world, "Bilarna kör fort", place="Vid Karins port")
    world.edit(world.dialog, held_on=world.today, reached_total=40)
    world.edit(world.dialog, reached_women=38, reached_men=2)
    told = text(world, Kind.SUMMARY)
    assert "7 synpunkter kom in." in told and "– Trafik: 7 synpunkter" in told
    assert "Platser som flera nämnde: Storgatan." in told and "Karin" not in told
    assert "granne" not in told and "hatar" not in told and "40 personer deltog" in told
    assert "38" not in told and "95 %" not in told  # two men could be known


@pytest.mark.row("FAL-12", page="/processer/…/steg/medborgardialog/")
@pytest.mark.parametrize(
    ("numbers", "told", "untold"),
    [
        ((12, 9), "– Trafik: 12 synpunkter\n– Otrygg plats: 9 synpunkter", "Hur många"),
        ((12, 4), "Vi fick synpunkter om: Otrygg plats och Trafik. Hur många visas inte", "12 synpunkter"),
        ((3, 1), "Vi fick synpunkter om: Otrygg plats och Trafik. Hur många visas inte", "4 synpunkter kom"),
        ((40, 12, 3), "– Trafik: 40 synpunkter\n\nVi fick också synpunkter om", "12 synpunkter"),
    ],
)
def test_of_few_views_the_summary_tells_no_number_nor_what_it_could_be_told_from(
    world, numbers, told, untold
):
    planned(world)
    for theme, number in zip(
        ("Trafik", "Otrygg plats", "Nedskräpning och fysisk miljö"), numbers, strict=False
    ):
        for _ in range(number):
            view(world, "Så är det", theme=theme)
    said = text(world, Kind.SUMMARY)
    assert told in said and untold not in said


@pytest.mark.row("FAL-6", page="/processer/…/steg/medborgardialog/")
def test_the_answer_accounts_for_every_view_with_what_became_of_it(world):
    lights = world.add("processes.Problem", title="Mörkt vid stationen", citizen_view="Vi går omvägar")
    mopeds = world.add("processes.Problem", title="Mopeder på torget", handling="Färre tog upp det.")
    world.add("processes.FocusArea", title="Ljus på vägen hem", problem=lights, becomes_promise=True)
    for outcome, number in (("focus", 8), ("beyond", 6)):
        for _ in range(number):
            view(world, "Det är mörkt", outcome, problem=lights)
    for _ in range(7):
        view(world, "Mopeder", "ordinary", problem=mopeds)
    for outcome, number in (("passed_on", 6), ("", 5)):
        for _ in range(number):
            view(world, "Skräp", outcome, theme="Nedskräpning och fysisk miljö")
    for _ in range(5):
        view(world, "Annat", "beyond", theme="")
    told = text(world, Kind.FEEDBACK)
    assert "Vi fick 37 synpunkter. Här står vad det blev av alla.\n" in told
    counts = [int(n) for n in re.findall(r"^– (\d+) (?:är med|tar vi|har vi|kan vi)", told, re.MULTILINE)]
    assert sum(counts) == 37
    assert "Ni sa: 14 synpunkter. Vi går omvägar." in told
    assert "Vi gör: Det blev ett fokusområde: Ljus på vägen hem." in told
    assert "Det blev inget fokusområde den här gången. Färre tog upp det." in told
    assert "6 har vi lämnat vidare till den som kan göra något. [Skriv till vem.]" in told
    assert "5 har vi inte tagit ställning till än. [Skriv när ni gör det.]" in told
    assert told.index("# Mörkt vid stationen") < told.index("# Mopeder") < told.index("# Annat som ni sa")


@pytest.mark.row("FAL-6", "LAG-9", page="/processer/…/steg/medborgardialog/")
def test_what_the_sender_is_to_know_stands_in_the_answer_and_nothing_is_left_to_fill_in(world):
    for said, outcome, words in (
        ("Snön ligger kvar", "ordinary", "Gatukontoret skottar före sju"),
        ("Snön ligger kvar också hos oss", "ordinary", "Gatukontoret skottar före sju"),
        ("Bussen går för sällan", "passed_on", "Till Länstrafiken, tfn 070-174 06 05"),
        ("Höj straffen", "beyond", "Det bestämmer riksdagen."),
    ):
        view(world, said, outcome, outcome_words=words)
    told = text(world, Kind.FEEDBACK)
    assert "– En del tar vi hand om i det vanliga arbetet. Gatukontoret skottar före sju.\n" in told
    assert (
        "– En del har vi lämnat vidare till den som kan göra något. Till Länstrafiken, tfn [telefonnummer dolt]\n"
        in told
    )
    assert "– En del kan vi inte påverka. Det bestämmer riksdagen." in told
    for ask in ("Skriv vem som gör vad.", "Skriv till vem.", "Skriv varför."):
        assert ask not in gaps(told)


def test_reasons_without_number_do_not_make_an_answer_nobody_reads(world):
    for number in range(7):
        for _ in range(5):
            view(world, "Höj straffen", "beyond", outcome_words=f"Skäl {number}")
    told = text(world, Kind.FEEDBACK)
    assert told.count("5 kan vi inte påverka.") == 4
    assert "– 15 till kan vi inte påverka. [Skälen är flera. Skriv de viktigaste.]" in told


@pytest.mark.row("FAL-12", page="/processer/…/steg/medborgardialog/")
@pytest.mark.parametrize(
    ("counts", "first", "told"),
    [
        ({("Våld i nära relation", "passed_on"): 1}, "Här står vad det blev av allt som ni sa.", set()),
        (
            {("Trafik", "beyond"): 20, ("Våld i nära relation", "passed_on"): 1, ("Skräp", "beyond"): 9},
            "Vi fick 30 synpunkter.",
            {30, 20},
        ),
        ({("Trafik", "beyond"): 20, ("Trafik", "ordinary"): 2}, "Vi fick 22 synpunkter.", {22}),
        ({("Problem", "focus"): 20, ("Problem", "beyond"): 1}, "Vi fick 21 synpunkter.", {21}),
        ({("Trafik", "beyond"): 20, ("Trafik", "ordinary"): 5}, "Vi fick 25 synpunkter.", {25, 20, 5}),
    ],
)
def test_of_few_views_the_answer_tells_no_number_nor_what_it_could_be_told_from(world, counts, first, told):
    problem = world.add("processes.Problem", title="Problem", citizen_view="")
    for (about, outcome), number in counts.items():
        theme = Term.objects.get_or_create(list=Term.List.THEME, label=about)[0].label
        for _ in range(number):
            view(world, "Så", outcome, **({"problem": problem} if about == "Problem" else {"theme": theme}))
    said = text(world, Kind.FEEDBACK).split("# Det här händer nu")[0]
    assert first in said
    assert {int(number) for number in re.findall(r"\d+", said)} == told
    assert ("Där de är få" in said) == (min(counts.values()) < 5)


# --- Before it ends ---


def reminder(world: World, client) -> str:
    url = reverse("processes:subject", args=[world.round.pk, "medborgardialog", world.dialog.pk])
    found = client.get(url).context["sections"]
    (panel,) = [part for part in found if part.get("key") == "texterna" or "reminder" in part.get("data", {})]
    told = panel["data"]["reminder"]
    if told and told.get("url"):
        assert f'href="{told["url"]}"' in client.get(url).content.decode()
    return told["text"] if told else ""


def test_on_the_day_one_is_reminded_to_tell_what_happens_now_and_afterwards_asked(world, client):
    planned(world)
    assert reminder(world, client) == ""
    world.edit(world.dialog, planned_on=world.today)
    assert reminder(world, client).startswith("Dialogen hålls i dag. Berätta innan någon går")
    evening = world.add("dialogs.DialogOccasion", world.dialog, held_on=world.today + timedelta(days=3))
    assert reminder(world, client) == ""  # the days of the occasions count
    world.edit(evening, held_on=world.today)
    assert reminder(world, client).startswith("Dialogen hålls i dag.")
    world.remove(evening)
    world.edit(world.dialog, held_on=world.today - timedelta(days=1))
    assert reminder(world, client).startswith("Fick deltagarna veta vad som händer nu")
    world.edit(world.dialog, told_next=False)
    assert reminder(world, client).startswith("Deltagarna fick inte veta")
    world.feedback("citizen_dialog", world.dialog, ["citizens"])
    assert reminder(world, client) == ""
    world.edit(world.dialog, told_next=True, held_on=world.today)
    assert reminder(world, client) == ""


# --- One that goes on from another ---


@pytest.mark.row("DIA-16", page="/processer/<runda>/steg/medborgardialog/")
def test_a_survey_is_the_beginning_of_a_deeper_dialogue_and_a_later_one_follows_up(world, client):
    survey = world.create("citizen_dialog", title="Trygghetsmätningen", form="survey")
    world.edit(survey, held_on=date(2026, 3, 4))
    for asked in ("Var känner du dig otrygg?", "När känner du dig otrygg?"):
        world.add("dialogs.Question", survey, text=asked)
    steps = reverse("processes:step", args=[world.round.pk, "medborgardialog"])
    question = reverse(
        "processes:add_row", args=[world.round.pk, "medborgardialog", world.dialog.pk, "fragor"]
    )
    world.edit(world.dialog, follows=survey)
    before = "Vi har frågat förut: Trygghetsmätningen (enkät), 4 mars 2026. Nu vill vi höra "
    assert f"{before}mer om det som kom fram då." in text(world, Kind.INVITATION)
    assert "Bygger på ”Trygghetsmätningen”" in client.get(steps).content.decode()
    assert typed(client.get(question)).get("text", [""]) in ([""], "")
    world.edit(world.dialog, follows_up=True)
    assert f"{before}om det har blivit bättre sedan dess." in text(world, Kind.INVITATION)
    assert "Följer upp ”Trygghetsmätningen”" in client.get(steps).content.decode()
    for asked in ("Var känner du dig otrygg?", "När känner du dig otrygg?"):  # the same, one press each
        form = typed(client.get(question))
        assert form["text"] in (asked, [asked])
        assert client.post(question, form).status_code == 302
    assert typed(client.get(question)).get("text", "") in ("", [""])


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


@pytest.mark.row("FAL-6", page="/processer/…/steg/medborgardialog/")
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
