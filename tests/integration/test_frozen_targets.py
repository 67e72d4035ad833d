"""A target is frozen at signing: a later change of what counts takes a reason, and is a new version, also in public."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.urls import reverse

from agreements import signing
from agreements.models import Publication
from agreements.versions import changed_targets
from processes.writing import ReasonNeeded
from tests import publishing, situations
from tests.forms import typed

pytestmark = [pytest.mark.django_db, pytest.mark.row("FAL-1")]
RULES = {
    "what_counts": "Ett pass räknas redan efter en kvart",
    "target_unit": "pass",
    "target_value": 3,
    "target_kind": "per_week",
}
WALK = "Polisen patrullerar torget till fots på fredagskvällar"


@pytest.fixture
def world():
    return situations.published_promise()


def public(publication):
    """What anyone reads, without logging in."""
    return Client().get(reverse("agreements:public_promise", args=[publication.slug])).content.decode()


@pytest.mark.parametrize("name", RULES)
def test_a_changed_counting_rule_takes_a_reason_and_leaves_what_was_signed(world, client, name):
    client.force_login(world.cast.officer)
    before = situations.versions().get().content
    shown = public(world.publication)
    url = reverse(
        "processes:edit_row",
        args=[
            world.round.pk,
            "aktivitetsplan",
            world.activity_plan.pk,
            "aktiviteter",
            world.activities[0].pk,
        ],
    )
    silent = client.post(url, typed(client.get(url), **{name: RULES[name]}))
    assert silent.status_code == 422 and "Skriv varför du ändrar" in silent.content.decode()
    with pytest.raises(ReasonNeeded):
        world.edit(world.activities[0], reason="", **{name: RULES[name]})
    told = client.post(url, typed(client.get(url), reason="Färre poliser i höst", **{name: RULES[name]}))
    assert told.status_code == 302
    world.activities[0].refresh_from_db()
    assert getattr(world.activities[0], name) == RULES[name]
    assert world.activities[0].history.first().history_change_reason == "Färre poliser i höst"
    version = situations.versions().get()
    assert version.content == before, "what was signed stays"
    assert public(world.publication) == shown, "and so does what citizens read"
    assert not signing.unchanged(
        world.facts(),
        world.facts().one("agreements.Promise"),
        world.facts().get("agreements.DocumentVersion", version.pk),
    )
    assert {gap.code for gap in world.verdict("citizen_promise", "sign", world.promise).gaps} == {"PRO-3"}


def test_the_new_rule_is_a_new_version_that_the_public_sees_as_one(world, client):
    first, second = publishing.changed(world, target_value=2, what_counts="Minst en timme")
    assert (first.version.number, second.version.number) == (1, 2)
    assert first.slug == second.slug, "the address stays"
    old, new = (
        client.get(reverse("agreements:public_version", args=[first.slug, number])).content.decode()
        for number in (1, 2)
    )
    assert "Minst 4 gånger per månad" in old and "Löftet har ändrats sedan dess" in old
    assert reverse("agreements:public_promise", args=[second.slug]) in old
    assert "Löftet har ändrats" not in new and '<h2 id="versioner">Version 2</h2>' in new
    assert '<del><span class="visually-hidden">borttaget: </span>4</del>' in new
    assert '<ins><span class="visually-hidden">nytt: </span>2</ins>' in new and "Minst en timme" in new
    shown = public(second)
    assert "Minst 2 gånger per månad" in shown and "Minst 4 gånger" not in shown
    assert "Löftet ändrades: version 2" in shown
    assert client.get("/loften/").content.decode().count(f'href="/loften/{second.slug}/"') == 1
    assert json.loads(first.content)["activities"][0]["target"]["value"] == "4"


def test_a_page_kept_by_a_browser_is_fetched_anew_once_there_is_a_later_version(world, client):
    url = reverse("agreements:public_promise", args=[world.publication.slug])
    tag = client.get(url)["ETag"]
    assert client.get(url, headers={"If-None-Match": tag}).status_code == 304
    publishing.changed(world, target_value=2)
    assert client.get(url, headers={"If-None-Match": tag}).status_code == 200


def test_one_version_alone_says_nothing_of_versions(world, client):
    assert "version 2" not in public(world.publication) and "ändrades" not in public(world.publication)
    assert Publication.objects.count() == 1


def content(**targets):
    blank = {"kind": "at_least", "value": "1", "unit": "", "counts": "", "reason": ""}
    return {"activities": [{"what": what, "target": blank | target} for what, target in targets.items()]}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, []),
        ({"value": "2"}, [("A", "Minst 1 gång", "Minst 2 gånger")]),
        ({"unit": "pass"}, [("A", "Minst 1 gång", "Minst 1 pass")]),
        ({"kind": "exactly"}, [("A", "Minst 1 gång", "1 gång")]),
        ({"counts": "En timme"}, [("A", "Minst 1 gång", "Minst 1 gång. Räknas: En timme")]),
        ({"kind": "on_demand", "reason": "Vi är få"}, [("A", "Minst 1 gång", "Vid behov. Vi är få")]),
    ],
)
def test_whatever_part_of_the_rule_is_changed_is_told(change, told):
    found = changed_targets(content(A={}, B={}), content(A=change, B={}))
    assert [tuple(row.values()) for row in found] == told


def test_what_is_promised_no_longer_or_anew_is_told_too():
    found = changed_targets(content(A={}), content(B={}))
    assert [tuple(row.values()) for row in found] == [("A", "Minst 1 gång", ""), ("B", "", "Minst 1 gång")]
