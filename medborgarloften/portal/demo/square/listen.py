"""Stortorget, listening: three ways of meeting those who live there."""

from datetime import timedelta

from processes.method import Gate
from processes.models import Term

from ..hands import Story, word
from ..views import said

DIALOGS = [
    {
        "days": 165,
        "parts": {"Centrum": 38, "Linvägen och Åbrinken": 21, "Ekhamra by": 4},
        "views": "torgmote",
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
        "views": "kuben",
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
        "views": "vandring",
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
    },
]


def citizens(s: Story) -> None:
    """Three dialogues, each with its plan, its views and its answer to those who came."""
    s.dialogs = [_hold(s, **told) for told in DIALOGS]


def _hold(
    s: Story,
    days: int,
    views: str,
    questions: list[str],
    plan: dict,
    then: dict,
    quality: tuple,
    parts: dict[str, int] | None = None,
    occasions: list[tuple[int, str, int]] | None = None,
):
    day = s.before(days)
    dialog = s.coordinator.create(
        "citizen_dialog",
        **plan | {"influence": word(Term.List.PARTICIPATION, plan["influence"])},
        responsible=s.people["coordinator"],
        planned_on=day,
        feedback_plan="Sammanställning på kommunens webb och på anslagstavlan vid torget. Den som lämnat sin adress "
        "får mejl när fokusområdena är valda. Arbetet följs på kommunens webb.",
        feedback_due=day + timedelta(days=45),
    )
    for text in questions:
        s.coordinator.add("dialogs.Question", dialog, text=text)
    s.officer.judge(dialog, "DIA-8:open")
    s.officer.decide("citizen_dialog", dialog, Gate.OPEN)
    dialog = s.coordinator.edit(dialog, held_on=day, told_next=True, **then)
    for name, number in (parts or {}).items():
        s.coordinator.add("dialogs.ReachedPart", dialog, name=name, number=number)
    for before, time, took_part in occasions or ():
        s.coordinator.add(
            "dialogs.DialogOccasion", dialog, held_on=s.before(before), time=time, took_part=took_part
        )
    for view in said(views):
        s.coordinator.add("dialogs.View", dialog, received_on=day, **view)
    s.officer.judge(dialog, "DIA-10:complete", *quality)
    s.officer.decide("citizen_dialog", dialog)
    s.coordinator.tell(
        "citizen_dialog",
        dialog,
        "citizens staff partners",
        "Kommunens webb, anslagstavlan, mejl till deltagarna och arbetsplatsträff",
        "Det här sa ni, det här valde vi att arbeta med, och det här kan vi inte påverka.",
        given_on=day + timedelta(days=38),
    )
    return dialog
