"""The thread that citizens see: made of the snapshot alone, and silent about all that is not in it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.document import document
from agreements.publication import shown
from agreements.publication.public_thread import MOST, public_thread, told
from processes.models import SituationEntry
from tests.situations import planned_round, publish, register, send, sign_all

pytestmark = [pytest.mark.django_db, pytest.mark.row("FAL-4", "LOF-8")]
PUBLIC_ALREADY = 12
"""Shorter texts are words like a unit or a title, which may stand in the promise as well."""


@pytest.fixture(scope="module")
def content(undone) -> dict[str, Any]:
    with undone():
        world = planned_round()
        send(world)
        return json.loads(world.sent.content)


@pytest.fixture
def world():
    """A published promise, with a word of each kind that the parties keep to themselves."""
    from agreements import signing

    made = planned_round()
    entry = made.add(
        "processes.SituationEntry", made.round.local_situation, title="Iakttagelse bara för polisen"
    )
    made.add("processes.ProblemEntry", made.problem, entry=SituationEntry.objects.get(pk=entry.pk))
    made.edit(made.shares[0], hours=98_765)
    made.edit(made.activity_plan, note="Anteckning som hör till planen", reason="rättelse")
    for step, subject in (("problem_analysis", made.analysis), ("joint_situation", made.joint)):
        made.decide(step, subject, "complete")
    made.decide("joint_situation", made.joint, "approve")
    made.decide("activity_plan", made.activity_plan, "complete")
    made.decide("activity_plan", made.activity_plan, "approve")
    send(made)
    sign_all(made)
    made.sealed = signing.finish(made.sent.pk)
    register(made, made.police)
    register(made, made.municipality)
    made.publication = publish(made)
    return made


def page(client: Any, world: Any) -> str:
    return client.get(reverse("agreements:public_promise", args=[world.publication.slug])).content.decode()


def test_nothing_that_the_parties_keep_to_themselves_is_in_it(client, world):
    """Whatever text or hour stands anywhere in the round, but not in the snapshot, is not on the page."""
    facts, content = world.facts(), world.publication.content
    html = page(client, world)
    secrets = set()
    for row in facts.all_rows():
        if not row.model.startswith("agreements."):
            secrets |= {
                value for value in row.values() if isinstance(value, str) and len(value) > PUBLIC_ALREADY
            }
    secrets = {secret for secret in secrets if secret not in content}
    named = {
        world.cause.text,
        world.cause.who_can_act,
        "Iakttagelse bara för polisen",
        "Anteckning som hör till planen",
    }
    assert named <= secrets and len(secrets) > 40
    assert [secret for secret in secrets if secret in html] == []
    assert "98765" not in html and "98 765" not in html
    assert world.activities[0].what in html[html.index("Så hänger löftet ihop") :]


def test_it_is_made_of_the_content_and_nothing_else(content):
    thread = public_thread(content)
    texts = [row["text"] for column in thread["columns"] for row in column["rows"]]
    assert texts == [
        *content["how_arrived"],
        *(area["title"] for area in content["focus_areas"]),
        *(activity["what"] for activity in content["activities"]),
        *(effect["text"] for effect in content["effects"]),
    ]
    assert [box["name"] for box in thread["drawing"]["boxes"]] == texts
    # What led to what inside a promise is analysis: there is an order, but no line.
    assert thread["drawing"]["lines"] == []
    assert not thread["drawing"]["leads"]


def test_a_long_promise_is_drawn_short_and_listed_whole(content):
    many = content["activities"] * 7
    thread = public_thread(content | {"activities": many})
    names = [box["name"] for box in thread["drawing"]["boxes"]]
    assert f"Och {len(many) - MOST} till" in names
    assert len(thread["columns"][2]["rows"]) == len(many)


def test_a_promise_without_figures_says_what_is_promised_without_them(content):
    bare = {"text": "Tryggare", "indicator": "", "baseline": "", "baseline_on": "", "target": "", "due": ""}
    on_demand = content["activities"][0] | {
        "who": [],
        "target": {"kind": "on_demand", "value": "", "unit": "", "counts": "", "reason": "Beror på"},
    }
    columns = public_thread(content | {"effects": [bare], "activities": [on_demand]})["columns"]
    assert columns[3]["rows"] == [{"text": "Tryggare", "note": ""}]
    assert columns[2]["rows"][0]["note"] == "Vid behov"


def test_a_figure_is_told_with_what_it_counts_on_paper_and_in_public():
    world = planned_round()
    world.edit(world.goal, baseline_value="17.5", target_value=12, unit="procent av dem som svarat")
    for gate in ("complete", "approve"):
        world.decide("activity_plan", world.activity_plan, gate)
    send(world)
    content = json.loads(world.sent.content)
    told = "17,5 procent av dem som svarat"
    paper = document(content, created=timezone.now(), identifier="x", facts=())
    assert f"Utgångsvärdet är {told}" in str(paper.blocks)
    assert public_thread(content)["columns"][3]["rows"][0]["note"].endswith(
        "17,5 → 12 procent av dem som svarat"
    )
    assert shown.effects(content, None)[0]["figures"][0]["value"] == told


def test_what_is_told_is_focus_areas_activities_and_goals(content):
    assert {kind for kind, _ in told(content)} == {"focus", "activity", "goal"}
    assert ("activity", content["activities"][0]["what"]) in set(told(content))


@pytest.mark.row("LOF-8", page="/loften/<löfte>/")
def test_the_page_shows_it_drawn_and_as_a_list(client, world):
    html = page(client, world)
    drawn = html[html.index("thread-picture") :]
    svg = drawn[drawn.index("<svg") : drawn.index("</svg>")]
    assert 'role="img"' in svg and "<a " not in svg and "style" not in svg
    listed = html[html.index("Läs som lista") :]
    for activity in world.activities:
        assert activity.what in listed
