"""What citizens read: published snapshots and nothing else. No login, no way to a draft."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

from csp.decorators import csp_replace
from django.conf import settings
from django.db.models import Count, OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_exempt

from processes.documents import html, tree
from processes.pages.values import day

from ..chain import sha256
from ..document import document, rests_on
from ..models import Account, LogPicture, Publication, PublicPage, PublicWord, SealedDocument
from ..responses import pdf_response, picture_response
from ..versions import changes
from ..versions_panel import by_part
from . import listing, pictures, shown
from .caching import mark, of_the_list, page, public, whole
from .public_thread import public_thread


def of_the_promise(request: HttpRequest, slug: str, **more: Any) -> str | None:
    """A page looks otherwise when any of its snapshots is new, it gets a successor, or a picture is taken back.
    One query."""
    last = Subquery(PublicPage.objects.filter(predecessor=OuterRef("pk")).order_by("-pk").values("title")[:1])
    found = PublicPage.objects.filter(slug=slug).annotate(last=last, left=Count("pictures"))
    row = found.values_list("fingerprint", "predecessor__title", "last", "left").first()
    return mark(request.path, *row) if row else None


@public(of_the_list)
def promises(request: HttpRequest) -> HttpResponse:
    """The published promises: searched, filtered, a page at a time."""
    asked = listing.Search(request.GET).asked
    found = listing.search(asked)
    today = timezone.localdate()
    kept = {name: value for name, value in asked.items() if name != "fore"}
    choices = list(_choices(found, asked))
    context = {
        "rows": [_row(row, today) for row in found.pages],
        "asked": asked,
        "filtered": any(name != "lage" for name in kept),
        "narrowed": any(name not in ("lage", "q") for name in kept),
        "total": found.total,
        "states": list(_states(found, kept)),
        "choices": choices,
        "choosable": shown.joined([choice["label"].lower() for choice in choices], "eller"),
        "newest_url": _with(kept) if asked.get("fore") else "",
        "older_url": _with(kept | {"fore": found.older}) if found.older else "",
        "json_url": f"{reverse('agreements:public_json')}{_query(kept)}",
        "municipalities": [
            {"name": word.name, "url": reverse("agreements:public_feed_of", args=[word.slug])}
            for word in found.words
            if word.kind == PublicWord.Kind.MUNICIPALITY and word.slug == asked.get("kommun")
        ],
    }
    return page("public/promises.html", context)


def _query(asked: dict[str, Any]) -> str:
    return f"?{urlencode(asked)}" if asked else ""


def _with(asked: dict[str, Any]) -> str:
    return f"{reverse('agreements:public_promises')}{_query(asked)}"


def _row(row: PublicPage, today: Any) -> dict[str, Any]:
    goes = shown.standing_of(*contents(row), told_on(row.account), today)
    return {
        "title": row.title,
        "url": address(row.slug),
        "place": row.place,
        "period": shown.period(row.begins, row.ends),
        "parties": shown.joined(row.parties),
        "police_only": row.police_only,
        "goes": goes,
    }


def _states(found: listing.Found, kept: dict[str, Any]) -> Any:
    """Each state with how many there are, as a link that filters."""
    rest = {name: value for name, value in kept.items() if name != "lage"}
    total = sum(found.counts.values())
    yield {"label": "Alla", "number": total, "url": _with(rest), "current": "lage" not in kept, "key": "all"}
    for key, state in listing.STATES.items():
        if number := found.counts.get(state, 0):
            current = kept.get("lage") == key
            url = _with(rest | {"lage": key})
            yield {"label": state.value, "number": number, "url": url, "current": current, "key": key}


def _choices(found: listing.Found, asked: dict[str, Any]) -> Any:
    """The selects of the form; one with a single choice would only be in the way."""
    for kind, label in PublicWord.Kind.choices:
        words = [(word.slug, word.name) for word in found.words if word.kind == kind]
        if len(words) > 1 or asked.get(kind):
            yield {"name": kind, "label": label, "options": words, "chosen": asked.get(kind, "")}
    if found.years:
        first, last = found.years
        years = [(year, str(year)) for year in range(last, first - 1, -1)]
        if len(years) > 1 or asked.get("ar"):
            yield {"name": "ar", "label": "År", "options": years, "chosen": asked.get("ar", "")}


def contents(row: PublicPage) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """What was promised, and what is accounted for."""
    return json.loads(row.publication.content), json.loads(row.account.content) if row.account else None


def contact_of(content: dict[str, Any]) -> str:
    """Who answers about the promise; where it names nobody, whoever the site says."""
    return shown.contact(content, settings.PUBLISHER, settings.CONTACT_EMAIL, settings.CONTACT_PHONE)


def told_on(account: Account | None) -> Any:
    """The day that an account is from."""
    return timezone.localdate(account.at) if account else None


def address(slug: str) -> str:
    """Where a promise stands for good."""
    return reverse("agreements:public_promise", args=[slug])


def _page_of(slug: str) -> PublicPage:
    rows = PublicPage.objects.select_related("publication__version", "account", "predecessor")
    return get_object_or_404(rows, slug=slug)


@public(of_the_promise)
def promise(request: HttpRequest, slug: str) -> HttpResponse:
    """One promise: what was promised, how it goes, what has happened and what is to come."""
    return _shown(_page_of(slug))


@public(of_the_promise)
def account(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """How the promise stood when an earlier account was published, as it read that day."""
    row = _page_of(slug)
    row.account = get_object_or_404(Account, promise=row.promise_id, number=number)
    return _shown(row, then=told_on(row.account))


def _shown(row: PublicPage, then: Any = None) -> HttpResponse:
    content, told = contents(row)
    today = then or timezone.localdate()
    own = Publication.objects.filter(slug=row.slug).order_by("pk")
    published = list(own.values_list("version__number", "at"))
    accounts = list(
        Account.objects.filter(promise=row.promise_id).order_by("-pk").values_list("number", "at")
    )
    url, number = address(row.slug), row.publication.version.number
    context = {
        "title": row.title,
        "promise": row,
        "content": content,
        "then": day(then),
        "period": shown.period(row.begins, row.ends),
        "parties": shown.joined(row.parties),
        "goals": shown.joined(content["goals"]),
        "goes": shown.standing_of(content, told, told_on(row.account), today, pictures.of_page(row, told)),
        "effects": shown.effects(content, told),
        "caution": shown.CAUTION,
        "events": shown.events(
            told,
            [(n, timezone.localdate(at)) for n, at in published],
            given=content["signed"]["on"] if content.get("outside") else "",
        ),
        "coming": shown.coming(content, told, today),
        "contact": contact_of(content),
        "rests_on": rests_on(content),
        "thread": public_thread(content),
        "number": number,
        "url": url,
        "whole_url": whole(url),
        "description": content["introduction"][:300],
        "pdf_url": reverse("agreements:public_pdf", args=[row.slug]) if _has_file(row.publication) else "",
        "feed_url": reverse("agreements:public_feed_of_promise", args=[row.slug]),
        "json_url": reverse("agreements:public_promise_json", args=[row.slug]),
        "embed_url": whole(reverse("agreements:public_embed", args=[row.slug])),
        "sha256": tree.grouped(row.publication.sha256, 8),
        "verify_url": reverse("agreements:verify"),
        "versions": [_version_link(row.slug, n, at) for n, at in reversed(published)],
        "accounts": [
            {"url": reverse("agreements:public_account", args=[row.slug, n]), "when": day(at)}
            for n, at in accounts[1:]  # the latest is the page itself
        ],
        "predecessor": _link(row.predecessor) if row.predecessor else None,
        "successors": [_link(other) for other in row.successors.order_by("pk").only("slug", "title")],
    }
    return page("public/promise.html", context)


def _has_file(publication: Publication) -> bool:
    return SealedDocument.objects.filter(version=publication.version_id).exists()


def _link(row: PublicPage) -> dict[str, str]:
    return {"title": row.title, "url": address(row.slug)}


def _version_link(slug: str, number: int, at: Any) -> dict[str, Any]:
    url = reverse("agreements:public_version", args=[slug, number])
    return {"number": number, "when": day(timezone.localdate(at)), "url": url}


@public(of_the_promise)
def version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A version as it was signed, and what it changed."""
    own = list(Publication.objects.filter(slug=slug).select_related("version").order_by("pk"))
    row = next((one for one in own if one.version.number == number), None)
    if row is None:
        raise Http404("Sidan finns inte.")
    content = json.loads(row.content)
    signed = document(
        content,
        created=row.at,
        identifier=f"{row.slug}-{number}",
        facts=tree.Facts(version=str(number), fingerprint=sha256(row.content)),
    )
    before = next((one for one in reversed(own) if one.pk < row.pk), None)
    has_file = _has_file(row)
    context = {
        "title": f"{content['title']}, version {number}",
        "document": html.article(signed),
        "number": number,
        "url": address(slug),
        "is_latest": own[-1].pk == row.pk,
        "since": before.version.number if before else "",
        "parts": by_part(changes(json.loads(before.content), content)) if before else [],
        "others": [_version_link(slug, o.version.number, o.at) for o in own if o.pk != row.pk],
        "pdf_url": reverse("agreements:public_version_pdf", args=[slug, number]) if has_file else "",
        "sha256": tree.grouped(row.sha256, 8),
    }
    return page("public/version.html", context)


def _file(row: Publication | None) -> HttpResponse:
    stored = SealedDocument.objects.filter(version=row.version_id).first() if row else None
    if row is None or stored is None:
        raise Http404("Sidan finns inte.")
    title = json.loads(row.content)["title"]
    return pdf_response(bytes(stored.pdf), stored.sha256, title, row.version.number)


def _file_etag(request: HttpRequest, slug: str, number: int = 0) -> str | None:
    """The file's own fingerprint."""
    found = Publication.objects.filter(slug=slug).order_by("pk")
    row = (found.filter(version__number=number) if number else found).values("sha256").last()
    return f'"{row["sha256"]}"' if row else None


@public(_file_etag)
def pdf(request: HttpRequest, slug: str, number: int = 0) -> HttpResponse:
    """The sealed file of a published promise: of the latest version, or of the one asked for."""
    own = Publication.objects.filter(slug=slug).select_related("version").order_by("pk")
    return _file((own.filter(version__number=number) if number else own).last())


def _picture_etag(request: HttpRequest, slug: str, digest: str) -> str | None:
    """The picture's own fingerprint, as long as it is shown."""
    there = PublicPage.objects.filter(slug=slug, pictures__sha256=digest, pictures__public=True)
    return f'"{digest}"' if there.exists() else None


@public(_picture_etag)
def picture(request: HttpRequest, slug: str, digest: str) -> HttpResponse:
    """A picture of what was done, to anyone: only what stands in the published account and nobody has taken back."""
    found = LogPicture.objects.filter(pages__slug=slug, sha256=digest, public=True).first()
    if found is None:
        raise Http404("Sidan finns inte.")
    return picture_response(found.file)


@csp_replace({"frame-ancestors": settings.EMBED_ANCESTORS})  # type: ignore[untyped-decorator]
@xframe_options_exempt
@public(of_the_promise)
def embed(request: HttpRequest, slug: str) -> HttpResponse:
    """The promise as a small picture of how it goes, to stand in another site's page."""
    row = _page_of(slug)
    goes = shown.standing_of(*contents(row), told_on(row.account), timezone.localdate())
    context = {
        "title": row.title,
        "place": row.place,
        "period": shown.period(row.begins, row.ends),
        "parties": shown.joined(row.parties),
        "goes": goes,
        "url": whole(address(slug)),
    }
    response = page("public/embed.html", context)
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
