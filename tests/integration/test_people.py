"""People and their roles: let in by an administrator, out at once when a role ends."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from processes.method import Role
from processes.models import Membership, Organisation, User
from tests import situations
from tests.forms import typed
from tests.people import PARTS, PASSWORD

pytestmark = pytest.mark.django_db
INVITE = "/anvandare/bjud-in/"


@pytest.fixture
def world():
    return situations.new_round()


@pytest.fixture
def admin(world, client):
    client.force_login(world.cast.admin)
    return client


@pytest.fixture
def municipal_admin(world):
    user = User.objects.create_user("it@aby.example", PASSWORD, name="Ida Teknik")
    Membership.objects.create(user=user, organisation=world.municipality, role=Role.ADMINISTRATOR)
    client = Client()
    client.force_login(user)
    return client


def invite(client, **fields):
    given = {"name": "Nils Ny", "email": "Nils@Aby.example", "role": Role.MUNICIPAL_COORDINATOR}
    return client.post(INVITE, typed(client.get(INVITE), **given | fields))


@pytest.mark.row("X-14")
def test_an_invitation_leads_by_mail_to_a_password_and_in(world, admin):
    answer = invite(admin, organisation=world.municipality.pk)
    user = User.objects.get(email="nils@aby.example")
    assert answer.url == reverse("portal:person", args=[user.pk])
    assert not user.has_usable_password()
    (letter,) = mail.outbox
    assert letter.to == ["nils@aby.example"]
    (path,) = re.findall(r"http://testserver(/\S+)", letter.body)
    guest = Client()
    form = guest.get(path, follow=True)
    chosen = {"password1": "Kvarnhjul-under-is-7", "password2": "Kvarnhjul-under-is-7"}
    guest.post(form.redirect_chain[-1][0], chosen)
    answer = guest.post("/konto/logga-in/", {"login": user.email, "password": chosen["password1"]})
    assert answer.url == "/"
    assert guest.get(reverse("processes:overview", args=[world.round.pk])).status_code == 200
    again = Client().get(path, follow=True)
    assert "password1" not in again.content.decode()  # the link has been used


def test_someone_known_gets_the_role_without_a_letter(world, admin):
    invite(
        admin,
        email=world.cast.coordinator.email.upper(),
        organisation=world.municipality.pk,
        role="registrar",
    )
    assert mail.outbox == []
    roles = set(world.cast.coordinator.memberships.values_list("role", flat=True))
    assert roles == {Role.MUNICIPAL_COORDINATOR, Role.REGISTRAR}


def test_an_invitation_sent_twice_is_one(world, admin):
    fields = typed(
        admin.get(INVITE), name="Nils Ny", email="nils@aby.example",
        role=Role.MUNICIPAL_COORDINATOR, organisation=world.municipality.pk,
    )  # fmt: skip
    assert admin.post(INVITE, fields).url == admin.post(INVITE, fields).url
    assert len(mail.outbox) == 1
    assert Membership.objects.filter(user__email="nils@aby.example").count() == 1


def test_a_mail_server_that_is_down_is_told_and_loses_nothing(world, admin, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    answer = invite(admin, organisation=world.municipality.pk)
    assert "Mejlet gick inte att skicka" in admin.get(answer.url).content.decode()
    assert User.objects.filter(email="nils@aby.example").exists()


@pytest.mark.parametrize(
    ("role", "side", "field"),
    [
        (Role.LOCAL_POLICE_CHIEF, "municipality", "role"),
        (Role.READER, "municipality", "role"),
        (Role.MUNICIPAL_REPRESENTATIVE, "police", "role"),
        (Role.PARTNER_REPRESENTATIVE, "police", "role"),
        (Role.COMMUNITY_OFFICER, "police", "area"),
    ],
)
def test_a_role_belongs_to_its_side_and_the_police_to_an_area(world, admin, role, side, field):
    answer = invite(admin, role=role, organisation=getattr(world, side).pk)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert not User.objects.filter(email="nils@aby.example").exists()


@pytest.mark.row("X-14")
def test_a_municipal_administrator_keeps_the_municipality_and_nobody_else(world, municipal_admin):
    listed = municipal_admin.get("/anvandare/").content.decode()
    assert world.cast.coordinator.name in listed and world.cast.officer.name not in listed
    for organisation in (world.police, world.partner_org):
        assert invite(municipal_admin, organisation=organisation.pk, role="registrar").status_code == 422
    assert invite(municipal_admin, organisation=world.municipality.pk).status_code == 302
    theirs = reverse("portal:person", args=[world.cast.officer.pk])
    assert municipal_admin.get(theirs).status_code == 404
    end = reverse("portal:end_role", args=[world.cast.officer.memberships.get().pk])
    assert municipal_admin.post(end).status_code == 404
    assert world.cast.officer.memberships.get().valid_until is None


@pytest.mark.row("X-14")
@pytest.mark.parametrize("role", [role for role in PARTS if role != "admin"])
def test_nobody_else_keeps_people(world, client, role):
    client.force_login(world.cast.people[role])
    for path in ("/anvandare/", INVITE, reverse("portal:person", args=[world.cast.chief.pk])):
        answer = client.get(path)
        assert answer.status_code == 403
        assert "Bara administratör kan hantera användare." in answer.content.decode()


@pytest.mark.row("X-14")
def test_a_role_that_is_ended_ends_at_once_also_in_an_open_session(world, admin):
    officer = Client()
    officer.force_login(world.cast.officer)
    overview = reverse("processes:overview", args=[world.round.pk])
    assert officer.get(overview).status_code == 200
    admin.post(reverse("portal:end_role", args=[world.cast.officer.memberships.get().pk]))
    assert officer.get(overview).status_code == 404
    assert world.cast.officer.memberships.get().valid_until == world.today - timedelta(days=1)


@pytest.mark.row("X-14")
def test_a_person_who_is_shut_off_is_out_at_once_and_cannot_log_in(world, client):
    client.force_login(world.cast.officer)
    User.objects.filter(pk=world.cast.officer.pk).update(is_active=False)
    assert client.get("/").url.startswith("/konto/logga-in/")
    client.post("/konto/logga-in/", {"login": world.cast.officer.email, "password": PASSWORD})
    assert client.get("/").url.startswith("/konto/logga-in/")


@pytest.mark.row("X-14")
def test_a_role_of_limited_time_holds_for_that_time(world, client):
    client.force_login(world.cast.chief)
    held = world.cast.chief.memberships.get()
    overview = reverse("processes:overview", args=[world.round.pk])
    for since, until, status in ((-3, -1, 404), (1, 3, 404), (0, 0, 200), (-3, 3, 200)):
        held.valid_from = world.today + timedelta(days=since)
        held.valid_until = world.today + timedelta(days=until)
        held.save()
        assert client.get(overview).status_code == status, (since, until)


def test_the_list_of_people_is_read_a_page_at_a_time(world, admin, django_assert_max_num_queries):
    for number in range(70):
        User.objects.create_user(f"p{number}@aby.example", name=f"Person {number:02}")
    admin.get("/")
    with django_assert_max_num_queries(6):
        first = admin.get("/anvandare/")
    assert "Person 69" not in first.content.decode()
    older = admin.get("/anvandare/" + first.context["older_url"])
    assert "Person 69" in older.content.decode() and "Person 00" not in older.content.decode()


def test_organisations_have_the_roles_of_their_kind():
    from medborgarloften.portal.people import BOUND, ROLES_IN

    assert set(ROLES_IN) == set(Organisation.Kind)
    assert set(Role) - BOUND == {Role.COMMUNICATOR, Role.REGISTRAR, Role.ADMINISTRATOR}
