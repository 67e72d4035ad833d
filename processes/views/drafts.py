"""Drafts: what someone types is kept server-side until saved or dropped (X-3)."""

from __future__ import annotations

from django import forms
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from processes.models import Draft

KEPT_LEAST = 60  # drafts a person can have at once; the oldest make room
BIGGEST = 200_000


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


def keep(user_id: int, path: str, posted: QueryDict) -> None:
    """Keep what was typed, instead of any earlier draft of the same form."""
    left_out = {"csrfmiddlewaretoken", "nyckel", "vem"}
    data = {n: [v.replace("\x00", "") for v in vs] for n, vs in posted.lists() if n not in left_out}
    if sum(len(v) for vs in data.values() for v in vs) > BIGGEST:
        raise BadRequest("Texten är för lång för att sparas som utkast.")
    Draft.objects.update_or_create(user_id=user_id, path=path, defaults={"data": data})
    extra = Draft.objects.filter(user_id=user_id).order_by("-saved_at").values("pk")[KEPT_LEAST:]
    Draft.objects.filter(pk__in=[row["pk"] for row in extra]).delete()


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
