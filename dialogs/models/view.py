"""Synpunkter: all that was said in the dialogues with citizens, and what became of it."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from processes.models.record import Record, choice, day, line, link, text
from processes.models.terms import Term, term

from .citizen import CitizenDialog


class View(Record):
    """What someone said. Kept whatever becomes of it (DIA-12); `problem` is what it grew into."""

    class Outcome(models.TextChoices):
        FOCUS = "focus", "Blev fokusområde"
        ORDINARY = "ordinary", "Tas i ordinarie arbete"
        PASSED_ON = "passed_on", "Lämnas vidare till annan"
        BEYOND = "beyond", "Kan inte påverkas"
        ROUTED = "routed", "Lämnad som anmälan"

    class Route(models.TextChoices):
        """As what a view was routed out that was really something else (LAG-10)."""

        REPORT = "report", "Polisanmälan"
        CONCERN = "concern", "Orosanmälan till socialtjänsten"
        OTHER = "other", "Ärende hos någon annan"

    STAYS = {"outcome": Outcome.ROUTED}
    """What no file of the round takes along."""
    NOT_CHOSEN = {"outcome": (Outcome.ROUTED,)}

    dialog = models.ForeignKey(CitizenDialog, models.CASCADE, related_name="views")
    text = text("Synpunkt", "Så som den sades. Skriv inga namn eller andra personuppgifter.")
    received_on = day("När kom den in?")
    theme = term(Term.List.THEME, "Tema")
    place = line("Plats", "En plats som går att peka ut, eller ”hela området”.")
    worry = term(Term.List.WORRY, "Slag av oro")
    outcome = choice("Vad blev det av synpunkten?", Outcome, "Tomt betyder: ej omhändertagen än.")
    outcome_words = line(
        "Vad ska den som sa det få veta?",
        "Varför det inte kan påverkas, till vem det lämnas eller vem som gör vad. Till exempel ”Gatan är "
        "Trafikverkets”. Läses av den som sa det, och av alla i svaret ”Du sa – vi gjorde”: skriv så att ingen går att "
        "känna igen.",
        length=300,
    )
    problem = link("processes.Problem", "Vilket problem i den gemensamma lägesbilden hör den till?")

    merged_under = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        editable=False,
        related_name="likes",
        verbose_name="Slogs ihop under",
    )
    """The view that stands for this one too. Its own words are kept, and it is counted."""
    routed_as = models.CharField("Lämnad som", max_length=20, choices=Route, default="", editable=False)
    routed_to = models.CharField("Lämnad till", max_length=200, default="", editable=False)
    routed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name="Lämnad av",
    )
    routed_at = models.DateTimeField("Lämnad när", null=True, editable=False)

    class Meta:
        verbose_name = "synpunkt"
        verbose_name_plural = "synpunkter"

    ASKS_WORDS = (Outcome.ORDINARY, Outcome.PASSED_ON, Outcome.BEYOND)
    """What is no answer by itself: whoever said it is told who does what, to whom it went, or why not."""

    def clean(self) -> None:
        """The words belong to an outcome; with another they would be wrong."""
        if self.outcome not in self.ASKS_WORDS:
            self.outcome_words = ""

    def __str__(self) -> str:
        return self.text

    @staticmethod
    def withheld(values: Mapping[str, Any]) -> str:
        """What stands in place of the words of a view that was routed out; nothing for other views."""
        if values.get("outcome") != View.Outcome.ROUTED:
            return ""
        return f"[Lämnad vidare: {View.Route(values.get('routed_as') or View.Route.OTHER).label.lower()}]"

    @property
    def state(self) -> str:
        """Where it stands: no view is without a state."""
        return self.get_outcome_display() or "Ej omhändertagen"


ROUTED = Q(outcome=View.Outcome.ROUTED)
UNSORTED = ~ROUTED & (Q(theme=None) | Q(place="") | Q(worry=None) | Q(outcome=""))


_known = CitizenDialog.FACTS


def _view_numbers() -> dict:
    """Besides what is known: how many views the dialogue has, and how many of them still lack something."""

    def number(where: Q) -> Coalesce:
        found = View._base_manager.filter(where, dialog=OuterRef("pk")).order_by().values("dialog")
        return Coalesce(Subquery(found.annotate(number=Count("pk")).values("number")), 0)

    return _known() | {"views_total": number(Q()), "views_unsorted": number(UNSORTED)}


# Views come by the thousand, so facts hold their numbers only.
CitizenDialog.FACTS = staticmethod(_view_numbers)
