"""Before and after, here and where the work wasn't done: never more is said than the figures bear (FAL-5, UPP-3)."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.follow_up.effects import CAUTION, effects, words
from processes.facts import Facts, Row

pytestmark = pytest.mark.row("FAL-5", "UPP-3")
figures = st.integers(0, 100).map(Decimal)


def number(value):
    return None if value is None else Decimal(value)


def found(before, after, target, there=None, there_after=None, caution=""):
    goal = {
        "kind": "effect",
        "text": "Minska otryggheten",
        "unit": "procent",
        "baseline_value": number(before),
        "target_value": number(target),
        "comparison_area": "Norrby" if there is not None else "",
        "comparison_value": number(there),
    }
    measured = {
        "goal_id": 1,
        "value": number(after),
        "measured_on": date(2027, 11, 1),
        "comparison": number(there_after),
        "caution": caution,
    }
    rows = [Row("processes.Goal", 1, goal), Row("agreements.Measurement", 1, measured)]
    (one,) = effects(Facts(rows, date(2027, 12, 1)))
    return one


@pytest.mark.parametrize(
    ("effect", "said"),
    [
        (found(47, 41, 35), ["Från 47 till 41 procent.", "Målet 35 är inte nått.", CAUTION]),
        (found(47, 35, 35), ["Från 47 till 35 procent.", "Målet 35 är nått.", CAUTION]),
        (found(61, 70, 65), ["Från 61 till 70 procent.", "Målet 65 är nått.", CAUTION]),
        (found(47, 47, 35), ["Oförändrat: 47 procent.", "Målet 35 är inte nått.", CAUTION]),
        (found(47, None, 35), ["Inte mätt ännu."]),
        (
            found(None, 41, 35),
            ["41 procent nu. Utgångsvärde saknas, så en förändring går inte att se.", CAUTION],
        ),
        (
            found(47, 41, 35, 44, 43, "Ljusare kvällar."),
            [
                "Från 47 till 41 procent.",
                "Målet 35 är inte nått.",
                "I Norrby: från 44 till 43.",
                "Det gick bättre här, vilket kan tala för att arbetet har bidragit.",
                "Kan också ha påverkat: Ljusare kvällar.",
            ],
        ),
        (
            found(47, 41, 35, 44, 30),
            [
                "Från 47 till 41 procent.",
                "Målet 35 är inte nått.",
                "I Norrby: från 44 till 30.",
                "Det gick bättre där, så det går inte att säga att arbetet har gjort skillnad.",
                CAUTION,
            ],
        ),
        (found(61, 66, 70, 50, 55), None),
    ],
)
def test_it_is_told_as_before_and_after_with_a_word_of_caution(effect, said):
    if said is None:
        assert "lika stor där" in " ".join(words(effect))
    else:
        assert words(effect) == said


@given(figures, figures, figures, figures, figures)
def test_the_work_is_credited_only_when_it_went_better_here(before, after, target, there, there_after):
    effect = found(before, after, target, there, there_after)
    sign = -1 if target < before else 1
    better = sign * (after - before) > sign * (there_after - there)
    assert ("kan tala för" in " ".join(words(effect))) == better
    assert "påverkat" in words(effect)[-1]


def test_the_latest_measurement_counts_and_one_without_figure_does_not():
    rows = [
        Row(
            "processes.Goal", 1, {"kind": "effect", "baseline_value": Decimal(9), "target_value": Decimal(1)}
        ),
        *(
            Row("agreements.Measurement", pk, {"goal_id": 1, "value": number(value), "measured_on": day})
            for pk, value, day in (
                (1, 5, date(2027, 6, 1)),
                (2, 7, date(2027, 3, 1)),
                (3, 6, None),
                (4, None, date(2027, 9, 1)),
            )
        ),
    ]
    (one,) = effects(Facts(rows, date(2027, 12, 1)))
    assert one.now == 5
