"""Kommunikation: the plan that runs through all of the work, and its target groups and lines."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F

from processes.method import get_method

from .record import Record, choice, day, line, link, number, text, yes_no
from .round import Process
from .terms import Term, term

OTHER = "other"


def occasions() -> list[tuple[str, object]]:
    """The occasions that the steps declare, under their steps, and any other."""
    found: list[tuple[str, object]] = [
        (step.title, [(one.key, one.title) for one in step.tells]) for step in get_method() if step.tells
    ]
    return [*found, (OTHER, "Annat tillfälle")]


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
    packaging = text(
        "Hur paketerar ni budskapet?",
        "Bilder, film, språk, och vilka ur målgruppen som får läsa först. "
        "Till exempel ”karta över torget, lättläst svenska och somaliska”.",
    )
    carrying_out = text(
        "Hur håller ni ihop genomförandet?",
        "Vem som driver på och vad ni gör om något händer. Till exempel ”avstämning varje måndag”.",
    )
    evaluation = text(
        "Hur följer ni upp hela planen?",
        "Varje rad har sin egen uppföljning. Till exempel ”samma tre frågor på torget före och efter”.",
    )

    class Meta:
        verbose_name = "kommunikationsplan"

    def __str__(self) -> str:
        return "Kommunikationsplan"


class TargetGroup(Record):
    """Whom the parties want to reach, and how far up the communication ladder (KOM-3)."""

    process = models.ForeignKey(Process, models.CASCADE, related_name="target_groups")
    name = line(
        "Vilka vill ni nå?", "”Alla” når ingen. Till exempel ”alla i årskurs 9” eller ”boende på Tallvägen”."
    )
    description = line("Vad vet ni om dem?", "Vad de tänker, känner och behöver, och var de finns.")
    goal = term(Term.List.COMMUNICATION, "Hur långt vill ni nå?", "Steget på kommunikationstrappan.")
    know = line("Vad ska de tänka eller veta?", "Till exempel ”att torget är bemannat på fredagar”.")
    feel = line("Vad ska de känna?", "Till exempel ”att någon lyssnade”.")
    do = line("Vad ska de göra?", "Till exempel ”gå över torget i stället för runt det”.")

    FACTS = {"goal_label": F("goal__label")}

    class Meta:
        verbose_name = "målgrupp"

    def __str__(self) -> str:
        return self.name


class CommunicationActivity(Record):
    """One line of the plan: what is told to whom, where, when and by whom (KOM-2).

    Whether it is planned, done or did not come about is told by its days and its reason.
    """

    class Direction(models.TextChoices):
        INTERNAL = "internal", "Internt"
        EXTERNAL = "external", "Externt"
        BOTH = "both", "Både internt och externt"

    process = models.ForeignKey(Process, models.CASCADE, related_name="communication_activities")
    moment = choice("Tillfälle", occasions, "Tillfället säger vilket steg raden hör till.")
    what = line("Vad berättar ni?")
    direction = choice("Riktning", Direction)
    target_group = link(TargetGroup, "Målgrupp", "Tomt betyder alla planens målgrupper.")
    channel = line("Hur och var?", "Kanal och form, till exempel ”affisch i trapphusen”.")
    planned_on = day("Planerat datum")
    frequency = line("När och hur ofta?", "När inget datum är bestämt.")
    position = number("Ordning", "1 för dem som ska få veta först, 2 för nästa.")
    responsible = line("Ansvarig")
    level = term(Term.List.COMMUNICATION, "Hur långt ska den nå?", "Tomt betyder som för målgruppen.")
    evaluate_how = line("Hur tar ni reda på om det nådde fram?")
    done_on = day("Genomfört den")
    evaluation = text("Hur gick det?", "En rad räcker.")
    not_done_reason = text(
        "Blev det inte av? Skriv varför.", "Till exempel ”mötet ställdes in när lokalen inte gick att få”."
    )

    FACTS = {"level_label": F("level__label")}

    class Meta:
        verbose_name = "kommunikationsaktivitet"

    def __str__(self) -> str:
        return self.what

    def clean(self) -> None:
        """Something has either been done or not come about."""
        if self.done_on and self.not_done_reason.strip():
            raise ValidationError(
                {
                    "not_done_reason": "Raden är både genomförd och inte av. Ta bort datumet eller skälet, "
                    "så att det bara står det som hände."
                }
            )
