"""Drafts: what someone types is kept server-side until saved or dropped (X-3)."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core import signing
from django.core.exceptions import BadRequest
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from processes.forms import KeptFile
from processes.forms.fields import LONGEST_KEY
from processes.models import Draft, DraftFile, User
from processes.pages.values import day

KEPT_LEAST = 60  # drafts a person can have at once; the oldest make room
BIGGEST = 200_000
HELD_FOR = timedelta(days=1)
LEFT_OUT = {"csrfmiddlewaretoken", "nyckel", "vem"}
ENCLOSED = "bifogad"
MOST_FILES = 3  # files that wait with a person's drafts; the oldest make room


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
    if request.method == "POST":
        hold_files(request, form)
        return context
    if draft is None:
        return context
    if "utkast" in request.GET:
        form.initial |= _typed(draft, form)
        for row in _recent().filter(draft=draft):
            _enclose(form, row)
        return context
    return context | {
        "draft": {
            "when": f"Sparat {day(draft.saved_at)}",
            "use_url": f"{request.path}?utkast=1",
            "drop_url": _url("drop_draft", request.path),
        }
    }


# --- Files ---


class Enclosed(forms.FileInput):
    """A file input beside a file that is enclosed already: it sends along which, unless another is chosen."""

    def __init__(self, row: DraftFile, attrs: dict[str, Any]):
        super().__init__(attrs)
        self.row = row

    def use_required_attribute(self, initial: Any) -> bool:
        """One is there."""
        return False

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The input, and unseen the one that is there."""
        enclosed = format_html('<input type="hidden" name="{}-{}" value="{}">', name, ENCLOSED, self.row.pk)
        return super().render(name, value, attrs, renderer) + enclosed


def files(request: HttpRequest) -> MultiValueDict[str, UploadedFile] | None:
    """The files of a form as it was sent, with those that its page showed as enclosed from before."""
    found: MultiValueDict[str, UploadedFile] = MultiValueDict()
    for row in _shown(request):
        content = bytes(row.content)
        found[row.field] = InMemoryUploadedFile(BytesIO(content), row.field, row.name, "", len(content), None)
    for name, sent in request.FILES.lists():
        found.setlist(name, sent)
    return found or None


def hold_files(request: HttpRequest, form: forms.BaseForm) -> None:
    """Keep the files of a form that must be mended elsewhere with the person's draft, and show them by name."""
    shown = {row.field: row for row in _shown(request)}
    for name, field in form.fields.items():
        file = getattr(form, "cleaned_data", {}).get(name) if isinstance(field, KeptFile) else None
        if file and name in request.FILES:
            shown[name] = _keep_file(request, name, file)
        if file and name in shown:
            _enclose(form, shown[name])


def _keep_file(request: HttpRequest, field: str, file: UploadedFile) -> DraftFile:
    with suppress(BadRequest):  # the text is too long for a draft; the file is not
        keep(request.user.pk, request.path, request.POST)
    draft, _ = Draft.objects.get_or_create(user=request.user, path=request.path)
    file.seek(0)
    told = {"name": str(file.name).replace("\x00", "")[:150], "content": file.read()}
    row, _ = DraftFile.objects.update_or_create(draft=draft, field=field, defaults=told)
    own = DraftFile.objects.filter(draft__user=request.user).order_by("-draft__saved_at", "-pk")
    kept = list(own.values_list("pk", flat=True)[:MOST_FILES])
    own.exclude(pk__in=kept).delete()
    DraftFile.objects.exclude(pk__in=_recent().values("pk")).delete()
    return row


def _recent() -> QuerySet[DraftFile]:
    return DraftFile.objects.filter(draft__saved_at__gte=timezone.now() - HELD_FOR)


def _shown(request: HttpRequest) -> list[DraftFile]:
    """The files that the page which was sent showed as enclosed: the person's own, of that very form."""
    sent = [value for name, value in request.POST.items() if name.endswith(f"-{ENCLOSED}")]
    keys = [value for value in sent[:MOST_FILES] if value.isdecimal() and len(value) <= LONGEST_KEY]
    return (
        list(_recent().filter(pk__in=keys, draft__user=request.user, draft__path=request.path))
        if keys
        else []
    )


def _enclose(form: forms.BaseForm, row: DraftFile) -> None:
    field = form.fields.get(row.field)
    if isinstance(field, KeptFile):
        field.widget = Enclosed(row, field.widget.attrs)
        form[row.field].help_text = f"Bifogad: {row.name}. Välj en fil bara om den ska bytas."


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
