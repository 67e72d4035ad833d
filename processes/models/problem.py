"""Problembeskrivning och orsaksanalys: one analysis per focus area, and its tree of causes."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F

from .focus import FocusArea
from .record import Record, choice, day, line, link, text
from .round import Party

SHORT = 500
DEEPEST = 5


class Side(models.TextChoices):
    """A side of the problem analysis triangle: the inner three, and who watches over each."""

    OFFENDER = "offender", "Gärningsperson"
    TARGET = "target", "Offer eller objekt"
    PLACE = "place", "Plats"
    HANDLER = "handler", "Övervakare av gärningspersonen"
    GUARDIAN = "guardian", "Beskyddare av offret eller objektet"
    MANAGER = "manager", "Platsansvarig"


class ProblemAnalysis(Record):
    """What the problem of a focus area is (PRB-1). Why it happens is told by the causes."""

    focus_area = models.OneToOneField(
        FocusArea, models.PROTECT, verbose_name="Fokusområde", related_name="analysis"
    )
    what = line("Vad är problemet?", length=SHORT)
    where = line("Var händer det?", "Och vad i situationen förklarar att det är just där?", SHORT)
    where_traits = line(
        "Drag hos platsen", "Till exempel mörkt, avsides, svårt att överblicka, mycket folk.", SHORT
    )
    when = line("När händer det?", length=SHORT)
    who_causes = line("Vem orsakar det?", "Grupper och roller, aldrig enskilda personer.", SHORT)
    causes_traits = line(
        "Drag hos dem som orsakar det", "Till exempel onykter, impulsstyrd, i grupp, har vana.", SHORT
    )
    who_is_hit = line("Vem eller vad drabbas?", "Grupper eller föremål, aldrig enskilda personer.", SHORT)
    hit_traits = line(
        "Drag hos den eller det som drabbas", "Till exempel olåst, lättillgängligt, ensam, oerfaren.", SHORT
    )
    consequences = line("Vilka blir följderna?", "Skadan, och för vem.", SHORT)
    event_chain = text(
        "Vad brukar hända, steg för steg?",
        "En händelse per rad, i den ordning de kommer: före, under, efter.",
    )
    handled_today = text("Hur hanteras problemet i dag?", "Vad var och en gör redan.")
    handled_strengths = text("Vad fungerar i det?")
    handled_limits = text("Var tar det stopp?")
    comparison = text("Hur ser det ut i liknande områden?")
    outlook = text("Vad är på väg?", "Omvärld och trender.")
    expectations = text("Vad väntar sig medborgarna?", "Av polisen, av kommunen och av varandra.")
    met_on = day("När möttes ni?")
    participants = text("Vilka var med?", "Roller och organisationer. Bjud gärna in berörda medborgare.")
    minutes = text("Minnesanteckningar", "Det som sades och bestämdes, i korthet.")

    FACTS = {
        "focus_title": F("focus_area__title"),
        "chosen": F("focus_area__becomes_promise"),
    }

    class Meta:
        verbose_name = "problemanalys"
        verbose_name_plural = "problemanalyser"

    def __str__(self) -> str:
        return self.focus_area.title


class Cause(Record):
    """Why the problem happens; each answer can be asked "varför?" again, five levels down."""

    class Horizon(models.TextChoices):
        NEAR = "near", "Nära: går att påverka nu"
        REMOTE = "remote", "Avlägsen: verkar på lång sikt"

    analysis = models.ForeignKey(ProblemAnalysis, models.CASCADE, related_name="causes")
    text = line("Varför händer det?", "Fråga varför igen tills ni når något som går att påverka.", SHORT)
    parent = link("self", "Förklarar vilken orsak?", "Tomt betyder problemet självt.")
    horizon = choice("Hur nära ligger orsaken?", Horizon)
    side = choice("Sida i problemanalystriangeln", Side)
    who_can_act = line("Vem kan åtgärda eller minska den?")
    party = link(Party, "Vilken part i rundan är det?", "Om det är någon av dem som är med.")

    FACTS = {"focus_area_id": F("analysis__focus_area_id")}

    class Meta:
        verbose_name = "orsak"
        verbose_name_plural = "orsaker"

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        """The tree stays a tree: within one analysis, no cause explains itself, five levels at the most.

        It is judged by the rows as they stand, not by what somebody has read before.
        """
        if self.parent_id is None:
            return
        up = dict(Cause.objects.filter(analysis_id=self.analysis_id).values_list("pk", "parent_id"))
        if self.parent_id not in up:
            raise ValidationError({"parent": "Välj en orsak ur samma analys."})
        chain: list[int] = []
        above: int | None = self.parent_id
        while above is not None and above not in chain:
            chain.append(above)
            above = up.get(above)
        if self.pk in chain:
            raise ValidationError({"parent": "En orsak kan inte förklara sig själv. Välj en annan."})
        if len(chain) + 1 + _levels_below(self.pk, up) > DEEPEST:
            raise ValidationError({"parent": "Fem varför räcker. Välj en orsak närmare problemet."})


def _levels_below(cause: int | None, up: dict[int, int | None]) -> int:
    """How many levels of causes hang under one; none under one that is new."""
    level, found = {cause} - {None}, 0
    while found < len(up) and (level := {key for key, above in up.items() if above in level}):
        found += 1
    return found


class TrianglePart(Record):
    """Who stands, or ought to stand, at a side of the problem analysis triangle (PRB-3)."""

    class Standing(models.TextChoices):
        PRESENT = "present", "Finns och gör sin del"
        WEAK = "weak", "Finns men räcker inte till"
        MISSING = "missing", "Saknas"

    analysis = models.ForeignKey(ProblemAnalysis, models.CASCADE, related_name="triangle_parts")
    side = choice("Sida", Side)
    who = line("Vem eller vad?", "En roll eller organisation, till exempel ”centrumvärdarna”.")
    party = link(Party, "Vilken part i rundan är det?", "Tomt betyder att den inte är med: bjud in den.")
    standing = choice("Hur är det i dag?", Standing)
    note = line("Vad kan den bidra med?", length=300)

    FACTS = {"focus_area_id": F("analysis__focus_area_id")}

    class Meta:
        verbose_name = "roll i triangeln"
        verbose_name_plural = "roller i triangeln"

    def __str__(self) -> str:
        return self.who
