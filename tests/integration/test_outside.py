"""A promise that was made outside the tool: brought in, registered, published and followed up, and marked as such."""

import io
import json
import re

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from agreements import closing, keeping
from agreements.follow_up.actions import record_export
from agreements.models import DocumentVersion, OutsideDocument, Registration, SealedDocument, SigningAct
from agreements.publication import publishing
from agreements.record import uploaded
from agreements.record.actions import bringing_in, registering
from agreements.verifying import addresses, checking
from processes import guard, queries
from processes.method import get_method
from processes.models import Activity, DraftFile, Process, Term
from processes.writing import Refused
from tests import pdfs
from tests.ways import blank as paper
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.row("X-20"), pytest.mark.slow]
URL = "/diarium/lofte-utanfor/"


@pytest.fixture
def world():
    return World("aby")


def typed(world, pdf=None, **more):
    return {
        "title": "Trygg station",
        "focus": "Otrygghet vid stationen",
        "area": world.cast.area.pk,
        "organisations": [world.police.pk, world.municipality.pk],
        "period_start": "2027-01-01",
        "period_end": "2027-12-31",
        "signed_on": "2026-12-12",
        "signed_place": "Åby",
        "signed_by": "Anna Ek, lokalpolisområdeschef, Polismyndigheten\nBo Al, ordförande, Aby kommun",
        "checked": "on",
        "introduction": "Det här lovar vi.",
        "contact": "Aby kommuns växel, 0123-45 67 00",
        "theme": Term.objects.get(list=Term.List.THEME, label="Otrygg plats").pk,
        "file": SimpleUploadedFile("lofte.pdf", pdf or paper(), "application/pdf"),
        "aktivitet-TOTAL_FORMS": "10",
        "aktivitet-INITIAL_FORMS": "0",
        "aktivitet-0-what": "Gå trygghetsvandringar",
        "aktivitet-0-who": world.municipality.pk,
        "aktivitet-0-target_kind": "at_least",
        "aktivitet-0-target_value": "3",
        "aktivitet-0-target_unit": "vandringar",
        "aktivitet-1-what": "Svara på mejl från boende",
        "aktivitet-1-target_kind": "on_demand",
        **more,
    }


def brought(client, world, role="registrar", **more):
    client.force_login(getattr(world.cast, role))
    answer = client.post(URL, typed(world, **more))
    assert answer.status_code == 302, answer.content.decode()
    return DocumentVersion.objects.get()


@pytest.mark.row("X-20", page="/diarium/lofte-utanfor/")
def test_it_is_brought_in_registered_published_and_kept(world, client):
    pdf = paper()
    version = brought(client, world, pdf=pdf)
    round_ = version.promise.process
    assert round_.outside and version.way == "outside" and not SigningAct.objects.exists()
    content = json.loads(version.content)
    assert content["outside"] is True and content["schema"] == "medborgarlofte/1"
    assert content["how_arrived"] == [
        "Löftet är gjort utanför verktyget. Hur det kom till är inte prövat här."
    ]
    assert [a["what"] for a in content["activities"]] == [
        "Gå trygghetsvandringar",
        "Svara på mejl från boende",
    ]
    assert content["activities"][0]["who"] == ["Aby kommun"]
    assert content["signatories"][1] == {
        "name": "Bo Al",
        "title": "ordförande",
        "organisation": "Aby kommun",
        "mandate": "",
    }
    assert bytes(OutsideDocument.objects.get().pdf) == pdf  # as it was handed in
    sealed = SealedDocument.objects.get()
    told = " ".join("".join(pdfs.pages(bytes(sealed.pdf))).split())
    assert "Inte prövat i verktyget" in told and "12 december 2026 i Åby" in told
    assert pdfs.structure_problems(bytes(sealed.pdf)) == []
    for organisation in (world.police, world.municipality):
        registering.register(
            by=world.cast.registrar,
            round_=round_,
            version_id=version.pk,
            values={
                "organisation": organisation,
                "diary_number": f"D{organisation.pk}-2027",
                "registered_on": world.today,
                "description": "Medborgarlöfte",
            },
        )
    assert Registration.objects.count() == 2
    made = publishing.publish(
        by=world.cast.communicator, round_=round_, version_id=version.pk, checked="Läst av mig."
    )
    client.logout()
    public = client.get(reverse("agreements:public_promise", args=[made.slug])).content.decode()
    assert "Inte prövat i verktyget" in public and "Gå trygghetsvandringar" in public
    assert "Aby kommuns växel, 0123-45 67 00" in public
    assert made.themes == ["Otrygg plats"]
    happened = re.sub(r"<[^>]+>|\s+", " ", public[public.index("Det här har hänt") :])
    assert re.search(r"12 december 2026 +Löftet gavs", happened) and "Löftet publicerades här" in happened
    original = client.get(reverse("agreements:public_original", args=[made.slug]))
    assert b"".join(original.streaming_content) == pdf
    assert list(checking.faults()) == []


@pytest.mark.row("X-10")
def test_its_sealed_file_leads_to_the_page_that_tells_what_is_proved(world, client):
    version = brought(client, world)
    sealed = bytes(SealedDocument.objects.get().pdf)
    url = addresses.address(version.content_hash)
    assert url in "".join("".join(pdfs.pages(sealed)).split())
    assert addresses.code(version.content_hash).alt in pdfs.alternatives(sealed)
    client.logout()
    page = client.get(reverse("agreements:verify_short", args=[addresses.short(version.content_hash)]))
    assert page.status_code == 200


def test_what_is_done_is_logged_and_followed_up_as_for_any_promise(world, client):
    round_ = brought(client, world).promise.process
    facts = queries.load_facts(get_method(), round_.pk)
    walk = facts.rows("processes.Activity")[0]
    result = keeping.judge(
        keeping.target_of(facts, walk), keeping.Done(times=3, amount=3, told=True), world.today
    )
    assert result.promised is not None
    client.force_login(world.cast.officer)
    url = reverse("processes:add_row", args=[round_.pk, "genomforande", round_.pk, "logg"])
    assert client.post(url, {"activity": walk.id, "done_on": "2027-02-01", "amount": "1"}).status_code == 302
    assert Process.objects.get(pk=round_.pk).activity_logs.count() == 1


def test_it_is_closed_as_any_promise_and_asked_only_of_what_its_round_goes_through(world, client):
    promise = brought(client, world).promise
    world.round = promise.process
    step, own = get_method()[guard.PROMISE_STEP], set(get_method().steps_of(world.facts()))
    verdict = world.verdict(step.key, "close", promise)
    assert {gap.code for gap in verdict.gaps} == {"PRO-3", "ATE-1"}
    assert {gap.step for gap in verdict.gaps} <= own
    with pytest.raises(guard.NotReady):
        closing.close(by=world.cast.officer, round_=world.round, promise_id=promise.pk)
    end = world.create("follow_up", title="Hela löftet")
    world.edit(end, done_on=world.today, resources_used="Ordinarie tid.", effects="Lugnare.")
    for activity in Activity.objects.filter(process=world.round):
        world.add("agreements.ActivityLog", activity=activity, done_on=world.today, amount=500)
        world.add(
            "agreements.Outcome",
            end,
            activity=activity,
            quality="good",
            effect="wanted",
            improve="Börja tidigare.",
            followed_by="Anna",
            followed_how="Loggen",
            followed_on=world.today,
        )
    record_export(by=world.cast.officer, round_=world.round, follow_up_id=end.pk, data=b"")
    for gate in ("complete", "approve"):
        world.decide("follow_up", end, gate)
    world.feedback("feedback", world.round, ["citizens", "staff", "partners"])
    closing.close(by=world.cast.officer, round_=world.round, promise_id=promise.pk)
    assert Process.objects.get(pk=world.round.pk).closed_on == world.today


def test_the_guard_claims_nothing_and_the_round_shows_only_what_keeps_it(world, client):
    round_ = brought(client, world).promise.process
    facts, method = queries.load_facts(get_method(), round_.pk), get_method()
    step = method[guard.PROMISE_STEP]
    promise = facts.one(step.record)
    assert not guard.evaluate(method, guard.Gate.SIGN, facts, step, promise).ok
    assert (
        not facts.rows("processes.Decision") and facts.one("agreements.DocumentVersion").ruleset == "utanför"
    )
    for role in ("officer", "registrar", "coordinator", "communicator"):
        client.force_login(getattr(world.cast, role))
        page = client.get(reverse("processes:overview", args=[round_.pk]))
        assert [s["title"] for stage in page.context["stages"] for s in stage["steps"]] == [
            step.title for step in method if step.outside
        ]
        assert "Initiera samverkan" not in page.content.decode(), role
        for step in (s for s in method if s.outside):
            assert client.get(reverse("processes:step", args=[round_.pk, step.slug])).status_code in (
                200,
                302,
            )
        assert client.get("/").status_code == 200
    client.force_login(world.cast.representative)
    assert "tar på sig" not in client.get("/").content.decode()  # what it took on, it took on elsewhere
    client.force_login(world.cast.officer)
    page = client.get(reverse("processes:subject", args=[round_.pk, "medborgarlofte", promise.id]))
    assert "Inte prövat i verktyget" in page.content.decode()
    assert "Skicka för underskrift" not in page.content.decode()


def test_every_page_of_such_a_round_opens(world, client):
    round_ = brought(client, world).promise.process
    client.force_login(world.cast.officer)
    for step in get_method():
        assert client.get(reverse("processes:step", args=[round_.pk, step.slug])).status_code == 200, step.key
    for name in (
        "processes:timeline",
        "portal:thread",
        "agreements:hand_out",
        "portal:archive",
        "portal:round_file",
    ):
        assert client.get(reverse(name, args=[round_.pk])).status_code == 200, name


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"file": SimpleUploadedFile("a.pdf", b"GIF89a", "application/pdf")}, "ingen PDF"),
        ({"file": SimpleUploadedFile("a.pdf", b"%PDF-1.7 inget", "application/pdf")}, "skadad"),
        ({"checked": ""}, "Läs igenom filen först"),
        ({"period_end": "2026-01-01"}, "slutar gälla innan"),
        ({"signed_by": " \n "}, "en på varje rad"),
        ({"aktivitet-0-what": "", "aktivitet-1-what": ""}, "töm raden"),
        ({"aktivitet-0-target_kind": ""}, "Välj hur det mäts"),
        ({"aktivitet-0-target_value": ""}, "hur mycket som lovas"),
        ({"introduction": "Kontakta 19121212-1212"}, "personnummer"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_typed_is_lost(world, client, wrong, words):
    client.force_login(world.cast.registrar)
    answer = client.post(URL, typed(world) | wrong)
    page = answer.content.decode()
    assert answer.status_code == 422 and words in page
    assert "Trygg station" in page and ("Bifogad: lofte.pdf" in page) is ("file" not in wrong)
    assert not Process.objects.filter(outside=True).exists()


@pytest.mark.row("X-3")
def test_the_signed_file_is_not_chosen_again_when_something_else_is_mended(world, client):
    client.force_login(world.cast.registrar)
    pdf = paper()
    page = client.post(URL, typed(world, pdf=pdf) | {"period_end": "2026-01-01"})
    (mark,) = re.findall(r'name="file-bifogad" value="(\d+)"', page.content.decode())
    mended = typed(world) | {"file-bifogad": mark}
    del mended["file"]
    assert client.post(URL, mended).status_code == 302
    assert bytes(OutsideDocument.objects.get().pdf) == pdf and not DraftFile.objects.exists()


def test_a_file_that_acts_when_opened_is_refused():
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    assert "program som körs" in uploaded.fault(paper(OpenAction=script))
    assert uploaded.fault(paper()) == ""
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper())) as document:
        document.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert "låst" in uploaded.fault(locked.getvalue())


def test_who_may_not_is_told_who_may(world, client):
    for role in ("partner", "communicator", "employee", "chief"):
        client.force_login(getattr(world.cast, role))
        answer = client.get(URL)
        assert answer.status_code == 403 and "Bara registrator" in answer.content.decode(), role
    given = {
        "title": "Löfte",
        "area": world.cast.area,
        "place": "",
        "period_start": world.today,
        "period_end": world.today,
        "focus": "Något",
        "texts": {},
        "activities": [],
        "signed_on": world.today,
        "signed_place": "Åby",
        "signed_by": ["Anna"],
        "pdf": paper(),
    }
    with pytest.raises(Refused, match="Bara registrator"):
        bringing_in.bring_in(by=world.cast.partner, organisations=[world.police], **given)
    with pytest.raises(Refused, match="Polisen är alltid part"):
        bringing_in.bring_in(by=world.cast.coordinator, organisations=[world.municipality], **given)
    with pytest.raises(Refused, match="en av parterna"):
        bringing_in.bring_in(by=world.cast.coordinator, organisations=[world.police], **given)


def test_a_sealing_that_was_broken_off_is_done_at_the_next_start(world, client, monkeypatch, capsys):
    with monkeypatch.context() as broken:
        broken.setattr(bringing_in, "_render", lambda *a, **k: 1 / 0)
        version = brought(client, world)
    assert not SealedDocument.objects.exists() and bringing_in.unfinished() == [version.pk]
    call_command("resume")
    call_command("resume")
    assert SealedDocument.objects.get().version == version and bringing_in.unfinished() == []
