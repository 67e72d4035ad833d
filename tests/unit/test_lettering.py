"""Words in a drawing never take more room than they are given, measured with the typeface itself."""

from functools import cache

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from processes.documents import fonts
from processes.drawings.lettering import ELLIPSIS, fitted, width, wrapped

LETTERS = "abcdefghijklmnopqrstuvwxyzåäöéABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789 .,:;-–/()!?”’&%+"
words = st.text(st.sampled_from(LETTERS), max_size=80)
rooms = st.integers(40, 400)


@cache
def advances(weight: int) -> dict[str, float]:
    """Of each letter, how far it moves the pen on: as a share of the size."""
    font = TTFont(fonts.files()[weight])
    return {
        chr(code): font["hmtx"][name][0] / font["head"].unitsPerEm
        for code, name in font.getBestCmap().items()
    }


def measured(text: str, size: float = 18) -> float:
    return size * max(sum(advances(weight)[letter] for letter in text) for weight in (400, 600))


@given(words)
def test_words_are_never_wider_than_said(text):
    assert measured(text) <= width(text, 18) + 1e-6


@given(words, rooms)
def test_what_is_fitted_fits_and_tells_when_it_was_cut(text, room):
    found = fitted(text, room, 18)
    assert measured(found) <= room
    assert found == text or found.endswith(ELLIPSIS)


@given(words, rooms, st.integers(1, 4))
def test_lines_are_at_most_so_many_and_hold_the_words_in_order(text, room, lines):
    found = wrapped(text, room, 18, lines)
    assert len(found) <= lines
    assert all(measured(line) <= room for line in found)
    if not any(line.endswith(ELLIPSIS) for line in found):
        assert " ".join(found).split() == text.split()


@pytest.mark.parametrize("letter", ["😀", "中", "\u202e"])
def test_what_the_typeface_lacks_counts_as_wide(letter):
    assert width(letter, 18) == 18
