"""What an act is refused for outside the gates is told by the same component, and leads on as what the guard finds."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from agreements import signing
from agreements.models import ActivityLog, Promise
from dialogs.models import Proposal
from processes import actions
from processes.method import ROLE_TITLES
from processes.models import FocusArea, Process
from processes.models.record import LONGEST_TEXT
from processes.plan import acceptance
from tests.forms import typed
from tests.integration.test_refusal_links import Focused
from tests.integration.test_signing_pages import enter
from tests.people import PARTS, visitor
from tests.situations import new_round, planned_round, published_promise, sealed_promise, sent_for_signing

pytestmark = [pytest.mark.django_db, pytest.mark.row("X-2")]


def post(world, who, name, *more, **sent):
    return visitor(getattr(world.cast, who)).post(reverse(name, args=[world.round.pk, *more]), sent)


def under(world, key, subject, who, name, *more, **sent):
    return post(world, who, f"processes:{name}", world.method[key].slug, subject.pk, *more, **sent)


def begun(key, who, name, **sent):
    """An act in a step of a round that has just begun."""
    world = new_round()
    return world, under(world, key, world.record(world.method[key].record), who, name, **sent)


def nothing_to_return():
    return begun("local_situation", "chief", "send_back", kommentar="Mer om torget")


def open_already():
    return begun("collaboration", "officer", "reopen", kommentar="Mer att skriva")


def no_words_when_returned():
    world = planned_round()
    step = world.method["joint_situation"]
    actions.reopen(
        by=world.cast.officer, round_=world.round, step=step, subject_id=world.joint.pk, comment="Nytt möte"
    )
    world.decide("joint_situation", world.joint, "complete")
    return world, under(world, "joint_situation", world.joint, "chief", "send_back", kommentar=" ")


def no_words_when_opened_again():
    world = planned_round()
    return world, under(world, "joint_situation", world.joint, "officer", "reopen")


def a_delivered_order(name):
    world = new_round()
    picture = world.record("processes.LocalSituation")
    order = world.add("processes.MaterialOrder", picture, what="Siffror", person=world.cast.analyst)
    under(world, "local_situation", picture, "officer", "deliver", order.pk)
    return world, under(world, "local_situation", picture, "chief", name, order.pk)


def an_order_that_is_gone():
    world = new_round()
    return world, under(
        world, "local_situation", world.record("processes.LocalSituation"), "officer", "deliver", 9
    )


def nothing_ticked_for_a_yes():
    world = planned_round()
    world.edit(world.shares[1], hours=120)
    return world, post(world, "coordinator", "processes:accept")


def a_yes_to_what_has_changed():
    world = planned_round()
    world.edit(world.shares[1], hours=120)
    return world, post(
        world, "coordinator", "processes:accept", **{"del": f"{world.shares[1].pk}:{'0' * 16}"}
    )


def a_yes_twice():
    world = planned_round()
    facts = world.facts()
    mark = acceptance.mark(acceptance.terms(facts, facts.get(acceptance.PARTY, world.shares[1].pk)))
    return world, post(world, "coordinator", "processes:accept", **{"del": f"{world.shares[1].pk}:{mark}"})


def no_yes_to_take_back():
    world = planned_round()
    share = world.add(
        "processes.ActivityParty", world.activities[0], party=world.parties["municipality"], hours=5
    )
    return world, post(world, "coordinator", "processes:take_back", share.pk, kommentar="Fel")


def an_offer_that_is_gone():
    world = planned_round()
    sent = {"ursprung": "dialogs.Proposal:1:", "satt": "0"}
    return world, under(
        world, "joint_situation", world.joint, "officer", "adopt", "fokus", "medarbetarna", **sent
    )


def a_row_that_others_build_on():
    world = planned_round()
    return world, under(
        world, "joint_situation", world.joint, "officer", "remove_row", "bilden", world.problem.pk, reason="x"
    )


def a_view_taken_away():
    world = planned_round()
    row = "synpunkter", world.view.pk
    return world, under(world, "citizen_dialog", world.citizen_dialog, "officer", "remove_row", *row)


def an_import_that_somebody_worked_with():
    world = planned_round()
    step = world.method["citizen_dialog"]
    imported = actions.bring_in(
        by=world.cast.officer,
        round_=world.round,
        step=step,
        section=step.section("synpunkter"),
        subject_id=world.citizen_dialog.pk,
        parent=world.citizen_dialog,
        rows=[{"text": "Mörkt vid torget."}],
        file_name="a.csv",
        sha256="0" * 64,
    )
    world.edit(world.citizen_dialog.views.get(pk=imported.rows[0]), place="Torget")
    row = "synpunkter", imported.pk
    return world, under(world, "citizen_dialog", world.citizen_dialog, "officer", "import_undo", *row)


def a_file_that_no_longer_waits():
    world = planned_round()
    row = "synpunkter", "0" * 64
    return world, under(world, "citizen_dialog", world.citizen_dialog, "officer", "import_check", *row)


def an_order_without_scores():
    world = planned_round()
    world.add("processes.FocusArea", title="Klottret")
    sent = {"hur": "all", "visat": "", "reason": "Vägt på nytt"}
    return world, under(world, "joint_situation", world.joint, "officer", "use_order", **sent)


def another_order_than_the_one_shown():
    world = planned_round()
    world.add("processes.FocusArea", title="Klottret")
    scores = {f"score_{side}": 2 for side in ("extent", "worry", "harm", "influence")}
    for area in FocusArea.objects.filter(process=world.round):
        world.edit(area, **scores)
    sent = {"hur": "all", "visat": "7,3", "reason": "Vägt på nytt"}
    return world, under(world, "joint_situation", world.joint, "officer", "use_order", **sent)


def nothing_of_last_round_ticked():
    world = new_round()
    return world, post(world, "officer", "processes:inherited")


def a_meeting_in_a_step_that_is_done():
    world = planned_round()
    return world, under(world, "joint_situation", world.joint, "officer", "meeting_begin")


def minutes_that_grow_too_long():
    world = new_round()
    joint = world.record("processes.JointSituation")
    under(world, "joint_situation", joint, "officer", "meeting_begin")
    world.add("processes.Problem", title="Bråk på torget")
    joint.refresh_from_db()
    world.edit(joint, minutes="x" * LONGEST_TEXT)
    return world, under(world, "joint_situation", joint, "officer", "meeting_minutes")


def a_dialogue_of_ones_own_left_out():
    world = planned_round()
    return world, post(world, "officer", "dialogs:leave_out", world.citizen_dialog.pk)


def a_result_that_has_its_answer():
    world = planned_round()
    said = world.add("dialogs.Proposal", world.what_dialog, kind="problem", text="Så ser vi det")
    Proposal.objects.filter(pk=said.pk).update(declined="Nej.")
    return world, post(world, "officer", "dialogs:tie", world.analysis.pk, said.pk)


def a_dialogue_closed_that_is_not_open():
    world = planned_round()
    return world, post(world, "officer", "digital:close", world.citizen_dialog.pk)


def nothing_ticked_to_merge():
    world = planned_round()
    return world, post(world, "officer", "dialogs:merge_views")


def nothing_ticked_to_route():
    world = planned_round()
    return world, post(world, "officer", "dialogs:route_views")


def nothing_chosen_to_sort_by():
    world = planned_round()
    return world, post(world, "officer", "dialogs:sort_views", rad=str(world.view.pk))


def words_without_an_outcome():
    world = planned_round()
    world.edit(world.view, outcome="")
    sent = {"rad": str(world.view.pk), "outcome_words": "Det är ordnat."}
    return world, post(world, "officer", "dialogs:sort_views", **sent)


def a_document_that_no_typeface_can_print():
    world = planned_round()
    Process.objects.filter(pk=world.round.pk).update(title="Trygg \U0001f600")
    args = [world.round.pk, "aktivitetsplan", world.activity_plan.pk, "aktivitetsplan", "pdf"]
    return world, visitor(world.cast.officer).get(reverse("processes:download", args=args))


def a_version_that_is_taken_back():
    world = sent_for_signing()
    signing.withdraw(by=world.cast.officer, round_=world.round, version_id=world.sent.pk, reason="Fel ord")
    cache.clear()  # the login's throttle remembers earlier tests
    return world, enter(Client(), world.cast.chief).get(of_version(world, "sign"))


def of_version(world, name, *more):
    return reverse(f"agreements:{name}", args=[world.round.pk, world.sent.pk, *more])


def a_seal_before_all_have_signed():
    world = sent_for_signing()
    return world, post(world, "officer", "agreements:finish", world.sent.pk)


def no_words_when_a_version_is_taken_back():
    world = sent_for_signing()
    return world, post(world, "officer", "agreements:withdraw", world.sent.pk)


def a_version_that_all_have_signed_taken_back():
    world = sealed_promise()
    return world, post(world, "officer", "agreements:withdraw", world.sent.pk, kommentar="Fel ord")


def a_paper_of_a_version_signed_here():
    world = sent_for_signing()
    return world, visitor(world.cast.officer).get(of_version(world, "bring_paper"))


def a_signed_file_that_no_longer_waits():
    world = planned_round()
    world.sent = signing.send(
        by=world.cast.officer, round_=world.round, promise_id=world.promise.pk, way="external"
    )
    return world, visitor(world.cast.officer).get(of_version(world, "match_external", "0" * 64))


def nothing_chosen_to_log():
    world = planned_round()
    return world, post(world, "employee", "agreements:log_round")


def logged(world, **sent):
    return post(world, "employee", "agreements:log_round", aktivitet=str(world.activities[0].pk), **sent)


def a_day_too_long_ago():
    world = planned_round()
    return world, logged(world, done_on=str(world.today - timedelta(days=8)))


def an_activity_that_is_gone():
    world = planned_round()
    return world, post(world, "employee", "agreements:log_round", aktivitet="999999")


def what_somebody_else_wrote_undone():
    world = planned_round()
    logged(world)
    return world, post(world, "officer", "agreements:undo_log", ActivityLog.objects.get().pk)


def an_agreement_that_is_not_in_force():
    world = planned_round()
    return world, post(world, "officer", "agreements:use_agreement", 999999)


def another_text_than_the_one_shown():
    world = published_promise()
    return world, post(world, "officer", "agreements:clear", world.promise.pk)


def a_text_that_nobody_says_is_read():
    world = published_promise()
    return world, post(world, "officer", "agreements:publish_account", world.promise.pk)


def a_version_published_twice():
    world = published_promise()
    return world, post(world, "officer", "agreements:publish", world.sent.pk, checked="Läst av mig")


def a_promise_that_nobody_signed_closed():
    world = planned_round()
    return world, post(world, "officer", "agreements:close", world.promise.pk)


def a_promise_that_nobody_signed_renewed():
    world = planned_round()
    return world, post(world, "officer", "agreements:renew", world.promise.pk)


def a_promise_renewed_twice():
    world = sealed_promise()
    Promise.objects.create(process=world.round, title="Nästa", predecessor_id=world.promise.pk)
    return world, post(world, "officer", "agreements:renew", world.promise.pk)


def an_agreement_renewed_to_when_it_is_not_in_force():
    world = sealed_promise()
    officer = visitor(world.cast.officer)
    url = reverse("agreements:renew", args=[world.round.pk, world.promise.pk])
    late = world.agreement.valid_until + timedelta(days=1)
    page = officer.get(url)
    return world, officer.post(url, typed(page, period_start=str(late), period_end=str(late)))


def another_content_than_the_one_to_hand_out():
    world = planned_round()
    return world, post(world, "registrar", "agreements:hand_out")


def a_package_that_no_typeface_can_print():
    world = planned_round()
    Process.objects.filter(pk=world.round.pk).update(title="Trygg \U0001f600")
    registrar = visitor(world.cast.registrar)
    url = reverse("agreements:hand_out", args=[world.round.pk])
    return world, registrar.post(url, {"sedd": registrar.get(url).context["mark"]})


def a_thread_that_no_typeface_can_print():
    world = planned_round()
    Promise.objects.filter(pk=world.promise.pk).update(title="Trygg \U0001f600")
    url = reverse("portal:thread_pdf", args=[world.round.pk, world.promise.pk])
    return world, visitor(world.cast.officer).get(url)


ACTS = [
    nothing_to_return, open_already, no_words_when_returned, no_words_when_opened_again,
    an_order_that_is_gone, nothing_ticked_for_a_yes, a_yes_to_what_has_changed, a_yes_twice,
    no_yes_to_take_back, an_offer_that_is_gone, a_row_that_others_build_on, a_view_taken_away,
    an_import_that_somebody_worked_with, a_file_that_no_longer_waits, an_order_without_scores,
    another_order_than_the_one_shown, nothing_of_last_round_ticked, a_meeting_in_a_step_that_is_done,
    minutes_that_grow_too_long, a_dialogue_of_ones_own_left_out, a_result_that_has_its_answer,
    a_dialogue_closed_that_is_not_open,
    nothing_ticked_to_merge, nothing_ticked_to_route, nothing_chosen_to_sort_by, words_without_an_outcome,
    a_document_that_no_typeface_can_print,
    a_version_that_is_taken_back, a_seal_before_all_have_signed, a_version_that_all_have_signed_taken_back,
    no_words_when_a_version_is_taken_back, a_paper_of_a_version_signed_here, a_signed_file_that_no_longer_waits,
    nothing_chosen_to_log, a_day_too_long_ago, an_activity_that_is_gone, what_somebody_else_wrote_undone,
    an_agreement_that_is_not_in_force,
    another_text_than_the_one_shown, a_text_that_nobody_says_is_read, a_version_published_twice,
    a_promise_that_nobody_signed_closed, a_promise_that_nobody_signed_renewed, a_promise_renewed_twice,
    an_agreement_renewed_to_when_it_is_not_in_force,
    another_content_than_the_one_to_hand_out, a_package_that_no_typeface_can_print,
    a_thread_that_no_typeface_can_print,
]  # fmt: skip
DELIVERED = [
    pytest.param(lambda name=name: a_delivered_order(name), id=name) for name in ("deliver", "remind")
]


@pytest.mark.slow
@pytest.mark.parametrize("act", [*(pytest.param(act, id=act.__name__) for act in ACTS), *DELIVERED])
def test_a_refused_act_tells_rule_basis_what_stands_there_who_mends_it_and_where(act):
    world, refused = act()
    assert refused.status_code in (409, 422), refused.content.decode()
    page = refused.content.decode()
    (gap,) = refused.context["refusal"]["near"]
    for part in ("message", "basis", "current", "fixers", "url"):
        assert gap[part], part
    shown = page[page.index('class="refusal refusal--stop"') :]
    for part in (gap["message"], gap["basis"], gap["current"]):
        assert escaped(part) in shown, part
    assert "gap__code" not in shown, "it is no row of the method"
    assert page.count("autofocus") == 1, "the reasons take focus, and nothing else"
    found = [leads_on(world, refused, gap["url"], person) for person in people(world, gap)]
    assert any(found), (gap["url"], "leads none of those who are named to the field")


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#x27;").replace('"', "&quot;")


def people(world, gap):
    """One of each role that is said to mend it."""
    titles = set(re.split(", | eller ", gap["fixers"]))
    found = [name for name, (role, _) in PARTS.items() if ROLE_TITLES[role] in titles]
    assert found, gap["fixers"]
    return [getattr(world.cast, name) for name in found]


def leads_on(world, refused, url, person):
    """Whether the field is on the page that told it, or in focus on the one that the link opens."""
    path, _, place = url.partition("#")
    client = Client()
    client.force_login(person)
    page = refused if not path else client.get(path)
    content = page.content.decode()
    if path and page.status_code != 200:
        return False  # closed to that role in this party
    if place:
        return f'id="{place}"' in content
    return len(Focused(content).found) == 1 or "falt=" not in path


def test_a_confirmation_that_lacks_something_tells_all_that_the_guard_finds():
    world = planned_round()
    world.edit(world.analysis, where="", reason="Vi vet inte längre")
    key = f"problem_analysis-{world.analysis.pk}"
    refused = post(world, "officer", "processes:confirm", steg=key, kommentar="Stämmer ändå")
    assert refused.status_code == 409
    (gap,) = [row for row in refused.context["refusal"]["near"] if row["code"] == "PRB-1"]
    assert all(gap[part] for part in ("message", "basis", "current", "fixers", "url"))
    assert leads_on(world, refused, gap["url"], world.cast.officer)
