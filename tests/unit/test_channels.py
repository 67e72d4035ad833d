"""A text for other channels is cut where it can be read."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from agreements.feedback import channels

SENTENCES = st.lists(
    st.text(st.characters(categories=("Ll", "Lu", "Zs")), min_size=1, max_size=90).map(
        lambda s: f"{s.strip()}x."
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=40)
@given(SENTENCES, st.sampled_from(["", "https://exempel.se/loften/aby-1"]))
def test_a_post_fits_and_is_cut_between_sentences(sentences, address):
    post = channels.short_post(channels.Told(" ".join(sentences), "", "", address, ""))
    body = post.removesuffix(address).strip()
    assert len(post) <= channels.POST
    assert " ".join(" ".join(sentences).split()).startswith(body.removesuffix("…"))
    assert post.endswith(address)


def test_a_single_long_sentence_is_cut_at_a_word():
    post = channels.short_post(channels.Told("ord " * 200, "", "", "https://exempel.se", ""))
    assert len(post) <= channels.POST and post.endswith("ord… https://exempel.se")
