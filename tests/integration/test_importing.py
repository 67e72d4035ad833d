"""Views come in from a spreadsheet: template, preview with faults row by row, confirm, undo (X-8, DIA-13)."""

from __future__ import annotations

import io
from datetime import timedelta
from decimal import Decimal

import openpyxl
import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dialogs.models import View
from processes import actions
from processes.method import Intake
from processes.models import Draft, Goal, Imported, SituationSource
from processes.pages import links
from tests.forms import typed
from tests.situations import new_round, planned_round
from tests.world import word

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.row("X-8", page="/processer/…/steg/medborgardialog/…/del/synpunkter/kalkylark/"),
    pytest.mark.both_databases,
    pytest.mark.slow,
]
HEAD = "Synpunkt;Tema;Plats;Slag av oro;När kom den in?"
GOOD = "Det är mörkt vid torget.;otrygg plats;Torget;Miljön känns otrygg;2027-03-01"


@pytest.fixture
def world(client):
    world = new_round()
    world.dialog = world.create("citizen_dialog", title="Torgmöte")
    world.dialog = world.edit(world.dialog, held_on=world.today)
    client.force_login(world.cast.coordinator)
    return world


def at(world, name="import_rows", *more):
    step = world.method["citizen_dialog"]
    return links.at(name, world.round.pk, step, world.dialog.pk, "synpunkter", *more)


def send(client, world, *lines, name="synpunkter.csv", url=""):
    data = lines[0] if isinstance(lines[0], bytes) else "\n".join(lines).encode()
    url = url or at(world)
    return client.post(url, typed(client.get(url)) | {"file": SimpleUploadedFile(name, data)})


def confirm(client, sent, **more):
    assert sent.status_code == 302, sent.content.decode()
    return client.post(sent.url, typed(client.get(sent.url), **more))


def text(answer) -> str:
    return answer.content.decode()


@pytest.mark.row("DIA-13")
def test_the_views_of_a_file_come_in_with_history_and_what_is_blank_is_suggested(world, client):
    sent = send(client, world, HEAD, GOOD, "Ingen lyssnar.;;;;")
    preview = text(client.get(sent.url))
    assert "2 rader kan hämtas in" in preview and "Det är mörkt vid torget." in preview
    assert not View.objects.exists()
    assert confirm(client, sent).status_code == 302
    first, second = View.objects.order_by("pk")
    assert (first.text, first.theme, first.place) == (
        "Det är mörkt vid torget.", word("theme", "Otrygg plats"), "Torget",
    )  # fmt: skip
    assert str(first.received_on) == "2027-03-01" and second.received_on == world.today
    assert second.dialog == world.dialog and second.theme is None
    (line,) = first.history.all()
    assert line.history_user == world.cast.coordinator
    assert "synpunkter.csv" in line.history_change_reason and line.round_id == world.round.pk
    assert not Draft.objects.exists()


def test_what_is_wrong_is_told_row_by_row_and_the_rest_can_come_in(world, client):
    sent = send(client, world, HEAD, GOOD, ";;Torget;;", "Hej;Rymden;;;", "Hej;;;;i går", "x" * 10_001)
    preview = client.get(sent.url)
    assert [(f.row, f.column) for f in preview.context["faults"]] == [
        (3, "Synpunkt"), (4, "Tema"), (5, "När kom den in?"), (6, "Synpunkt"),
    ]  # fmt: skip
    assert "”Rymden” finns inte bland det som går att välja" in text(preview)
    assert "1 rader är riktiga. 4 behöver rättas" in text(preview)
    confirm(client, sent)
    assert View.objects.get().place == "Torget"


def test_the_template_comes_back_as_it_is_and_brings_nothing(world, client):
    for form in ("xlsx", "csv"):
        template = client.get(at(world, "import_template", form))
        assert template.status_code == 200
        sent = send(client, world, template.content, name=f"mall.{form}")
        preview = client.get(sent.url)
        assert preview.context["skipped"] and preview.context["number"] == 0, text(preview)
    refused = client.post(sent.url, typed(preview))
    assert refused.status_code == 409 and at(world) in text(refused)
    assert not View.objects.exists()


def test_the_workbook_offers_the_words_that_can_be_chosen(world, client):
    book = openpyxl.load_workbook(io.BytesIO(client.get(at(world, "import_template", "xlsx")).content))
    page = book.worksheets[0]
    rules = {
        str(rule.sqref).partition(":")[0]: rule.formula1 for rule in page.data_validations.dataValidation
    }
    words = book[next(name for name in book.sheetnames if name.startswith("Listor"))]
    themes = [cell.value for cell in next(words.iter_cols(1, 1, 2)) if cell.value]
    assert themes == sorted(themes) and "Otrygg plats" in themes
    assert rules["C2"].endswith(f"$A$2:$A${len(themes) + 1}")
    page["A3"], page["C3"] = "Ny synpunkt", "Otrygg plats"
    target = io.BytesIO()
    book.save(target)
    confirm(client, send(client, world, target.getvalue(), name="ifylld.xlsx"))
    assert [(v.text, str(v.theme)) for v in View.objects.all()] == [("Ny synpunkt", "Otrygg plats")]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (("a;b", "c;d"), "inga rubriker som går att känna igen"),
        (("Synpunkt;Plats;plats", "c;d;e"), "Samma rubrik står på två kolumner"),
        (("Synpunkt",), "inga rader under dem"),
        ((b"PK\x03\x04",), "skadad"),
        (("Synpunkt", *["x"] * 5_001), "fler än 5000 rader"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_what_to_do(world, client, lines, says):
    answer = send(client, world, *lines)
    assert answer.status_code == 422 and says in text(answer)
    assert not Draft.objects.exists()


def test_headings_nobody_knows_are_told_and_a_title_above_is_passed_over(world, client):
    sent = send(client, world, "Torgmötet i mars", "", "Kommentar;Skonummer", "Mörkt;42")
    preview = client.get(sent.url)
    assert preview.context["unknown"] == ["Skonummer"] and preview.context["number"] == 1


@pytest.mark.row("LAG-9")
def test_personal_data_are_pointed_out_and_want_one_press_more(world, client):
    sent = send(client, world, HEAD, "Ring mig på 070-174 06 05;;;;", GOOD)
    preview = text(client.get(sent.url))
    assert "Rad 2, synpunkt: ett telefonnummer" in preview
    assert "070-174" not in preview
    refused = confirm(client, sent)
    assert refused.status_code == 422 and not View.objects.exists()
    assert confirm(client, sent, seen="on").status_code == 302
    assert View.objects.count() == 2


def waits_no_more(client, world, url) -> bool:
    """The page tells that the file must be chosen anew, and leads there."""
    answer = client.get(url)
    return answer.status_code == 409 and f"{at(world)}?falt=file" in text(answer)


def test_nobody_elses_file_is_seen_and_none_waits_longer_than_a_day(world, client):
    sent = send(client, world, HEAD, GOOD)
    client.force_login(world.cast.officer)
    assert waits_no_more(client, world, sent.url)
    client.force_login(world.cast.coordinator)
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        client.force_login(world.cast.coordinator)
        assert waits_no_more(client, world, sent.url)
        assert client.post(sent.url, {}).status_code == 409
        send(client, world, HEAD, GOOD, GOOD)
        assert Draft.objects.count() == 1
    assert not View.objects.exists()


def test_a_second_press_brings_nothing_twice_and_the_same_file_again_is_warned_of(world, client):
    sent = send(client, world, HEAD, GOOD)
    form = typed(client.get(sent.url))
    first = client.post(sent.url, form)
    assert client.post(sent.url, form).url == first.url, "a second press leads to the same place"
    assert View.objects.count() == 1
    again = send(client, world, HEAD, GOOD)
    assert "Samma fil hämtades in" in text(client.get(again.url))


def test_all_that_came_in_goes_out_again_and_history_keeps_it(world, client):
    confirm(client, send(client, world, HEAD, GOOD, GOOD))
    kept = world.add("dialogs.View", world.dialog, text="Skriven för hand")
    made = Imported.objects.get()
    page = client.get(at(world))
    assert at(world, "import_undo", made.pk) in text(page)
    client.post(at(world, "import_undo", made.pk), {"nyckel": "a"})
    assert list(View.objects.all()) == [kept]
    lines = View.history.filter(history_type="-")
    assert {line.history_user for line in lines} == {world.cast.coordinator} and len(lines) == 2
    assert all("Ångrade" in line.history_change_reason for line in lines)
    page = text(client.get(at(world)))
    assert "Ångrat" in page and at(world, "import_undo", made.pk) not in page
    client.post(at(world, "import_undo", made.pk), {"nyckel": "b"})
    assert list(View.objects.all()) == [kept]


@pytest.mark.row("LAG-10")
def test_what_somebody_has_worked_with_is_not_undone(world, client):
    confirm(client, send(client, world, HEAD, GOOD, GOOD))
    world.edit(View.objects.first(), outcome="ordinary")
    answer = client.post(at(world, "import_undo", Imported.objects.get().pk), {"nyckel": "a"}, follow=True)
    assert "arbetat vidare" in text(answer) and View.objects.count() == 2


def test_five_thousand_views_come_in_with_few_queries(world, client):
    lines = [f"Synpunkt {n} om belysningen.;Otrygg plats;Torget;Rädsla för brott;" for n in range(5_000)]
    sent = send(client, world, HEAD, *lines)
    form = typed(client.get(sent.url))
    with CaptureQueriesContext(connection) as asked:
        client.post(sent.url, form)
    assert View.objects.count() == View.history.count() == 5_000
    assert len(asked) < 250  # SQLite takes few values at a time


def test_another_table_takes_part_by_its_declaration_and_asks_why_when_it_was_decided(client, request):
    world = planned_round()
    step = world.method["local_situation"]
    section = step.section("kallor")
    declared = Intake(("name", "dated_on"), ("name",), example={})
    own = section.intake
    object.__setattr__(section, "intake", declared)
    request.addfinalizer(lambda: object.__setattr__(section, "intake", own))
    client.force_login(world.cast.officer)
    subject = world.record(step.record)
    url = links.at("import_rows", world.round.pk, step, subject.pk, section.key)
    sent = send(client, world, "Källa;Källan är daterad", "Ny mätning;2026-03-01", url=url)
    assert confirm(client, sent).status_code == 422
    assert confirm(client, sent, reason="Nya siffror från Brå").status_code == 302
    assert SituationSource.objects.filter(name="Ny mätning").exists()


def test_goals_with_their_indicators_come_in_by_the_template_of_the_plan(client):
    world = planned_round()
    client.force_login(world.cast.coordinator)
    plan = (world.round.pk, world.method["activity_plan"], world.activity_plan.pk)
    here = links.at("import_rows", *plan, "mal")
    assert here in text(client.get(links.step_url(*plan[:2])))
    template = client.get(links.at("import_template", *plan, "mal", "csv")).content.decode("utf-8-sig")
    head = template.splitlines()[0]
    assert head.split(";")[:2] == ["Mål", "Indikator"]
    title = world.focus_area.title
    rows = (
        f"Fler känner sig trygga;Trygga;procent;61,5;;75;2027-12-31;Hamnplan;60;{title};",
        "Bråken minskar;;;;;;;;;;",
        "Bråken minskar;Anmälda bråk;per år;många;;;;;;;",
    )
    sent = send(client, world, head, *rows, url=here)
    preview = client.get(sent.url)
    assert [(f.row, f.column) for f in preview.context["faults"]] == [(3, "Indikator"), (4, "Utgångsvärde")]
    assert confirm(client, sent, reason="Kommunens mätning kom.").status_code == 302
    goal = Goal.objects.latest("pk")
    assert (goal.text, goal.indicator, goal.unit, goal.baseline_value, goal.target_value) == (
        "Fler känner sig trygga", "Trygga", "procent", Decimal("61.5"), 75,
    )  # fmt: skip
    assert (goal.process, goal.focus_area, goal.kind) == (world.round, world.focus_area, "effect")
    assert (
        goal.baseline_on == timezone.localdate() and goal.history.get().history_user == world.cast.coordinator
    )


def test_only_those_who_may_write_the_views_bring_them_in(world):
    from processes.writing import Refused

    step = world.method["citizen_dialog"]
    common = {"round_": world.round, "step": step, "section": step.section("synpunkter")}
    with pytest.raises(Refused, match="Bara"):
        actions.bring_in(
            by=world.cast.analyst, subject_id=world.dialog.pk, parent=world.dialog, rows=[{"text": "x"}],
            file_name="x", sha256="0", **common,
        )  # fmt: skip
    assert not View.objects.exists()
