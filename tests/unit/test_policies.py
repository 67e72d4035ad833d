"""Who may do what in the real method: one readable table, every role in every step."""

import pytest

from processes import policies
from processes.method import Gate, Ground, Panel, Role, get_method
from processes.policies import Actor

METHOD = get_method()
# The order of the columns below; an administrator has no role in any round.
COLUMNS = tuple(role for role in Role if role is not Role.ADMINISTRATOR)
POLICE = {*policies.POLICE_ROLES, Role.COMMUNICATOR, Role.REGISTRAR, Role.READER}

# s sees the step · e edits all of it, p some part · d decides its last gate · r may send it back.
# A communicator or registrar is the police's here. Reviewed by a human: change it on purpose only.
TABLE = """
                        off  chi  man  emp  int  ana  com  mco  mre  par  pre  reg  rea
collaboration           sedr s    s    s    s    s    s    sedr s    s    s    s    s
communication           ser  s    s    s    s    s    ser  ser  s    s    s    s    s
local_situation         sp   spdr s    s    sp   sp   s    -    -    -    -    s    s
staff_dialog_what       sedr s    sedr s    s    s    s    -    -    -    -    s    s
citizen_dialog          sedr s    s    s    s    s    sp   sedr s    s    s    s    s
joint_situation         se   sdr  s    s    s    s    s    spdr sdr  sp   s    s    s
problem_analysis        sedr s    s    s    s    sedr s    sedr s    s    s    s    s
collaboration_agreement ser  s    s    s    s    s    s    ser  s    s    s    s    s
staff_dialog_how        sedr s    sedr s    s    s    s    -    -    -    -    s    s
activity_plan           se   sdr  se   se   s    s    s    se   sp   se   sp   s    s
citizen_promise         ser  s    s    s    s    s    s    ser  s    s    s    s    s
implementation          ser  s    spr  spr  s    s    s    ser  s    spr  s    s    s
follow_up               se   sdr  s    s    s    se   s    se   s    s    s    s    s
feedback                ser  s    s    s    s    s    ser  ser  s    s    s    s    s
"""
ROWS = {line.split()[0]: line.split()[1:] for line in TABLE.strip().splitlines()[1:]}


def actor(role, police=None):
    return Actor(1, frozenset([role]), role in POLICE if police is None else police)


def letters(who, step):
    parts = [part for part in step.sections if not isinstance(part, Panel)] or [None]
    edits = [bool(policies.can_edit(who, step, part)) for part in parts]
    found = "s" if policies.can_see_step(who, step) else ""
    found += "e" if all(edits) else "p" if any(edits) else ""
    found += "d" if step.done_gate and policies.can_decide(who, step, step.done_gate) else ""
    found += "r" if policies.can_return(who, step) else ""
    return found or "-"


def test_the_table_has_each_step_once():
    assert list(ROWS) == [step.key for step in METHOD]


@pytest.mark.parametrize("key", ROWS)
def test_each_role_may_what_the_table_says(key):
    step = METHOD[key]
    found = {role: letters(actor(role), step) for role in COLUMNS}
    assert found == dict(zip(COLUMNS, ROWS[key], strict=True))


@pytest.mark.parametrize("step", METHOD.steps, ids=lambda step: step.key)
def test_a_stranger_may_nothing_and_is_told_why(step):
    stranger = Actor(1, frozenset())
    assert policies.can_see_round(stranger).reason == "Du har ingen roll i den här rundan."
    for answer in (policies.can_see_step(stranger, step), policies.can_edit(stranger, step)):
        assert not answer
        assert answer.reason


@pytest.mark.row("LAG-2")
@pytest.mark.parametrize("step", [s for s in METHOD if s.ground is Ground.POLICE], ids=lambda s: s.key)
def test_the_polices_own_ground_is_closed_to_all_others(step):
    for role in (Role.COMMUNICATOR, Role.REGISTRAR, Role.PARTNER, Role.MUNICIPAL_COORDINATOR):
        outside = actor(role, police=False)
        assert "polisens eget arbetsmaterial" in policies.can_see_step(outside, step).reason
        assert not policies.can_edit(outside, step)
        assert not policies.can_decide(outside, step, Gate.COMPLETE)


@pytest.mark.row("LAG-2")
def test_only_the_three_steps_of_the_police_are_closed_ground():
    own = [step.key for step in METHOD if step.ground is Ground.POLICE]
    assert own == ["local_situation", "staff_dialog_what", "staff_dialog_how"]


def test_a_refusal_names_the_roles_that_may():
    answer = policies.can_decide(actor(Role.EMPLOYEE), METHOD["joint_situation"], Gate.APPROVE)
    assert answer.reason == (
        "Bara lokalpolisområdeschef, kommunal samordnare eller kommunens representant kan godkänna "
        "gemensam lägesbild och fokusområden."
    )


@pytest.mark.row("LOK-5")
def test_only_chief_and_intelligence_coordinator_are_cleared():
    cleared = [role for role in Role if policies.can_see_intelligence(actor(role))]
    assert cleared == [Role.LOCAL_POLICE_CHIEF, Role.INTELLIGENCE_COORDINATOR]


def test_rounds_are_started_by_officers_and_people_kept_by_administrators():
    assert [role for role in Role if policies.can_start_round([role])] == [Role.COMMUNITY_OFFICER]
    assert [role for role in Role if policies.can_administer([role])] == [Role.ADMINISTRATOR]


@pytest.mark.row("PRO-6")
def test_each_step_but_the_frames_has_its_place_in_sara():
    frames = [step.key for step in METHOD if step.sara.name == "NONE"]
    assert frames == ["collaboration", "communication"]
