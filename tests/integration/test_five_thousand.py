"""5,000 views in one dialogue: found, grouped, sorted, answered and told of in as few queries as three (X-8).

How long each took is printed; it is the benchmark that measures it."""

from __future__ import annotations

import time

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from dialogs.digital import codes
from dialogs.models import SenderAnswer, Submission, SubmittedView, View
from processes.models import Feedback
from processes.pages import links
from tests import web
from tests.forms import typed
from tests.world import word

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases, pytest.mark.slow]
MANY = 5_000
LAST = codes.receipt_for("last")


@pytest.fixture(autouse=True)
def still_clock():
    """What is counted is the pages' questions, not the minute's writing to a session in use."""
    with time_machine.travel(timezone.now(), tick=False):
        yield


def fill(digital, theme):
    """As many as a large dialogue gets, half of them with a theme; each sent by somebody of their own."""
    views = View.objects.bulk_create(
        View(
            dialog_id=digital.dialog_id,
            text=f"Om belysningen {n}",
            place=f"Plats {n % 300}",
            theme=theme if n % 2 else None,
        )
        for n in range(MANY)
    )
    sent = Submission.objects.bulk_create(
        Submission(digital=digital, receipt_hash=str(n), received_on=digital.opens_on)
        for n in range(MANY - 1)
    )
    sent.append(
        Submission.objects.create(
            digital=digital, receipt_hash=codes.hashed(LAST), received_on=digital.opens_on
        )
    )
    SubmittedView.objects.bulk_create(
        SubmittedView(submission=one, view=view, question="Var?")
        for one, view in zip(sent, views, strict=True)
    )


@pytest.mark.row("DIA-12", "DIA-13", "X-8")
def test_five_thousand_views_are_found_sorted_and_answered_in_few_queries(world, digital, client, capsys):
    theme, client_of = word("theme", "Otrygg plats"), [world.round.pk, digital.dialog_id]
    step = world.method["citizen_dialog"]
    bench = reverse("dialogs:views", args=client_of[:1])
    answering = reverse("digital:answer_senders", args=client_of)
    took = {}

    def asked(name, act):
        with CaptureQueriesContext(connection) as found:
            began = time.process_time()
            response = act()
            took[name] = time.process_time() - began
        return response, len(found)

    pages = {
        "bench": bench, "search": f"{bench}?q=belysning", "groups": f"{bench}?grupp=place",
        "unsorted": f"{bench}?unsorted=1", "step": links.at("subject", world.round.pk, step, digital.dialog_id),
        "write": reverse("dialogs:write_views", args=client_of), "public": web.url(digital),
        "answer": answering, "open": reverse("digital:open", args=client_of),
        "told": reverse("dialogs:text", args=[*client_of, "aterkoppling"]),
    }  # fmt: skip

    def numbers():
        found = {}
        for name, address in pages.items():
            page, found[name] = asked(name, lambda address=address: client.get(address))
            assert page.status_code == 200, name
        return found

    web.sent(digital, "Om belysningen ute", "Om belysningen inne")
    world.edit(web.views(digital).first(), outcome="focus")
    client.force_login(world.cast.officer)
    numbers()
    before = numbers()
    fill(digital, theme)
    assert numbers() == before and max(before.values()) <= 24, before

    # All of them sorted in one act, then answered in one.
    whole = f"{reverse('dialogs:sort_all_views', args=client_of[:1])}?till=q=belysning"
    page = client.get(f"{bench}?q=belysning")
    shown, queries = asked("shown", lambda: client.post(whole, typed(page, outcome="focus")))
    assert f"Sortera {MANY + 2} synpunkter" in shown.content.decode() and queries <= 24
    done, queries = asked("sorted", lambda: client.post(whole, typed(shown, valj="1")))
    assert done.status_code == 302 and queries <= 200, queries
    assert View.objects.filter(outcome="focus", text__startswith="Om").count() == MANY + 2
    page, _ = asked("to answer", lambda: client.get(answering))
    sent = typed(page, ord_focus="Den här lampan byter vi.", common="Tack!", tells="on")
    answer, queries = asked("answered", lambda: client.post(answering, sent))
    assert answer.status_code == 302 and queries <= 80, queries
    assert SenderAnswer.objects.get().content.count("focus") > MANY
    receipt = reverse("digital:receipt")
    told, queries = asked("receipt", lambda: client.post(receipt, {"kod": LAST}))
    assert "Den här lampan byter vi." in told.content.decode() and queries <= 8, queries

    # What is told to all: the text of the dialogue, and the feedback it is sent as.
    page, queries = asked("text", lambda: client.get(pages["told"]))
    assert "Ni sa" in page.content.decode() and queries <= 24, queries
    assert Feedback.objects.filter(text="Tack!").exists()
    with capsys.disabled():
        print("\nWith 5,000 views, ms:", {name: round(1000 * seconds) for name, seconds in took.items()})
