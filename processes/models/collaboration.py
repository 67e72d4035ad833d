"""Initiera samverkan: the frames of the work between the parties."""

from django.db import models
from django.db.models import F

from processes.method import get_method

from .record import Record, choice, day, line, text
from .round import Party, Process


class Collaboration(Record):
    """What a round's parties agree on before the work begins (SAM-2, 3, 11)."""

    process = models.OneToOneField(Process, models.CASCADE, related_name="collaboration")
    governing_documents = text("Hur hänger samverkan ihop med parternas styrdokument och verksamhetsmål?")
    work_starts_on = day("När börjar arbetet?")
    needs_known_on = day(
        "När vet ni vilka resurser löftet kräver?",
        "Före parternas budgetbeslut, annars går det inte att få med.",
    )
    anchored = text(
        "Var är arbetet förankrat politiskt eller strategiskt?", "Med vem, i vilket forum och när."
    )
    agreement_purpose = text("Syftet med samverkan", "Blir första delen av samverkansöverenskommelsen.")

    class Meta:
        verbose_name = "samverkan"


def steps() -> list[tuple[str, str]]:
    """The steps of the method, to say which one a meeting is to take up."""
    return [(step.key, step.title) for step in get_method()]


class PartyDate(Record):
    """A day in a party's own year that the work has to fit: a budget decision, a meeting (SAM-3)."""

    class Kind(models.TextChoices):
        BUDGET = "budget", "Budgetbeslut"
        PLAN = "plan", "Beslut om verksamhetsplan"
        MEETING = "meeting", "Möte i nämnd, styrelse eller ledning"
        STEERING = "steering", "Styrgruppens möte"
        OTHER = "other", "Annat"

    process = models.ForeignKey(Process, models.CASCADE, related_name="party_dates")
    party = models.ForeignKey(
        Party,
        models.CASCADE,
        verbose_name="Vems kalender?",
        help_text="Tomt betyder alla parter.",
        null=True,
        blank=True,
        related_name="+",
    )
    kind = choice("Vad händer?", Kind)
    on = day("Vilken dag?")
    what = line("Mer om det", "Till exempel ”kommunfullmäktige, handlingar inne två veckor före”.")
    step = choice("Vad ska vara klart till dess?", steps, "Steget som ska tas upp eller beslutas den dagen.")

    FACTS = {"party_name": F("party__organisation__name")}

    class Meta:
        verbose_name = "datum i en parts kalender"

    def __str__(self) -> str:
        return self.what or self.get_kind_display()


class SteeringMember(Record):
    """A member of the group that steers and follows up the work (SAM-6)."""

    process = models.ForeignKey(Process, models.CASCADE, related_name="steering_members")
    name = line("Namn")
    title = line("Titel")
    party = models.ForeignKey(
        Party, models.CASCADE, verbose_name="Part", null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "ledamot"


class SupportMember(Record):
    """Someone who strengthens the work with a competence of their own (SAM-8)."""

    process = models.ForeignKey(Process, models.CASCADE, related_name="support_members")
    name = line("Namn")
    competence = line("Kompetens", "Till exempel underrättelsesamordnare, controller, kommunikatör.")

    class Meta:
        verbose_name = "stödperson"
