"""The register: entered per authority, put right, searched, printed; the protected subject seen by its own alone."""

import io
import json
import zipfile
from datetime import date

import openpyxl
import pytest
from django.urls import reverse

from agreements.models import ChainEntry, NumberNote, ProtectedSubject, Registration
from agreements.record.actions import registering
from agreements.verifying import checking
from processes.models import Organisation, Term
from processes.writing import ReasonNeeded, Refused
from tests import situations
from tests.examples import collaboration_agreement
from tests.forms import typed
from tests.pdfs import pages

pytestmark = [pytest.mark.django_db, pytest.mark.row("LAG-3"), pytest.mark.slow]
LIST, PUBLIC = "/diarium/", "/diarium/offentligt/"
BIRD = "Kanariefågel"


@pytest.fixture
def world():
    return situations.sealed_promise()


def values(world, **more):
    return {
        "organisation": world.police,
        "diary_number": "A483.1-2027",
        "registered_on": world.today,
        "subject_code": "483",
        "description": "Medborgarlöfte för Åby",
        "sender": "Polismyndigheten",
        "recipient": "Allmänheten",
        **more,
    }


def register(world, by=None, **more):
    return registering.register(
        by=by or world.cast.registrar,
        round_=world.round,
        version_id=world.sent.pk,
        values=values(world, **more),
    )


def ground():
    return Term.objects.get(list="ground", code="operational")


def post(client, world, **more):
    url = reverse("agreements:register", args=[world.round.pk, world.sent.pk])
    given = values(world, **more) | {"organisation": more.get("organisation", world.police).pk}
    return client.post(url, given)


@pytest.mark.row("LAG-3", page="/diarium/")
def test_the_form_knows_what_the_round_knows(world, client):
    client.force_login(world.cast.registrar)
    form = client.get(reverse("agreements:register", args=[world.round.pk, world.sent.pk])).context["form"]
    assert form["subject_code"].value() == "483"
    assert form.initial["organisation"] == world.police
    assert world.promise.title in form["description"].value()
    assert form["sender"].value() == "Polismyndigheten och Aby kommun"
    assert post(client, world).status_code == 302
    assert Registration.objects.get().recipient == "Allmänheten"


def test_what_is_not_public_is_read_by_the_authoritys_own_people_alone(world, client):
    client.force_login(world.cast.registrar)
    answer = post(client, world, protected=f"{BIRD} vid torget", ground=ground().pk)
    assert answer.status_code == 302
    for role, seen in (("registrar", True), ("officer", True), ("coordinator", False), ("partner", False)):
        client.force_login(getattr(world.cast, role))
        assert (BIRD in client.get(LIST).content.decode()) is seen, role
        sheet = client.get("/diarium/diarium.xlsx?del=allt").content
        cells = [c.value for row in openpyxl.load_workbook(io.BytesIO(sheet)).active.iter_rows() for c in row]
        assert any(BIRD in str(cell) for cell in cells) is seen, role
        assert BIRD not in client.get(PUBLIC).content.decode()
    client.logout()
    page = client.get(PUBLIC).content.decode()
    assert "A483.1-2027" in page and "Medborgarlöfte för Åby" in page and BIRD not in page
    paper = client.get("/diarium/offentligt/diarium.pdf")
    assert paper.status_code == 200 and BIRD not in "".join(pages(paper.content))
    assert client.get("/diarium/diarium.pdf").status_code == 302
    assert BIRD not in repr([dict(row) for row in world.facts().all_rows()])


def test_the_police_of_another_place_do_not_read_it(world, client):
    register(world, protected=f"{BIRD}", ground=ground())
    other = situations.World("bro")
    client.force_login(other.cast.registrar)
    page = client.get(LIST).content.decode()
    assert "A483.1-2027" in page and BIRD not in page


def test_one_writes_no_protected_subject_for_another_authority(world):
    with pytest.raises(Refused, match="Bara den som arbetar hos Polismyndigheten"):
        register(world, by=world.cast.coordinator, protected="Hemligt", ground=ground())
    assert not Registration.objects.exists() and not ProtectedSubject.objects.exists()


def test_what_is_not_public_needs_a_ground(world, client):
    client.force_login(world.cast.registrar)
    answer = post(client, world, protected="Hemligt")
    assert answer.status_code == 422 and "Välj vilken paragraf" in answer.content.decode()
    assert "Hemligt" in answer.content.decode()  # nothing typed is lost


def test_the_same_number_written_otherwise_is_refused(world, client):
    register(world, organisation=world.municipality, diary_number="KS 2027/318")
    world.edit(world.promise, introduction="En ny lydelse, lika sann som den förra.")
    situations.send(world)
    situations.sign_all(world)
    situations.signing.finish(world.sent.pk)
    client.force_login(world.cast.coordinator)
    answer = post(client, world, organisation=world.municipality, diary_number="ks 2027/0318")
    assert answer.status_code == 422 and "redan använt" in answer.content.decode()
    register(world, organisation=world.municipality, diary_number="KS 2027/318-2")


def test_a_slip_is_put_right_by_a_new_row_and_the_old_one_stays(world, client):
    old = register(world)
    client.force_login(world.cast.registrar)
    url = reverse("agreements:correct_registration", args=[old.pk])
    given = values(world, diary_number="A483.2-2027") | {"organisation": world.police.pk}
    assert client.post(url, given).status_code == 422  # says what and why
    assert client.post(url, {**given, "why": "Skrev fel löpnummer."}).status_code == 302
    old.refresh_from_db()
    assert (old.diary_number, old.correction.diary_number) == ("A483.1-2027", "A483.2-2027")
    page = client.get(LIST).content.decode()
    assert "Skrev fel löpnummer." in page and page.count("Rätta<span") == 1
    assert list(checking.faults()) == []
    with pytest.raises(Refused, match="redan rättad"):
        registering.correct(
            by=world.cast.registrar,
            round_=world.round,
            registration_id=old.pk,
            values=values(world),
            why="Om",
        )
    with pytest.raises(ReasonNeeded):
        registering.correct(
            by=world.cast.registrar,
            round_=world.round,
            registration_id=old.correction.pk,
            values=values(world),
            why=" ",
        )
    client.force_login(world.cast.coordinator)
    assert client.get(url).status_code == 404  # another authority's register


def test_a_changed_registration_is_found_by_the_check(world):
    made = register(world)
    ChainEntry.objects.get(kind="registered")
    assert list(checking.faults()) == []
    ProtectedSubject.objects.create(registration=made, text="Smusslat in")
    assert len(list(checking.faults())) == 2  # a row without its event, and an event without its row


def test_a_missing_number_of_an_own_series_is_told_until_it_is_explained(world, client):
    seen = "A483.2-2027 saknas"
    registrations(world, 1, 3)
    client.force_login(world.cast.registrar)
    assert seen not in client.get(LIST).content.decode()  # a common register may have gaps
    setting = reverse("agreements:register_setting", args=[world.police.pk])
    assert client.post(setting, {"subject_code": "483", "own_series": "on", "version": 0}).status_code == 302
    page = client.get(LIST)
    assert seen in page.content.decode()
    gap = page.context["authorities"][0]["missing"][0]["url"]
    assert client.post(gap, {}).status_code == 422
    assert client.post(gap, {"why": "Makulerat: registrerat två gånger"}).status_code == 302
    page = client.get(LIST).content.decode()
    assert seen not in page and "Makulerat" in page
    assert NumberNote.objects.get().by == world.cast.registrar
    assert client.get(gap).status_code == 404
    client.force_login(world.cast.coordinator)
    assert client.get(setting).status_code == 403


def registrations(world, *numbers, **more):
    """Rows straight into the register of the police, as if of other documents."""
    for number in numbers:
        other = Organisation.objects.create(name=f"Kommun {number}", kind="municipality")
        given = values(world, **more) | {"diary_number": f"A483.{number}-2027"}
        made = Registration(version=world.sent, by=world.cast.registrar, **given)
        made.sought = f"{made.diary_number} {made.description}".casefold()
        if Registration.objects.filter(version=world.sent, organisation=made.organisation).exists():
            made.replaces = Registration.objects.filter(correction=None).latest("pk")
        made.save()
        other.delete()


def test_the_register_is_searched_sorted_and_read_a_page_at_a_time(world, client):
    registrations(world, *range(100, 161))
    client.force_login(world.cast.registrar)
    first = client.get(LIST + "?ordning=nummer")
    numbers = [row["number"] for row in first.context["rows"]]
    second = client.get(first.context["further_url"])
    numbers += [row["number"] for row in second.context["rows"]]
    assert numbers == [f"A483.{n}-2027" for n in range(100, 161)]
    assert second.context["further_url"] == ""
    down = client.get(LIST)
    both = down.context["rows"] + client.get(down.context["further_url"]).context["rows"]
    assert len({row["number"] for row in both}) == 61
    (found,) = client.get(LIST + "?ord=ÅBY a483.117").context["rows"]
    assert found["number"] == "A483.117-2027"
    assert client.get(LIST + "?ar=1999").context["rows"] == []
    assert client.get(LIST + "?saknummer=999").context["rows"] == []


@pytest.mark.parametrize(
    "query",
    ["ord=%00", "ar=x", "ar=99999", "myndighet=999999999999999999999", "efter=x~1", "efter=~", "ordning=x"],
)
def test_what_makes_no_sense_is_as_if_not_asked(world, client, query):
    register(world)
    for url in (f"{PUBLIC}?{query}", f"/diarium/offentligt/diarium.xlsx?{query}"):
        assert client.get(url).status_code == 200


def test_what_waits_is_on_the_registrars_own_page_and_on_the_leaders_where_there_is_none(world, client):
    def asked(who):
        client.force_login(getattr(world.cast, who))
        return [item for item in client.get("/").context["mine"] if "i diariet" in item["text"]]

    (item,) = asked("registrar")
    assert (item["text"], item["url"]) == ("Registrera 2 handlingar i diariet", LIST)
    assert [item["round"] for item in asked("coordinator")] == [str(world.municipality)]
    assert asked("officer") == asked("communicator") == asked("partner") == asked("chief") == []
    register(world)
    (item,) = asked("registrar")
    assert item["text"] == f"Registrera ”{world.agreement.title}” i diariet"
    page = client.get(item["url"])
    assert client.post(item["url"], typed(page, diary_number="A483.9-2027")).status_code == 302
    assert asked("registrar") == []


def test_what_waits_still_waits_when_its_round_is_closed(client):
    world = situations.closed_promise()
    assert world.round.closed_on
    client.force_login(world.cast.registrar)
    (item,) = client.get(LIST).context["waiting"]  # the promise was registered before it was published
    assert item["text"] == world.agreement.title
    page = client.get(item["url"])
    assert client.post(item["url"], typed(page, diary_number="A483.9-2027")).status_code == 302
    assert client.get(LIST).context["waiting"] == []


def test_a_number_that_stands_twice_is_told_on_the_page_until_one_is_put_right(world, client):
    """No form lets it in; it may come with rows from elsewhere."""
    first = register(world, organisation=world.municipality, diary_number="KS 2027/318")
    told = "Samma nummer står två gånger: ”ks 2027/0318” och ”KS 2027/318”. Rätta det ena."
    client.force_login(world.cast.coordinator)
    assert "står två gånger:" not in client.get(LIST).content.decode()
    Registration.objects.create(
        version=world.agreement_sent, organisation=world.municipality,
        by=first.by, registered_on=world.today, diary_number="ks 2027/0318",
    )  # fmt: skip
    assert told in client.get(LIST).content.decode()
    client.force_login(world.cast.registrar)
    assert told not in client.get(LIST).content.decode()  # another authority's register
    given = values(world, organisation=world.municipality, diary_number="KS 2027/320")
    registering.correct(
        by=world.cast.coordinator, round_=world.round, registration_id=first.pk, values=given, why="Fel ärende."
    )  # fmt: skip
    client.force_login(world.cast.coordinator)
    assert told not in client.get(LIST).content.decode()


def test_the_registrar_is_led_there_and_told_what_waits(world, client):
    client.force_login(world.cast.registrar)
    start = client.get("/").content.decode()
    assert 'href="/diarium/"' in start
    waits = client.get(LIST).context["waiting"]
    assert [item["text"] for item in waits] == [world.agreement.title, world.promise.title]
    register(world)
    assert [item["text"] for item in client.get(LIST).context["waiting"]] == [world.agreement.title]
    given = values(world, diary_number="A483.9-2027") | {"organisation": world.police.pk}
    assert client.post(waits[0]["url"], given).status_code == 302  # an agreement is registered the same way
    assert client.get(LIST).context["waiting"] == []
    client.force_login(world.cast.partner)
    assert 'href="/diarium/"' not in client.get("/").content.decode()
    answer = client.get(waits[0]["url"])
    assert answer.status_code == 403 and "Bara registrator" in answer.content.decode()


# --- Decisions on focus areas that are appended to an agreement


@pytest.fixture
def decided(world):
    """A decision appended to the agreement and signed with its second version, which is registered by the police."""
    decide(world, "Ungas kvällar i parken.")
    register_agreement(world, "A483.7-2027")
    return world


def decide(world, text):
    world.add(
        "agreements.FocusDecision",
        world.agreement,
        decided_on=date(2027, 3, 12),
        decided_by="Chief Aby och Representative Aby",
        text=text,
    )
    collaboration_agreement.sign(world)


def register_agreement(world, number, decision=None, **more):
    return registering.register(
        by=world.cast.registrar,
        round_=world.round,
        version_id=more.pop("version_id", world.agreement_sent.pk),
        values=values(world, diary_number=number, **more),
        decision=decision,
    )


def address(world, number=1, version=None):
    args = [world.round.pk, (version or world.agreement_sent).pk, number]
    return reverse("agreements:register_decision", args=args)


@pytest.mark.row("OVE-3")
def test_a_decision_has_a_registration_of_its_own_and_nothing_is_asked_that_is_known(decided, client):
    client.force_login(decided.cast.registrar)
    page = client.get(address(decided))
    form = page.context["form"]
    assert form["subject_code"].value() == "483" and form.initial["organisation"] == decided.police
    assert form["description"].value() == f"Beslut om fokusområden 12 mars 2027: {decided.agreement.title}"
    assert form["sender"].value() == "Polismyndigheten och Aby kommun"
    assert "Överenskommelsen har A483.7-2027." in page.content.decode()
    answer = client.post(address(decided), typed(page, diary_number="A483.7-2027-2"))
    assert answer.status_code == 302
    made = Registration.objects.get(decision=1)
    assert (made.version, made.diary_number) == (decided.agreement_sent, "A483.7-2027-2")
    shown = client.get(LIST).content.decode()
    assert "A483.7-2027-2" in shown and "Beslut om fokusområden 12 mars 2027" in shown
    assert list(checking.faults()) == []
    payload = ChainEntry.objects.filter(kind="registered").latest("number").content.payload
    assert '"decision":1' in payload


@pytest.mark.row("OVE-3")
def test_it_waits_to_be_registered_per_authority_and_its_page_says_so(decided, client):
    def waiting(who):
        client.force_login(getattr(decided.cast, who))
        return [
            item["text"] for item in client.get(LIST).context["waiting"] if item["text"].startswith("Beslut")
        ]

    def shown():
        client.force_login(decided.cast.registrar)
        step = decided.method["collaboration_agreement"]
        url = reverse("processes:subject", args=[decided.round.pk, step.slug, decided.agreement.pk])
        return " ".join(client.get(url).content.decode().split())

    title = f"Beslut om fokusområden 12 mars 2027: {decided.agreement.title}"
    assert waiting("registrar") == waiting("coordinator") == [title]
    assert "Inte registrerat ännu" in shown()
    register_agreement(decided, "A483.8-2027", decision=1)
    assert waiting("registrar") == [] and waiting("coordinator") == [title]
    assert "Diarienummer: A483.8-2027" in shown() and address(decided) in shown()
    register_agreement(decided, "KS 2027/9", decision=1, organisation=decided.municipality)
    assert waiting("coordinator") == [] and address(decided) not in shown()
    with pytest.raises(Refused, match="redan registrerad"):
        register_agreement(decided, "A483.9-2027", decision=1)


@pytest.mark.row("OVE-3")
def test_a_decision_stays_where_it_first_was_signed_and_a_later_one_is_new(decided, client):
    first = decided.agreement_sent
    register_agreement(decided, "A483.8-2027", decision=1)
    decide(decided, "Inbrott i förråd.")
    client.force_login(decided.cast.registrar)
    texts = [
        item["text"] for item in client.get(LIST).context["waiting"] if item["text"].startswith("Beslut")
    ]
    assert len(texts) == 1
    assert client.get(address(decided, 1)).status_code == 404  # it has its place in the version before
    assert client.get(address(decided, 1, first)).status_code == 200
    assert client.get(address(decided, 2)).status_code == 200
    assert client.get(address(decided, 3)).status_code == 404
    for number in (1, 3):
        with pytest.raises(Refused, match="tidigare version"):
            register_agreement(decided, "A483.9-2027", decision=number)


@pytest.mark.row("OVE-3")
def test_its_number_counts_among_the_others_for_gaps_and_doubles(decided, client):
    client.force_login(decided.cast.registrar)
    setting = reverse("agreements:register_setting", args=[decided.police.pk])
    client.post(setting, {"subject_code": "483", "own_series": "on", "version": 0})
    register_agreement(decided, "A483.9-2027", decision=1)
    gaps = client.get(LIST).context["authorities"][0]["missing"]
    assert [gap["number"] for gap in gaps] == ["A483.8-2027"]
    with pytest.raises(Refused, match="redan använt"):
        register(decided, diary_number="a483.09-2027")


@pytest.mark.row("OVE-3")
def test_a_slip_in_it_is_put_right_and_it_still_is_the_decisions(decided):
    old = register_agreement(decided, "A483.8-2027", decision=1)
    new = registering.correct(
        by=decided.cast.registrar,
        round_=decided.round,
        registration_id=old.pk,
        values=values(decided, diary_number="A483.9-2027"),
        why="Skrev fel löpnummer.",
    )
    assert (new.decision, new.replaces) == (1, old) and list(checking.faults()) == []


@pytest.mark.row("OVE-3", "X-16", "LAG-8")
def test_its_number_is_told_apart_where_the_document_is_handed_out_and_kept(decided, client):
    register_agreement(decided, "A483.8-2027", decision=1)
    client.force_login(decided.cast.registrar)
    page = client.get(reverse("agreements:hand_out", args=[decided.round.pk]))
    told = [d["meta"] for d in page.context["documents"] if d["title"].endswith("version 2")]
    assert told == ["Dnr A483.7-2027, A483.8-2027 (beslut 1)"]
    packed = zipfile.ZipFile(
        io.BytesIO(client.post(reverse("portal:archive", args=[decided.round.pk])).content)
    )
    kept = json.loads(packed.read("register/diarium.json"))
    assert [(row["diary_number"], row["decision"]) for row in kept] == [
        ("A483.7-2027", None),
        ("A483.8-2027", 1),
    ]


@pytest.mark.row("OVE-3")
def test_who_does_not_register_is_told_who_does(decided, client):
    client.force_login(decided.cast.partner)
    answer = client.get(address(decided))
    assert answer.status_code == 403 and "Bara registrator" in answer.content.decode()
