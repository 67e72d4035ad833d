"""The digital dialogue: a way in to a dialogue on the web, what came in, and the answers to those who sent it."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce, Least

from processes.models.record import Record, day, line, text

from .citizen import CitizenDialog
from .view import View


class DigitalDialog(Record):
    """A dialogue's way in on the web. `content` is what citizens are shown: frozen when someone opened it."""

    dialog = models.OneToOneField(CitizenDialog, models.CASCADE, related_name="digital")
    code = models.CharField(max_length=12, unique=True, editable=False)
    opens_on = day("Från och med vilken dag kan man svara?")
    closes_on = day("Till och med vilken dag?", "Två veckor räcker oftast. Sidan stänger av sig själv.")
    welcome = text(
        "Vad möter den som öppnar sidan?",
        "Skrivet ur er plan. Korta det gärna: den läses på en telefon vid en busshållplats.",
    )
    contact = line("Vem kan man fråga?", "Namn eller funktion, och hur man når er. Står på sidan.")
    asks_place = models.BooleanField(
        "Fråga efter en plats",
        default=True,
        help_text="Till exempel ”gångtunneln vid stationen”. Frivilligt att svara.",
    )
    asks_theme = models.BooleanField(
        "Fråga efter ett tema", default=True, help_text="Valet står i er egen lista. Frivilligt att svara."
    )
    content = models.JSONField(default=dict, editable=False)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+")
    closed_on = models.DateField(null=True, editable=False)
    """The day someone closed it by hand, before its time."""

    class Meta:
        verbose_name = "digital dialog"
        verbose_name_plural = "digitala dialoger"

    def __str__(self) -> str:
        return str(self.content.get("title", ""))

    class State(models.TextChoices):
        WAITING = "waiting", "Öppnar snart"
        OPEN = "open", "Öppen"
        CLOSED = "closed", "Stängd"

    def state(self, today: date) -> State:
        """Where it stands that day: nobody needs to press anything for it to open and close by its days."""
        if self.closed_on is not None or (self.closes_on is not None and today > self.closes_on):
            return self.State.CLOSED
        if self.opens_on is not None and today < self.opens_on:
            return self.State.WAITING
        return self.State.OPEN


class Submission(models.Model):
    """That somebody answered on the web, and the hash of the code on their receipt. Never who."""

    digital = models.ForeignKey(DigitalDialog, models.PROTECT, related_name="submissions")
    receipt_hash = models.CharField(max_length=64, unique=True)
    received_on = models.DateField()

    class Meta:
        verbose_name = "inskickat svar"


class SubmittedView(models.Model):
    """A view that came in by the web: with which submission, and what had been asked."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="submitted")
    view = models.OneToOneField(View, models.CASCADE, related_name="submitted")
    question = models.CharField(max_length=300)

    class Meta:
        verbose_name = "inskickad synpunkt"


class SenderAnswer(models.Model):
    """What those who sent in are told became of it. Frozen when a named person said so; append-only.

    `content` is canonical JSON: the common answer, the words for each outcome, which view has which outcome
    and what was published then. Receipts read this and nothing else, so no later edit inside shows.
    """

    digital = models.ForeignKey(DigitalDialog, models.PROTECT, related_name="answers")
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    views = models.ManyToManyField(View, related_name="answers")
    """Those it covers, as its content says: so that a receipt opens one answer, however many there are."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "svar till dem som skickat in"


_view_numbers = CitizenDialog.FACTS


def _numbers() -> dict:
    """Besides the views' numbers: how far one can influence in words, the last day on the web, and how many sent."""
    ways = DigitalDialog._base_manager.filter(dialog=OuterRef("pk"))
    sent = (
        Submission._base_manager.filter(digital__dialog=OuterRef("pk")).order_by().values("digital__dialog")
    )
    last = Coalesce(Least(F("closed_on"), F("closes_on")), F("closed_on"), F("closes_on"))
    return _view_numbers() | {
        "influence_label": F("influence__label"),
        "influence_meaning": F("influence__meaning"),
        "web_until": Subquery(ways.values(last=last)[:1]),
        "web_sent": Coalesce(Subquery(sent.annotate(number=Count("pk")).values("number")), 0),
    }


CitizenDialog.FACTS = staticmethod(_numbers)
