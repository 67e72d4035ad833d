"""The agreement of a large city, and those of its local police areas that stand under it (OVE-3)."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agreements import chain, signing
from agreements.models import CollaborationAgreement, SealedDocument
from processes.pages import links
from tests import pdfs, situations
from tests.examples import collaboration_agreement as example
from tests.forms import typed

pytestmark = [pytest.mark.django_db, pytest.mark.row("OVE-3"), pytest.mark.slow]
STEP = "collaboration_agreement"
CITY = "Trygg i hela staden"


@pytest.fixture
def city(world):
    """A round elsewhere with a sealed agreement, for an area that holds the world's, with its municipality."""
    found = situations.planned_round("stad")
    found.edit(found.agreement, title=CITY, area=world.cast.area.parent)
    found.add("processes.Party", organisation=world.municipality)
    return found


def offered(world) -> list[CollaborationAgreement]:
    return list(CollaborationAgreement.OFFERED(world.round)["under"])


def notice(world, ends_on):
    version = world.agreement_sent.pk
    signing.give_notice(
        by=world.cast.chief, round_=world.round, version_id=version, ends_on=ends_on, reason="Nej"
    )


def faults(world) -> list[str]:
    gaps = world.verdict(STEP, "agreement", world.agreement).gaps
    return [gap.finding.current for gap in gaps if gap.finding.anchor == "giltighet.under"]


def page(world, who="officer", agreement=None) -> str:
    client = Client()
    client.force_login(world.cast.people[who])
    url = links.subject_url(world.round.pk, world.method[STEP], (agreement or world.agreement).pk)
    return " ".join(client.get(url).content.decode().split())


def form(world, client):
    step = world.method[STEP]
    client.force_login(world.cast.officer)
    return client.get(links.at("edit", world.round.pk, step, world.agreement.pk, "giltighet"))


@pytest.mark.row("OVE-3", page="/processer/…/steg/samverkansoverenskommelse/")
def test_the_form_offers_what_the_municipality_has_signed_for_a_larger_area(world, city, client):
    shown = form(world, client)
    assert CITY in shown.content.decode()
    sent = client.post(shown.wsgi_request.path, typed(shown, under=city.agreement.pk, reason="Ny"))
    assert sent.status_code == 302
    world.agreement.refresh_from_db()
    assert world.agreement.under_id == city.agreement.pk and faults(world) == []


def test_nothing_else_is_offered(world, city):
    drafted = city.create(STEP, title="Ett utkast")
    city.edit(drafted, area=world.cast.area.parent)
    stranger = situations.planned_round("berg")
    assert offered(world) == [city.agreement, world.agreement]
    assert offered(stranger) == [stranger.agreement]
    stranger.edit(stranger.agreement, area=world.cast.area.parent)  # of the area, but of no municipality here
    assert city.agreement in offered(world) and stranger.agreement not in offered(world)
    city.edit(city.agreement, area=city.cast.area)  # the other way round
    assert offered(world) == [world.agreement]
    city.edit(city.agreement, area=world.cast.area.parent)
    with time_machine.travel(city.agreement.valid_until + timedelta(days=1), tick=False):
        assert offered(world) == []
    notice(city, city.today)
    assert offered(world) == [world.agreement]
    world.edit(world.agreement, under=city.agreement)
    assert city.agreement in offered(world)  # else the form would lose it


def test_what_is_sealed_says_under_which_file_it_stands(world, city):
    world.edit(world.agreement, under=city.agreement, title="Trygg i Åby och i staden")
    example.sign(world)
    above = json.loads(world.agreement_sent.content)["above"]
    upper = SealedDocument.objects.get(version=city.agreement_sent)
    assert above == {
        "agreement": city.agreement.pk, "title": CITY, "version": 1,
        "sealed_on": world.today.isoformat(), "sha256": upper.sha256,
    }  # fmt: skip
    file = SealedDocument.objects.get(version=world.agreement_sent)
    said = " ".join(" ".join(pdfs.pages(bytes(file.pdf))).split())
    assert f"övergripande överenskommelsen ”{CITY}” (version 1, förseglad" in said
    shown = page(world)
    assert f"”{CITY}” (version 1, förseglad" in shown  # by name alone: it belongs to a round of others
    assert f"/processer/{city.round.pk}/" not in shown
    assert "Hör under den här" not in page(city)


SPOILS = {
    "överenskommelsen själv": lambda w, c: w.edit(w.agreement, under=w.agreement),
    "”Utkast” är inte underskriven": lambda w, c: w.edit(w.agreement, under=w.create(STEP, title="Utkast")),
    f"”{CITY}” hör själv till en annan": lambda w, c: c.edit(c.agreement, under=w.agreement),
    "gällde till": lambda w, c: w.edit(
        w.agreement, valid_from=c.agreement.valid_until + timedelta(days=1), valid_until=None
    ),
    "gäller från": lambda w, c: w.edit(w.agreement, valid_from=c.agreement.valid_from - timedelta(days=1)),
    "uppsagd, gäller inte från": lambda w, c: notice(c, w.agreement.valid_from),
}


@pytest.mark.row("OVE-2", "OVE-3")
def test_it_stands_under_nothing_but_what_is_sealed_in_force_and_on_top(world, city):
    world.edit(world.agreement, under=city.agreement)
    assert faults(world) == []
    for words, spoil in SPOILS.items():
        with transaction.atomic():
            spoil(world, city)
            (found,) = faults(world)
            assert words in found
            transaction.set_rollback(True)
        for one in (world, city):
            one.agreement.refresh_from_db()


def test_a_version_from_before_the_file_was_told_says_no_less(world, city):
    world.edit(world.agreement, under=city.agreement, title="Trygg i Åby och i staden")
    example.sign(world)
    version = world.agreement_sent
    said = json.loads(version.content)
    del said["above"]
    version.content_hash = chain.sha256(chain.canonical(said))
    row = world.facts().get("agreements.CollaborationAgreement", world.agreement.pk)
    assert signing.says_the_same(world.facts(), row, version)


def test_the_page_above_names_those_below_in_few_queries(world):
    def asked():
        with CaptureQueriesContext(connection) as found:
            shown = page(world)
        return len(found), shown

    def under(title):
        return world.edit(world.create(STEP, title=title), under=world.agreement)

    first = under("Trygg i Norra Åby")
    page(world)
    few, shown = asked()
    assert "Hör under den här" in shown and "Trygg i Norra Åby" in shown
    up = page(world, agreement=first)
    assert f'<a href="{links.subject_url(world.round.pk, world.method[STEP], world.agreement.pk)}">' in up
    for n in range(4):
        under(f"Trygg i del {n}")
    many, shown = asked()
    assert "Trygg i del 3" in shown and many == few
