"""The thread is what the round is: every row once, every link real, every loose end found – and no other."""

from __future__ import annotations

from collections import Counter

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from medborgarloften.portal.thread import rules
from medborgarloften.portal.thread.build import build
from medborgarloften.portal.thread.counts import count
from medborgarloften.portal.thread.graph import COLUMNS, KINDS, Thread
from processes import queries
from processes.method import get_method
from tests import threads
from tests.people import cast

pytestmark = [pytest.mark.django_db, pytest.mark.row("FAL-4")]
SEEN: Counter[str] = Counter()


def thread_of(round_) -> Thread:
    facts = queries.load_facts(get_method(), round_.pk)
    return build(facts, count(facts))


def check(round_, thread: Thread) -> None:
    """Hold the thread against what plain queries say of the round."""
    own: dict[str, list[int]] = {kind: [] for kind in KINDS if kind != "log"}
    for node in thread.nodes:
        if node.kind != "log":
            own[node.kind] += node.rows
    assert {kind: sorted(rows) for kind, rows in own.items()} == threads.rows_of(round_)
    assert {n.key for n in thread.nodes if n.kind == "log"} == threads.logged(round_)
    assert {(edge.start, edge.end) for edge in thread.edges} == threads.links(round_)
    assert len(thread.edges) == len({(edge.start, edge.end) for edge in thread.edges})
    found: dict[str, set[int]] = {}
    for one in thread.loose:
        found.setdefault(one.rule.key, set()).add(one.ref[1] if one.ref else round_.pk)
    assert found == threads.loose(round_, timezone.localdate())
    assert len(thread.loose) == sum(map(len, found.values()))
    SEEN.update(found.keys())


def check_parts(round_, whole: Thread) -> None:
    """A focus area's own thread: what belongs to it or to none, what led there, what was told of that."""
    method = get_method()
    facts = queries.load_facts(method, round_.pk)
    own_kinds = ("focus", "analysis", "cause", "goal", "activity", "log")
    pairs = {(edge.start, edge.end) for edge in whole.edges}
    for area in facts.rows("processes.FocusArea"):
        narrowed = facts.narrowed([area.id], method.parents)
        part = build(narrowed, count(narrowed))
        own = {n.ref for n in whole.nodes if n.kind in own_kinds and n.focus in (area.id, None)}
        own |= {b for a, b in pairs if a in own and b[0] in ("outcome", "measurement")}
        own |= {a for a, b in pairs if b == ("focus", area.id)}
        heard = {a for a, b in pairs if b in own and a[0] in ("dialog", "what", "how", "entry")}
        told = {b for a, b in pairs if a in heard and b[0] == "feedback"}
        work = {
            n.ref for n in whole.nodes if n.kind == "feedback" and n.place.step in ("follow_up", "feedback")
        }
        assert {node.ref for node in part.nodes} == own | heard | told | work
        kept = {node.ref for node in part.nodes}
        assert {(e.start, e.end) for e in part.edges} == {(a, b) for a, b in pairs if {a, b} <= kept}
        assert all(one.ref is None or one.ref in kept for one in part.loose)


@pytest.fixture
def people(db):
    return cast()


def run(people, rnd) -> None:
    with transaction.atomic():
        round_ = threads.random_round(rnd, people.area, people.officer, timezone.localdate())
        whole = thread_of(round_)
        check(round_, whole)
        check_parts(round_, whole)
        transaction.set_rollback(True)


def drive(people, examples: int, **more) -> None:
    quiet = settings(
        phases=[Phase.generate],  # a round of random rows grows no clearer by being made smaller
        max_examples=examples,
        database=None,
        suppress_health_check=list(HealthCheck),
        **more,
    )
    quiet(given(st.randoms(use_true_random=False))(lambda rnd: run(people, rnd)))()


@pytest.mark.slow
def test_a_few_rounds_at_random(people):
    drive(people, 25, derandomize=True)


@pytest.mark.slow
@pytest.mark.sqlite_alone  # the rules ask no database
def test_many_rounds_at_random_and_every_rule_is_met(people):
    SEEN.clear()
    drive(people, 150)
    assert set(SEEN) == {rule.key for rule in rules.RULES}, SEEN


def test_links_lead_to_the_right_and_causes_down_their_own_column():
    assert sorted({kind.column for kind in KINDS.values()}) == list(range(len(COLUMNS)))


def test_every_rule_tells_what_is_missing_and_why_it_matters():
    assert len({rule.key for rule in rules.RULES}) == len(rules.RULES) == 15
    assert all(rule.text and rule.why.endswith(".") for rule in rules.RULES)
