"""The round before, kept: what was done and told, how it went, and how it was closed."""

from __future__ import annotations

from django.db.models import Sum

from agreements import closing
from agreements.models import ActivityLog
from processes.method import Gate

from .. import clock, public
from ..clock import Tale
from ..hands import Story
from ..people import MUNICIPALITY, POLICE
from .plan import DOES

TOLD = (
    (60, "Två månader: 18 fotpass och 8 kvällar med fältgruppen. Lamporna är beställda."),
    (150, "Fem månader: lamporna sitter där. Färre går fram och tillbaka, säger förarna."),
    (240, "Åtta månader: fältgruppen är en person kort, så vissa fredagar blir inte av. Passen fortsätter."),
    (330, "Elva månader: vi frågar er på busstationen igen, och berättar hur det gick."),
)
CLOSED = (
    "Löftet är slut. Passen blev av, lamporna är bytta, och fältgruppen var där 31 av 40 kvällar. Färre är otrygga, "
    "men inte så få som vi ville. Därför går vi vidare med hela torget."
)


def work(s: Story) -> Tale:
    """Two walks a week told month by month, 31 evenings, the lamps; and every quarter a word to everyone."""
    police, municipality = s.parties[POLICE], s.parties[MUNICIPALITY]
    walk, evening, lamps, _ = s.activities
    days = [(30 * n + 28, s.employee, walk, police, 9, 18) for n in range(12)]
    days += [
        (30 * n + 29, s.coordinator, evening, municipality, 4 if n < 7 else 1, 16 if n < 7 else 4)
        for n in range(10)
    ]
    days += [(101, s.coordinator, lamps, municipality, 1, 16)]
    told = dict(TOLD)
    for day in sorted({*told, *(line[0] for line in days)}):
        yield s.after(day)
        for _, hand, activity, party, amount, hours in (line for line in days if line[0] == day):
            hand.add(
                "agreements.ActivityLog",
                activity=activity,
                done_on=s.after(day),
                amount=amount,
                hours=hours,
                by_party=party,
            )
        if day in told:
            _say(s, told[day])


def _say(s: Story, text: str) -> None:
    s.communicator.tell(
        "feedback",
        s.round,
        "citizens staff partners",
        "Kommunens webb, lapp i väntsalen och arbetsplatsträff",
        text,
        given_on=clock.day(),
        public=True,
    )


def end(s: Story) -> Tale:
    """Followed up, approved, closed; the citizens are told how it went."""
    yield s.after(385)
    end = s.officer.create("follow_up", title="Hela löftet", period_start=s.begins, period_end=s.ends)
    for activity, (*_, (quality, effect, improve, why)) in zip(s.activities, DOES, strict=True):
        s.officer.add(
            "agreements.Outcome",
            end,
            activity=activity,
            quality=quality,
            effect=effect,
            improve=improve,
            explanation=why,
        )
    s.analyst.add(
        "agreements.Measurement",
        end,
        goal=s.goal,
        value=47,
        measured_on=s.after(372),
        comparison=44,
        source="Fråga på plats, 188 svar",
        caution="Få svar från dem under 18 år.",
    )
    s.officer.add(
        "agreements.Observation",
        end,
        who="citizens",
        text="Jag står i kuren nu. Förut gick jag runt.",
        better=True,
        noticed_on=s.after(372),
        source="Frågan på busstationen",
    )
    hours = ActivityLog.objects.filter(activity__in=s.activities).aggregate(total=Sum("hours"))["total"]
    s.officer.edit(
        end,
        done_on=s.after(385),
        resources_used=f"{hours:.0f} timmar, mot 400 planerade. Lamporna rymdes i kommunens budget.",
        effects="Färre är otrygga på busstationen. Något av bråket har flyttat till trappan vid gamla banken.",
        goal_safety="Ja, andelen otrygga har minskat från 54 till 47 procent. Målet var 40.",
        check_promise="partly",
        check_what="yes",
        check_how="yes",
        check_citizens="yes",
        check_words="Fältgruppens kvällar blev färre än vi lovade. Nästa gång räknar vi med sjukdom.",
    )
    s.analyst.take_out(end)
    s.officer.decide("follow_up", end)
    yield s.after(392)
    s.chief.decide("follow_up", end, Gate.APPROVE)
    yield s.after(396)
    _say(s, CLOSED)
    closing.close(by=s.people["officer"], round_=s.round, promise_id=s.promise.pk)
    s.round.refresh_from_db()
    yield s.after(399)
    public.account(s.place, s.promise)
