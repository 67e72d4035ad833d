"""The agreement says what the steps have said: purpose, focus areas with målbild, problem and causes."""

import pytest
from django.urls import reverse

from tests.situations import new_round, planned_round

pytestmark = [pytest.mark.django_db, pytest.mark.row("GEM-9", "PRB-8", "OVE-1")]


def page(client, world, agreement) -> str:
    client.force_login(world.cast.officer)
    step = world.method["collaboration_agreement"]
    url = reverse("processes:subject", args=[world.round.pk, step.slug, agreement.pk])
    return " ".join(client.get(url).content.decode().split())


@pytest.mark.row("PRB-8", page="/processer/…/steg/samverkansoverenskommelse/")
@pytest.mark.row("GEM-9", page="/processer/…/steg/samverkansoverenskommelse/")
@pytest.mark.row("OVE-1", page="/processer/…/steg/samverkansoverenskommelse/")
def test_both_parts_stand_there_without_being_written_again(client):
    world = planned_round()
    other = world.add("processes.FocusArea", title="Inbrott i förråd", becomes_promise=False)
    text = page(client, world, world.agreement)
    purpose = world.record("processes.Collaboration").agreement_purpose
    for words in (purpose, world.focus_area.title, world.focus_area.target_picture, world.cause.text[1:]):
        assert words in text
    assert other.title not in text  # what was turned down is no part of it


def test_what_is_not_there_yet_is_said_with_the_way_to_it(client):
    world = new_round()
    agreement = world.create("collaboration_agreement", title="Trygg i Åby")
    text = page(client, world, agreement)
    assert "Syftet är inte skrivet ännu" in text
    assert "Inga fokusområden är valda ännu" in text
    for key in ("collaboration", "joint_situation"):
        assert reverse("processes:step", args=[world.round.pk, world.method[key].slug]) in text
