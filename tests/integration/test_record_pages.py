"""The pages of the record ask as much of a large round as of a small one, and so does making its packages."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from agreements.models import Registration, Release, ReleasePackage
from processes import actions
from tests import publishing, situations
from tests.integration.test_pages import MANY, multiply
from tests.places import _pdf
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def world(client):
    """Closed, published and accounted for: everything that a page of the record may show."""
    made = situations.closed_promise()
    publishing.account(made)
    client.force_login(made.cast.officer)
    return made


def addresses(world: World) -> dict[str, str]:
    """The pages of the record of a round and of its promise."""
    pk, promise = world.round.pk, world.promise.pk
    own = Registration.objects.filter(organisation=world.police).earliest("pk")
    return {
        "hand out": reverse("agreements:hand_out", args=[pk]),
        "hand out a promise": f"{reverse('agreements:hand_out', args=[pk])}?lofte={promise}",
        "archive": reverse("portal:archive", args=[pk]),
        "account": reverse("agreements:account", args=[pk, promise]),
        "register": reverse("agreements:register", args=[pk, world.sent.pk]),
        "correct": reverse("agreements:correct_registration", args=[own.pk]),
        "renew": reverse("agreements:renew", args=[pk, promise]),
        "experience": reverse("agreements:experience"),
    }


def asked(client: Any, url: str, data: dict[str, Any] | None = None) -> int:
    """How many queries a page takes, or a press when there is something to send."""
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(url) if data is None else client.post(url, data)
    assert answer.status_code in (200, 302)
    return len(queries)


@pytest.mark.slow
def test_every_page_of_the_record_asks_as_much_of_one_row_as_of_many(world, client):
    with time_machine.travel(timezone.now(), tick=False):  # or the session would be touched in between
        client.get("/")
        before = {name: asked(client, url) for name, url in addresses(world).items()}
        assert multiply(world) > 12 * MANY
        after = {name: asked(client, url) for name, url in addresses(world).items()}
    assert after == before
    assert max(before.values()) <= 25, before


def test_the_log_of_what_was_handed_out_asks_as_much_of_many(world, client):
    url = addresses(world)["hand out"]

    def release() -> None:
        Release.objects.create(
            process=world.round, organisation=world.police, title="Löftet", sha256="0" * 64,
            by=world.cast.officer, at=timezone.now(),
        )  # fmt: skip

    release()
    client.get(url)
    before = asked(client, url)
    for _ in range(9):
        release()
    assert asked(client, url) == before


def attach(world: World, number: int) -> None:
    actions.attach(
        by=world.cast.officer,
        round_=world.round,
        step=world.method["collaboration"],
        subject_id=world.record("processes.Collaboration").pk,
        values={"title": f"Protokoll {number}", "file": _pdf(), "sha256": f"{number:064}"},
    )


@pytest.mark.slow
def test_a_package_asks_as_much_of_many_files_as_of_one(world, client):
    url, archive = addresses(world)["hand out"], addresses(world)["archive"]

    def hand_out() -> int:
        page = client.get(url)
        parts = [part for step in page.context["steps"] for part in step["parts"]]
        let_go = {part["name"]: "ut" for part in parts if part["title"].startswith("Bilaga")}
        return asked(client, url, {"sedd": page.context["mark"], **let_go})

    attach(world, 0)
    hand_out()
    attach(world, 1)  # or the package would be there already
    before = hand_out(), asked(client, archive, {})
    for number in range(2, 9):
        attach(world, number)
    assert (hand_out(), asked(client, archive, {})) == before
    kept = zipfile.ZipFile(io.BytesIO(bytes(ReleasePackage.objects.latest("pk").data)))
    assert sum(name.startswith("bilagor/") for name in kept.namelist()) == 9
