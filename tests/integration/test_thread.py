"""Röda tråden as a page: what hangs loose and where it is mended, who sees what, and that size costs nothing."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agreements.models import ActivityLog, FollowUp, Outcome
from dialogs.models import CitizenDialog, Proposal, View
from medborgarloften.portal.thread import rules
from processes.models import Activity, Cause, Feedback, FocusArea, Goal, Problem, ProblemAnalysis
from tests.forms import typed
from tests.situations import new_round, planned_round, published_promise
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.row("FAL-4")]


def url(world: World, part: str = "") -> str:
    return reverse("portal:thread", args=[world.round.pk]) + (f"?visa={part}" if part else "")


@pytest.fixture
def world(client):
    made = planned_round()
    client.force_login(made.cast.officer)
    return made


def unravel(world: World) -> None:
    """Let the thread hang loose in every way there is, straight in the tables."""
    day, yesterday = world.today - timedelta(days=20), world.today - timedelta(days=1)
    dialog = CitizenDialog.objects.create(title="Torgmötet", held_on=day)
    dialog.processes.add(world.round)
    problem = Problem.objects.create(process=world.round, title="Klotter i tunneln")
    View.objects.create(dialog=dialog, text="Alltid nytt klotter.", problem=problem, outcome="focus")
    chosen = {"process": world.round, "becomes_promise": True}
    FocusArea.objects.create(title="Området utan analys", **chosen)
    bare = FocusArea.objects.create(title="Området utan orsak", problem=problem, **chosen)
    ProblemAnalysis.objects.create(focus_area=bare, what="Inget är förklarat")
    Problem.objects.create(process=world.round, title="Mopeder på gångvägen")
    View.objects.create(dialog=dialog, text="Mopeder.", problem=Problem.objects.last())
    Cause.objects.create(analysis=world.analysis, text="Orsaken ingen tog", horizon="near")
    own = {"process": world.round, "focus_area": world.focus_area}
    Activity.objects.create(what="Göra något", period_start=day, period_end=yesterday, **own)
    Goal.objects.create(text="Målet ur tomma intet", due_on=yesterday, **own)
    ActivityLog.objects.create(process=world.round, activity=world.activities[0], done_on=world.today)


def ends(page: Any) -> dict[str, dict[str, Any]]:
    """The kinds of loose ends on the page, by what they say."""
    loose = page.context["loose"]
    return {end["text"]: end for end in [*loose["near"], *loose["rest"]]} if loose else {}


def places(end: dict[str, Any]) -> list[dict[str, Any]]:
    return [*end["places"], *end["more"]]


# Loose ends


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.key)
def test_each_loose_end_leads_who_can_mend_it_to_the_very_field(world, client, rule):
    unravel(world)
    page = client.get(url(world))
    end = ends(page)[rule.text]
    assert end["why"] == rule.why and end["count"] == len(places(end))
    for place in places(end):
        assert place["mine"] and place["name"]
        form = client.get(place["url"])
        assert form.status_code == 200, place
        (field,) = parse_qs(urlsplit(place["url"]).query)["falt"]
        assert form.context["form"].fields[field].widget.attrs.get("autofocus"), place
        assert len(re.findall("autofocus", form.content.decode())) == 1


def test_the_form_of_a_new_row_begins_with_what_the_thread_lacked(world, client):
    unravel(world)
    cause = Cause.objects.get(text="Orsaken ingen tog")
    (place,) = places(ends(client.get(url(world)))[rules.UNMET.text])
    form = client.get(place["url"])
    assert form.context["form"].initial["cause"] == cause.pk
    client.post(place["url"], typed(form, what="Laga låset", target_kind="yes_no"))
    assert Activity.objects.get(what="Laga låset").cause == cause
    assert rules.UNMET.text not in ends(client.get(url(world)))


def test_a_new_focus_area_is_called_as_its_own_problem_or_not_at_all(world, client):
    """The form suggests the first problem that lacks one; the link may be about another."""
    first = Problem.objects.create(process=world.round, title="Först i kön")
    unravel(world)
    other = Problem.objects.get(title="Mopeder på gångvägen")
    (place,) = places(ends(client.get(url(world)))[rules.UNCHOSEN.text])
    form = client.get(place["url"]).context["form"]
    assert form.initial["problem"] == other.pk and not form.initial.get("title")
    assert client.get(place["url"].partition("&")[0]).context["form"].initial["title"] == first.title


def test_a_feedback_that_was_promised_and_not_given_is_mended_where_it_was_promised(world, client):
    dialog = CitizenDialog.objects.create(title="Torgmötet", held_on=world.today - timedelta(days=40))
    dialog.processes.add(world.round)
    owed = Feedback.objects.create(
        process=world.round,
        step="citizen_dialog",
        subject_model="dialogs.CitizenDialog",
        subject_id=dialog.pk,
        by=world.cast.officer,
        audiences=["citizens"],
        due_on=world.today - timedelta(days=1),
    )
    (place,) = places(ends(client.get(url(world)))[rules.UNTOLD.text])
    assert place["says"] == "40 dagar sedan dialogen"
    assert f"/aterkoppling/{owed.pk}/" in place["url"]
    assert "autofocus" in client.get(place["url"]).content.decode()
    Feedback.objects.update(due_on=world.today)
    assert rules.UNTOLD.text not in ends(client.get(url(world)))


def test_what_is_mended_hangs_loose_no_more(world, client):
    """A view becomes something by being tied to the problem it is about."""
    before = places(ends(client.get(url(world)))[rules.UNTIED.text])
    assert rules.UNVOICED.text in ends(client.get(url(world)))
    form = client.get(before[0]["url"])
    answer = client.post(before[0]["url"], typed(form, problem=world.problem.pk))
    assert answer.status_code == 302
    after = ends(client.get(url(world)))
    assert len(places(after[rules.UNTIED.text])) == len(before) - 1
    assert rules.UNVOICED.text not in after


def test_a_view_that_was_taken_care_of_otherwise_hangs_loose_for_nobody(world, client):
    View.objects.update(outcome="passed_on")
    assert rules.UNTIED.text not in ends(client.get(url(world)))


def test_whoever_cannot_mend_it_is_told_who_can_and_where_it_stands(world, client):
    unravel(world)
    client.force_login(world.cast.chief)
    for end in ends(client.get(url(world))).values():
        assert end["fixers"], end
        for place in places(end):
            assert not place["mine"]
            assert client.get(place["url"]).status_code == 200
    assert "Kan rättas av: Kommunpolis" in client.get(url(world)).content.decode()


def test_the_three_most_pressing_come_first_and_the_rest_is_folded(world, client):
    unravel(world)
    loose = client.get(url(world)).context["loose"]
    assert [end["text"] for end in loose["near"]] == [rule.text for rule in rules.RULES[:3]]
    assert loose["kinds"] == len(rules.RULES) and len(loose["rest"]) == len(rules.RULES) - 3


def test_what_was_turned_down_hangs_loose_for_nobody(world, client):
    unravel(world)
    FocusArea.objects.update(becomes_promise=False)
    View.objects.update(outcome="ordinary", problem=world.problem)
    CitizenDialog.objects.update(held_on=None)
    ActivityLog.objects.all().delete()
    Activity.objects.filter(focus_area=None).delete()
    assert ends(client.get(url(world))) == {}
    assert "Allt hänger ihop" in client.get(url(world)).content.decode()


# The picture and the list


@pytest.mark.slow
def test_a_click_goes_to_the_thing(world, client):
    unravel(world)
    page = client.get(url(world))
    for box in page.context["drawing"]["boxes"]:
        there = client.get(box["url"])
        assert there.status_code == 200, box
        title = box["name"].partition(": ")[2].partition(". ")[0]
        if not box["name"].startswith(("Genomfört", "Utfall", "Återkoppling", "Mätning")):
            assert title in there.content.decode(), box


def test_the_list_says_what_the_picture_shows(world, client):
    """Once the drawing is taken away, every thing and every mark is still on the page."""
    unravel(world)
    world.feedback("feedback", world.round, ["staff"])
    page = client.get(url(world))
    html = page.content.decode()
    listed = html[html.index('id="lista"') :]
    for box in page.context["drawing"]["boxes"]:
        kind, _, said = box["name"].partition(": ")
        assert f">{kind}</span>" in listed or kind == "Fokusområde", box
        assert said.partition(". ")[0] in listed, box
        if box["look"] == "loose":
            assert said.partition("Lös tråd: ")[2].partition(". Lös")[0] in listed


def test_each_box_has_a_name_that_says_what_it_is_and_what_it_lacks(world, client):
    unravel(world)
    names = [box["name"] for box in client.get(url(world)).context["drawing"]["boxes"]]
    assert "Orsak: Orsaken ingen tog. Nära. Lös tråd: " + rules.UNMET.text in names
    assert client.get(url(world)).content.decode().count('aria-label="') >= len(names)


def test_the_drawing_has_a_text_of_its_own_and_no_style(world, client):
    html = client.get(url(world)).content.decode()
    svg = html[html.index("<svg") : html.index("</svg>")]
    assert 'role="group"' in svg and 'aria-labelledby="trad-rubrik trad-text"' in svg
    assert "<title id=" in svg and "<desc id=" in svg
    assert "style" not in svg


def test_an_empty_round_says_what_will_be_there(client):
    world = new_round()
    client.force_login(world.cast.officer)
    html = client.get(url(world)).content.decode()
    assert "Här syns tråden så snart" in html and "<svg" not in html


def test_it_is_found_from_the_overview_and_from_the_steps(world, client):
    link = f'href="{url(world)}"'
    assert link in client.get(reverse("processes:overview", args=[world.round.pk])).content.decode()
    for key in ("joint_situation", "activity_plan", "implementation"):
        step = reverse("processes:step", args=[world.round.pk, world.method[key].slug])
        assert link in client.get(step).content.decode(), key


# A part of the round


def another_area(world: World) -> FocusArea:
    """A focus area of no promise, with a problem, a dialogue and work of its own."""
    problem = Problem.objects.create(process=world.round, title="Inbrott i källare")
    dialog = CitizenDialog.objects.create(title="Källarmötet")
    dialog.processes.add(world.round)
    View.objects.create(dialog=dialog, text="Inbrott.", problem=problem)
    area = FocusArea.objects.create(
        process=world.round, title="Tryggare källare", problem=problem, becomes_promise=True
    )
    analysis = ProblemAnalysis.objects.create(focus_area=area, what="Källarna står öppna")
    cause = Cause.objects.create(analysis=analysis, text="Låsen är trasiga")
    activity = Activity.objects.create(process=world.round, what="Byta låsen", cause=cause)
    period = FollowUp.objects.create(process=world.round, title="Halvår")
    Outcome.objects.create(follow_up=period, activity=activity, effect="unwanted")
    world.feedback("citizen_dialog", dialog, ["citizens"])
    return area


OTHERS = (
    "Oönskad effekt syns",
    "Inbrott i källare",
    "Källarmötet",
    "Tryggare källare",
    "Källarna står öppna",
    "Låsen är trasiga",
    "Byta låsen",
)


@pytest.mark.parametrize("kind", ["lofte", "fokus"])
def test_a_part_holds_what_led_to_it_and_came_of_it_and_nothing_else(world, client, kind):
    another_area(world)
    View.objects.filter(dialog=world.citizen_dialog).update(problem=world.problem)
    part = f"lofte-{world.promise.pk}" if kind == "lofte" else f"fokus-{world.focus_area.pk}"
    names = [box["name"] for box in client.get(url(world, part)).context["drawing"]["boxes"]]
    told = " ".join(names)
    for title in (
        world.focus_area.title,
        world.problem.title,
        world.cause.text,
        world.goal.text,
        world.citizen_dialog.title,
    ):
        assert title in told
    assert [other for other in OTHERS if other in told] == []
    assert sum(name.startswith("Återkoppling") for name in names) == 1  # that of the dialogue
    whole = " ".join(box["name"] for box in client.get(url(world)).context["drawing"]["boxes"])
    assert [other for other in OTHERS if other not in whole] == []


@pytest.mark.parametrize("part", ["fokus-0", "lofte-999999", "x" * 5000, "\x00", "hela", "fokus-", "-1"])
def test_a_part_that_is_none_shows_the_whole(world, client, part):
    page = client.get(reverse("portal:thread", args=[world.round.pk]), {"visa": part})
    assert page.status_code == 200 and page.context["part"] == ""


def test_the_part_is_kept_in_the_address_and_chosen_in_the_form(world, client):
    html = client.get(url(world, f"fokus-{world.focus_area.pk}")).content.decode()
    assert f'<option value="fokus-{world.focus_area.pk}" selected>' in html
    assert '<form class="thread-part" method="get">' in html


# Who sees what


@pytest.mark.row("LAG-2")
def test_the_polices_own_dialogue_is_seen_by_the_police_alone(world, client):
    Proposal.objects.filter(dialog=world.what_dialog).update(
        adopted_model="processes.FocusArea", adopted_id=world.focus_area.pk
    )
    shown = f"Medarbetardialog VAD: {world.what_dialog.group}"
    for role, sees in (("officer", True), ("reader", True), ("coordinator", False), ("partner", False)):
        client.force_login(world.cast.people[role])
        page = client.get(url(world))
        names = [box["name"] for box in page.context["drawing"]["boxes"]]
        assert (shown + ". Medarbetardialog" in names) is sees, role
        assert (world.what_dialog.group in page.content.decode()) is sees, role


def test_an_observation_that_was_tied_to_a_problem_is_seen_by_all(world, client):
    entry = world.add(
        "processes.SituationEntry", world.round.local_situation, kind="problem", title="Rån vid spåret"
    )
    world.add("processes.SituationEntry", world.round.local_situation, kind="problem", title="Något annat")
    world.add("processes.ProblemEntry", world.problem, entry=entry)
    client.force_login(world.cast.partner)
    html = client.get(url(world)).content.decode()
    assert "Iakttagelse: Rån vid spåret" in html and "Något annat" not in html


def test_whoever_may_only_read_is_led_to_where_it_stands(world, client):
    client.force_login(world.cast.representative)
    boxes = client.get(url(world)).context["drawing"]["boxes"]
    assert boxes and not [box for box in boxes if "/del/" in box["url"]]


@pytest.mark.row("LOF-8")
def test_what_citizens_can_read_is_marked_and_only_that(client):
    world = published_promise()
    client.force_login(world.cast.officer)
    Activity.objects.create(process=world.round, what="Lades till efteråt", cause=world.cause)
    public = re.findall(
        r">([^<>]+)</a>(?: <span class=\"muted\">[^<]*</span>)? <span class=\"thread-public\">",
        client.get(url(world)).content.decode(),
    )
    wanted = [world.focus_area.title, world.goal.text, *(a.what for a in world.activities)]
    assert sorted(set(public)) == sorted(set(wanted) - {world.focus_area.title})


# Size


def grow(world: World, activities: int, causes: int, views: int) -> None:
    """So many more, straight into the tables: the plan of a whole city."""
    made = [
        Cause(analysis=world.analysis, text=f"Orsak nummer {n}, som är rätt lång", horizon="near")
        for n in range(causes)
    ]
    made = Cause.objects.bulk_create(made)
    rows = [
        Activity(
            process=world.round,
            focus_area=world.focus_area,
            what=f"Aktivitet nummer {n} på torget",
            cause=made[n % causes],
            period_start=world.today,
        )
        for n in range(activities)
    ]
    rows = Activity.objects.bulk_create(rows)
    ActivityLog.objects.bulk_create(
        ActivityLog(process=world.round, activity=row, done_on=world.today) for row in rows for _ in range(5)
    )
    period = FollowUp.objects.create(process=world.round, title="Halvår")
    Outcome.objects.bulk_create(Outcome(follow_up=period, activity=row, effect="wanted") for row in rows[::2])
    View.objects.bulk_create(
        View(dialog=world.citizen_dialog, text=f"Synpunkt {n}", problem=world.problem if n % 2 else None)
        for n in range(views)
    )


def asked(client: Any, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


@pytest.mark.parametrize("part", ["", "lofte"])
def test_it_asks_as_much_of_a_small_round_as_of_a_large(world, client, part):
    address = url(world, f"lofte-{world.promise.pk}" if part else "")
    few = asked(client, address)
    grow(world, 60, 40, 1000)
    assert asked(client, address) == few <= 9
    page = client.get(address)
    assert not page.context["open"]
    assert "500 synpunkter" in page.content.decode() and "Aktivitet nummer 59" in page.content.decode()


def test_a_round_too_large_for_one_picture_is_drawn_part_by_part(world, client):
    grow(world, 60, 40, 10)
    whole = client.get(url(world))
    assert whole.context["drawing"] is None
    parts = re.findall(r'<a href="(\?visa=[^"]+)">', whole.content.decode())
    assert len(parts) == 2
    for part in parts:
        boxes = client.get(url(world) + part).context["drawing"]["boxes"]
        assert sum(box["name"].startswith("Aktivitet") for box in boxes) == 63
