"""Lokal lägesbild: the picture of a local police area for a period, shared by its rounds."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F

from .people import Area
from .record import Record, amount, choice, day, line, number, text


class LocalSituation(Record):
    """The public part of an area's picture. The intelligence part has a room of its own."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="situations")
    title = line("Namn")
    period_start = day("Perioden börjar")
    period_end = day("Perioden slutar")
    dated_on = day("Lägesbilden är daterad")
    staff_result = text(
        "Så togs VAD-dialogens resultat in", "Vad medarbetarna lade till eller ändrade i bilden."
    )

    FACTS = {"area_name": F("area__name")}

    class Meta:
        verbose_name = "lokal lägesbild"

    def __str__(self) -> str:
        return self.title


class SituationEntry(Record):
    """Something the picture shows: a common problem, a risk of being hit, an opportunity.

    `origin_*` tells which row it was taken in from, if it was (LOK-8): a result of VAD, a dialogue's theme.
    """

    class Kind(models.TextChoices):
        PROBLEM = "problem", "Vanligt problem"
        RISK = "risk", "Risk att utsättas"
        OPPORTUNITY = "opportunity", "Möjlighet att ta till vara"

    situation = models.ForeignKey(LocalSituation, models.CASCADE, related_name="entries")
    kind = choice("Vad är det?", Kind)
    title = line("Kort beskrivning")
    text = text("Mer om det")
    source = line("Varifrån kommer uppgiften?", "Till exempel ”VAD-dialogen” eller ”trygghetsmätningen”.")
    dated_on = day("Vilket datum gäller uppgiften?")
    origin_model = models.CharField(max_length=60, blank=True, default="", editable=False)
    origin_id = models.BigIntegerField(null=True, editable=False)
    origin_about = models.CharField(max_length=40, blank=True, default="", editable=False)

    class Meta:
        verbose_name = "iakttagelse"

    def __str__(self) -> str:
        return self.title


class SeriesPoint(Record):
    """One year's figure in a series that shows the development (LOK-3)."""

    situation = models.ForeignKey(LocalSituation, models.CASCADE, related_name="points")
    series = line("Serie", "Till exempel ”Anmälda cykelstölder”. Samma namn varje år.")
    unit = line("Enhet", "Till exempel ”per 1 000 invånare”. Tomt betyder antal.")
    year = number("År")
    value = amount("Värde")

    class Meta:
        verbose_name = "värde i en serie"

    def __str__(self) -> str:
        return f"{self.series} {self.year or ''}".strip()


class SituationSource(Record):
    """What the picture is built on."""

    situation = models.ForeignKey(LocalSituation, models.CASCADE, related_name="sources")
    name = line("Källa", "Till exempel ”Polisens trygghetsmätning”.")
    dated_on = day("Källan är daterad")

    class Meta:
        verbose_name = "källa"

    def __str__(self) -> str:
        return self.name


class MaterialOrder(Record):
    """Material that the chief has ordered; what has not come yet is awaited (LOK-6)."""

    situation = models.ForeignKey(LocalSituation, models.CASCADE, related_name="orders")
    what = line("Vad beställs?")
    recipient = line("Av vem?", "Till exempel underrättelsetjänsten, ekonomi eller HR.")
    due_on = day("Ska komma senast")
    delivered_on = day("Kom den")

    class Meta:
        verbose_name = "beställning"

    def __str__(self) -> str:
        return self.what


class SituationVersion(models.Model):
    """The picture as the chief approved it. Versions are only ever added; rounds pin one."""

    situation = models.ForeignKey(LocalSituation, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField("Version")
    dated_on = models.DateField("Daterad")
    content = models.JSONField("Innehåll", encoder=DjangoJSONEncoder)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="Godkänd av", related_name="+"
    )
    approved_at = models.DateTimeField("Godkänd", auto_now_add=True)

    NOT_FACTS = ("content",)

    class Meta:
        verbose_name = "godkänd lägesbild"
        ordering = ["situation", "number"]
        constraints = [
            models.UniqueConstraint(fields=["situation", "number"], name="one_situation_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.situation} (version {self.number})"
