"""People and their roles: invited by an administrator, ended rather than erased."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django import forms
from django.contrib import messages
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from processes import policies, queries
from processes.documents.sheets import Column, Sheet
from processes.forms import BoundedDate, Kept
from processes.method import MUNICIPAL_ROLES, ROLE_TITLES, Role
from processes.models import Area, Membership, Organisation, User
from processes.pages import lists
from processes.pages.values import day
from processes.views import drafts
from processes.views.here import once, require
from processes.views.lists import as_file

PAGE = 50
MOST_IN_FILE = 20_000
SHUT_OFF = "Avstängd"
# Roles that carry one side's rights; the other roles exist on every side.
ROLES_IN = {
    Organisation.Kind.POLICE: policies.POLICE_ROLES | {Role.READER},
    Organisation.Kind.MUNICIPALITY: MUNICIPAL_ROLES,
    Organisation.Kind.PARTNER: {Role.PARTNER, Role.PARTNER_REPRESENTATIVE},
}
BOUND = frozenset().union(*ROLES_IN.values())


class InviteForm(Kept):
    """Who, and in which role."""

    name = forms.CharField(label="Namn", max_length=120)
    email = forms.EmailField(label="E-postadress", max_length=200)
    title = forms.CharField(label="Titel", max_length=120, required=False)
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label="Organisation", empty_label="Välj …"
    )
    role = forms.ChoiceField(
        label="Roll", choices=[("", "Välj …")] + [(r.value, t) for r, t in ROLE_TITLES.items()]
    )
    area = forms.ModelChoiceField(
        Area.objects.all(),
        label="Område",
        required=False,
        empty_label="Hela organisationen",
        help_text="För poliser: lokalpolisområdet. För region: regionen.",
    )
    valid_until = BoundedDate(
        label="Till och med", help_text="Bara för tillfälliga roller, till exempel t.f. chef.", required=False
    )

    def __init__(self, *args: Any, organisations: QuerySet[Organisation], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations

    def clean(self) -> dict[str, Any]:
        """A role belongs to its kind of organisation; police roles need an area, or they would reach
        the whole country."""
        data = super().clean()
        organisation, role = data.get("organisation"), data.get("role")
        if organisation and role:
            if role in BOUND and role not in ROLES_IN[organisation.kind]:
                self.add_error(
                    "role", "Rollen finns inte i den organisationen. Välj en annan roll eller organisation."
                )
            elif role in policies.POLICE_ROLES and not data.get("area"):
                self.add_error("area", "Välj vilket lokalpolisområde rollen gäller.")
        return data


def _reach(request: HttpRequest) -> QuerySet[Organisation]:
    """The organisations whose people the administrator keeps.

    The police run the system, so their administrators let the other parties in; those of another
    party keep their own organisation, or they could make themselves police.
    """
    held = [m for m in queries.memberships(request.user) if m.role == Role.ADMINISTRATOR]
    require(policies.can_administer(Role(m.role) for m in held))
    if any(m.organisation.kind == Organisation.Kind.POLICE for m in held):
        return Organisation.objects.all()
    return Organisation.objects.filter(pk__in=[m.organisation_id for m in held])


def _within(reach: QuerySet[Organisation]) -> QuerySet[User]:
    """The people with a role there, or with no role anywhere."""
    where = Q(memberships__organisation__in=reach) | Q(memberships=None)
    return User.objects.filter(where).distinct()


class AfterForm(forms.Form):
    """Where a page of people begins."""

    efter = forms.CharField(max_length=120, required=False)


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Everyone within reach, by name."""
    reach = _reach(request)
    form = AfterForm(request.GET)
    after = form.cleaned_data["efter"] if form.is_valid() else ""
    page = list(_by_name(reach).filter(name__gt=after)[: PAGE + 1])
    more, page = len(page) > PAGE, page[:PAGE]
    rows = [
        {
            "name": user.name,
            "url": reverse("portal:person", args=[user.pk]),
            "email": user.email,
            "roles": _roles(user),
            "status": "done" if user.is_active else "todo",
            "status_label": "" if user.is_active else SHUT_OFF,
        }
        for user in page
    ]
    context = {
        "people": rows,
        "invite_url": reverse("portal:invite"),
        "older_url": f"?{urlencode({'efter': page[-1].name})}" if more else "",
        "newest_url": request.path if after else "",
        "files": lists.files("portal:people_file"),
    }
    return render(request, "portal/people.html", context)


@require_safe
def people_file(request: HttpRequest, form: str) -> HttpResponse:
    """Everyone within reach as a list."""
    rows = tuple(
        (user.name, user.title, user.email, _roles(user), "" if user.is_active else SHUT_OFF)
        for user in _by_name(_reach(request))[:MOST_IN_FILE]
    )
    columns = (
        Column("Namn", 30),
        Column("Titel", 30),
        Column("E-post", 36),
        Column("Roller", 60),
        Column("Läge"),
    )
    return as_file(Sheet("Användare", columns, rows), form, "Användare", "")


def _by_name(reach: QuerySet[Organisation]) -> QuerySet[User]:
    roles = Membership.objects.select_related("organisation", "area")
    return _within(reach).order_by("name", "pk").prefetch_related(Prefetch("memberships", roles))


def _roles(user: User) -> str:
    return "; ".join(str(m) for m in user.memberships.all())


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Give a person a role; whoever is new is sent a link to choose a password."""
    form = InviteForm(request.POST or None, organisations=_reach(request))
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            user, new = _invite(form.cleaned_data)
            sent = new and _welcome(request, user)
            messages.success(
                request, f"{user.name} har fått rollen." + (" En inbjudan är skickad." if sent else "")
            )
            if new and not sent:
                messages.warning(
                    request,
                    "Mejlet gick inte att skicka. Be personen välja ”Glömt lösenordet?” på inloggningen.",
                )
            return reverse("portal:person", args=[user.pk])

        return once(request, act)
    context = {
        "title": "Bjud in",
        "lead": "Den som är ny får ett mejl med en länk för att välja lösenord.",
        "form": form,
        **drafts.offer(request, form),
        "submit_label": "Ge rollen",
        "cancel_url": reverse("portal:people"),
    }
    return render(request, "portal/invite.html", context, status=422 if form.errors else 200)


def _welcome(request: HttpRequest, user: User) -> bool:
    """Send the link with which a new person chooses a password; False when no mail gets away."""
    text = (
        f"Hej {user.name}!\n\nDu har fått en roll i Medborgarlöften. Välj ett lösenord här:\n"
        f"{request.build_absolute_uri(_password_path(user))}\n\nLänken gäller i tre dagar."
    )
    try:
        send_mail("Välkommen till Medborgarlöften", text, None, [user.email])
    except OSError:
        return False
    return True


@transaction.atomic
def _invite(data: dict[str, Any]) -> tuple[User, bool]:
    user = User.objects.filter(email__iexact=data["email"]).first()
    new = user is None
    if user is None:
        user = User.objects.create_user(data["email"], None, name=data["name"], title=data["title"])
    Membership.objects.update_or_create(
        user=user,
        organisation=data["organisation"],
        role=data["role"],
        area=data["area"],
        defaults={"valid_until": data["valid_until"]},
    )
    return user, new


def _password_path(user: User) -> str:
    return reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)},
    )


@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person and the roles held."""
    reach = _reach(request)
    user = get_object_or_404(_within(reach), pk=pk)
    rows = [
        {
            "title": ROLE_TITLES[Role(m.role)],
            "meta": f"{m.organisation}{f' · {m.area}' if m.area else ''}"
            f"{f' · till och med {day(m.valid_until)}' if m.valid_until else ''}",
            "end_url": reverse("portal:end_role", args=[m.pk]),
        }
        for m in user.memberships.filter(organisation__in=reach).select_related("organisation", "area")
    ]
    return render(
        request,
        "portal/person.html",
        {"person": {"name": user.name, "email": user.email, "title": user.title}, "roles": rows},
    )


@require_POST
def end_role(request: HttpRequest, pk: int) -> HttpResponse:
    """End a role at once: yesterday was its last day."""
    membership = get_object_or_404(Membership, pk=pk, organisation__in=_reach(request))
    membership.valid_until = timezone.localdate() - timedelta(days=1)
    membership.save()
    messages.success(request, "Rollen är avslutad.")
    return redirect("portal:person", membership.user_id)
