"""Problembeskrivning och orsaksanalys: one analysis per focus area, and its tree of causes."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F

from .focus import FocusArea
from .record import Record, choice, day, line, link, text

SHORT = 500


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
    where = line(
        "Var händer det?", "Och vad på platsen förklarar det: mörkt, avsides, svårt att överblicka?", SHORT
    )
    when = line("När händer det?", length=SHORT)
    who_causes = line(
        "Vem orsakar det?", "Och vilka drag förklarar det: onykter, impulsstyrd, i grupp?", SHORT
    )
    who_is_hit = line(
        "Vem eller vad drabbas?", "Och vilka drag förklarar det: olåst, lättillgängligt, ensam?", SHORT
    )
    consequences = line("Vilka blir följderna?", "Skadan, och för vem.", SHORT)
    event_chain = text("Vad brukar hända före?", "Händelsekedja, sammanhang och mönster.")
    handled_today = text("Hur hanteras problemet i dag?", "Vad som fungerar och vad som inte räcker.")
    comparison = text("Hur ser det ut i liknande områden?")
    outlook = text("Vad är på väg?", "Omvärld och trender.")
    met_on = day("När möttes ni?")
    participants = text("Vilka var med?", "Roller och organisationer. Bjud gärna in berörda medborgare.")

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

    FACTS = {"focus_area_id": F("analysis__focus_area_id")}

    class Meta:
        verbose_name = "orsak"
        verbose_name_plural = "orsaker"

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        """The tree stays a tree: within one analysis, and no cause explains itself."""
        above, seen = self.parent, {self.pk} - {None}
        while above is not None:
            if above.pk in seen:
                raise ValidationError({"parent": "En orsak kan inte förklara sig själv. Välj en annan."})
            if above.analysis_id != self.analysis_id:
                raise ValidationError({"parent": "Välj en orsak ur samma analys."})
            seen.add(above.pk)
            above = above.parent
