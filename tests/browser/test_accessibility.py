"""Every kind of page, in a filled round, for different people: nothing for axe to object to, and no
sideways scrolling at 320 pixels, which is also what 400 % enlargement looks like."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from processes import policies
from processes.method import Kind, Rows, Section, get_method
from processes.models import IntelligenceReference, Term
from processes.queries import actor_in
from tests import situations, whole
from tests.browser.accessibility import complaints
from tests.browser.pages import press
from tests.tools import of_the_day

pytestmark = [pytest.mark.browser, pytest.mark.row("LAG-6")]


def addresses(world):
    """Every step, its subjects, and one form of each kind in it, with the rest of the round."""
    pk = world.round.pk
    yield from ("/", reverse("processes:rounds"), reverse("processes:start"))
    for name in ("overview", "timeline", "confirm"):
        yield reverse(f"processes:{name}", args=[pk])
    yield reverse("portal:thread", args=[pk])
    yield reverse("dialogs:views", args=[pk])
    yield reverse("dialogs:views", args=[pk]) + "?grupp=theme&q=t"
    yield reverse("dialogs:view", args=[pk, world.view.pk])
    yield reverse("dialogs:write_views", args=[pk, world.citizen_dialog.pk])
    args = [pk, "medborgardialog", world.citizen_dialog.pk, "synpunkter"]
    yield reverse("processes:import_rows", args=args)
    yield reverse("processes:use_order", args=[pk, "gemensam-lagesbild", world.joint.pk])
    yield reverse("processes:meeting", args=[pk, "gemensam-lagesbild", world.joint.pk])
    yield reverse("processes:meeting", args=[pk, "problemanalys", world.analysis.pk])
    yield reverse("processes:why", args=[pk, world.analysis.pk])
    for step in get_method():
        yield reverse("processes:step", args=[pk, step.slug])
        yield from _under(world, step)


def _under(world, step):
    facts, officer = world.facts(), actor_in(world.cast.officer, world.round)
    subject = facts.rows(step.record)[0]
    args = [world.round.pk, step.slug, subject.id]
    if step.kind is Kind.RECURRING:
        yield reverse("processes:create", args=args[:2])
        yield reverse("processes:subject", args=args)
    for section in step.sections:
        if isinstance(section, Section):
            yield reverse("processes:edit", args=[*args, section.key])
        elif isinstance(section, Rows) and policies.can_edit(officer, step, section):
            yield reverse("processes:add_row", args=[*args, section.key])
    if any(c.how == "judged" for c in step.criteria):
        yield reverse("processes:judge", args=args)
    if step.key in ("collaboration", "staff_dialog_what"):  # alike in every step of the same ground
        for name in ("deviate", "feedback", "attach"):
            yield reverse(f"processes:{name}", args=args)


def visited(page, paths):
    """What is wrong with each of the pages."""
    found = []
    for path in paths:
        answer = page.goto(path)
        assert answer.status == 200, path
        found += complaints(page)
    return found


def test_planted_faults_are_found(page):
    page.set_content(
        '<html lang="sv"><main><h1>Hej</h1><img src="x"><div style="width: 2000px">bred</div></main>'
    )
    found = " ".join(complaints(page, each_day=True))
    assert "image-alt" in found
    assert "px too wide at 320" in found


@pytest.mark.slow
def test_every_page_of_a_followed_up_round_is_open_to_all(visit):
    world = whole.followed_up()
    officer = visit(world.cast.officer, script=True)
    assert visited(officer.page, of_the_day([*addresses(world)], 5)) == []


@pytest.mark.slow
@pytest.mark.parametrize("who", ["chief", "coordinator", "representative", "communicator", "reader", "admin"])
def test_the_pages_of_the_others_are_open_to_all(visit, who):
    world = situations.sent_for_signing()
    person = visit(getattr(world.cast, who), script=True)
    paths = ["/"]
    if who != "admin":
        paths += [
            reverse("processes:overview", args=[world.round.pk]),
            reverse("processes:step", args=[world.round.pk, "gemensam-lagesbild"]),
            reverse("processes:subject", args=[world.round.pk, "medborgarlofte", world.promise.pk]),
            reverse("agreements:preview", args=[world.round.pk, world.promise.pk]),
        ]
    if who in ("chief", "representative"):
        paths += [
            reverse("portal:approvals"),
            reverse("agreements:sign", args=[world.round.pk, world.sent.pk]),
        ]
    if who == "chief":
        paths.append(reverse("processes:access_log", args=[world.round.pk]))
    if who == "admin":
        paths += [reverse("portal:people"), reverse("portal:invite"), reverse("portal:words")]
        paths += [reverse("portal:add_word", args=["theme"])]
        word = Term.objects.get(list="theme", label="Trafik")
        paths += [reverse("portal:word", args=[word.pk])]
        paths += [reverse("portal:person", args=[world.cast.chief.pk])]
    assert visited(person.page, paths) == []


@pytest.mark.slow
def test_texts_reach_figures_and_ones_own_picture_are_open_to_all(visit):
    world = situations.planned_round()
    pk, dialog = world.round.pk, world.citizen_dialog.pk
    picture = [pk, "lokal-lagesbild", world.round.local_situation_id]
    texts = ("inbjudan", "innan-vi-slutar", "sammanfattning", "aterkoppling")
    paths = [reverse("dialogs:text", args=[pk, dialog, text]) for text in texts]
    paths += [
        reverse("dialogs:edit_text", args=[pk, dialog, texts[0]]),
        reverse("dialogs:population", args=[pk]),
        reverse("digital:open", args=[pk, dialog]),
        reverse("processes:series_file", args=[*picture, "utveckling"]),
        reverse("processes:document", args=[*picture, "lagesbild"]),
    ]
    assert visited(visit(world.cast.officer, script=True).page, paths) == []
    own = visit(world.cast.coordinator, script=True).page
    slug = world.method["own_picture"].slug
    assert visited(own, [reverse("processes:create", args=[pk, slug])]) == []
    own.get_by_role("textbox").first.fill("Kommunens bild")
    press(own.get_by_role("button", name="Spara"))
    assert slug in own.url and complaints(own) == []


@pytest.mark.slow
def test_the_intelligence_part_is_open_to_whoever_is_let_in(visit):
    world = situations.sent_for_signing()
    IntelligenceReference.objects.create(
        situation=world.round.local_situation, what="PM 4", keeper="Regionen"
    )
    page = visit(world.cast.people["intelligence"], script=True).page
    assert visited(page, [reverse("processes:intelligence", args=[world.round.pk])]) == []
    page.get_by_label("Varför öppnar du den?").fill("Inför lägesbilden")
    press(page.get_by_role("button", name="Öppna"))
    page.get_by_text("Ändra PM 4").click()
    assert complaints(page) == []


@pytest.mark.slow
def test_the_way_in_is_open_to_all(visit):
    """What else anyone may open is examined in test_public.py."""
    assert visited(visit.anonymously(script=True), ["/konto/logga-in/", "/konto/losenord/glomt/"]) == []


@pytest.mark.slow
def test_refusals_errors_and_conflicts_are_open_to_all(visit):
    world = situations.new_round()
    officer = visit(world.cast.officer, script=True)
    page, steps = officer.page, f"/processer/{world.round.pk}/steg"

    page.goto(f"{steps}/initiera-samverkan/")
    assert officer.tries_to("Klarmarkera").codes
    found = complaints(page)

    page.goto(f"{steps}/aktivitetsplan/")
    officer.link("Lägg till ett mål")
    officer.form.fill({"Utgångsvärdet gäller den": "i fjol"}).save()
    expect(page.locator(".error-summary")).to_be_focused()
    found += complaints(page)

    page.goto("/finns-inte/")
    found += complaints(page)
    page.goto("/anvandare/")
    officer.sees("Bara administratör")
    assert found + complaints(page) == []


@pytest.mark.slow
def test_a_file_is_chosen_refused_examined_and_read_in_by_all(visit, tmp_path):
    """From the round's page to the new round."""
    world = situations.planned_round()
    officer = visit(world.cast.officer, script=True)
    page = officer.page
    page.goto(reverse("processes:overview", args=[world.round.pk]))
    with page.expect_download() as fetched:
        page.get_by_role("link", name="Hämta rundan som fil").click()
    good, bad = tmp_path / "runda.json", tmp_path / "trasig.json"
    fetched.value.save_as(good)
    bad.write_text(good.read_text().replace('"kind": "effect"', '"kind": "magic"'))

    found = []
    page.goto(reverse("processes:rounds"))
    press(page.get_by_role("link", name="Läs in en runda från fil"))
    for file in (bad, good):
        found += complaints(page)
        page.get_by_label("Fil").set_input_files(file)
        press(page.get_by_role("button", name="Granska filen"))
        if file is bad:
            officer.sees("fältet ”Slag av mål”: Välj ett giltigt alternativ")
    found += complaints(page)
    page.get_by_label("Vad ska den nya rundan heta?").fill("Från fil")
    press(page.get_by_role("button", name="Läs in rundan"))
    officer.sees("Rundan är inläst.")
    expect(page.get_by_role("heading", level=1)).to_have_text("Från fil")
    assert found == []


@pytest.mark.row("X-2")
def test_the_cursor_stands_in_the_field_that_a_refusal_leads_to(visit):
    world = situations.planned_round()
    world.edit(world.goal, baseline_on=None)
    officer = visit(world.cast.officer, script=True)
    officer.page.goto(reverse("processes:overview", args=[world.round.pk]))
    officer.refusal.follow("FAL-5", to="Utgångsvärdet gäller den")
    officer.page.keyboard.type("2027-01-15")
    assert officer.page.locator("#id_baseline_on").input_value() == "2027-01-15"


@pytest.mark.row("X-2", "LAG-6")
def test_with_the_keyboard_alone_one_reaches_the_content_and_saves(visit):
    world = situations.new_round()
    officer = visit(world.cast.officer, script=True)
    page = officer.page
    page.goto(f"/processer/{world.round.pk}/steg/initiera-samverkan/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Hoppa till innehållet")
    page.keyboard.press("Enter")
    expect(page.locator("#innehall")).to_be_focused()
    press(page.get_by_role("link", name="Ändra Ramar"))
    page.get_by_label("Syftet med samverkan").focus()
    page.keyboard.type("Ett tryggare torg.")
    page.get_by_role("button", name="Spara").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    officer.is_told("Sparat.")
    assert world.record("processes.Collaboration").agreement_purpose == "Ett tryggare torg."
