"""Lokal lägesbild: the picture of a local police area for a period, shared by its rounds."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F

from processes.figures import UNITS, Unclear, read, written

from .people import Area, Organisation
from .record import Record, choice, day, line, link, text


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


class Entry(Record):
    """Something a picture shows: a common problem, a risk of being hit, a development, an opportunity.

    `origin_*` tells which row it was taken in from, if it was (LOK-8): a result of VAD, a dialogue's theme.
    """

    class Kind(models.TextChoices):
        PROBLEM = "problem", "Vanligt problem"
        RISK = "risk", "Risk att utsättas"
        DEVELOPMENT = "development", "Utveckling över tid"
        OPPORTUNITY = "opportunity", "Möjlighet att ta till vara"

    kind = choice("Vad är det?", Kind)
    title = line("Kort beskrivning", "Till exempel ”Buskörning längs Ågatan efter skoltid”.")
    text = text("Mer om det", "Var, när och vilka det drabbar. Inga personer.")
    source = line("Varifrån kommer uppgiften?", "Till exempel ”VAD-dialogen” eller ”trygghetsmätningen”.")
    dated_on = day("Vilket datum gäller uppgiften?")
    origin_model = models.CharField(max_length=60, blank=True, default="", editable=False)
    origin_id = models.BigIntegerField(null=True, editable=False)
    origin_about = models.CharField(max_length=40, blank=True, default="", editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title


class Series(Record):
    """Figures over time, for the area and for those it is compared with (LOK-3)."""

    name = line("Vad visar siffrorna?", "Till exempel ”Anmälda cykelstölder”.")
    unit = choice("Vilken enhet?", [(unit.value, label.capitalize()) for unit, label in UNITS.items()])
    figures = text(
        "Siffrorna",
        "En rad för varje år, kvartal eller månad. Klistra gärna in från Excel. Vill ni jämföra: skriv "
        "områdenas namn på första raden, ert eget först: ”År; Ekhamra; Länet”, sedan ”2026; 23; 9,1”.",
    )
    source = line("Varifrån kommer siffrorna?", "Till exempel ”Brå, anmälda brott”.")

    LINES = {"figures": 9}

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """What was typed can be read as figures; it is kept the way they are always written."""
        try:
            self.figures = written(read(self.figures, self.unit))
        except Unclear as unclear:
            raise ValidationError({"figures": unclear.faults}) from unclear


class SituationEntry(Entry):
    """What the police's picture shows."""

    situation = models.ForeignKey(LocalSituation, models.CASCADE, related_name="entries")

    class Meta:
        verbose_name = "iakttagelse"


class SituationSeries(Series):
    """The figures of the police's picture."""

    situation = models.ForeignKey(LocalSituation, models.CASCADE, related_name="series")

    class Meta:
        verbose_name = "sifferserie"
        verbose_name_plural = "sifferserier"


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
    what = line("Vad beställer du?", "Till exempel ”Platser och tider för rån mot unga, tolv månader”.")
    recipient = line("Från vilken funktion?", "Till exempel underrättelsetjänsten, ekonomi eller HR.")
    person = link("processes.User", "Vem ska leverera?", "Får beställningen under Mitt arbete.")
    due_on = day("Ska komma senast")
    delivered_on = day("När kom det?")
    delivered_where = line("Var finns det?", "Till exempel ett diarienummer eller en mapp. Inte innehållet.")
    reminded_on = models.DateField("Påmind", null=True, editable=False)

    class Meta:
        verbose_name = "beställning"
        verbose_name_plural = "beställningar"

    def __str__(self) -> str:
        return self.what

    def clean(self) -> None:
        """Whoever is asked must be able to see what is asked: it is the police's own ground."""
        police = Organisation.Kind.POLICE
        if self.person and not self.person.memberships.filter(organisation__kind=police).exists():
            raise ValidationError(
                {
                    "person": "Bara polisens personal ser beställningen. Välj någon där, eller skriv funktionen."
                }
            )


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


class OwnPicture(Record):
    """What a party other than the police sees in the area: its own ground until it is shared (LAG-2).

    `owner` is the party. No fact of the round holds it: only its own people's pages read it.
    """

    process = models.ForeignKey("processes.Process", models.CASCADE, related_name="own_pictures")
    title = line("Vad ska lägesbilden heta?", "Till exempel ”Kommunens lägesbild” eller ”Skolans bild”.")
    dated_on = day("Lägesbilden är daterad")
    text = text("Det viktigaste i korthet", "Det ni vill att de andra parterna tar med sig. Inga personer.")

    class Meta:
        verbose_name = "egen lägesbild"
        verbose_name_plural = "egna lägesbilder"

    def __str__(self) -> str:
        return self.title


class OwnEntry(Entry):
    """What a party's own picture shows."""

    picture = models.ForeignKey(OwnPicture, models.CASCADE, related_name="entries")

    class Meta:
        verbose_name = "egen iakttagelse"
        verbose_name_plural = "egna iakttagelser"


class OwnSeries(Series):
    """The figures of a party's own picture."""

    picture = models.ForeignKey(OwnPicture, models.CASCADE, related_name="series")

    class Meta:
        verbose_name = "egen sifferserie"
        verbose_name_plural = "egna sifferserier"
