"""What citizens send is received: a document from then on, never altered and never tied to a person (LAG-10)."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from processes.writing import write

from ...models import DigitalDialog, Submission, SubmittedView, View
from .. import codes

BY_WEB = "Kom in via webben"


@dataclass(frozen=True, slots=True)
class Said:
    """One thing someone wrote, and what had been asked."""

    question: str
    text: str


@transaction.atomic
def receive(
    *, digital: DigitalDialog, said: Sequence[Said], nonce: str, place: str = "", theme_id: int | None = None
) -> str:
    """Keep all that was written as views that nobody has dealt with yet; the receipt's code.

    The same form sent twice with the same words is received once and has the same code.
    """
    digital = DigitalDialog.objects.select_for_update().get(pk=digital.pk)
    code = codes.receipt_for(nonce)
    earlier = Submission.objects.filter(receipt_hash=codes.hashed(code)).first()
    if earlier is not None:
        if _same(earlier, said):
            return code
        code = codes.receipt_for(secrets.token_urlsafe(16))  # sent, changed, and sent again: another one
    today = timezone.localdate()
    submission = Submission.objects.create(
        digital=digital, receipt_hash=codes.hashed(code), received_on=today
    )
    round_ = digital.dialog.processes.order_by("pk").first()
    for one in said:
        view = View(dialog_id=digital.dialog_id, text=one.text, received_on=today)
        view.place, view.theme_id = place, theme_id
        view.owner_id = digital.owner_id
        write(view, by=None, round_=round_, reason=BY_WEB)
        SubmittedView.objects.create(submission=submission, view=view, question=one.question)
    return code


def _same(earlier: Submission, said: Sequence[Said]) -> bool:
    """By the words as they came in: place and theme may have been set right inside since."""
    kept = earlier.submitted.order_by("pk").values_list("question", "view__text")
    return list(kept) == [(one.question, one.text) for one in said]
