"""The two meetings with the staff: the agenda that the method suggests, in our own words (bilaga 6, 7)."""

from processes.method import Meeting, Part, Point

from .staff import RESULTS, THEN, WHO


def work(key: str, kind: str, title: str, add_label: str, *more: str) -> Part:
    """What a group work yields: one line for each thing, in the group's own words."""
    fields = ("text", *more)
    return Part(
        key,
        RESULTS,
        fields,
        title,
        add=fields,
        that=lambda row: row.kind == kind,
        given={"kind": kind},
        add_label=add_label,
    )


ROOM = Part("deltagare", THEN, WHO, "Så många är vi")

CLOSING = Point(
    "Summering",
    (
        "Läs upp det ni har skrivit. Stämmer det?",
        "Vad händer med det nu, och vem gör vad?",
        "När får ni veta vad det blev? Säg dagen för nästa arbetsplatsträff.",
    ),
    minutes="minutes_closing",
)

WHAT = Meeting(
    "Medarbetardialog VAD",
    agenda=(
        Point(
            "Inledning",
            (
                "Varför ses vi, och vad ska vi ha när vi går?",
                "Vad sa ni förra gången, vad lovade vi, och hur gick det?",
                "Vad visar den lokala lägesbilden i dag?",
                "Hur går arbetet med medborgarlöften till, och var är vi nu?",
            ),
            (ROOM,),
            load="agreements.earlier.panel",
            template="agreements/_earlier.html",
            minutes="minutes_opening",
        ),
        Point(
            "Den lokala lägesbilden",
            ("Vad stämmer, och vad stämmer inte?", "Vad vet ni som inte står där?"),
            (work("bild", "picture", "Lägesbild", "Lägg till något om läget"),),
            minutes="minutes_picture",
        ),
        Point(
            "Fokusområden",
            (
                "Vilka platser, brott eller grupper borde vi ta oss an?",
                "Vad skulle märkas mest för dem som bor här?",
            ),
            (work("fokus", "focus", "Fokusområde", "Lägg till ett fokusområde"),),
            minutes="minutes_focus",
        ),
        Point(
            "Prioritera",
            ("Vad är viktigast, och varför?", "Vad kan vi göra något åt med de resurser vi har?"),
            (work("prioritet", "priority", "Prioritering", "Lägg till en prioritering"),),
            minutes="minutes_priority",
        ),
        Point(
            "Problem och orsaker",
            (
                "Ta det viktigaste först. Vad är det som händer, var och när?",
                "Varför händer det? Fråga varför en gång till.",
            ),
            (
                work("problem", "problem", "Problem", "Lägg till en beskrivning av problemet"),
                work("orsak", "cause", "Orsak", "Lägg till en orsak"),
            ),
            minutes="minutes_causes",
        ),
        CLOSING,
    ),
    held=THEN,
    day="held_on",
    present=(),
    minutes="summary",
    words={
        "kind": {
            "picture": "lokal lägesbild",
            "focus": "fokusområde",
            "priority": "prioritering",
            "problem": "beskrivning av problemet",
            "cause": "orsak",
        },
        "employees": "i gruppen arbetar {}",
        "invited": "inbjudna: {}",
        "took_part": "med på mötet: {}",
    },
)

HOW = Meeting(
    "Medarbetardialog HUR",
    agenda=(
        Point(
            "Inledning",
            (
                "Varför ses vi, och vad ska vi ha när vi går?",
                "Vad kom VAD-dialogerna fram till, och vad blev det?",
                "Vad visar den gemensamma lägesbilden, med det medborgarna sagt?",
                "Vilka fokusområden är valda, och hur ser problemen ut?",
                "Vad är bestämt, och vad kan vi själva påverka?",
            ),
            (ROOM,),
            load="dialogs.staff.pages.material",
            template="dialogs/staff/_material.html",
            minutes="minutes_opening",
        ),
        Point(
            "Så vill vi arbeta",
            (
                "Ta ett fokusområde i taget. Hur vill vi arbeta med det?",
                "Går det att följa upp, och är det rimligt med den tid som finns?",
            ),
            (work("arbetssatt", "way", "Arbetssätt", "Lägg till ett sätt att arbeta", "focus_area"),),
            minutes="minutes_ways",
        ),
        Point(
            "Prioritera aktiviteter",
            ("Vilka aktiviteter är viktigast?", "Vad ska vi sluta med för att få tid?"),
            (
                work(
                    "prioritet",
                    "priority",
                    "Prioritering",
                    "Lägg till en prioriterad aktivitet",
                    "focus_area",
                ),
            ),
            minutes="minutes_priority",
        ),
        CLOSING,
    ),
    held=THEN,
    day="held_on",
    present=(),
    minutes="summary",
    words={
        "kind": {"way": "sätt att arbeta", "priority": "prioriterad aktivitet"},
        "focus_area": "{}",
        "employees": "i gruppen arbetar {}",
        "invited": "inbjudna: {}",
        "took_part": "med på mötet: {}",
    },
)
