"""The problem analysis triangle as data (PRB-3): who stands where, and where no activity reaches. Pure.

Three sides, each with an inner spot (who or what the crime needs) and an outer one (who can watch over it).
The facts are the analysis, its causes and roles, and the activities aimed at them; a drawing, a table and
a text all read the same `Triangle`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .criteria import is_answer
from .facts import Facts, Row
from .models.problem import Side, TrianglePart

CAUSE, PART = "processes.Cause", "processes.TrianglePart"
ACTIVITY, AIM = "processes.Activity", "processes.ActivityAim"
SIDES = ((Side.OFFENDER, Side.HANDLER), (Side.TARGET, Side.GUARDIAN), (Side.PLACE, Side.MANAGER))
SHORT = {
    Side.OFFENDER: "Gärningsperson",
    Side.HANDLER: "Övervakare",
    Side.TARGET: "Offer/objekt",
    Side.GUARDIAN: "Beskyddare",
    Side.PLACE: "Plats",
    Side.MANAGER: "Platsansvarig",
}
# The inner spots are already described by the eight questions, so that nobody types them again.
SAID = {Side.OFFENDER: "who_causes", Side.TARGET: "who_is_hit", Side.PLACE: "where"}


@dataclass(frozen=True, slots=True)
class Stand:
    """Somebody who stands, or ought to stand, at a spot; `party` is empty when not in the round."""

    row: Row
    party: str = ""

    @property
    def who(self) -> str:
        """The role or organisation."""
        return self.row.who

    @property
    def standing(self) -> str:
        """How it is today: there, not enough, missing, or nobody has said."""
        return self.row.standing

    @property
    def standing_title(self) -> str:
        """How it is today, in words; empty when nobody has said."""
        return str(dict(TrianglePart.Standing.choices).get(self.standing, ""))


@dataclass(frozen=True, slots=True)
class Spot:
    """One of the six places of the triangle. `planned` says whether there is any activity to compare with."""

    side: Side
    stands: tuple[Stand, ...]
    said: str
    causes: tuple[Row, ...]
    activities: tuple[Row, ...]
    planned: bool

    @property
    def title(self) -> str:
        """What the spot is called, short enough for a drawing."""
        return SHORT[self.side]

    @property
    def outer(self) -> bool:
        """Whether somebody here could watch over, protect or be responsible."""
        return self.side not in SAID

    @property
    def untouched(self) -> bool:
        """Whether there are activities, but none of them reaches here."""
        return self.planned and not self.activities

    @property
    def missing(self) -> bool:
        """Whether somebody is said to be missing here."""
        return any(stand.standing == "missing" for stand in self.stands)

    @property
    def weak(self) -> bool:
        """Whether those who stand here are not enough."""
        return any(stand.standing == "weak" for stand in self.stands)

    @property
    def unnamed(self) -> bool:
        """Whether nobody has been named for an outer spot: it is not known who could help."""
        return self.outer and not self.stands

    @property
    def to_invite(self) -> tuple[Stand, ...]:
        """Those who are wanted here, do not do their part yet, and take no part in the round."""
        return tuple(s for s in self.stands if self.outer and not s.party and s.standing != "present")


@dataclass(frozen=True, slots=True)
class Triangle:
    """All six spots of one analysis, each inner one before the outer one that watches over it."""

    problem: str
    spots: tuple[Spot, ...]
    expectations: str = ""
    loose: tuple[Row, ...] = ()
    """Causes that nobody has placed at a side yet."""

    def __getitem__(self, side: str) -> Spot:
        return next(spot for spot in self.spots if spot.side == side)

    def __iter__(self) -> Iterator[Spot]:
        return iter(self.spots)

    @property
    def planned(self) -> bool:
        """Whether there is any activity to compare with."""
        return any(spot.planned for spot in self.spots)

    @property
    def untouched(self) -> tuple[tuple[Spot, Spot], ...]:
        """The whole sides, inner and outer, that no activity reaches."""
        pairs = [(self[inner], self[outer]) for inner, outer in SIDES]
        return tuple(pair for pair in pairs if all(spot.untouched for spot in pair))

    @property
    def to_invite(self) -> tuple[tuple[Spot, Stand], ...]:
        """Everybody who is wanted but takes no part in the round, with the spot they are wanted at."""
        return tuple((spot, stand) for spot in self.spots for stand in spot.to_invite)

    @property
    def unnamed(self) -> tuple[Spot, ...]:
        """The outer spots at which nobody has been named."""
        return tuple(spot for spot in self.spots if spot.unnamed)

    @property
    def in_words(self) -> str:
        """All that the drawing says, for whoever can't see it."""
        return " ".join(_said_of(spot) for spot in self.spots)


def triangle(facts: Facts, analysis: Row) -> Triangle:
    """The triangle of an analysis: nothing but what the facts say."""
    causes = facts.rows(CAUSE, analysis_id=analysis.id)
    parts = [row for row in facts.rows(PART, analysis_id=analysis.id) if is_answer(row.who)]
    own = facts.rows(ACTIVITY, focus_area_id=analysis.focus_area_id)
    reached = _reached(facts, analysis, {row.id: row.side for row in causes})
    spots = tuple(
        Spot(
            side,
            tuple(_stand(facts, row) for row in parts if row.side == side),
            analysis.get(SAID.get(side, "")) or "",
            tuple(row for row in causes if row.side == side),
            tuple(row for row in facts.rows(ACTIVITY) if side in reached.get(row.id, ())),
            bool(own or reached),
        )
        for pair in SIDES
        for side in pair
    )
    problem = analysis.focus_title or analysis.what or ""
    return Triangle(problem, spots, analysis.expectations, tuple(row for row in causes if not row.side))


def _stand(facts: Facts, row: Row) -> Stand:
    party = facts.get("processes.Party", row.party_id)
    return Stand(row, party.name if party else "")


def _reached(facts: Facts, analysis: Row, side_of: dict[int, str]) -> dict[int, set[str]]:
    """Which sides each activity reaches, by its own words or by the causes it is aimed at."""
    found: dict[int, set[str]] = {}
    for activity in facts.rows(ACTIVITY):
        for aim in (activity, *facts.rows(AIM, activity_id=activity.id)):
            sides = {side_of.get(aim.cause_id, "")}
            if activity.focus_area_id == analysis.focus_area_id:
                sides.add(aim.side)
            if sides := sides - {""}:
                found.setdefault(activity.id, set()).update(sides)
    return found


def _said_of(spot: Spot) -> str:
    """One spot in a sentence: who stands there, how many causes and activities."""
    named = [
        f"{stand.who} ({stand.standing_title.lower()})" if stand.standing else stand.who
        for stand in spot.stands
    ]
    who = ", ".join(named) or spot.said.strip().rstrip(".") or "ingen angiven"
    return f"{spot.title}: {who}. {tally(spot)}."


def tally(spot: Spot) -> str:
    """How many causes and activities the spot has, in words."""
    found = [_number(len(spot.causes), "orsak", "orsaker")] if spot.causes else []
    if spot.activities:
        found.append(_number(len(spot.activities), "aktivitet", "aktiviteter"))
    elif spot.planned:
        found.append("ingen aktivitet")
    text = ", ".join(found) or "inga orsaker"
    return text[:1].upper() + text[1:]


def _number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
