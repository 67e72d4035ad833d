"""Verification, for anyone: no login, no cookie, no script needed, and nothing of the file is kept."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from agreements import chain, sealing
from processes.documents.tree import grouped

from . import listing, lookup, told
from .forms import TOO_LARGE, FileForm, InMemory, PageForm, PaperForm, too_large
from .inspector import Busy, Unreadable, inspect

SCRIPT = Path(__file__).with_name("verify_seal.py")
UNREADABLE = (
    "Filen går inte att läsa som PDF, och den finns inte i registret. Den kan ha blivit skadad på vägen: hämta den "
    "på nytt från dem som står bakom den och försök igen."
)
BUSY = "Många kontrollerar filer just nu. Vänta en stund och tryck på Kontrollera igen."


# Nobody is logged in here and nothing is changed, so there is nobody's leave to borrow: no CSRF cookie.
@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """Where a file is handed in, and the answer about it."""
    if request.method == "POST":
        response = _verified(request)
        response["Cache-Control"] = "no-store"
        return response
    paper = PaperForm(request.GET or None)
    if request.GET and paper.is_valid():
        return redirect("agreements:verify_short", digits=paper.cleaned_data["fingeravtryck"])
    return _asked(request, FileForm(), paper, 422 if request.GET else 200)


def _asked(request: HttpRequest, form: FileForm, paper: PaperForm, status: int) -> HttpResponse:
    context = {"form": form if form.is_bound else paper, "file_form": form, "paper": paper}
    return render(request, "verifying/verify.html", context, status=status)


def _verified(request: HttpRequest) -> HttpResponse:
    if too_large(request):
        form = FileForm({}, {})
        form.errors.clear()
        form.add_error("fil", TOO_LARGE)
        return _asked(request, form, PaperForm(), 413)
    request.upload_handlers = [InMemory(request)]
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _asked(request, form, PaperForm(), 422)
    file = form.cleaned_data["fil"]
    pdf = file.read()
    try:
        known, answer = _answer(pdf)
    except Unreadable:
        form.add_error("fil", UNREADABLE)
        return _asked(request, form, PaperForm(), 422)
    except Busy:
        form.add_error("fil", BUSY)
        response = _asked(request, form, PaperForm(), 503)
        response["Retry-After"] = "30"
        return response
    context = {"answer": answer, "known": known, "name": file.name}
    return render(request, "verifying/answer.html", context)


def _answer(pdf: bytes) -> tuple[lookup.Known | None, told.Answer]:
    """A registered file is one of our own and read here; any other is read where it can do no harm."""
    known = lookup.by_file(pdf)
    if known:
        return known, told.about_registered(known, sealing.inspect(pdf, roots=settings.SIGNATURE_ROOTS))
    file = inspect(pdf)
    same = lookup.by_content(file.embedded) if file.embedded else []
    return (same[0] if same else None), told.about_unknown(file, same)


@login_not_required
@require_safe
@cache_control(public=True, max_age=60)
def verify_short(request: HttpRequest, digits: str) -> HttpResponse:
    """Where the code on a paper leads: what is registered under its fingerprint."""
    found = lookup.by_short(digits)
    context = {
        "shown": grouped(digits),
        "documents": [(known, told.signed_in_what_way(known)) for known in found],
        "limits": told.limits(found[0]) if found else (),
    }
    return render(request, "verifying/paper.html", context, status=200 if found else 404)


def _page(request: HttpRequest) -> PageForm:
    form = PageForm(request.GET)
    if not form.is_valid():
        raise Http404
    return form


@login_not_required
@require_safe
@cache_control(public=True, max_age=60)
def register(request: HttpRequest) -> HttpResponse:
    """The list of sealed documents, or of every event."""
    given = _page(request).cleaned_data
    everything = given["alla"] == "1"
    context = listing.page(given["fore"], not everything)
    context |= {
        "everything": everything,
        "head": grouped(chain.latest_head(), 8),
        "first": given["fore"] is None,
    }
    return render(request, "verifying/register.html", context)


@login_not_required
@require_safe
@cache_control(public=True, max_age=60)
def register_data(request: HttpRequest) -> HttpResponse:
    """The chain as data, in parts: with it anyone can compute every link."""
    after = _page(request).cleaned_data["efter"] or 0
    response = JsonResponse(listing.as_data(after), json_dumps_params={"ensure_ascii": False, "indent": 1})
    name = "register.json" if not after else f"register-{after}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@login_not_required
@require_safe
@cache_control(public=True, max_age=60)
def script(request: HttpRequest) -> HttpResponse:
    """The verifier for whoever does not want to trust this page."""
    response = HttpResponse(SCRIPT.read_bytes(), content_type="text/x-python; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="verify_seal.py"'
    return response
