"""Medborgardialog: a dialogue with those who live or work in the area, and all they said."""

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from processes.models.record import Record, choice, day, line, link, number, text, yes_no


class CitizenDialog(Record):
    """One dialogue: its plan (DIA-2 … 9), whom it reached (DIA-18) and what came of it."""

    class Influence(models.TextChoices):
        INFORMATION = "information", "Information: ni får veta vad som är bestämt"
        CONSULTATION = "consultation", "Konsultation: ni svarar på frågor som vi ställer"
        DIALOGUE = "dialogue", "Dialog: vi resonerar tillsammans om problemen"
        INFLUENCE = "influence", "Inflytande: ni är med och formar det vi gör"
        CO_DECISION = "co_decision", "Medbeslutande: ni är med och bestämmer"

    class Form(models.TextChoices):
        OPEN_MEETING = "open_meeting", "Öppet möte"
        DIRECTED_MEETING = "directed_meeting", "Riktat möte"
        SURVEY = "survey", "Enkät"
        PANEL = "panel", "Medborgarpanel"
        SOCIAL_MEDIA = "social_media", "Sociala medier"
        INTERVIEWS = "interviews", "Intervjuer"
        FOCUS_GROUP = "focus_group", "Fokusgrupp"
        SAFETY_WALK = "safety_walk", "Trygghetsvandring"
        OBSERVATION = "observation", "Observation"
        DIGITAL = "digital", "Digital dialog"
        OTHER = "other", "Annan form"

    processes = models.ManyToManyField("processes.Process", related_name="citizen_dialogs")
    title = line("Vad heter dialogen?", "Till exempel ”Öppet hus på biblioteket i Åby”.")
    responsible = link(
        "processes.User",
        "Vem ansvarar?",
        "För både planering och genomförande. Säg också vem som gör vad på plats.",
    )
    aim = text(
        "Varför håller ni dialogen, vad ska den leda till och vad ligger utanför?",
        "Två–tre meningar. Att dialogen sker med de resurser som redan finns hör hit.",
    )
    target_group = text(
        "Vilka och hur många vill ni nå, och hur når ni dem som sällan kommer?",
        "Vilka andra i området ska vara med? Vad hindrar någon från att delta, och vad gör ni åt det? "
        "”Alla” är ingen målgrupp.",
    )
    influence = choice(
        "Hur mycket kan deltagarna påverka?", Influence, "Står i inbjudan. Lova inte mer än ni håller."
    )
    form = choice(
        "Vilken form passar målgruppen och frågan?",
        Form,
        "Öppna möten fångar oro ni inte känner till, mindre möten ger djup. De flesta behöver båda.",
    )
    venue = line("Var hålls den?", "En plats som går att ta sig till och där målgruppen känner sig hemma.")
    planned_on = day("När är den planerad?")
    feedback_plan = text(
        "Hur tar ni hand om svaren, och hur får deltagarna veta vad det blev?",
        "Säg också var arbetet går att följa.",
    )
    feedback_due = day("Senast när har deltagarna fått svar?")
    in_depth = yes_no(
        "Är det en fördjupad dialog?", "Beställd från den gemensamma lägesbilden eller inför analysen."
    )
    held_on = day("När hölls den?")
    reached_total = number("Hur många deltog?")
    reached_women = number("Varav kvinnor")
    reached_men = number("Varav män")
    reached_young = number("Varav under 25 år")
    reached_old = number("Varav över 65 år")
    told_next = yes_no(
        "Fick deltagarna veta vad som händer nu, när, och att det sker med de resurser som finns?"
    )
    cancelled_reason = text("Blev dialogen inte av? Skriv varför.")

    class Meta:
        verbose_name = "medborgardialog"
        verbose_name_plural = "medborgardialoger"

    def __str__(self) -> str:
        return self.title


class Question(Record):
    """A question asked in a dialogue (DIA-8)."""

    dialog = models.ForeignKey(CitizenDialog, models.CASCADE, related_name="questions")
    text = line(
        "Fråga",
        "Öppen, utan svar inbyggt: ”Var känner du dig otrygg, och när?” hellre än ”Vill du se mer polis?”",
        length=300,
    )

    class Meta:
        verbose_name = "fråga"
        verbose_name_plural = "frågor"

    def __str__(self) -> str:
        return self.text


class View(Record):
    """What someone said. Kept whatever becomes of it (DIA-12); `problem` is what it grew into."""

    class Theme(models.TextChoices):
        DRUGS = "drugs", "Narkotika och alkohol"
        TRAFFIC = "traffic", "Trafik, mopeder och A-traktorer"
        PLACE = "place", "Otrygg plats"
        YOUTH = "youth", "Unga i riskzon"
        BURGLARY = "burglary", "Inbrott och stöld"
        FRAUD = "fraud", "Bedrägeri"
        DAMAGE = "damage", "Skadegörelse och klotter"
        VIOLENCE = "violence", "Våld och hot"
        DOMESTIC = "domestic", "Våld i nära relation"
        GANGS = "gangs", "Kriminella nätverk"
        EXTREMISM = "extremism", "Polarisering och extremism"
        LITTER = "litter", "Nedskräpning och fysisk miljö"
        BUSINESS = "business", "Företag och handel"
        HEALTH = "health", "Psykisk ohälsa"
        PRESENCE = "presence", "Polisens tillgänglighet"
        OTHER = "other", "Annat"

    class Worry(models.TextChoices):
        CRIME = "crime", "Rädsla för brott"
        VICTIM = "victim", "Har själv blivit utsatt"
        DISORDER = "disorder", "Störs av oordning"
        SURROUNDINGS = "surroundings", "Miljön känns otrygg"
        OTHERS = "others", "Oro för någon annan"
        TRUST = "trust", "Saknar förtroende"
        NONE = "none", "Ingen oro, ett förslag eller beröm"

    class Outcome(models.TextChoices):
        FOCUS = "focus", "Blev fokusområde"
        ORDINARY = "ordinary", "Tas i ordinarie arbete"
        PASSED_ON = "passed_on", "Lämnas vidare till annan"
        BEYOND = "beyond", "Kan inte påverkas"

    dialog = models.ForeignKey(CitizenDialog, models.CASCADE, related_name="views")
    text = text("Synpunkt", "Så som den sades. Skriv inga namn eller andra personuppgifter.")
    received_on = day("När kom den in?")
    theme = choice("Tema", Theme)
    place = line("Plats", "En plats som går att peka ut, eller ”hela området”.")
    worry = choice("Slag av oro", Worry)
    outcome = choice("Vad blev det av synpunkten?", Outcome, "Tomt betyder: ej omhändertagen än.")
    problem = link("processes.Problem", "Vilket problem i den gemensamma lägesbilden hör den till?")

    class Meta:
        verbose_name = "synpunkt"
        verbose_name_plural = "synpunkter"

    def __str__(self) -> str:
        return self.text


UNSORTED = Q(theme="") | Q(place="") | Q(worry="") | Q(outcome="")


def _view_numbers() -> dict:
    """How many views the dialogue has, and how many of them still lack something."""

    def number(where: Q) -> Coalesce:
        found = View._base_manager.filter(where, dialog=OuterRef("pk")).order_by().values("dialog")
        return Coalesce(Subquery(found.annotate(number=Count("pk")).values("number")), 0)

    return {"views_total": number(Q()), "views_unsorted": number(UNSORTED)}


# Views come by the thousand, so facts hold their numbers only.
CitizenDialog.FACTS = staticmethod(_view_numbers)
