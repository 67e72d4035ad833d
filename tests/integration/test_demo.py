"""The demo: four rounds, and three promises made outside the tool, in the states they are meant to show, told by named people through the actions."""

import re
from datetime import datetime, timedelta
from io import StringIO
from types import SimpleNamespace

import pytest
import time_machine
from django.apps import apps
from django.conf import settings
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import resolve
from django.utils import timezone

from agreements import chain, demo_seal, sealing
from agreements.experience import bank
from agreements.keeping import Kept
from agreements.models import (
    Account,
    ActivityLog,
    ChainEntry,
    DocumentVersion,
    Promise,
    Publication,
    PublicPage,
    PublicWord,
    Registration,
    SealedDocument,
)
from agreements.steps.follow_up_criteria import accounts
from dialogs.models import SubmittedView
from medborgarloften.portal.demo import clock, people
from processes import guard, inherited, policies, queries
from processes.method import Gate, get_method
from processes.models import Decision, Process, User
from processes.pages import progress
from tests.tools import of_the_day

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.sqlite_alone]
METHOD = get_method()


def demo(*arguments) -> str:
    """What the command says."""
    out = StringIO()
    call_command("demo", *arguments, stdout=out)
    return out.getvalue()


def told() -> SimpleNamespace:
    """The demo's rounds by what they show."""
    within = Process.objects.filter(outside=False).order_by("pk")
    past, under_way, held_up, new = within
    outside = list(Process.objects.filter(outside=True).order_by("pk"))
    return SimpleNamespace(past=past, under_way=under_way, held_up=held_up, new=new, outside=outside)


@pytest.fixture(scope="module")
def rounds(undone):
    """The demo's rounds; all is taken away after the module."""
    with undone():
        demo()
        yield told()


def statuses(round_) -> dict[str, str]:
    """Where each step stands that is neither done nor without an end."""
    facts = queries.load_facts(METHOD, round_.pk)
    found = {step.key: progress.step_status(facts, step).value for step in METHOD}
    return {key: value for key, value in found.items() if value != "done" and METHOD[key].done_gate}


HAS_BEEN = {
    "changed_on", "decided_on", "delivered_on", "done_on", "given_on", "held_on", "measured_on", "met_on",
    "noticed_on", "received_on", "registered_on", "told_citizens_on",
}  # fmt: skip


def told_too_early() -> list[tuple]:
    """What somebody wrote had been before it had: model, field, the day it is to have been, when it was written."""
    found = []
    for model in (m for m in apps.get_models() if hasattr(m, "history_user")):
        for name in HAS_BEEN & {field.name for field in model._meta.concrete_fields}:
            rows = model.objects.exclude(**{name: None}).values_list(name, "history_date")
            found += [(model._meta.label, name, *row) for row in rows if timezone.localdate(row[1]) < row[0]]
    return found


def what_is_dated_is_true() -> None:
    """Nothing is written before it has been, nothing has been before it was promised, all is in order."""
    assert told_too_early() == []
    events = list(ChainEntry.objects.order_by("number").values_list("at", flat=True))
    assert events == sorted(events) and events[-1] <= timezone.now()
    assert ActivityLog.objects.exists() and Publication.objects.exists()
    for given in Publication.objects.select_related("version__promise__process"):
        first = given.version.promise.process.activity_logs.earliest("done_on")
        assert timezone.localdate(given.at) <= min(first.done_on, given.version.valid_from)
    for registered in Registration.objects.all():
        assert registered.registered_on == timezone.localdate(registered.at)


def everything() -> dict[str, int]:
    """How many rows there are of each model."""
    return {model._meta.label: model._base_manager.count() for model in apps.get_models()}


def promises(round_):
    """Each promise of the round by title, and where it stands."""
    facts, step = queries.load_facts(METHOD, round_.pk), METHOD[guard.PROMISE_STEP]
    return {row.title: guard.status(facts, step, row).value for row in facts.rows(step.record)}


# Where there is no demo: these come before the rounds are there for the rest of the module.


def test_a_day_is_told_in_its_turn_and_none_before_it_comes():
    seen = []

    def tale(*days):
        for day in days:
            yield clock.today() - timedelta(days=day)
            seen.append((day, (clock.today() - clock.day()).days))

    clock.tell(tale(9, 3), tale(5, 0))
    assert seen == [(9, 9), (5, 5), (3, 3), (0, 0)]
    for days in ([-1], [3, 9]):
        with pytest.raises(ValueError):
            clock.tell(tale(*days))
    assert clock.day() == clock.today()


def test_accounts_that_do_not_exist_are_not_offered():
    assert demo("--accounts") == "Demons konton finns inte här.\n"


@pytest.mark.parametrize("arguments", [(), ("--accounts",)])
def test_production_refuses(settings, arguments):
    settings.MODE = "production"
    with pytest.raises(CommandError):
        demo(*arguments)
    assert not User.objects.exists()


@pytest.mark.parametrize("day", of_the_day(["2027-01-01", "2028-02-29", "2029-07-01", "2029-08-31"], 4))
def test_the_demo_can_be_made_on_any_day(day):
    assert not Process.objects.exists()
    demo_seal.seal_is_prov()  # the seal's certificate is older than any of those days
    with time_machine.travel(datetime.fromisoformat(f"{day}T23:30:00+01:00")):
        demo()
        rounds = told()
        assert statuses(rounds.past) == statuses(rounds.under_way) == {}
        assert statuses(rounds.held_up)["activity_plan"] == "returned"
        assert rounds.new.period_start > rounds.under_way.period_end
        assert len(rounds.outside) == 3
        what_is_dated_is_true()


# What it tells


def test_one_promise_is_kept_and_another_waits_for_its_last_signature(rounds):
    under_way = rounds.under_way
    assert under_way.period_start < timezone.localdate() < under_way.period_end
    assert statuses(under_way) == {}
    assert promises(under_way) == {
        "Tryggare kvällar vid Stortorget": "done",
        "Säker gång- och cykelväg längs Ågatan": "waiting",
    }
    published = Publication.objects.filter(version__promise__process=under_way).get()
    assert published.version.registrations.count() == 2
    assert under_way.activity_logs.count() > 20


def test_the_round_before_went_the_whole_way_and_is_over(rounds):
    (promise,) = Promise.objects.filter(process=rounds.past)
    assert promises(rounds.past) == {"Lugnare väntan på bussen": "done"}
    version = DocumentVersion.objects.get(promise=promise)
    assert (version.way, version.registrations.count()) == ("paper", 2)
    facts = queries.load_facts(METHOD, rounds.past.pk)
    kept = [result.kept for _, _, result in accounts(facts)]
    assert kept == [Kept.KEPT, Kept.PARTLY, Kept.KEPT, Kept.NO_NEED]
    closed = Decision.objects.get(process=rounds.past, gate=Gate.CLOSE)
    assert rounds.past.closed_on == timezone.localdate(closed.at)
    assert Account.objects.get(promise=promise).at > closed.at
    stages = progress.rail(METHOD, facts, policies.Actor(0, frozenset(), True, frozenset()))
    assert [(stage["done"], stage["here"]) for stage in stages] == [(True, False)] * 5


def test_what_is_over_is_learnt_from_and_goes_on(rounds):
    (promise,) = Promise.objects.filter(process=rounds.past)
    officer = User.objects.get(email="anna.ek@polisen.example")
    found = bank.search(officer, bank.Asked(text="busstationen"))
    assert [row["problem"] for row in found.rows] == ["Väntan på busstationen på kvällen · Otrygg plats"] * 4
    assert {row["state"] for row in found.rows} == {Kept.KEPT, Kept.PARTLY, Kept.NO_NEED}
    page = PublicPage.objects.get(promise=promise)
    assert [other.promise.process for other in page.successors.all()] == [rounds.under_way]


def test_what_was_due_so_far_is_told_while_there_is_more_to_come(rounds):
    pages = {
        given.version.promise.process_id: Client().get(f"/loften/{given.slug}/")
        for given in Publication.objects.select_related("version__promise")
    }
    assert re.search(r"av lovade \d+ dittills", pages[rounds.under_way.pk].content.decode())
    assert re.search(r"av lovade \d+<", pages[rounds.past.pk].content.decode())


def test_citizens_can_choose_by_theme(rounds):
    words = PublicWord.objects.filter(kind=PublicWord.Kind.THEME)
    assert [word.name for word in words] == ["Otrygg plats", "Trafik", "Våld och hot"]
    shown = Client().get("/loften/").content.decode()
    assert all(f">{word.name}</option>" in shown for word in words)


def test_one_round_is_held_up_for_reasons_that_can_be_seen(rounds):
    assert statuses(rounds.held_up) == {
        "problem_analysis": "stale",
        "activity_plan": "returned",
        "follow_up": "todo",
    }
    facts = queries.load_facts(METHOD, rounds.held_up.pk)
    promise = facts.one("agreements.Promise")
    verdict = guard.evaluate(METHOD, Gate.SIGN, facts, METHOD[guard.PROMISE_STEP], promise)
    assert {gap.code for gap in verdict.gaps} == {
        "PRO-3",  # the analysis and the plan
        "DIA-11",  # nobody has answered the parents
        "AKT-1",
        "AKT-4",
        "FAL-5",  # a goal without baseline
        "KOM-1",
        "KOM-9",
        "LOF-1",
        "LOF-3",
        "LOF-9",
        "LOF-11",
        "MED-8",
        "OVE-6",
    }
    explained = [code for row in facts.rows("processes.Deviation") for code in row.codes]
    assert explained == ["SAM-8:complete", "OVE-4:sign"]
    joint = METHOD["joint_situation"]
    assert guard.standing(facts, joint, facts.one(joint.record)).news


def test_one_round_is_new_and_goes_on_from_the_first(rounds):
    assert rounds.new.predecessor == rounds.under_way
    facts = queries.load_facts(METHOD, rounds.new.pk)
    begun = {row.step for row in inherited.waiting(facts)}  # what the renewed promise brought along
    assert begun == {
        "collaboration",
        "communication",
        "activity_plan",
        "collaboration_agreement",
        "citizen_promise",
    }
    assert inherited.waiting(queries.load_facts(METHOD, rounds.under_way.pk)) == []  # it came from there
    assert promises(rounds.new) == {"Tryggare kvällar vid Stortorget": "todo"}
    assert Promise.objects.get(process=rounds.new).predecessor.process == rounds.under_way


def test_dialogues_have_as_many_views_as_dialogues_do(rounds):
    large = (rounds.under_way, rounds.held_up)
    met = [d for round_ in large for d in round_.citizen_dialogs.exclude(form="digital") if d.held_on]
    counts = [dialog.views.count() for dialog in met]
    assert len(counts) == 5
    assert min(counts) >= 20 and max(counts) <= 40


def test_whatever_was_written_was_written_by_a_person(rounds):
    histories = [m for m in apps.get_models() if hasattr(m, "history_user")]
    assert sum(m.objects.count() for m in histories) > 400
    nameless = {m._meta.label: m.objects.filter(history_user=None).count() for m in histories}
    # But for what citizens sent on the web: who did is not known.
    sent = SubmittedView.objects.count()
    assert {label: count for label, count in nameless.items() if count} == {"dialogs.HistoricalView": sent}


def test_the_sealed_document_verifies_and_the_chain_holds(rounds):
    document = SealedDocument.objects.latest("pk")
    assert (
        SealedDocument.objects.count() == 6
    )  # the agreement's, the promises' of two rounds, and those of three from outside
    report = sealing.verify(bytes(document.pdf), sha256=document.sha256)
    assert (report.problems, report.is_demo, document.is_prov) == ((), True, True)
    assert list(chain.faults()) == []


def test_what_is_dated_is_true(rounds):
    what_is_dated_is_true()
    assert clock.day() == clock.today()  # it is today again


def test_a_second_run_changes_nothing(rounds):
    before = everything()
    assert "finns redan" in demo()
    assert everything() == before


def test_the_accounts_are_printed_and_let_one_in(rounds):
    printed = demo("--accounts")
    assert settings.DEMO_PASSWORD in printed
    for person in people.CAST:
        assert person.email in printed
        assert authenticate(email=person.email, password=settings.DEMO_PASSWORD)


def crawl(client, first: str, key):
    """Every page reachable from the first, each with its status; one page for each key."""
    seen, waiting, found = set(), [first], {}
    while waiting:
        path = waiting.pop()
        response = client.get(path)
        found[path] = response.status_code
        if not response["Content-Type"].startswith("text/html"):
            continue
        for link in re.findall(r'href="(/[^"#?]*)', response.content.decode()):
            if not link.startswith(("/static/", "/konto/")) and key(link) not in seen:
                seen.add(key(link))
                waiting.append(link)
    return found


OF_EACH_ROUND = {"overview", "step", "subject", "timeline", "thread", "views", "hand_out", "hand_over", "law"}


def kind_of_page(path: str):
    """Of each round what tells of it: its own pages, each step's, and the first of each step's subjects. Of all that
    follows from there – forms, files, a single row – one of each kind will do."""
    match = resolve(path)
    named = {name: value for name, value in match.kwargs.items() if name in ("pk", "slug", "section", "form")}
    if match.url_name not in OF_EACH_ROUND:
        named.pop("pk", None)
    return match.view_name, *sorted(named.items())


def test_every_page_answers_the_community_officer(rounds):
    client = Client()
    client.force_login(User.objects.get(email="anna.ek@polisen.example"))
    found = crawl(client, "/", kind_of_page)
    assert {path: status for path, status in found.items() if status != 200} == {}
    # Those from outside have few pages.
    for round_ in (rounds.past, rounds.under_way, rounds.held_up, rounds.new):
        assert sum(path.startswith(f"/processer/{round_.pk}/") for path in found) > 20
