"""People and their roles: invited by an administrator, ended rather than erased."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django import forms
from django.contrib import messages
from django.core.mail import send_mail
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from processes import policies, queries
from processes.forms import BoundedDate, Kept
from processes.method import ROLE_TITLES, Role
from processes.models import Area, Membership, Organisation, User
from processes.pages.values import day
from processes.views.here import require

PAGE = 50


class InviteForm(Kept):
    """Who, and in which role."""

    name = forms.CharField(label="Namn", max_length=120)
    email = forms.EmailField(label="E-postadress", max_length=200)
    title = forms.CharField(label="Titel", max_length=120, required=False)
    organisation = forms.ModelChoiceField(
        Organisation.objects.all(), label="Organisation", empty_label="Välj …"
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

    def clean(self) -> dict[str, Any]:
        """Police roles in local areas need an area, or the role would reach the whole country."""
        data = super().clean()
        organisation, role = data.get("organisation"), data.get("role")
        local = {r.value for r in policies.POLICE_ROLES}
        if organisation and role in local:
            if organisation.kind != Organisation.Kind.POLICE:
                self.add_error(
                    "role", "Rollen finns bara hos polisen. Välj en annan roll eller organisation."
                )
            elif not data.get("area"):
                self.add_error("area", "Välj vilket lokalpolisområde rollen gäller.")
        return data


def _admin(request: HttpRequest) -> None:
    require(policies.can_administer(Role(m.role) for m in queries.memberships(request.user)))


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Everyone, by name."""
    _admin(request)
    after = request.GET.get("efter", "").replace("\x00", "")[:120]
    found = (
        User.objects.filter(name__gt=after)
        .order_by("name", "pk")
        .prefetch_related("memberships__organisation")
    )
    page = list(found[: PAGE + 1])
    more, page = len(page) > PAGE, page[:PAGE]
    rows = [
        {
            "name": user.name,
            "url": reverse("portal:person", args=[user.pk]),
            "email": user.email,
            "roles": "; ".join(str(m) for m in user.memberships.all()),
            "status": "done" if user.is_active else "todo",
            "status_label": "" if user.is_active else "Avstängd",
        }
        for user in page
    ]
    context = {
        "people": rows,
        "invite_url": reverse("portal:invite"),
        "older_url": f"?efter={page[-1].name}" if more else "",
        "newest_url": request.path if after else "",
    }
    return render(request, "portal/people.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Give a person a role; whoever is new is sent a link to choose a password."""
    _admin(request)
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user, new = _invite(form.cleaned_data)
        if new:
            send_mail(
                "Välkommen till Medborgarlöften",
                f"Hej {user.name}!\n\nDu har fått en roll i Medborgarlöften. Välj ett lösenord här:\n"
                f"{request.build_absolute_uri(_password_path(user))}\n\nLänken gäller i tre dagar.",
                None,
                [user.email],
            )
        messages.success(
            request, f"{user.name} har fått rollen." + (" En inbjudan är skickad." if new else "")
        )
        return redirect("portal:person", user.pk)
    context = {
        "title": "Bjud in",
        "lead": "Den som är ny får ett mejl med en länk för att välja lösenord.",
        "form": form,
        "submit_label": "Ge rollen",
        "cancel_url": reverse("portal:people"),
    }
    return render(request, "portal/invite.html", context, status=422 if form.errors else 200)


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
    _admin(request)
    user = get_object_or_404(User, pk=pk)
    rows = [
        {
            "title": ROLE_TITLES[Role(m.role)],
            "meta": f"{m.organisation}{f' · {m.area}' if m.area else ''}"
            f"{f' · till och med {day(m.valid_until)}' if m.valid_until else ''}",
            "end_url": reverse("portal:end_role", args=[m.pk]),
        }
        for m in user.memberships.select_related("organisation", "area")
    ]
    return render(
        request,
        "portal/person.html",
        {"person": {"name": user.name, "email": user.email, "title": user.title}, "roles": rows},
    )


@require_POST
def end_role(request: HttpRequest, pk: int) -> HttpResponse:
    """End a role at once: yesterday was its last day."""
    _admin(request)
    membership = get_object_or_404(Membership, pk=pk)
    membership.valid_until = timezone.localdate() - timedelta(days=1)
    membership.save()
    messages.success(request, "Rollen är avslutad.")
    return redirect("portal:person", membership.user_id)
