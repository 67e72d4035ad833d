"""The registrar in the browser: registers, hands out and brings in, without script; the pages pass axe, also narrow."""

import zipfile

import pytest

from agreements.models import Registration, Release
from processes.models import Process
from tests import situations
from tests.browser.accessibility import complaints
from tests.browser.pages import press
from tests.integration.test_outside import paper

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.row("LAG-6")]


@pytest.mark.row("LAG-3", "X-16")
def test_the_registrar_registers_and_hands_out(visit, tmp_path):
    world = situations.sealed_promise()
    registrar = visit(world.cast.registrar)
    page = registrar.page
    page.goto("/")
    press(page.get_by_role("link", name="Diarium"))
    press(page.get_by_role("link", name=world.promise.title))
    registrar.form.fill({"Diarienummer": "A483.7-2027"}).save("Spara registreringen")
    registrar.is_told("Registreringen är sparad.")
    assert Registration.objects.get().sender
    page.goto(f"/processer/{world.round.pk}/lamna-ut/")
    with page.expect_download() as fetched:
        page.get_by_role("button", name="Gör paketet").first.click()
    path = tmp_path / "paket.zip"
    fetched.value.save_as(path)
    assert "utelamnat.pdf" in zipfile.ZipFile(path).namelist()
    assert Release.objects.get().by == world.cast.registrar
    page.reload()
    with page.expect_download() as fetched:
        page.get_by_role("button", name="Lämna ut igen").click()
    fetched.value.save_as(tmp_path / "igen.zip")
    assert (tmp_path / "igen.zip").read_bytes() == path.read_bytes() and Release.objects.count() == 2


@pytest.mark.row("X-20")
def test_a_promise_from_outside_is_brought_in_on_one_page(visit, tmp_path):
    world = situations.World("aby")
    file = tmp_path / "lofte.pdf"
    file.write_bytes(paper())
    coordinator = visit(world.cast.coordinator)
    page = coordinator.page
    page.goto("/diarium/lofte-utanfor/")
    coordinator.form.fill(
        {
            "Vad heter löftet?": "Trygg station",
            "Vad handlar det om?": "Otrygghet vid stationen",
            "När börjar det gälla?": "2027-01-01",
            "När slutar det gälla?": "2027-12-31",
            "När skrevs det under?": "2026-12-12",
            "Var skrevs det under?": "Åby",
            "Vilka skrev under?": "Anna Ek, lokalpolisområdeschef, Polismyndigheten",
        }
    )
    page.get_by_label("Det underskrivna löftet").set_input_files(str(file))
    page.get_by_label("Jag har läst igenom filen").check()
    page.get_by_label("Vad ska göras?").first.fill("Gå trygghetsvandringar")
    page.get_by_label("Hur mäts det?").first.select_option(label="Vid behov")
    press(page.get_by_role("button", name="Lägg in löftet"))
    coordinator.is_told("Löftet är inlagt.")
    coordinator.sees("Inte prövat i verktyget")
    assert Process.objects.get(outside=True).title == "Trygg station"


def test_the_pages_pass_axe_unfolded_and_on_a_phone(visit):
    world = situations.registered_promise()
    registrar = visit(world.cast.registrar, script=True)
    found = []
    for path in (
        "/diarium/",
        "/gallring/",
        "/diarium/lofte-utanfor/",
        f"/processer/{world.round.pk}/lamna-ut/",
        f"/processer/{world.round.pk}/arkivpaket/",
    ):
        registrar.page.goto(path)
        registrar.page.evaluate(
            "document.querySelectorAll('main details').forEach((fold) => { fold.open = true })"
        )
        found += complaints(registrar.page)
    assert found == []
