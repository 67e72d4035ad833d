"""What is read of digital dialogues: a bounded number of questions, however much has come in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Q, Value
from django.db.models.functions import Coalesce, NullIf

from ..models import DigitalDialog, SenderAnswer, Submission, SubmittedView, View


def of_dialog(dialog_id: int) -> DigitalDialog | None:
    """The dialogue's way in on the web, if it has one."""
    return DigitalDialog.objects.select_related("opened_by").filter(dialog_id=dialog_id).first()


def by_code(code: str) -> DigitalDialog | None:
    """The way in behind a public address."""
    return DigitalDialog.objects.filter(code=code).first()


def sent_to(digital_id: int) -> dict[str, int]:
    """How many have answered, how many views that became, and how many of them nobody has dealt with."""
    views = View.objects.filter(submitted__submission__digital=digital_id)
    found = views.aggregate(views=Count("pk"), waiting=Count("pk", filter=Q(outcome="", merged_under=None)))
    return {**found, "senders": Submission.objects.filter(digital=digital_id).count()}


def dealt_with(digital_id: int) -> list[tuple[int, str, int | None, str]]:
    """Every view from the web that something has become of: its key, what, its problem, and in which words.

    One that was merged under another has come to what that one has.
    """
    views = View.objects.filter(submitted__submission__digital=digital_id).annotate(
        came_to=Coalesce(NullIf("outcome", Value("")), "merged_under__outcome", Value("")),
        about=Coalesce("problem_id", "merged_under__problem_id"),
        told=Coalesce(NullIf("outcome_words", Value("")), "merged_under__outcome_words", Value("")),
    )
    return list(views.exclude(came_to="").order_by("pk").values_list("pk", "came_to", "about", "told"))


def latest_answer(digital_id: int) -> SenderAnswer | None:
    """What those who sent in were last told."""
    return SenderAnswer.objects.filter(digital=digital_id).order_by("-pk").first()


@dataclass(frozen=True, slots=True)
class Told:
    """One of the sender's own views, and what the frozen answer says became of it, if it was answered."""

    question: str
    text: str
    words: str = ""
    promise: dict[str, str] | None = None
    answer: dict[str, Any] | None = None


def receipt(receipt_hash: str) -> tuple[Submission, list[Told]] | None:
    """What was sent under a receipt, each part with its answer."""
    found = Submission.objects.select_related("digital").filter(receipt_hash=receipt_hash).first()
    if found is None:
        return None
    sent = list(SubmittedView.objects.filter(submission=found).select_related("view").order_by("pk"))
    covered = View.objects.filter(pk__in=[one.view_id for one in sent], answers__isnull=False)
    latest = dict(covered.values_list("pk").annotate(answer=Max("answers")))
    answers = SenderAnswer.objects.filter(pk__in=set(latest.values()))
    contents = {answer.pk: json.loads(answer.content) for answer in answers}
    return found, [_told(one, contents.get(latest.get(one.view_id))) for one in sent]


def _told(one: SubmittedView, content: dict[str, Any] | None) -> Told:
    for key, outcome, problem, *own in content["views"] if content else ():
        if key == one.view_id:
            promise = content["promises"].get(str(problem))
            words = " ".join([content["words"][outcome], *filter(None, own)])
            return Told(one.question, one.view.text, words, promise, content)
    return Told(one.question, one.view.text)
