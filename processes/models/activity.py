"""Aktivitetsplanering: what will be done by whom, against which cause, and towards what goals."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F

from .focus import FocusArea
from .problem import Cause, Side
from .record import Record, amount, choice, day, line, link, number, scale, text, yes_no
from .round import Party, Process
from .techniques import TECHNIQUES
from .terms import Term, term

# Of what is counted in no number: as need arises, done or not done, or no target at all.
NUMBERLESS = frozenset({"on_demand", "yes_no", "none"})


class ActivityPlan(Record):
    """What all activities and goals of the plan have in common (AKT-6, 10)."""

    process = models.OneToOneField(Process, models.CASCADE, related_name="activity_plan")
    plan_edition = line("Vilken verksamhetsplan utgår målen från?", "Polismyndighetens, med år eller utgåva.")
    follow_up_by = line("Vem följer upp?", "Gäller alla mål som inte säger något annat.")
    follow_up_how = line(
        "Hur följer ni upp?", "Till exempel ”loggen mot målet varje månad, mätning i november”."
    )
    follow_up_on = day("När följer ni upp?", "Tomt betyder när rundans period är slut.")
    note = text("Att tänka på", "Ordning, beroenden och annat som planen vilar på.")
    decided_by_body = line(
        "Vem beslutar om kommunens åtgärdsplan?", "Nämnd eller styrelse, till exempel ”kommunstyrelsen”."
    )
    decided_on = day("När beslutades den?", "Lagen om kommuners brottsförebyggande arbete, 5 §.")

    class Meta:
        verbose_name = "aktivitetsplan"

    def __str__(self) -> str:
        return "Aktivitetsplan"


class Aimed(Record):
    """What is aimed at a cause: when no focus area is chosen it belongs to the cause's own."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        """Save it with the focus area of its cause, unless another is chosen."""
        if self.focus_area_id is None and self.cause_id is not None:
            self.focus_area = self.cause.analysis.focus_area
        super().save(*args, **kwargs)


class Activity(Aimed):
    """Something the parties will do, with a target that is data and not prose (AKT-1, FAL-1)."""

    class Ground(models.TextChoices):
        RESEARCH = "research", "Forskning"
        EVALUATED = "evaluated", "Utvärderad metod"
        EXPERIENCE = "experience", "Egen dokumenterad erfarenhet"

    class Horizon(models.TextChoices):
        IMMEDIATE = "immediate", "Omedelbar effekt"
        LONG_TERM = "long_term", "Långsiktig effekt"

    class Target(models.TextChoices):
        AT_LEAST = "at_least", "Minst så många"
        EXACTLY = "exactly", "Exakt så många"
        PER_WEEK = "per_week", "Så många per vecka"
        PER_MONTH = "per_month", "Så många per månad"
        AT_MOST_HOURS = "at_most_hours", "Högst så många timmar"
        HOURS = "hours", "Minst så många arbetade timmar"
        ON_DEMAND = "on_demand", "Vid behov"
        YES_NO = "yes_no", "Görs eller görs inte"
        NONE = "none", "Inget mål i tal"

    process = models.ForeignKey(Process, models.CASCADE, related_name="activities")
    focus_area = link(FocusArea, "Fokusområde", "Tomt betyder orsakens fokusområde.")
    what = line("Vad ska ni göra?", "Verb, mängd, plats och tid.", length=300)
    place = line("Var?", "Tomt betyder hela fokusområdets plats.")
    period_start = day("Börjar", "Tomt betyder när rundans period börjar.")
    period_end = day("Slutar", "Tomt betyder när rundans period slutar.")
    cause = link(Cause, "Vilken orsak riktar den sig mot?")
    side = choice("Sida i problemanalystriangeln", Side, "Om den inte riktar sig mot en viss orsak.")
    goal = link("Goal", "Vilket effektmål bidrar den till?", "Tomt betyder orsakens mål.")
    type = term(Term.List.ACTIVITY_TYPE, "Slag av aktivitet")
    technique = choice("Teknik", TECHNIQUES, "En av de 25 situationella teknikerna, om någon passar.")
    ground = choice("Vad bygger valet på?", Ground)
    ground_reference = line("Hänvisning", "Titel, länk eller vilken erfarenhet.", length=300)
    horizon = choice("Vilken effekt väntar ni er?", Horizon)
    position = number(
        "Ordning", "1 görs först, sedan 2. Behövs för det som verkar på lång sikt; tomt kan göras genast."
    )
    after = link("self", "Vilken aktivitet måste komma före?", "Om den bygger på att något annat är gjort.")
    expected_effect = scale("Hur stor effekt väntar ni er?")
    effort = scale("Hur mycket arbete krävs?")
    involves_citizens = yes_no("Är medborgarna med och gör något?")
    society = line("Nytta och skada för samhället", "Också det som kan bli sämre för någon.", length=300)
    target_kind = choice("Hur mäts det?", Target)
    target_value = amount("Mål")
    target_unit = line("Enhet", "Till exempel ”kontroller”.")
    what_counts = line("Vad räknas?", "Till exempel ”minst två poliser i en timme”.", length=300)
    no_number_reason = line("Varför finns inget tal?", "Vid behov, eller när inget mått går att sätta.")

    FACTS = {"entered_by": F("owner_id"), "type_title": F("type__label")}

    class Meta:
        verbose_name = "aktivitet"
        verbose_name_plural = "aktiviteter"

    def __str__(self) -> str:
        return self.what

    def clean(self) -> None:
        """What comes first comes first: no activity waits for itself. A number is said of what has one."""
        found = {}
        if self._waits_for_itself():
            found["after"] = "Den aktiviteten väntar i sin tur på den här. Välj en annan, eller ingen."
        if self.target_value is not None and self.target_value < 0:
            found["target_value"] = "Målet kan inte vara mindre än noll."
        elif self.target_value is not None and self.target_kind in NUMBERLESS:
            kind = self.get_target_kind_display()
            found["target_value"] = (
                f"”{kind}” har inget tal. Ta bort talet eller välj ett annat sätt att mäta."
            )
        if found:
            raise ValidationError(found)

    def _waits_for_itself(self) -> bool:
        before, seen = self.after, {self.pk} - {None}
        while before is not None:
            if before.pk in seen:
                return True
            seen.add(before.pk)
            before = before.after
        return False


class ActivityAim(Record):
    """One more cause, side or goal that an activity is aimed at, besides its first."""

    activity = models.ForeignKey(Activity, models.CASCADE, verbose_name="Aktivitet", related_name="aims")
    cause = link(Cause, "Orsak")
    side = choice("Sida i problemanalystriangeln", Side)
    goal = link("Goal", "Effektmål")

    class Meta:
        verbose_name = "ytterligare riktning"
        verbose_name_plural = "ytterligare riktningar"

    def __str__(self) -> str:
        return str(self.cause or self.goal or self.get_side_display())


class ActivityParty(Record):
    """A party's part in an activity: its hours, and its yes to just that (AKT-1, 7, FAL-8)."""

    activity = models.ForeignKey(Activity, models.CASCADE, verbose_name="Aktivitet", related_name="parties")
    party = models.ForeignKey(
        Party, models.PROTECT, verbose_name="Ansvarig part", null=True, blank=True, related_name="+"
    )
    hours = number("Timmar som behövs", "En uppskattning för hela perioden.")
    # A yes and what it was given to: written by the act of accepting, never typed into a form.
    accepted_on = models.DateField("Parten sa ja den", null=True, editable=False)
    accepted_terms = models.JSONField("Det som parten sa ja till", default=dict, editable=False)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name="Vem lämnade ja?",
        null=True,
        editable=False,
        related_name="+",
    )
    accepted_note = line("Hur lämnades det?", "Till exempel ”mejl från förvaltningschefen”.")

    FACTS = {
        "party_kind": F("party__organisation__kind"),
        "party_name": F("party__organisation__name"),
        "party_organisation_id": F("party__organisation_id"),
        "accepted_by_name": F("accepted_by__name"),
    }

    class Meta:
        verbose_name = "ansvarig part"
        verbose_name_plural = "ansvariga parter"

    def __str__(self) -> str:
        return str(self.party or "")


class Goal(Aimed):
    """An effect on the problem, or what an activity is to produce beyond its own target (AKT-4)."""

    class Kind(models.TextChoices):
        EFFECT = "effect", "Effektmål: vad som ska bli annorlunda"
        PRODUCTION = "production", "Produktionsmål: vad en aktivitet ska ge"

    process = models.ForeignKey(Process, models.CASCADE, related_name="goals")
    kind = models.CharField("Slag av mål", max_length=20, choices=Kind, default=Kind.EFFECT)
    focus_area = link(FocusArea, "Fokusområde", "Tomt betyder orsakens fokusområde.")
    text = line("Mål", "Använd ett ord som anger rörelse: minska, öka, utveckla.", length=300)
    activity = link(Activity, "Aktivitet", "För ett produktionsmål.")
    cause = link(Cause, "Vilken orsak ska minska?", "För ett effektmål.")
    indicator = line("Indikator", "Vad ni mäter för att se effekten.")
    unit = line("Enhet", "Till exempel ”per år” eller ”procent”.", length=60)
    no_number_reason = line(
        "Varför finns inget tal, och hur märks det i stället?",
        "Bara om inget mått går att sätta.",
        length=300,
    )
    baseline_value = amount("Utgångsvärde")
    baseline_on = day("Utgångsvärdet gäller den")
    target_value = amount("Målvärde")
    comparison_area = line("Jämför med", "Ett liknande område där ni inte gör samma sak.")
    comparison_value = amount("Utgångsvärdet där")
    due_on = day("Ska nås senast", "Tomt betyder när rundans period slutar.")
    plan_goal = line("Mål i verksamhetsplanen", "Det mål som detta bidrar till.")
    follow_up_by = line("Vem följer upp?", "Tomt betyder som i planen.")
    follow_up_how = line("Hur?", "Tomt betyder som i planen.")
    follow_up_on = day("När?", "Tomt betyder som i planen.")
    follow_up_on_demand = line("Följs upp vid behov, därför att", "I stället för ett datum.")

    class Meta:
        verbose_name = "mål"
        verbose_name_plural = "mål"

    def __str__(self) -> str:
        return self.text
