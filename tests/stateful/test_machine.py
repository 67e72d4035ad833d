"""Random order, many times over: no promise is signed with an unmet demand, and nothing signed changes."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from agreements.signing import acts, freezing
from tests import situations
from tests.stateful import oracle
from tests.stateful.machine import Round
from tests.tools import SECOND, share_of
from tests.whole import SPOILS

pytestmark = [pytest.mark.django_db, pytest.mark.row("LOF-5", "PRO-3"), pytest.mark.both_databases]
TEN = {
    "DIA-1": "DIA-1:approve",
    "DIA-3": "DIA-3:open",
    "MED-5": "MED-5:sign",
    "DIA-11": "DIA-11:sign",
    "PRB-10": "PRB-10:complete",
    "AKT-1": "AKT-1:approve",
    "LOF-1": "LOF-1:sign",
    "OVE-6": "OVE-6:sign",
    "KOM-1": "KOM-1:sign",
}


def drive(runs: int, acts: int, **more) -> Counter[str]:
    """Let people act; what came about, counted."""
    Round.seen.clear()
    run_state_machine_as_test(
        Round,
        settings=settings(
            max_examples=runs,
            stateful_step_count=acts,
            database=None,
            suppress_health_check=list(HealthCheck),
            **more,
        ),
    )
    return Round.seen


@pytest.mark.sqlite_alone
def test_a_few_rounds():
    seen = drive(4, 25, derandomize=True)
    assert seen["sealed"] >= 1, f"no run sealed anything, so nothing was proved: {seen}"
    assert seen["sign, refused"] >= 1


@pytest.mark.slow
def test_two_thousand_steps():
    """The two databases share them."""
    runs = share_of(28, 7)
    seen = drive(runs, 50, derandomize=SECOND)
    print(dict(sorted(seen.items())))
    assert seen["steps"] >= 50 * runs
    assert seen["sealed"] >= runs // 10, f"too few runs sealed anything: {seen}"
    assert seen["sign, refused"] >= runs // 4 and seen["send, refused"] >= runs // 4
    assert seen["publish"] >= 1


@pytest.mark.slow
@pytest.mark.sqlite_alone
def test_a_bypassed_guard_is_caught(monkeypatch):
    """The planted fault: nothing asks whether the promise is ready."""
    for module in (acts, freezing):
        monkeypatch.setattr(module, "ready", lambda facts, kind, subject: None)
    with pytest.raises(AssertionError):
        drive(20, 30, derandomize=True, phases=[Phase.generate])


def test_a_nearly_finished_round_meets_all_ten():
    world = situations.planned_round()
    assert oracle.unmet(world.promise.pk) == set()


@pytest.mark.parametrize("code", TEN)
def test_the_oracle_sees_each_of_the_ten_unmet(code):
    world = situations.planned_round()
    SPOILS[TEN[code]](world)
    assert code in oracle.unmet(world.promise.pk)


def test_the_oracle_sees_an_undecided_focus_area():
    world = situations.planned_round()
    world.edit(world.focus_area, becomes_promise=None)
    assert oracle.unmet(world.promise.pk) == {"GEM-6"}
