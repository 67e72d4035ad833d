"""Everybody is no target group; everybody in year nine is (KOM-3)."""

import pytest

from processes.hints import groups

EVERYBODY = """alla
Alla.
allmänheten
Alla medborgare
alla invånare i kommunen
Invånarna
samtliga
hela kommunen
alla i området
Medborgarna
alla människor
folk"""
SOMEBODY = """alla i årskurs 9
alla i åk 9
Boende på Tallvägen
allmänheten runt torget
Alla som åker buss 18
medborgare över 65 år
De som bor och verkar i Åby
invånarna i Norrhamra
alla föräldrar på Åbyskolan
handlare vid torget
alla medarbetare i yttre tjänst
"""


@pytest.mark.row("KOM-3")
@pytest.mark.parametrize("name", EVERYBODY.splitlines())
def test_everybody_is_hinted_at(name):
    (hint,) = groups.hints(name)
    assert hint.words == (name,)


@pytest.mark.row("KOM-3")
@pytest.mark.parametrize("name", [*SOMEBODY.splitlines(), "", "   "])
def test_a_group_that_is_rung_in_is_left_alone(name):
    assert list(groups.hints(name)) == []
