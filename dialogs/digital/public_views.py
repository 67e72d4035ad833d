"""The dialogue on the web, as citizens meet it: no login, no script needed, no cookie, no address kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.adapter import get_adapter
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from processes.pages.values import day
from processes.personal_data import masked

from ..models import DigitalDialog
from . import actions, codes, content, limits, queries, stamp
from .forms import ReceiptForm, SendForm, seen_mark
from .pages import answer_shown

State = DigitalDialog.State
View = Callable[..., HttpResponse]
WAIT = 60  # seconds


def open_to_all(view: View) -> View:
    """For whoever has the address: not to be indexed or kept by anyone.

    No CSRF cookie: nobody is logged in here, so there is nobody's leave to borrow. The signed stamp in the
    form tells that we handed it out (ADR 16).
    """

    @wraps(view)
    def quiet(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    shown: View = login_not_required(csrf_exempt(require_http_methods(["GET", "HEAD", "POST"])(quiet)))
    return shown


def _from(request: HttpRequest) -> str:
    """The sender's address, to be counted and forgotten."""
    found: str = get_adapter().get_client_ip(request)
    return found


@open_to_all
def page(request: HttpRequest, code: str) -> HttpResponse:
    """The questions while the dialogue is open; before and after that, when it opens or what became of it."""
    plain = code.lower().replace("-", "")
    digital = queries.by_code(plain)
    if digital is None:
        return render(request, "digital/unknown.html", status=404)
    if plain != code and request.method != "POST":
        return redirect("digital:page", code=plain)
    given = stamp.read(request.POST.get("stampel", ""), digital.pk)
    begun_in_time = given is not None and given.age <= stamp.GRACE
    if digital.state(timezone.localdate()) is State.OPEN or (request.method == "POST" and begun_in_time):
        return _send(request, digital, given) if request.method == "POST" else _form(request, digital)
    return _shut(request, digital)


def _shut(request: HttpRequest, digital: DigitalDialog) -> HttpResponse:
    waiting = digital.state(timezone.localdate()) is State.WAITING
    latest = queries.latest_answer(digital.pk)
    typed = SendForm(request.POST, shown=digital.content).typed if request.method == "POST" else []
    context = _about(digital) | {
        "waiting": waiting,
        "typed": typed,
        "answer": answer_shown(latest) if latest and not waiting else None,
    }
    return render(request, "digital/shut.html", context, status=409 if typed else 200)


def _about(digital: DigitalDialog) -> dict[str, Any]:
    shown = digital.content
    return {
        "title": shown["title"],
        "shown": shown,
        "authorities": " och ".join(shown["authorities"]),
        "opens": day(digital.opens_on),
        "closes": day(digital.closed_on or digital.closes_on),
        "answer_by": day(content.as_date(shown["answer_by"])),
    }


def _form(
    request: HttpRequest,
    digital: DigitalDialog,
    form: SendForm | None = None,
    given: stamp.Stamp | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """The form, with all that was typed; `problem` says what to do before it can be received."""
    form = form or SendForm(shown=digital.content)
    if form.data.get("webbsida"):
        form.data = form.data.copy()
        form.data["webbsida"] = ""
    given = given or stamp.new(digital.pk)
    context = _about(digital) | {"form": form, "stamp": given.text(), **more}
    return render(request, "digital/page.html", context, status=status)


def _send(request: HttpRequest, digital: DigitalDialog, given: stamp.Stamp | None) -> HttpResponse:
    form = SendForm(request.POST, shown=digital.content)
    if given is None or given.too_old:
        problem = "Sidan har stått öppen länge. Läs igenom det du skrev och tryck på Skicka igen."
        return _form(request, digital, form, status=422, problem=problem)
    if given.too_quick:
        problem = (
            "Det gick väldigt fort. Det du skrev finns kvar: vänta ett ögonblick och tryck på Skicka igen."
        )
        return _form(request, digital, form, given, status=422, problem=problem)
    if not form.is_valid():
        return _form(request, digital, form, given, status=422)
    personal = form.personal
    if personal and request.POST.get("anda") != seen_mark(personal):
        more = {"personal": personal, "seen_mark": seen_mark(personal)}
        return _form(request, digital, form, given, status=422, **more)
    if not limits.may_send(digital.pk, _from(request)):
        problem = "Många skickar just nu. Det du skrev finns kvar: vänta en minut och tryck på Skicka igen."
        response = _form(request, digital, form, given, status=429, problem=problem)
        response["Retry-After"] = str(WAIT)
        return response
    code = actions.receive(
        digital=digital, said=form.said, nonce=given.nonce, place=form.place, theme_id=form.theme_id
    )
    url = content.receipt_address()
    receipt = {"code": code, "address": content.short(url), "url": url}
    return render(request, "digital/received.html", _about(digital) | {"receipt": receipt})


@open_to_all
def receipt(request: HttpRequest) -> HttpResponse:
    """What became of what one sent: asked for by the code on the receipt, shown to whoever has it."""
    if request.method != "POST":
        return render(request, "digital/ask.html", {"form": ReceiptForm()})
    form = ReceiptForm(request.POST)
    if not form.is_valid():
        return render(request, "digital/ask.html", {"form": form}, status=422)
    if not limits.may_ask(_from(request)):
        form.add_error("kod", "Många frågar just nu. Vänta några minuter och försök igen.")
        response = render(request, "digital/ask.html", {"form": form}, status=429)
        response["Retry-After"] = str(limits.GUESSES[1])
        return response
    found = queries.receipt(codes.hashed(form.cleaned_data["kod"]))
    if found is None:
        form.add_error("kod", "Det finns inget kvitto med den koden. Kontrollera den tecken för tecken.")
        return render(request, "digital/ask.html", {"form": form}, status=422)
    return _told(request, *found)


def _told(request: HttpRequest, sent: Any, told: list[queries.Told]) -> HttpResponse:
    answer = next((one.answer for one in told if one.answer), None)
    due = content.as_date(sent.digital.content["answer_by"])
    context = _about(sent.digital) | {
        "received": day(sent.received_on),
        "rows": [
            {
                "question": one.question,
                "text": masked(one.text),
                "words": one.words,
                "promise": one.promise,
            }
            for one in told
        ],
        "answer": answer_shown(answer) if answer else None,
        "late": answer is None and due is not None and due < timezone.localdate(),
    }
    return render(request, "digital/receipt.html", context)
