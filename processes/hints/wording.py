"""What a Swedish sentence says, as far as words can tell: whether it moves, counts, has a time, a place …

Words nobody listed are given the benefit of the doubt: a hint is for what begins with a noun that names
no act, not for every verb the tables don't know. How often that is right, the tests measure on a corpus.
"""

from __future__ import annotations

import re
from functools import cached_property

from . import lexicon
from .patterns import alternatives, whole, words

# Numbers, and what looks like a number but tells the time or names something.
NUMBER = rf"(?:\d+(?:[,.]\d+)?|{alternatives(lexicon.NUMBER_WORDS)})"
ONE = rf"(?:en|ett)\s+(?:(?:ny|nytt|gemensam|gemensamt|årlig|årligt)\s+)?(?:{alternatives(lexicon.ONES)})"
AMOUNT = whole(rf"{NUMBER}|\d+\w*|{ONE}|{alternatives(lexicon.AMOUNTS)}")
NAME_OF_NUMBER = re.compile(
    r"(?<!\w)(?:åk|årskurs|klass|väg|riksväg|linje|vecka|klockan|kl\.?|[A-ZÅÄÖ]\w+(?:gatan|vägen|gränd|stigen))\s+"
    r"\d+(?:[.:]\d\d)?(?:\s*(?:–|-|och|till)\s*\d+(?:[.:]\d\d)?)?(?!\w)"
    r"|(?:under|över|mellan)?\s*\d+(?:\s*(?:–|-|och)\s*\d+)?\s+år(?!\w)|\d+-åring\w*",
    re.IGNORECASE,
)
YEAR = r"(?:19|20)\d\d(?:/\d\d(?:\d\d)?)?"
PAST_YEAR = whole(
    rf"(?:än|jämfört med)(?:\s+\w+){{0,3}}\s+{YEAR}|mot {NUMBER}(?:\s+\w+)?\s+{YEAR}|{YEAR} års nivå"
)
DATE = whole(
    rf"(?:den\s+)?\d{{1,2}}\s+(?:{alternatives(lexicon.MONTHS)})"
    rf"|vecka \d+|{YEAR}-\d\d(?:-\d\d)?|\d{{1,2}}/\d{{1,2}}|{YEAR}"
)
SPAN = whole(rf"(?:på|inom|efter|i)\s+(?:{NUMBER}|ett|en)\s+(?:år|månader|månad)")
SOON = whole(rf"inom\s+(?:{NUMBER}|ett|en)\s+\w+")
PERIOD = words(lexicon.PERIODS, lexicon.MONTHS)
HOUR = words(lexicon.HOURS)
OFTEN = words(lexicon.OFTEN)

# What is to change, and what only sounds so.
VAGUE = words(lexicon.VAGUE)
QUALITY = whole(rf"{alternatives(lexicon.QUALITIES)}|bättre(?=\s+(?!på|än|att)\w)")
MOVEMENT = words(lexicon.MOVEMENT, lexicon.LEVELS, lexicon.DONE)
BECOMES = whole(r"(?:bli|blir|blivit|göra|gör|vara|är|känns|kännas)\s+(?:\w+\s+)?\w+are")
INFINITIVE = re.compile(r"^(?:att\s+)?(\w+a)\s|\s(?:ska|att)\s+(?:\w+\s+)?(\w+a)(?!\w)", re.IGNORECASE)
STILL = words(lexicon.STILL, lexicon.STATES)
DONE = words(lexicon.DONE)
SURVEY = words(lexicon.SURVEYS, lexicon.COMPARED)
# "Inga bostadsinbrott", "alla ska känna sig trygga", "ingen ungdom ska börja med droger".
ABSOLUTE = whole(
    rf"{alternatives(lexicon.ABSOLUTES)}|(?:inga|inget|noll)\s+(?:\w+\s+)?(?:{alternatives(lexicon.HARM)})"
    r"|(?:alla|samtliga|varje|100 ?%|100 procent|hundra procent)\s.*\btrygg\w*"
)
NOBODY = whole(r"(?:ingen|inget|inga)\s+(?:\w+\s+)?ska")
LIMIT = words("mer/fler/färre/mindre/längre än, högst")

# What is done, where and by whom.
PREPOSITION = r"(?:av|bland|från|för|hos|i|kring|med|mellan|mot|om|på|till|under|vid)\s"
AR, ER = alternatives(lexicon.ACTS_AR), alternatives(lexicon.ACTS_ER)
ACT = whole(
    rf"(?:{AR})(?:a|ar|as)|(?:{ER})(?:a|er|as|es)|{alternatives(lexicon.ACTS_WHOLE, lexicon.NAMED_ACTS)}"
)
EMPTY = re.compile(
    rf"^(?:(?:(?!{PREPOSITION})[\w-]+\s+){{0,2}}(?:{alternatives(lexicon.EMPTY)})(?!\w)"
    rf"|(?:{alternatives(lexicon.STATES)})\s)",
    re.IGNORECASE,
)
PLACE = words(lexicon.PLACES)
NAMED_PLACE = re.compile(
    r"(?<!\w)(?:\w+[ae]r|i|från|på|vid|kring|runt|längs|utanför|mellan|genom|förbi|utmed|omkring|inom|över|hos|till)"
    r"\s+(?:\w+\s+)?[A-ZÅÄÖ]\w+"
)
PRESENT = rf"(?:{AR})ar|(?:{ER})er|tar|ger|går|gör|kör|ska|kommer|har"
OWNER = whole(rf"(?:^|och\s|,\s|av\s|ska\s|(?:{PRESENT})\s)(?:{alternatives(lexicon.OWNERS)})")
# A noun in its definite form, somebody's somebody, "en" somebody or a name; then a verb in the present.
SUBJECT = re.compile(
    r"^(?:(?i:en|ett)\s+\w+|\w+s\s+\w+|[A-ZÅÄÖ]{2,}|[A-ZÅÄÖ]\w+\s+[A-ZÅÄÖ]\w+"
    r"|(?:\w+a\s+|[\w-]+\s+och\s+)?[\w-]+(?:en|et|an|rna))\s+(?:(?:i|på|från|vid)\s+\w+\s+)?"
    rf"(?:(?!{PREPOSITION})[\w-]+\s+){{0,2}}?(?!{PREPOSITION}|\w+(?:ingar|elser|ioner|heter)\b)"
    r"(\w+[aeåäö]r|ska)(?!\w)"
)


def _any(text: str, *patterns: re.Pattern[str]) -> bool:
    return any(pattern.search(text) for pattern in patterns)


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
        """Whether a direction or a level is stated, or anything but being and having."""
        if self.absolute or self.counts or _any(self.text, MOVEMENT, BECOMES, SURVEY):
            return True
        verbs = [first or later for first, later in INFINITIVE.findall(self.text)]
        return any(not STILL.fullmatch(verb) for verb in verbs + SUBJECT.findall(self.text))

    @cached_property
    def counts(self) -> bool:
        """Whether there is an amount: a number, a share, all or none of something."""
        text = self.text
        for pattern in (PAST_YEAR, DATE, NAME_OF_NUMBER, SPAN):
            text = pattern.sub(" ", text)
        return bool(AMOUNT.search(text))

    @cached_property
    def often(self) -> bool:
        """Whether it is said how many or how often."""
        return self.counts or _any(self.text, OFTEN)

    @cached_property
    def measurable(self) -> bool:
        """Whether one could see that it has been reached: an amount, a survey, or done or not done."""
        return self.counts or self.absolute or _any(self.text, SURVEY, DONE, PAST_YEAR)

    @cached_property
    def ends(self) -> bool:
        """Whether there is a time to be reached by."""
        return _any(PAST_YEAR.sub(" ", self.text), DATE, PERIOD, SPAN)

    @cached_property
    def timed(self) -> bool:
        """Whether it is said when or how often."""
        return self.ends or _any(self.text, HOUR, SOON)

    @cached_property
    def absolute(self) -> bool:
        """Whether all or nothing is promised of what nobody governs."""
        return _any(self.text, ABSOLUTE) or (_any(self.text, NOBODY) and not _any(self.text, LIMIT))

    @cached_property
    def acts(self) -> bool:
        """Whether something is done in it; only what begins with a noun that names no act is doubted."""
        return not EMPTY.search(self.text) or bool(ACT.search(self.text))

    @cached_property
    def placed(self) -> bool:
        """Whether it is said where."""
        return _any(self.text, PLACE, NAMED_PLACE)

    @cached_property
    def owned(self) -> bool:
        """Whether it is said who."""
        return _any(self.text, OWNER, SUBJECT)
