"""Public answers: open to all, the same for everyone, kept by any cache, and cheap to ask for again."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from ..chain import sha256
from . import index

MINUTE = 60
View = Callable[..., HttpResponse]
TEMPLATES = Path("templates") / "public"
STYLES = Path("static") / "public"


@cache
def looks() -> str:
    """What the pages are made with: a new release must not be answered with the old one's page."""
    found = [path for room in (TEMPLATES, STYLES) for path in sorted((settings.BASE_DIR / room).glob("*"))]
    code = sorted(Path(__file__).parent.glob("*.py"))
    return sha256(b"".join(path.read_bytes() for path in (*found, *code) if path.is_file()))[:16]


def mark(*parts: Any) -> str:
    """An ETag of what the answer is made of; how a promise stands also depends on the day."""
    made_of = (*parts, timezone.localdate(), looks(), settings.MODE, settings.SITE_URL)
    return f'"{sha256("|".join(map(str, made_of)))[:32]}"'


def of_the_list(request: HttpRequest, *args: Any, **kwargs: Any) -> str:
    """The ETag of anything made of all promises: until something is published or a day has passed."""
    return mark(request.get_full_path(), index.latest_turn())


def public(etag: Callable[..., str | None]) -> Callable[[View], View]:
    """A view that anyone may read: no login, no cookie, nothing that depends on who asks.

    Whoever happens to be logged in reads the same page, but no cache between us may keep that answer: it can
    carry the session's cookie.
    """

    def decorate(view: View) -> View:
        made = condition(etag_func=etag)(view)
        open_to_caches = cache_control(public=True, max_age=MINUTE)(made)
        own = cache_control(private=True, no_store=True)(made)

        @wraps(view)
        def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if settings.SESSION_COOKIE_NAME in request.COOKIES:
                return own(request, *args, **kwargs)
            response = open_to_caches(request, *args, **kwargs)
            request.session.accessed = (
                False  # the middleware looked; the page did not, and does not vary by it
            )
            return response

        answer: View = login_not_required(require_safe(shown))
        return answer

    return decorate


def page(template: str, context: dict[str, Any], content_type: str = "text/html", status: int = 200) -> Any:
    """A page that knows nothing of who reads it, so that one copy serves everyone."""
    around = {
        "demo": settings.MODE == "demo",
        "site": settings.SITE_URL,
        "list_url": reverse("agreements:public_promises"),
        "feed_url": reverse("agreements:public_feed"),
    }
    text = render_to_string(template, around | context)
    return HttpResponse(text, content_type=f"{content_type}; charset=utf-8", status=status)


def whole(path: str) -> str:
    """A whole address on this site: from the settings, never from what a request claims."""
    return f"{settings.SITE_URL}{path}"
