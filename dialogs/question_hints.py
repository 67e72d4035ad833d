"""Is a question to citizens open, unloaded, and about their own life rather than about police work (DIA-8)?

Pure: a text in, hints out. The tables use the notation of `processes.hints.patterns`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.advice import Advice, Hint
from processes.facts import Facts, Row
from processes.hints.patterns import alternatives, whole, words

CLOSED = Hint(
    "closed",
    "Gör frågan öppen",
    "Den går att besvara med ja, nej eller ett val. Då får ni veta hur många, men inte var, när och varför.",
    "I stället för ”Känner du dig trygg på torget?”: ”När känns torget bra, och när känns det inte bra?”",
)
LEADING = Hint(
    "leading",
    "Ta bort svaret ur frågan",
    "Frågan säger redan hur det är. Den som upplever något annat håller tyst, eller håller med för fridens skull.",
    "I stället för ”Varför är det så otryggt i parken?”: ”Hur är det att gå genom parken på kvällen?”",
)
POLICING = Hint(
    "policing",
    "Fråga om problemet, inte om hur polisen ska arbeta",
    "Svaret blir en önskelista om poliser och kameror. Medborgarna är experter på hur det är där de bor.",
    "I stället för ”Var ska polisen patrullera?”: ”Var och när händer det saker som stör dig?”",
)
KINDS = (CLOSED, LEADING, POLICING)

# What an open question begins with, perhaps after a preposition, and what asks for a story.
OPENERS = """
    var, vart, varifrån, när, vad, hur, vem, vems, vilka, vilken, vilket, varför, berätta, beskriv, nämn,
    ge exempel, förklara, visa
"""
PREPOSITIONS = "i, på, med, vid, under, av, till, från, för, kring, om"
# A closed beginning that goes on to ask something open.
GOES_ON = "i så fall, vad/vilka/vilken/var/när/hur/varför är/var/blev, och vilka/vad/var/när/hur/varför"

# What asks to be agreed with, wherever it stands and at the beginning.
AGREE = """
    visst, eller hur, inte sant, håller du/ni … med om, instämmer, är väl, har väl, håller väl, känner dig väl,
    känner/stör/tycker du/ni … också
"""
AGREE_FIRST = """
    nog är/har/var, är/borde/skulle/tycker/känner/har/vill/kan/måste du/ni/det inte, borde/bör/är/skulle inte,
    är det rimligt
"""
# What takes something for given: a degree of something bad, a reason for it, a change for the worse.
LOADED = """
    så otrygg*, så stökig*, så lite, så dålig*, så farlig*, så mycket, så mörk*,
    hur mycket värre/otryggare/sämre/stökigare, hur rädd*, hur farlig*, hur hemsk*, hur nöjd*, hur missnöjd*,
    hur orolig*, hur bra tycker, hur otrygg*, hur stort är problemet, hur stor är … rädsla,
    hur länge har … otrygg, varför vågar, varför struntar, varför gör … så, varför kommer … aldrig, få bort,
    aldrig syns, tagit över, gått utför, *gängen, ligorna, värst med, värsta problemen, farligaste plats*,
    alla bråk*, allt klotter*, allt skräp*, alla ligor, är du orolig för de, hårdhandskar*
"""
ADJECTIVES = """
    dåliga, ökande, skenande, hopplösa, oacceptabla, bråkiga, stökiga, farliga, kriminella, utmärkta,
    fantastiska, värsta
"""
WORSE = "när blev … så, det gått utför, det blivit värre, är det värre, värre nu"

POLICE = "polis*, *polisen, *poliser, *poliserna, patrull*, *patruller, kamera*, kameror, drönare"
# What police work is asked about with: should, want, need, do.
SHOULD = """
    ska, skall, bör, borde, vill du, vill ni, behövs, behöver, räcker, förväntar, prioritera*, måste,
    kan polisen göra/bli, är det bra om, fler
"""

_open = re.compile(
    rf"(?:och |men )?(?:(?:{alternatives(PREPOSITIONS)}) )?(?:{alternatives(OPENERS)})(?!\w)", re.IGNORECASE
)
_goes_on = words(GOES_ON)
_leading = re.compile(
    "|".join(
        (
            whole(alternatives(AGREE, LOADED, WORSE)).pattern,
            rf"^(?:{alternatives(AGREE_FIRST)})(?!\w)",
            rf"(?<!\w)(?:den|det|de|vår|vårt|våra|\w+s) (?:\w+ )?(?:{alternatives(ADJECTIVES)})(?!\w)",
        )
    ),
    re.IGNORECASE,
)
_police, _should = words(POLICE), words(SHOULD)


def hints(text: str) -> Iterator[Hint]:
    """What could be asked better; nothing for a blank text."""
    text = " ".join(text.split())
    if not text:
        return
    if not _open.match(text) and not _goes_on.search(text):
        yield CLOSED
    if found := _leading.search(text):
        yield LEADING.about([found[0]])
    if _police.search(text) and _should.search(text):
        yield POLICING


def question(facts: Facts, row: Row) -> Iterator[Hint]:
    """The hints on a question; a survey may count answers, so there a closed one is as it should be."""
    dialog = facts.get("dialogs.CitizenDialog", row.get("dialog_id"))
    counts = dialog is not None and dialog.form == "survey"
    return (hint for hint in hints(row.get("text") or "") if not (counts and hint is CLOSED))


QUESTION = (Advice("text", KINDS, question, "en öppnare fråga"),)
