"""Initiera samverkan: the frames of the work between the parties."""

from django.db import models

from .record import Record, day, line, text
from .round import Party, Process


class Collaboration(Record):
    """What a round's parties agree on before the work begins (SAM-2, 3, 11)."""

    process = models.OneToOneField(Process, models.CASCADE, related_name="collaboration")
    governing_documents = text("Hur hänger samverkan ihop med parternas styrdokument och verksamhetsmål?")
    work_starts_on = day("När börjar arbetet?")
    needs_known_on = day(
        "När vet ni vilka resurser löftet kräver?", "Före budgetbeslutet, annars går det inte att få med."
    )
    budget_decided_on = day("När fattas budgetbeslutet?")
    anchored = text(
        "Var är arbetet förankrat politiskt eller strategiskt?", "Med vem, i vilket forum och när."
    )
    agreement_purpose = text("Syftet med samverkan", "Blir första delen av samverkansöverenskommelsen.")

    class Meta:
        verbose_name = "samverkan"


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
