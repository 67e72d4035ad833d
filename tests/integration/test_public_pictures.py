"""Pictures of what was done, for citizens: of the published account alone, and no longer than they are there."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agreements.implementation import actions
from agreements.models import LogPicture, PublicPage
from agreements.publication import index
from agreements.verifying import checking
from processes.writing import Refused, erase
from tests import fieldwork, pictures, publishing, situations
from tests.publishing import act, draft

pytestmark = [pytest.mark.django_db, pytest.mark.row("ATE-2", "X-9")]
ALT = "Två nya lampor vid väntkuren"


@pytest.fixture
def world():
    return situations.published_promise()


def page(world, name="public_promise", *more):
    return Client().get(reverse(f"agreements:{name}", args=[world.publication.slug, *more]))


def address(world, picture, slug=""):
    return reverse("agreements:public_picture", args=[slug or world.publication.slug, picture.sha256])


def sources(answer):
    return re.findall(r'<img src="([^"]+)"', answer.content.decode())


def test_a_picture_for_everyone_is_seen_with_its_words_when_the_account_is_published(world):
    picture = fieldwork.noted(world, ALT, public=True)
    assert sources(page(world)) == [] and Client().get(address(world, picture)).status_code == 404
    publishing.account(world)
    shown = page(world)
    assert sources(shown) == [address(world, picture)]
    tag = re.search(r"<img [^>]+>", shown.content.decode())[0]
    for part in (f'alt="{ALT}"', 'width="24"', 'height="16"', 'loading="lazy"'):
        assert part in tag
    answer = Client().get(address(world, picture))
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert answer["ETag"] == f'"{picture.sha256}"' and "public" in answer["Cache-Control"]
    assert answer["Content-Security-Policy"] == "sandbox" and answer["X-Content-Type-Options"] == "nosniff"
    assert not answer.cookies and not pictures.opened(answer.content).getexif()
    again = Client().get(address(world, picture), headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304


def test_what_is_not_marked_for_everyone_or_not_published_is_nobodys(world):
    own = fieldwork.noted(world, "Bara för oss")
    assert "Bara för oss" not in publishing.account(world).content
    late = fieldwork.noted(world, ALT, public=True, width=30)
    said = page(world).content.decode() + page(world, "public_promise_json").content.decode()
    assert "Bara för oss" not in said and ALT not in said
    for picture in (own, late):
        assert Client().get(address(world, picture)).status_code == 404
    other = publishing.another(world, "Ett annat löfte")
    publishing.account(world)
    assert Client().get(address(world, late)).status_code == 200
    assert Client().get(address(world, late, other)).status_code == 404


def taken_back(world, picture):
    actions.remove_picture(by=world.cast.officer, round_=world.round, picture=picture)


def undone(world, picture):
    actions.undo(by=world.cast.employee, round_=world.round, log=picture.log)


def row_removed(world, picture):
    erase(picture.log, by=world.cast.officer, round_=world.round)


@pytest.mark.parametrize("gone", [taken_back, undone, row_removed])
def test_a_picture_that_is_taken_back_is_gone_everywhere_at_once(
    world, gone, django_capture_on_commit_callbacks
):
    picture, left = (
        fieldwork.noted(world, alt, public=True, width=w) for alt, w in ((ALT, 24), ("En lampa", 30))
    )
    publishing.account(world)
    fresh = {name: page(world, name)["ETag"] for name in ("public_promise", "public_promise_json")}
    name, url, tag = picture.file.name, address(world, picture), f'"{picture.sha256}"'
    with django_capture_on_commit_callbacks(execute=True):
        gone(world, picture)
    assert Client().get(url, headers={"If-None-Match": tag}).status_code == 404
    assert not LogPicture.file.field.storage.exists(name)
    for name, before in fresh.items():
        answer = Client().get(
            reverse(f"agreements:{name}", args=[world.publication.slug]), headers={"If-None-Match": before}
        )
        assert answer.status_code == 200 and ALT not in answer.content.decode(), name
        assert picture.sha256 not in answer.content.decode() and "En lampa" in answer.content.decode(), name
    assert sources(page(world, "public_account", 1)) == [address(world, left)]
    assert index.rebuild() and sources(page(world)) == [address(world, left)]
    assert "kuren" not in PublicPage.objects.get().words  # nor is it found by its words
    assert list(checking.faults()) == []
    assert draft(world).is_new  # and whoever publishes is told


def test_the_words_of_a_picture_are_read_for_personal_data_and_its_fingerprint_is_not(world):
    picture = fieldwork.noted(world, ALT, public=True)
    LogPicture.objects.filter(pk=picture.pk).update(sha256="9001010017" + "a" * 54)
    act(world, "clear", world.cast.officer)
    LogPicture.objects.filter(pk=picture.pk).update(alt="Kalle 900101-0017")
    with pytest.raises(Refused, match="personnummer"):
        act(world, "clear", world.cast.officer)


def test_whoever_publishes_sees_the_pictures_first_and_what_is_new(world, client):
    picture = fieldwork.noted(world, ALT, public=True)
    client.force_login(world.cast.communicator)
    seen = client.get(reverse("agreements:account", args=[world.round.pk, world.promise.pk]))
    assert sources(seen) == [reverse("agreements:log_picture", args=[world.round.pk, picture.pk])]
    assert f"<ins>Bild: {ALT}</ins>" in seen.content.decode()
    assert client.get(sources(seen)[0]).status_code == 200


def test_who_noted_it_is_told_that_everyone_sees_it(world, client):
    picture = fieldwork.noted(world, ALT, public=True)
    client.force_login(world.cast.employee)
    url = reverse("agreements:logged", args=[world.round.pk, picture.log_id])
    assert "kommer med när läget publiceras" in client.get(url).content.decode()
    publishing.account(world)
    assert "Visas på löftets offentliga sida" in client.get(url).content.decode()


def test_many_pictures_are_folded_and_cost_no_more_questions(world):
    def asked():
        with CaptureQueriesContext(connection) as count:
            shown = page(world)
        with CaptureQueriesContext(connection) as alone:
            assert Client().get(address(world, first)).status_code == 200
        return (len(count), len(alone)), len(sources(shown))

    first = fieldwork.noted(world, public=True)
    publishing.account(world)
    few, one = asked()
    for width in range(25, 32):
        fieldwork.noted(world, public=True, width=width)
    publishing.account(world)
    many, eight = asked()
    assert (one, eight) == (1, 8) and many == few
    assert "Visa 6 till" in page(world).content.decode()
