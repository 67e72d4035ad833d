"""Signing over the web: who may open the page, that it is they, and that once is once."""

import json
from datetime import timedelta
from urllib.parse import quote

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from agreements import signing
from tests import situations
from tests.people import PASSWORD, cast

pytestmark = pytest.mark.django_db
LOGIN, CONFIRM = "/konto/logga-in/", "/konto/bekrafta/"


@pytest.fixture
def world():
    cache.clear()  # the login's throttle remembers earlier tests
    return situations.sent_for_signing()


def log_in(client, user):
    """Log in as people do, with the password."""
    client.logout()
    assert client.post(LOGIN, {"login": user.email, "password": PASSWORD}).status_code == 302
    return client


def enter(client, user):
    """Log in and say once more who one is, as signing asks for."""
    assert log_in(client, user).post(CONFIRM, {"password": PASSWORD}).status_code == 302
    return client


def url(world, name, **args):
    return reverse(f"agreements:{name}", args=[world.round.pk, *(args.values() or [world.sent.pk])])


def post(client, world, key="nyckel-1", **more):
    shown = {"nyckel": key, "fingeravtryck": world.sent.content_hash}
    return client.post(url(world, "sign"), {**shown, **more})


@pytest.mark.row("LOF-5", "LAG-7")
def test_the_page_shows_all_that_is_signed(client, world):
    page = enter(client, world.cast.chief).get(url(world, "sign")).content.decode()
    content = json.loads(world.sent.content)
    for text in (content["introduction"], content["follow"], content["activities"][0]["what"]):
        assert text in page
    assert "Delegationsordning 4.2" in page
    assert world.sent.content_hash in page
    assert "godkännande i systemet" in page
    assert "Det är inte en elektronisk underskrift" in page


@pytest.mark.row("LOF-5")
def test_the_page_shows_every_deviation(client):
    cache.clear()
    world = situations.planned_round()
    world.edit(world.promise, involvement="")
    world.deviate("citizen_promise", world.promise, ["LOF-11:sign"], "Ungdomsrådet vilar i år.")
    situations.send(world)
    assert (
        "Ungdomsrådet vilar i år." in enter(client, world.cast.chief).get(url(world, "sign")).content.decode()
    )
    situations.sign_all(world)
    assert all(act.deviations[0]["reason"] == "Ungdomsrådet vilar i år." for act in situations.acts().all())


@pytest.mark.row("LAG-7", page="/processer/…/version/<version>/skriv-under/")
@pytest.mark.parametrize("login", [log_in, lambda client, user: client.force_login(user)])
def test_to_be_logged_in_is_not_enough(client, world, login):
    login(client, world.cast.chief)
    asked = client.get(url(world, "sign"))
    assert asked.url == f"{CONFIRM}?next={quote(url(world, 'sign'), safe='')}"
    assert post(client, world).url == asked.url
    wrong = client.post(asked.url, {"password": "gissning"})
    assert wrong.status_code == 200
    assert not situations.acts().exists()


@pytest.mark.row("LAG-7")
def test_who_says_again_who_they_are_comes_back_and_signs(client, world):
    log_in(client, world.cast.chief)
    asked = client.get(url(world, "sign"))
    assert client.post(asked.url, {"password": PASSWORD}).url == url(world, "sign")
    assert client.get(url(world, "sign")).status_code == 200
    assert post(client, world).status_code == 302
    assert situations.acts().get().by == world.cast.chief


@pytest.mark.row("LAG-7")
@pytest.mark.parametrize(("seconds", "signatures"), [(290, 1), (310, 0)])
def test_it_holds_for_five_minutes(client, world, seconds, signatures):
    enter(client, world.cast.chief)
    with time_machine.travel(timezone.now() + timedelta(seconds=seconds)):
        assert post(client, world).url.startswith(CONFIRM) is not bool(signatures)
    assert situations.acts().count() == signatures


@pytest.mark.row("LAG-7")
def test_a_post_that_was_stopped_goes_on_once_the_person_is_known(client, world):
    enter(client, world.cast.chief)
    with time_machine.travel(timezone.now() + timedelta(seconds=310)):
        asked = post(client, world)
        client.post(asked.url, {"password": PASSWORD})
    assert situations.acts().get().by == world.cast.chief


@pytest.mark.parametrize("who", ["officer", "coordinator", "partner", "communicator", "registrar"])
def test_others_in_the_round_are_told_why_they_cannot_sign(client, world, who):
    enter(client, getattr(world.cast, who))
    for answer in (client.get(url(world, "sign")), post(client, world)):
        assert answer.status_code == 403
        assert "inte utsedd att skriva under" in answer.content.decode()
    assert not situations.acts().exists()


def test_to_strangers_the_version_does_not_exist(client, world):
    stranger = cast("bro")
    enter(client, stranger.chief)
    assert client.get(url(world, "sign")).status_code == 404
    assert post(client, world).status_code == 404
    for name in ("withdraw", "finish"):
        assert client.post(url(world, name)).status_code == 404
    assert client.get(url(world, "pdf")).status_code == 404


def test_a_double_click_signs_once(client, world):
    enter(client, world.cast.chief)
    assert [post(client, world).status_code for _ in range(3)] == [302, 302, 302]
    assert situations.acts().count() == 1
    assert post(client, world, key="annan").status_code == 302
    assert client.get(url(world, "sign")).status_code == 302
    assert situations.acts().count() == 1


@pytest.mark.row("LOF-5")
def test_changed_content_is_refused_on_the_page_with_what_to_do(client, world, monkeypatch):
    monkeypatch.setitem(world.method.__dict__, "afterwards", ())  # changed from another round
    enter(client, world.cast.chief)
    world.edit(world.promise, introduction="Vi lovar er mindre än det ni nyss läste.")
    answer = post(client, world)
    assert answer.status_code == 409
    assert "Innehållet har ändrats" in answer.content.decode()
    assert not situations.acts().exists()


@pytest.mark.row("LOF-5", "PRO-3")
def test_a_gap_that_opened_since_is_shown_with_the_way_to_mend_it(client, world):
    enter(client, world.cast.chief)
    world.edit(world.plan, message="")
    answer = post(client, world)
    assert answer.status_code == 409
    assert "KOM-1" in answer.content.decode()
    assert not situations.acts().exists()


@pytest.mark.row("X-6")
def test_a_no_without_a_reason_is_asked_for_one_and_with_one_it_reaches_the_leader(client, world):
    enter(client, world.cast.representative)
    asked = post(client, world, avboj="1", kommentar=" ")
    assert asked.status_code == 422 and "Skriv varför du avböjer" in asked.content.decode()
    assert post(client, world, key="b", avboj="1", kommentar="Nämnden är inte hörd.").status_code == 302
    page = enter(client, world.cast.officer).get(
        f"/processer/{world.round.pk}/steg/medborgarlofte/{world.promise.pk}/"
    )
    assert "Nämnden är inte hörd." in page.content.decode()


@pytest.mark.row("X-6", page="/processer/…/steg/medborgarlofte/<löfte>/del/<del>/")
def test_who_edits_is_told_beforehand_which_signatures_it_costs(client, world):
    address = f"/processer/{world.round.pk}/steg/medborgarlofte/{world.promise.pk}/del/texter/"
    lost = "Då upphävs underskriften från Chief Aby."
    client.force_login(world.cast.officer)
    page = client.get(address).content.decode()
    assert "är ute för underskrift" in page and lost not in page
    situations.sign(world, world.cast.chief)
    assert lost in client.get(address).content.decode()
    situations.sign(world, world.cast.representative)
    signing.finish(world.sent.pk)
    assert "är ute för underskrift" not in client.get(address).content.decode()


@pytest.mark.row("GEN-2", "X-6")
def test_a_promised_activity_is_taken_away_only_with_words_about_why(client, world):
    situations.sign(world, world.cast.chief)
    plan, goal = world.activity_plan, world.goal
    address = f"/processer/{world.round.pk}/steg/aktivitetsplan/{plan.pk}/del/mal/{goal.pk}/ta-bort/"
    client.force_login(world.cast.officer)
    page = client.get(address).content.decode()
    assert "Varför tar du bort det?" in page and "underskriften från Chief Aby" in page
    asked = client.post(address, {"reason": " "})
    assert asked.status_code == 422 and "Skriv varför." in asked.content.decode()
    assert type(goal).objects.filter(pk=goal.pk).exists()
    why = {"reason": "Målet gick inte att mäta."}
    asked = client.post(address, why)
    assert asked.status_code == 409 and "Underskriften från Chief Aby upphävs." in asked.content.decode()
    assert type(goal).objects.filter(pk=goal.pk).exists()
    assert client.post(address, why | {"andra-anda": "1"}).status_code == 302
    assert goal.history.latest().history_change_reason == "Målet gick inte att mäta."


def test_only_who_leads_withdraws(client, world):
    form = {"kommentar": "Vi skärper texten.", "nyckel": "x"}
    enter(client, world.cast.chief)
    assert client.post(url(world, "withdraw"), form).status_code == 403
    enter(client, world.cast.officer)
    assert (
        client.post(url(world, "withdraw"), {**form, "kommentar": ""}).status_code == 422
    )  # as every act that lacks its reason
    assert not situations.acts().exists()
    assert client.post(url(world, "withdraw"), form).status_code == 302
    assert situations.acts().get().kind == "withdrawn"


def test_only_who_leads_sends(client):
    cache.clear()
    world = situations.planned_round()
    address = url(world, "send", promise=world.promise.pk)
    enter(client, world.cast.manager)
    assert client.post(address).status_code == 403
    assert client.get(address).status_code == 403
    assert not situations.versions().exists()
    enter(client, world.cast.coordinator)
    assert [client.post(address, {"nyckel": "s"}).status_code for _ in range(2)] == [302, 302]
    assert situations.versions().count() == 1


@pytest.mark.slow
@pytest.mark.row("LOF-5", page="/processer/…/version/<version>/skriv-under/")
@pytest.mark.row("LOF-5", "LOF-6")
def test_the_last_signature_seals_and_all_parties_download_the_same_file(client, world):
    enter(client, world.cast.chief)
    assert post(client, world).status_code == 302
    assert client.get(url(world, "pdf")).status_code == 404
    enter(client, world.cast.representative)
    assert post(client, world).status_code == 302
    stored = situations.documents().get()
    who = [
        "communicator",
        "municipal_communicator",
        "partner",
        "registrar",
        "reader",
        "officer",
        "representative",
    ]
    for name in who:
        answer = enter(client, getattr(world.cast, name)).get(url(world, "pdf"))
        assert answer.status_code == 200, name
        assert b"".join(answer.streaming_content) == bytes(stored.pdf)
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["ETag"] == f'"{stored.sha256}"'
    client.logout()
    assert client.get(url(world, "pdf")).status_code == 302


def test_a_seal_that_cannot_be_made_leaves_the_signatures_and_a_way_on(client, world, settings, tmp_path):
    situations.sign(world, world.cast.chief)
    good = settings.SEAL_CERT
    broken = tmp_path / "broken.crt"
    broken.write_text("ingen stämpel")
    settings.SEAL_CERT = str(broken)
    enter(client, world.cast.representative)
    answer = client.post(
        url(world, "sign"), {"nyckel": "n", "fingeravtryck": world.sent.content_hash}, follow=True
    )
    assert "kunde inte förseglas just nu" in answer.content.decode()
    assert signing.unfinished() == [world.sent.pk]
    enter(client, world.cast.partner)
    assert client.post(url(world, "finish")).status_code == 403
    settings.SEAL_CERT = good
    enter(client, world.cast.chief)
    assert client.post(url(world, "finish")).status_code == 302
    assert client.post(url(world, "finish")).status_code == 302
    assert situations.documents().count() == 1


def test_nobody_seals_what_not_all_have_signed(client, world):
    enter(client, world.cast.chief)
    post(client, world)
    answer = client.post(url(world, "finish"), follow=True)
    assert "Alla har inte skrivit under" in answer.content.decode()
    assert not situations.documents().exists()
