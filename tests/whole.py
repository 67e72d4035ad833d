"""The whole round for tests of the method: its examples, what spoils them, and what the guard says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from typing import Any

from processes import guard
from processes.guard import ORDER, PROMISE_GATES, PROMISE_STEP, Gap
from processes.method import Gate, Method, get_method
from tests import situations
from tests.world import World

METHOD = get_method()
KEYS = [c.key for step in METHOD for c in step.criteria]
SPOILS: dict[str, Callable[[World], Any]] = {
    key: spoil for step in METHOD for key, spoil in import_module(f"tests.examples.{step.key}").SPOILS.items()
}


@situations.kept
def followed_up(prefix: str = "aby") -> World:
    """The promise is signed, registered, carried out, followed up and told: ready to be closed."""
    world = situations.registered_promise(prefix)
    for key in situations.NOT_BEFORE_SIGNING:
        import_module(f"tests.examples.{key}").fill(world)
    return world


def example_for(key: str) -> World:
    """The round at the moment when the criterion is asked, with nothing in its way."""
    _, criterion = METHOD.criterion(key)
    late = criterion.gate in (Gate.PUBLISH, Gate.CLOSE)
    return followed_up() if late else situations.planned_round()


def gaps(world: World, gate: Gate, step_key: str, method: Method = METHOD) -> Iterator[Gap]:
    """What the guard finds at the gate, of the promise or of each of the step's subjects."""
    facts = world.facts()
    step = method[PROMISE_STEP if gate in PROMISE_GATES else step_key]
    for subject in guard.subjects(facts, step):
        if gate not in PROMISE_GATES or subject.id == world.promise.pk:
            yield from guard.evaluate(method, gate, facts, step, subject).gaps


def missed(world: World, key: str, method: Method = METHOD) -> set[str]:
    """The keys of the criteria found unmet where this one is asked; the order is another matter."""
    step, criterion = METHOD.criterion(key)
    return {gap.criterion_key for gap in gaps(world, criterion.gate, step.key, method) if gap.code != ORDER}


def without(key: str) -> Method:
    """The method with one criterion taken out."""
    steps = [replace(s, criteria=tuple(c for c in s.criteria if c.key != key)) for s in METHOD]
    return Method(steps, METHOD.version)
