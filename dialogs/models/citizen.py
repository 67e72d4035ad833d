"""Medborgardialog: a dialogue with those who live or work in the area."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import OuterRef, Subquery

from processes.models.record import Record, choice, day, line, link, number, text, yes_no
from processes.models.terms import Term, term
from processes.reach import AGES


class CitizenDialog(Record):
    """One dialogue: its plan (DIA-2 … 9), whom it reached (DIA-18) and what came of it."""

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
        "Vilka andra i området ska vara med? Vad hindrar någon från att delta, till exempel lågt förtroende, och "
        "vad gör ni åt det? ”Alla” är ingen målgrupp.",
    )
    influence = term(
        Term.List.PARTICIPATION,
        "Hur mycket kan deltagarna påverka?",
        "Står i inbjudan. Lova inte mer än ni håller.",
    )
    form = choice(
        "Vilken form passar målgruppen och frågan?",
        Form,
        "Öppna möten fångar oro ni inte känner till, mindre möten ger djup. De flesta behöver båda.",
    )
    venue = line("Var hålls den?", "En plats som går att ta sig till och där målgruppen känner sig hemma.")
    planned_on = day("När är den planerad?")
    planned_time = line("Vilken tid?", "Till exempel ”klockan 18–20”. Står i inbjudan.", length=80)
    access = line(
        "Vad ska den som behöver anpassning veta?",
        "Till exempel ”hiss och hörslinga; säg till om du behöver tolk”. Står i inbjudan.",
    )
    contact = line("Hur når man er med frågor?", "Ett telefonnummer eller en adress som får stå i inbjudan.")
    feedback_plan = text(
        "Hur tar ni hand om svaren, och hur får deltagarna veta vad det blev?",
        "Säg också var arbetet går att följa.",
    )
    feedback_due = day("Senast när har deltagarna fått svar?")
    in_depth = yes_no(
        "Är det en fördjupad dialog?", "Beställd från den gemensamma lägesbilden eller inför analysen."
    )
    follows = link(
        "self",
        "Bygger den på en tidigare dialog?",
        "Till exempel en enkät som blev början, eller mötet som ni nu följer upp.",
    )
    follows_up = yes_no(
        "Ska den följa upp om det har blivit bättre?", "Ställ då gärna samma frågor som förra gången."
    )
    held_on = day("När hölls den?", "Första dagen, om den hölls flera gånger.")
    reached_total = number("Hur många deltog?", "Alla tillfällen tillsammans.")
    reached_women = number("Kvinnor och flickor")
    reached_men = number("Män och pojkar")
    reached_under_16 = number("Under 16 år")
    reached_16_24 = number("16–24 år")
    reached_25_44 = number("25–44 år")
    reached_45_64 = number("45–64 år")
    reached_65_plus = number("65 år och äldre")
    told_next = yes_no(
        "Fick deltagarna veta vad som händer nu, när, och att det sker med de resurser som finns?"
    )
    minutes = text("Anteckningar", "Vad som sades, utan namn och andra personuppgifter. Får vara stolpar.")
    noted_by = line("Vem antecknade?", "Namn eller roll på den hos er som höll i pennan.")
    cancelled_reason = text("Blev dialogen inte av? Skriv varför.")

    class Meta:
        verbose_name = "medborgardialog"
        verbose_name_plural = "medborgardialoger"

    def clean(self) -> None:
        """No way of grouping those who took part gives more people than there were."""
        if self.reached_total is None:
            return
        genders = (self.reached_women or 0) + (self.reached_men or 0)
        ages = sum(getattr(self, f"reached_{age.key}") or 0 for age in AGES)
        for what, people in (("Kvinnor och män", genders), ("Åldrarna", ages)):
            if people > self.reached_total:
                raise ValidationError(
                    f"{what} blir {people} tillsammans, men {self.reached_total} deltog. Rätta det som är fel."
                )

    def __str__(self) -> str:
        return self.title

    @staticmethod
    def FACTS() -> dict:  # noqa: N802 – what facts hold besides the columns, see queries
        """The round the dialogue was held for, when another round has taken it along."""
        rounds = CitizenDialog.processes.through.objects.filter(citizendialog=OuterRef("pk"))
        first = rounds.order_by("process")
        return {
            "held_for_id": Subquery(first.values("process")[:1]),
            "held_for_title": Subquery(first.values("process__title")[:1]),
        }


class DialogOccasion(Record):
    """One of several times a dialogue is held. A dialogue held once needs none: its own fields say all."""

    dialog = models.ForeignKey(CitizenDialog, models.CASCADE, related_name="occasions")
    held_on = day("Vilken dag?", "Ligger den framåt i tiden är tillfället planerat.")
    time = line("Vilken tid?", "Till exempel ”klockan 18–20”.", length=80)
    venue = line("Var?", "Tomt betyder samma plats som i planen.")
    form = choice("I vilken form?", CitizenDialog.Form, "Tomt betyder samma form som i planen.")
    took_part = number("Hur många kom?")
    minutes = text("Anteckningar", "Vad som sades, utan namn och andra personuppgifter.")
    noted_by = line("Vem antecknade?")

    class Meta:
        verbose_name = "tillfälle"
        verbose_name_plural = "tillfällen"

    def __str__(self) -> str:
        return f"{self.held_on or 'Dag inte bestämd'} {self.venue}".strip()


class ReachedPart(Record):
    """How many of those who took part came from a part of the area (DIA-18)."""

    dialog = models.ForeignKey(CitizenDialog, models.CASCADE, related_name="reached_parts")
    name = line("Vilken del av området?", "Till exempel ett bostadsområde.", length=80)
    number = number("Hur många kom därifrån?")

    class Meta:
        verbose_name = "del av området"
        verbose_name_plural = "delar av området"

    def __str__(self) -> str:
        return self.name


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


class DialogText(Record):
    """A text of a dialogue as its people have made it their own; until then the program writes it."""

    class Kind(models.TextChoices):
        INVITATION = "invitation", "Inbjudan"
        CLOSING = "closing", "Innan vi slutar"
        SUMMARY = "summary", "Sammanfattning"
        FEEDBACK = "feedback", "Återkoppling: du sa – vi gjorde"

    dialog = models.ForeignKey(CitizenDialog, models.CASCADE, related_name="texts")
    kind = choice("Vilken text?", Kind)
    text = text("Texten", "Rader som börjar med # blir rubriker. Rader som börjar med – blir punkter.")

    class Meta:
        verbose_name = "text"
        verbose_name_plural = "texter"
        constraints = [models.UniqueConstraint(fields=["dialog", "kind"], name="one_text_of_a_kind")]

    def __str__(self) -> str:
        return str(self.get_kind_display())
