"""A production site with a demo account does not pass its checks."""

import pytest
from django.contrib.auth import get_user_model

from medborgarloften.checks import demo_passwords

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo_user(settings):
    settings.IN_PRODUCTION = True
    return get_user_model().objects.create_user("demo@polisen.example", settings.DEMO_PASSWORD, name="Demo")


def test_an_open_demo_account_is_an_error(demo_user):
    (error,) = demo_passwords(None, databases=["default"])
    assert error.id == "medborgarloften.E001"
    assert error.msg.startswith("1 konton")


def test_a_closed_or_changed_account_is_none(demo_user):
    demo_user.is_active = False
    demo_user.save()
    assert demo_passwords(None, databases=["default"]) == []
    demo_user.is_active = True
    demo_user.set_password("Kvarnhjul-under-is-7")
    demo_user.save()
    assert demo_passwords(None, databases=["default"]) == []


def test_the_demo_itself_may_have_them(demo_user, settings):
    settings.IN_PRODUCTION = False
    assert demo_passwords(None, databases=["default"]) == []
