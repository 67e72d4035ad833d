"""Gemensam lägesbild: how the parties and the citizens see the problems, and what they choose."""

from django.db import models

from .record import Record, choice, day, line, link, number, text, yes_no
from .round import Process
from .situation import SituationVersion


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

    class Meta:
        verbose_name = "problem"
        verbose_name_plural = "problem"

    def __str__(self) -> str:
        return self.title


class FocusArea(Record):
    """What the parties could work on together, and whether it becomes a promise (GEM-3 to 6)."""

    class Kind(models.TextChoices):
        AREA = "area", "Geografiskt område"
        TYPE = "type", "Typ av brott eller ordningsstörning"
        GROUP = "group", "Grupp"

    # A ground's first word is the kind it belongs to.
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

    class Meta:
        verbose_name = "fokusområde"
        verbose_name_plural = "fokusområden"

    def __str__(self) -> str:
        return self.title
