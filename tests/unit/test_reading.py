"""How easy a text is to read is told in words, and only a heavy text gets a hint."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from processes.hints.reading import LEAST, ease, hints

pytestmark = pytest.mark.row("LOF-1")
EASY = (
    "Det här lovar vi er som bor i Åby. Vi går på torget varje fredag kväll. Vi byter lamporna i tunneln. "
    "Ni kan alltid ringa oss. Vi berättar hur det går."
)
HEAVY = (
    "Polismyndigheten och kommunstyrelsen avser att gemensamt genomföra brottsförebyggande insatser avseende "
    "trygghetsskapande åtgärder i centrumområdet i syfte att åstadkomma förutsättningar för en ökad upplevd "
    "trygghet bland medborgarna i enlighet med samverkansöverenskommelsen."
)


def test_easy_and_heavy_texts_are_told_apart():
    light, heavy = ease(EASY), ease(HEAVY)
    assert (light.told, light.heavy) == ("Mycket lätt, som en barnbok", False)
    assert (heavy.told, heavy.heavy) == ("Mycket tung, som en lagtext", True)
    assert list(hints(EASY)) == []
    (hint,) = hints(HEAVY)
    assert hint.words == (
        "Polismyndigheten och kommunstyrelsen avser att gemensamt genomföra brottsförebyggande …",
    )


def test_it_is_the_measure_that_others_use():
    """Twenty words in two sentences, five of them of more than six letters: 10 + 25."""
    text = (
        "Storstad bostaden lamporna vi går. "
        + "En två tre fyra fem sex sju åtta nio tio torgets elva tolvan trettonde fjorton."
    )
    found = ease(text)
    words = re.findall(r"\w+", text)
    assert len(words) == found.words == 20 and found.sentences == 2
    assert found.long_words == len([word for word in words if len(word) > 6])
    assert found.lix == round(20 / 2 + 100 * found.long_words / 20)


@pytest.mark.parametrize("text", ["", "Kort.", "ord " * (LEAST - 1), "... !!! ???", "\n\n"])
def test_what_is_too_short_to_measure_gets_no_word(text):
    assert ease(text) is None and list(hints(text)) == []


@settings(max_examples=80)
@given(st.text(max_size=400))
def test_any_text_can_be_asked_about(text):
    found = ease(text)
    assert found is None or (found.words >= LEAST and 0 <= found.long_words <= found.words and found.told)
    list(hints(text))
