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
    employees = number("Hur många arbetar i gruppen?")
    invited = number("Hur många blev inbjudna?")
    took_part = number("Hur många var med?")
    summary = text("Anteckningar", "Det som inte får plats i resultaten. Kan lämnas tomt.")
    minutes_opening = number("Inledning, minuter", "Till exempel 20.")
    minutes_closing = number("Summering, minuter", "Till exempel 15.")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.group


class WhatDialog(StaffDialog):
    """VAD: the staff's knowledge of the local problems, early in the round (MED-1, 3, 4)."""

    minutes_picture = number("Den lokala lägesbilden, minuter", "Till exempel 25.")
    minutes_focus = number("Fokusområden, minuter", "Till exempel 25.")
    minutes_priority = number("Prioritera, minuter", "Till exempel 15.")
    minutes_causes = number("Problem och orsaker, minuter", "Till exempel 30.")

    class Meta:
        verbose_name = "medarbetardialog VAD"


class HowDialog(StaffDialog):
    """HUR: how the staff will work with the chosen focus areas, before the plan (MED-1, 6)."""

    minutes_ways = number("Arbetssätt, minuter", "Till exempel 40.")
    minutes_priority = number("Prioritera aktiviteter, minuter", "Till exempel 20.")

    class Meta:
        verbose_name = "medarbetardialog HUR"


class Result(Record):
    """One thing a group arrived at. `adopted_*` tells which row it became further on, `declined` why it
    became none: the group is answered either way (MED-10)."""

    text = line("Vad kom gruppen fram till?", length=500)
    declined = line(
        "Varför går det inte vidare?", "Till exempel ”Kommunen bygger redan om platsen i höst”.", 300
    )
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
        PROBLEM = "problem", "Beskrivning av problemet"
        CAUSE = "cause", "Orsak till problemet"

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
    focus_area = link("processes.FocusArea", "Vilket fokusområde gäller det?")

    class Meta:
        verbose_name = "resultat från HUR"
        verbose_name_plural = "resultat från HUR"


class StaffGroup(Record):
    """Staff who carry the dialogue between the meetings (MED-12): named by what they do, nobody's private data."""

    process = models.ForeignKey("processes.Process", models.CASCADE, related_name="staff_groups")
    name = line("Vad heter gruppen?", "Till exempel ”Medarbetargruppen i Åby”.")
    manager = link("processes.User", "Vem håller ihop den?")
    members = text(
        "Vilka är med?", "En funktion per rad, till exempel ”områdespolis Åby” eller ”ingripande lag 2”."
    )
    rhythm = line("Hur ofta ses ni?", "Till exempel ”första tisdagen varannan månad”.")
    appointed_on = day("När utsågs den?")

    FACTS = {"manager_name": models.F("manager__name")}

    class Meta:
        verbose_name = "fast medarbetargrupp"
        verbose_name_plural = "fasta medarbetargrupper"

    def __str__(self) -> str:
        return self.name
