"""Anyone with a phone: from the code on the paper to the page, and a file handed in, without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from agreements.verifying import addresses
from tests.situations import published_promise

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PHONE = {"width": 375, "height": 700}


@pytest.mark.row("X-10", "LAG-9")
def test_from_the_paper_to_the_page_and_a_file_handed_in_without_script(
    visit, live_server, settings, tmp_path
):
    settings.SITE_URL = live_server.url
    world = published_promise()
    phone = visit.anonymously()
    phone.set_viewport_size(PHONE)
    phone.goto(addresses.address(world.sent.content_hash))  # what the code on the paper holds
    expect(phone.get_by_role("heading", name="Fingeravtrycket finns i registret")).to_be_visible()

    pdf = bytes(world.sealed.pdf)
    (tmp_path / "lofte.pdf").write_bytes(pdf)
    (tmp_path / "andrat.pdf").write_bytes(pdf[:1200] + b"x" + pdf[1201:])
    for name, headline in (
        ("lofte.pdf", "Filen är oförändrad"),
        ("andrat.pdf", "Filen finns inte i registret"),
    ):
        phone.goto(f"{live_server.url}/kontrollera/")
        phone.get_by_label("Vilken PDF vill du kontrollera?").set_input_files(tmp_path / name)
        phone.get_by_role("button", name="Kontrollera", exact=True).click()
        expect(phone.get_by_role("heading", level=1)).to_contain_text(headline)
        expect(phone.get_by_role("heading", name="Det här bevisar det inte")).to_be_visible()
    assert phone.context.cookies() == []
