"""Uppföljning: how it went, per period. Whether a promise was kept is computed, never typed."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, F, Max, Min, OuterRef, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from processes.models.record import Record, amount, choice, day, line, link, text, yes_no

from .implementation import ActivityLog


class Check(models.TextChoices):
    """An answer of the short self-check."""

    YES = "yes", "Ja"
    PARTLY = "partly", "Delvis"
    NO = "no", "Nej"


class FollowUp(Record):
    """The follow-up of one period of a round.

    When the effect can't be seen yet it follows as a task with a day and a person: done by a later follow-up.
    """

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
    check_promise = choice("Gjorde ni det ni lovade, på det sätt ni lovade?", Check)
    check_what = choice("Fick medarbetarnas bild av problemet (VAD) genomslag?", Check)
    check_how = choice("Arbetade ni så som medarbetarna föreslog (HUR)?", Check)
    check_citizens = choice("Känner medborgarna igen det de sa i det ni gjorde?", Check)
    check_words = text("Varför delvis eller nej?", "Vad gör ni annorlunda nästa gång?")
    dialog = link(
        "dialogs.CitizenDialog",
        "Vilken dialog berättar om effekten?",
        "En uppföljande dialog, om ni har hållit någon.",
    )
    effect_due_on = day("När följer ni upp effekten?", "Bara om den inte går att se än.")
    effect_by = link("processes.User", "Vem gör det?", "Den personen får en påminnelse.")

    CHECKS = ("check_promise", "check_what", "check_how", "check_citizens")
    FACTS = {"effect_by_name": F("effect_by__name"), "dialog_title": F("dialog__title")}

    class Meta:
        verbose_name = "uppföljning"
        verbose_name_plural = "uppföljningar"

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Delvis and nej come with words: they are what one learns from."""
        unsure = any(getattr(self, name) in (Check.PARTLY, Check.NO) for name in self.CHECKS)
        if unsure and not self.check_words.strip():
            raise ValidationError("Skriv med några ord varför det blev delvis eller nej.")


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
        "least": over(Min("amount")),
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
    told_citizens_how = line(
        "Hur fick de veta det?", "Till exempel ”kommunens webb och anslag på torget”. Läses av alla."
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


class Observation(Record):
    """A change that somebody has noticed, in their own words (UPP-3)."""

    class Who(models.TextChoices):
        CITIZENS = "citizens", "Boende och andra som vistas där"
        STAFF = "staff", "Medarbetare"
        PARTNERS = "partners", "Föreningar, handlare och andra aktörer"

    follow_up = models.ForeignKey(FollowUp, models.CASCADE, related_name="observations")
    who = choice("Vilka har märkt det?", Who)
    text = text("Vad har de märkt?", "Så som de säger det, utan namn.")
    better = yes_no("Är det en förbättring?")
    noticed_on = day("När kom det fram?")
    source = line("Hur kom det fram?", "Till exempel ”uppföljande dialog på torget” eller ”APT”.")

    class Meta:
        verbose_name = "iakttagelse"
        verbose_name_plural = "iakttagelser"

    def __str__(self) -> str:
        return self.text


class PlanningExport(models.Model):
    """That the material for the planning system was taken out: by whom and when (PRO-7). Only ever added."""

    follow_up = models.ForeignKey(FollowUp, models.CASCADE, related_name="exports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    sha256 = models.CharField(max_length=64)

    FACTS = {"by_name": F("by__name")}

    class Meta:
        verbose_name = "export till planeringssystemet"
