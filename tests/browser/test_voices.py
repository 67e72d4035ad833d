"""What people and staff have said, in all states of its pages: open to all, and worked with from the keyboard."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from dialogs.digital import stamp
from dialogs.models import View
from tests import situations, web
from tests.browser.accessibility import complaints
from tests.browser.pages import press
from tests.browser.test_accessibility import visited
from tests.web import nothing_counted  # noqa: F401 – a fixture
from tests.world import World

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.row("LAG-6")]


def at(world, name, step, subject, *more):
    return reverse(f"processes:{name}", args=[world.round.pk, world.method[step].slug, subject.pk, *more])


def test_pages_of_staff_of_debts_and_of_those_who_stand_in_are_open_to_all(visit, live_server):
    world = situations.planned_round()
    pk, vad, hur = world.round.pk, "staff_dialog_what", "staff_dialog_how"
    slug, row = world.method[vad].slug, world.proposal.pk
    plan = world.record(world.method["communication"].record)
    again = World("aby", people=world.cast)  # the next round, to which a dialogue is taken along
    paths = [
        *(reverse(f"portal:{name}") for name in ("debts", "stand_ins")),
        reverse("portal:hand_over", args=[pk]),
        reverse("dialogs:take_along", args=[again.round.pk, world.citizen_dialog.pk]),
        *(reverse(f"dialogs:{name}", args=[pk, slug]) for name in ("told", "appoint_group")),
        reverse("dialogs:answer", args=[pk, slug, world.what_dialog.pk, row]),
        at(world, "edit_feedback", vad, world.what_dialog, world.what_feedback.pk),
        at(world, "document", vad, world.what_dialog, "presentation"),
        at(world, "document", hur, world.how_dialog, "presentation"),
        *(
            at(world, "document", "communication", plan, paper)
            for paper in ("kommunikationsplan", "aktivitetsplan-kommunikation", "stod-kommunikatorer")
        ),
    ]
    officer = visit(world.cast.officer, script=True)
    found = visited(officer.page, paths)
    page = officer.page
    page.goto(at(world, "share", "local_situation", world.situation))
    found += complaints(page)
    page.get_by_label(world.municipality.name).check()
    press(page.get_by_role("button", name="Dela kopian"))
    found += complaints(page)
    press(page.locator("main .entries a").first)
    found += complaints(page)
    chief = visit(world.cast.chief, script=True).page
    role = world.cast.chief.memberships.get().pk
    assert found + visited(chief, [reverse("portal:appoint", args=[role])]) == []


def test_views_are_open_to_all_in_every_state(visit, live_server, tmp_path, settings, monkeypatch):
    settings.SITE_URL = live_server.url
    monkeypatch.setattr(stamp, "QUICKEST", 0)
    world = situations.planned_round()
    dialog, pk = world.citizen_dialog, world.round.pk
    digital = web.opened(world)
    code = web.sent(digital, "Mörkt vid tunneln")
    web.sent(digital, "Jag såg vem som slog honom")
    dark, report = web.views(digital)
    mine = world.add("dialogs.View", dialog, by=world.cast.officer, text="Bra parkering")
    page = visit(world.cast.officer, script=True).page
    found = visited(page, [reverse("dialogs:put_view_right", args=[pk, mine.pk])])

    def chosen(button, *views):
        page.goto(reverse("dialogs:views", args=[pk]))
        for view in views:
            page.locator(f"#rad-{view.pk}").check()
        press(page.get_by_role("button", name=button))
        return complaints(page)

    found += chosen("Slå ihop …", dark, mine) + chosen("Det är en anmälan …", report)
    page.locator("[name=route]").first.check()
    page.get_by_label("Vem tog emot?").fill("Polisen 114 14")
    press(page.get_by_role("button", name="Den är lämnad vidare"))
    page.goto(reverse("dialogs:view", args=[pk, report.pk]))
    found += complaints(page)

    file = tmp_path / "synpunkter.csv"
    file.write_text("Synpunkt;Tema\nBra lampor;Otrygg plats\nRing 070-174 06 05;\nInget;Okänt tema\n")
    page.goto(at(world, "import_rows", "citizen_dialog", dialog, "synpunkter"))
    page.get_by_label("Fil", exact=True).set_input_files(file)
    press(page.locator("main form .btn-primary"))
    expect(page.get_by_text("Det här behöver rättas")).to_be_visible()
    found += complaints(page)
    page.locator("main form [type=checkbox]").first.check()
    if (reason := page.locator("main form [name=reason]")).count():
        reason.fill("Från mötet")
    press(page.locator("main form .btn-primary"))
    page.goto(at(world, "import_rows", "citizen_dialog", dialog, "synpunkter"))
    expect(page.get_by_role("button", name="Ångra")).to_be_visible()
    found += complaints(page)

    world.edit(dark, outcome="focus")
    web.closed(digital)
    page.goto(reverse("digital:answer_senders", args=[pk, dialog.pk]))
    found += complaints(page)
    web.answered(world, digital)
    citizen = visit.anonymously(script=True)
    citizen.goto(reverse("digital:page", args=[digital.code]))
    found += complaints(citizen)
    citizen.goto(reverse("digital:receipt"))
    citizen.get_by_label("Vilken kod står på ditt kvitto?").fill(code)
    press(citizen.get_by_role("button", name="Visa"))
    expect(citizen.get_by_text("Mörkt vid tunneln")).to_be_visible()
    assert found + complaints(citizen) == []


def reach(page, wanted):
    """Go there with the tabulator."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if wanted.evaluate("e => e === document.activeElement"):
            return
    raise AssertionError(f"{wanted} is not reached")


@pytest.mark.row("DIA-13", "LAG-10")
def test_a_citizen_answers_and_staff_gather_what_is_alike_with_the_keyboard_alone(
    visit, live_server, settings, monkeypatch
):
    settings.SITE_URL = live_server.url
    monkeypatch.setattr(stamp, "QUICKEST", 0)
    world = situations.planned_round()
    digital = web.opened(world)
    citizen = visit.anonymously(script=True)
    citizen.goto(reverse("digital:page", args=[digital.code]))
    for said in ("Mörkt vid tunneln", "Becksvart vid tunneln"):
        reach(citizen, citizen.get_by_label("Var i centrum känner du dig otrygg"))
        citizen.keyboard.type(said)
        reach(citizen, citizen.get_by_role("button", name="Skicka", exact=True))
        with citizen.expect_navigation():
            citizen.keyboard.press("Enter")
        expect(citizen.locator(".receipt-code__code")).to_be_visible()
        citizen.goto(reverse("digital:page", args=[digital.code]))
    dark, black = web.views(digital)
    page = visit(world.cast.officer, script=True).page
    page.goto(reverse("dialogs:views", args=[world.round.pk]))
    for view in (black, dark):  # the newest stands first
        reach(page, page.locator(f"#rad-{view.pk}"))
        page.keyboard.press("Space")
    for button in ("Slå ihop …", "Slå ihop"):
        reach(page, page.get_by_role("button", name=button, exact=True))
        with page.expect_navigation():
            page.keyboard.press("Enter")
    assert View.objects.exclude(merged_under=None).count() == 1
