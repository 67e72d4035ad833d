"""The form of a round's file: what the published schema says, and how each sort of value is written."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from django.db import models
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from medborgarloften.portal.round_file import reading
from medborgarloften.portal.round_file.schema import schema
from medborgarloften.portal.round_file.shape import shape
from medborgarloften.portal.round_file.values import BLANK, fields_of, read, to_json
from processes.forms import EARLIEST, LATEST
from processes.method import get_method
from tests import json_schema, whole
from tests.round_files import brought, fetched

METHOD = get_method()


@pytest.fixture
def world(db):
    return whole.followed_up()


# --- The schema ---


def test_a_fetched_file_is_as_the_schema_says(world):
    published = json.loads(json.dumps(schema(METHOD)))
    data = fetched(world)
    assert list(json_schema.faults(published, data)) == []
    for label, rows in data["rows"].items():
        for row in rows:
            assert row.keys() <= json_schema.names(published, label)


@pytest.mark.parametrize(
    ("label", "name", "value"),
    [
        ("processes.Goal", "target_value", "1,5"),
        ("processes.Goal", "baseline_on", "2027-13-01"),
        ("processes.Activity", "horizon", "eternal"),
        ("processes.Problem", "agree", "True"),
        ("processes.Cause", "analysis", 0),
        ("processes.Problem", "title", "x" * 201),
    ],
)
def test_the_schema_and_the_reader_refuse_the_same(world, label, name, value):
    data = fetched(world)
    data["rows"][label][0][name] = value
    assert len(list(json_schema.faults(schema(METHOD), data))) == 1
    with pytest.raises(reading.FileRefused) as refused:
        brought(world, data)
    assert len(refused.value.faults) == 1


# --- Values ---

KINDS = list(shape(METHOD).values())
# One field of each sort: sorts differ in class, length and choices.
PLAIN = {
    (type(f).__name__, f.max_length, str(f.choices)): (kind, f)
    for kind in KINDS
    for f in kind.fields
    if not f.is_relation
}.values()


def values(field: models.Field) -> st.SearchStrategy:
    """Whatever may stand in such a field."""
    if field.choices:
        never = getattr(field.model, "NOT_CHOSEN", {}).get(field.name, ())
        return st.sampled_from([code for code, _ in field.flatchoices if code not in never])
    if isinstance(field, models.DateField):
        return st.dates(EARLIEST, LATEST)
    if isinstance(field, models.DecimalField):
        whole = 10**12 - 1
        return st.decimals(-whole, whole, places=2).map(lambda number: number + 0)
    if isinstance(field, models.IntegerField):
        return st.integers(0, 2**15 - 1)
    shown = st.characters(exclude_categories=["Cs", "Cc"])
    return st.text(shown, max_size=min(field.max_length or 60, 60)).map(str.strip)


@pytest.mark.parametrize(("kind", "field"), PLAIN, ids=lambda x: getattr(x, "name", getattr(x, "label", "")))
def test_every_kind_of_value_comes_back_as_it_was(kind, field):
    typed = fields_of(kind)[field.name]

    @hypothesis(max_examples=8, derandomize=True, database=None)
    @given(value=values(field))
    def there_and_back(value: Any) -> None:
        told = json.loads(json.dumps(to_json(value)))
        if told in BLANK:
            return
        found = read(field, typed, told)
        assert found == value and type(found) is type(value)

    there_and_back()


def test_a_decimal_is_told_alike_by_both_databases():
    assert {to_json(Decimal(v)) for v in ("17", "17.0", "17.00", "1.7E1")} == {"17"}
    assert to_json(Decimal("0.50")) == "0.5" and to_json(Decimal("100")) == "100"
