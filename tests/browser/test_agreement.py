"""The agreement's whole way in browsers without script: written, sent in turn, signed, sealed, used again."""

import pytest
from playwright.sync_api import expect

from agreements.models import CollaborationAgreement, SealedDocument
from processes.models import Process
from tests import situations
from tests.people import PASSWORD
from tests.world import World

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.row("OVE-2", "OVE-3", "OVE-5", "OVE-6", "X-6"),
]
STEP, NAME = "Samverkansöverenskommelse", "Trygg i Åby tills vidare"
SEND = "Skicka för underskrift"


def sign(visitor, last: bool) -> None:
    visitor.page.goto("/")
    visitor.link(f"Läs och skriv under ”{NAME}”")
    if visitor.page.get_by_role("heading", name="Bekräfta att det är du").count():
        visitor.form.fill({"Lösenord": PASSWORD}).save("Bekräfta")
    visitor.sees("Varför vi samverkar", "Med vilken rätt", "fingeravtryck")
    visitor.press("Skriv under", "Din underskrift är registrerad")
    if last:
        visitor.is_told("Dokumentet är förseglat.")


def test_from_a_name_to_a_sealed_file_that_the_next_round_uses(live_server, visit):
    world = situations.planned_round()
    later = World("aby2", people=world.cast).round
    Process.objects.filter(pk=later.pk).update(title="Nästa runda")
    coordinator, chief = visit(world.cast.coordinator), visit(world.cast.chief)
    representative = visit(world.cast.representative)

    coordinator.open_round(world.round.title).step(STEP)
    coordinator.link("Ny överenskommelse")
    coordinator.form.fill({"Vad heter överenskommelsen?": NAME}).save()
    assert coordinator.refusal.codes == {"OVE-2", "OVE-6"}
    coordinator.edit("Giltighet", {"Gäller den tills vidare?": "Ja"})
    for _ in range(2):  # chief, then representative: what the form suggests is right
        coordinator.add("Lägg till en undertecknare", {})
    coordinator.sees("Delegationsordningen för lokalpolisområdet", "Kommunstyrelsen 2026-10-14 § 118")
    coordinator.link("Förhandsvisa överenskommelsen")
    coordinator.sees("Varför vi samverkar", world.focus_area.title, "Gäller från")
    coordinator.link("Tillbaka till överenskommelsen")

    coordinator.link(SEND)
    coordinator.sees("De här ska skriva under", world.cast.chief.name, world.cast.representative.name)
    coordinator.page.get_by_text("Ordning och påminnelse").click()
    coordinator.form.fill({"I vilken ordning?": "I tur och ordning, efter siffrorna nedan"})
    coordinator.press(SEND, "Överenskommelsen är skickad för underskrift.")
    coordinator.sees("De skriver under i tur och ordning.", "Får det sedan")
    representative.page.goto("/")
    expect(representative.page.get_by_role("link", name=f"Läs och skriv under ”{NAME}”")).to_have_count(0)
    sign(chief, last=False)

    # A change that would cost the chief's signature is asked about first, and then not made.
    made = CollaborationAgreement.objects.get(title=NAME)
    coordinator.open_round(world.round.title).step(STEP, NAME)
    coordinator.page.locator("#giltighet").get_by_role("link", name="Ändra").click()
    coordinator.sees("Då upphävs underskriften från Chief Aby.")
    coordinator.form.fill({"Gäller från": str(world.round.period_start.replace(month=3))}).save()
    coordinator.sees("Vill du ändra ändå?", "Underskriften från Chief Aby upphävs.")
    coordinator.link("Avbryt, ändra inget")
    assert CollaborationAgreement.objects.get(pk=made.pk).valid_from == made.valid_from

    sign(representative, last=True)
    coordinator.open_round(world.round.title).step(STEP, NAME)
    coordinator.sees("Underskriven. Börjar gälla", "Hämta överenskommelsen som PDF")
    with coordinator.page.expect_download() as file:
        coordinator.page.get_by_role("link", name="Hämta överenskommelsen som PDF").click()
    stored = SealedDocument.objects.latest("pk")
    with open(file.value.path(), "rb") as got:
        assert got.read() == bytes(stored.pdf)

    coordinator.open_round("Nästa runda").step(STEP)
    coordinator.sees("Överenskommelser som redan gäller", NAME)
    coordinator.press(f"Använd den {NAME}", "Rundan använder nu överenskommelsen.")
    coordinator.sees("Så här skrevs den under i en tidigare runda", world.focus_area.title)
