"""Three taps on a phone, with and without a network; and the follow-up's page for those who can't see it (GEN-1, UPP-1)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from agreements.models import ActivityLog
from processes.models import Process
from tests import whole
from tests.browser.accessibility import complaints
from tests.browser.pages import press

pytestmark = [pytest.mark.browser, pytest.mark.row("GEN-1"), pytest.mark.slow]
PHONE = {"width": 375, "height": 760}


@pytest.fixture
def world(live_server):
    made = whole.followed_up()
    Process.objects.filter(pk=made.round.pk).update(period_start=made.today - timedelta(days=9))
    ActivityLog.objects.all().delete()
    return made


def test_three_taps_also_while_the_network_is_gone(visit, world):
    page = visit(world.cast.employee, script=True).page
    page.set_viewport_size(PHONE)
    page.goto("/")
    press(page.get_by_role("link", name="Logga det ni har gjort"))
    assert complaints(page) == []
    page.set_viewport_size(PHONE)
    button = page.locator(".fieldlog__button").first
    what = button.locator(".fieldlog__what").inner_text()
    button.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Inskrivet: {what}")
    assert complaints(page) == []
    press(page.get_by_role("link", name="Klart"))
    assert ActivityLog.objects.count() == 1

    page.context.set_offline(True)
    for _ in range(2):
        page.locator(".fieldlog__button").first.click()
        expect(page.locator("[data-log-status]")).to_contain_text("väntar här")
    assert ActivityLog.objects.count() == 1
    page.context.set_offline(False)
    expect(page.locator("[data-log-status]")).to_contain_text("Nätet är tillbaka", timeout=15000)
    assert [row.done_on for row in ActivityLog.objects.all()] == [world.today] * 3
    page.reload()
    expect(page.locator("[data-log-status]")).to_be_empty()
    assert ActivityLog.objects.count() == 3

    page.goto(reverse("processes:subject", args=[world.round.pk, "uppfoljning", world.follow_up.pk]))
    assert complaints(page) == []


def test_the_taps_need_no_script(visit, world):
    page = visit(world.cast.partner).page
    page.goto(reverse("agreements:log"))
    page.locator(".fieldlog__button").first.click()
    page.get_by_role("button", name="+1 till").click()
    page.get_by_role("button", name="Ångra").click()
    expect(page.get_by_text("Ångrat. Inget är inskrivet.")).to_be_visible()
    assert ActivityLog.objects.get().by_party.organisation == world.partner_org
