"""Registered, published, read: citizens see the snapshot, and nothing but the snapshot."""

import json

import pytest
from django.apps import apps
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agreements import signing
from agreements.models import ChainEntry, Publication, Registration
from agreements.publication import publishing
from processes.guard import NotReady
from processes.models import Organisation
from processes.writing import ReasonNeeded, Refused
from tests import publishing as made_public
from tests import situations
from tests.canaries import said
from tests.pdfs import embedded_files, pages, structure_problems
from tests.situations import publish, register

pytestmark = pytest.mark.django_db
ALL = "/loften/"


@pytest.fixture
def world():
    return situations.published_promise()


def page(world):
    return reverse("agreements:public_promise", args=[world.publication.slug])


def file(world):
    return reverse("agreements:public_pdf", args=[world.publication.slug])


@pytest.mark.row("LOF-7")
def test_nothing_is_registered_before_it_is_sealed():
    world = situations.sent_for_signing()
    situations.sign_all(world)
    with pytest.raises(Refused, match="inte underskriven och förseglad"):
        register(world, world.police)
    assert not Registration.objects.exists()


@pytest.mark.row("LOF-7")
def test_nothing_is_published_before_every_authority_has_registered_it():
    world = situations.sealed_promise()
    for missing in ({"Polismyndigheten", "Aby kommun"}, {"Aby kommun"}):
        with pytest.raises(NotReady) as refused:
            publish(world)
        assert {gap.code for gap in refused.value.verdict.gaps} == {"LOF-7"}
        assert {gap.finding.about for gap in refused.value.verdict.gaps} == missing
        register(world, world.police if len(missing) == 2 else world.municipality)
    assert publish(world).content == world.sent.content


@pytest.mark.slow
@pytest.mark.row("LOF-7")
def test_the_police_alone_register_what_they_alone_promise():
    world = situations.sealed_promise(municipality=False)
    register(world, world.police)
    assert publish(world).pk


@pytest.mark.row("LOF-7")
def test_a_diary_number_is_used_once_and_an_authority_registers_once():
    world = situations.sealed_promise()
    register(world, world.police, "A1.483/2026")
    with pytest.raises(Refused, match="redan registrerad"):
        register(world, world.police, "A2.483/2026")
    world.edit(world.promise, introduction="En ny lydelse, lika sann som den förra.")
    situations.send(world)
    situations.sign_all(world)
    signing.finish(world.sent.pk)
    with pytest.raises(Refused, match="redan använt för"):
        register(world, world.police, "A1.483/2026")
    register(world, world.police, "A3.483/2026")
    assert Registration.objects.count() == ChainEntry.objects.filter(kind="registered").count() == 2


@pytest.mark.row("LOF-7")
def test_only_the_rounds_own_authorities_have_a_register():
    world = situations.sealed_promise()
    stranger = Organisation.objects.create(name="Bro kommun", kind="municipality")
    for organisation in (stranger, world.partner_org):
        with pytest.raises(Refused, match="diarium"):
            register(world, organisation)


@pytest.mark.row("LOF-7")
def test_a_version_that_is_not_the_latest_sealed_needs_registrations_of_its_own():
    world = situations.registered_promise()
    world.edit(world.promise, introduction="En ny lydelse, lika sann som den förra.")
    situations.send(world)
    situations.sign_all(world)
    signing.finish(world.sent.pk)
    with pytest.raises(NotReady):
        publish(world)


def test_publishing_needs_a_named_persons_word_and_happens_once():
    world = situations.registered_promise()
    act = {"by": world.cast.communicator, "round_": world.round, "version_id": world.sent.pk}
    with pytest.raises(ReasonNeeded):
        publishing.publish(**act, checked=" ")
    assert publishing.publish(**act, checked="Läst av två.").by == world.cast.communicator
    with pytest.raises(Refused, match="redan publicerad"):
        publishing.publish(**act, checked="Läst av två.")


@pytest.mark.row("X-9")
def test_the_signatures_are_the_word_that_it_may_be_public_and_the_page_says_so(client):
    """The promise is published with no word of its own: those who lead have signed just that (docs/adr/0027)."""
    world = situations.registered_promise()
    client.force_login(world.cast.communicator)
    page = client.get(reverse("agreements:publish", args=[world.round.pk, world.sent.pk])).content.decode()
    assert "har sagt ja till just den här texten" in page
    assert publish(world, by=world.cast.communicator).content == world.sent.content


@pytest.mark.parametrize("who", ["chief", "employee", "partner", "registrar", "reader"])
def test_who_may_not_publish_is_told_who_may(who):
    world = situations.registered_promise()
    with pytest.raises(Refused, match="kommunikatör"):
        publish(world, by=getattr(world.cast, who))
    assert not Publication.objects.exists()


@pytest.mark.row("LOF-7")
def test_a_later_version_is_not_published_on_the_seal_of_an_earlier_one():
    world = situations.registered_promise()
    world.edit(world.promise, follow="Nytt sätt att följa arbetet: torgmöte varje månad.")
    situations.send(world)
    with pytest.raises(Refused, match="inte underskriven och förseglad"):
        publish(world)
    assert not Publication.objects.exists()


@pytest.mark.row("LAG-9")
@pytest.mark.parametrize("written", ["900101-0017", "19900101-0017", "900101\n-0017", "9001010017"])
def test_a_personnummer_stops_the_publication(written):
    world = situations.planned_round()
    world.edit(world.promise, follow=f"Ring Kalle ({written}) när du undrar hur det går.")
    situations.send(world)
    situations.sign_all(world)
    signing.finish(world.sent.pk)
    for organisation in (world.police, world.municipality):
        register(world, organisation)
    with pytest.raises(Refused, match="personnummer"):
        publish(world)
    assert not Publication.objects.exists()


@pytest.mark.row("LOF-8")
def test_citizens_read_without_logging_in(client, world):
    content = json.loads(world.sent.content)
    told = client.get(page(world))
    assert told.status_code == 200
    for text in (content["introduction"], content["picture"], content["follow"]):
        assert text in told.content.decode()
    assert page(world) in client.get(ALL).content.decode()
    answer = client.get(file(world))
    assert b"".join(answer.streaming_content) == bytes(situations.documents().get().pdf)
    assert "sessionid" not in client.cookies and not client.cookies


@pytest.mark.row("LOF-8")
def test_what_is_not_published_does_not_exist(client):
    world = situations.registered_promise()
    assert world.promise.title not in client.get(ALL).content.decode()
    slug = f"tryggare-kvallar-i-aby-centrum-{world.promise.pk}"
    for name in ("public_promise", "public_pdf"):
        assert client.get(reverse(f"agreements:{name}", args=[slug])).status_code == 404
    publish(world)
    assert client.get(reverse("agreements:public_promise", args=[slug])).status_code == 200


@pytest.mark.row("X-9")
@pytest.mark.parametrize("address", [page, file])
def test_an_unchanged_page_costs_one_query_and_no_rendering(client, world, address):
    first = client.get(address(world))
    assert "public" in first["Cache-Control"]
    with CaptureQueriesContext(connection) as asked:
        again = client.get(address(world), headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert len(asked) == 1 and "content" not in asked[0]["sql"]
    assert client.get(address(world), headers={"If-None-Match": '"annan"'}).status_code == 200


def test_the_files_tag_is_its_fingerprint(client, world):
    assert client.get(file(world))["ETag"] == f'"{world.publication.sha256}"'


def canaries(world) -> list[str]:
    """Write a word of its own into every text of every row of the round, after publication."""
    found = []
    for app in ("processes", "dialogs", "agreements"):
        for model in apps.get_app_config(app).get_models():
            if not hasattr(model, "version") or not hasattr(model, "history"):
                continue
            once = {name for c in model._meta.constraints for name in getattr(c, "fields", ())}
            for field in model._meta.concrete_fields:
                if field.name in once:
                    continue
                if isinstance(field, models.TextField | models.CharField) and not field.choices:
                    word = f"kanarie{len(found):04}"[: field.max_length]
                    if model.objects.exists() and not field.unique:
                        model.objects.update(**{field.name: word})
                        found.append(word)
    return found


@pytest.mark.row("LOF-8", "KOM-7")
def test_no_draft_and_no_plan_is_on_any_public_page(client, world):
    made_public.account(world)
    words = canaries(world)
    assert len(words) > 100
    seen = " ".join(said(client.get(url)) for url in made_public.public_pages())
    assert world.promise.title in seen and "medborgarlofte.json" in seen  # the files inside the PDF too
    assert [word for word in words if word in seen] == []


def test_the_canaries_would_be_seen_by_who_may_read_drafts(client, world):
    words = canaries(world)
    client.force_login(world.cast.officer)
    draft = client.get(
        reverse("agreements:preview", args=[world.round.pk, world.promise.pk])
    ).content.decode()
    assert any(word in draft for word in words)


@pytest.mark.row("LOF-8", "KOM-7")
def test_plans_never_reach_the_document(world):
    """Hours, owners' days, follow-up and communication stay with the parties."""
    content = json.loads(world.sent.content)
    assert set(content) == {
        "schema", "title", "area", "local_police_area", "period", "parties", "introduction", "picture",
        "focus_areas", "how_arrived", "activities", "effects", "goals", "involvement", "follow",
        "agreement", "appendix_to", "predecessor", "signatories",
    }  # fmt: skip
    assert {key for a in content["activities"] for key in a} == {
        "what",
        "where",
        "from",
        "to",
        "who",
        "target",
    }
    text = world.sent.content + " ".join(pages(bytes(world.sealed.pdf)))
    for secret in (
        world.plan.message,
        world.plan.purpose,
        world.activity_plan.follow_up_how,
        world.group.name,
    ):
        assert secret and secret not in text


@pytest.mark.row("LAG-5", page="/loften/<löfte>/lofte.pdf")
@pytest.mark.row("LOF-1", "LAG-5")
def test_the_embedded_data_is_the_signed_content_and_nothing_else(world):
    pdf = bytes(world.sealed.pdf)
    assert embedded_files(pdf) == {"medborgarlofte.json": world.sent.content.encode()}
    assert structure_problems(pdf) == []


@pytest.mark.row("LOF-1")
def test_the_printed_promise_has_its_five_parts_and_its_signatures(world):
    content = json.loads(world.sent.content)
    printed = " ".join(" ".join(pages(bytes(world.sealed.pdf))).split())
    for heading in ("Situationen i dag", "Det här fokuserar vi på", "Så kom vi fram till det",
                    "Det här ska vi göra", "Det här ska vi åstadkomma tillsammans", "Följ med i hur det går"):  # fmt: skip
        assert heading in printed
    for text in (content["effects"][0]["indicator"], content["focus_areas"][0]["title"], "PROV"):
        assert [word for word in text.split() if word not in printed] == []  # a page may end in between
    for signatory in content["signatories"]:
        assert signatory["name"] in printed and signatory["title"] in printed
