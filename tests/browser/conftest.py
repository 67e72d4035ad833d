"""A site to visit, and people to visit it with."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import Page

from processes.models import User
from tests.browser.pages import Visitor
from tests.people import PASSWORD


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """Pages come soon or not at all on the machine itself."""
    return {**browser_context_args, "locale": "sv-SE", "viewport": {"width": 1280, "height": 900}}


@pytest.fixture
def visit(live_server, new_context) -> Callable[..., Visitor]:
    """Lets a person in with a browser of their own; without script unless asked for.

    The password is typed only when that is asked for: the page to log in at is the same each time.
    """
    cache.clear()  # the login's throttle remembers earlier tests

    def come(user: User, *, by_password: bool = False, script: bool = False, **options) -> Visitor:
        visitor = Visitor(open_page(script=script, **options), user.name)
        if by_password:
            return visitor.log_in(user.email, PASSWORD)
        visitor.page.context.add_cookies([{**_session_of(user), "url": live_server.url}])
        visitor.page.goto("/")
        return visitor

    def open_page(*, script: bool = False, **options) -> Page:
        context = new_context(java_script_enabled=script, base_url=live_server.url, **options)
        context.set_default_timeout(10_000)
        return context.new_page()

    come.anonymously = open_page
    return come


def _session_of(user: User) -> dict[str, str]:
    """The cookie of somebody who has just logged in with the password."""
    client = Client()
    client.force_login(user)
    session = client.session
    session["account_authentication_methods"] = [{"method": "password", "at": time.time()}]
    session.save()
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    return {"name": cookie.key, "value": cookie.value}
