"""Samverkansöverenskommelse: what the parties have put their names to. It may outlive a round."""

from django.db import models
from django.db.models import F, OuterRef, Subquery

from processes.models.record import Record, day, line, link, text, yes_no


class CollaborationAgreement(Record):
    """The agreement's own data. Its purpose and focus areas are taken from the round (OVE-1)."""

    processes = models.ManyToManyField("processes.Process", related_name="agreements")
    title = line("Vad heter överenskommelsen?", "Till exempel ”Trygg i Åby 2027–2030”.")
    area = link("processes.Area", "Område")
    valid_from = day("Gäller från")
    until_further_notice = yes_no("Gäller den tills vidare?")
    valid_until = day("Gäller till", "Lämnas tomt när den gäller tills vidare.")
    under = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name="Hör den till en övergripande överenskommelse?",
        help_text="I en stor stad kan staden och polisområdet ha en, och varje lokalpolisområde sin egen under den.",
        null=True,
        blank=True,
        related_name="below",
    )

    @staticmethod
    def FACTS() -> dict:  # noqa: N802 – what facts hold besides the columns, see queries
        """The round in which it was written, and what it stands under."""
        rounds = CollaborationAgreement.processes.through._base_manager.filter(
            collaborationagreement=OuterRef("pk")
        )
        return {
            "home_id": Subquery(rounds.order_by("pk").values("process_id")[:1]),
            "under_title": F("under__title"),
            "area_name": F("area__name"),
        }

    class Meta:
        verbose_name = "samverkansöverenskommelse"
        verbose_name_plural = "samverkansöverenskommelser"

    def __str__(self) -> str:
        return self.title


class FocusDecision(Record):
    """A later decision on focus areas, appended to an agreement that runs for years (OVE-3)."""

    agreement = models.ForeignKey(CollaborationAgreement, models.CASCADE, related_name="focus_decisions")
    decided_on = day("Beslutet fattades")
    decided_by = line("Vilka beslutade?", "Namn och titel för varje part.")
    text = text("Vilka fokusområden och målbilder gäller det?")

    class Meta:
        verbose_name = "beslut om fokusområden"
        verbose_name_plural = "beslut om fokusområden"

    def __str__(self) -> str:
        return self.text
