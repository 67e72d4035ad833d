"""What a Swedish sentence says, as far as words can tell: whether it moves, counts, has a time, a place …

Rules of thumb over the tables of `lexicon`; how often they are right is measured on a corpus in the tests.
"""

from __future__ import annotations

import re
from functools import cached_property

from . import lexicon
from .patterns import alternatives, whole, words

MONTH = alternatives(lexicon.MONTHS)
NUMBER = rf"(?:\d+(?:[,.]\d+)?|{alternatives(lexicon.NUMBER_WORDS)})"

VAGUE = words(lexicon.VAGUE)
QUALITY = whole(rf"{alternatives(lexicon.QUALITIES)}|bättre(?=\s+(?!på|än|att)\w)")
MOVEMENT = words(lexicon.MOVEMENT)
LEVEL = words(lexicon.LEVELS, lexicon.DONE, "lika … som")
DONE = words(lexicon.DONE)
# "under 4 procent", "från var tionde till var femte", "nio av tio".
BECOMES = whole(r"(?:bli|blir|blivit|göra|gör|vara|är|känns|kännas)\s+(?:\w+\s+)?\w+are")
BOUND = whole(rf"(?:under|över) {NUMBER}|från (?:{NUMBER}|var \w+)\s.*till|{NUMBER} av .+")
AMOUNT = words(lexicon.AMOUNTS)
ONE = whole(rf"(?:en|ett)\s+(?:(?:ny|nytt|gemensam|gemensamt|årlig|årligt)\s+)?(?:{alternatives(lexicon.ONES)})")
COUNT = whole(NUMBER + r"|\d+\w*")
SURVEY = words(lexicon.SURVEYS, lexicon.COMPARED)
YEAR = r"(?:19|20)\d\d(?:/\d\d(?:\d\d)?)?"
COMPARED_YEAR = whole(
    rf"(?:än|jämfört med)(?:\s+\w+){{0,3}}\s+{YEAR}|mot {NUMBER}(?:\s+\w+)?\s+{YEAR}|{YEAR} års nivå"
)
DATE = whole(rf"(?:den\s+)?\d{{1,2}}(?::?e)?\s+(?:{MONTH})|vecka \d+|{YEAR}-\d\d(?:-\d\d)?|\d{{1,2}}/\d{{1,2}}|{YEAR}")
SPAN = whole(rf"(?:på|inom|efter|i)\s+(?:{NUMBER}|ett|en)\s+(?:år|månader|månad)")
SOON = whole(rf"inom\s+(?:{NUMBER}|ett|en)\s+\w+")
PERIOD = words(lexicon.PERIODS, lexicon.MONTHS)
HOUR = words(lexicon.HOURS)
# Numbers that name something and count nothing: school years, roads, weeks, ages, hours, addresses.
NAMES = re.compile(
    r"(?:åk|årskurs|klass|väg|riksväg|vecka|klockan|kl\.?|[A-ZÅÄÖ]\w+(?:gatan|vägen|gränd|stigen))\s+"
    r"\d+(?:[.:]\d\d)?(?:\s*(?:–|-|och|till)\s*\d+(?:[.:]\d\d)?)?(?!\w)"
    r"|(?:under|över|mellan)?\s*\d+(?:\s*(?:–|-|och)\s*\d+)?\s+år(?!\w)|\d+-åring\w*",
    re.IGNORECASE,
)
ABSOLUTE = words(lexicon.ABSOLUTES)
# "Inga bostadsinbrott", "alla ska känna sig trygga", "ingen ungdom ska börja med droger".
NOTHING = whole(rf"(?:inga|inget|noll)\s+(?:\w+\s+)?(?:{alternatives(lexicon.HARM)})")
EVERYONE_SAFE = whole(r"(?:alla|samtliga|varje|100 ?%|100 procent|hundra procent)\s.*\btrygg\w*")
NOBODY = whole(r"(?:ingen|inget|inga)\s+(?:\w+\s+)?ska")
LIMIT = words("mer/fler/färre/mindre/längre än, högst")

AR, ER = alternatives(lexicon.ACTS_AR), alternatives(lexicon.ACTS_ER)
ACT = whole(rf"(?:{AR})(?:a|ar|as)|(?:{ER})(?:a|er|as|es)|{alternatives(lexicon.ACTS_WHOLE, lexicon.NAMED_ACTS)}")
PRESENT = rf"(?:{AR})ar|(?:{ER})er|tar|ger|går|gör|kör|ska|kommer|har"
PLACE = words(lexicon.PLACES)
NAMED_PLACE = re.compile(
    r"(?<!\w)(?:\w+[ae]r|i|från|på|vid|kring|runt|längs|utanför|mellan|genom|förbi|utmed|omkring|inom|över|hos|till)\s+(?:\w+\s+)?[A-ZÅÄÖ]\w+"
)
OWNER = whole(rf"(?:^|och\s|,\s|av\s|ska\s|(?:{PRESENT})\s)(?:{alternatives(lexicon.OWNERS)})")
PREPOSITION = r"(?:av|bland|från|för|hos|i|kring|med|mellan|mot|om|på|till|under|vid)\s"
# A noun in its definite form, somebody's somebody, "en" somebody or a name in capitals; then a verb in the present.
SUBJECT = re.compile(
    r"^(?:(?i:en|ett)\s+\w+|\w+s\s+\w+|[A-ZÅÄÖ]{2,}|[A-ZÅÄÖ]\w+\s+[A-ZÅÄÖ]\w+|(?:\w+a\s+|[\w-]+\s+och\s+)?[\w-]+(?:en|et|an|rna))\s+(?:(?:i|på|från|vid)\s+\w+\s+)?"
    rf"(?:(?!{PREPOSITION})[\w-]+\s+){{0,2}}?(?!{PREPOSITION}|\w+(?:ingar|elser|ioner|heter)\b)(\w+[aeåäö]r|ska)(?!\w)"
)
INFINITIVE = re.compile(r"^(?:att\s+)?(\w+a)\s|\s(?:ska|att)\s+(?:\w+\s+)?(\w+a)(?!\w)", re.IGNORECASE)
STILL = words(lexicon.STILL, lexicon.STATES)
# Up to three words, none of them a preposition, before a noun that names no act; or a state.
EMPTY = re.compile(
    rf"^(?:(?:(?!{PREPOSITION})[\w-]+\s+){{0,2}}(?:{alternatives(lexicon.EMPTY)})|(?:{alternatives(lexicon.STATES)})\s)(?!\w)",
    re.IGNORECASE,
)


class Sentence:
    """A goal or a promise line, and what its words say."""

    def __init__(self, text: str):
        self.text = " ".join(text.split()).rstrip(" .!")

    @cached_property
    def vague_words(self) -> list[str]:
        """Words of will, reservations, and qualities that no measure stands beside."""
        found = VAGUE.findall(self.text)
        return found if self.counts or SURVEY.search(self.text) else found + QUALITY.findall(self.text)

    @cached_property
    def moves(self) -> bool:
        """Whether a direction or a level is stated."""
        if self.absolute or any(pattern.search(self.text) for pattern in (MOVEMENT, BECOMES, LEVEL, BOUND)):
            return True
        verbs = [first or later for first, later in INFINITIVE.findall(self.text)]
        verbs += SUBJECT.findall(self.text)
        return any(not STILL.fullmatch(verb) for verb in verbs)

    @cached_property
    def _countable(self) -> str:
        """The text without numbers that tell the time or name something."""
        for pattern in (COMPARED_YEAR, DATE, NAMES, SPAN):
            text = pattern.sub(" ", self.text if pattern is COMPARED_YEAR else text)
        return text

    @cached_property
    def counts(self) -> bool:
        """Whether there is an amount: a number, a share, an interval, all or none of something."""
        return any(pattern.search(self._countable) for pattern in (COUNT, AMOUNT, ONE))

    @cached_property
    def measurable(self) -> bool:
        """Whether one could see that it has been reached: an amount, a survey, or done or not done."""
        return (
            self.counts
            or self.absolute
            or any(pattern.search(self.text) for pattern in (SURVEY, DONE, COMPARED_YEAR))
        )

    @cached_property
    def ends(self) -> bool:
        """Whether there is a time to be reached by."""
        text = COMPARED_YEAR.sub(" ", self.text)
        return any(pattern.search(text) for pattern in (DATE, PERIOD, SPAN))

    @cached_property
    def timed(self) -> bool:
        """Whether it is said when or how often."""
        return self.ends or any(pattern.search(self.text) for pattern in (HOUR, SOON))

    @cached_property
    def absolute(self) -> bool:
        """Whether all or nothing is promised of what nobody governs."""
        if any(pattern.search(self.text) for pattern in (ABSOLUTE, NOTHING, EVERYONE_SAFE)):
            return True
        return bool(NOBODY.search(self.text)) and not LIMIT.search(self.text)

    @cached_property
    def acts(self) -> bool:
        """Whether something is done in it; only what begins with a noun that names no act is doubted."""
        return not EMPTY.search(self.text) or bool(ACT.search(self.text))

    @cached_property
    def placed(self) -> bool:
        """Whether it is said where."""
        return bool(PLACE.search(self.text) or NAMED_PLACE.search(self.text))

    @cached_property
    def owned(self) -> bool:
        """Whether it is said who."""
        return bool(OWNER.search(self.text) or SUBJECT.search(self.text))
