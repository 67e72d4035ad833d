"""Uppföljning: how it went, per period. Whether a promise was kept is computed, never typed."""

from django.db import models
from django.db.models import Count, Max, Min, OuterRef, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from processes.models.record import Record, amount, choice, day, line, link, text

from .implementation import ActivityLog


class FollowUp(Record):
    """The follow-up of one period of a round."""

    process = models.ForeignKey("processes.Process", models.CASCADE, related_name="follow_ups")
    title = line("Vad heter uppföljningen?", "Till exempel ”Halvår 2027”.")
    period_start = day("Perioden börjar")
    period_end = day("Perioden slutar")
    done_on = day("När gjordes uppföljningen?")
    resources_used = text("Vilka resurser gick åt?", "Tid, personal och pengar, mot det ni planerade.")
    effects = text(
        "Hur har problemet påverkats?",
        "Önskade och oönskade effekter. Var försiktig: annat kan också ha spelat in.",
    )
    goal_safety = line("Blev det tryggare?", "Löftets mål: öka tryggheten.", length=300)
    goal_prevention = line("Blev brotten färre?", "Löftets mål: förebygga brott.", length=300)
    goal_participation = line("Blev fler delaktiga?", "Löftets mål: öka delaktigheten.", length=300)
    goal_trust = line("Stärktes förtroendet?", "Löftets mål: stärka förtroendet.", length=300)
    exported_on = day("När fördes underlaget över till planeringssystemet?", "Resurser, aktiviteter och mål.")
    exported_by = link("processes.User", "Vem förde över det?")

    class Meta:
        verbose_name = "uppföljning"
        verbose_name_plural = "uppföljningar"

    def __str__(self) -> str:
        return self.title


def _log_figures() -> dict:
    """The activity's log in figures: what is told there isn't typed again."""
    log = ActivityLog._base_manager.filter(activity=OuterRef("activity")).order_by()

    def over(number) -> Subquery:
        return Subquery(log.values("activity").annotate(number=number).values("number"))

    once = Coalesce("amount", Value(1), output_field=models.DecimalField())
    return {
        "times": Coalesce(over(Count("pk")), 0),
        "amount": over(Sum(once)),
        "most": over(Max("amount")),
        "hours": over(Sum("hours")),
        "first_on": over(Min("done_on")),
    }


class Outcome(Record):
    """What the follow-up says of one activity, beside what its log says."""

    class Quality(models.TextChoices):
        GOOD = "good", "God kvalitet"
        PARTLY = "partly", "Delvis god"
        POOR = "poor", "Bristande"

    class Effect(models.TextChoices):
        WANTED = "wanted", "Önskad effekt syns"
        PARTLY = "partly", "Syns delvis"
        NONE = "none", "Ingen effekt syns"
        UNWANTED = "unwanted", "Oönskad effekt syns"
        EARLY = "early", "För tidigt att säga"

    follow_up = models.ForeignKey(FollowUp, models.CASCADE, related_name="outcomes")
    activity = link("processes.Activity", "Aktivitet")
    quality = choice("Med vilken kvalitet genomfördes den?", Quality)
    followed_by = line("Vem följde upp?", "Tomt betyder som i planen.")
    followed_how = line("Hur?", "Tomt betyder som i planen.")
    followed_on = day("När?", "Tomt betyder samma dag som uppföljningen i övrigt.")
    improve = line("Vad kan bli bättre?", length=300)
    effect = choice("Vilken effekt ser ni?", Effect)
    explanation = text("Varför blev det inte som ni lovade?", "Behövs när målet inte nåddes. Läses av alla.")
    told_citizens_on = day(
        "När fick medborgarna veta att den inte blev av?", "Behövs bara när inget alls genomfördes."
    )

    FACTS = staticmethod(_log_figures)

    class Meta:
        verbose_name = "utfall"
        verbose_name_plural = "utfall"

    def __str__(self) -> str:
        return str(self.activity or "")


class Measurement(Record):
    """The state after, beside the goal's state before (UPP-3, FAL-5)."""

    follow_up = models.ForeignKey(FollowUp, models.CASCADE, related_name="measurements")
    goal = link("processes.Goal", "Mål")
    value = amount("Värdet nu")
    measured_on = day("När mättes det?")
    comparison = amount("Värdet i ett jämförbart område", "Tomt när det inte finns något.")
    source = line("Källa", "Till exempel ”trygghetsmätningen” eller ”ny medborgardialog”.")
    caution = line("Vad mer kan ha påverkat?", length=300)

    class Meta:
        verbose_name = "mätning"
        verbose_name_plural = "mätningar"

    def __str__(self) -> str:
        return str(self.goal or "")
