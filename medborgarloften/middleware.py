"""Two small walls: sessions that end, and signed-in pages that no cache keeps."""

import time

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout

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
        if signed_in(request):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    return middleware
