"""Drafts: what someone types is kept server-side until saved or dropped (X-3)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core import signing
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from processes.models import Draft, User
from processes.pages.values import day

KEPT_LEAST = 60  # drafts a person can have at once; the oldest make room
BIGGEST = 200_000
HELD_FOR = timedelta(days=1)
LEFT_OUT = {"csrfmiddlewaretoken", "nyckel", "vem"}


class PathForm(forms.Form):
    """Which form a draft belongs to: one of our own addresses."""

    path = forms.CharField(max_length=300)

    def clean_path(self) -> str:
        """An address that leads to a page of ours, without host."""
        path = self.cleaned_data["path"]
        if not path.startswith("/") or not url_has_allowed_host_and_scheme(path, allowed_hosts=None):
            raise forms.ValidationError("okänd")
        try:
            resolve(path)
        except Resolver404:
            raise forms.ValidationError("okänd") from None
        return path


def _path(request: HttpRequest) -> str:
    form = PathForm(request.GET)
    if not form.is_valid():
        raise BadRequest("Adressen hör inte till något formulär här.")
    return form.cleaned_data["path"]


def seal_user(user: User) -> str:
    """A token that shows to whom a form was handed out, so that a POST after the session's end
    can be kept for that person (X-3)."""
    return signing.dumps(user.pk, salt="form-owner")


def unseal_user(token: str) -> int | None:
    """Whom the form was handed out to at most a day ago, or none."""
    try:
        return signing.loads(token, salt="form-owner", max_age=24 * 60 * 60)
    except signing.BadSignature:
        return None


def keep(user_id: int, path: str, posted: QueryDict) -> None:
    """Keep what was typed, instead of any earlier draft of the same form."""
    data = {
        name.replace("\x00", ""): [value.replace("\x00", "") for value in values]
        for name, values in posted.lists()
        if name not in LEFT_OUT
    }
    if sum(len(name) + sum(map(len, values)) for name, values in data.items()) > BIGGEST:
        raise BadRequest("Texten är för lång för att sparas som utkast.")
    Draft.objects.update_or_create(user_id=user_id, path=path, defaults={"data": data})
    extra = Draft.objects.filter(user_id=user_id).order_by("-saved_at").values("pk")[KEPT_LEAST:]
    Draft.objects.filter(pk__in=[row["pk"] for row in extra]).delete()


def hold(user_id: int, path: str, data: dict[str, Any], instead_of: str) -> None:
    """Hold what a page needs until the person has answered it, instead of what earlier pages under
    that address held: one at a time, as it may be large."""
    Draft.objects.filter(user_id=user_id, path__startswith=instead_of).delete()
    Draft.objects.filter(held=True, saved_at__lt=timezone.now() - HELD_FOR).delete()
    Draft.objects.create(user_id=user_id, path=path, data=data, held=True)


def held(user_id: int, path: str) -> dict[str, Any]:
    """What the page holds for the person; nothing when it has been answered or dropped, or after a day."""
    since = timezone.now() - HELD_FOR
    found = Draft.objects.filter(user_id=user_id, path=path, held=True, saved_at__gte=since).first()
    return found.data if found else {}


def keep_for_owner(request: HttpRequest) -> int | None:
    """Keep a form that can't be received now for the person it was handed out to, and say who."""
    owner = unseal_user(request.POST.get("vem", ""))
    if owner is None or not PathForm({"path": request.path}).is_valid():
        return None
    if not User.objects.filter(pk=owner, is_active=True).exists():
        return None
    keep(owner, request.path, request.POST)
    return owner


def offer(request: HttpRequest, form: forms.BaseForm) -> dict[str, Any]:
    """Note in the form for whom it is; fill it from the person's draft, or tell that there is one."""
    form.initial["vem"] = seal_user(request.user)
    context: dict[str, Any] = {"draft_url": _url("draft", request.path)}
    draft = Draft.objects.filter(user=request.user, path=request.path).first()
    if draft is None or request.method == "POST":
        return context
    if "utkast" in request.GET:
        form.initial |= _typed(draft, form)
        return context
    return context | {
        "draft": {
            "when": f"Sparat {day(draft.saved_at)}",
            "use_url": f"{request.path}?utkast=1",
            "drop_url": _url("drop_draft", request.path),
        }
    }


def _url(name: str, path: str) -> str:
    return f"{reverse(f'processes:{name}')}?{urlencode({'path': path})}"


def _typed(draft: Draft, form: forms.BaseForm) -> dict[str, Any]:
    """What a draft holds, as a form's initial values: text as it was typed."""
    return {
        name: values if getattr(field.widget, "allow_multiple_selected", False) else values[-1]
        for name, field in form.fields.items()
        if (values := draft.data.get(name))
    }


@require_POST
def draft(request: HttpRequest) -> HttpResponse:
    """Autosave of a form; nothing but the person's own draft is written."""
    keep(request.user.pk, _path(request), request.POST)
    return HttpResponse(status=204)


@require_POST
def drop_draft(request: HttpRequest) -> HttpResponse:
    """Throw a draft away."""
    path = _path(request)
    Draft.objects.filter(user=request.user, path=path).delete()
    return HttpResponseRedirect(path)
