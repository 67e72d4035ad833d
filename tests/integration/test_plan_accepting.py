"""Each party says yes to its own part of the plan, by its own people, and to just what was shown."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from processes import actions
from processes.models import ActivityParty, Membership, User
from processes.plan import acceptance
from processes.writing import ReasonNeeded, Refused
from tests.situations import planned_round
from tests.unit.test_steps_processes import activity as activity_fact
from tests.unit.test_steps_processes import facts as plain_facts
from tests.unit.test_steps_processes import taken_on

pytestmark = [pytest.mark.django_db, pytest.mark.row("AKT-1")]
POLICE, MUNICIPALITY, PARTNER = range(3)  # whose the three shares of the example are


@pytest.fixture
def world():
    """Planned, and no yes given yet."""
    found = planned_round()
    for whose, who in ((MUNICIPALITY, "representative"), (PARTNER, "partner_representative")):
        by, share = found.cast.people[who], found.shares[whose]
        actions.take_back(by=by, round_=found.round, share_id=share.pk, reason="Vi börjar om.")
    return found


def value(world, share) -> str:
    """What the page's box holds."""
    facts = world.facts()
    row = facts.get("processes.ActivityParty", share.pk)
    return f"{share.pk}:{acceptance.mark(acceptance.terms(facts, row))}"


def post(client, world, user, *values, note="", name="accept", args=(), key=""):
    client.force_login(user)
    url = reverse(f"processes:{name}", args=[world.round.pk, *args])
    return client.post(url, {"del": values, "kommentar": note, "nyckel": key})


def said_yes(world, share) -> bool:
    facts = world.facts()
    return acceptance.standing(facts, facts.get("processes.ActivityParty", share.pk)) == "accepted"


def page(client, world, user, **query):
    client.force_login(user)
    return client.get(reverse("processes:step", args=[world.round.pk, "aktivitetsplan"]), query)


# --- Whose yes it is ---


@pytest.mark.row("FAL-8")
@pytest.mark.parametrize(
    ("who", "whose"),
    [
        ("coordinator", MUNICIPALITY),
        ("representative", MUNICIPALITY),
        ("partner", PARTNER),
        ("partner_representative", PARTNER),
    ],
)
def test_a_partys_own_people_take_on_its_part(client, world, who, whose):
    user, share = world.cast.people[who], world.shares[whose]
    assert post(client, world, user, value(world, share)).status_code == 302
    share.refresh_from_db()
    assert (share.accepted_on, share.accepted_by) == (timezone.localdate(), user)
    assert said_yes(world, share)
    assert share.history.first().history_user == user


@pytest.mark.row("FAL-8")
@pytest.mark.parametrize(
    ("who", "whose", "why"),
    [
        ("partner", MUNICIPALITY, "Bara Aby kommun kan svara för sin del"),
        ("officer", PARTNER, "Bara Abybostäder AB kan svara för sin del"),
        ("coordinator", PARTNER, "Bara Abybostäder AB kan svara för sin del"),
        ("coordinator", POLICE, "när lokalpolisområdeschefen godkänner planen"),
    ],
)
def test_nobody_answers_for_another_party(client, world, who, whose, why):
    share = world.shares[whose]
    answer = post(client, world, world.cast.people[who], value(world, share), note="De har ringt.")
    assert answer.status_code == 409
    assert why in answer.content.decode()
    assert not said_yes(world, share)


@pytest.mark.parametrize("who", ["employee", "chief", "communicator", "reader"])
def test_whoever_answers_for_no_party_is_told_why(client, world, who):
    answer = post(client, world, world.cast.people[who], value(world, world.shares[MUNICIPALITY]))
    assert answer.status_code == 403
    assert "lämna besked om en parts aktiviteter" in answer.content.decode()
    assert "processes:accept" not in page(client, world, world.cast.people[who]).content.decode()


def test_all_or_none_are_taken_on(client, world):
    own, other = world.shares[MUNICIPALITY], world.shares[PARTNER]
    answer = post(client, world, world.cast.coordinator, value(world, own), value(world, other))
    assert answer.status_code == 409
    assert not said_yes(world, own) and not said_yes(world, other)


def test_nothing_ticked_is_nothing_said(client, world):
    answer = post(client, world, world.cast.coordinator, "mig", "1:", "-1:" + "a" * 16)
    assert answer.status_code == 409
    assert "Kryssa för minst en aktivitet" in answer.content.decode()


def test_a_second_press_is_harmless_and_a_second_yes_refused(client, world):
    share = world.shares[MUNICIPALITY]
    for _ in range(2):
        assert (
            post(client, world, world.cast.coordinator, value(world, share), key="en-gång").status_code == 302
        )
    assert share.history.filter(accepted_on__isnull=False).count() == 2  # the example's own, and this one
    answer = post(client, world, world.cast.coordinator, value(world, share))
    assert answer.status_code == 409 and "redan sagt ja" in answer.content.decode()


# --- For those who have nobody here ---


@pytest.mark.row("FAL-8")
def test_a_leader_notes_the_yes_of_a_party_without_users_and_says_how_it_came(client, world):
    share = world.shares[PARTNER]
    Membership.objects.filter(organisation=world.partner_org).update(
        valid_until=world.today - timedelta(days=1)
    )
    assert post(client, world, world.cast.officer, value(world, share)).status_code == 422
    assert not said_yes(world, share)
    shown = page(client, world, world.cast.officer).content.decode()
    assert "Ingen hos Abybostäder AB har ett konto" in shown and "Hur lämnades det?" in shown
    answer = post(client, world, world.cast.officer, value(world, share), note="Mejl från förvaltaren 3 mars")
    assert answer.status_code == 302
    share.refresh_from_db()
    assert (share.accepted_by, share.accepted_note) == (world.cast.officer, "Mejl från förvaltaren 3 mars")
    assert "Mejl från förvaltaren 3 mars" in page(client, world, world.cast.officer).content.decode()


def test_someone_shut_off_or_elsewhere_is_nobody_who_can_answer(world):
    share, where = world.shares[PARTNER], Membership.objects.filter(organisation=world.partner_org)
    args = {"by": world.cast.officer, "round_": world.round, "note": "Protokoll"}

    def note():
        row = world.facts().get("processes.ActivityParty", share.pk)
        return actions.accept(shown={share.pk: acceptance.mark(acceptance.terms(world.facts(), row))}, **args)

    with pytest.raises(Refused):
        note()
    User.objects.filter(memberships__in=where).update(is_active=False)
    assert note()


def test_one_who_leads_but_is_employed_elsewhere_cannot_note_anothers_yes(world):
    Membership.objects.filter(organisation=world.partner_org).delete()
    row = world.facts().get("processes.ActivityParty", world.shares[PARTNER].pk)
    shown = {row.id: acceptance.mark(acceptance.terms(world.facts(), row))}
    with pytest.raises(Refused):
        actions.accept(by=world.cast.representative, round_=world.round, shown=shown, note="Protokoll")
    with pytest.raises(ReasonNeeded):
        actions.accept(by=world.cast.coordinator, round_=world.round, shown=shown)
    assert actions.accept(by=world.cast.coordinator, round_=world.round, shown=shown, note="Protokoll")


# --- What the yes was given to ---

CHANGES = {
    "what": "Något annat",
    "place": "Hamnen",
    "period_start": timezone.localdate() + timedelta(days=400),
    "period_end": timezone.localdate() + timedelta(days=600),
    "target_kind": "exactly",
    "target_value": 41,
    "target_unit": "kvällar",
    "what_counts": "Minst två ledare",
}
HARMLESS = {
    "ground_reference": "Brå 2020",
    "horizon": "long_term",
    "position": 3,
    "effort": 1,
    "technique": "set_rules",
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_what_was_promised_asks_for_the_yes_anew(world, name):
    activity, share = world.activities[MUNICIPALITY], world.shares[MUNICIPALITY]
    world.accept(share)
    world.accept(world.shares[PARTNER])
    before = getattr(activity, name)
    world.edit(activity, **{name: CHANGES[name]})
    assert not said_yes(world, share) and said_yes(world, world.shares[PARTNER])
    assert "AKT-1" in world.codes("activity_plan", "approve", world.activity_plan)
    world.edit(activity, **{name: before})
    assert said_yes(world, share), "what is as it was is as it was said yes to"


def test_a_change_of_hours_or_party_asks_anew(world):
    share = world.shares[MUNICIPALITY]
    world.accept(share)
    world.edit(share, hours=101)
    assert not said_yes(world, share)
    world.edit(share, hours=100)
    assert said_yes(world, share)
    world.edit(share, party=world.parties["partner"])
    facts = world.facts()
    row = facts.get("processes.ActivityParty", share.pk)
    assert acceptance.standing(facts, row) == "waits", "another party's yes is not its own"


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_no_part_of_the_promise_may_change(world, name):
    world.accept(world.shares[MUNICIPALITY])
    world.edit(world.activities[MUNICIPALITY], **{name: HARMLESS[name]})
    assert said_yes(world, world.shares[MUNICIPALITY])


def test_to_write_out_the_rounds_own_days_changes_nothing(world):
    world.accept(world.shares[MUNICIPALITY])
    days = {"period_start": world.round.period_start, "period_end": world.round.period_end}
    world.edit(world.activities[MUNICIPALITY], **days)
    assert said_yes(world, world.shares[MUNICIPALITY])


def test_what_was_changed_meanwhile_is_not_said_yes_to(client, world):
    share = world.shares[MUNICIPALITY]
    shown = value(world, share)
    world.edit(world.activities[MUNICIPALITY], target_value=400)
    answer = post(client, world, world.cast.coordinator, shown)
    assert answer.status_code == 409
    assert "har ändrats sedan du öppnade sidan" in answer.content.decode()
    assert not said_yes(world, share)


def test_the_page_says_what_has_changed_since_the_yes(client, world):
    world.accept(world.shares[MUNICIPALITY])
    world.edit(world.activities[MUNICIPALITY], target_value=41, target_unit="kvällar")
    shown = page(client, world, world.cast.coordinator).content.decode()
    assert "mål och enhet" in shown
    gap = next(
        g
        for g in world.verdict("activity_plan", "approve", world.activity_plan).gaps
        if "ändrades" in g.finding.current
    )
    assert gap.finding.current.endswith("mål och enhet")


@pytest.mark.parametrize("name", [*acceptance.TERMS])
def test_every_term_counts(name):
    part = taken_on(2, "municipality", hours=5)
    assert acceptance.standing(plain_facts(activity_fact(), part), part) == "accepted"
    part.accepted_terms[name] = "något annat"
    assert acceptance.standing(plain_facts(activity_fact(), part), part) != "accepted"


# --- Taking back ---


def test_a_yes_is_taken_back_with_a_reason(client, world):
    share, coordinator = world.shares[MUNICIPALITY], world.cast.coordinator
    world.accept(share)
    world.accept(world.shares[PARTNER])
    assert world.verdict("activity_plan", "approve", world.activity_plan).ok
    assert post(client, world, coordinator, name="take_back", args=[share.pk]).status_code == 422
    assert said_yes(world, share)
    answer = post(client, world, world.cast.partner, name="take_back", args=[share.pk], note="Nej")
    assert answer.status_code == 409 and said_yes(world, share)
    answer = post(client, world, coordinator, name="take_back", args=[share.pk], note="Budgeten föll.")
    assert answer.status_code == 302
    share.refresh_from_db()
    assert (share.accepted_on, share.accepted_by, share.accepted_terms) == (None, None, {})
    assert share.history.first().history_change_reason == "Budgeten föll."
    assert world.codes("activity_plan", "approve", world.activity_plan) == {"AKT-1"}
    assert "AKT-1" in world.codes("citizen_promise", "sign", world.promise)
    again = post(client, world, coordinator, name="take_back", args=[share.pk], note="Igen")
    assert again.status_code == 409 and "inget ja att ta tillbaka" in again.content.decode()


# --- Where it is asked ---


@pytest.mark.row("X-2", "PRO-5")
@pytest.mark.parametrize(("who", "whose"), [("representative", MUNICIPALITY), ("partner", PARTNER)])
def test_whoever_is_asked_is_led_there_from_my_work_and_from_the_refusal(client, world, who, whose):
    user, share = world.cast.people[who], world.shares[whose]
    client.force_login(user)
    party = world.parties["municipality" if whose == MUNICIPALITY else "partner"]
    tasks = client.get("/").context["mine"]
    own = [t for t in tasks if t["text"].startswith(f"Svara om {party} tar på sig")]
    assert len(own) == 1 and len([t for t in tasks if "aktivitetsplan" in t["url"]]) == 1
    answer = client.get(own[0]["url"])
    assert answer.content.decode().count("autofocus") == 1
    boxes = re.findall(r'name="del" value="([^"]+)"[^>]*checked', answer.content.decode())
    assert boxes == [value(world, share)], "one's own alone, ticked from the start"
    gap = next(
        g
        for g in world.verdict("activity_plan", "approve", world.activity_plan).gaps
        if g.finding.row.id == share.pk
    )
    assert set(gap.fixers) == set(acceptance_roles(whose))
    world.accept(share, by=user)
    assert not [t for t in client.get("/").context["mine"] if t["text"].startswith("Svara om")]


def acceptance_roles(whose):
    both = {
        MUNICIPALITY: ("municipal_coordinator", "municipal_representative"),
        PARTNER: ("partner", "partner_representative"),
    }
    return both[whose]


def test_those_who_wait_see_for_whom(client, world):
    shown = page(client, world, world.cast.employee).content.decode()
    assert shown.count("Väntar på ja från") == 2
    assert 'name="del"' not in shown


@pytest.mark.slow
def test_the_page_asks_as_much_of_one_part_as_of_many(client, world):
    def asked(user):
        client.force_login(user)
        url = reverse("processes:step", args=[world.round.pk, "aktivitetsplan"])
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    people = (world.cast.officer, world.cast.coordinator, world.cast.partner, world.cast.reader)
    before = [asked(user) for user in people]
    for _ in range(20):
        for share in world.shares:
            ActivityParty.objects.create(activity_id=share.activity_id, party_id=share.party_id, hours=3)
    assert [asked(user) for user in people] == before
