"""The archive package of a round: described on a page, made with one press, logged (LAG-8)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods

from agreements.record import archive, policies
from agreements.record.actions.archiving import archived
from agreements.record.release import latest
from processes.models import Organisation
from processes.views.here import Here, enter, require

from .round_file import exporting, schema


def own_authority(here: Here) -> Organisation:
    """The authority whose record it is: the person's own among the parties."""
    found = Organisation.objects.filter(pk__in=here.actor.organisations)
    own = found.exclude(kind=Organisation.Kind.PARTNER).order_by("kind").last()
    if own is None:
        raise Http404("Sidan finns inte.")
    return own


def build(here: Here, organisation: Organisation) -> bytes:
    """The package, with the round as data as far as the authority sees it."""
    data = exporting.export(here.round, here.actor, here.facts)
    # The moment of fetching would make every package another one.
    data["exported"] = {"at": latest(here.facts).isoformat(timespec="seconds"), "by": ""}
    form = schema.text(here.method).encode()
    return archive.build(here, organisation, archive.RoundData(exporting.text(data), form))


@require_http_methods(["GET", "HEAD", "POST"])
def package(request: HttpRequest, pk: int) -> HttpResponse:
    """What will be in the package; a press makes it."""
    here = enter(request, pk)
    require(policies.can_archive(here.actor))
    organisation = own_authority(here)
    if request.method == "POST":
        data = build(here, organisation)
        digest = archived(by=here.user, round_=here.round, organisation=organisation, data=data)
        name = f"arkiv-{slugify(here.round.title)[:60] or pk}-{digest[:12]}.zip"
        return HttpResponse(
            data,
            content_type="application/zip",
            headers={
                "Content-Disposition": content_disposition_header(as_attachment=True, filename=name),
                "X-Content-Type-Options": "nosniff",
            },
        )
    title = "Arkivpaket"
    context = {
        "title": title,
        "organisation": str(organisation),
        "documents": len(here.facts.rows("agreements.SealedDocument")),
        "closed": here.round.closed_on,
        "crumbs": [{"label": title, "url": None}],
    }
    return here.page("record/archive.html", context)
