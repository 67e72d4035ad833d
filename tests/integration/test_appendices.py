"""What is appended to an agreement: the sealed promises and the plan of each year, and what a promise says of it."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from agreements import chain, content, document, signing
from agreements.agreement import appendices
from agreements.agreement.cited import cited
from agreements.models import DocumentVersion, SealedDocument
from agreements.record.actions import registering
from processes.documents import tree
from processes.models import Process
from processes.plan import periods
from processes.plan.words import day_words
from tests import pdfs, situations
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.row("OVE-3")]


def registered(world, number="A1.483/2026"):
    """The police enter the agreement in their register."""
    values = {
        "organisation": world.police,
        "diary_number": number,
        "registered_on": world.today,
        "description": "Samverkansöverenskommelse",
    }
    return registering.register(
        by=world.cast.registrar, round_=world.round, version_id=world.agreement_sent.pk, values=values
    )


def shown(world, who="officer") -> str:
    """The agreement's page."""
    client = Client()
    client.force_login(world.cast.people[who])
    slug = world.method["collaboration_agreement"].slug
    url = reverse("processes:subject", args=[world.round.pk, slug, world.agreement.pk])
    return " ".join(client.get(url).content.decode().split())


def as_row(world):
    return world.facts().get("agreements.Promise", world.promise.pk)


@pytest.mark.slow
def test_the_page_lists_each_sealed_promise_with_what_identifies_it(client):
    world = situations.registered_promise()
    (one,) = appendices.of_agreement(world.cast.officer, world.agreement.pk)
    assert one["what"] == f"Medborgarlöfte: {world.promise.title}"
    assert one["sha256"] == SealedDocument.objects.get(version=world.sent).sha256
    assert one["numbers"] == [f"A{o.pk}.483/{world.today.year}" for o in (world.police, world.municipality)]
    page = shown(world)
    for words in (one["what"], "Version 1, förseglad", one["numbers"][0], one["sha256"]):
        assert escape(words) in page
    client.force_login(world.cast.officer)
    file = client.get(one["files"][0]["url"])
    assert chain.sha256(b"".join(file.streaming_content)) == one["sha256"]
    assert appendices.of_agreement(World("berg").cast.officer, world.agreement.pk) == []


def test_a_promise_stays_an_appendix_to_the_agreement_that_it_says_itself(client):
    world = situations.sealed_promise()
    other = world.create("collaboration_agreement", title="En annan")
    world.edit(world.promise, agreement=other)  # for a version that nobody has signed yet
    assert appendices.of_agreement(world.cast.officer, other.pk) == []
    (one,) = appendices.of_agreement(world.cast.officer, world.agreement.pk)
    assert one["what"].endswith(world.promise.title)


def test_the_plan_is_there_for_each_calendar_year_and_holds_its_own_alone(world, client):
    year = world.round.period_start.year
    world.edit(world.activity_plan, decided_on=world.today)
    (one,) = appendices.of_agreement(world.cast.officer, world.agreement.pk)
    assert one["what"] == "Handlingsplan"  # one year: the plan as it is
    end = world.round.period_end.replace(year=year + 1)
    Process.objects.filter(pk=world.round.pk).update(period_end=end)
    first, second = appendices.of_agreement(world.cast.officer, world.agreement.pk)
    assert (first["what"], second["what"]) == (f"Handlingsplan {year}", f"Handlingsplan {year + 1}")

    whole, early, late = world.activities
    world.edit(early, period_end=world.round.period_end)
    world.edit(late, period_start=end.replace(month=1, day=1))
    facts = world.facts()
    plans = [
        [row.id for row in periods.in_year(facts, y).rows("processes.Activity")] for y in (year, year + 1)
    ]
    assert plans == [[whole.pk, early.pk], [whole.pk, late.pk]]
    shares = periods.in_year(facts, year).rows("processes.ActivityParty")
    assert {row.activity_id for row in shares} == {whole.pk, early.pk}
    client.force_login(world.cast.officer)
    paper, sheet = (client.get(file["url"]) for file in second["files"])
    assert f"{year + 1}" in paper["Content-Disposition"] and sheet.content.startswith(b"PK")
    read = " ".join(pdfs.pages(paper.content))
    assert f"Aktivitetsplan {year + 1}" in read and late.what[:25] in read and early.what[:25] not in read


def test_the_promise_says_to_which_file_it_is_an_appendix(world):
    registered(world)
    said = json.loads(signing.composed(world.facts(), as_row(world)))
    file = SealedDocument.objects.get(version=world.agreement_sent)
    above = said["appendix_to"]
    assert (above["title"], above["numbers"], above["sha256"]) == (
        world.agreement.title,
        ["A1.483/2026"],
        file.sha256,
    )
    sentence = (
        f"Det är en bilaga till den (version 1, förseglad {day_words(above['sealed_on'])}, "
        "diarienummer A1.483/2026)."
    )
    assert sentence in printed(said)
    world.edit(world.promise, agreement=None)
    said = json.loads(signing.composed(world.facts(), as_row(world)))
    assert said["appendix_to"] is None and content.NO_AGREEMENT in printed(said)


def printed(said) -> str:
    """The words of a promise's paragraphs."""
    from django.utils import timezone

    made = document.document(said, created=timezone.now(), identifier="x", facts=tree.Facts("1", "0" * 64))
    return " ".join(block.text for block in made.blocks if isinstance(block, tree.Paragraph))


@pytest.mark.row("OVE-4")
def test_one_that_is_not_in_force_when_the_promise_begins_is_not_named(world):
    facts = world.facts()
    late = world.agreement.valid_until.replace(year=world.agreement.valid_until.year + 1)
    assert cited(facts, world.agreement.pk, world.agreement.valid_from)["version"] == 1
    assert cited(facts, world.agreement.pk, late) is None


@pytest.mark.row("LOF-5")
def test_to_register_the_agreement_voids_nobodys_signature():
    world = situations.sent_for_signing()
    first = registered(world)
    values = {"diary_number": "A2.483/2026", "registered_on": world.today, "description": "Rättad"}
    registering.correct(
        by=world.cast.registrar, round_=world.round, registration_id=first.pk, values=values, why="Fel."
    )
    version = world.facts().get("agreements.DocumentVersion", world.sent.pk)
    assert signing.unchanged(world.facts(), as_row(world), version)
    now = json.loads(signing.composed(world.facts(), as_row(world)))
    assert now["appendix_to"]["numbers"] == ["A2.483/2026"]  # in the next version
    situations.sign_all(world)


@pytest.mark.row("LOF-5")
def test_what_was_signed_before_it_was_told_still_holds(world):
    said = json.loads(signing.composed(world.facts(), as_row(world)))
    del said["appendix_to"]
    text = chain.canonical(said)
    kept = {
        "content": text,
        "content_hash": chain.sha256(text),
        "process": world.round,
        "promise": world.promise,
    }
    version = DocumentVersion.objects.create(number=1, ruleset="1", sent_by=world.cast.officer, **kept)
    row = world.facts().get("agreements.DocumentVersion", version.pk)
    assert signing.says_the_same(world.facts(), as_row(world), row)
    assert f"”{world.agreement.title}”." in printed(said) and "bilaga" not in printed(said)
    world.edit(world.promise, picture="Något helt annat.")
    assert not signing.says_the_same(world.facts(), as_row(world), row)
