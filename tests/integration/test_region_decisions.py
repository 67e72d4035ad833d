"""What the region has decided is kept there and linked from its rounds (PRO-10)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from processes.actions.region import keep_decision
from processes.models import Membership, RegionDecision
from processes.writing import Conflict, Refused
from tests import situations
from tests.forms import typed
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.row("PRO-10", page="/inriktningsbeslut/")]
URL = "/inriktningsbeslut/"
TITLE = "Inriktning för medborgarlöften"


@pytest.fixture
def world():
    return situations.new_round()


def kept(world: World, **values: Any) -> RegionDecision:
    values = {"title": TITLE, "link": "https://polisen.example/inriktning", **values}
    return keep_decision(by=world.cast.reader, region=world.cast.area.parent, values=values)


def add_url(world: World) -> str:
    return reverse("portal:add_decision", args=[world.cast.area.parent_id])


def seen(client: Any, world: World, who: str, url: str = "") -> str:
    client.force_login(world.cast.people[who])
    url = url or reverse("processes:overview", args=[world.round.pk])
    return " ".join(client.get(url).content.decode().split())


def test_the_regions_reader_adds_a_decision_and_its_rounds_link_to_it(world, client):
    client.force_login(world.cast.reader)
    form = typed(client.get(add_url(world)))
    answer = client.post(
        add_url(world),
        {
            **form,
            "title": TITLE,
            "decided_on": str(world.today),
            "link": "https://polisen.example/inriktning",
        },
    )
    assert answer.url == URL
    for url in ("", reverse("processes:step", args=[world.round.pk, "lokal-lagesbild"])):
        page = seen(client, world, "officer", url)
        assert 'href="https://polisen.example/inriktning"' in page
        assert f"Regionens inriktning: {TITLE}" in page
    assert TITLE in seen(client, world, "officer", URL)


def test_an_administrator_of_the_region_keeps_it_and_one_of_a_part_does_not(world):
    admin = world.cast.admin
    with pytest.raises(Refused, match="Bara regionens läsare"):
        keep_decision(by=admin, region=world.cast.area.parent, values={"title": TITLE})
    Membership.objects.filter(user=admin).update(area=world.cast.area.parent)
    del admin._memberships_today
    assert keep_decision(by=admin, region=world.cast.area.parent, values={"title": TITLE}).owner


@pytest.mark.parametrize("who", ["officer", "chief", "coordinator", "partner"])
def test_others_read_and_are_told_who_writes(world, client, who):
    row = kept(world)
    assert TITLE in seen(client, world, who, URL)
    answer = client.get(reverse("portal:decision", args=[row.pk]))
    assert answer.status_code == 403
    assert "Bara regionens läsare eller administratör hos polisen kan ändra" in answer.content.decode()


def test_another_region_sees_nothing_of_it(world, client):
    row, other = kept(world), World("norr")
    assert TITLE not in seen(client, other, "officer")
    assert TITLE not in seen(client, other, "reader", URL)
    for name in ("decision", "decision_file"):
        assert client.get(reverse(f"portal:{name}", args=[row.pk])).status_code == 404
    assert client.get(add_url(world)).status_code == 404


def test_only_what_holds_on_some_day_of_the_round_is_linked(world, client):
    start, end, one = world.round.period_start, world.round.period_end, timedelta(days=1)
    shown = [
        kept(world, title=f"Gäller {n}", **days)
        for n, days in enumerate(
            (
                {},
                {"valid_until": start},
                {"valid_from": end},
                {"valid_from": start - one, "valid_until": end + one},
            )
        )
    ]
    hidden = [
        kept(world, title=f"Utanför {n}", **days)
        for n, days in enumerate(({"valid_until": start - one}, {"valid_from": end + one}))
    ]
    page = seen(client, world, "officer")
    assert all(row.title in page for row in shown)
    assert not any(row.title in page for row in hidden)


def test_a_file_is_handed_out_to_those_who_work_there_and_stays_when_the_name_changes(world, client):
    client.force_login(world.cast.reader)
    file = SimpleUploadedFile("beslut.pdf", b"%PDF-1.7 inget", content_type="application/pdf")
    client.post(add_url(world), {**typed(client.get(add_url(world))), "title": TITLE, "file": file})
    row = RegionDecision.objects.get()
    url = reverse("portal:decision", args=[row.pk])
    assert client.post(url, typed(client.get(url), title="Ny inriktning")).status_code == 302
    client.force_login(world.cast.partner)
    answer = client.get(reverse("portal:decision_file", args=[row.pk]))
    assert b"".join(answer) == b"%PDF-1.7 inget"
    assert answer["Content-Security-Policy"] == "sandbox"
    assert (
        "Ny%20inriktning.pdf" in answer["Content-Disposition"]
        or "Ny inriktning.pdf" in answer["Content-Disposition"]
    )


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"title": ""}, "Skriv vad beslutet heter"),
        ({"link": ""}, "Ange en länk eller välj en fil."),
        ({"link": "javascript:alert(1)"}, "Skriv en adress som börjar med https://"),
        ({"valid_from": "2028-05-01", "valid_until": "2028-04-01"}, "slutar gälla innan det börjar"),
        ({"decided_on": "i våras"}, "Datumet går inte att tolka"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(world, client, values, told):
    client.force_login(world.cast.reader)
    whole = {"title": TITLE, "link": "https://polisen.example/", "decided_on": "2028-02-03"} | values
    page = client.post(add_url(world), {**typed(client.get(add_url(world))), **whole})
    assert page.status_code == 422 and told in page.content.decode()
    for value in whole.values():
        assert value in page.content.decode()
    assert not RegionDecision.objects.exists()


def test_two_who_change_the_same_decision_do_not_overwrite_each_other(world):
    row = kept(world)
    keep = {"by": world.cast.reader, "region": row.region, "decision": row, "version": row.version}
    keep_decision(values={"title": "Den första"}, **keep)
    with pytest.raises(Conflict):
        keep_decision(values={"title": "Den andra"}, **keep)


def test_pages_ask_no_more_however_many_decisions_there_are(world, client):
    def asked(who: str, url: str) -> int:
        client.force_login(world.cast.people[who])
        client.get(url)
        with CaptureQueriesContext(
            connection,
        ) as found:
            client.get(url)
        return len(found)

    urls = (("reader", URL), ("officer", reverse("processes:overview", args=[world.round.pk])))
    kept(world)
    few = [asked(*url) for url in urls]
    for number in range(20):
        kept(world, title=f"Beslut {number}")
    assert [asked(*url) for url in urls] == few
