"""The checker of questions to citizens, held against questions labelled by hand (DIA-8)."""

from __future__ import annotations

import csv

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from dialogs.question_hints import KINDS, hints
from tests.growth import grows_with_length

CODES = [kind.code for kind in KINDS]


def corpus() -> list[tuple[str, set[str], str]]:
    """(split, labels, question) of every labelled question."""
    with (settings.BASE_DIR / "tests/data/question_corpus.csv").open(encoding="utf-8") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="|")
        return [(row["split"], set(row["labels"].split()), row["text"]) for row in rows]


def measured(rows: list[tuple[str, set[str], str]], code: str) -> tuple[float, float]:
    """Precision and recall of one hint over some questions."""
    given_ = [(code in {hint.code for hint in hints(text)}, code in labels) for _, labels, text in rows]
    right = sum(found and wanted for found, wanted in given_)
    return right / sum(found for found, _ in given_), right / sum(wanted for _, wanted in given_)


@pytest.mark.row("DIA-8")
def test_the_corpus_is_large_and_labelled_with_what_the_checker_knows():
    rows = corpus()
    assert len(rows) >= 200
    assert {code for _, labels, _ in rows for code in labels} == set(CODES)
    assert len({text for _, _, text in rows}) == len(rows)
    for code in CODES:
        assert sum(code in labels for _, labels, _ in rows) >= 40


@pytest.mark.row("DIA-8")
def test_how_often_the_checker_is_right(capsys):
    rows = corpus()
    for split in ("dev", "test"):
        own = [row for row in rows if row[0] == split]
        for code in CODES:
            precision, recall = measured(own, code)
            with capsys.disabled():
                print(f"\nQuestions, {split}: {code} precision {precision:.2f}, recall {recall:.2f}", end="")
            assert precision >= 0.9
            assert recall >= 0.9


def test_each_hint_points_at_its_words_and_explains_itself():
    (closed, leading) = hints("Visst är det otryggt på torget?")
    assert (closed.code, leading.code) == ("closed", "leading")
    assert leading.words == ("Visst",)
    for kind in KINDS:
        assert kind.title and kind.why and "”" in kind.example


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_is_said_of_nothing(text):
    assert list(hints(text)) == []


@given(st.text(max_size=300))
def test_no_question_upsets_it(text):
    assert {hint.code for hint in hints(text)} <= set(CODES)


@pytest.mark.parametrize("piece", ["a ", "hur ", "är inte ", "den ", "polisen ska "])
def test_a_long_question_takes_no_longer_than_its_length(piece):
    assert grows_with_length(lambda size: list(hints(piece * size)), 750)
