"""Stortorget, listening: three ways of meeting those who live there."""

from datetime import timedelta

from dialogs.models import DialogText, View
from dialogs.said import actions as views
from processes.method import Gate
from processes.models import Term

from ..clock import Tale
from ..hands import Story, word
from ..views import bring_in

# The walk's invitation, in the coordinator's own words.
SHEET = """# Vill du gå med oss en kväll?

Vi går från torget till Linvägen och tittar efter ställen som behöver ljus, sikt eller fler människor.

– Samling vid busstationen klockan 20. Vi går långsamt, och vägen fungerar med rullstol och rollator.
– Säg vad du ser. Det du pekar på läggs i planen, eller så får du veta varför inte.
– Du behöver inte anmäla dig. Behöver du tolk eller sällskap dit: ring Elin på kommunen.

Polisen och kommunen har de människor och pengar som redan finns. Därför kan vi inte göra allt, men vi svarar på allt."""

DIALOGS = [
    {
        "days": 165,
        "parts": {"Centrum": 38, "Linvägen och Åbrinken": 21, "Ekhamra by": 4},
        "told": "torgmote",
        "questions": [
            "Var och när känner du dig otrygg i centrum?",
            "Vad gör du då, och vad gör du inte längre?",
            "När känns torget bra, och vad är annorlunda då?",
        ],
        "plan": {
            "title": "Öppet torgmöte vid biblioteket",
            "form": "open_meeting",
            "aim": "Förstå var, när och varför människor undviker centrum på kvällen. Mötet ska ge underlag för "
            "val av fokusområden. Frågor om enskilda ärenden tas vid sidan av, och arbetet görs med de resurser "
            "som finns.",
            "target_group": "Boende inom en kilometer, handlare och pendlare, omkring 60 personer. Kvällsarbetare "
            "nås genom lappar hos hemtjänsten; den som inte talar svenska får tolk på plats.",
            "influence": "Dialog",
            "venue": "Bibliotekets entréhall, i markplan och med hörslinga",
        },
        "then": {
            "reached_total": 71,
            "reached_women": 39,
            "reached_men": 32,
            "reached_under_16": 3,
            "reached_16_24": 6,
            "reached_25_44": 14,
            "reached_45_64": 19,
            "reached_65_plus": 27,
        },
        "quality": (
            "partly",
            "Bra samtal vid borden, men få under 25 år kom. Därför ett samtal till på Kuben.",
        ),
    },
    {
        "days": 151,
        "told": "kuben",
        "questions": [
            "Hur är en vanlig fredagskväll på torget?",
            "När blir det dåligt, och vad gör ni då?",
            "Vad skulle få dig att stanna kvar, eller att gå någon annanstans?",
        ],
        "plan": {
            "title": "Samtal med unga på Kuben",
            "form": "focus_group",
            "aim": "Höra hur torget är för dem som är där mest, och vad de tror skulle hjälpa. Vi lovar inget på "
            "plats, men berättar när beslut tas.",
            "target_group": "Fjorton unga 15–18 år, hälften tjejer, bjudna av fritidsledarna. Några som brukar "
            "vara på torget men inte på Kuben är särskilt tillfrågade.",
            "influence": "Inflytande",
            "venue": "Fritidsgården Kuben, i soffrummet",
        },
        "then": {
            "reached_total": 14,
            "reached_women": 8,
            "reached_men": 6,
            "reached_under_16": 0,
            "reached_16_24": 14,
            "reached_25_44": 0,
            "reached_45_64": 0,
            "reached_65_plus": 0,
        },
        "quality": ("yes", ""),
    },
    {
        "days": 140,
        "occasions": [(140, "klockan 20–21.30", 12), (133, "klockan 20–21", 7)],
        "told": "vandring",
        "questions": ["Vad ser du här som gör platsen bättre eller sämre på kvällen?"],
        "plan": {
            "title": "Trygghetsvandring från torget till Linvägen",
            "form": "safety_walk",
            "aim": "Peka ut de ställen som behöver ljus, sikt eller tillsyn, så att de kan läggas i planen. "
            "Större ombyggnader ligger utanför.",
            "target_group": "Ett tjugotal boende, handlare och bussförare, med hyresgästföreningen och "
            "pensionärsrådet. Vägen är vald så att rullstol och rollator kan följa med.",
            "influence": "Konsultation",
            "venue": "Samling vid busstationen klockan 20",
        },
        "then": {
            "reached_total": 19,
            "reached_women": 12,
            "reached_men": 7,
            "reached_under_16": 0,
            "reached_16_24": 2,
            "reached_25_44": 3,
            "reached_45_64": 6,
            "reached_65_plus": 8,
        },
        "quality": ("yes", ""),
        "sheet": SHEET,
    },
]


def citizens(s: Story) -> Tale:
    """Three dialogues, each with its plan and its views."""
    s.dialogs = []
    for one in DIALOGS:
        yield from _hold(s, **one)
    _gather(s)


def answer(s: Story) -> None:
    """Those who came hear what was chosen, and what was not."""
    for dialog in s.dialogs:
        s.coordinator.tell(
            "citizen_dialog",
            dialog,
            "citizens staff partners",
            "Kommunens webb, anslagstavlan, mejl till deltagarna och arbetsplatsträff",
            "Det här sa ni, det här valde vi att arbeta med, och det här kan vi inte påverka.",
            given_on=s.before(100),
        )


ALIKE = ("Mopeder kör på gångvägen längs ån.", "Barnen i vår förskola går längs Ågatan i grupp.")


def _gather(s: Story) -> None:
    """Some say the same and stand under one; one was really a report, and went where it belongs."""
    by = {"by": s.coordinator.user, "round_": s.round}
    meeting = s.dialogs[0]
    first, other = (meeting.views.get(text__startswith=text) for text in ALIKE)
    views.merge(head=first.pk, keys=[other.pk], **by)
    report = s.coordinator.add(
        "dialogs.View", meeting, text=REPORT, received_on=meeting.held_on, place="Stortorget"
    )
    views.route_out(keys=[report.pk], route=View.Route.REPORT, to="Polisen 114 14", **by)


REPORT = "Jag såg vem som slog sönder rutan på apoteket. Kan någon ringa mig?"


def _hold(
    s: Story,
    days: int,
    told: str,
    questions: list[str],
    plan: dict,
    then: dict,
    quality: tuple,
    parts: dict[str, int] | None = None,
    occasions: list[tuple[int, str, int]] | None = None,
    sheet: str = "",
) -> Tale:
    day = s.before(days)
    yield s.before(days + 5)
    dialog = s.coordinator.create(
        "citizen_dialog",
        **plan | {"influence": word(Term.List.PARTICIPATION, plan["influence"])},
        responsible=s.people["coordinator"],
        planned_on=day,
        feedback_plan="Sammanställning på kommunens webb och på anslagstavlan vid torget. Den som lämnat sin adress "
        "får mejl när fokusområdena är valda. Arbetet följs på kommunens webb.",
        feedback_due=day + timedelta(days=70),
    )
    for text in questions:
        s.coordinator.add("dialogs.Question", dialog, text=text)
    if sheet:
        s.coordinator.add("dialogs.DialogText", dialog, kind=DialogText.Kind.INVITATION, text=sheet)
    s.officer.judge(dialog, "DIA-8:open")
    s.officer.decide("citizen_dialog", dialog, Gate.OPEN)
    yield s.before(min(days, *(when for when, *_ in occasions or [(days,)])))
    dialog = s.coordinator.edit(dialog, held_on=day, told_next=True, **then)
    for name, number in (parts or {}).items():
        s.coordinator.add("dialogs.ReachedPart", dialog, name=name, number=number)
    for before, time, took_part in occasions or ():
        s.coordinator.add(
            "dialogs.DialogOccasion", dialog, held_on=s.before(before), time=time, took_part=took_part
        )
    bring_in(s.coordinator, dialog, told, day)
    s.officer.judge(dialog, "DIA-10:complete", *quality)
    s.officer.decide("citizen_dialog", dialog)
    s.dialogs.append(dialog)
