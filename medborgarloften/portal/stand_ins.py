"""Away for a time: who stands in, and who takes over a round (X-19)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from processes import policies, queries
from processes.actions import people as actions
from processes.forms import BoundedDate, Boxes, Kept, LabelledChoice
from processes.method import ROLE_TITLES, Role
from processes.models import Membership, User
from processes.pages.values import day, name_of
from processes.views import drafts
from processes.views.here import enter, once, require
from processes.writing import Refused

LONGEST = timedelta(days=366)


class StandInForm(Kept):
    """Who stands in, and when."""

    stand_in = LabelledChoice(
        User.objects.none(),
        label="Vem ersätter dig?",
        empty_label="Välj …",
        help_text="En kollega med en egen roll i samma organisation.",
        error_messages={"required": "Välj vem som ersätter dig."},
    )
    valid_from = BoundedDate(label="Från och med", error_messages={"required": "Skriv första dagen."})
    valid_until = BoundedDate(label="Till och med", error_messages={"required": "Skriv sista dagen."})

    def __init__(self, *args: Any, colleagues: QuerySet[User], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["stand_in"].queryset = colleagues
        self.initial.setdefault("valid_from", timezone.localdate())

    def clean(self) -> dict[str, Any]:
        """The days make a period of at most a year that is not over."""
        data = super().clean()
        start, end = data.get("valid_from"), data.get("valid_until")
        if start and end:
            if end < start:
                self.add_error("valid_until", "Sista dagen ligger före den första. Rätta en av dem.")
            elif end < timezone.localdate():
                self.add_error("valid_until", "Den dagen har redan varit. Välj en som kommer.")
            elif end - start > LONGEST:
                self.add_error(
                    "valid_until",
                    "Högst ett år i taget. Är det längre ger en administratör rollen i stället.",
                )
        return data


class HandOverForm(Kept):
    """Who takes over, and what."""

    to = LabelledChoice(
        User.objects.none(),
        label="Vem tar över?",
        empty_label="Välj …",
        help_text="Någon som redan har en roll i rundan.",
        error_messages={"required": "Välj vem som tar över."},
    )
    chosen = forms.MultipleChoiceField(
        label="Vad lämnar du över?", widget=Boxes, error_messages={"required": "Välj minst en sak."}
    )
    note = forms.CharField(
        label="Något att veta?",
        help_text="Syns i tidslinjen. Kan lämnas tomt.",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, people: QuerySet[User], choices: list[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = people
        self.fields["chosen"].choices = choices
        self.initial.setdefault("chosen", [key for key, _ in choices])


@require_safe
def stand_ins(request: HttpRequest) -> HttpResponse:
    """The roles one holds with their stand-ins, and those one holds for others."""
    today = timezone.localdate()
    lent = (
        Membership.objects.filter(stands_in_for__user=request.user, valid_until__gte=today)
        .select_related("user")
        .order_by("valid_from", "pk")
    )
    by_role: dict[int, list[dict[str, Any]]] = {}
    for row in lent:
        by_role.setdefault(row.stands_in_for_id, []).append(_period(row, row.user.name))
    held = queries.memberships(request.user)
    own = [
        {
            "title": ROLE_TITLES[Role(m.role)],
            "meta": f"{m.organisation}{f' · {m.area}' if m.area else ''}",
            "url": reverse("portal:appoint", args=[m.pk]),
            "lent": by_role.get(m.pk, []),
        }
        for m in held
        if policies.can_lend(request.user.pk, m.user_id, Role(m.role), m.stands_in_for_id)
    ]
    for_others = [_period(m, m.stands_in_for.user.name) for m in held if m.stands_in_for]
    return render(request, "portal/stand_ins.html", {"own": own, "for_others": for_others})


def _period(lent: Membership, name: str) -> dict[str, Any]:
    return {
        "name": name,
        "role": ROLE_TITLES[Role(lent.role)].lower(),
        "when": f"{day(lent.valid_from)} – {day(lent.valid_until)}",
        "end_url": reverse("portal:end_stand_in", args=[lent.pk]),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def appoint(request: HttpRequest, pk: int) -> HttpResponse:
    """Lend one of one's own roles to a colleague."""
    held = Membership.objects.on(timezone.localdate()).select_related("area")
    membership = get_object_or_404(held, pk=pk)
    role = Role(membership.role)
    require(policies.can_lend(request.user.pk, membership.user_id, role, membership.stands_in_for_id))
    form = StandInForm(request.POST or None, colleagues=actions.colleagues(membership))
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            lent = actions.appoint_stand_in(
                by=request.user,
                membership=membership,
                stand_in=form.cleaned_data["stand_in"],
                valid_from=form.cleaned_data["valid_from"],
                valid_until=form.cleaned_data["valid_until"],
            )
            messages.success(request, f"{lent.user.name} ersätter dig till och med {day(lent.valid_until)}.")
            return reverse("portal:stand_ins")

        try:
            return once(request, act)
        except Refused as refused:
            form.add_error(None, str(refused))
    context = {
        "title": f"Utse ersättare: {ROLE_TITLES[role].lower()}",
        "lead": "Ersättaren får göra allt som rollen får, också godkänna och skriva under, i eget namn.",
        "form": form,
        **drafts.offer(request, form),
        "submit_label": "Utse",
        "cancel_url": reverse("portal:stand_ins"),
    }
    return render(request, "portal/invite.html", context, status=422 if form.errors else 200)


@require_POST
def end_stand_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a role back, or lay it down, at once."""
    lent = get_object_or_404(Membership.objects.select_related("stands_in_for"), pk=pk)
    lender = lent.stands_in_for.user_id if lent.stands_in_for else None
    require(policies.can_end_lending(request.user.pk, lender, lent.user_id))
    actions.end_stand_in(by=request.user, lent=lent)
    messages.success(request, "Ersättningen är avslutad.")
    return redirect("portal:stand_ins")


@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a colleague take over what one is named as responsible for in a round."""
    here = enter(request, pk)
    named = list(actions.named(here.round, here.user))
    choices = [(f"{row._meta.label}:{row.pk}:{name}", _words(row, name)) for row, name in named]
    people = actions.successors(here.round, here.user)
    form = HandOverForm(request.POST or None, people=people, choices=choices)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            keys = (choice.split(":") for choice in form.cleaned_data["chosen"])
            made = actions.hand_over(
                by=here.user,
                round_=here.round,
                to=form.cleaned_data["to"],
                chosen=frozenset((label, int(row), name) for label, row, name in keys),
                note=form.cleaned_data["note"],
            )
            messages.success(request, f"{form.cleaned_data['to'].name} har tagit över {len(made)} saker.")
            return reverse("processes:overview", args=[pk])

        try:
            return once(request, act)
        except Refused as refused:
            form.add_error("to", str(refused))
    context = {
        "title": "Lämna över",
        "lead": "Du är utpekad som ansvarig på de här ställena. Det du har beslutat behåller ditt namn."
        if choices
        else "Du är inte utpekad som ansvarig någonstans i rundan, så det finns inget att lämna över.",
        "form": form,
        "locked": "" if choices else "Är du borta en tid kan du utse en ersättare i stället.",
        "submit_label": "Lämna över",
        "cancel_url": reverse("processes:overview", args=[pk]),
        "crumbs": [{"label": "Lämna över", "url": None}],
    }
    return here.form_page(form, context)


def _words(row: Any, name: str) -> str:
    field = row._meta.get_field(name)
    return f"{str(row._meta.verbose_name).capitalize()}: {name_of(row)} – {str(field.verbose_name).lower().rstrip('?')}"
