"""Gemensam lägesbild: how the parties and the citizens see the problems, and what they choose."""

from django.apps import apps
from django.db import models
from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from .record import Record, choice, day, line, link, number, scale, text, yes_no
from .round import Party, Process
from .situation import SituationEntry, SituationVersion
from .terms import Term, term


class JointSituation(Record):
    """What is decided when the pictures are laid side by side (PRO-8, GEM-7, DIA-15)."""

    class Material(models.TextChoices):
        SUFFICIENT = "sufficient", "Underlaget räcker"
        DEEPER = "deeper", "En fördjupad medborgardialog beställs"

    process = models.OneToOneField(Process, models.CASCADE, related_name="joint_situation")
    met_on = day("När möttes ni?")
    participants = text("Vilka var med?", "Roller och organisationer.")
    equality_view = text(
        "Hur har ni vägt in jämställdhet, likabehandling och demokrati?",
        "En mening eller två. Kvinnor uppger oftare än män att de är otrygga.",
    )
    material = choice("Räcker underlaget för att gå vidare?", Material)
    deeper_what = text("Vad ska den fördjupade dialogen ge svar på?")
    high_exposure = yes_no(
        "Finns det ett område med hög social utsatthet?", "Kriminalitet, ordningsstörningar, låg tillit."
    )
    initial_measures = text(
        "Vilka åtgärder görs där först, före eller jämte dialogen?",
        "Synligt polisarbete, närvaro, de problem som de boende själva har pekat ut.",
    )
    minutes = text("Minnesanteckningar", "Det som sades och bestämdes, i korthet.")
    weight_extent = scale("Hur tungt väger omfattningen?")
    weight_worry = scale("Hur tungt väger medborgarnas oro?")
    weight_harm = scale("Hur tungt väger skadan?")
    weight_influence = scale("Hur tungt väger möjligheten att påverka?")
    situation_version = models.ForeignKey(
        SituationVersion, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )

    class Meta:
        verbose_name = "gemensam lägesbild"

    def __str__(self) -> str:
        return "Gemensam lägesbild"


class Problem(Record):
    """A problem as each sees it: police, municipality, citizens (GEM-1, 2, DIA-14)."""

    process = models.ForeignKey(Process, models.CASCADE, related_name="problems")
    title = line(
        "Problemet", "Återkommande brott eller störningar som människor väntar sig att polisen tar hand om."
    )
    police_view = text("Polisens bild")
    municipality_view = text("Kommunens bild")
    citizen_view = text("Medborgarnas bild", "Vad som oroar dem, med deras egna ord.")
    agree = yes_no("Stämmer bilderna överens?")
    why_differs = text("Varför skiljer de sig?")
    handling = text(
        "Hur tog ni hand om skillnaden?", "Medborgarnas upplevelser går först. Skriv hur de fick väga."
    )

    @staticmethod
    def FACTS() -> dict:  # noqa: N802 – what facts hold besides the columns, see queries
        """How many views of citizens are tied to the problem (DIA-14)."""
        views = apps.get_model("dialogs.View")._base_manager.filter(problem=OuterRef("pk"))
        number = views.order_by().values("problem").annotate(number=Count("pk")).values("number")
        return {"views_total": Coalesce(Subquery(number), 0)}

    class Meta:
        verbose_name = "problem"
        verbose_name_plural = "problem"

    def __str__(self) -> str:
        return self.title


class ProblemEntry(Record):
    """An observation of the local picture that the problem rests on; tying it here shows it to all parties."""

    problem = models.ForeignKey(Problem, models.CASCADE, verbose_name="Problem", related_name="entries")
    entry = link(
        SituationEntry,
        "Iakttagelse i den lokala lägesbilden",
        "Raden blir synlig för alla parter i rundan.",
    )

    class Meta:
        verbose_name = "iakttagelse bakom ett problem"
        verbose_name_plural = "iakttagelser bakom problem"

    def __str__(self) -> str:
        return str(self.entry or "")


class FocusArea(Record):
    """What the parties could work on together, and whether it becomes a promise (GEM-3 to 6)."""

    class Kind(models.TextChoices):
        AREA = "area", "Geografiskt område"
        TYPE = "type", "Typ av brott eller ordningsstörning"
        GROUP = "group", "Grupp"

    # A ground's first word is the kind it belongs to, so a form can show those of the chosen kind only.
    FOLLOWS = {"grounds": ("kind", "Välj ur samma grupp som slaget.")}
    GROUNDS = [
        (
            "Geografiskt område",
            [
                ("area_insecurity", "Hög upplevd otrygghet"),
                ("area_crime", "Hög brottslighet"),
                ("area_both", "Både hög otrygghet och hög brottslighet"),
            ],
        ),
        (
            "Typ av brott eller ordningsstörning",
            [
                ("type_insecurity", "Påverkar tryggheten mycket"),
                ("type_common", "Vanligast"),
                ("type_increase", "Har ökat mest"),
                ("type_deviates", "Avviker från andra områden"),
                ("type_cost", "Kostar samhället mycket"),
            ],
        ),
        (
            "Grupp",
            [
                ("group_exposed", "Mest utsatt"),
                ("group_causes", "Orsakar problemet"),
            ],
        ),
    ]

    process = models.ForeignKey(Process, models.CASCADE, related_name="focus_areas")
    title = line("Fokusområde")
    problem = link(Problem, "Problem i den gemensamma bilden")
    kind = choice("Slag", Kind)
    grounds = choice("Vad talar mest för det?", GROUNDS)
    priority = number("Prioritet", "1 är viktigast. Behövs bara när ni väljer flera.")
    influence = text(
        "Hur långt räcker var och en?",
        "Vad varje part kan påverka, med vilka åtgärder och med vilka resurser.",
    )
    target_picture = text("Målbild: vad ska det gemensamma arbetet leda till?")
    place = line("Plats", "Kommun, stadsdel, tätort eller namngiven plats. Tomt betyder hela området.")
    becomes_promise = yes_no("Ska det bli ett medborgarlöfte?")
    theme = term(Term.List.THEME, "Tema")
    score_extent = scale("Hur omfattande är problemet?")
    score_worry = scale("Hur mycket oroar det medborgarna?")
    score_harm = scale("Hur stor skada gör det?")
    score_influence = scale("Hur mycket kan ni tillsammans påverka det?")

    class Meta:
        verbose_name = "fokusområde"
        verbose_name_plural = "fokusområden"

    def __str__(self) -> str:
        return self.title


class FocusPart(Record):
    """What one party can do about a focus area, and with what (GEM-4)."""

    focus_area = models.ForeignKey(
        FocusArea, models.CASCADE, verbose_name="Fokusområde", related_name="parts"
    )
    party = link(Party, "Part")
    can_do = text("Vad kan parten påverka, och med vilka åtgärder?")
    resources = line("Med vilka resurser?", "Till exempel människor, lokaler och pengar.", length=300)
    hours = number("Timmar som parten kan lägga", "En uppskattning för hela perioden.")

    FACTS = {
        "party_kind": F("party__organisation__kind"),
        "party_name": F("party__organisation__name"),
        "party_organisation_id": F("party__organisation_id"),
    }

    class Meta:
        verbose_name = "parts möjligheter"
        verbose_name_plural = "parternas möjligheter"

    def __str__(self) -> str:
        return str(self.party or "")
