"""The analysis on its pages: the tree is built line by line, the triangle says what is missing."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from processes import queries, why
from processes.models import Cause, Draft
from processes.views import drafts
from tests.forms import shown, typed
from tests.situations import planned_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(world, client):
    client.force_login(world.cast.officer)
    return client


def tool(world, **query: Any) -> str:
    url = reverse("processes:why", args=[world.round.pk, world.analysis.pk])
    return f"{url}?{'&'.join(f'{k}={v}' for k, v in query.items())}" if query else url


def step(world) -> str:
    return reverse("processes:subject", args=[world.round.pk, "problemanalys", world.analysis.pk])


def section(client, url: str, key: str) -> str:
    """What one section of the page says, without its tags."""
    html = client.get(url).content.decode()
    (found,) = re.findall(rf'<section class="section" id="{key}".*?\n</section>', html, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", found).split())


def add(client, world, text: str, parent: Cause | None = None, **more: Any) -> Any:
    answers = {"text": text, "parent": parent.pk if parent else ""} | more
    return client.post(tool(world), typed(client.get(tool(world, under=0)), **answers))


def chain(world, levels: int) -> list[Cause]:
    """Causes under each other, below the one that is there."""
    found = [world.cause]
    for level in range(2, levels + 1):
        found.append(world.add("processes.Cause", world.analysis, text=f"Varför {level}", parent=found[-1]))
    return found


# --- Building the tree ---


@pytest.mark.row("PRB-2")
def test_a_line_is_a_cause_under_the_one_it_answers(world, officer):
    answer = add(
        officer, world, "Gården stänger klockan åtta", world.cause, horizon="near", who_can_act="Kommunen"
    )
    assert answer.url == tool(world, under=world.cause.pk)  # on to the next line, at the same place
    made = Cause.objects.get(text="Gården stänger klockan åtta")
    assert (made.parent, made.analysis, made.horizon, made.who_can_act) == (
        world.cause, world.analysis, "near", "Kommunen",
    )  # fmt: skip
    assert made.history.get().history_user == world.cast.officer
    page = officer.get(answer.url).content.decode()
    line = re.search(r'<input id="text-(\d+)"[^>]* autofocus>', page)
    assert line and int(line[1]) == world.cause.pk


@pytest.mark.row("PRB-2")
def test_the_tree_shows_what_each_cause_is_and_who_can_act(world, officer):
    add(officer, world, "Ungas vanor", horizon="remote")
    said = section(officer, step(world), "trad")
    for words in (
        world.analysis.what,
        world.cause.text,
        "Nära",
        "Kommunen och fastighetsägaren",
        "Platsansvarig",
    ):
        assert words in said
    assert "Ungas vanor Avlägsen" in said
    assert "1 aktivitet" in said or "aktiviteter" in said
    assert "Ungas vanor" in officer.get(tool(world)).content.decode()


@pytest.mark.row("PRB-2")
def test_below_the_fifth_level_there_is_no_line_and_the_reason_stands_in_its_place(world, officer):
    *_, fourth, fifth = chain(world, 5)
    page = officer.get(tool(world)).content.decode()
    assert f'id="text-{fourth.pk}"' in page and f'id="text-{fifth.pk}"' not in page
    assert page.count("Fem varför räcker.") == 1
    answer = add(officer, world, "Det sjätte", fifth)
    assert answer.status_code == 422
    assert "Fem varför räcker. Välj en orsak närmare problemet." in answer.content.decode()
    assert shown(answer) and 'value="Det sjätte"' in answer.content.decode()
    assert not Cause.objects.filter(text="Det sjätte").exists()


@pytest.mark.row("PRB-2")
def test_a_cause_is_moved_under_another_of_the_same_analysis_only(world, officer):
    first, second = chain(world, 2)
    third = world.add("processes.Cause", world.analysis, text="För sig")
    other = world.add("processes.FocusArea", title="Hamnen", becomes_promise=True)
    elsewhere = world.create("problem_analysis", focus_area=other)
    stranger = world.add("processes.Cause", elsewhere, text="Någon annans")
    args = [world.round.pk, "problemanalys", world.analysis.pk, "orsaker", third.pk]
    form = officer.get(reverse("processes:edit_row", args=args))
    choices = [choice.value for choice, _ in form.context["form"].fields["parent"].choices if choice]
    assert choices == [first.pk, second.pk]
    moved = typed(form, parent=second.pk, reason="Hör ihop")
    assert officer.post(reverse("processes:edit_row", args=args), moved).status_code == 302
    third.refresh_from_db()
    assert third.parent == second
    refused = officer.post(
        reverse("processes:edit_row", args=args), moved | {"parent": stranger.pk, "version": 2}
    )
    assert refused.status_code == 422


@pytest.mark.row("PRB-2", "X-3")
def test_what_cannot_be_saved_is_kept_in_the_line_with_the_reason(world, officer):
    empty = add(officer, world, "  ", world.cause)
    assert empty.status_code == 422
    assert "Skriv varför det händer." in empty.content.decode()
    gone = add(officer, world, "Skrivet till slut", Cause(pk=999_999))
    assert gone.status_code == 422
    assert "finns inte längre" in gone.content.decode()
    assert 'value="Skrivet till slut"' in gone.content.decode()
    long = add(officer, world, "x" * 501, world.cause)
    assert long.status_code == 422
    assert Cause.objects.count() == 1


@pytest.mark.row("X-3")
def test_a_line_sent_twice_is_one_cause(world, officer):
    form = typed(officer.get(tool(world)), text="En gång", parent="")
    assert [officer.post(tool(world), form).status_code for _ in range(2)] == [302, 302]
    assert Cause.objects.filter(text="En gång").count() == 1


@pytest.mark.row("X-3")
def test_a_line_written_when_the_session_had_ended_is_offered_again(world, officer):
    form = typed(officer.get(tool(world)), text="Sent på dagen", parent=world.cause.pk)
    Client().post(tool(world), form)
    assert Draft.objects.get(user=world.cast.officer).path == tool(world)
    page = officer.get(tool(world))
    assert "Du har ett svar som inte är sparat" in page.content.decode()
    page = officer.get(tool(world, utkast=1)).content.decode()
    assert re.search(rf'<input id="text-{world.cause.pk}"[^>]* value="Sent på dagen"[^>]* autofocus>', page)
    assert drafts.unseal_user(re.search(r'name="vem" value="([^"]+)"', page)[1]) == world.cast.officer.pk


@pytest.mark.row("PRB-2")
def test_two_who_move_causes_at_once_make_no_ring(world):
    """The form found both moves sound; under the lock the second is not."""
    first, second = world.cause, world.add("processes.Cause", world.analysis, text="Den andra")
    world.edit(second, parent=first)
    with pytest.raises(ValidationError, match="sig själv"):
        world.edit(first, parent=second)
    first.refresh_from_db()
    assert first.parent is None


@pytest.mark.row("PRB-2")
def test_no_action_makes_a_sixth_level(world):
    *_, fifth = chain(world, 5)
    with pytest.raises(ValidationError, match="Fem varför"):
        world.add("processes.Cause", world.analysis, text="Det sjätte", parent=fifth)
    assert Cause.objects.count() == 5


@pytest.mark.parametrize("under", ["", "x", "-1", "9" * 30, "%00", "4.5", "1" + "0" * 5000])
def test_a_link_to_no_cause_opens_the_page_as_it_is(world, officer, under):
    page = officer.get(tool(world, under=under))
    assert page.status_code == 200
    assert "data-why-ask open" not in page.content.decode()


@pytest.mark.slow
def test_strangers_find_no_tool_and_readers_are_told_who_builds_it(world, client):
    client.force_login(world.cast.chief)
    refused = client.get(tool(world))
    assert refused.status_code == 403
    assert (
        "Bara kommunpolis, kommunal samordnare eller analytiker/controller kan ändra ”Orsaker”"
        in refused.content.decode()
    )
    said = section(client, step(world), "trad")
    assert world.cause.text in said and "Fråga varför igen" not in said
    other = planned_round("holma")
    client.force_login(other.cast.officer)
    assert client.get(tool(world)).status_code == 404
    args = [other.round.pk, world.analysis.pk]  # somebody else's analysis through one's own round
    assert client.get(reverse("processes:why", args=args)).status_code == 404


def test_many_causes_cost_no_more_questions_to_the_database_than_one(world, officer):
    def counted(url: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert officer.get(url).status_code == 200
        return len(asked)

    pages = [tool(world), step(world), reverse("processes:step", args=[world.round.pk, "problemanalys"])]
    officer.get(tool(world))
    before = [counted(url) for url in pages]
    parents = [None, world.cause]
    for number in range(39):
        world.add("processes.Cause", world.analysis, text=f"Orsak {number}", parent=parents[number % 2])
        world.add("processes.TrianglePart", world.analysis, side="manager", who=f"Ansvarig {number}")
    assert [counted(url) for url in pages] == before
    assert before[0] <= 8


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12))
@pytest.mark.row("PRB-2")
def test_however_causes_are_added_and_moved_the_tree_stays_a_tree(world, moves):
    """Each move is accepted or refused just as a plain model of five levels says."""
    with transaction.atomic():
        made, parent = [world.cause], {0: None}
        for here, there in moves:
            if here >= len(made):
                child, above = len(made), there if there < len(made) else None
            else:
                child, above = here, there if there < len(made) else None
            sound = allowed(parent, child, above)
            try:
                with transaction.atomic():
                    if child == len(made):
                        up = made[above] if above is not None else None
                        row = world.add("processes.Cause", world.analysis, text=f"Orsak {child}", parent=up)
                    else:
                        row = world.edit(made[child], parent=made[above] if above is not None else None)
            except ValidationError:
                assert not sound
                continue
            assert sound
            made[child:] = [row] if child == len(made) else [row, *made[child + 1 :]]
            parent[child] = above
        numbers = {row.pk: number for number, row in enumerate(made)}
        facts = queries.load_facts(world.method, world.round.pk)
        nodes = list(why.walk(why.tree(facts, facts.get("processes.ProblemAnalysis", world.analysis.pk))))
        assert {numbers[n.row.id]: n.level for n in nodes} == {n: level(parent, n) for n in parent}
        assert len(nodes) == len(made)
        transaction.set_rollback(True)


def level(parent: dict[int, int | None], cause: int) -> int:
    return 1 if parent[cause] is None else 1 + level(parent, parent[cause])


def allowed(parent: dict[int, int | None], cause: int, above: int | None) -> bool:
    """Whether the cause may hang there: not under itself, and nothing deeper than five."""
    up = above
    while up is not None:
        if up == cause:
            return False
        up = parent[up]
    trial = parent | {cause: above}
    return max(level(trial, n) for n in trial) <= 5
