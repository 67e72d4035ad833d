"""A published promise ready to be read: its snapshots and the day in, words out. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from processes.plan.words import (
    amount,
    day_words,
    days_words,
    number_text,
    period_words,
    swedish,
    target_words,
)

from ..keeping import AT_MOST, NO_FIGURE, Kept, Target, promised_by
from . import standing

Content = dict[str, Any]
IN_SENTENCE = {
    Kept.KEPT: ("hållen", "hållna"),
    Kept.UNDER_WAY: ("på väg", "på väg"),
    Kept.TO_DO: ("kvar att göra", "kvar att göra"),
    Kept.PARTLY: ("delvis hållen", "delvis hållna"),
    Kept.NOT_KEPT: ("inte hållen", "inte hållna"),
    Kept.NOT_REPORTED: ("ej redovisad", "ej redovisade"),
}
ORDER = [*IN_SENTENCE, Kept.NO_NEED]
CAUTION = (
    "Siffror före och efter visar att något har ändrats, inte varför. Annat kan också ha spelat in, och små "
    "tal svänger av en slump."
)
SHOWN = 8
"""Events shown at once; the earlier ones are folded."""
PICTURES = 2
"""Pictures of an activity shown at once; the earlier ones are folded."""


@dataclass(frozen=True, slots=True)
class State:
    """A state as a template needs it: what it is called, and how it looks."""

    key: str
    label: str

    @classmethod
    def of(cls, kept: Kept) -> State:
        """The state of an activity or of a promise."""
        return cls(kept.name.lower().replace("_", "-"), kept.value)


def standing_of(
    content: Content,
    account: Content | None,
    as_of: date | None,
    today: date,
    pictures: Mapping[str, str] = MappingProxyType({}),
) -> Content:
    """How it goes: each activity, the promise in one word, and how many stand how. `pictures` says where each
    picture is that may be shown."""
    rows = standing.told(content, account, as_of)
    kept = [row.on(today).kept for row in rows]
    whole = standing.whole(kept)
    return {
        "state": State.of(whole),
        "sentence": sentence(kept),
        "marks": [State.of(state) for state in sorted(kept, key=ORDER.index)],
        "activities": [_activity(content, row, today, pictures) for row in rows],
        "as_of": day_words(as_of.isoformat()) if as_of else "",
        "over": bool(content["period"]["to"]) and today.isoformat() > content["period"]["to"],
        "waits": bool(content["period"]["from"]) and today.isoformat() < content["period"]["from"],
    }


def sentence(kept: Iterable[Kept]) -> str:
    """How many of what was promised stand how."""
    counts = Counter(kept)
    total, unneeded = sum(counts.values()), counts.pop(Kept.NO_NEED, 0)
    if not total:
        return "Löftet har inga aktiviteter."
    if unneeded == total:
        return "Inget behov uppstod av det vi har lovat."
    more = f" För {unneeded} uppstod inget behov." if unneeded else ""
    parts = [
        f"{counts[state]} {words[counts[state] > 1]}" for state, words in IN_SENTENCE.items() if counts[state]
    ]
    if total == 1:
        return f"Det är en sak vi har lovat, och den är {parts[0].partition(' ')[2]}."
    if len(parts) == 1 and not unneeded:
        each = "Båda sakerna" if total == 2 else f"Alla {total} saker"
        return f"{each} vi har lovat är {parts[0].partition(' ')[2]}."
    return f"Av {total} saker vi har lovat är {joined(parts)}.{more}"


def _activity(content: Content, row: standing.Told, today: date, pictures: Mapping[str, str]) -> Content:
    promised, account = row.promised, row.account
    result = row.on(today)
    target = standing.target_of(promised)
    period = content["period"]
    whole = (promised["from"], promised["to"]) == (period["from"], period["to"])
    return {
        "what": promised["what"],
        "where": promised["where"] if promised["where"] != content["area"] else "",
        "who": joined(promised["who"]),
        "when": "" if whole else period_words(promised["from"], promised["to"]),
        "promised": target_words(promised["target"]),
        "counts": promised["target"]["counts"],
        "outcome": _outcome(promised, row, target, today),
        "share": _share(target, account, result.reached),
        "state": State.of(result.kept),
        "why": account["explanation"] if account and result.failed else "",
        "told_on": day_words(account["told_on"]) if account and result.failed else "",
        "told_how": account.get("told_how", "") if account and result.failed else "",
        "pictures": _pictures(account, pictures),
    }


def _pictures(account: Content | None, places: Mapping[str, str]) -> dict[str, list[Content]]:
    """The latest pictures of it, and the earlier ones, which are folded."""
    found = [
        {**picture, "src": places[picture["sha256"]], "when": day_words(picture["on"])}
        for picture in (account or {}).get("pictures", ())
        if picture["sha256"] in places
    ]
    return {"latest": found[:PICTURES], "earlier": found[PICTURES:]}


def _outcome(promised: Content, row: standing.Told, target: Target, today: date) -> str:
    """What is done of it, in its own measure; how much was due by then is said beside a rate."""
    account, result = row.account, row.on(today)
    if account is None or not account["told"]:
        return "Inget redovisat än"
    if not account["times"]:
        return "Ingen gång"
    if target.kind == AT_MOST:
        return (
            f"Som längst {swedish(account['longest'])} timmar"
            if account["longest"]
            else "Tiden är inte redovisad"
        )
    if target.kind in NO_FIGURE:
        return "En gång" if result.reached == 1 else f"{swedish(number_text(result.reached))} gånger"
    unit = "timmar" if target.kind == "hours" else promised["target"]["unit"] or "gånger"
    done = f"{swedish(number_text(result.reached))} {unit}"
    until = min(row.as_of or today, today)
    due = promised_by(target, until)
    if target.kind in ("per_week", "per_month") and due:
        so_far = "" if target.ends and target.ends <= until else " dittills"
        return f"{done}, av lovade {swedish(number_text(due.quantize(Decimal(1))))}{so_far}"
    return done


def _share(target: Target, account: Content | None, reached: Decimal) -> int | None:
    """How many percent of what is promised in all are done; none where that can't be said."""
    whole = promised_by(target, target.ends or date.max)
    if account is None or not account["told"] or not whole or target.kind == AT_MOST:
        return None
    return max(0, min(100, int(100 * reached / whole)))


def effects(content: Content, account: Content | None) -> list[Content]:
    """Each effect that was promised, with before, now, aim and a comparable area where there are figures."""
    measured = {row["text"]: row for row in account["effects"]} if account else {}
    return [_effect(effect, measured.get(effect["text"])) for effect in content["effects"]]


def _effect(effect: Content, after: Content | None) -> Content:
    figures = [("Före", effect["baseline"], effect["baseline_on"])] if effect["baseline"] else []
    if after:
        figures.append(("Nu", after["value"], after["on"]))
    if effect["target"]:
        figures.append(("Målet", effect["target"], effect["due"]))
    if after and after["comparison"]:
        figures.append(("Jämförbart område", after["comparison"], after["on"]))
    highest = max((Decimal(value) for _, value, _ in figures), default=Decimal(0))
    return {
        "text": effect["text"],
        "indicator": effect["indicator"],
        "figures": [
            {
                "label": label,
                "value": amount(value, effect.get("unit", "")),
                "when": day_words(when),
                "share": int(100 * Decimal(value) / highest) if highest > 0 else 0,
                "look": look,
            }
            for look, (label, value, when) in zip(_looks(figures), figures, strict=True)
        ],
        "source": after["source"] if after else "",
        "caution": after["caution"] if after else "",
        "measured": after is not None,
    }


def _looks(figures: list[tuple[str, str, str]]) -> list[str]:
    names = {"Före": "before", "Nu": "now", "Målet": "aim", "Jämförbart område": "beside"}
    return [names[label] for label, _, _ in figures]


def events(
    account: Content | None, published: Iterable[tuple[int, date]], given: str = ""
) -> dict[str, list[Content]]:
    """What has happened, the latest first: what was told, what was changed, what was published.

    `given` is the day on which the promise was given, where that was elsewhere and not when it came here.
    """
    first = "Löftet publicerades här" if given else "Löftet gavs"
    found: list[Content] = [
        {
            "on": on.isoformat(),
            "kind": "published",
            "title": first if number == 1 else f"Löftet ändrades: version {number}",
            "text": "",
        }
        for number, on in published
    ]
    if given:
        found.append({"on": given, "kind": "published", "title": "Löftet gavs", "text": ""})
    if account:
        found += [
            {"on": row["on"], "kind": "told", "title": row["about"] or "Så går det", "text": row["text"]}
            for row in account["feedback"]
        ]
        found += [
            {
                "on": row["on"],
                "kind": "changed",
                "title": f"Ändrat: {row['activity']}",
                "text": row["what"],
                "why": row["why"],
            }
            for row in account["changes"]
        ]
        if account["closed"]:
            found.append(
                {"on": account["closed"], "kind": "closed", "title": "Löftet avslutades", "text": ""}
            )
    found.sort(key=lambda row: row["on"], reverse=True)
    for row in found:
        row["when"] = day_words(row["on"])
    return {"latest": found[:SHOWN], "earlier": found[SHOWN:]}


def coming(content: Content, account: Content | None, today: date) -> list[Content]:
    """What citizens can wait for: the next days that were promised, and the end of the promise."""
    rows = [row for row in (account["coming"] if account else []) if row["on"] >= today.isoformat()]
    if content["period"]["to"] >= today.isoformat():
        rows.append(
            {"on": content["period"]["to"], "what": "Löftet slutar gälla, och vi redovisar hur det gick"}
        )
    rows.sort(key=lambda row: row["on"])
    return [{**row, "when": day_words(row["on"])} for row in rows[:4]]


def contact(content: Content, publisher: str, email: str, phone: str) -> str:
    """Who answers about the promise: as it says itself, or else the site. The police can always be called."""
    if own := content.get("contact"):  # what was signed before it could be told has none
        return str(own)
    if email or phone:
        return ", ".join(filter(None, (publisher, email, phone)))
    return f"Polisen, {content['local_police_area']}, telefon 114\u00a014"


def joined(words: list[str], last: str = "och") -> str:
    """Words in a row, as people list them."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def period(begins: date | None, ends: date | None) -> str:
    """The promise's period in words."""
    words = days_words(begins, ends)
    return f"{words} tills vidare" if begins and not ends else words
