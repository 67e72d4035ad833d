"""From the log to the citizen's phone: cleared, published, found and read, without script and without a trace."""

from urllib.parse import urlsplit

import pytest
from django.urls import resolve, reverse
from playwright.sync_api import expect

from agreements.models import Publication
from tests import publishing, situations
from tests.browser.accessibility import complaints, unfold
from tests.browser.pages import press
from tests.examples import follow_up, implementation

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.row("X-9", "ATE-2", "LAG-6")]
PHONE = {"width": 375, "height": 700}


@pytest.fixture
def world(live_server, settings):
    settings.SITE_URL = live_server.url
    world = situations.published_promise()
    implementation.fill(world)
    follow_up.fill(world)
    return world


def test_what_is_logged_reaches_a_citizen_with_a_phone(visit, world):
    officer = visit(world.cast.officer).page
    officer.goto(reverse("agreements:account", args=[world.round.pk, world.promise.pk]))
    expect(officer.get_by_role("heading", name="Första gången läget publiceras")).to_be_visible()
    press(officer.get_by_role("button", name="Får publiceras"))
    communicator = visit(world.cast.communicator).page
    communicator.goto("/")
    press(communicator.get_by_role("link", name="Publicera läget för"))
    communicator.get_by_label("Jag har läst texten").check()
    press(communicator.get_by_role("button", name="Publicera läget"))
    expect(communicator.get_by_text("Läget är publicerat.")).to_be_visible()

    phone = visit.anonymously()
    phone.set_viewport_size(PHONE)
    phone.goto("/")
    phone.get_by_label("Sök på ord eller plats").fill("Åby")
    press(phone.get_by_role("button", name="Sök"))
    press(phone.get_by_role("link", name=world.promise.title))
    head = phone.locator(".promise-head")
    expect(head.locator(".tally__sentence")).to_be_in_viewport()
    row = phone.locator(".pledge", has_text=world.short_activity.what).first
    expect(row).to_contain_text("Lovat")
    expect(row).to_contain_text("1 ")
    expect(phone.get_by_text("Två kollegor blev kommenderade till annat.")).to_be_visible()
    assert phone.context.cookies() == []


def test_no_page_reaches_outside_leaves_a_trace_or_scrolls_sideways(visit, world, tmp_path):
    """One page of each kind, of what was made outside too, and what is answered about a file."""
    publishing.everything(world)
    page, asked = visit.anonymously(script=True), []
    page.on("request", lambda request: asked.append(request.url))
    one_of_each = {}
    for url in filter(_is_page, publishing.public_pages()):
        one_of_each.setdefault((resolve(url).view_name, url.endswith("/version/2/")), url)
    outside = Publication.objects.get(version__way="outside").slug
    urls = [*one_of_each.values(), reverse("agreements:public_promise", args=[outside]), *publishing.ASKED]
    assert len(urls) >= 17
    found = []
    for url in urls:
        page.goto(url)
        found += examined(page)
    page.goto(reverse("agreements:verify"))
    (tmp_path / "lofte.pdf").write_bytes(bytes(world.sealed.pdf))
    page.get_by_label("Vilken PDF vill du kontrollera?").set_input_files(tmp_path / "lofte.pdf")
    press(page.get_by_role("button", name="Kontrollera", exact=True))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Filen är oförändrad")
    assert found + examined(page) == []
    own = urlsplit(page.url).netloc
    assert {urlsplit(url).netloc for url in asked} == {own}
    assert page.context.cookies() == []


def examined(page):
    """What is wrong with the page as it comes, wide and narrow; and with all unfolded, where that is most crowded."""
    found = complaints(page)
    if page.locator("details:not([open])").count():
        unfold(page)
        found += complaints(page)
    return found


def _is_page(url):
    """Not a file, the machine's own answer, nor what takes an answer only."""
    files = (".xml", ".json", ".csv", ".rdf", ".pdf", ".txt", ".xlsx", ".jpg", ".py")
    return not url.endswith(files) and url not in (reverse("health"), reverse("digital:receipt"))
