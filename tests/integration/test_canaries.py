"""What is not for everyone is planted as canaries and looked for wherever others can look."""

from __future__ import annotations

import io
import logging
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import quote

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from agreements import signing
from agreements.models import DocumentVersion
from processes.documents import pdf
from processes.documents.tree import Document, Paragraph
from processes.models import IntelligenceReference
from tests import pdfs, record, situations, web
from tests.canaries import (
    BIRD,
    OWN,
    SECRET,
    heard,
    nobody_asks_for_intelligence,
    plant_in_own_picture,
    plant_in_police_ground,
    plant_secrets,
    said,
    settle,
    steady,
)
from tests.matrix import Address, addresses, files
from tests.places import Place
from tests.tools import of_the_day
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.sqlite_alone]
# Whoever listens, and what each of them may not hear of.
EARS = {
    "officer": (SECRET, OWN),
    "chief": (SECRET, OWN),
    "intelligence": (SECRET, OWN),
    "coordinator": (SECRET, BIRD),
    "partner_representative": (SECRET, BIRD, OWN),
}
# The others' leader and a partner open every form, and one who leads on each side presses every button; the rest
# read. Files say what their pages say, and take long to make: one hears them who sees most, and one who sees least.
OPENS = {"coordinator", "partner_representative"}
PRESSES = {"officer", "coordinator"}
LISTENS_TO_FILES = {"intelligence", "partner_representative"}
# The same in every step of the same ground.
ALIKE = {
    *("acknowledge", "attach", "deviate", "feedback", "hints", "remove_row", "reopen", "send_back", "share", "tick"),
    *("import_rows", "import_template", "import_check", "import_undo"),
}  # fmt: skip
SEARCHES = {
    "dialogs:views": "q",
    "agreements:experience": "q",
    "agreements:public_promises": "q",
    "agreements:register_list": "ord",
    "agreements:public_register": "ord",
}
NOWHERE = "Ejder!"  # a bird that has not been planted


@pytest.fixture(scope="module")
def place(undone) -> Iterator[Place]:
    """A round whose birds were there before anything was signed, sealed, registered or published."""
    logging.disable(logging.CRITICAL)  # refusals are wanted here
    with undone():
        world = situations.planned_round()
        assert plant_in_police_ground(world) >= 12
        plant_in_own_picture(world)
        plant_secrets(world, range(3))
        settle(world)
        situations.send(world)
        situations.sign_all(world)
        world.sealed = signing.finish(world.sent.pk)
        record.kept(world)
        yield Place("done", world, {}, world.sent.pk, digital_code=web.closed(web.opened(world)).code)
    logging.disable(logging.NOTSET)


@pytest.fixture(scope="module")
def there(place) -> list[Address]:
    """One page of each address and step."""
    grounds = {step.key: step.ground for step in place.world.method.every}

    def kind(a: Address) -> tuple[str, str]:
        return a.name, grounds[a.step] if a.name.partition(":")[2] in ALIKE else a.step

    return [*{kind(a): a for a in addresses(place) if a.name != "processes:download"}.values()]


def is_file(a: Address) -> bool:
    return a.name.endswith("pdf")


def is_read(a: Address) -> bool:
    return a.page.get is not None and a.page.post is None and not is_file(a)


@pytest.fixture(scope="module")
def walks(place, there) -> dict[str, dict[str, str]]:
    """What each of them was told at each place."""
    found: dict[str, dict[str, str]] = {}
    with nobody_asks_for_intelligence():
        for role in EARS:
            client = coming(place.world, role)
            urls = [a.url for a in there if is_read(a) or (role in OPENS and a.page.get and not is_file(a))]
            if role in LISTENS_TO_FILES:
                urls += [*kept_as_files(place), *(a.url for a in there if is_file(a))]
            found[role] = {url: said(client.get(url)) for url in urls}
            found[role] |= nowhere(client, place.world) | searched(client, there, EARS[role])
            if role in PRESSES:
                found[role] |= pressed(client, there)
            found[role]["mail"] = repr([vars(letter) for letter in mail.outbox])  # to whomever it goes
    return found


def coming(world: World, role: str) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(world.cast.people[role])
    return client


def nowhere(client: Client, world: World) -> dict[str, str]:
    """What is not there, in each step and outside them."""
    urls = ["/finns-inte/", *(
        reverse("processes:subject", args=[world.round.pk, step.slug, 999_999]) for step in world.method.every
    )]  # fmt: skip
    answers = {url: client.get(url) for url in urls}
    assert {answer.status_code for answer in answers.values()} <= {403, 404}
    return {url: said(answer) for url, answer in answers.items()}


def searched(client: Client, there: list[Address], birds: tuple[str, ...]) -> dict[str, str]:
    """What is said of a search for a bird that is not said of one for a bird that nobody has planted."""

    def told(url: str, name: str, bird: str) -> list[str]:
        page = said(client.get(url, {name: bird}))
        return (
            steady(page).replace(bird, "?").replace(quote(bird), "?").replace(escape(bird), "?").splitlines()
        )

    found = {}
    for a in there:
        if name := SEARCHES.get(a.name):
            without = told(a.url, name, NOWHERE)
            for bird in birds:
                more = [line for line in told(a.url, name, bird) if line not in without]
                found[f"{a.url}?{name}={bird}"] = bird if more else ""
    assert len(found) == len(SEARCHES) * len(birds)
    return found


def kept_as_files(place: Place) -> Iterator[str]:
    """Every file there is of the round: made now, and sealed."""
    yield from (a.url for a in files(place))
    for version in DocumentVersion.objects.all():
        yield reverse("agreements:pdf", args=[place.world.round.pk, version.pk])


def pressed(client: Client, there: list[Address]) -> dict[str, str]:
    """What is answered to a press that is refused; whatever it did is undone."""
    found, seen = {}, Counter()
    for a in there:
        if {a.page.post} & {409, 422} or isinstance(a.page.post, tuple):
            with transaction.atomic():
                answer = client.post(a.url, {"nyckel": "x" * 50})
                transaction.set_rollback(True)
            found[f"POST {a.url}"] = said(answer)
            seen[answer.status_code] += 1
    assert min(seen[status] for status in (403, 409, 422)) > 5, seen
    return found


def where(walk: dict[str, str], bird: str) -> list[str]:
    return [url for url, page in walk.items() if bird in page]


@pytest.mark.row("LAG-2", "LOK-5")
@pytest.mark.parametrize("role", EARS)
def test_nobody_hears_of_what_is_not_theirs(walks, role):
    """Neither on pages, in files and inside them, in searches, refusals and what is not there."""
    assert {bird: where(walks[role], bird) for bird in EARS[role]} == {bird: [] for bird in EARS[role]}
    assert len(walks[role]) > (200 if role in OPENS else 80)


def test_the_birds_do_sing(walks):
    """On the pages and in the files of those they are meant for."""
    police = where(walks["intelligence"], BIRD)
    assert len(police) > 15 and {url.rpartition(".")[2] for url in police} >= {"pdf", "pptx", "xlsx"}
    assert where(walks["officer"], BIRD) and where(walks["chief"], BIRD)
    assert where(walks["coordinator"], OWN)


@pytest.mark.row("LOK-5")
@pytest.mark.parametrize("role", EARS)
def test_three_references_or_twelve_make_no_difference(place, there, walks, role):
    """No page counts them, also not for those cleared; no fact holds them."""
    plant_secrets(place.world, range(3, 12))
    client = coming(place.world, role)
    read = of_the_day([a.url for a in there if is_read(a)], 3)
    assert len(read) > 20
    differs = [url for url in read if steady(said(client.get(url))) != steady(walks[role][url])]
    assert differs == []
    assert SECRET not in repr([dict(row) for row in place.world.facts().all_rows()])


def test_the_ears_hear_what_a_file_holds_in_every_way():
    """In its text, in what it says of itself, in a file inside it and in what is packed."""
    document = Document(
        title=f"{BIRD} titel",
        authors=("Kim",),
        created=datetime(2027, 1, 1, tzinfo=UTC),
        modified=datetime(2027, 1, 1, tzinfo=UTC),
        identifier="x",
        blocks=(Paragraph("Ett stycke."),),
        description=f"{OWN} om",
    )
    file = pdf.render(document, attachment=SECRET.encode(), attachment_name="data.json")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        target.writestr("inuti.pdf", file)
    for content in (file, packed.getvalue()):
        assert all(bird in heard(content) for bird in (BIRD, OWN, SECRET))
    assert BIRD not in "".join(pdfs.pages(pdf.render(replace(document, title="Titel"))))


def test_a_count_of_them_would_be_noticed():
    with pytest.raises(AssertionError), nobody_asks_for_intelligence():
        IntelligenceReference.objects.count()
