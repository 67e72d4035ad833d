"""What every page shows around its content: who is logged in, where one can go."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, reverse_lazy

from agreements.record.policies import can_see_disposal
from agreements.steps.citizen_promise import REGISTRARS
from medborgarloften.portal.demo.people import CAST
from processes import policies, queries
from processes.method import Role

FOOTER = [
    {"label": "Publicerade löften", "url": reverse_lazy("agreements:public_promises")},
    {"label": "Kontrollera ett dokument", "url": reverse_lazy("agreements:verify")},
    {"label": "Så hänger det ihop", "url": reverse_lazy("portal:method")},
]


def around(request: HttpRequest) -> dict:
    """User name, main navigation and the demo's banner."""
    context = {"demo": settings.MODE == "demo", "footer_links": FOOTER}
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        if settings.MODE == "demo":
            context |= {"demo_people": CAST, "demo_password": settings.DEMO_PASSWORD}
        return context
    roles = [Role(m.role) for m in queries.memberships(user)]
    places = [("Mitt arbete", reverse("portal:start")), ("Rundor", reverse("processes:rounds"))]
    if Role.LOCAL_POLICE_CHIEF in roles or Role.MUNICIPAL_REPRESENTATIVE in roles:
        places.append(("Att godkänna", reverse("portal:approvals")))
    if policies.answers_for_feedback(roles):
        places.append(("Återkopplingsskuld", reverse("portal:debts")))
    places.append(("Erfarenheter", reverse("agreements:experience")))
    if not set(REGISTRARS).isdisjoint(roles):
        places.append(("Diarium", reverse("agreements:register_list")))
    if policies.can_administer(roles):
        places.append(("Användare", reverse("portal:people")))
        places.append(("Anmälda hinder", reverse("agreements:accessibility_reports")))
    if can_see_disposal(queries.roles_in_police(user)):
        places.append(("Gallring", reverse("agreements:disposal")))
    if policies.can_keep_lists(queries.roles_in_police(user)):
        places.append(("Listor", reverse("portal:words")))
    if Role.READER in roles or Role.ADMINISTRATOR in roles:
        places.append(("Inriktningsbeslut", reverse("portal:decisions")))
    nav = [
        {
            "label": label,
            "url": url,
            "current": request.path.startswith(url) if url != "/" else request.path == "/",
        }
        for label, url in places
    ]
    return context | {"user_name": user.name, "nav": nav}
