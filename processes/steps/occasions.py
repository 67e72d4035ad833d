"""What is told when, step by step: what the communication plan can be filled with (KOM-1, 4, 5)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from processes.method import Facts, Occasion

WITHIN = timedelta(days=14)  # so long before a meeting people are asked, and after it told
KEY_PERSONS = "Kommunpolis och kommunal samordnare"
ASK = "Fråga några ur målgruppen hur budskapet togs emot"
STAFF_CHANNEL = "Arbetsplatsträff och intranät"
OUTWARD = "Kommunens webb, polisen.se och lokala sociala medier"


def as_line(occasion: Occasion) -> dict[str, Any]:
    """The occasion as a line of the plan, to be kept or changed."""
    return {
        "moment": occasion.key,
        "what": occasion.what,
        "frequency": occasion.when,
        "channel": occasion.channel,
        "direction": occasion.direction,
        "responsible": KEY_PERSONS,
        "evaluate_how": ASK,
    }


def _next_dialog(facts: Facts) -> date | None:
    planned = [row.planned_on for row in facts.rows("dialogs.CitizenDialog") if not row.held_on]
    return min((day - WITHIN for day in planned if day), default=None)


def _after_dialog(facts: Facts) -> date | None:
    held = [row.held_on for row in facts.rows("dialogs.CitizenDialog") if row.held_on]
    return max(held) + WITHIN if held else None


def _work_starts(facts: Facts) -> date | None:
    work = facts.one("processes.Collaboration")
    return work.work_starts_on if work else None


def _starts(facts: Facts) -> date | None:
    return facts.round.period_start


def _midway(facts: Facts) -> date | None:
    start, end = facts.round.period_start, facts.round.period_end
    return start + (end - start) / 2 if start and end and end > start else None


def _ends(facts: Facts) -> date | None:
    return facts.round.period_end


COLLABORATION = (
    Occasion(
        "begin",
        "När arbetet börjar",
        "Att vi börjar arbeta tillsammans, varför, och vem man frågar",
        "Medarbetare hos alla parter",
        "internal",
        STAFF_CHANNEL,
        "När parterna har bestämt sig",
        "Ta med kommunikatörerna nu, både polisens och kommunens. Senare får de bara laga.",
        _work_starts,
    ),
)
LOCAL_SITUATION = (
    Occasion(
        "picture",
        "När den lokala lägesbilden är godkänd",
        "Vad lägesbilden visar, och tack till er som bidrog",
        "Medarbetare som lämnade uppgifter",
        "internal",
        STAFF_CHANNEL,
        "När bilden är godkänd",
        "Berätta slutsatserna. Det som hör till underrättelsedelen berättas aldrig.",
    ),
)
OWN_PICTURE = (
    Occasion(
        "own_picture",
        "När er egen lägesbild är skriven",
        "Vad vi ser i området, vad vi delar med de andra, och tack till er som bidrog",
        "Medarbetare i den egna organisationen",
        "internal",
        STAFF_CHANNEL,
        "Innan bilden delas",
        "Låt dem som känner platsen läsa först. De hittar det som är fel innan andra gör det.",
    ),
)
WHAT = (
    Occasion(
        "ask_staff",
        "Inför VAD-dialogen",
        "Varför vi frågar er vad problemen är, och vad svaren används till",
        "Medarbetare som bjuds in",
        "internal",
        "Inbjudan från närmaste chef",
        "I god tid före dialogen",
        "Säg från början hur ni återkommer. Den som inte har fått svar förut behöver höra det mest.",
    ),
    Occasion(
        "tell_staff_what",
        "Efter VAD-dialogen",
        "Vad ni kom fram till, och vart det går härnäst",
        "Medarbetare, också de som inte var med",
        "internal",
        STAFF_CHANNEL,
        "Inom två veckor",
        "Fundera på vilka fler i huset som behöver känna till det: växeln, skiftlagen, grannområdet.",
    ),
)
CITIZEN_DIALOG = (
    Occasion(
        "invite",
        "Inför medborgardialogen",
        "Var och när vi lyssnar, vad ni kan påverka, och vad som händer med svaren",
        "De som dialogen är till för",
        "external",
        "Affisch och inbjudan där de redan är, på de språk de talar",
        "Två veckor före dialogen",
        "Väck rätt förväntningar: säg vad som går att påverka och vad som redan är bestämt.",
        _next_dialog,
    ),
    Occasion(
        "after_dialog",
        "Efter medborgardialogen",
        "Vad ni sa, vad som händer nu, och när ni får veta mer",
        "De som var med, och de som bor och verkar där",
        "both",
        "Mejl till deltagarna, affisch på platsen och kommunens webb",
        "Inom två veckor",
        "Var ärliga också om det ni inte kommer att göra, och säg varför.",
        _after_dialog,
    ),
)
JOINT_SITUATION = (
    Occasion(
        "focus",
        "När fokusområdena är valda",
        "Vad vi ska arbeta med, varför just det, och vad vi väntar med",
        "Medarbetare först, sedan de som bor och verkar där",
        "both",
        f"Arbetsplatsträff, {OUTWARD[0].lower()}{OUTWARD[1:]}",
        "När lägesbilden är godkänd av alla parter",
        "Säg det med medborgarnas egna ord. Då känner de igen det de berättade.",
    ),
)
PROBLEM_ANALYSIS = (
    Occasion(
        "causes",
        "När orsakerna är klarlagda",
        "Vad vi tror ligger bakom problemet, och vilka fler som behöver vara med",
        "Medarbetare och aktörer som kan göra något åt orsakerna",
        "internal",
        "Arbetsplatsträff och möte med berörda",
        "När analysen är klar",
        "Tala om platser och situationer, inte om personer eller grupper.",
    ),
)
AGREEMENT = (
    Occasion(
        "agreement",
        "När överenskommelsen är underskriven",
        "Att vi har lovat varandra att arbeta med det här, och hur länge",
        "Medarbetare, nämnder och styrelser",
        "both",
        "Intranät, protokoll och kommunens webb",
        "Samma vecka",
        "Skilj på vad ni lovar varandra och vad ni lovar medborgarna. Löftet kommer sedan.",
    ),
)
HOW = (
    Occasion(
        "tell_staff_how",
        "Efter HUR-dialogen",
        "Vilka förslag som togs med, vilka som inte gjorde det, och varför",
        "Medarbetare som var med",
        "internal",
        STAFF_CHANNEL,
        "Innan planen beslutas",
        "Den som vet varför ett förslag föll kommer med nästa.",
    ),
)
PLAN = (
    Occasion(
        "plan",
        "När aktivitetsplanen är beslutad",
        "Vem som gör vad och när, och vem som svarar på frågor",
        "De som ska genomföra, och deras chefer",
        "internal",
        STAFF_CHANNEL,
        "Innan löftet ges",
        "Lägg in kommunikationen i samma kalender som det ni gör. Då blir den av.",
    ),
)
PROMISE = (
    Occasion(
        "launch",
        "När löftet ges",
        "Vad vi lovar, varför, och hur det går att följa",
        "Medarbetarna först, sedan alla målgrupper",
        "both",
        "Arbetsplatsträff, kommunens webb, polisen.se och lokala sociala medier",
        "Samma dag som löftet skrivs under, medarbetarna först",
        "Använd löftets egna ord. Lova inget mer i en rubrik än vad som är underskrivet.",
        _starts,
        from_start=True,
    ),
)
IMPLEMENTATION = (
    Occasion(
        "midway",
        "Halvvägs",
        "Vad vi har gjort hittills och vad som återstår",
        "Alla målgrupper",
        "both",
        "Arbetsplatsträff, kommunens webb och lokala sociala medier",
        "Halvvägs in i perioden",
        "Visa det som går att se: före och efter, en karta, ett klockslag.",
        _midway,
        from_start=True,
    ),
    Occasion(
        "change",
        "Om något ändras",
        "Vad som ändras i löftet och varför",
        "Alla som har hört löftet",
        "both",
        "Kommunens webb och de kanaler där löftet gavs",
        "Så snart ändringen är beslutad",
        "Berätta själva och först. Det som andra upptäcker ser ut som något ni dolde.",
        from_start=True,
    ),
)
FOLLOW_UP = (
    Occasion(
        "result",
        "När resultatet finns",
        "Vad som blev gjort, vad det ledde till och vad som inte gick",
        "Alla målgrupper, och de som var med i dialogen",
        "both",
        "Arbetsplatsträff, kommunens webb och möte med dem som var med i dialogen",
        "När uppföljningen är klar",
        "Ställ utfallet bredvid det ni lovade. Skryt inte och skyll inte.",
        _ends,
        from_start=True,
    ),
)
FEEDBACK = (
    Occasion(
        "ongoing",
        "Medan arbetet pågår",
        "Vad vi har gjort sedan sist, och vad det kom sig av att ni berättade",
        "De som har lämnat synpunkter",
        "external",
        OUTWARD,
        "En gång i kvartalet",
        "Korta och täta svar slår en lång rapport.",
    ),
)
FROM_START = tuple(one for one in (*PROMISE, *IMPLEMENTATION, *FOLLOW_UP) if one.from_start)
