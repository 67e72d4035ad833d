"""The meeting about the joint picture: the agenda that the method suggests, in our own words (bilaga 8)."""

from processes.method import Meeting, Part, Point

from .joint_rules import considered
from .weighing import SIDES

MEETING = Meeting(
    "Möte om den gemensamma lägesbilden",
    agenda=(
        Point(
            "Inledning",
            (
                "Varför ses vi, och vad ska vara bestämt när vi går?",
                "Vilka är vi, och vem skriver?",
                "Hur går arbetet med medborgarlöften till, och var är vi nu?",
                "Varje part visar sin lägesbild. Börja med vad medborgarna upplever.",
            ),
        ),
        Point(
            "Bilderna bredvid varandra",
            (
                "Hur ser polisen, kommunen och medborgarna på samma problem?",
                "Stämmer bilderna överens? Om inte, vad beror det på?",
                "Hur får medborgarnas upplevelser väga?",
            ),
            (
                Part(
                    "bilden",
                    "bilden",
                    (
                        "title",
                        "police_view",
                        "municipality_view",
                        "citizen_view",
                        "agree",
                        "why_differs",
                        "handling",
                    ),
                    "Problem",
                    add=("title", "citizen_view"),
                ),
            ),
        ),
        Point(
            "Fokusområden och målbild",
            (
                "Vad kan var och en påverka, och med vilka resurser?",
                "Vad ska ha blivit annorlunda när vi är klara?",
                "Vilka fokusområden ska bli medborgarlöften?",
            ),
            (
                Part(
                    "fokus",
                    "fokus",
                    (
                        "title",
                        "problem",
                        "kind",
                        "grounds",
                        "influence",
                        "target_picture",
                        "becomes_promise",
                    ),
                    "Fokusområde",
                    add=("title", "problem"),
                ),
            ),
        ),
        Point(
            "Prioritera",
            (
                "Hur stort är problemet, hur mycket oroar det, hur stor är skadan, och vad kan vi påverka?",
                "Summan är ett stöd. Vilken ordning väljer ni?",
            ),
            (
                Part(
                    "vikter",
                    "vikter",
                    tuple(f"weight_{side}" for side in SIDES),
                    "Så tungt väger varje sida",
                ),
                Part(
                    "ordning",
                    "fokus",
                    (*(f"score_{side}" for side in SIDES), "priority"),
                    "Poäng och prioritet",
                    that=considered,
                ),
            ),
            load="processes.pages.joint.weighed",
            template="processes/joint/_weighing.html",
        ),
        Point(
            "Behövs en fördjupad dialog?",
            (
                "Räcker underlaget för att gå vidare till orsakerna?",
                "Vilka har vi inte hört? Kvinnor är oftare otrygga än män.",
            ),
            (
                Part(
                    "beslut",
                    "beslut",
                    ("material", "deeper_what", "equality_view", "high_exposure", "initial_measures"),
                    "Det ni bestämmer",
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
        "agree": {True: "bilderna stämmer överens", False: "bilderna skiljer sig"},
        "why_differs": "skälet: {}",
        "handling": "så togs det om hand: {}",
        "police_view": "polisens bild: {}",
        "municipality_view": "kommunens bild: {}",
        "citizen_view": "medborgarnas bild: {}",
        "kind": "{}",
        "grounds": "skäl: {}",
        "influence": "vad parterna kan göra: {}",
        "target_picture": "målbild: {}",
        "becomes_promise": {True: "blir löfte", False: "blir inte löfte"},
        "priority": "prioritet {}",
        "problem": "",
        "score_extent": "omfattning: {}",
        "score_worry": "medborgarnas oro: {}",
        "score_harm": "skada: {}",
        "score_influence": "möjlighet att påverka: {}",
        "weight_extent": "omfattningen väger: {}",
        "weight_worry": "medborgarnas oro väger: {}",
        "weight_harm": "skadan väger: {}",
        "weight_influence": "möjligheten att påverka väger: {}",
        "material": {
            "sufficient": "underlaget räcker",
            "deeper": "en fördjupad medborgardialog beställs",
        },
        "deeper_what": "den fördjupade dialogen ska svara på: {}",
        "equality_view": "jämställdhet, likabehandling och demokrati: {}",
        "high_exposure": {True: "hög social utsatthet i området", False: "ingen hög social utsatthet"},
        "initial_measures": "görs först: {}",
    },
)
