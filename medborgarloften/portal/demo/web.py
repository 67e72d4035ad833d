"""Two dialogues on the web: one that is open now, and one whose senders have been answered."""

from __future__ import annotations

from typing import Any

from agreements.models import PromiseFocus
from dialogs.digital import actions, stamp
from dialogs.digital.actions.answering import draft, mark
from dialogs.digital.actions.receiving import Said
from dialogs.models import DigitalDialog, View
from processes import queries
from processes.models import Term

from . import clock
from .clock import Tale
from .hands import Hand, Story, ago, ahead, word
from .views import sorting

CONTACT = "Elin Ask, trygghetssamordnare, telefon 060-00 00 00 (påhittat)"
SCHOOL_QUESTIONS = (
    "Hur är vägen till och från skolan för dig eller ditt barn?",
    "När fungerar den bra, och vad är annorlunda då?",
)
SCHOOL = (
    (
        "Bilarna står på övergångsstället när man lämnar. Värst kvart i åtta.",
        "När skolvakterna är där i gula västar.",
        "Skolgatan",
    ),
    ("Lampan vid pulkabacken är trasig sedan länge, och där hänger de.", "", "Pulkabacken"),
    (
        "Mopeder på gångvägen, fast det är skyltat. Ring mig på 070-174 06 05 så berättar jag mer.",
        "På helgerna.",
        "",
    ),
    ("Dottern går inte själv längre.", "På morgnar när det är ljust.", "Gångvägen genom parken"),
)
SQUARE_QUESTION = "Vad är annorlunda på torget en kväll nu, mot för ett år sedan?"
SQUARE = (
    ("Det är fler som jobbar på torget nu, och man vågar sitta kvar efter tåget.", "focus"),
    ("Cykelstället är fortfarande mörkt.", "ordinary", "Lampan vid cykelstället byts inom en månad."),
    (
        "Bussen till Linvägen slutar gå för tidigt.",
        "passed_on",
        "Till Länstrafiken, som ser över tidtabellen.",
    ),
    ("Priset på busskortet är för högt.", "beyond", "Priset bestäms av regionen."),
    ("Fritidsledarna borde vara ute på lördagar också.", "focus"),
)
WORDS = {
    "focus": "Det du såg hör till löftet om torget. Fritidsledarna fortsätter, och nästa månad provar vi lördagar.",
    "ordinary": "Det här tar vi hand om i vårt vanliga arbete.",
    "passed_on": "Det här är någon annans ansvar. Vi har lämnat det vidare dit.",
    "beyond": "Det här kan vi tyvärr inte ändra. Vi har skickat med att det nämndes.",
}


def plan(hand: Hand, officer: Hand, questions: tuple[str, ...], **plan: Any) -> Any:
    """A dialogue of form digital, planned and with its questions judged."""
    dialog = hand.create(
        "citizen_dialog",
        form="digital",
        venue="På webben. Den som hellre talar med någon kan komma till biblioteket på torsdagar.",
        influence=word(Term.List.PARTICIPATION, "Konsultation"),
        responsible=hand.user,
        feedback_plan="Vi läser allt, sorterar det efter plats och tema, och svarar alla med deras kvitto.",
        **plan,
    )
    for text in questions:
        hand.add("dialogs.Question", dialog, text=text)
    officer.judge(dialog, "DIA-8:open")
    return dialog


def open_(hand: Hand, dialog: Any, welcome: str, **days: Any) -> DigitalDialog:
    """The dialogue on the web."""
    values = {"welcome": welcome, "contact": CONTACT, "asks_place": True, "asks_theme": True, **days}
    return actions.open_on_web(by=hand.user, round_=hand.round, dialog_id=dialog.pk, values=values)


def send(digital: DigitalDialog, texts: tuple[str, ...], place: str = "") -> None:
    """What somebody sends, without anyone knowing who."""
    asked = digital.content["questions"]
    said = [Said(question, text) for question, text in zip(asked, texts, strict=False) if text]
    actions.receive(digital=digital, said=said, nonce=stamp.new(digital.pk).nonce, place=place)


def open_now(s: Story) -> Tale:
    """Norrhamra: opened last week, and open for another."""
    yield ago(7)
    dialog = plan(
        s.coordinator,
        s.officer,
        SCHOOL_QUESTIONS,
        title="Skriv till oss om skolvägen",
        aim="Vi vill höra av er som inte hade tid att komma till skolan. Vi samlar var och när det känns otryggt, inom "
        "de resurser som finns.",
        target_group="Föräldrar och elever i årskurs 4–9, ett hundratal. Affischer på fyra språk i entréerna; den som "
        "inte skriver svenska kan skriva på sitt eget språk.",
        planned_on=ago(6),
        feedback_due=ahead(38),
    )
    welcome = "Hur är vägen till skolan? Skriv några rader, så att vi vet var och när det behövs något. Du behöver inte svara på allt."
    digital = open_(s.coordinator, dialog, welcome, opens_on=ago(6), closes_on=ahead(8))
    for days, (*texts, place) in zip((6, 5, 4, 2), SCHOOL, strict=True):
        yield ago(days)
        send(digital, tuple(texts), place)


def answered(s: Story) -> Tale:
    """The square: how it is now, sent in on the web, and answered."""
    yield ago(27)
    dialog = plan(
        s.coordinator,
        s.officer,
        (SQUARE_QUESTION,),
        title="Hur är kvällarna på torget nu?",
        aim="Vi gjorde ett löfte om torget. Berätta vad du märker av det, så att vi vet vad vi ska göra mer eller mindre av.",
        target_group="De som rör sig på torget efter klockan 18, ett femtiotal. Lappar vid busshållplatserna.",
        planned_on=ago(26),
        feedback_due=ahead(10),
    )
    digital = open_(s.coordinator, dialog, dialog.aim, opens_on=ago(26), closes_on=ago(12))
    problem = PromiseFocus.objects.filter(promise__process=s.round).earliest("pk").focus_area.problem
    for days, (text, *_) in zip((26, 24, 23, 19, 14), SQUARE, strict=True):
        yield ago(days)
        send(digital, (text,))
    yield ago(11)
    for view, (_, outcome, *words) in zip(
        View.objects.filter(dialog=dialog).order_by("pk"), SQUARE, strict=True
    ):
        about = {"problem": problem} if outcome == "focus" else {"outcome_words": words[0]}
        s.coordinator.edit(
            view,
            outcome=outcome,
            place="Stortorget",
            **sorting("Otrygg plats", "Ingen oro, ett förslag eller beröm"),
            **about,
        )
    yield ago(10)
    found = draft(queries.load_facts(s.coordinator.method, s.round.pk), digital)
    actions.answer(
        by=s.coordinator.user,
        round_=s.round,
        dialog_id=dialog.pk,
        shown=mark(found),
        words=WORDS,
        common="Tack till er som skrev! De flesta tycker att det blivit lugnare efter klockan 21, men cykelstället är "
        "fortfarande mörkt. Det tar vi nu.",
        next_what="Vi berättar hur det gick på torgmötet.",
        next_on=ahead(45),
    )
    s.coordinator.edit(dialog, held_on=ago(12), reached_total=len(SQUARE), told_next=True)
    s.officer.judge(dialog, "DIA-10:complete")
    s.officer.decide("citizen_dialog", dialog)
    s.coordinator.tell(
        "citizen_dialog",
        dialog,
        "staff partners",
        "Arbetsplatsträff och mejl till handlarna",
        "Kvällarna är lugnare, men cykelstället är mörkt.",
        given_on=clock.day(),
    )
