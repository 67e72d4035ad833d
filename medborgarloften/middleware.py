"""Small walls: sessions that end without losing what was typed, pages that no cache keeps."""

import time
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.auth.views import redirect_to_login
from django.urls import reverse

from processes.views import drafts

STARTED, SEEN = "session_started", "session_seen"
TOUCH_EVERY = 60  # seconds between writes that keep a session alive; reading pages should not write

QUIET = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def signed_in(request) -> bool:
    """True when the visitor carries a signed-in session; strangers cost no query."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and SESSION_KEY in request.session


def quiet_headers(get_response):
    """Sets the headers that Django has no setting for."""

    def middleware(request):
        response = get_response(request)
        for header, value in QUIET.items():
            response.headers.setdefault(header, value)
        if request.method == "POST" and request.path == reverse("account_logout"):
            response.headers["Clear-Site-Data"] = '"storage"'  # what was typed and not yet sent, for one
        return response

    return middleware


def session_limits(get_response):
    """Ends a session after a working day, keeps it alive in use, marks its pages no-store."""

    def middleware(request):
        if signed_in(request):
            now = int(time.time())
            started = request.session.setdefault(STARTED, now)
            if now - started > settings.SESSION_ABSOLUTE_AGE:
                logout(request)
            elif now - request.session.get(SEEN, 0) >= TOUCH_EVERY:
                request.session[SEEN] = now
        response = get_response(request)
        # What the session's cookie may travel with is kept by no cache, also where all others may keep the page.
        if signed_in(request) and "public" in response.headers.get("Cache-Control", "public"):
            response.headers["Cache-Control"] = "no-store"
        return response

    return middleware


class KeptWhenSessionEnds:
    """Keeps a form that arrives after the session's end for the person it was handed out to (X-3).

    After logging in again the person is back at the form, which offers the text. Other posts lead
    back to the page they came from, since their own address can't be opened.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        shut = getattr(view, "login_required", True) and not request.user.is_authenticated
        if request.method != "POST" or not shut or view is drafts.draft:
            return None
        if drafts.keep_for_owner(request):
            return redirect_to_login(request.path)
        came_from = urlsplit(request.headers.get("Referer", ""))
        return redirect_to_login(came_from.path if came_from.netloc == request.get_host() else "/")
