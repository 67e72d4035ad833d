"""What a later version of a promise changed, part by part and in words (FAL-1, LOF-5). Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from processes.plan.words import amount, day_words, period_words, target_words

Content = dict[str, Any]
ALIKE = 0.6
"""How alike two lines are, from nought to one, that are taken to be the same line reworded."""
SAME, GONE, NEW = "same", "gone", "new"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise: in which part, which line of it, and how it was and is."""

    part: str
    what: str
    before: str
    after: str

    @property
    def words(self) -> str:
        """What kind of change it is."""
        if not self.before:
            return "Nytt"
        return "Ändrat" if self.after else "Borttaget"

    @property
    def pieces(self) -> list[tuple[str, str]]:
        """The text in pieces, each the same as before, gone or new, so that the change is seen in its place."""
        then, now = self.before.split(), self.after.split()
        found: list[tuple[str, str]] = []
        for kind, a, b, c, d in SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
            if kind == "equal":
                found.append((SAME, " ".join(then[a:b])))
                continue
            found += [(GONE, " ".join(then[a:b]))] if b > a else []
            found += [(NEW, " ".join(now[c:d]))] if d > c else []
        return found


def changes(before: Content, after: Content) -> list[Change]:
    """Everything that a reader would find changed, in the order of the document."""
    return [*_texts(before, after, FIRST), *_lists(before, after), *_texts(before, after, LAST)]


def changed_targets(before: Content, after: Content) -> list[dict[str, str]]:
    """Each activity that is promised otherwise than before, is new, or is promised no longer."""
    then, now = ({a["what"]: _promised(a["target"]) for a in one["activities"]} for one in (before, after))
    both = {**then, **now}
    return [
        {"what": what, "before": then.get(what, ""), "after": now.get(what, "")}
        for what in both
        if then.get(what) != now.get(what)
    ]


def _period(content: Content) -> str:
    return period_words(content["period"]["from"], content["period"]["to"])


def _joined(name: str, separator: str = ", ") -> Callable[[Content], str]:
    return lambda content: separator.join(content[name])


def _plain(name: str) -> Callable[[Content], str]:
    return lambda content: content[name]


FIRST: tuple[tuple[str, Callable[[Content], str]], ...] = (
    ("Löftets namn", _plain("title")),
    ("Område", _plain("area")),
    ("Period", _period),
    ("Parter", lambda content: ", ".join(party["name"] for party in content["parties"])),
    ("Inledning och syfte", _plain("introduction")),
    ("Löftets mål", _joined("goals")),
    ("Situationen i dag", _plain("picture")),
)
LAST: tuple[tuple[str, Callable[[Content], str]], ...] = (
    ("Följ med i hur det går", _plain("follow")),
    ("Vem som svarar på frågor", lambda content: content.get("contact", "")),
    ("Så är medborgarna med", _plain("involvement")),
    ("Så kom vi fram till det", _joined("how_arrived", " ")),
    ("Överenskommelse", _plain("agreement")),
    ("Följer på", lambda content: (content.get("predecessor") or {}).get("title", "")),
)


def _texts(
    before: Content, after: Content, parts: tuple[tuple[str, Callable[[Content], str]], ...]
) -> Iterator[Change]:
    for part, read in parts:
        then, now = read(before), read(after)
        if then != now:
            yield Change(part, "", then, now)


Named = dict[str, str]
"""The lines of a list: what each is called, and all that is said of it."""


def _named(lines: Iterator[tuple[str, list[str]]]) -> Named:
    """The lines by name; those that are called the same are numbered, so that none hides another."""
    found: Named = {}
    for name, said in lines:
        key, number = name or "Utan namn", 1
        while key in found:
            number += 1
            key = f"{name or 'Utan namn'} ({number})"
        found[key] = ". ".join(filter(None, said))
    return found


def _focus(content: Content) -> Iterator[tuple[str, list[str]]]:
    for area in content["focus_areas"]:
        yield area["title"], [area["place"], area["target_picture"]]


def _activities(content: Content) -> Iterator[tuple[str, list[str]]]:
    for one in content["activities"]:
        when = period_words(one["from"], one["to"])
        yield one["what"], [", ".join(one["who"]), one["where"], when, _promised(one["target"])]


def _effects(content: Content) -> Iterator[tuple[str, list[str]]]:
    for effect in content["effects"]:
        said, unit = [effect["indicator"]], effect.get("unit", "")
        if effect["baseline"]:
            on = f" ({day_words(effect['baseline_on'])})" if effect["baseline_on"] else ""
            said.append(f"Utgångsvärde {amount(effect['baseline'], unit)}{on}")
        if effect["target"]:
            said.append(f"Mål {amount(effect['target'], unit)}")
        if effect["due"]:
            said.append(f"Senast {day_words(effect['due'])}")
        yield effect["text"], said


def _signatories(content: Content) -> Iterator[tuple[str, list[str]]]:
    for one in content["signatories"]:
        yield one["organisation"], [", ".join(filter(None, (one["name"], one["title"], one["mandate"])))]


def _lists(before: Content, after: Content) -> Iterator[Change]:
    for part, read in (
        ("Fokusområden", _focus),
        ("Det här ska vi göra", _activities),
        ("Det här ska vi åstadkomma tillsammans", _effects),
        ("Vi som lovar", _signatories),
    ):
        yield from _lines(part, _named(read(before)), _named(read(after)))


def _lines(part: str, before: Named, after: Named) -> Iterator[Change]:
    """Line by line: what is said of the same line; then what is new, gone, or the same line reworded."""
    for name in after:
        if name in before and before[name] != after[name]:
            yield Change(part, name, before[name] or "Inget sagt", after[name] or "Inget sagt")
    gone = [name for name in before if name not in after]
    for name in [name for name in after if name not in before]:
        then = max(gone, key=lambda old: _likeness(old, name), default="")
        if then and _likeness(then, name) >= ALIKE:
            gone.remove(then)
            yield Change(part, name, _whole(then, before[then]), _whole(name, after[name]))
        else:
            yield Change(part, name, "", _whole(name, after[name]))
    yield from (Change(part, name, _whole(name, before[name]), "") for name in gone)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.lower(), other.lower(), autojunk=False).ratio()


def _whole(name: str, said: str) -> str:
    return f"{name.rstrip('.')}. {said}" if said else name


def _promised(target: dict[str, Any]) -> str:
    """What is promised and what counts, in words; that nothing countable is promised is said too."""
    words = target_words(target) or "Inget mål i tal"
    return f"{words.rstrip('.')}. Räknas: {target['counts']}" if target["counts"] else words
