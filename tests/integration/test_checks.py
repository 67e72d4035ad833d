"""A production site with a demo account does not pass its checks."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from medborgarloften.checks import demo_accounts, demo_passwords

pytestmark = pytest.mark.django_db


@pytest.fixture
def user(settings):
    settings.IN_PRODUCTION = True
    return get_user_model().objects.create_user(
        "anna@polisen.example", settings.DEMO_PASSWORD, name="Anna Ek"
    )


def found(check) -> list[str]:
    return [error.msg[:8] for error in check(None, databases=["default"])]


@pytest.mark.row("X-14")
def test_an_open_demo_account_stops_every_start(user):
    assert found(demo_accounts) == found(demo_passwords) == ["1 konton"]
    with pytest.raises(SystemCheckError, match=r"medborgarloften\.E001"):
        call_command("prepare")


def test_the_thorough_check_finds_it_under_another_address(user):
    user.email = "anna@polisen.se"
    user.save()
    assert (found(demo_accounts), found(demo_passwords)) == ([], ["1 konton"])


def test_a_closed_account_and_a_changed_password_are_no_fault(user):
    user.is_active = False
    user.save()
    assert found(demo_passwords) == []
    user.is_active = True
    user.set_password("Kvarnhjul-under-is-7")
    user.save()
    assert found(demo_passwords) == []


def test_the_demo_itself_may_have_them(user, settings):
    settings.IN_PRODUCTION = False
    assert found(demo_accounts) == found(demo_passwords) == []
