"""Stortorget, keeping: what has been done since the period began, what was changed, and how the first months went."""

from datetime import timedelta

from processes.method import Gate

from .. import public
from ..clock import Tale
from ..hands import Story, ago, ahead, month_start
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


def work(s: Story) -> Tale:
    """The log, day by day, by those who did it."""
    yield s.begins
    for day, hand, *told in sorted(_done(s), key=lambda line: line[0]):
        if day > ago(1):
            return
        yield day
        _log(hand, day, *told)


def change(s: Story) -> Tale:
    """One thing that was promised is changed, and why."""
    yield s.after(121)
    s.officer.add(
        "agreements.ActivityChange",
        activity=s.activities[4],
        changed_on=s.after(121),
        what_changed="Den tredje vandringen flyttas en månad framåt och börjar vid lastkajen.",
        why="Boende ville gå när det är mörkt, och lastkajen kom upp vid den andra vandringen.",
    )


def _done(s: Story):
    """Each line of the log: day, who writes, activity, party, how much, hours, note."""
    patrol, friday, light, repair, walk, *_ = s.activities
    police, municipality, housing = (s.parties[name] for name in (POLICE, MUNICIPALITY, HOUSING))
    for week, passes in enumerate(PATROLS):
        note = NOTES.get(week, "")
        yield s.after(7 * week + 6), s.employee, patrol, police, passes, 2 * passes, note
    for month, times in enumerate(FRIDAYS):
        yield s.after(30 * month + 27), s.coordinator, friday, municipality, times, 6 * times, ""
    for days in (14, 42, 70, 98):
        yield s.after(days), s.coordinator, s.activities[-3], municipality, 1, 4, ""
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


def feedback(s: Story) -> Tale:
    """Everyone has been told three times; the next word is promised."""
    for days, text in (
        (31, "Första månaden: 11 fotpass, Kuben öppen fyra fredagar, belysningen beställd."),
        (95, "Tre månader: lamporna är på plats. En vecka blev det bara ett pass, och vi berättar varför."),
        (140, "Snart halvvägs: två vandringar gjorda, den tredje flyttad. Torgmätningen är på gång."),
    ):
        yield s.after(days)
        s.municipal_communicator.tell(
            "feedback",
            s.round,
            "citizens staff partners",
            "Kommunens webb, arbetsplatsträff och mejl till handlarna",
            text,
            given_on=s.after(days),
            public=True,
        )
    yield ago(8)
    s.communicator.tell(
        "feedback",
        s.round,
        "citizens staff partners",
        "Kommunens webb och torgmöte",
        "Resultatet av torgmätningen.",
        due_on=ahead(16),
    )


OUTCOMES = (
    (0, "good", "partly", "Lägg passen tidigare på torsdagar; då börjar det redan klockan 19.", ""),
    (1, "good", "wanted", "En ledare till ute på torget när det är varmt.", ""),
    (2, "good", "wanted", "Ta med lastkajen nästa gång.", ""),
    (3, "good", "early", "Låt handlarna anmäla direkt till jouren.", ""),
    (4, "good", "wanted", "Låt ungdomsrådet välja vägen.", ""),
    (
        -3,
        "partly",
        "early",
        "Två personer som kan öppna, så att det inte faller när en är sjuk.",
        "Två av sex kvällar ställdes in: bibliotekets värd var sjuk och ingen annan hade nyckel.",
    ),
    (
        -2,
        "",
        "none",
        "Fråga om bygglov innan något lovas.",
        "Trappan visade sig behöva lagas först, och det får göras tidigast nästa år.",
    ),
    (-1, "", "early", "Behåll den: skolan vet vem de ska ringa.", ""),
)


def follow_up(s: Story) -> Tale:
    """After four months: each activity looked at, returned once by the chief, mended, approved; the effect follows later."""
    yield ago(9)
    first = s.analyst.create(
        "follow_up",
        title="De första fyra månaderna",
        period_start=s.begins,
        period_end=month_start(-1) - timedelta(days=1),
    )
    for index, quality, effect, improve, why in OUTCOMES:
        undone = index == -2
        s.officer.add(
            "agreements.Outcome",
            first,
            activity=s.activities[index],
            quality=quality,
            effect=effect,
            improve=improve,
            explanation=why,
            told_citizens_on=ago(10) if undone else None,
            told_citizens_how="Anslag vid trappan och kommunens webb" if undone else "",
        )
    s.analyst.add(
        "agreements.Measurement",
        first,
        goal=s.goals[0],
        value=41,
        measured_on=ago(9),
        comparison=43,
        source="Torgmätning, 212 svar",
        caution="Årstiden är en annan än vid den första mätningen.",
    )
    for who, words, better in (
        ("citizens", "Det är folk på torget efter åtta. Jag tar inte omvägen längre.", True),
        ("citizens", "Nu står de vid parken i stället.", False),
        ("staff", "Färre larm från busstationen på torsdagar, och fler som hälsar.", True),
    ):
        s.officer.add(
            "agreements.Observation",
            first,
            who=who,
            text=words,
            better=better,
            noticed_on=ago(12),
            source="Torgmötet" if who == "citizens" else "Arbetsplatsträff",
        )
    yield from _put_forward(s, first)


def _put_forward(s: Story, first) -> Tale:
    """Handed in, sent back for what was lacking, handed in again and approved; then it may be told how it goes."""
    yield ago(7)
    s.officer.edit(
        first, done_on=ago(7), goal_safety="Ja, andelen otrygga har minskat från 47 till 41 procent."
    )
    s.officer.decide("follow_up", first)
    yield ago(6)
    s.chief.send_back("follow_up", first, "Skriv vad det kostade i tid, och när vi vet mer om rånen.")
    yield ago(5)
    s.officer.edit(
        first,
        resources_used="Passen tog lite mer tid än tänkt de första veckorna. Kommunens timmar ryms i ordinarie schema.",
        effects="Fler vistas på torget på kvällen. Något av försäljningen har flyttat mot parken.",
        goal_prevention="För tidigt att säga: rånen räknas per år.",
        goal_participation="Ungdomsrådet har lett en vandring och fått gehör för lastkajen.",
        check_promise="partly",
        check_what="yes",
        check_how="yes",
        check_citizens="yes",
        check_words="Kvällscaféet och trappan blev inte som vi lovade. Vi lovar hellre färre saker nästa gång.",
        effect_due_on=ahead(120),
        effect_by=s.people["analyst"],
    )
    s.officer.decide("follow_up", first)
    yield ago(4)
    s.chief.decide("follow_up", first, Gate.APPROVE)
    yield ago(0)
    public.account(s.place, s.promise)
