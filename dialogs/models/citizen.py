"""Medborgardialog: a dialogue with those who live or work in the area."""

from django.db import models

from processes.models.record import Record, choice, day, line, link, number, text, yes_no
from processes.models.terms import Term, term


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
        "Vilka andra i området ska vara med? Vad hindrar någon från att delta, och vad gör ni åt det? "
        "”Alla” är ingen målgrupp.",
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
