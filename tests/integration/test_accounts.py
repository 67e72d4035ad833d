"""The doors: logging in, being locked out, a second factor, sessions that end, quiet headers."""

import re
import time

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.urls import NoReverseMatch, reverse

from medborgarloften.portal.adapter import AccountAdapter

PASSWORD = "Kvarnhjul-under-is-7"
LOGIN, PAGE = "/konto/logga-in/", "/konto/tvafaktor/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    cache.clear()
    return get_user_model().objects.create_user("eva@polisen.example", PASSWORD, name="Eva Ek")


def log_in(client, password=PASSWORD, email="eva@polisen.example"):
    return client.post(LOGIN, {"login": email, "password": password})


@pytest.mark.row("X-14")
def test_one_logs_in_with_the_email_address(client, user):
    assert log_in(client, email="EVA@polisen.example").url == "/"
    assert client.get(PAGE).status_code == 200


@pytest.mark.row("X-14")
def test_strangers_are_sent_to_the_login(client):
    assert client.get(PAGE).url == f"{LOGIN}?next={PAGE}"


@pytest.mark.row("X-14")
def test_nobody_signs_up_alone(rf):
    assert AccountAdapter().is_open_for_signup(rf.get("/")) is False
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")


@pytest.mark.row("X-14")
def test_the_sixth_wrong_guess_meets_a_closed_door_even_when_right(client, user):
    for _ in range(5):
        assert log_in(client, "fel").status_code == 200
    assert "många" in log_in(client).content.decode()
    assert client.get(PAGE).status_code == 302


@pytest.mark.row("X-14")
def test_a_second_factor_stops_the_login_until_the_code_is_given(client, user):
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    assert log_in(client).url == "/konto/tvafaktor/kod/"
    assert client.get(PAGE).status_code == 302
    counter = next(iter(yield_hotp_counters_from_time()))
    code = format_hotp_value(hotp_value(secret, counter))
    assert client.post("/konto/tvafaktor/kod/", {"code": code}).url == "/"
    assert client.get(PAGE).status_code == 200


@pytest.mark.row("X-14")
def test_a_forgotten_password_is_replaced_through_a_link_that_works_once(client, user, mailoutbox):
    client.post("/konto/losenord/glomt/", {"email": user.email})
    assert mailoutbox[0].subject == "Medborgarlöften: Nytt lösenord"
    link = re.search(r"http://testserver(/konto/losenord/nytt/\S+)", mailoutbox[0].body).group(1)
    form = client.get(link).url
    new = "Granbarr-i-motvind-4"
    assert client.post(form, {"password1": new, "password2": new}).status_code == 302
    assert log_in(client).status_code == 200
    assert log_in(client, new).url == "/"
    client.logout()
    assert client.get(link).status_code == 200  # a page that says the link is spent, and no form to fill in
    assert log_in(client, new).url == "/"


@pytest.mark.row("X-14")
def test_a_stranger_does_not_learn_who_has_an_account(client, user, mailoutbox):
    known = client.post("/konto/losenord/glomt/", {"email": user.email})
    unknown = client.post("/konto/losenord/glomt/", {"email": "nobody@polisen.example"})
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert [mail.to for mail in mailoutbox] == [[user.email]]


@pytest.mark.row("X-14")
@pytest.mark.parametrize("weak", ["kort-1", "12345678901234", "eva@polisen.example"])
def test_weak_passwords_are_refused(client, user, weak):
    log_in(client)
    answer = client.post("/konto/losenord/", {"oldpassword": PASSWORD, "password1": weak, "password2": weak})
    assert answer.status_code == 200
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


@pytest.mark.row("X-14")
def test_passwords_are_kept_with_argon2(settings, user):
    settings.PASSWORD_HASHERS = settings.PASSWORD_HASHERS[1:]  # without the quick one of the tests
    user.set_password(PASSWORD)
    assert user.password.startswith("argon2$argon2id$")
    assert user.check_password(PASSWORD)


@pytest.mark.row("X-14")
def test_a_session_ends_after_half_an_hour_without_a_click(client, user):
    with time_machine.travel(0, tick=False) as clock:
        log_in(client)
        clock.shift(29 * 60)
        assert client.get(PAGE).status_code == 200
        clock.shift(29 * 60)
        assert client.get(PAGE).status_code == 200
        clock.shift(31 * 60)
        assert client.get(PAGE).status_code == 302


@pytest.mark.row("X-14")
def test_a_session_ends_after_a_working_day_however_busy(client, user):
    with time_machine.travel(0, tick=False) as clock:
        log_in(client)
        client.get(PAGE)
        for _ in range(18):
            clock.shift(20 * 60)
            assert client.get(PAGE).status_code == 200
        for _ in range(9):
            clock.shift(20 * 60)
            client.get(PAGE)
        clock.shift(60)
        assert client.get(PAGE).status_code == 302


def test_reading_writes_to_the_session_once_a_minute_at_most(client, user, django_assert_num_queries):
    with time_machine.travel(time.time(), tick=False) as clock:
        log_in(client)
        client.get(PAGE)
        stored = Session.objects.get().session_data
        clock.shift(30)
        client.get(PAGE)
        assert Session.objects.get().session_data == stored
        clock.shift(31)
        client.get(PAGE)
        assert Session.objects.get().session_data != stored


def test_signed_in_pages_are_kept_by_no_cache(client, user):
    log_in(client)
    assert client.get(PAGE).headers["Cache-Control"] == "no-store"


def test_every_page_carries_the_walls(client):
    headers = client.get(LOGIN).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert {name: headers[name] for name in WALLS} == WALLS


WALLS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
