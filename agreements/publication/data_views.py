"""The same promises for machines: feeds, JSON, a sheet, a description of the data, and what search engines ask for."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from processes.plan.words import day_words

from ..keeping import Kept
from ..models import Account, Publication, PublicPage, PublicWord
from . import listing, pictures, shown
from .caching import of_the_list, page, public, whole
from .index import latest_turn
from .public_views import address, contact_of, contents, of_the_promise, told_on

ENTRIES = 30
ATOM, RDF, XML = "application/atom+xml", "application/rdf+xml", "application/xml"
SITEMAP = 45_000  # a sitemap may hold 50,000 addresses


def _entries(slugs: Any = None) -> list[dict[str, Any]]:
    """What was published last: promises, versions of them, and how they go. The latest first."""
    published = Publication.objects.filter(version__promise__isnull=False)
    accounts = Account.objects.all()
    if slugs is not None:
        published, accounts = (
            published.filter(slug__in=slugs),
            accounts.filter(promise__public_page__slug__in=slugs),
        )
    rows = published.order_by("-pk").values("slug", "content", "at", "version__number")[:ENTRIES]
    found = [_of_publication(row) for row in rows]
    earlier = Account.objects.filter(promise=OuterRef("promise"), number=OuterRef("number") - 1)
    told = accounts.annotate(before=Subquery(earlier.values("content"))).order_by("-pk")
    found += [_of_account(row) for row in told.select_related("promise__public_page__publication")[:ENTRIES]]
    return sorted(found, key=lambda entry: entry["updated"], reverse=True)[:ENTRIES]


def _of_publication(row: dict[str, Any]) -> dict[str, Any]:
    content, number = json.loads(row["content"]), row["version__number"]
    url = reverse("agreements:public_version", args=[row["slug"], number])
    kind = "Nytt löfte" if number == 1 else f"Ändrat löfte (version {number})"
    return {
        "id": whole(url),
        "url": whole(url if number > 1 else address(row["slug"])),
        "title": f"{kind}: {content['title']}",
        "updated": row["at"],
        "text": content["introduction"] or content["title"],
        "area": content["area"],
    }


def _of_account(row: Any) -> dict[str, Any]:
    """How it went then, and each text that was not in the account before."""
    promised = row.promise.public_page
    content, told = json.loads(promised.publication.content), json.loads(row.content)
    on = told_on(row)
    sentence = shown.standing_of(content, told, on, on)["sentence"]
    known = json.loads(row.before)["feedback"] if row.before else []
    new = [one for one in told["feedback"] if one not in known]
    return {
        "id": whole(reverse("agreements:public_account", args=[promised.slug, row.number])),
        "url": whole(address(promised.slug)),
        "title": f"Så går det: {promised.title}",
        "updated": row.at,
        "text": "\n\n".join([sentence, *map(_told, new)]),
        "area": promised.place,
    }


def _told(text: dict[str, Any]) -> str:
    about = f", {text['about']}" if text["about"] else ""
    return f"{day_words(text['on'])}{about}: {text['text']}"


def _feed(title: str, own: str, alternate: str, entries: list[dict[str, Any]]) -> HttpResponse:
    latest = max((entry["updated"] for entry in entries), default=datetime(2026, 1, 1, tzinfo=UTC))
    context = {
        "title": title,
        "id": whole(own),
        "own_url": whole(own),
        "alternate_url": whole(alternate),
        "updated": latest.isoformat(),
        "entries": [entry | {"updated": entry["updated"].isoformat()} for entry in entries],
    }
    return page("public/feed.xml", context, ATOM)


@public(of_the_list)
def feed(request: HttpRequest) -> HttpResponse:
    """All promises, as an Atom feed."""
    own, list_url = reverse("agreements:public_feed"), reverse("agreements:public_promises")
    return _feed("Medborgarlöften", own, list_url, _entries())


@public(of_the_list)
def feed_of(request: HttpRequest, municipality: str) -> HttpResponse:
    """The promises that a municipality is a party to."""
    word = get_object_or_404(PublicWord, kind=PublicWord.Kind.MUNICIPALITY, slug=municipality)
    own = reverse("agreements:public_feed_of", args=[municipality])
    list_url = f"{reverse('agreements:public_promises')}?kommun={municipality}"
    entries = _entries(word.pages.order_by("-turn").values("slug"))
    return _feed(f"Medborgarlöften i {word.name}", own, list_url, entries)


@public(of_the_promise)
def feed_of_promise(request: HttpRequest, slug: str) -> HttpResponse:
    """One promise: its versions and how it goes."""
    row = get_object_or_404(PublicPage, slug=slug)
    return _feed(
        row.title, reverse("agreements:public_feed_of_promise", args=[slug]), address(slug), _entries([slug])
    )


def _json(value: Any) -> JsonResponse:
    return JsonResponse(value, json_dumps_params={"ensure_ascii": False})


def _summary(row: PublicPage, today: Any) -> dict[str, Any]:
    content, told = contents(row)
    goes = shown.standing_of(content, told, told_on(row.account), today)
    return {
        "id": whole(address(row.slug)),
        "title": row.title,
        "area": row.place,
        "local_police_area": row.local_area,
        "period": content["period"],
        "parties": content["parties"],
        "state": goes["state"].label,
        "state_on": today.isoformat(),
        "accounted_at": row.account.at.isoformat() if row.account else None,
        "json": whole(reverse("agreements:public_promise_json", args=[row.slug])),
    }


@public(of_the_list)
def promises_json(request: HttpRequest) -> HttpResponse:
    """A page of the list, filtered as the list is; `next` leads on."""
    asked = listing.Search(request.GET).asked
    found, today = listing.search(asked), timezone.localdate()
    more = ""
    if found.older:
        query = "&".join(f"{name}={value}" for name, value in (asked | {"fore": found.older}).items())
        more = whole(f"{request.path}?{query}")
    return _json(
        {
            "total": found.total,
            "promises": [_summary(row, today) for row in found.pages],
            "next": more or None,
            "license": settings.DATA_LICENSE,
        }
    )


@public(of_the_promise)
def promise_json(request: HttpRequest, slug: str) -> HttpResponse:
    """One promise whole: what was signed, what is accounted for, and each activity's state today."""
    rows = PublicPage.objects.select_related("publication__version", "account")
    row, today = get_object_or_404(rows, slug=slug), timezone.localdate()
    content, told = contents(row)
    goes = shown.standing_of(content, told, told_on(row.account), today)
    return _json(
        {
            **_summary(row, today),
            "version": row.publication.version.number,
            "document_sha256": row.publication.sha256,
            "promise": content,
            "account": _account(told, row),
            "contact": contact_of(content),
            "states": [
                {"what": activity["what"], "where": activity["where"], "state": activity["state"].label}
                for activity in goes["activities"]
            ],
            "license": settings.DATA_LICENSE,
        }
    )


def _account(told: dict[str, Any] | None, row: PublicPage) -> dict[str, Any] | None:
    """What is accounted for, each picture with its address as long as it is there."""
    if told is None:
        return None
    places = pictures.of_page(row, told)
    account = pictures.without(told, places)
    for picture in pictures.of_account(account):
        picture["url"] = whole(places[picture["sha256"]])
    return account


class _Line:
    """What the csv module writes into: hands each line on."""

    def write(self, text: str) -> str:
        """The line itself."""
        return text


COLUMNS = (
    "address", "title", "area", "local_police_area", "parties", "begins", "ends", "state", "state_on", "accounted_at",
)  # fmt: skip


def _safe(text: str) -> str:
    """A text that no sheet takes for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text


def _lines() -> Iterator[tuple[Any, ...]]:
    yield COLUMNS
    today = timezone.localdate().isoformat()
    for slug, title, place, area, parties, begins, ends, state, told in listing.rows_for_file().iterator():
        texts = (title, place, area, "; ".join(parties))
        at = told.isoformat() if told else ""
        yield (
            whole(address(slug)),
            *map(_safe, texts),
            begins or "",
            ends or "",
            Kept[state].value,
            today,
            at,
        )


@public(of_the_list)
def promises_csv(request: HttpRequest) -> StreamingHttpResponse:
    """All published promises as a sheet: one line each, with the state today."""
    writer = csv.writer(_Line())
    response = StreamingHttpResponse(
        (writer.writerow(line) for line in _lines()), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="medborgarloften.csv"'
    return response


@public(of_the_list)
def data(request: HttpRequest) -> HttpResponse:
    """What data there is, for people."""
    words = PublicWord.objects.filter(kind=PublicWord.Kind.MUNICIPALITY).order_by("name")
    feeds = [
        {"name": word.name, "url": reverse("agreements:public_feed_of", args=[word.slug])} for word in words
    ]
    return page("public/data.html", {"municipalities": feeds})


@public(of_the_list)
def dcat(request: HttpRequest) -> HttpResponse:
    """What data there is, by the Swedish profile of DCAT, for the national data portal to fetch."""
    first = Publication.objects.order_by("pk").values_list("at", flat=True).first()
    context = {
        "publisher": settings.PUBLISHER,
        "publisher_url": settings.PUBLISHER_URL or whole("/"),
        "contact": settings.CONTACT_EMAIL,
        "license": settings.DATA_LICENSE,
        "catalog_url": whole(reverse("agreements:dcat")),
        "landing_url": whole(reverse("agreements:public_promises")),
        "issued": first.isoformat() if first else "",
        "modified": datetime.fromtimestamp(latest_turn() / 1_000_000, UTC).isoformat() if first else "",
        "files": [
            {
                "url": whole(reverse("agreements:public_json")),
                "title": "Lista som JSON",
                "type": "JSON",
                "media": "application/json",
            },
            {
                "url": whole(reverse("agreements:public_csv")),
                "title": "Lista som CSV",
                "type": "CSV",
                "media": "text/csv",
            },
            {
                "url": whole(reverse("agreements:public_feed")),
                "title": "Flöde (Atom)",
                "type": "XML",
                "media": ATOM,
            },
        ],
    }
    return page("public/dcat.rdf", context, RDF)


@public(of_the_list)
def sitemap(request: HttpRequest) -> HttpResponse:
    """Where everything public is, for those who search the web."""
    rows = PublicPage.objects.order_by("-turn").values_list("slug", "turn")[:SITEMAP]
    places = [
        {"url": whole(address(slug)), "on": datetime.fromtimestamp(turn / 1_000_000, UTC).date().isoformat()}
        for slug, turn in rows
    ]
    fixed = ("agreements:public_promises", "portal:method", "agreements:accessibility")
    return page(
        "public/sitemap.xml", {"fixed": [whole(reverse(name)) for name in fixed], "places": places}, XML
    )


@public(lambda request: None)
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may read: the public pages, and nothing that is behind the login."""
    return page("public/robots.txt", {"sitemap_url": whole(reverse("agreements:sitemap"))}, "text/plain")
