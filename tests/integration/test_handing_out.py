"""Handed out: what may be, with a list of what was left out and why; nobody is asked who they are."""

import io
import json
import zipfile

import pytest
from django.urls import reverse

from agreements.models import ChainContent, ChainEntry, Release, ReleasePackage
from agreements.record import packing, release
from agreements.record.actions import releasing
from agreements.verifying import checking
from processes.models import IntelligenceReference, Term
from tests import fieldwork, pdfs, publishing, situations
from tests.canaries import BIRD, heard, plant_in_police_ground, said

pytestmark = [pytest.mark.django_db, pytest.mark.row("X-16", "LOF-7"), pytest.mark.slow]


@pytest.fixture
def world():
    return situations.registered_promise()


def url(world):
    return reverse("agreements:hand_out", args=[world.round.pk])


def handed(client, world, role="registrar", **choice):
    """The package that one press gives, with the choices made."""
    client.force_login(getattr(world.cast, role))
    page = client.get(url(world))
    answer = client.post(url(world), {"sedd": page.context["mark"], **choice})
    assert answer["Content-Type"] == "application/zip", answer.content.decode()
    return Release.objects.latest("pk"), answer.content


def given(world, data=b"PK"):
    """A row of the log, of something the police handed out."""
    return releasing.hand_out(
        by=world.cast.officer, round_=world.round, organisation=world.police,
        title="Löftet", package=release.Package(data, ["Löftet"], [["Underrättelsedelen", "OSL 18 kap. 2 §", ""]]),
    )  # fmt: skip


def again(world, made):
    return reverse("agreements:release_again", args=[world.round.pk, made.pk])


def opened(data):
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def everything(files):
    """All that the files say, also inside them."""
    return "".join(name + heard(data) for name, data in files.items())


def select(page, start, title):
    """The name of the choice of the part with that title, in a step that is called something like that."""
    steps = [step for step in page.context["steps"] if step["title"].startswith(start)]
    return next(p["name"] for step in steps for p in step["parts"] if p["title"] == title)


@pytest.mark.row("X-16", page="/processer/…/lamna-ut/")
def test_one_press_makes_the_package_with_a_list_of_what_was_left_out(world, client):
    account = publishing.told(world)
    made, data = handed(client, world)
    files = opened(data)
    assert list(packing.faults(data)) == []
    assert [d.decode() for name, d in files.items() if name.startswith("publicerat/")] == [account.content]
    sealed = [d for name, d in files.items() if name.startswith("dokument/") and name.endswith(".pdf")]
    assert len(sealed) == 2 and bytes(world.sealed.pdf) in sealed  # the agreement and the promise
    told = json.loads(files["uppgifter.json"])
    left = {row["what"]: row for row in told["left_out"]}
    assert "OSL 18 kap. 2 §" in left["Underrättelsedelen av den lokala lägesbilden"]["ground"]
    assert "OSL 18 kap. 1 §" in left["Aktivitetsplanering: Aktiviteter"]["ground"]
    assert "TF 2 kap. 12 §" in next(
        row["ground"] for what, row in left.items() if what.startswith("Kommunikation")
    )
    assert all(row["ground"] for row in told["left_out"])
    text = " ".join("".join(pdfs.pages(files["utelamnat.pdf"])).split())
    for row in made.left_out[:3]:
        assert row[0].split(":")[0] in text
    assert "Problemet" in [part["title"] for part in told["parts"]]
    for name in ("offentliga-delar.pdf", "utelamnat.pdf"):
        assert pdfs.structure_problems(files[name]) == []


@pytest.mark.row("LAG-2", "LOK-5")
def test_neither_intelligence_nor_what_is_a_partys_own_is_in_any_package(world, client):
    plant_in_police_ground(world)
    IntelligenceReference.objects.create(situation=world.round.local_situation, what=BIRD, keeper=BIRD)
    for role in ("registrar", "coordinator"):
        client.force_login(getattr(world.cast, role))
        page = client.get(url(world))
        assert BIRD not in page.content.decode(), role
        let_go = {p["name"]: "ut" for step in page.context["steps"] for p in step["parts"]}
        made, data = handed(client, world, role, **let_go)
        assert BIRD not in everything(opened(data)) + repr([made.contents, made.left_out]), role
    # The bird would be heard: the police's own pages sing of it.
    step = world.method["local_situation"]
    client.force_login(world.cast.officer)
    assert BIRD in said(client.get(reverse("processes:step", args=[world.round.pk, step.slug])))


def test_an_unfinished_step_and_an_unsealed_promise_are_drafts(client):
    world = situations.planned_round()
    world.edit(world.promise, introduction=f"{BIRD} i utkastet")
    _, data = handed(client, world)
    assert BIRD not in everything(opened(data))
    left = {row["what"]: row for row in json.loads(opened(data)["uppgifter.json"])["left_out"]}
    draft = next(row for what, row in left.items() if what.startswith("Medborgarlöfte"))
    assert "utkast" in draft["why"] and "TF 2 kap. 12 §" in draft["ground"]


def test_a_person_leaves_out_more_with_a_ground_and_lets_go_of_less(world, client):
    client.force_login(world.cast.registrar)
    page = client.get(url(world))
    personal = Term.objects.get(list="ground", code="personal")
    problem, plan = select(page, "Problem", "Problemet"), select(page, "Aktivitets", "Aktiviteter")
    _, data = handed(client, world, **{problem: personal.pk, plan: "ut"})
    told = json.loads(opened(data)["uppgifter.json"])
    left = {row["what"]: row["ground"] for row in told["left_out"]}
    assert next(on for what, on in left.items() if what.endswith(": Problemet")) == personal.label
    parts = [(p["step"], p["title"]) for p in told["parts"]]
    assert ("Aktivitetsplanering", "Aktiviteter") in parts
    assert not any(title == "Problemet" for _, title in parts)


def test_the_same_round_gives_the_same_package_and_each_release_is_logged(world, client):
    first, data = handed(client, world)
    second, same = handed(client, world)
    assert data == same and first.sha256 == second.sha256
    assert ReleasePackage.objects.count() == 1 and Release.objects.count() == 2
    assert ChainEntry.objects.filter(kind="released").count() == 2
    payload = json.loads(ChainContent.objects.filter(entry__kind="released").first().payload)
    assert set(payload) == {"sha256", "organisation", "by", "left_out"}  # never to whom or why
    assert list(checking.faults()) == []


def test_each_file_that_leaves_is_a_row_of_the_log_and_an_event(world, client):
    made = given(world, b"PK och mer")
    client.force_login(world.cast.registrar)
    assert client.get(again(world, made)).status_code == 405  # what is only read gives nothing out
    assert Release.objects.count() == 1
    key = {"nyckel": "ett-tryck"}
    answer = client.post(again(world, made), key)
    assert answer.content == b"PK och mer" and "attachment" in answer["Content-Disposition"]
    second = Release.objects.latest("pk")
    assert (second.sha256, second.contents, second.left_out, second.by) == (
        made.sha256, made.contents, made.left_out, world.cast.registrar,
    )  # fmt: skip
    assert client.post(again(world, made), key)["Location"] == f"{url(world)}#utlamnat"  # the same press
    assert Release.objects.count() == ChainEntry.objects.filter(kind="released").count() == 2
    assert [row["url"] for row in client.get(url(world)).context["log"]] == [
        again(world, second), again(world, made),
    ]  # fmt: skip
    assert list(checking.faults()) == []


def test_nobody_is_asked_who_they_are(world, client):
    client.force_login(world.cast.registrar)
    page = client.get(url(world)).content.decode()
    assert "TF 2 kap. 18 §" in page
    assert page.count("<input") == page.count('type="hidden"')  # nothing to write in but choices
    fields = {f.name for f in Release._meta.get_fields()}
    assert fields == {
        "id", "process", "organisation", "title", "sha256", "contents", "left_out", "by", "at",
    }  # fmt: skip


def test_what_has_changed_since_it_was_read_is_not_handed_out(world, client):
    client.force_login(world.cast.registrar)
    mark = client.get(url(world)).context["mark"]
    world.feedback("citizen_dialog", world.citizen_dialog, ["citizens"])
    answer = client.post(url(world), {"sedd": mark})
    assert answer.status_code == 409 and "har ändrats" in answer.content.decode()
    assert not Release.objects.exists()


def test_the_registrar_and_the_leaders_hand_out_and_a_partner_never(world, client):
    for role in ("officer", "coordinator"):
        client.force_login(getattr(world.cast, role))
        assert client.get(url(world)).status_code == 200, role
    for role in ("communicator", "partner", "partner_representative", "employee"):
        client.force_login(getattr(world.cast, role))
        answer = client.get(url(world))
        assert answer.status_code == 403, role
        assert "Bara registrator, kommunpolis eller kommunal samordnare kan" in answer.content.decode()


def test_another_authoritys_package_is_not_there(world, client):
    made = given(world)
    client.force_login(world.cast.coordinator)
    assert client.post(again(world, made)).status_code == 404
    assert Release.objects.count() == 1
    assert client.get(url(world)).context["log"] == []


def test_a_promise_of_its_own_takes_its_own_focus_areas_alone(world, client):
    other = world.add("processes.FocusArea", title="Bilinbrott vid stationen", problem=world.problem)
    client.force_login(world.cast.registrar)
    whole = client.get(url(world))
    one = client.get(f"{url(world)}?lofte={world.promise.pk}")
    assert one.context["title"] == f"Lämna ut: {world.promise.title}"
    assert len(one.context["documents"]) == 2  # with the agreement that it rests on
    for page, shown in ((whole, True), (one, False)):
        assert world.focus_area.title in page.content.decode()
        assert (other.title in page.content.decode()) is shown
    for odd in ("x", "99999999", "9" * 40):
        assert client.get(f"{url(world)}?lofte={odd}").status_code == 200


def test_what_came_in_is_offered_though_its_dialogue_goes_on_and_so_is_a_log(world, client):
    """Views are official from the day they came (LAG-10); what comes by the thousand is never silently dropped."""
    world.add("agreements.ActivityLog", activity=world.activities[0], done_on=world.today)
    again = world.create("citizen_dialog", title="Ny dialog")
    world.add("dialogs.View", again, text="Mörkt vid tunneln.")
    client.force_login(world.cast.registrar)
    steps = {step["title"]: step["parts"] for step in client.get(url(world)).context["steps"]}
    assert [p["note"][:6] for p in steps["Medborgardialog: Ny dialog"]] == ["1 rad "]
    log = next(p for p in steps["Genomförande"] if p["title"] == "Det här har vi gjort")
    assert log["note"].startswith("1 rad i")
    _, data = handed(client, world, **{steps["Medborgardialog: Ny dialog"][0]["name"]: "ut"})
    said = "".join(d.decode() for name, d in opened(data).items() if name.startswith("listor/"))
    assert "Mörkt vid tunneln." in said


def test_what_citizens_were_told_is_offered_with_the_round_and_with_its_promise(world, client):
    publishing.told(world)
    client.force_login(world.cast.registrar)
    for address in (url(world), f"{url(world)}?lofte={world.promise.pk}"):
        (step,) = [s for s in client.get(address).context["steps"] if s["title"] == "Rundan"]
        assert f"Publicerat läge 1: {world.promise.title}" in [part["title"] for part in step["parts"]]


def stored(picture):
    with picture.file.open("rb") as file:
        return file.read()


def test_a_picture_for_everyone_goes_along_and_at_the_rest_a_person_looks_first(world, client):
    """Somebody may be seen in it; that it may be shown to all is said by whoever knows (ADR 22)."""
    shown, kept = (
        fieldwork.noted(world, "Två lampor", public=True),
        fieldwork.noted(world, "Vid torget", width=30),
    )
    client.force_login(world.cast.registrar)
    steps = {step["title"]: step["parts"] for step in client.get(url(world)).context["steps"]}
    names = {p["title"]: p["name"] for p in steps["Genomförande"]}
    _, data = handed(client, world)
    files = opened(data)
    assert {n: d for n, d in files.items() if n.startswith("bilder/")} == {
        f"bilder/{shown.pk}-tva-lampor.jpg": stored(shown)
    }
    left = {row["what"]: row["ground"] for row in json.loads(files["uppgifter.json"])["left_out"]}
    assert left["Genomförande: Bild: Vid torget"] == Term.objects.get(list="ground", code="personal").label
    _, data = handed(client, world, **{names["Bild: Vid torget"]: "ut"})
    assert opened(data)[f"bilder/{kept.pk}-vid-torget.jpg"] == stored(kept)
