"""The rules of the dialogues and of what comes after the promise, on facts made by hand."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from agreements.steps import collaboration_agreement, feedback, follow_up_criteria, signed
from dialogs.criteria import took_place
from dialogs.steps import citizen_dialog, staff_dialog_what
from processes.method import Facts, Row

TODAY = date(2027, 6, 1)
NUMBERS = iter(range(1, 10_000))


def row(label, **values):
    return Row(label, next(NUMBERS), values)


def facts(*rows, today=TODAY, **period):
    days = {"period_start": date(2027, 1, 1), "period_end": date(2027, 12, 31)} | period
    return Facts([row("processes.Process", **days), *rows], today)


def findings(find, subject, *rows, **more):
    return [(f.anchor, f.current) for f in find(facts(*rows, **more), subject)]


def group(employees, invited, took_part):
    return row("dialogs.WhatDialog", employees=employees, invited=invited, took_part=took_part)


@pytest.mark.row("MED-3")
@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ((9, 9, 0), []),
        ((9, 11, 7), []),
        ((9, 6, 6), [("genomforande.invited", "6 av 9 inbjudna")]),
        ((9, 9, None), [("genomforande.took_part", "inget angivet")]),
        ((None, 9, 7), [("genomforande.employees", "inget angivet")]),
    ],
)
def test_everyone_in_the_group_was_invited(numbers, found):
    assert findings(staff_dialog_what.everyone_invited, group(*numbers)) == found


@pytest.mark.row("MED-1")
def test_staff_meet_over_a_dated_picture_not_an_approved_one():
    dated = row("processes.LocalSituation", dated_on=TODAY)
    undated = row("processes.LocalSituation", dated_on=None)
    find = staff_dialog_what.dated_picture
    assert findings(find, None, undated, dated) == []
    assert findings(find, None, undated) == [("om.dated_on", "inte daterad")]
    assert findings(find, None) == [("om.dated_on", "inte daterad")]


@pytest.mark.parametrize(("held_on", "missing"), [(TODAY, 0), (TODAY + timedelta(days=1), 1), (None, 1)])
def test_a_dialogue_ahead_of_us_has_not_taken_place(held_on, missing):
    assert len(findings(took_place, row("dialogs.HowDialog", held_on=held_on))) == missing


@pytest.mark.row("FAL-7")
@pytest.mark.parametrize(
    ("held_on", "old"), [(date(2026, 1, 2), False), (date(2026, 1, 1), True), (None, False)]
)
def test_a_dialogue_older_than_the_period_before_is_flagged(held_on, old):
    dialog = row("dialogs.CitizenDialog", held_on=held_on)
    assert bool(findings(citizen_dialog.recent, dialog)) is old


@pytest.mark.row("DIA-12")
def test_views_are_counted_not_listed():
    dialog = row("dialogs.CitizenDialog", views_total=80, views_unsorted=12)
    assert findings(citizen_dialog.all_views_sorted, dialog) == [
        ("synpunkter", "12 av 80 saknar något av detta")
    ]


def agreement(start, end, until_further_notice=None):
    return row(
        "agreements.CollaborationAgreement",
        title="Trygg i Åby",
        valid_from=start,
        valid_until=end,
        until_further_notice=until_further_notice,
        under_id=None,
    )


@pytest.mark.row("OVE-2", "OVE-3")
@pytest.mark.parametrize(
    ("subject", "anchors"),
    [
        (agreement(TODAY, None, True), []),
        (agreement(TODAY, TODAY + timedelta(days=900)), []),
        (agreement(TODAY, None), ["giltighet.valid_until"]),
        (agreement(TODAY, TODAY - timedelta(days=1)), ["giltighet.valid_until"]),
        (agreement(None, None, True), ["giltighet.valid_from"]),
    ],
)
def test_an_agreement_says_how_long_it_holds(subject, anchors):
    chosen = row("processes.FocusArea", becomes_promise=True)
    found = findings(collaboration_agreement.has_its_parts, subject, chosen)
    assert [anchor for anchor, _ in found] == anchors


@pytest.mark.row("OVE-6")
def test_the_municipality_shows_its_mandate_when_it_is_a_party():
    agreement = row("agreements.CollaborationAgreement")
    municipality, neighbour = (
        row("processes.Party", kind="municipality", organisation_id=pk, name=name)
        for pk, name in ((2, "Åby kommun"), (3, "Bergs kommun"))
    )
    chief, head = (
        row(
            "agreements.AgreementSignatory",
            agreement_id=agreement.id,
            party_kind=kind,
            party_name=kind,
            organisation_id=pk,
            party_id=pk,
            user_id=pk,
            name=kind,
            title="Chef",
            mandate=mandate,
        )
        for pk, kind, mandate in ((1, "police", "Delegation"), (2, "municipality", ""))
    )
    assert findings(signed.named_with_mandate, agreement, chief) == []
    assert findings(signed.named_with_mandate, agreement, chief, municipality) == [
        ("undertecknare", "ingen undertecknare för Åby kommun")
    ]
    assert findings(signed.named_with_mandate, agreement, chief, head, municipality) == [
        ("undertecknare.mandate", "inget angivet")
    ]
    both = (chief, head, municipality, neighbour)
    assert findings(signed.named_with_mandate, agreement, *both)[0] == (
        "undertecknare",
        "ingen undertecknare för Bergs kommun",
    )


def told(days_ago, *audiences, step="feedback", due_on=None, about=("", None)):
    given_on = None if days_ago is None else TODAY - timedelta(days=days_ago)
    return row(
        "processes.Feedback",
        step=step,
        subject_model="processes.Process",
        subject_id=1,
        audiences=audiences,
        given_on=given_on,
        due_on=due_on,
        about_model=about[0],
        about_id=about[1],
    )


EVERYONE = ("citizens", "staff", "partners")


@pytest.mark.row("ATE-1")
@pytest.mark.parametrize(
    ("given", "silent"),
    [
        ([told(60, *EVERYONE)], []),
        ([told(31, *EVERYONE)], []),
        ([told(121, *EVERYONE)], ["medborgare", "medarbetare", "samverkanspartner"]),
        ([told(60, "citizens", "partners")], ["medarbetare"]),
        ([told(60, "citizens", "partners"), told(40, "staff")], []),
        ([told(60, *EVERYONE, step="citizen_dialog")], ["medborgare", "medarbetare", "samverkanspartner"]),
        ([told(300, *EVERYONE)], ["medborgare", "medarbetare", "samverkanspartner"]),
    ],
)
def test_nobody_is_left_in_silence_while_the_work_goes_on(given, silent):
    found = findings(feedback.kept_talking, None, *given)
    assert [current.partition(":")[0] for _, current in found] == silent


@pytest.mark.row("ATE-1")
def test_the_work_begins_with_the_first_thing_done():
    log = row("agreements.Outcome", first_on="2027-05-01")
    assert findings(feedback.kept_talking, None, log, told(10, *EVERYONE)) == []
    early = row("agreements.Outcome", first_on="2026-11-01")
    found = list(feedback.heard(facts(log, early, told(10, *EVERYONE))))
    assert {one.begins for one in found} == {date(2026, 11, 1)}


@pytest.mark.row("ATE-1")
def test_a_silence_that_was_broken_is_told_as_long_as_it_was_but_closes_no_door():
    given = [told(300, *EVERYONE), told(10, *EVERYONE), told(9, "citizens")]
    log = row("agreements.Outcome", first_on=(TODAY - timedelta(days=320)).isoformat())
    assert findings(feedback.kept_talking, None, log, *given) == []
    days = (TODAY - timedelta(days=300), TODAY - timedelta(days=10))
    assert {one.longest for one in feedback.heard(facts(log, *given))} == {days}


@pytest.mark.row("FAL-6")
def test_a_feedback_that_was_promised_and_never_came_is_a_debt():
    owed = told(None, "citizens", due_on=TODAY - timedelta(days=9))
    later = told(None, "citizens", due_on=TODAY)
    given = told(1, "citizens", due_on=TODAY - timedelta(days=9))
    found = findings(feedback.debt, None, owed, later, given)
    assert found == [("feedback", "utlovad till 2027-05-23, 9 dagar sedan")]


def activity(kind="at_least", value=4):
    return row(
        "processes.Activity",
        what="Trygghetsvandring",
        target_kind=kind,
        target_value=None if value is None else Decimal(value),
        period_start=None,
        period_end=None,
        focus_area_id=None,
    )


def outcome(about, times, **said):
    values = {
        "activity_id": about.id,
        "times": times,
        "amount": times,
        "most": None,
        "least": None,
        "hours": None,
        "quality": "good",
        "explanation": "",
        "told_citizens_on": None,
        "told_citizens_how": "",
    }
    return row("agreements.Outcome", **values | said)


def codes(*rows):
    """The codes of what the last follow-up of those rows lacks of each activity."""
    last = row("agreements.FollowUp", period_end=date(2027, 12, 31))
    known = facts(*rows, last)
    wanted = [c for c in follow_up_criteria.CRITERIA if c.code in ("UPP-1", "FAL-2", "GEN-3")]
    return [c.code for c in wanted if list(c.find(known, last))]


@pytest.mark.row("UPP-1", "FAL-2", "FAL-3", "GEN-3")
def test_each_activity_is_accounted_for_as_it_went():
    walk, needed = activity(), activity("on_demand", None)
    assert codes(walk) == ["UPP-1"]
    assert codes(walk, outcome(walk, 4)) == []
    assert codes(walk, outcome(walk, 4, quality="")) == ["UPP-1"]
    assert codes(walk, outcome(walk, 2)) == ["FAL-2"]
    assert codes(walk, outcome(walk, 2, explanation="Sjukdom i gruppen.")) == []
    assert codes(walk, outcome(walk, 0, quality="")) == ["FAL-2", "GEN-3"]
    assert codes(needed, outcome(needed, 0, quality="")) == []


@pytest.mark.row("UPP-1")
def test_what_was_said_last_of_an_activity_counts():
    walk = activity()
    assert codes(walk, outcome(walk, 2), outcome(walk, 2, explanation="Sjukdom i gruppen.")) == []


def test_only_the_last_follow_up_closes_the_promise():
    half = row("agreements.FollowUp", period_end=date(2027, 6, 30))
    whole = row("agreements.FollowUp", period_end=date(2027, 12, 31))
    undated = row("agreements.FollowUp", period_end=None)
    known = facts(whole, half, undated)
    assert [follow_up_criteria.is_last(known, one) for one in (half, whole, undated)] == [False, True, False]


@pytest.mark.row("LOF-10")
def test_something_is_said_of_each_goal_the_promise_serves():
    serves = dict.fromkeys(("serves_safety", "serves_prevention", "serves_participation"), False)
    promise = row("agreements.Promise", **serves, serves_trust=True)
    said = {f"goal_{name}": "" for name in follow_up_criteria.GOALS}
    find = follow_up_criteria.goals_of_the_promise
    assert findings(find, row("agreements.FollowUp", **said), promise) == [
        ("malen.goal_trust", "inget angivet")
    ]
    said["goal_trust"] = "Fler säger att polisen bryr sig."
    assert findings(find, row("agreements.FollowUp", **said), promise) == []


@pytest.mark.row("UPP-2")
def test_an_activity_followed_up_as_planned_says_no_more_than_that():
    walk = activity()
    period = row("agreements.FollowUp", done_on=TODAY)
    plain = {"followed_by": "", "followed_how": "", "followed_on": None, "follow_up_id": period.id}
    plan = row("processes.ActivityPlan", follow_up_by="Kommunpolisen", follow_up_how="Loggen")
    account = outcome(walk, 4, **plain)
    assert findings(follow_up_criteria.followed, period, walk, account, plan, period) == []
    assert [anchor for anchor, _ in findings(follow_up_criteria.followed, period, walk, account)] == [
        "aktiviteter.followed_by",
        "aktiviteter.followed_how",
        "aktiviteter.followed_on",
    ]
