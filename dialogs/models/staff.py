"""Medarbetardialog: what a working group knows (VAD), and how it wants to work (HUR)."""

from django.db import models

from processes.models.record import Record, choice, day, line, link, number, text


class StaffDialog(Record):
    """A meeting of a working group, led by its manager. Several rounds may rest on one (MED-2)."""

    processes = models.ManyToManyField("processes.Process", related_name="%(class)ss")
    group = line("Arbetsgrupp", "Till exempel ”Ingripande lag 2” eller ”Områdespoliser Åby”.")
    manager = link("processes.User", "Gruppchef", "Ansvarar för dialogen tillsammans med medarbetarna.")
    planned_on = day("När är den planerad?")
    held_on = day("När hölls den?")
    took_part = number("Hur många var med?")
    summary = text("Anteckningar", "Det som inte får plats i resultaten. Kan lämnas tomt.")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.group


class WhatDialog(StaffDialog):
    """VAD: the staff's knowledge of the local problems, early in the round (MED-1, 3, 4)."""

    employees = number("Hur många arbetar i gruppen?")
    invited = number("Hur många blev inbjudna?")

    class Meta:
        verbose_name = "medarbetardialog VAD"


class HowDialog(StaffDialog):
    """HUR: how the staff will work with the chosen focus areas, before the plan (MED-1, 6)."""

    class Meta:
        verbose_name = "medarbetardialog HUR"


class Result(Record):
    """One thing a group arrived at. `adopted_*` tells which row it became further on (MED-10)."""

    text = line("Vad kom gruppen fram till?", length=500)
    adopted_model = models.CharField(max_length=60, blank=True, default="", editable=False)
    adopted_id = models.BigIntegerField(null=True, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.text


class Proposal(Result):
    """A result of the group work of VAD."""

    class Kind(models.TextChoices):
        PICTURE = "picture", "Lokal lägesbild"
        FOCUS = "focus", "Fokusområde"
        PRIORITY = "priority", "Prioritering"
        CAUSE = "cause", "Problem och orsak"

    dialog = models.ForeignKey(WhatDialog, models.CASCADE, related_name="proposals")
    kind = choice("Vad handlar det om?", Kind)

    class Meta:
        verbose_name = "resultat från VAD"
        verbose_name_plural = "resultat från VAD"


class HowProposal(Result):
    """A result of the group work of HUR."""

    class Kind(models.TextChoices):
        WAY = "way", "Sätt att arbeta"
        PRIORITY = "priority", "Prioriterad aktivitet"

    dialog = models.ForeignKey(HowDialog, models.CASCADE, related_name="proposals")
    kind = choice("Vad handlar det om?", Kind)

    class Meta:
        verbose_name = "resultat från HUR"
        verbose_name_plural = "resultat från HUR"
