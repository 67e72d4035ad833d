"""The ways in which a thread can hang loose, in the words that people read."""

from .graph import Rule

UNTOLD = Rule(
    "untold",
    "De som var med har inte fått veta vad dialogen gav",
    "Den som har sagt något och inte hör något tillbaka säger inget nästa gång.",
)
NOT_LOGGED = Rule(
    "not_logged",
    "Aktiviteten ska ha börjat, men inget är inskrivet",
    "Skriv in det som är gjort. Är inget gjort märks det nu, medan det går att göra något åt.",
)
WORK_UNTOLD = Rule(
    "work_untold",
    "Arbetet pågår, men medborgarna har inte fått veta hur det går",
    "Ett löfte som ingen hör något om ser ut som ett löfte som ingen håller.",
)
NO_OUTCOME = Rule(
    "no_outcome",
    "Aktiviteten är inte uppföljd",
    "Först när den är uppföljd syns det om den hjälpte.",
)
UNMEASURED = Rule(
    "unmeasured",
    "Målets tid är ute, men inget är mätt",
    "Utan ett värde efteråt går det inte att säga om något har förändrats.",
)
AIMLESS = Rule(
    "aimless",
    "Aktiviteten riktar sig varken mot en orsak eller en sida i triangeln",
    "Då vet ingen om den gör något åt problemet.",
)
NO_GOAL = Rule(
    "no_goal",
    "Aktiviteten bidrar inte till något effektmål",
    "Utan ett mål går det inte att se om den gjorde skillnad.",
)
UNSERVED = Rule(
    "unserved",
    "Ingen aktivitet bidrar till målet",
    "Ett mål nås inte av sig självt. Knyt en aktivitet till det eller ta bort det.",
)
CAUSELESS = Rule(
    "causeless",
    "Målet riktar sig inte mot någon orsak",
    "Då kan det nås av en slump, eller missas fast ni gjorde rätt saker.",
)
UNMET = Rule(
    "unmet",
    "Orsaken går att påverka nu, men inget mål och ingen aktivitet riktar sig mot den",
    "Antingen gör ni något åt den, eller så är den inte så nära som ni trodde.",
)
UNEXPLAINED = Rule(
    "unexplained",
    "Analysen har ingen orsak",
    "Den som inte vet varför det händer gör det som brukar göras.",
)
UNANALYSED = Rule(
    "unanalysed",
    "Det valda fokusområdet har ingen problemanalys",
    "Analysen är bron från det ni har hört till det ni ska göra.",
)
UNCHOSEN = Rule(
    "unchosen",
    "Medborgarna tar upp problemet, men inget fokusområde bygger på det",
    "Välj det, eller välj bort det. Båda går bra, men den som sa det ska kunna se vilket.",
)
UNTIED = Rule(
    "untied",
    "Synpunkter som det inte har blivit något av",
    "Knyt dem till ett problem, eller skriv vad som hände med dem i stället.",
)
UNVOICED = Rule(
    "unvoiced",
    "Ingen synpunkt talar för fokusområdet",
    "Medborgarnas bild ska väga tungt. Finns den redan: knyt synpunkterna till problemet. Annars: fråga.",
)
# What somebody waits for comes first, then what the plan lacks, then what lies further back.
RULES = (
    UNTOLD, NOT_LOGGED, WORK_UNTOLD, NO_OUTCOME, UNMEASURED, AIMLESS, NO_GOAL, UNSERVED, CAUSELESS,
    UNMET, UNEXPLAINED, UNANALYSED, UNCHOSEN, UNTIED, UNVOICED,
)  # fmt: skip
