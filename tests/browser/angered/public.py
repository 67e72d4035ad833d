"""The sealed document: downloaded, checked, registered and published, and then read by anyone."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from agreements import sealing
from tests.browser.angered.facts import ACTIVITIES, CASE, PLACE, ROUND, SAFE_IN_2017
from tests.browser.angered.people import CITY, POLICE
from tests.browser.angered.promise import PROMISE, STEP
from tests.browser.pages import Visitor, press
from tests.pdfs import embedded_files, pages


def download(communicator: Visitor) -> bytes:
    """The file, as the communicator gets it."""
    communicator.open_round(ROUND).step(STEP, PROMISE)
    with communicator.page.expect_download() as got:
        communicator.page.get_by_role("link", name="Hämta löftet som PDF").click()
    assert got.value.suggested_filename == f"Medborgarlöfte {PROMISE} version 1.pdf"
    return Path(got.value.path()).read_bytes()


def verify(pdf: bytes) -> None:
    """The seal holds, and the file says what was promised – to people in print, to programs as data."""
    report = sealing.verify(pdf)
    assert report.holds
    assert report.is_demo
    printed = " ".join(" ".join(pages(pdf)).split())
    facts = [
        "Minst 100 tillfällen",
        "Minst 5 dagar per vecka",
        "Inom 24 timmar",
        "Inget mål i tal",
        "1 juni 2017",
    ]
    for words in (*facts, PLACE, str(SAFE_IN_2017), "Torbjörn Askling", "Ewa Strandmark"):
        assert words in printed
    content = json.loads(embedded_files(pdf)["medborgarlofte.json"])
    assert [a["what"] for a in content["activities"]] == [a["what"] for a in ACTIVITIES.values()]
    assert content["period"] == {key: CASE["period"][key] for key in ("from", "to")}
    targets = [a["target"] for a in content["activities"]]
    assert [(t["kind"], t["value"]) for t in targets] == [
        ("at_least", "100"), ("none", ""), ("none", ""), ("per_week", "5"), ("at_most_hours", "24"),
        ("on_demand", ""),
    ]  # fmt: skip


def register_and_publish(communicator: Visitor, registrar: Visitor, city: Visitor) -> None:
    """Not before both authorities have it in their registers."""
    communicator.link("Publicera")
    communicator.form.fill({CHECKED: "Jag har läst hela texten; den nämner ingen medborgare."})
    refusal = communicator.tries_to("Publicera löftet")
    assert refusal.codes == {"LOF-7"}
    refusal.says("LOF-7", "registrerat i varje myndighets diarium", f"inte registrerat hos {POLICE}")
    for visitor, authority, number in ((registrar, POLICE, "A1.234/2017"), (city, CITY, "N131-0456/17")):
        visitor.open_round(ROUND).step(STEP, PROMISE)
        visitor.link("Registrera i diariet")
        visitor.form.fill(
            {
                "Vilken myndighets diarium?": authority,
                "Diarienummer": number,
                "När registrerades det?": "2017-06-09",
            }
        ).save("Spara registreringen")
        visitor.is_told("Registreringen är sparad.")
    communicator.step(STEP, PROMISE)
    communicator.link("Publicera")
    communicator.form.fill({CHECKED: "Jag har läst hela texten; den nämner ingen medborgare."})
    communicator.press("Publicera löftet", "Löftet är publicerat.")


CHECKED = "Hur har du kontrollerat att inga personuppgifter om medborgare följer med?"


def read_by_anyone(page: Page, pdf: bytes) -> None:
    """A citizen without an account finds the promise, reads it, and gets the very same file."""
    page.goto("/loften/")
    press(page.get_by_role("link", name=PROMISE, exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text(PROMISE)
    for activity in ACTIVITIES.values():
        expect(page.locator("main")).to_contain_text(activity["what"])
    with page.expect_download() as got:
        page.get_by_role("link", name="Hämta det undertecknade löftet (PDF)").click()
    assert Path(got.value.path()).read_bytes() == pdf
