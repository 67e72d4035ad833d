"""The hints about goals and promise lines, held against sentences labelled by hand (AKT-5, FAL-11)."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import pytest
from django.conf import settings

from processes.hints import concrete, smart
from tests.growth import grows_with_length

JUDGES = {"goal": smart.hints, "line": concrete.hints}


@dataclass(frozen=True)
class Sentence:
    """One labelled row."""

    kind: str
    split: str
    said: frozenset[str]
    wanted: frozenset[str]
    text: str


def corpus() -> list[Sentence]:
    """The sentences with their labels."""
    path = settings.BASE_DIR / "tests/data/hint_sentences.csv"
    with path.open(encoding="utf-8") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="|")
        return [
            Sentence(r["kind"], r["split"], _codes(r["said"]), _codes(r["hints"]), r["text"]) for r in rows
        ]


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclass
class Score:
    """How often hints were right (precision) and how often they came when they should (recall)."""

    right: Counter = field(default_factory=Counter)
    given: Counter = field(default_factory=Counter)
    wanted: Counter = field(default_factory=Counter)

    def add(self, sentence: Sentence, given: set[str]) -> None:
        for counter, codes in (
            (self.right, given & sentence.wanted),
            (self.given, given),
            (self.wanted, sentence.wanted),
        ):
            counter.update(f"{sentence.kind} {code}" for code in codes)

    def of(self, code: str = "") -> tuple[float, float]:
        """Precision and recall of one code, or of all."""
        right, given, wanted = (
            sum(n for key, n in counter.items() if code in ("", key))
            for counter in (self.right, self.given, self.wanted)
        )
        return right / max(given, 1), right / max(wanted, 1)

    def table(self, title: str) -> str:
        rows = [*sorted(self.wanted), ""]
        return "\n".join(
            [f"\n{title:<26}  precision  recall     n"]
            + [
                f"  {code or 'overall':<24}  {p:>9.2f}  {r:>6.2f}  {self.wanted[code] or self.wanted.total():>4}"
                for code in rows
                for p, r in [self.of(code)]
            ]
        )


def score(sentences: Iterable[Sentence], judges: dict[str, Callable] = JUDGES) -> Score:
    """How the hints fare on the sentences."""
    found = Score()
    for sentence in sentences:
        given = {hint.code for hint in judges[sentence.kind](sentence.text, sentence.said)}
        found.add(sentence, given)
    return found


@pytest.mark.row("AKT-5", "FAL-11")
def test_the_hints_are_right_about_sentences_they_were_not_tuned_on(capsys):
    """Measured first with sentences that no rule has seen, then with all there are."""
    every = corpus()
    assert sum(s.kind == "goal" for s in every) >= 200 and len(every) >= 300
    held, later, whole = (
        score(s for s in every if s.split in splits)
        for splits in (("held",), ("later",), ("held", "later", "dev"))
    )
    with capsys.disabled():
        for title, found in (("held out", held), ("written last", later), ("all", whole)):
            print(found.table(title))
    assert min(held.of()) >= 0.95
    assert min(later.of()) >= 0.88
    assert min(whole.of()) >= 0.95
    assert {code: whole.of(code) for code in whole.wanted if min(whole.of(code)) < 0.8} == {}


@pytest.mark.parametrize("judge", [lambda *_: [], lambda *_: concrete.KINDS], ids=["silent", "nagging"])
def test_who_says_nothing_or_everything_is_not_right(judge):
    found = score(corpus(), {"goal": judge, "line": judge})
    assert min(found.of()) < 0.5


def test_the_labels_are_hints_that_there_are():
    known = {"goal": {h.code for h in smart.KINDS}, "line": {h.code for h in concrete.KINDS}}
    assert [s.text for s in corpus() if not s.wanted <= known[s.kind]] == []
    texts = [(s.text, s.said) for s in corpus()]
    assert len(texts) == len(set(texts))


@pytest.mark.row("AKT-5", "FAL-11")
@pytest.mark.parametrize("hint", dict.fromkeys(smart.KINDS + concrete.KINDS), ids=lambda hint: hint.code)
def test_each_hint_says_what_why_and_how(hint):
    assert hint.title.startswith(("Säg", "Byt", "Fråga", "Räcker"))
    assert len(hint.why) > 30 and len(hint.example) > 30


@pytest.mark.row("AKT-5")
def test_a_vague_word_is_pointed_at():
    (vague, *_) = smart.hints("Verka för ökad trygghet vid behov")
    assert vague.code == "vague" and vague.words == ("Verka för", "vid behov")


@pytest.mark.row("AKT-5", "FAL-11")
def test_what_other_fields_say_is_not_asked_for():
    assert codes(smart.hints("Minska skadegörelsen")) == {"measure", "due"}
    assert codes(smart.hints("Minska skadegörelsen", {"indicator", "due"})) == set()
    assert codes(smart.hints("Minska skadegörelsen med 10 % under 2027", {"unaccepted", "unaided"})) == {
        "accepted",
        "realistic",
    }
    everything = {"target", "place", "time", "owner"}
    assert codes(concrete.hints("Patrullera")) == {"quantity", "place", "when", "owner"}
    assert codes(concrete.hints("Patrullera", everything)) == set()


@pytest.mark.parametrize("text", ["", "  \n "])
def test_an_empty_field_gets_no_hints(text):
    assert not [*smart.hints(text), *concrete.hints(text)]


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["a", "a ", "i A", "1 ", "och polis ", "en en ", "från 1 till ", "så "])
def test_a_long_text_takes_no_longer_than_its_length(piece):
    def judged(length):
        return [list(judge(piece * (length // len(piece)))) for judge in JUDGES.values()]

    assert grows_with_length(judged, 5_000)


def codes(hints) -> set[str]:
    """Their codes."""
    return {hint.code for hint in hints}
