"""Word lists: kept by an administrator without code; what has been written with a word stays."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.models import ProtectedError
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from processes.actions import words
from processes.forms import section_form
from processes.method import Role
from processes.models import FocusArea, Membership, Term, User
from processes.writing import Conflict, Refused
from tests.forms import typed
from tests.people import PARTS, PASSWORD
from tests.situations import new_round, planned_round
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.row("X-17", page="/listor/"), pytest.mark.slow]
URL = "/listor/"
ADD = "/listor/theme/nytt/"


@pytest.fixture
def world():
    return new_round()


@pytest.fixture
def admin(world, client):
    client.force_login(world.cast.admin)
    return client


def theme(label: str = "Trafik") -> Term:
    return Term.objects.get(list="theme", label=label)


def address(term: Term, name: str = "word") -> str:
    return reverse(f"portal:{name}", args=[term.pk])


def choosable(world: World, client: Client) -> str:
    """The form of a new focus area, as the officer sees it."""
    client.force_login(world.cast.officer)
    step = world.method["joint_situation"]
    args = [world.round.pk, step.slug, world.record(step.record).pk, "fokus"]
    return client.get(reverse("processes:add_row", args=args)).content.decode()


# --- Adding ---


def test_a_word_that_is_added_can_be_chosen_at_once(world, admin):
    answer = admin.post(ADD, typed(admin.get(ADD), label="  Skog   och vatten "))
    assert answer.url == f"{URL}#theme"
    assert "Skog och vatten" in admin.get(URL).content.decode()
    assert ">Skog och vatten</option>" in choosable(world, Client())
    (line,) = theme("Skog och vatten").history.all()
    assert (line.history_user, line.history_change_reason) == (world.cast.admin, "lade till ordet")


def test_to_press_twice_adds_one_word(admin):
    fields = typed(admin.get(ADD), label="Skog")
    assert admin.post(ADD, fields).url == admin.post(ADD, fields).url
    assert Term.objects.filter(label="Skog").count() == 1


@pytest.mark.parametrize("label", ["Trafik", "trafik", "  TRAFIK "])
def test_a_word_that_is_there_is_refused_in_whatever_letters(admin, label):
    answer = admin.post(ADD, typed(admin.get(ADD), label=label))
    assert answer.status_code == 422
    assert "”Trafik” finns redan i listan." in answer.content.decode()


def test_letters_of_our_own_are_alike_too_on_every_database(admin):
    answer = admin.post(ADD, typed(admin.get(ADD), label="våld i NÄRA relation"))
    assert "”Våld i nära relation” finns redan i listan." in answer.content.decode()


def test_the_same_word_may_stand_in_both_lists(admin):
    assert admin.post("/listor/activity_type/nytt/", typed(admin.get(ADD), label="Trafik")).status_code == 302


@pytest.mark.parametrize("label", ["", " ", "x" * 121, "a\x00b"])
def test_a_word_is_bounded(admin, label):
    assert admin.post(ADD, typed(admin.get(ADD), label=label)).status_code == 422


def test_a_list_is_bounded(world, monkeypatch):
    monkeypatch.setattr(words, "MOST", Term.objects.filter(list="theme").count())
    with pytest.raises(Refused, match="Ta något ur bruk först"):
        words.add_word(by=world.cast.admin, words=Term.List.THEME, label="En till")


def test_a_list_that_is_none_is_not_found(admin):
    for url in ("/listor/annat/nytt/", "/listor/ord/999999/"):
        assert admin.get(url).status_code == admin.post(url).status_code == 404


# --- Renaming ---


def test_a_word_gets_another_name_wherever_it_is_used(admin, client):
    world = planned_round("berg")
    world.edit(world.focus_area, theme=theme())
    url = address(theme())
    assert admin.post(url, typed(admin.get(url), label="Trafik och mopeder")).status_code == 302
    assert FocusArea.objects.get(pk=world.focus_area.pk).theme.label == "Trafik och mopeder"
    page = admin.get(url).content.decode()
    assert "Admin Aby" in page and "döpte om ”Trafik” till ”Trafik och mopeder”" in page


def test_a_word_may_change_its_letters_but_not_into_another(admin):
    url = address(theme())
    assert admin.post(url, typed(admin.get(url), label="TRAFIK")).status_code == 302
    answer = admin.post(url, typed(admin.get(url), label="evenemang"))
    assert "”Evenemang” finns redan i listan." in answer.content.decode()


def test_whoever_comes_second_is_told_what_the_word_is_called_now(world, admin):
    url = address(theme())
    fields = typed(admin.get(url), label="Mitt")
    words.change_word(by=world.cast.admin, term=theme(), version=theme().version, label="Ditt")
    answer = admin.post(url, fields)
    assert answer.status_code == 422
    assert "ordet heter nu ”Ditt”" in answer.content.decode()
    assert admin.post(url, typed(answer)).status_code == 302  # what was typed stands, and is saved once more
    assert theme("Mitt").version == 2
    with pytest.raises(Conflict):
        words.change_word(by=world.cast.admin, term=theme("Mitt"), version=0, label="Annat")


# --- Out of use ---


def retire(client: Client, term: Term, retired: str = "ja") -> str:
    answer = client.post(address(term, "retire_word"), {"retired": retired})
    return client.get(answer.url).content.decode()


def test_a_word_out_of_use_is_not_offered_and_can_come_back(world, admin):
    page = retire(admin, theme())
    assert "”Trafik” går inte längre att välja." in page and "Används inte längre (1)" in page
    assert ">Trafik</option>" not in choosable(world, Client())
    answer = admin.post(ADD, typed(admin.get(ADD), label="Trafik"))
    assert "Det används inte längre; ta det i bruk igen i stället." in answer.content.decode()
    assert "går att välja igen" in retire(admin, theme(), "nej")
    assert ">Trafik</option>" in choosable(world, Client())
    told = [line.history_change_reason for line in theme().history.all()]
    assert told == ["tog ordet i bruk igen", "tog ordet ur bruk"]


def test_to_retire_what_is_retired_is_nothing(world, admin):
    retire(admin, theme())
    retire(admin, theme())
    assert theme().history.count() == 1
    retire(admin, theme(), "kanske")
    assert theme().retired


def test_a_row_keeps_its_word_when_something_else_in_it_is_changed(admin):
    world = planned_round("berg")
    world.edit(world.focus_area, theme=theme())
    retire(admin, theme())
    step = world.method["joint_situation"]
    args = [world.round.pk, step.slug, world.joint.pk, "fokus", world.focus_area.pk]
    url = reverse("processes:edit_row", args=args)
    officer = Client()
    officer.force_login(world.cast.officer)
    page = officer.get(url)
    assert officer.post(url, typed(page, place="Vid torget", reason="rättat")).status_code == 302
    area = FocusArea.objects.get(pk=world.focus_area.pk)
    assert (area.place, area.theme) == ("Vid torget", theme())


def test_a_row_keeps_its_colleague_who_has_left_when_something_else_is_changed(client):
    world = planned_round()
    party = world.round.parties.get(organisation=world.municipality)
    left = party.coordinator
    User.objects.filter(pk=left.pk).update(is_active=False)
    client.force_login(world.cast.officer)
    step = world.method["collaboration"]
    args = [world.round.pk, step.slug, world.record(step.record).pk, "parter", party.pk]
    url = reverse("processes:edit_row", args=args)
    assert client.post(url, typed(client.get(url), resources="Mer tid", reason="x")).status_code == 302
    party.refresh_from_db()
    assert (party.resources, party.coordinator) == ("Mer tid", left)


# --- Who ---


@pytest.mark.parametrize("role", [role for role in PARTS if role != "admin"])
def test_nobody_but_the_polices_administrator_keeps_the_lists(world, client, role):
    client.force_login(world.cast.people[role])
    for url in (URL, ADD, address(theme())):
        answer = client.get(url)
        assert answer.status_code == 403
        assert "Bara administratör hos polisen kan ändra listorna" in answer.content.decode()


def test_nor_does_an_administrator_of_another_party(world, client):
    user = User.objects.create_user("it@aby.example", PASSWORD, name="Ida Teknik")
    Membership.objects.create(user=user, organisation=world.municipality, role=Role.ADMINISTRATOR)
    client.force_login(user)
    assert client.get(URL).status_code == 403
    assert URL not in client.get("/").content.decode()
    for act in (
        lambda: words.add_word(by=user, words=Term.List.THEME, label="Nytt"),
        lambda: words.change_word(by=user, term=theme(), version=0, label="Nytt"),
        lambda: words.retire_word(by=user, term=theme(), retired=True),
    ):
        with pytest.raises(Refused, match="gemensamma för alla parter"):
            act()


def test_the_menu_leads_there(admin):
    assert f'href="{URL}"' in admin.get("/").content.decode()


def test_the_lists_ask_as_much_of_many_words_as_of_few(world, admin):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            admin.get(URL)
        return len(queries)

    admin.get("/")
    few = asked()
    for number in range(30):
        words.add_word(by=world.cast.admin, words=Term.List.THEME, label=f"Ord {number}")
    assert asked() == few <= 6


def test_a_word_in_use_cannot_be_deleted():
    world = planned_round()
    world.edit(world.focus_area, theme=theme())
    with pytest.raises(ProtectedError):
        theme().delete()


@pytest.mark.row("DIA-12")
def test_a_view_and_a_focus_area_choose_among_the_same_themes(world, admin):
    view = world.add("dialogs.View", world.create("citizen_dialog", title="Torgmöte"), text="Mörkt i skogen.")
    words.add_word(by=world.cast.admin, words=Term.List.THEME, label="Skog och vatten")
    words.add_word(by=world.cast.admin, words=Term.List.WORRY, label="Rädsla för djur")
    skog, djur = theme("Skog och vatten"), Term.objects.get(list="worry", label="Rädsla för djur")
    step = world.method["citizen_dialog"]
    form = section_form(world.round, step, step.section("synpunkter"))
    sent = form({"text": view.text, "theme": skog.pk, "worry": djur.pk}, instance=view)
    assert sent.is_valid() and (sent.cleaned_data["theme"], sent.cleaned_data["worry"]) == (skog, djur)
    assert not form({"text": view.text, "theme": djur.pk}, instance=view).is_valid()
    step = world.method["joint_situation"]
    assert skog in section_form(world.round, step, step.section("fokus"))().fields["theme"].queryset


# --- A ladder: the order means something ---

LADDER_ADD = "/listor/participation/nytt/"


def ladder() -> list[str]:
    found = Term.objects.filter(list=Term.List.PARTICIPATION, retired=False)
    assert [term.position for term in found] == sorted(term.position for term in found)
    return [term.label for term in found]


def rung(label: str) -> Term:
    return Term.objects.get(list=Term.List.PARTICIPATION, label=label)


@pytest.mark.row("DIA-5", page="/listor/")
def test_a_ladder_is_listed_and_chosen_from_in_its_order(world, admin):
    words.add_word(by=world.cast.admin, words=Term.List.PARTICIPATION, label="Ansvar")
    assert ladder() == ["Information", "Konsultation", "Dialog", "Inflytande", "Medbeslutande", "Ansvar"]
    page = admin.get(URL).content.decode()
    assert "1. Information" in page and "6. Ansvar" in page
    made = world.create("citizen_dialog", title="Öppet hus")
    args = [world.round.pk, "medborgardialog", made.pk, "plan"]
    admin.force_login(world.cast.officer)
    form = admin.get(reverse("processes:edit", args=args)).content.decode()
    places = [form.index(f"{label}:") for label in ladder()[:-1]]
    assert places == sorted(places)
    assert "Information: ni får veta vad som är bestämt. Räknas inte ensam som dialog." in form


@pytest.mark.parametrize(
    ("place", "order"),
    [
        (1, ["Dialog", "Information", "Konsultation", "Inflytande", "Medbeslutande"]),
        (4, ["Information", "Konsultation", "Inflytande", "Dialog", "Medbeslutande"]),
        (99, ["Information", "Konsultation", "Inflytande", "Medbeslutande", "Dialog"]),
    ],
)
def test_a_step_is_moved_and_the_others_make_room(admin, place, order):
    url = address(rung("Dialog"))
    page = admin.get(url)
    assert typed(page)["place"] == ["3"]
    assert admin.post(url, typed(page, place=str(place))).status_code == 302
    assert ladder() == order
    told = [line.history_change_reason for line in rung("Dialog").history.all()]
    assert told == [f"flyttade ordet till plats {min(place, 5)}"]


def test_what_a_step_means_is_changed_and_told(admin):
    url = address(rung("Dialog"))
    assert admin.post(url, typed(admin.get(url), meaning="vi talas vid")).status_code == 302
    assert "vi talas vid" in admin.get(URL).content.decode()
    assert ladder()[2] == "Dialog"
    assert rung("Dialog").history.get().history_change_reason == "ändrade vad ordet betyder"


def test_a_step_out_of_use_comes_back_as_the_last(world, admin):
    retire(admin, rung("Konsultation"))
    assert ladder() == ["Information", "Dialog", "Inflytande", "Medbeslutande"]
    url = address(rung("Dialog"))
    assert typed(admin.get(url))["place"] == ["2"]
    retire(admin, rung("Konsultation"), "nej")
    assert ladder()[-1] == "Konsultation"
    assert len({term.position for term in Term.objects.filter(list="participation")}) == 5


def test_a_list_without_order_has_no_places(admin):
    url = address(theme())
    assert "place" not in typed(admin.get(url))
    assert {term.position for term in Term.objects.filter(list=Term.List.THEME)} == {0}
