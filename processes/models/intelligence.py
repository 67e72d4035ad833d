"""The intelligence part of a local picture, apart from all else (LOK-5, LAG-4).

References only: what exists, who keeps it, that it was taken into account. No model here is a
`Record` or evidence, none is named in a step, so nothing of it reaches facts, guard, search,
exports or the round's history.
"""

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from .record import day, line, text, yes_no
from .situation import LocalSituation


class IntelligenceReference(models.Model):
    """That intelligence exists and was considered; what it says only where the police alone are let in."""

    situation = models.ForeignKey(LocalSituation, models.CASCADE, related_name="intelligence_references")
    what = line("Vilket underlag gäller det?", "Beteckning, inte innehåll.")
    keeper = line("Vem förvarar det?", "Till exempel ”Underrättelseenheten, diariet”.")
    dated_on = day("Daterat")
    considered = yes_no("Har det vägts in i lägesbilden?")
    content = text("Innehåll", "Bara det som behövs för lägesbilden. Inga uppgifter om källor.")
    version = models.PositiveIntegerField(default=0, editable=False)
    history = HistoricalRecords()

    class Meta:
        verbose_name = "hänvisning till underrättelseunderlag"
        verbose_name_plural = "hänvisningar till underrättelseunderlag"

    def __str__(self) -> str:
        return f"Hänvisning {self.pk}"


class AccessLog(models.Model):
    """Who did what in the intelligence part of a picture, and why. Only ever added."""

    class Act(models.TextChoices):
        OPENED = "opened", "Öppnade"
        SEARCHED = "searched", "Sökte"
        EXPORTED = "exported", "Hämtade ut"
        ADDED = "added", "Skrev in"
        CHANGED = "changed", "Ändrade"
        REMOVED = "removed", "Tog bort"
        REVIEWED = "reviewed", "Granskade loggen"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    situation = models.ForeignKey(LocalSituation, models.PROTECT, related_name="+", null=True)
    act = models.CharField("Vad", max_length=10, choices=Act, default=Act.OPENED)
    what = models.CharField("Vad det gällde", max_length=200, blank=True, default="")
    purpose = models.CharField("Ändamål", max_length=500)
    at = models.DateTimeField("När", auto_now_add=True)

    class Meta:
        verbose_name = "åtkomst"
        verbose_name_plural = "åtkomster"
