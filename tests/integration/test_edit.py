"""Forms: nothing typed is lost, nobody is written over, nothing happens twice (X-3)."""

from __future__ import annotations

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from processes.models import Collaboration, Draft, Feedback, Party, SupportMember
from processes.views import drafts
from tests.forms import shown, typed
from tests.people import PASSWORD
from tests.situations import new_round, planned_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return new_round()


@pytest.fixture
def officer(world, client):
    client.force_login(world.cast.officer)
    return client


def at(world, name, key="collaboration", *more):
    step = world.method[key]
    subject = world.facts().one(step.record).id
    return reverse(f"processes:{name}", args=[world.round.pk, step.slug, subject, *more])


def record(world):
    return Collaboration.objects.get(process=world.round)


# --- Saving ---


def test_what_is_typed_is_saved_and_shown_on_the_step(world, officer):
    url = at(world, "edit", "collaboration", "ramar")
    answer = officer.post(url, typed(officer.get(url), anchored="I nämnden den 3 maj."))
    assert answer.url == f"/processer/{world.round.pk}/steg/{world.method['collaboration'].slug}/#ramar"
    assert record(world).anchored == "I nämnden den 3 maj."
    assert "I nämnden den 3 maj." in officer.get(answer.url).content.decode()


def test_no_field_is_required_to_save(world, officer):
    url = at(world, "edit", "collaboration", "ramar")
    fields = dict.fromkeys(typed(officer.get(url)), "")
    assert officer.post(url, fields | {"version": record(world).version}).status_code == 302


def test_a_date_that_no_list_could_bear_is_refused_at_its_field(world, officer):
    url = at(world, "edit", "collaboration", "tider")
    for value in ("0001-01-01", "9999-12-31", "2027-02-30", "igår"):
        answer = officer.post(url, typed(officer.get(url), work_starts_on=value, needs_known_on="2027-03-04"))
        assert answer.status_code == 422
        assert 'value="2027-03-04"' in answer.content.decode()
    assert record(world).work_starts_on is None


def test_a_row_is_added_changed_and_taken_away(world, officer):
    url = at(world, "add_row", "collaboration", "stod")
    officer.post(url, typed(officer.get(url), name="Cia Asp"))
    row = SupportMember.objects.get(process=world.round, name="Cia Asp")
    url = at(world, "edit_row", "collaboration", "stod", row.pk)
    officer.post(url, typed(officer.get(url), name="Cia Al"))
    url = at(world, "remove_row", "collaboration", "stod", row.pk)
    assert "Cia Al" in officer.get(url).content.decode()
    officer.post(url, typed(officer.get(url)))
    assert not SupportMember.objects.filter(pk=row.pk).exists()
    assert [h.name for h in SupportMember.history.filter(id=row.pk)] == ["Cia Al", "Cia Al", "Cia Asp"]


def test_a_party_must_be_someone_and_only_once(world, officer):
    url = at(world, "add_row", "collaboration", "parter")
    assert "Välj vad raden gäller." in officer.post(url, typed(officer.get(url))).content.decode()
    again = typed(officer.get(url), organisation=world.municipality.pk)
    assert officer.post(url, again).status_code == 422
    assert Party.objects.filter(process=world.round).count() == 3


def test_what_others_build_on_cannot_be_taken_away(client):
    world = planned_round()
    client.force_login(world.cast.officer)
    url = at(world, "remove_row", "joint_situation", "bilden", world.problem.pk)
    answer = client.post(url, typed(client.get(url), reason="Fel"))
    assert answer.status_code == 409
    assert "Något annat bygger på detta: fokusområde" in answer.content.decode()
    assert type(world.problem).objects.filter(pk=world.problem.pk).exists()


def test_rows_that_come_by_the_thousand_are_shown_and_edited_like_others(client):
    world = planned_round()
    client.force_login(world.cast.officer)
    page = client.get(at(world, "subject", "citizen_dialog"))
    assert world.view.text in page.content.decode()
    url = at(world, "edit_row", "citizen_dialog", "synpunkter", world.view.pk)
    client.post(url, typed(client.get(url), place="Torget", reason="Rättat"))
    world.view.refresh_from_db()
    assert world.view.place == "Torget"


# --- Two at once ---


@pytest.mark.row("X-3")
def test_the_later_of_two_sees_both_texts_and_chooses(world, officer):
    url = at(world, "edit", "collaboration", "ramar")
    mine = officer.get(url)
    other = Client()
    other.force_login(world.cast.coordinator)
    other.post(url, typed(other.get(url), anchored="Deras text", governing_documents="Deras plan"))
    answer = officer.post(url, typed(mine, anchored="Min text", agreement_purpose="Bara jag"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Min text" in page and "Deras text" in page and "Coordinator Aby" in page
    assert record(world).anchored == "Deras text"
    fields = shown(answer)
    # Three-way: what only they changed is theirs beforehand, what I changed is mine.
    assert fields["choice-governing_documents"] == ["theirs"]
    assert fields["choice-agreement_purpose"] == fields["choice-anchored"] == ["mine"]
    officer.post(url, typed(answer, **{"mine-anchored": "Min text och deras"}))
    saved = record(world)
    assert saved.anchored == "Min text och deras"
    assert saved.governing_documents == "Deras plan"
    assert saved.agreement_purpose == "Bara jag"


@pytest.mark.row("X-3")
def test_the_saved_text_may_be_chosen_instead(world, officer):
    url = at(world, "edit", "collaboration", "ramar")
    mine = officer.get(url)
    world.edit(record(world), by=world.cast.coordinator, anchored="Deras text", work_starts_on=world.today)
    answer = officer.post(url, typed(mine, anchored="Min text"))
    officer.post(url, typed(answer, **{"choice-anchored": "theirs"}))
    assert record(world).anchored == "Deras text"
    assert record(world).work_starts_on == world.today


@pytest.mark.row("X-3")
def test_a_third_save_during_the_choice_is_met_again(world, officer):
    url = at(world, "edit", "collaboration", "ramar")
    mine = officer.get(url)
    world.edit(record(world), by=world.cast.coordinator, anchored="Andra")
    answer = officer.post(url, typed(mine, anchored="Min"))
    world.edit(record(world), by=world.cast.coordinator, anchored="Tredje")
    again = officer.post(url, typed(answer))
    assert again.status_code == 409
    assert "Tredje" in again.content.decode() and "Min" in again.content.decode()


@pytest.mark.row("X-3")
def test_feedback_meets_the_same_choice(world, officer):
    made = world.feedback("collaboration", record(world), ["staff"])
    url = at(world, "edit_feedback", "collaboration", made.pk)
    mine = officer.get(url)
    other = Client()
    other.force_login(world.cast.coordinator)
    other.post(url, typed(other.get(url), audiences=["citizens", "partners"]))
    answer = officer.post(url, typed(mine, text="Min text"))
    assert answer.status_code == 409
    assert "medborgare, samverkanspartner" in answer.content.decode().lower()
    officer.post(url, typed(answer))
    made.refresh_from_db()
    assert (made.audiences, made.text) == (["citizens", "partners"], "Min text")


@pytest.mark.row("X-3")
def test_a_form_sent_twice_has_one_effect(world, officer):
    url = at(world, "add_row", "collaboration", "stod")
    fields = typed(officer.get(url), name="Cia Asp")
    first, second = officer.post(url, fields), officer.post(url, fields)
    assert first.url == second.url
    assert SupportMember.objects.filter(process=world.round, name="Cia Asp").count() == 1
    url = at(world, "feedback")
    fields = typed(officer.get(url), audiences=["staff"])
    officer.post(url, fields)
    officer.post(url, fields)
    assert Feedback.objects.filter(process=world.round).count() == 1


# --- Reasons ---


@pytest.mark.row("X-4")
def test_a_reason_is_asked_once_the_step_is_done_and_not_before(client):
    world = planned_round()
    client.force_login(world.cast.officer)
    url = at(world, "edit", "collaboration", "ramar")
    page = client.get(url)
    assert "Varför ändrar du?" in page.content.decode()
    answer = client.post(url, typed(page, anchored="Nytt"))
    assert answer.status_code == 422
    assert "Nytt" in answer.content.decode()
    client.post(url, typed(page, anchored="Nytt", reason="Nämnden sade annat"))
    assert record(world).history.first().history_change_reason == "Nämnden sade annat"
    assert "Nämnden sade annat" in client.get(f"/processer/{world.round.pk}/tidslinje/").content.decode()


@pytest.mark.row("X-4")
def test_the_longest_reason_the_form_takes_is_kept_whole(client):
    world = planned_round()
    client.force_login(world.cast.officer)
    url = at(world, "edit", "collaboration", "ramar")
    reason = "Nämnden sade annat. " * 24 + "Hela vägen."
    assert 480 < len(reason) <= 500
    assert client.post(url, typed(client.get(url), anchored="Nytt", reason=reason)).status_code == 302
    assert record(world).history.first().history_change_reason == reason


@pytest.mark.row("X-4")
def test_no_reason_is_asked_while_the_work_is_under_way(world, officer):
    assert (
        "Varför ändrar du?" not in officer.get(at(world, "edit", "collaboration", "ramar")).content.decode()
    )


# --- Drafts ---


@pytest.mark.row("X-3")
def test_what_is_being_typed_is_kept_offered_and_gone_once_saved(world, officer):
    url = at(world, "edit", "collaboration", "ramar")
    page = officer.get(url)
    keep = f"{reverse('processes:draft')}?path={url}"
    assert officer.post(keep, typed(page, anchored="Halv men")).status_code == 204
    assert officer.post(keep, typed(page, anchored="Halv mening \x00")).status_code == 204
    assert record(world).anchored == ""
    assert "Du har ett utkast" in officer.get(url).content.decode()
    answer = officer.get(f"{url}?utkast=1")
    assert shown(answer)["anchored"] == ["Halv mening "]
    officer.post(url, typed(answer))
    assert record(world).anchored == "Halv mening"
    assert not Draft.objects.exists()


@pytest.mark.row("X-3")
def test_a_draft_can_be_dropped_and_is_nobody_elses(world, officer):
    url = at(world, "edit", "collaboration", "ramar")
    officer.post(f"{reverse('processes:draft')}?path={url}", {"anchored": "Mitt"})
    other = Client()
    other.force_login(world.cast.coordinator)
    assert "utkast som inte är sparat" not in other.get(url).content.decode()
    assert shown(other.get(f"{url}?utkast=1"))["anchored"] == [""]
    assert officer.post(f"{reverse('processes:drop_draft')}?path={url}").url == url
    assert not Draft.objects.exists()


@pytest.mark.row("X-3")
def test_an_old_draft_does_not_write_over_what_was_saved_since(world, officer):
    url = at(world, "edit", "collaboration", "ramar")
    officer.post(f"{reverse('processes:draft')}?path={url}", typed(officer.get(url), anchored="Mitt"))
    world.edit(record(world), by=world.cast.coordinator, anchored="Deras")
    answer = officer.post(url, typed(officer.get(f"{url}?utkast=1")))
    assert answer.status_code == 409
    assert record(world).anchored == "Deras"


@pytest.mark.parametrize(
    "path", ["//ond.example/", "https://ond.example/", "/finns/inte/", "", "/" + "a" * 400]
)
def test_a_draft_belongs_to_an_address_of_ours(officer, path):
    for name in ("draft", "drop_draft"):
        assert officer.post(reverse(f"processes:{name}"), query_params={"path": path}).status_code == 400


def test_drafts_make_room_for_each_other(world, officer):
    for pk in range(drafts.KEPT_LEAST + 5):
        officer.post(f"{reverse('processes:draft')}?path=/processer/{pk + 1}/", {"a": "b"})
    assert Draft.objects.count() == drafts.KEPT_LEAST
    assert not Draft.objects.filter(path="/processer/1/").exists()


# --- Sessions that end ---

FORMS = [
    ("edit", ("ramar",), "anchored"),
    ("add_row", ("stod",), "name"),
    ("feedback", (), "text"),
    ("deviate", (), "reason"),
    ("attach", (), "title"),
]


@pytest.mark.row("X-3")
@pytest.mark.parametrize(("name", "more", "field"), FORMS)
def test_a_form_sent_after_the_sessions_end_is_kept_and_offered_after_login(world, client, name, more, field):
    url = at(world, name, "collaboration", *more)
    log_in(client, world.cast.officer)
    page = client.get(url)
    client.cookies.clear()
    answer = client.post(url, typed(page, **{field: "Två timmars arbete"}))
    assert answer.url == f"/konto/logga-in/?next={url}"
    answer = log_in(client, world.cast.officer, answer.url)
    assert answer.url == url
    assert "Du har ett utkast" in client.get(url).content.decode()
    assert shown(client.get(f"{url}?utkast=1"))[field] == ["Två timmars arbete"]


@pytest.mark.row("X-3")
def test_judgements_and_choices_survive_the_sessions_end(client):
    world = planned_round()
    url = at(world, "judge", "citizen_dialog")
    client.force_login(world.cast.officer)
    page = client.get(url)
    name = next(n for n in shown(page) if n.startswith("svar-"))
    client.cookies.clear()
    client.post(url, typed(page, **{name: "partly", name.replace("svar", "ord"): "Nästan"}))
    client.force_login(world.cast.officer)
    again = shown(client.get(f"{url}?utkast=1"))
    assert (again[name], again[name.replace("svar", "ord")]) == (["partly"], ["Nästan"])


@pytest.mark.row("X-3")
def test_nobody_puts_drafts_into_anothers_name(world, client):
    url = at(world, "edit", "collaboration", "ramar")
    for token in ("", "1", drafts.seal_user(world.cast.officer)[:-1], "x" * 9000, "å:ä:ö"):
        assert client.post(url, {"anchored": "Ont", "vem": token}).url.startswith("/konto/logga-in/")
    with time_machine.travel("2027-01-01 08:00"):
        old = drafts.seal_user(world.cast.officer)
    with time_machine.travel("2027-01-02 09:00"):
        client.post(url, {"anchored": "Ont", "vem": old})
    client.post(f"/processer/1/steg/x/1/del/{'a' * 400}/", {"vem": drafts.seal_user(world.cast.officer)})
    world.cast.officer.is_active = False
    world.cast.officer.save()
    client.post(url, {"anchored": "Ont", "vem": drafts.seal_user(world.cast.officer)})
    assert not Draft.objects.exists()


@pytest.mark.row("X-3")
def test_a_login_renewed_in_another_tab_keeps_what_was_typed(world):
    url = at(world, "edit", "collaboration", "ramar")
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.cast.officer)
    fields = typed(client.get(url), anchored="Före kaffet", csrfmiddlewaretoken="x" * 64)
    assert client.post(url, fields).url == url
    assert shown(client.get(f"{url}?utkast=1"))["anchored"] == ["Före kaffet"]
    client.force_login(world.cast.coordinator)
    assert client.post(url, fields).status_code == 403
    assert client.post(url, {"anchored": "Ont"}).status_code == 403
    assert Draft.objects.get().user == world.cast.officer
    assert record(world).anchored == ""


def test_an_act_sent_after_the_sessions_end_leads_back_to_its_page(world, client):
    page = at(world, "subject")
    url = at(world, "decide", "collaboration", "complete")
    answer = client.post(url, headers={"referer": f"http://testserver{page}"})
    assert answer.url == f"/konto/logga-in/?next={page}"
    assert client.post(url, headers={"referer": f"http://ond.example{page}"}).url.endswith("next=/")


def log_in(client, user, url="/konto/logga-in/"):
    return client.post(url, {"login": user.email, "password": PASSWORD})


@pytest.mark.parametrize("key", ["9223372036854775808", "9" * 40, "-9223372036854775809"])
def test_a_key_that_no_database_holds_is_a_wrong_choice(key, client):
    world = new_round()
    client.force_login(world.cast.officer)
    answer = client.post("/processer/ny/", {"title": "Ny", "organisations": [key]})
    assert answer.status_code == 422
