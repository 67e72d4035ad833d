"""The public site: found by words and filters, the same for everyone, quick, and nothing but what is published."""

import json
import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agreements import document
from agreements.models import PublicPage, PublicSpan
from agreements.publication import caching, listing
from tests import publishing, situations

pytestmark = pytest.mark.django_db
LIST = reverse("agreements:public_promises")


@pytest.fixture
def world():
    return situations.published_promise()


def found(query=""):
    """The addresses of the promises that the list shows."""
    page = Client().get(f"{LIST}{query}").content.decode()
    return re.findall(r'<h3><a href="/loften/([\w-]+)/">', page)


@pytest.mark.row("X-9", page="/loften/")
def test_promises_are_found_by_words_place_year_theme_and_state(world):
    own = world.publication.slug
    year = world.today.year + 1
    other = publishing.another(
        world,
        "Lugna nätter i Ön",
        themes=("Buskörning",),
        area="Ön",
        local_police_area="Lokalpolisområde Ön",
        parties=[{"name": "Polismyndigheten", "kind": "police"}],
        period={"from": f"{year + 2}-01-01", "to": f"{year + 2}-12-31"},
    )
    assert found() == [other, own], "the latest first"
    for query, slugs in {
        "?q=lugna": [other],
        "?q=LUGNA+nätter": [other],
        "?q=lugna+finnsinte": [],
        "?q=buskörning": [other],
        "?tema=buskorning": [other],
        "?omrade=lokalpolisomrade-on": [other],
        "?kommun=aby-kommun": [own],
        f"?ar={year}": [own],
        f"?ar={year + 2}&tema=buskorning": [other],
        f"?ar={year + 1}": [],
        "?lage=kept": [],
        "?lage=to-do": [other, own],
        "?lage=to-do&q=tryggare": [own],
    }.items():
        assert found(query) == slugs, query


@pytest.mark.row("X-9")
def test_a_promise_without_an_end_is_found_in_each_year_that_it_has_begun(world):
    year = world.today.year + 3
    slug = publishing.another(world, "Torget i fred", period={"from": f"{year}-01-01", "to": ""})
    assert [found(f"?ar={year + more}&q=fred") for more in (-1, 0, 5)] == [[], [slug], [slug]]


@pytest.mark.row("X-9", "FAL-3")
def test_the_state_that_one_filters_by_is_that_of_the_day(world, monkeypatch):
    slug = world.publication.slug
    assert found("?lage=to-do") == [slug]
    day = world.today.replace(year=world.today.year + 1, month=3, day=1)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: day)
    assert found("?lage=to-do") == [] and found("?lage=not-reported") == [slug]
    assert "Ej redovisat" in Client().get(LIST).content.decode()


@pytest.mark.row("X-9")
@pytest.mark.parametrize(
    "query",
    ["?q=%00", f"?q={'a' * 5000}", "?ar=99999999999999999999", "?ar=x", "?lage=x", "?fore=-1", "?fore=9" + "9" * 60,
     "?kommun=%27%22", "?omrade=" + "a" * 400, "?tema=finns-inte", "?q=%25_%5C"],
)  # fmt: skip
def test_an_address_that_makes_no_sense_breaks_nothing(world, query):
    for name in ("public_promises", "public_json"):
        assert Client().get(reverse(f"agreements:{name}") + query).status_code == 200


@pytest.mark.row("X-9")
def test_the_list_goes_on_a_page_at_a_time_and_keeps_what_one_asked(world, monkeypatch):
    monkeypatch.setattr(listing, "PAGE", 2)
    slugs = [world.publication.slug, *(publishing.another(world, f"Löfte {n}") for n in range(4))][::-1]
    seen, query = [], "?q=polis"
    while query:
        page = Client().get(f"{LIST}{query}").content.decode()
        seen += re.findall(r'<h3><a href="/loften/([\w-]+)/">', page)
        more = re.search(r'href="/loften/(\?[^"]+)" rel="next"', page)
        query = more[1].replace("&amp;", "&") if more else ""
        assert not query or "q=polis" in query
    assert seen == slugs
    told, url = [], reverse("agreements:public_json")
    while url:
        answer = Client().get(url).json()
        told += [row["id"] for row in answer["promises"]]
        url = answer["next"] and answer["next"].removeprefix(settings.SITE_URL)
    assert [urlsplit(one).path.split("/")[2] for one in told] == slugs


@pytest.mark.row("X-9")
@pytest.mark.parametrize("name", ["public_promises", "public_json", "public_feed", "public_csv", "sitemap"])
def test_it_asks_as_much_of_the_database_for_one_promise_as_for_many(world, name):
    def asked():
        with CaptureQueriesContext(connection) as count:
            answer = Client().get(reverse(f"agreements:{name}"), {"q": "polis"})
            assert answer.status_code == 200
            if answer.streaming:
                b"".join(answer)
        return len(count)

    one = asked()
    for number in range(6):
        publishing.another(world, f"Löfte {number}", themes=(f"Tema {number}",))
    assert asked() == one <= 7


def _is_kept(url):
    """All that comes of the promises; what else is public is kept for a minute or not at all."""
    return (url.startswith("/loften/") and "original" not in url) or url in map(reverse, KEPT)


KEPT = ("agreements:data", "agreements:dcat", "agreements:sitemap")


@pytest.mark.row("X-9")
def test_what_is_unchanged_costs_two_queries_at_most_and_what_is_new_is_fetched(world):
    publishing.account(world)
    for url in filter(_is_kept, publishing.public_pages()):
        first = Client().get(url)
        assert first.status_code == 200, url
        with CaptureQueriesContext(connection) as asked:
            again = Client().get(url, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b""), url
        assert len(asked) <= 2, url
        assert Client().head(url).status_code == 200
    kept = {url: Client().get(url)["ETag"] for url in (LIST, reverse("agreements:public_feed"))}
    publishing.another(world, "Ett nytt löfte")
    for url, tag in kept.items():
        assert Client().get(url, headers={"If-None-Match": tag}).status_code == 200, url


@pytest.mark.row("X-9")
def test_a_new_day_and_a_new_release_are_fetched_anew(world, monkeypatch):
    url = reverse("agreements:public_promise", args=[world.publication.slug])
    tag = Client().get(url)["ETag"]
    monkeypatch.setattr(caching, "looks", lambda: "another release")
    assert Client().get(url, headers={"If-None-Match": tag}).status_code == 200
    monkeypatch.undo()
    assert Client().get(url, headers={"If-None-Match": tag}).status_code == 304
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: world.today + timedelta(days=1))
    assert Client().get(url, headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.row("FAL-10", page="/loften/<löfte>/")
@pytest.mark.parametrize("ends", ["2028-12-31", ""])
def test_a_promise_and_the_one_it_follows_on_lead_to_each_other(world, ends):
    """Also where the later one holds until further notice."""

    def told(slug):
        page = Client().get(reverse("agreements:public_promise", args=[slug])).content.decode()
        return re.findall(
            r'Löftet (bygger vidare på|fortsätter som) <a href="([^"]+)">([^<]+)</a>', page
        ), page

    first = world.publication
    assert told(first.slug)[0] == []
    period = {"from": "2028-01-01", "to": ends}
    later = publishing.another(world, "Torget igen", follows=world.promise, period=period)
    there, back = (reverse("agreements:public_promise", args=[slug]) for slug in (later, first.slug))
    assert told(first.slug)[0] == [("fortsätter som", there, "Torget igen")]
    links, page = told(later)
    assert links == [("bygger vidare på", back, world.promise.title)]
    assert ("Från 1 januari 2028 tills vidare" in page) is (not ends)


@pytest.mark.row("FAL-10", page="/loften/<löfte>/")
def test_a_promise_that_is_published_after_its_successor_is_found_by_it(world):
    old = publishing.promised(world, "Torget förr")
    later = publishing.another(world, "Torget nu", follows=old)
    url = reverse("agreements:public_promise", args=[later])
    tag = Client().get(url)["ETag"]
    assert "bygger vidare på" not in Client().get(url).content.decode()
    first = publishing.another(world, "Torget förr", promise=old)
    shown = Client().get(url, headers={"If-None-Match": tag})
    back = reverse("agreements:public_promise", args=[first])
    assert f'Löftet bygger vidare på <a href="{back}">Torget förr</a>' in shown.content.decode()
    assert "Löftet fortsätter som" in Client().get(back).content.decode()


@pytest.mark.row("OVE-3", page="/loften/<löfte>/")
def test_the_page_names_the_sealed_agreement_that_the_promise_is_an_appendix_to(world):
    shown = Client().get(reverse("agreements:public_promise", args=[world.publication.slug])).content.decode()
    said = document.rests_on(json.loads(world.sent.content))
    assert "Det är en bilaga till den (version 1, förseglad" in said and said in shown


@pytest.mark.row("X-9")
def test_whoever_is_logged_in_reads_the_same_page_which_no_cache_keeps(world):
    staff = Client()
    staff.force_login(world.cast.officer)
    for url in (LIST, reverse("agreements:public_promise", args=[world.publication.slug])):
        own, anyones = staff.get(url), Client().get(url)
        assert own.content == anyones.content
        assert "public" in anyones["Cache-Control"] and "public" not in own["Cache-Control"]


@pytest.mark.row("X-9")
def test_the_sites_root_leads_whoever_was_never_here_to_what_is_public(world):
    assert Client().get("/").url == LIST
    assert "Logga in för medarbetare" in Client().get(LIST).content.decode()


@pytest.mark.row("X-9")
def test_a_promise_may_stand_on_other_sites_and_no_other_page_may(world):
    slug = world.publication.slug
    embed = Client().get(reverse("agreements:public_embed", args=[slug]))
    assert "frame-ancestors https:" in embed["Content-Security-Policy"] and "X-Frame-Options" not in embed
    assert "default-src 'none'" in embed["Content-Security-Policy"]
    assert len(embed.content) < 6000 and world.promise.title in embed.content.decode()
    page = Client().get(reverse("agreements:public_promise", args=[slug]))
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"] and page["X-Frame-Options"] == "DENY"
    assert f'&lt;iframe src="{settings.SITE_URL}/loften/{slug}/badda-in/"' in page.content.decode()


@pytest.mark.row("X-9")
def test_what_the_police_promise_alone_says_so(world):
    slug = publishing.another(
        world, "Polisens eget", parties=[{"name": "Polismyndigheten", "kind": "police"}]
    )
    told = Client().get(reverse("agreements:public_promise", args=[slug])).content.decode()
    assert "Det här lovar polisen ensam" in told
    assert (
        "polisen ensam"
        not in Client()
        .get(reverse("agreements:public_promise", args=[world.publication.slug]))
        .content.decode()
    )


@pytest.mark.row("X-9", "LOF-8")
def test_one_promise_as_data_is_what_was_signed_and_accounted_for_and_nothing_else(world):
    made = publishing.account(world)
    told = Client().get(reverse("agreements:public_promise_json", args=[world.publication.slug])).json()
    assert told["promise"] == json.loads(world.sent.content)
    assert told["account"] == json.loads(made.content)
    assert {row["state"] for row in told["states"]} == {"Kvar att göra"}
    assert told["state_on"] == world.today.isoformat()


@pytest.mark.row("X-9")
def test_the_sheet_has_a_line_for_each_promise_and_no_formula(world):
    publishing.another(world, "=1+1")
    answer = Client().get(reverse("agreements:public_csv"))
    lines = b"".join(answer).decode().splitlines()
    assert len(lines) == 3 and lines[0].startswith("address,title")
    assert "'=1+1" in lines[1] and ",=1+1" not in lines[1]


def test_the_index_is_small_beside_what_it_finds(world):
    page = PublicPage.objects.get()
    words = page.words.split()
    assert len(words) == len(set(words)) and "polisen" in words
    assert 1 <= PublicSpan.objects.count() <= 12
