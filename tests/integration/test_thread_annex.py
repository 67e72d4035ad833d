"""Röda tråden of one promise on paper: an annex that is whole, readable for all, and internal."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from dialogs.models import Proposal, View
from medborgarloften.portal.thread import rules
from processes.models import Activity, Cause, FocusArea, ProblemAnalysis
from tests import pdfs, situations, verapdf
from tests.integration.test_thread import another_area, grow, unravel
from tests.situations import planned_round
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.row("FAL-4"), pytest.mark.slow]


def url(world: World, promise: int | None = None) -> str:
    return reverse("portal:thread_pdf", args=[world.round.pk, promise or world.promise.pk])


@pytest.fixture
def world(client):
    made = planned_round()
    View.objects.filter(dialog=made.citizen_dialog).update(problem=made.problem)
    client.force_login(made.cast.officer)
    return made


def made(client: Any, world: World) -> bytes:
    answer = client.get(url(world))
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def words(pdf: bytes) -> str:
    return " ".join(" ".join(pdfs.pages(pdf)).split())


def test_it_is_made_on_the_fly_and_kept_nowhere(world, client):
    answer = client.get(url(world))
    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Type"] == "application/pdf"
    assert "R%C3%B6da%20tr%C3%A5den" in answer["Content-Disposition"]
    b"".join(answer.streaming_content)
    assert not situations.documents().exists()
    assert client.get(url(world, 999_999)).status_code == 404


def test_a_screen_reader_finds_its_way_through_figures_and_tables(world, client):
    unravel(world)
    pdf = made(client, world)
    assert pdfs.structure_problems(pdf) == []
    with pdfs.opened(pdf) as document:
        kinds = [str(item.get("/S")) for item in document.objects if hasattr(item, "get") and "/S" in item]
    assert kinds.count("/Figure") >= 2 and kinds.count("/Table") >= 4


def test_every_page_says_that_it_is_internal_and_nothing_is_embedded(world, client):
    pdf = made(client, world)
    pages = pdfs.pages(pdf)
    assert len(pages) >= 2
    assert all("Internt arbetsmaterial" in page for page in pages)
    assert pdfs.embedded_files(pdf) == {}


@pytest.mark.pdf
def test_it_says_what_led_there_why_what_is_done_and_what_came_of_it(world, client):
    another_area(world)
    text = words(made(client, world))
    for told in (
        world.promise.title,
        world.problem.title,
        f"{world.citizen_dialog.title} (1 synpunkt)",
        world.cause.text,
        world.goal.text,
        "Inget inskrivet",
        "Inte uppföljd",
        "Till medborgare, medarbetare och samverkanspartner",
    ):
        assert [word for word in told.split() if word not in text] == [], told
    for other in ("Tryggare källare", "Byta låsen", "Källarmötet", "Låsen är trasiga"):
        assert other not in text


@pytest.mark.pdf
def test_loose_ends_come_first_with_who_can_mend_them(world, client):
    Activity.objects.create(process=world.round, focus_area=world.focus_area, what="Göra något")
    text = words(made(client, world))
    assert text.index("Lösa trådar") < text.index("Det här ledde hit")
    said = f"{rules.AIMLESS.text} Kommunpolis, Kommunal samordnare"
    assert [word for word in said.split() if word not in text] == []


@pytest.mark.pdf
@pytest.mark.row("LAG-2")
def test_the_polices_own_dialogue_is_on_their_own_paper_alone(world, client):
    Proposal.objects.update(adopted_model="processes.FocusArea", adopted_id=world.focus_area.pk)
    group = world.what_dialog.group
    assert group in words(made(client, world))
    client.force_login(world.cast.coordinator)
    assert group not in words(made(client, world))


def test_a_drawing_too_tall_to_be_read_is_left_to_the_tables(world, client):
    grow(world, 60, 2, 0)
    pdf = made(client, world)
    assert pdfs.structure_problems(pdf) == []
    with pdfs.opened(pdf) as document:
        kinds = [str(item.get("/S")) for item in document.objects if hasattr(item, "get") and "/S" in item]
    assert kinds.count("/Figure") == 1  # what led there


def test_text_that_cannot_be_printed_is_refused_by_name_and_the_page_stays(world, client):
    Cause.objects.update(text="Ingen bryr sig 😀")
    answer = client.get(url(world))
    assert answer.status_code == 409
    html = answer.content.decode()
    assert "inte kan skrivas ut: 😀" in html and "Röda tråden" in html


def test_a_promise_about_nothing_yet_has_an_annex_that_says_so(client):
    world = situations.new_round()
    client.force_login(world.cast.officer)
    world.promise = world.create("citizen_promise", title="Ett löfte på väg")
    pdf = made(client, world)
    assert pdfs.structure_problems(pdf) == []


@pytest.mark.pdf
@pytest.mark.row("LAG-5")
@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_the_validator_has_no_complaint(world, client, flavour):
    unravel(world)
    area = FocusArea.objects.get(title="Området utan orsak")
    world.add("agreements.PromiseFocus", world.promise, focus_area=area)
    assert ProblemAnalysis.objects.filter(focus_area=area).exists()
    assert verapdf.complaints(made(client, world), flavour) == []
