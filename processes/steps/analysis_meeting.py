"""The meeting about a problem and its causes: the agenda that the method suggests, in our own words (bilaga 9)."""

from processes.method import Meeting, Part, Point

MEETING = Meeting(
    "Möte om problemet och orsakerna",
    agenda=(
        Point(
            "Inledning",
            (
                "Varför ses vi, och vad ska vara klart när vi går?",
                "Vilka är vi, och vem skriver?",
                "Hur går arbetet med medborgarlöften till, och var är vi nu?",
                "Vad visade den gemensamma lägesbilden, och den fördjupade dialogen om det har varit en?",
                "Vilket fokusområde gäller det, och vad är målbilden?",
            ),
        ),
        Point(
            "Vad är problemet?",
            (
                "Svara med en mening på varje fråga.",
                "Ser alla samma problem? Vänta med orsakerna tills det är så.",
            ),
            (
                Part(
                    "problemet",
                    "problemet",
                    ("what", "where", "when", "who_causes", "who_is_hit", "consequences"),
                    "Problemet",
                ),
            ),
        ),
        Point(
            "Varför händer det?",
            (
                "Fråga varför, och varför igen, tills ni når något som går att påverka.",
                "Vem kan åtgärda eller minska det?",
            ),
            (
                Part(
                    "orsaker",
                    "orsaker",
                    ("text", "parent", "horizon", "who_can_act"),
                    "Orsak",
                    add=("text", "parent", "horizon"),
                ),
            ),
        ),
        Point(
            "Triangeln",
            (
                "Vem har inflytande över den som orsakar problemet? Vem skyddar den som drabbas?",
                "Vem ansvarar för platsen? Vem saknas runt bordet?",
            ),
            (
                Part(
                    "triangeln",
                    "triangeln",
                    ("side", "who", "standing", "note"),
                    "Roll i triangeln",
                    add=("side", "who"),
                ),
            ),
        ),
        Point(
            "Summering",
            (
                "Läs igenom anteckningarna. Stämmer de?",
                "Hur tas det vi har kommit fram till vidare, och vem gör vad?",
                "Vad händer sedan med medborgarlöftena?",
            ),
        ),
    ),
    words={
        "what": "problemet: {}",
        "where": "var: {}",
        "when": "när: {}",
        "who_causes": "orsakas av: {}",
        "who_is_hit": "drabbas: {}",
        "consequences": "följder: {}",
        "parent": "förklarar: {}",
        "horizon": {"near": "går att påverka nu", "remote": "verkar på lång sikt"},
        "who_can_act": "kan åtgärdas av: {}",
        "side": "{}",
        "who": "{}",
        "standing": "{}",
        "note": "kan bidra med: {}",
    },
)
