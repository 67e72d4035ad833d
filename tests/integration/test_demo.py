"""The demo: three rounds in the states they are meant to show, told by named people through the actions."""

import re
from datetime import date
from io import StringIO

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client
from django.urls import resolve
from django.utils import timezone

from agreements import chain, sealing
from agreements.models import Publication, SealedDocument
from dialogs.models import SubmittedView
from medborgarloften.portal.demo import people
from processes import guard, queries
from processes.method import Gate, get_method
from processes.models import Process, User
from processes.pages import progress

METHOD = get_method()


def demo(*arguments) -> str:
    """What the command says."""
    out = StringIO()
    call_command("demo", *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture(scope="module")
def rounds(django_db_setup, django_db_blocker):
    """The demo's rounds, oldest first; all is taken away after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        demo()
        yield list(Process.objects.order_by("pk"))
        transaction.set_rollback(True)


def statuses(round_) -> dict[str, str]:
    """Where each step stands that is neither done nor without an end."""
    facts = queries.load_facts(METHOD, round_.pk)
    found = {step.key: progress.step_status(facts, step).value for step in METHOD}
    return {key: value for key, value in found.items() if value != "done" and METHOD[key].done_gate}


def everything() -> dict[str, int]:
    """How many rows there are of each model."""
    return {model._meta.label: model._base_manager.count() for model in apps.get_models()}


def promises(round_):
    """Each promise of the round by title, and where it stands."""
    facts, step = queries.load_facts(METHOD, round_.pk), METHOD[guard.PROMISE_STEP]
    return {row.title: guard.status(facts, step, row).value for row in facts.rows(step.record)}


def test_one_promise_is_kept_and_another_waits_for_its_last_signature(rounds):
    under_way = rounds[0]
    assert under_way.period_start < timezone.localdate() < under_way.period_end
    assert statuses(under_way) == {"follow_up": "active"}
    assert promises(under_way) == {
        "Tryggare kvällar vid Stortorget": "done",
        "Säker gång- och cykelväg längs Ågatan": "waiting",
    }
    assert Publication.objects.get().version.registrations.count() == 2
    assert under_way.activity_logs.count() > 20


def test_one_round_is_held_up_for_reasons_that_can_be_seen(rounds):
    assert statuses(rounds[1]) == {
        "problem_analysis": "stale",
        "collaboration_agreement": "todo",
        "activity_plan": "returned",
        "follow_up": "todo",
    }
    facts = queries.load_facts(METHOD, rounds[1].pk)
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


def test_one_round_is_brand_new(rounds):
    assert rounds[2].predecessor == rounds[0]
    assert set(statuses(rounds[2]).values()) == {"todo"}
    assert promises(rounds[2]) == {}


def test_dialogues_have_as_many_views_as_dialogues_do(rounds):
    counts = [d.views.count() for round_ in rounds for d in round_.citizen_dialogs.all() if d.held_on]
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
    document = SealedDocument.objects.get()
    report = sealing.verify(bytes(document.pdf), sha256=document.sha256)
    assert (report.problems, report.is_demo, document.is_prov) == ((), True, True)
    assert list(chain.faults()) == []


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


def test_accounts_that_do_not_exist_are_not_offered(db):
    assert demo("--accounts") == "Demons konton finns inte här.\n"


@pytest.mark.parametrize("arguments", [(), ("--accounts",)])
def test_production_refuses(db, settings, arguments):
    settings.MODE = "production"
    with pytest.raises(CommandError):
        demo(*arguments)
    assert not User.objects.exists()


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


def kind_of_page(path: str):
    """Rows of the same section have the same page; one of them will do."""
    match = resolve(path)
    named = {name: value for name, value in match.kwargs.items() if name != "row"}
    return match.view_name, *sorted(named.items())


@pytest.mark.slow
def test_every_page_answers_the_community_officer(rounds):
    client = Client()
    client.force_login(User.objects.get(email="anna.ek@polisen.example"))
    found = crawl(client, "/", kind_of_page)
    assert {path: status for path, status in found.items() if status != 200} == {}
    for round_ in rounds:
        assert sum(path.startswith(f"/processer/{round_.pk}/") for path in found) > 30


@pytest.mark.slow
@pytest.mark.parametrize("today", [date(2027, 1, 1), date(2028, 2, 29), date(2029, 8, 31)])
def test_the_demo_can_be_made_on_any_day(db, monkeypatch, today):
    monkeypatch.setattr(timezone, "localdate", lambda *args: today)
    demo()
    under_way, held_up, new = Process.objects.order_by("pk")
    assert statuses(under_way) == {"follow_up": "active"}
    assert statuses(held_up)["activity_plan"] == "returned"
    assert new.period_start > under_way.period_end
