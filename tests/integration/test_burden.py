"""The burden budget: how much the smallest honest promise asks people to write."""

import pytest

from processes.method import Ground, get_method
from tests import situations
from tests.burden import Least
from tests.world import World

METHOD = get_method()
ENTRIES, PROSE = 84, 15  # as measured: what is added is paid for by what is computed, suggested or taken away
# What the form that starts a round asks besides what it suggests: area and period.
STARTING = ("name", "who else takes part")
# Views are counted, not loaded, so the guard demands none; a dialogue that heard nothing is none.
ONE_VIEW = ("text", "theme", "place", "worry", "outcome")
# The steps whose "bör" it takes less to explain than to meet, as found by trying each step both ways: another choice
# asks for as much or more.
EXPLAINED = ("collaboration", "local_situation", "joint_situation", "activity_plan")


def small():
    """Police and municipality, one focus area, three activities, one dialogue of each kind."""
    world = situations.planned_round()
    world.edit(world.shares[2], party=world.parties["police"])
    world.remove(world.parties["partner"])
    world.focus_group.delete()
    world.deviate("joint_situation", world.joint, ["DIA-1:sign"], "Ett möte till hålls i vår.")
    return world


def given_from_the_start(world):
    """What nobody enters: what a new round holds, and the name the analysis takes from its problem."""
    before = {(row.model, row.id): row for row in World("ny").facts().rows("processes.CommunicationActivity")}
    first = min(pk for _, pk in before) - min(line.pk for line in world.lines)
    found = {
        (model, pk - first, name)
        for (model, pk), row in before.items()
        for name, value in row.items()
        if value == world.facts().get(model, pk - first)[name]
    }
    for party in world.facts().rows("processes.Party"):
        found.add((party.model, party.id, "organisation"))
        if party.kind == "police":
            found.add((party.model, party.id, "coordinator"))
    for row in world.facts().rows("processes.Feedback"):
        if METHOD[row.step].ground is Ground.POLICE:  # the form of a staff dialogue has "staff" ticked
            found.add((row.model, row.id, "audiences"))
    situation = world.facts().one("processes.LocalSituation")
    found |= {(situation.model, situation.id, name) for name in ("title", "period_start", "period_end")}
    return found | {("processes.ProblemAnalysis", world.analysis.pk, "what")}


@pytest.mark.django_db
@pytest.mark.slow
@pytest.mark.row("X-18")
def test_the_smallest_honest_promise_is_small(capsys):
    world = small()
    least = Least(METHOD, world.facts(), given_from_the_start(world), EXPLAINED)
    entries = len(list(least.entries())) + len(STARTING) + len(ONE_VIEW)
    prose = len(least.prose()) + 1
    with capsys.disabled():
        print(f"\nBurden: {entries} entries, {prose} of them prose (at most {ENTRIES} and {PROSE})")
    assert entries <= ENTRIES
    assert prose <= PROSE
