"""What citizens said: nothing is dropped, altered or without a state; personal data are pointed out and masked."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from dialogs.models import View
from dialogs.papers import themes
from dialogs.said import actions as said_actions
from dialogs.said.queries import commonest
from processes import actions
from processes.pages import links
from processes.writing import Refused
from tests import situations
from tests.forms import typed
from tests.world import World, sorted_as, word

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases, pytest.mark.slow]
PHONE = "070-174 06 05"


@pytest.fixture
def world(client):
    world = situations.new_round()
    world.dialog = world.create("citizen_dialog", title="Torgmöte")
    world.step = world.method["citizen_dialog"]
    world.section = world.step.section("synpunkter")
    client.force_login(world.cast.coordinator)
    return world


def said(world, text="Det är mörkt.", **more):
    return world.add("dialogs.View", world.dialog, text=text, **more)


def at(world, name, *more):
    return links.at(name, world.round.pk, world.step, world.dialog.pk, *more)


@pytest.mark.row("LAG-9")
def test_personal_data_are_pointed_out_before_they_are_saved_and_one_press_more_saves(world, client):
    url = at(world, "add_row", "synpunkter")
    first = client.post(url, typed(client.get(url), text=f"Ring {PHONE}", place="Torget"))
    page = first.content.decode()
    assert first.status_code == 422 and "Texten ser ut att innehålla ett telefonnummer" in page
    assert PHONE in page and not View.objects.exists()  # nothing typed is lost
    assert client.post(url, typed(first, sedd="on")).status_code == 302
    assert View.objects.get().text == f"Ring {PHONE}"
    assert client.post(url, typed(client.get(url), text="Inget särskilt 2027")).status_code == 302


@pytest.mark.row("LAG-9")
def test_personal_data_are_masked_where_views_are_shown(world, client):
    said(world, f"Ring Eva på {PHONE}", place="eva@example.org")
    for url in (at(world, "subject"), f"/processer/{world.round.pk}/synpunkter/"):
        for person in (world.cast.coordinator, world.cast.analyst, world.cast.partner):
            client.force_login(person)
            page = client.get(url).content.decode()
            assert "telefonnummer dolt" in page and PHONE not in page and "eva@example" not in page
    client.force_login(world.cast.coordinator)
    timeline = client.get(f"/processer/{world.round.pk}/tidslinje/").content.decode()
    assert PHONE not in timeline


@pytest.mark.row("LAG-10")
def test_a_view_is_never_taken_away_nor_its_words_altered(world, client):
    view = said(world)
    common = {
        "by": world.cast.coordinator,
        "round_": world.round,
        "step": world.step,
        "section": world.section,
    }
    with pytest.raises(Refused, match="aldrig bort"):
        actions.remove(subject_id=world.dialog.pk, obj=view, **common)
    url = at(world, "remove_row", "synpunkter", view.pk)
    assert client.post(url, {"nyckel": "x"}).status_code == 409
    world.edit(view, text="Något helt annat", place="Torget")
    view.refresh_from_db()
    assert (view.text, view.place) == ("Det är mörkt.", "Torget")


@pytest.mark.row("LAG-10")
def test_that_it_was_routed_out_is_an_act_and_no_choice(world, client):
    view = said(world)
    url = at(world, "edit_row", "synpunkter", view.pk)
    page = client.get(url)
    assert "Lämnad som anmälan" not in page.content.decode()
    assert client.post(url, typed(page, outcome="routed")).status_code == 422
    View.objects.update(outcome="routed")
    page = client.get(url)
    assert client.post(url, typed(page, place="Torget")).status_code == 302
    view.refresh_from_db()
    assert (view.outcome, view.place) == ("routed", "Torget")


@pytest.mark.row("DIA-12")
def test_what_one_view_stands_for_is_sorted_as_it_is(world):
    head, like, other = said(world), said(world, "Becksvart."), said(world, "Bra parkering.")
    View.objects.filter(pk=like.pk).update(merged_under=head)
    world.edit(head, **sorted_as("Torget", "ordinary"))
    like.refresh_from_db()
    other.refresh_from_db()
    assert (like.place, like.outcome, like.theme) == (
        "Torget",
        "ordinary",
        head.__class__.objects.get(pk=head.pk).theme,
    )
    assert like.text == "Becksvart." and other.outcome == ""
    assert like.history.first().history_user == world.cast.officer
    assert like.version == 2


# --- The evening after the meeting ---


def url(name, world, *more):
    return reverse(f"dialogs:{name}", args=[world.round.pk, *more])


@pytest.mark.row("DIA-13")
def test_views_are_written_in_one_after_the_other_and_what_went_before_is_remembered(world, client):
    world.edit(world.dialog, held_on=world.today)
    here = url("write_views", world, world.dialog.pk)
    page = client.get(here)
    theme, worry = word("theme", "Otrygg plats"), word("worry", "Rädsla för brott")
    sent = client.post(here, typed(page, text="Mörkt.", theme=theme.pk, place="Torget", worry=worry.pk))
    assert sent.status_code == 302
    page = client.get(sent.url)
    assert {name: page.context["form"].initial.get(name) for name in ("theme", "place", "worry")} == {
        "theme": theme.pk, "place": "Torget", "worry": worry.pk,
    }  # fmt: skip
    assert "autofocus" in page.context["form"]["text"].as_widget()
    client.post(here, typed(page, text="Kallt."))
    first, second = View.objects.order_by("pk")
    assert (second.theme, second.place, second.worry, second.received_on) == (
        theme,
        "Torget",
        worry,
        world.today,
    )
    shown = client.get(here).content.decode()
    assert "Inskrivet: 2" in shown and shown.index("Kallt.") < shown.index("Mörkt.")
    assert first.history.get().history_user == world.cast.coordinator


@pytest.mark.row("DIA-13")
def test_the_same_view_sent_twice_is_written_once_and_an_empty_one_not_at_all(world, client):
    here = url("write_views", world, world.dialog.pk)
    form = typed(client.get(here), text="Mörkt.", nyckel="a" * 32)
    assert [client.post(here, form).status_code for _ in range(3)] == [302] * 3
    assert View.objects.count() == 1
    assert client.post(here, typed(client.get(here), text="  ")).status_code == 422
    assert View.objects.count() == 1


@pytest.mark.row("LAG-9")
def test_personal_data_are_pointed_out_here_too(world, client):
    here = url("write_views", world, world.dialog.pk)
    first = client.post(here, typed(client.get(here), text=f"Ring {PHONE}"))
    assert first.status_code == 422 and not View.objects.exists()
    assert client.post(here, typed(first, sedd="on")).status_code == 302


@pytest.mark.row("LAG-10")
def test_a_slip_of_the_pen_is_put_right_the_same_day_by_whoever_wrote_it(world, client):
    here = url("write_views", world, world.dialog.pk)
    client.post(here, typed(client.get(here), text="Mörtk."))
    view = View.objects.get()
    mend = url("put_view_right", world, view.pk)
    assert mend in client.get(here).content.decode()
    client.force_login(world.cast.officer)
    refused = client.post(mend, {"text": "Något annat", "version": view.version})
    assert refused.status_code == 403 and "Bara den som skrev in" in refused.content.decode()
    assert mend not in client.get(here).content.decode()
    client.force_login(world.cast.coordinator)
    assert client.post(mend, typed(client.get(mend), text="Mörkt.")).status_code == 302
    view.refresh_from_db()
    assert view.text == "Mörkt." and [line.text for line in view.history.order_by("pk")] == [
        "Mörtk.",
        "Mörkt.",
    ]
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        client.force_login(world.cast.coordinator)
        assert client.get(mend).status_code == 403


# --- The workbench ---


def put(world, *texts, **more):
    return [said(world, text, **more) for text in texts]


def ticked(client, world, name, *views, **more):
    return client.post(url(name, world), {"rad": [view.pk for view in views], "nyckel": uuid4().hex, **more})


@pytest.mark.row("DIA-12")
def test_views_are_found_by_what_they_are_about(world, client):
    dark, cold, good = put(world, "Mörkt vid tunneln", "Kallt på bussen", "Bra parkering")
    world.edit(dark, **sorted_as("Tunneln", "ordinary"))
    world.edit(cold, place="tunneln")
    other = world.create("citizen_dialog", title="Vandring")
    late = world.add("dialogs.View", other, text="Glas på marken")
    theme = word("theme", "Otrygg plats").pk

    def found(**asked):
        return {row["id"] for row in client.get(url("views", world), asked).context["rows"]}

    assert found() == {dark.pk, cold.pk, good.pk, late.pk}
    assert found(q="TUNNEL") == {dark.pk, cold.pk}
    assert found(place="TUNNELN") == {dark.pk, cold.pk}
    assert found(theme=theme) == {dark.pk} and found(theme="utan") == {cold.pk, good.pk, late.pk}
    assert found(dialog=other.pk) == {late.pk}
    assert found(outcome="ordinary") == {dark.pk} and found(outcome="ingen") == {cold.pk, good.pk, late.pk}
    assert found(unsorted="1") == {cold.pk, good.pk, late.pk}
    assert found(theme=theme, outcome="ingen") == set()
    assert found(theme="x", fore="%00", dialog="9" * 30, grupp="z") == {dark.pk, cold.pk, good.pk, late.pk}


@pytest.mark.row("DIA-12")
def test_how_many_nobody_has_seen_to_is_always_in_sight_with_the_way_to_them(world, client):
    dark, _ = put(world, "Mörkt", "Kallt")
    world.edit(dark, **sorted_as("Tunneln", "ordinary"))
    page = client.get(url("views", world), {"q": "inget"})
    told = {item["label"]: item for item in page.context["numbers"]}
    assert told["synpunkter"]["number"] == 2 and told["ej omhändertagna"]["number"] == 1
    assert (
        client.get(url("views", world) + told["ej omhändertagna"]["url"]).context["rows"][0]["text"]
        == "Kallt"
    )


@pytest.mark.row("DIA-12")
def test_many_are_sorted_at_once_and_what_was_left_blank_stays(world, client):
    dark, cold, good = put(world, "Mörkt", "Kallt", "Bra")
    world.edit(cold, place="Torget")
    theme = word("theme", "Otrygg plats")
    page = ticked(client, world, "sort_views", dark, cold, theme=theme.pk, outcome="ordinary")
    assert page.status_code == 302
    for view in (dark, cold, good):
        view.refresh_from_db()
    assert [(v.theme, v.outcome, v.place) for v in (dark, cold, good)] == [
        (theme, "ordinary", ""), (theme, "ordinary", "Torget"), (None, "", ""),
    ]  # fmt: skip
    assert dark.history.first().history_user == world.cast.coordinator and dark.version == 2
    for more in ({}, {"theme": "0"}, {"outcome": "routed"}):
        ticked(client, world, "sort_views", good, **more)
        good.refresh_from_db()
        assert (good.version, good.outcome) == (1, "")
    refused = ticked(client, world, "sort_views", theme=theme.pk)
    assert refused.status_code == 409 and url("views", world) in refused.content.decode()


@pytest.mark.row("LAG-10")
def test_likes_are_gathered_under_one_with_their_words_kept_and_come_apart_again(world, client):
    dark, black, gloom, good = put(world, "Mörkt", "Becksvart", "Dunkelt", "Bra")
    world.edit(dark, **sorted_as("Tunneln", "ordinary"))
    asked = ticked(client, world, "merge_views", dark, black, gloom)
    assert asked.status_code == 200 and "Becksvart" in asked.content.decode()
    done = client.post(url("merge_views", world), typed(asked, valj="1", head=dark.pk) | {
        "rad": [dark.pk, black.pk, gloom.pk]})  # fmt: skip
    assert done.status_code == 302
    page = client.get(url("views", world))
    assert {row["id"]: row["likes"] for row in page.context["rows"]} == {dark.pk: 2, good.pk: 0}
    assert {item["label"]: item["number"] for item in page.context["numbers"]}["synpunkter"] == 4
    black.refresh_from_db()
    assert (black.text, black.outcome, black.merged_under) == ("Becksvart", "ordinary", dark)
    shown = client.get(url("view", world, dark.pk)).content.decode()
    assert "Becksvart" in shown and "Dunkelt" in shown
    client.post(url("part_view", world, black.pk), {"nyckel": "p"})
    black.refresh_from_db()
    assert black.merged_under is None
    assert {row["id"] for row in client.get(url("views", world)).context["rows"]} == {
        dark.pk,
        black.pk,
        good.pk,
    }
    grouped = client.get(url("views", world), {"grupp": "place"}).context["groups"]["rows"]
    assert {row["label"]: row["number"] for row in grouped} == {"Tunneln": 3, "Inte angivet": 1}


def test_one_that_stands_for_others_brings_them_along_under_another(world, client):
    views = put(world, "A", "B", "C")
    common = {"by": world.cast.coordinator, "round_": world.round}
    said_actions.merge(head=views[0].pk, keys=[views[1].pk], **common)
    said_actions.merge(head=views[2].pk, keys=[views[0].pk], **common)
    assert list(View.objects.filter(merged_under=views[2]).order_by("pk")) == views[:2]
    said_actions.merge(head=views[1].pk, keys=[views[2].pk], **common)
    assert set(View.objects.filter(merged_under=views[1])) == {views[0], views[2]}
    assert View.objects.filter(merged_under__merged_under__isnull=False).count() == 0
    with pytest.raises(Refused, match="minst två"):
        said_actions.merge(head=views[0].pk, keys=[], **common)


@pytest.mark.row("LAG-10")
def test_what_is_really_a_report_is_routed_out_kept_and_no_longer_shown(world, client):
    report, _ = put(world, "Jag såg vem som slog honom", "Bra parkering", problem=None)
    asked = ticked(client, world, "route_views", report)
    assert "114 14" in asked.content.decode()
    refused = client.post(url("route_views", world), typed(asked, to="") | {"rad": [report.pk]})
    assert refused.status_code == 422
    form = typed(asked, route="report", to="Polisen 114 14") | {"rad": [report.pk]}
    assert client.post(url("route_views", world), form).status_code == 302
    report.refresh_from_db()
    assert (report.state, report.routed_to, report.routed_by) == (
        "Lämnad som anmälan", "Polisen 114 14", world.cast.coordinator,
    )  # fmt: skip
    assert report.text == "Jag såg vem som slog honom" and report.routed_at
    paths = [
        url("views", world), at(world, "subject"), url("view", world, report.pk), url("views", world) + "?q=slog",
        f"/processer/{world.round.pk}/fil/", url("write_views", world, world.dialog.pk),
        url("views_file", world, "csv"),
    ]  # fmt: skip
    for path in paths:
        page = client.get(path)
        assert page.status_code == 200 and "slog honom" not in page.content.decode(), path
    assert world.facts().get("dialogs.CitizenDialog", world.dialog.pk).views_unsorted == 1
    shown = client.get(url("view", world, report.pk)).content.decode()
    assert "Polisanmälan – till Polisen 114 14" in shown and world.cast.coordinator.name in shown
    assert "slog honom" in client.get(url("view", world, report.pk) + "?original=1").content.decode()
    client.force_login(world.cast.analyst)
    assert client.get(url("view", world, report.pk) + "?original=1").status_code == 403
    client.force_login(world.cast.coordinator)
    client.post(url("take_view_back", world, report.pk), {"nyckel": "t"})
    report.refresh_from_db()
    assert (report.outcome, report.routed_to, report.routed_at) == ("", "", None)


@pytest.mark.row("FAL-12")
def test_small_groups_are_told_inside_and_not_in_what_leaves_the_room(world, client):
    View.objects.bulk_create(View(dialog=world.dialog, text="x", place="Torget") for _ in range(6))
    View.objects.bulk_create(View(dialog=world.dialog, text="x", place="Ågatan 3") for _ in range(4))
    View.objects.bulk_create(View(dialog=world.dialog, text="x", place="Åvägen") for _ in range(9))
    inside = client.get(url("views", world), {"grupp": "place"}).context["groups"]["rows"]
    assert [(row["label"], row["number"]) for row in inside] == [
        ("Åvägen", 9),
        ("Torget", 6),
        ("Ågatan 3", 4),
    ]
    text = client.get(url("views_file", world, "csv"), {"grupp": "place"}).content.decode()
    assert "Åvägen;9" in text and "Torget;Visas inte" in text and "Ågatan 3;Visas inte" in text


def test_only_those_who_work_with_views_do_so(world):
    common = {"by": world.cast.analyst, "round_": world.round}
    (view,) = put(world, "Mörkt")
    for act in (
        lambda: said_actions.sort(keys=[view.pk], values={}, **common),
        lambda: said_actions.merge(head=view.pk, keys=[view.pk], **common),
        lambda: said_actions.route_out(keys=[view.pk], route="report", to="114 14", **common),
        lambda: said_actions.part(key=view.pk, **common),
        lambda: said_actions.take_back(key=view.pk, **common),
    ):
        with pytest.raises(Refused, match="Bara"):
            act()
    elsewhere = World("berg")
    with pytest.raises(Refused, match="minst en"):
        said_actions.sort(by=elsewhere.cast.officer, round_=elsewhere.round, keys=[view.pk], values={})


@pytest.mark.row("FAL-12")
def test_of_few_views_about_a_theme_no_figure_leaves_the_room(world):
    many, few = word("theme", "Trafik"), word("theme", "Våld i nära relation")
    put(world, *(f"Bilarna kör för fort {n}" for n in range(5)), theme=many)
    put(world, *(f"Det är svårt hemma {n}" for n in range(4)), theme=few)
    assert themes(world.round.pk) == [("Trafik", 5)]


@pytest.mark.row("DIA-14")
def test_beside_a_problem_stands_what_its_views_are_most_about_and_where(world):
    problem = world.add("processes.Problem", title="Torget")
    dark = sorted_as("Torget", "focus") | {"problem": problem}
    put(world, *(f"Mörkt {n}" for n in range(5)), **dark)
    put(world, "Kallt", problem=problem)
    put(world, *(f"Bra parkering {n}" for n in range(5)), **sorted_as("Hamnen", "ordinary"))
    assert commonest(world.round) == {problem.pk: "Otrygg plats 5 · Torget 5"}


@pytest.mark.row("FAL-12")
def test_of_few_views_about_a_problem_neither_theme_nor_place_is_told(world):
    problem = world.add("processes.Problem", title="Torget")
    put(world, *(f"Mörkt {n}" for n in range(4)), **sorted_as("Torget", "focus") | {"problem": problem})
    assert commonest(world.round) == {}


# --- What the sender is to know ---


@pytest.mark.row("DIA-12")
def test_why_or_to_whom_is_asked_where_the_outcome_is_chosen(world, client):
    page = client.get(at(world, "edit_row", "synpunkter", said(world).pk)).content.decode()
    assert "Vad ska den som sa det få veta?" in page
    bench = client.get(url("views", world)).content.decode()
    assert "Vad ska den som sa det få veta?" in bench and "till vem det lämnas" in bench


@pytest.mark.row("DIA-12")
def test_many_get_the_same_words_with_their_outcome_and_another_outcome_drops_them(world, client):
    views = put(world, "Höj straffen", "Sänk skatten")
    form = {"rad": [view.pk for view in views], "outcome": "beyond", "outcome_words": "Riksdagen bestämmer."}
    assert client.post(url("sort_views", world), form).status_code == 302
    assert set(View.objects.values_list("outcome", "outcome_words")) == {("beyond", "Riksdagen bestämmer.")}
    assert "Riksdagen bestämmer." in client.get(url("views", world)).content.decode()
    keys = [view.pk for view in views]
    common = {"by": world.cast.coordinator, "round_": world.round}
    said_actions.sort(keys=keys[:1], values={"outcome": "focus"}, **common)
    world.edit(View.objects.get(pk=keys[1]), outcome="")
    assert set(View.objects.values_list("outcome_words", flat=True)) == {""}


def test_words_without_an_outcome_are_refused_and_not_lost(world, client):
    (view,) = put(world, "Höj straffen")
    answer = client.post(
        url("sort_views", world), {"rad": [view.pk], "outcome_words": "Riksdagen."}, follow=True
    )
    assert "Välj också vad det blev." in answer.content.decode() and "Riksdagen." in answer.content.decode()
    view.refresh_from_db()
    assert view.outcome_words == ""


def test_the_words_go_along_to_those_a_view_stands_for_and_away_when_it_is_routed_out(world):
    head, like = put(world, "Höj straffen", "Strängare straff")
    world.edit(head, outcome="beyond", outcome_words="Riksdagen.")
    common = {"by": world.cast.coordinator, "round_": world.round}
    said_actions.merge(head=head.pk, keys=[like.pk], **common)
    like.refresh_from_db()
    assert like.outcome_words == "Riksdagen."
    said_actions.part(key=like.pk, **common)
    said_actions.route_out(keys=[like.pk], route="other", to="Polisen 114 14", **common)
    like.refresh_from_db()
    assert (like.outcome, like.outcome_words) == ("routed", "")
