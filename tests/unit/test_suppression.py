"""Groups too small to be anonymous: nothing that is kept back can be computed, also by who knows the rule."""

from __future__ import annotations

from functools import cache
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processes.reach import SMALLEST, published

pytestmark = pytest.mark.row("FAL-12")
NAMES = "abcde"


def named(numbers: tuple[int, ...]) -> dict[str, int]:
    return dict(zip(NAMES, numbers, strict=False))


def seen(numbers: tuple[int, ...]) -> tuple:
    """What a reader sees: the sum, if any is told, and each number or that it is kept back."""
    told = published(named(numbers))
    return ("nothing",) if told is None else (sum(numbers), *told.values())


groups = st.lists(st.integers(0, 200), min_size=1, max_size=5).map(tuple)
small = st.lists(st.integers(0, 12), min_size=2, max_size=4).map(tuple)


@given(groups)
def test_no_small_number_is_told_and_no_told_number_is_false(numbers):
    told = published(named(numbers))
    for name, number in named(numbers).items():
        if told is not None and told[name] is not None:
            assert told[name] == number and (number == 0 or number >= SMALLEST)


@given(groups)
def test_what_is_kept_back_is_not_what_is_left_of_the_sum(numbers):
    """Whoever knows the sum, and that nobody who is kept back is none, has several answers for each."""
    told = published(named(numbers))
    hidden = [name for name, number in (told or {}).items() if number is None]
    if hidden:
        left = sum(numbers) - sum(number or 0 for number in told.values())
        assert len(hidden) > 1 and left > len(hidden)


@cache
def alike(total: int, size: int) -> dict[tuple, list[tuple[int, ...]]]:
    """All ways to make the sum, by what a reader would see of them."""
    found: dict[tuple, list[tuple[int, ...]]] = {}
    for first in product(range(total + 1), repeat=size - 1):
        if sum(first) <= total:
            numbers = (*first, total - sum(first))
            found.setdefault(seen(numbers), []).append(numbers)
    return found


@pytest.mark.slow
@given(small)
def test_nor_does_it_help_to_know_the_rule(numbers):
    """Of all that would have looked just so, each hidden place holds at least two different numbers."""
    view = seen(numbers)
    if view == ("nothing",):
        return
    could = alike(sum(numbers), len(numbers))[view]
    for place, shown in enumerate(view[1:]):
        if shown is None:
            assert len({one[place] for one in could}) > 1, (numbers, could)


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ((30, 41), (30, 41)),
        ((3, 40, 20), (None, 40, None)),  # the smallest of the others goes along
        ((3, 40, 20, 20), (None, 40, None, None)),  # and all as large as it
        ((3, 3, 40), (None, None, 40)),  # two that hide each other
        ((1, 1, 40), (None, None, None)),  # two that don't: their sum tells
        ((4, 4, 40), (None, None, None)),
        ((0, 9), (0, 9)),  # that nobody came is said
        ((2, 3), (None, None)),
    ],
)
def test_what_is_told(numbers, told):
    assert tuple(published(named(numbers)).values()) == told


@pytest.mark.parametrize("numbers", [(3,), (1, 2), (4, 4), (1, 1, 1, 1, 1), (0, 4)])
def test_when_nothing_can_be_told_nothing_is(numbers):
    assert published(named(numbers)) is None


def test_of_nobody_is_told_that_it_was_nobody():
    assert published(named((0, 0))) == {"a": 0, "b": 0}
