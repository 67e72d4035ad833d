"""When a form no longer fits the login it was handed out in: after logging in anew in another tab."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from processes.views import drafts


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse the form, yet keep what was typed for the person it was handed out to (X-3).

    That person, when logged in, is led back to the form, which offers the text.
    """
    owner = drafts.keep_for_owner(request)
    if owner is not None and owner == request.user.pk:
        return redirect(request.path)
    return render(request, "403_csrf.html", status=403)
