"""The pages where a round is fetched as a file, examined and brought in; and the two commands."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from processes.models import Draft, Organisation, Process
from tests import whole
from tests.forms import typed
from tests.people import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
URL = "/processer/las-in/"


@pytest.fixture
def world(db):
    return whole.followed_up()


@pytest.fixture
def officer(world, client):
    client.force_login(world.cast.officer)
    return client


def fetch(client, world) -> bytes:
    return client.get(reverse("portal:round_file", args=[world.round.pk])).content


def send(client, data: bytes, name: str = "runda.json", **fields):
    form = typed(client.get(URL))
    return client.post(URL, form | {"file": SimpleUploadedFile(name, data)} | fields)


# --- Fetching ---


def test_the_overview_leads_to_the_file_and_the_list_to_where_it_is_read_in(world, officer):
    overview = officer.get(reverse("processes:overview", args=[world.round.pk])).content.decode()
    assert f'href="/processer/{world.round.pk}/fil/"' in overview
    assert f'href="{URL}"' in officer.get("/processer/").content.decode()
    officer.force_login(world.cast.coordinator)
    assert f'href="{URL}"' not in officer.get("/processer/").content.decode()


def test_the_file_is_handed_out_as_a_file_always_spelled_alike(world, officer):
    answer = officer.get(reverse("portal:round_file", args=[world.round.pk]))
    assert answer["Content-Type"] == "application/json"
    assert answer["Content-Disposition"].startswith('attachment; filename="runda-trygg-i-aby-2')
    assert "no-store" in answer["Cache-Control"]
    data = json.loads(answer.content)
    assert data["exported"]["by"] == "Officer Aby"
    again = json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
    assert answer.content.decode() == again


def test_a_round_with_a_strange_name_is_handed_out_too(world, officer):
    world.round.title = "”Å/Ä\\..” 👮"
    world.round.save()
    answer = officer.get(reverse("portal:round_file", args=[world.round.pk]))
    assert 'filename="runda-aa-' in answer["Content-Disposition"]


def test_a_file_asks_as_much_of_a_large_round_as_of_a_small(world, officer):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            fetch(officer, world)
        return len(queries)

    fetch(officer, world)
    few = asked()
    for number in range(30):
        world.add("processes.Problem", title=f"Problem {number}")
        world.add("processes.TargetGroup", name=f"Grupp {number}")
    assert asked() == few <= 14


# --- Bringing in ---


def test_a_file_is_examined_then_brought_in(world, officer):
    before = Process.objects.count()
    examined = send(officer, fetch(officer, world))
    assert Process.objects.count() == before
    page = officer.get(examined.url)
    shown = page.content.decode()
    for words in (
        "Inget är sparat än.",
        "Aktivitetsplanering",
        "Aktiviteter: 3 rader",
        "2 underskrivna dokument",
        "Du har redan en runda som heter ”Trygg i Aby”",
        "runda.json",
    ):
        assert words in shown
    done = officer.post(examined.url, typed(page, title="Trygg i Aby igen"))
    made = Process.objects.latest("pk")
    assert done.url == reverse("processes:overview", args=[made.pk])
    assert Process.objects.count() == before + 1 and made.title == "Trygg i Aby igen"
    assert "Allt i den är utkast" in officer.get(done.url).content.decode()
    assert not Draft.objects.filter(user=world.cast.officer).exists()


def test_to_press_twice_makes_one_round(world, officer):
    url = send(officer, fetch(officer, world)).url
    fields = typed(officer.get(url), title="En gång")
    assert officer.post(url, fields).url == officer.post(url, fields).url
    assert Process.objects.filter(title="En gång").count() == 1


def test_a_round_without_name_is_asked_for_one_and_the_file_still_waits(world, officer):
    url = send(officer, fetch(officer, world)).url
    answer = officer.post(url, typed(officer.get(url), title=""))
    assert answer.status_code == 422
    assert "Det här kommer med" in answer.content.decode()
    assert officer.post(url, typed(officer.get(url), title="Nu")).status_code == 302


def test_what_has_changed_in_between_is_told_and_nothing_is_made(world, officer):
    """The file is checked anew when it is brought in: who is here may have changed."""
    url = send(officer, fetch(officer, world)).url
    fields = typed(officer.get(url), title="Nu")
    world.cast.officer.memberships.update(area=world.cast.area.parent)
    world.cast.area.name = "Nytt namn"
    world.cast.area.save()
    answer = officer.post(url, fields)
    assert answer.status_code == 422
    assert "Filens runda gäller ”Lokalpolisområde Aby”" in answer.content.decode()
    assert not Process.objects.filter(title="Nu").exists()


def test_a_file_waits_for_whoever_sent_it_and_only_the_last_one(world, officer):
    first = send(officer, fetch(officer, world)).url
    stranger = Client()
    stranger.force_login(whole.World("berg").cast.officer)
    assert stranger.get(first).url == URL
    assert "Välj den en gång till" in stranger.get(URL).content.decode()
    fields = typed(officer.get(first))
    second = send(officer, fetch(officer, world) + b" ").url
    assert second != first
    assert officer.get(first).url == URL and officer.post(first, fields).url == URL
    assert officer.get(second).status_code == 200
    assert Draft.objects.filter(user=world.cast.officer).count() == 1


def test_a_draft_forged_under_the_address_is_no_file(world, officer):
    url = send(officer, fetch(officer, world)).url
    officer.post(f"{reverse('processes:draft')}?path={url}", {"text": "{}", "summary": "x"})
    assert officer.get(url).url == URL


def test_the_round_can_be_laid_in_another_of_ones_areas(world, officer):
    there = whole.World("berg")
    membership = there.cast.officer.memberships.get()
    membership.pk, membership.user = None, world.cast.officer
    membership.save()
    url = send(officer, fetch(officer, world), area=there.cast.area.pk).url
    page = officer.get(url)
    assert "Lokalpolisområde Berg" in page.content.decode()
    officer.post(url, typed(page, title="I Berg"))
    assert Process.objects.get(title="I Berg").area == there.cast.area


@pytest.mark.parametrize("role", ["chief", "coordinator", "partner", "admin"])
def test_others_are_told_who_may(world, client, role):
    client.force_login(world.cast.people[role])
    for url in (URL, f"{URL}{'0' * 64}/"):
        for answer in (client.get(url), client.post(url)):
            assert answer.status_code == 403
            assert "Bara kommunpolis kan starta en runda." in answer.content.decode()


def test_no_file_is_refused_with_words(officer):
    answer = officer.post(URL, typed(officer.get(URL)))
    assert answer.status_code == 422 and "Välj en fil." in answer.content.decode()


# --- Commands ---


def run(*arguments) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out, stderr=out)
    return out.getvalue()


def test_the_commands_write_and_read_the_same_file(world, officer, tmp_path):
    file = tmp_path / "r.json"
    run("export_round", str(world.round.pk), "--as", "OFFICER@aby.example", "--out", str(file))
    page, written = json.loads(fetch(officer, world)), json.loads(file.read_bytes())
    assert written | {"exported": 0} == page | {"exported": 0}
    assert json.loads(run("export_round", str(world.round.pk), "--whole"))["rows"] == page["rows"]
    before = Process.objects.count()
    told = run("import_round", str(file), "--as", "officer@aby.example", "--dry-run")
    assert "Aktivitetsplanering: Svaren på stegets frågor, Aktiviteter: 3 rader" in told
    assert "Inget är sparat." in told and Process.objects.count() == before
    told = run("import_round", str(file), "--as", "officer@aby.example", "--title", "Från fil")
    assert "Rundan ”Från fil” är inläst" in told
    assert Process.objects.get(title="Från fil").parties.count() == world.round.parties.count()


def test_the_export_command_sees_what_the_reader_sees(world):
    def left_out(email: str) -> list[str]:
        return json.loads(run("export_round", str(world.round.pk), "--as", email))["left_out"]

    own = ["own_picture"]
    police = ["local_situation", "staff_dialog_what", "staff_dialog_how"]
    assert left_out("partner@aby.example") == police + own
    assert left_out("reader@aby.example") == own


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["export_round", "{round}"], "one of the arguments --as --whole is required"),
        (["export_round", "{round}", "--as", "a@b.example", "--whole"], "not allowed with"),
        (["export_round", "{round}", "--as", "nobody@aby.example"], "kan logga in här"),
        (["export_round", "{round}", "--as", "admin@aby.example"], "finns inte för den läsaren"),
        (["export_round", "999999", "--whole"], "Runda 999999 finns inte"),
        (["import_round", "{bad}", "--as", "officer@aby.example"], "ingen fil med en runda"),
        (["import_round", "{good}", "--as", "chief@aby.example"], "Bara kommunpolis kan starta en runda."),
        (["import_round", "{good}", "--as", "nobody@aby.example"], "kan logga in här"),
        (
            ["import_round", "{good}", "--as", "officer@aby.example", "--area", "Ö"],
            "kan inte starta en runda i ”Ö”",
        ),
        (["import_round", "/nowhere.json", "--as", "officer@aby.example"], "går inte att öppna"),
    ],
)
def test_the_commands_refuse_with_words(world, officer, tmp_path, arguments, words):
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_bytes(fetch(officer, world))
    bad.write_text("{}")
    given = {"round": world.round.pk, "good": good, "bad": bad}
    before = Process.objects.count(), Organisation.objects.count()
    with pytest.raises(CommandError, match=words):
        call_command(*(argument.format(**given) for argument in arguments), stdout=StringIO())
    assert (Process.objects.count(), Organisation.objects.count()) == before


def test_whoever_is_shut_off_is_no_reader(world):
    world.cast.officer.is_active = False
    world.cast.officer.save()
    with pytest.raises(CommandError, match="kan logga in här"):
        run("export_round", str(world.round.pk), "--as", world.cast.officer.email)
    assert PASSWORD  # the account as such is as it was
