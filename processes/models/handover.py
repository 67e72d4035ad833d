"""Dela: what one party hands over of its own working ground, frozen as it was (LAG-2)."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F

from .evidence import About
from .people import Organisation


class Handover(About):
    """A frozen copy given to another party: by whom, to whom, when. Only ever added.

    At the recipient it is an official document (allmän handling) from then on, so nothing can take it back.
    """

    title = models.CharField("Vad", max_length=200)
    sender = models.ForeignKey(Organisation, models.PROTECT, verbose_name="Från", related_name="+")
    recipient = models.ForeignKey(Organisation, models.PROTECT, verbose_name="Till", related_name="+")
    note = models.CharField("Meddelande", max_length=500, blank=True, default="")
    content = models.JSONField("Innehåll", encoder=DjangoJSONEncoder)
    sha256 = models.CharField(max_length=64, editable=False)

    FACTS = {
        "by_name": F("by__name"),
        "sender_name": F("sender__name"),
        "recipient_name": F("recipient__name"),
    }
    NOT_FACTS = ("content",)

    class Meta(About.Meta):
        verbose_name = "överlämnande"
        verbose_name_plural = "överlämnanden"

    def __str__(self) -> str:
        return self.title
