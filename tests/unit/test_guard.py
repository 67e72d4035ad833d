"""What the guard lets through and what it stops, tried on a method of three steps."""

import pytest

from processes import guard
from processes.guard import Status
from processes.method import Gate, Role, Side
from tests.toy import LISTEN, LISTENING, METHOD, THINK, THINKING, VOWING, Case


def gaps(case, step, gate, pk=1):
    return guard.evaluate(METHOD, gate, case.facts, step, case.row(step, pk)).gaps


def codes(case, step, gate, pk=1):
    return [gap.code for gap in gaps(case, step, gate, pk)]


def status(case, step, pk=1):
    return guard.status(case.facts, step, case.row(step, pk))


def test_nothing_stands_in_the_way_of_what_is_complete():
    case = Case().ready()
    assert codes(case, LISTENING, Gate.COMPLETE) == []
    assert codes(case, THINKING, Gate.APPROVE) == []
    assert codes(case, VOWING, Gate.SIGN) == []


# --- M and S ---


def test_what_must_be_is_never_waived():
    case = Case()
    case.put(LISTEN, 1, venue="")
    case.deviate(LISTENING, ["A-1:complete"])
    assert codes(case, LISTENING, Gate.COMPLETE) == ["A-1"]


def test_what_should_be_is_met_by_an_explanation_until_it_is_taken_back():
    case = Case()
    case.drop("app.Word", 1)
    assert codes(case, LISTENING, Gate.COMPLETE) == ["A-2"]
    case.deviate(LISTENING, ["A-2:complete"], withdrawn=True)
    assert codes(case, LISTENING, Gate.COMPLETE) == ["A-2"]
    case.deviate(LISTENING, ["A-2:complete"])
    assert codes(case, LISTENING, Gate.COMPLETE) == []


def test_an_explanation_of_one_step_or_gate_explains_no_other():
    case = Case()
    case.drop("app.Word", 1)
    case.deviate(THINKING, ["A-2:complete"])
    case.deviate(LISTENING, ["A-2:sign"])
    assert codes(case, LISTENING, Gate.COMPLETE) == ["A-2"]


@pytest.mark.row("FAL-9")
def test_a_demand_that_does_not_apply_is_not_asked():
    for municipality, found in ((True, ["B-4"]), (False, [])):
        case = Case(municipality=municipality).ready()
        case.put(THINK, 1, whose="")
        assert codes(case, THINKING, Gate.COMPLETE) == found


@pytest.mark.row("FAL-9")
def test_the_municipalitys_word_is_wanted_only_when_it_is_a_party():
    case = Case()
    assert guard.sides(THINKING, Gate.APPROVE, case.facts) == (Side.POLICE, Side.MUNICIPALITY)
    assert guard.sides(THINKING, Gate.COMPLETE, case.facts) == (Side.POLICE,)
    alone = Case(municipality=False)
    assert guard.sides(THINKING, Gate.APPROVE, alone.facts) == (Side.POLICE,)


def test_the_latest_judgement_counts():
    case = Case().ready()
    case.judge("no")
    assert codes(case, THINKING, Gate.APPROVE) == ["B-2"]
    case.judge("partly")
    assert codes(case, THINKING, Gate.APPROVE) == []


def test_a_tick_can_be_taken_back():
    case = Case().ready()
    case.tick(False)
    assert codes(case, THINKING, Gate.APPROVE) == ["B-3"]


def test_feedback_may_reach_its_audiences_on_several_occasions_but_not_in_the_future():
    case = Case()
    case.tell(1, ["citizens"])
    case.tell(1, ["staff"], days_ago=-1)
    (gap,) = [gap for gap in gaps(case, VOWING, Gate.SIGN) if gap.code == "A-3"]
    assert gap.finding.current == "ännu ingen återkoppling till medarbetare"
    case.tell(1, ["staff"])
    assert "A-3" not in codes(case, VOWING, Gate.SIGN)


# --- order ---


@pytest.mark.row("PRO-3")
def test_a_step_waits_for_what_it_needs():
    case = Case().ready()
    case.put("processes.Decision", 1, outcome="reopened")
    (gap,) = gaps(case, THINKING, Gate.COMPLETE)
    assert (gap.code, gap.step, gap.finding.current) == (guard.ORDER, LISTENING, "inte klarmarkerat")


@pytest.mark.row("PRO-3")
def test_a_need_of_a_later_gate_is_not_asked_before():
    case = Case()
    assert guard.ORDER in codes(case, VOWING, Gate.SIGN)
    assert codes(case, VOWING, Gate.COMPLETE) == []


@pytest.mark.row("PRO-3")
def test_a_dialogue_that_does_not_count_reaches_nothing():
    case = Case().ready()
    case.put(LISTEN, 1, held=False)
    (gap,) = [gap for gap in gaps(case, THINKING, Gate.COMPLETE) if gap.code == guard.ORDER]
    assert gap.finding.current == "ingen är genomförd ännu"


def test_one_of_several_dialogues_is_enough_but_of_analyses_each_is_wanted():
    case = Case().ready()
    case.put(LISTEN, 2, title="Skolan", venue="", views=0, held=True, focus_area_id=8)
    assert guard.reached(case.facts, LISTENING) == []
    every = LISTENING.__class__(**{f: getattr(LISTENING, f) for f in LISTENING.__slots__} | {"every": True})
    (finding,) = guard.reached(case.facts, every)
    assert finding.subject.id == 2


# --- a promise's gate ---


def test_the_promise_is_judged_on_its_own_focus_areas_only():
    case = Case().ready()
    case.put(LISTEN, 2, title="Skolan", venue="", views=0, held=True, focus_area_id=8)
    assert codes(case, VOWING, Gate.SIGN) == []
    case.put("agreements.PromiseFocus", 2, promise_id=1, focus_area_id=8)
    assert set(codes(case, VOWING, Gate.SIGN)) == {"A-1", "A-2", "A-3"}


def test_a_dialogue_that_was_never_held_is_asked_nothing_when_the_promise_is_signed():
    case = Case().ready()
    case.put(LISTEN, 2, title="Planerat", venue="", views=0, held=False, focus_area_id=7)
    assert codes(case, VOWING, Gate.SIGN) == []
    case.put(LISTEN, 2, held=True)
    assert set(codes(case, VOWING, Gate.SIGN)) == {"A-1", "A-2", "A-3"}


def test_all_earlier_demands_are_asked_again_when_the_promise_is_signed():
    case = Case().ready()
    case.put(LISTEN, 1, venue="…")
    assert "A-1" in codes(case, VOWING, Gate.SIGN)


# --- what was decided, and whether it holds ---


def test_a_changed_answer_makes_its_own_step_stale():
    case = Case().ready()
    assert status(case, THINKING) is Status.DONE
    case.put(THINK, 1, what="Något annat")
    assert status(case, THINKING) is Status.STALE
    (gap, _) = gaps(case, VOWING, Gate.SIGN)
    assert (gap.code, "behöver bekräftas" in gap.finding.current) == (guard.ORDER, True)
    case.decide(THINKING, 1, Gate.APPROVE)
    case.decide(THINKING, 1, Gate.APPROVE, "municipality")
    assert codes(case, VOWING, Gate.SIGN) == []


def test_what_was_taken_over_makes_the_next_step_stale_and_only_that():
    case = Case().ready()
    case.put(LISTEN, 1, title="Ett annat torg")
    assert status(case, LISTENING) is Status.STALE
    assert status(case, THINKING) is Status.STALE
    case.put(LISTEN, 1, title="Torget", venue="Skolan")
    assert (status(case, LISTENING), status(case, THINKING)) == (Status.STALE, Status.DONE)


def test_new_material_stops_nothing_and_is_gone_once_acknowledged():
    case = Case().ready()
    case.put(LISTEN, 1, views=4)
    found = guard.standing(case.facts, THINKING, case.row(THINKING))
    assert [(c.kind, c.field, c.old, c.new) for c in found.news] == [("news", "views", 3, 4)]
    assert codes(case, VOWING, Gate.SIGN) == []
    for side in Side:
        case.decide(THINKING, 1, Gate.APPROVE, side, outcome="acknowledged", comment="Tas upp i vår.")
    assert guard.standing(case.facts, THINKING, case.row(THINKING)).news == ()
    assert status(case, THINKING) is Status.DONE


def test_acknowledging_is_not_deciding():
    case = Case()
    case.decide(THINKING, 1, Gate.APPROVE, outcome="acknowledged")
    assert guard.standing(case.facts, THINKING, case.row(THINKING)).passed == {}


def test_what_is_sent_back_must_be_decided_anew():
    case = Case().ready()
    case.decide(THINKING, 1, Gate.APPROVE, outcome="returned", comment="Siffrorna saknas.")
    assert status(case, THINKING) is Status.RETURNED
    currents = {gap.finding.current for gap in gaps(case, VOWING, Gate.SIGN)}
    assert currents == {"återlämnat: Siffrorna saknas."}
    case.decide(THINKING, 1, Gate.COMPLETE)
    assert status(case, THINKING) is Status.WAITING


def test_what_is_opened_again_has_no_standing_at_all():
    case = Case().ready()
    case.decide(THINKING, 1, Gate.APPROVE, outcome="reopened")
    assert status(case, THINKING) is Status.ACTIVE


def test_each_side_speaks_for_itself():
    case = Case().ready()
    case.put("processes.Decision", 4, outcome="acknowledged")
    assert status(case, THINKING) is Status.WAITING
    (gap,) = gaps(case, VOWING, Gate.SIGN)
    assert gap.finding.current == "saknar kommunens godkännande"
    assert gap.fixers == (Role.MUNICIPAL_REPRESENTATIVE,)


# --- what a gap says ---


@pytest.mark.row("PRO-5")
def test_a_gap_names_rule_basis_current_value_and_who_mends_it_where():
    case = Case()
    case.put(LISTEN, 1, venue="se ovan")
    case.drop("app.Word", 1)
    venue, words = gaps(case, LISTENING, Gate.COMPLETE)
    assert (venue.message, venue.basis) == ("Krav A-1.", "Källa")
    assert (venue.step, venue.subject.id, venue.finding.anchor) == (LISTENING, 1, "om.venue")
    assert venue.finding.current == "”se ovan”"
    assert guard.fixer_titles(venue) == "Kommunpolis"
    assert guard.fixer_titles(words) == "Områdespolis/medarbetare"


def test_a_refusal_names_each_code_once():
    case = Case()
    case.put(LISTEN, 1, venue="")
    case.drop("app.Word", 1)
    verdict = guard.evaluate(METHOD, Gate.COMPLETE, case.facts, LISTENING, case.row(LISTENING))
    assert str(guard.NotReady(verdict)) == "Det går inte att klarmarkera ännu: A-1, A-2"
