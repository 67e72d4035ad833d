"""Kommunikation: the plan that runs through all of the work, and its target groups and lines."""

from django.db import models

from .record import Record, choice, day, line, link, text, yes_no
from .round import Process


class CommunicationPlan(Record):
    """What the communication is for and how people take part in it (KOM-1, 9)."""

    process = models.OneToOneField(Process, models.CASCADE, related_name="communication_plan")
    purpose = text(
        "Varför ska någon lyssna på er?", "Bakgrund och syfte med kommunikationen, i ett par meningar."
    )
    message = text(
        "Vad är ert viktigaste budskap?",
        "Börja i vad målgruppen har för nytta av det. Ord som redan är beslutade kan återanvändas.",
    )
    participation = text(
        "Hur är medarbetare, medborgare, kommun och andra lokala aktörer med i kommunikationen?"
    )
    follows_policy = yes_no("Följer planen kommunikationspolicyn?")

    class Meta:
        verbose_name = "kommunikationsplan"

    def __str__(self) -> str:
        return "Kommunikationsplan"


class TargetGroup(Record):
    """Whom the parties want to reach, and how far up the communication ladder (KOM-3)."""

    class Goal(models.TextChoices):
        AWARE = "aware", "Känna till"
        UNDERSTAND = "understand", "Förstå"
        ACCEPT = "accept", "Acceptera"
        ENGAGE = "engage", "Vilja engagera sig"
        ACT = "act", "Göra något"

    process = models.ForeignKey(Process, models.CASCADE, related_name="target_groups")
    name = line(
        "Vilka vill ni nå?", "”Alla” når ingen. Till exempel ”alla i årskurs 9” eller ”boende på Tallvägen”."
    )
    description = line("Vad vet ni om dem?", "Vad de tänker, känner och behöver, och var de finns.")
    goal = choice("Hur långt vill ni nå?", Goal, "Steget på kommunikationstrappan.")

    class Meta:
        verbose_name = "målgrupp"

    def __str__(self) -> str:
        return self.name


class CommunicationActivity(Record):
    """One line of the plan: what is told to whom, where, when and by whom (KOM-2)."""

    class Moment(models.TextChoices):
        LAUNCH = "launch", "När löftet ges"
        MIDWAY = "midway", "Halvvägs"
        CHANGE = "change", "Om något ändras"
        RESULT = "result", "När resultatet finns"
        OTHER = "other", "Annat tillfälle"

    class Direction(models.TextChoices):
        INTERNAL = "internal", "Internt"
        EXTERNAL = "external", "Externt"
        BOTH = "both", "Både internt och externt"

    process = models.ForeignKey(Process, models.CASCADE, related_name="communication_activities")
    moment = choice("Tillfälle", Moment)
    what = line("Vad berättar ni?")
    direction = choice("Riktning", Direction)
    target_group = link(TargetGroup, "Målgrupp", "Tomt betyder alla planens målgrupper.")
    channel = line("Hur och var?", "Kanal och form, till exempel ”affisch i trapphusen”.")
    planned_on = day("Planerat datum")
    frequency = line("När och hur ofta?", "När inget datum är bestämt.")
    responsible = line("Ansvarig")
    evaluate_how = line("Hur tar ni reda på om det nådde fram?")
    done_on = day("Genomfört den")
    evaluation = text("Hur gick det?", "En rad räcker.")

    class Meta:
        verbose_name = "kommunikationsaktivitet"

    def __str__(self) -> str:
        return self.what
