"""A site to visit, and people to visit it with."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.cache import cache
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
    """Lets a person log in with a browser of their own; without script unless asked for."""
    cache.clear()  # the login's throttle remembers earlier tests

    def log_in(user: User, *, script: bool = False, **options) -> Visitor:
        return Visitor(open_page(script=script, **options), user.name).log_in(user.email, PASSWORD)

    def open_page(*, script: bool = False, **options) -> Page:
        context = new_context(java_script_enabled=script, base_url=live_server.url, **options)
        context.set_default_timeout(10_000)
        return context.new_page()

    log_in.anonymously = open_page
    return log_in
