"""Stortorget, keeping: what has been done since the period began, what was changed, and the half-year look."""

from datetime import timedelta

from ..hands import Story, ago, ahead
from ..people import HOUSING, MUNICIPALITY, POLICE

# Foot patrols, week by week; the notes of some of them.
PATROLS = [3, 3, 2, 3, 4, 3, 3, 1, 3, 3, 3, 3, 2, 3, 3, 4, 3, 3, 3, 3, 3, 2, 3, 3]
NOTES = {
    1: "Många kom fram och pratade. Två frågade hur länge vi tänker hålla på.",
    4: "Bråk vid trappan redan klockan 20, lugnt när vi hade stått där en halvtimme.",
    7: "Kommenderingar till annat: bara ett pass den här veckan.",
    11: "Fritidsledarna gick med oss. Det märktes direkt.",
    15: "Tre tjejer satt kvar på bänken efter nio. Det har vi inte sett förut.",
    20: "Nya lamporna gör stor skillnad, man ser vem som står i kuren.",
}
FRIDAYS = [4, 4, 3, 4, 4]
REPAIRS = [
    (20, 30, "Två lampor vid väntkuren"),
    (58, 44, "Klotter på bibliotekets gavel"),
    (97, 26, "Trasig stolpe"),
]
WALKS = [
    (25, "Tjugotvå deltog. Häcken var klippt, två lampor återstod."),
    (118, "Ungdomsrådet ledde. Ny punkt: lastkajen."),
]


def work(s: Story) -> None:
    """The log, day by day, by those who did it; and one change."""
    for day, hand, *told in sorted(_done(s), key=lambda line: line[0]):
        if day <= s.today:
            _log(hand, day, *told)
    s.officer.add(
        "agreements.ActivityChange",
        activity=s.activities[4],
        changed_on=s.after(90),
        what_changed="Den tredje vandringen flyttas en månad framåt och börjar vid lastkajen.",
        why="Boende ville gå när det är mörkt, och lastkajen kom upp vid den andra vandringen.",
    )


def _done(s: Story):
    """Each line of the log: day, who writes, activity, party, how much, hours, note."""
    patrol, friday, light, repair, walk, *_ = s.activities
    police, municipality, housing = (s.parties[name] for name in (POLICE, MUNICIPALITY, HOUSING))
    for week, passes in enumerate(PATROLS):
        note = NOTES.get(week, "")
        yield s.after(7 * week + 6), s.employee, patrol, police, passes, 3 * passes, note
    for month, times in enumerate(FRIDAYS):
        yield s.after(30 * month + 27), s.coordinator, friday, municipality, times, 18 * times, ""
    yield s.after(33), s.partner, light, housing, 1, 64, "Nio nya stolpar, häcken nedtagen till en meter."
    for days, hours, note in REPAIRS:
        yield s.after(days), s.partner, repair, housing, hours, 3, note
    for days, note in WALKS:
        yield s.after(days), s.coordinator, walk, municipality, 1, 6, note


def _log(hand, day, activity, party, amount, hours, note) -> None:
    hand.add(
        "agreements.ActivityLog",
        activity=activity,
        done_on=day,
        amount=amount,
        hours=hours,
        by_party=party,
        note=note,
    )


def feedback(s: Story) -> None:
    """Everyone has been told three times; the next word is promised."""
    for days, text in (
        (31, "Första månaden: 11 fotpass, Kuben öppen fyra fredagar, belysningen beställd."),
        (95, "Tre månader: lamporna är på plats. En vecka blev det bara ett pass, och vi berättar varför."),
        (140, "Halvvägs: två vandringar gjorda, den tredje flyttad. Torgmätningen är på gång."),
    ):
        s.municipal_communicator.tell(
            "feedback",
            s.round,
            "citizens staff partners",
            "Kommunens webb, arbetsplatsträff och mejl till handlarna",
            text,
            given_on=min(s.after(days), s.today),
        )
    s.communicator.tell(
        "feedback",
        s.round,
        "citizens staff partners",
        "Kommunens webb och torgmöte",
        "Resultatet av halvårets torgmätning.",
        due_on=ahead(16),
    )


def follow_up(s: Story) -> None:
    """Half-way: some activities looked at, the rest to be done."""
    patrol, friday, light, *_ = s.activities
    half = s.analyst.create(
        "follow_up", title="Halvår", period_start=s.begins, period_end=s.begins + timedelta(days=182)
    )
    for activity, quality, effect, improve in (
        (patrol, "good", "partly", "Lägg passen tidigare på torsdagar; då börjar det redan klockan 19."),
        (friday, "good", "wanted", "En ledare till ute på torget när det är varmt."),
        (light, "good", "wanted", "Ta med lastkajen nästa gång."),
    ):
        s.officer.add(
            "agreements.Outcome", half, activity=activity, quality=quality, effect=effect, improve=improve
        )
    s.analyst.add(
        "agreements.Measurement",
        half,
        goal=s.goals[0],
        value=41,
        measured_on=ago(9),
        comparison=46,
        source="Torgmätning, 212 svar",
        caution="Ljusare kvällar under första halvan av perioden.",
    )
