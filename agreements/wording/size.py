"""Few and concrete, within what the parties have set aside (LOF-4). Pure; advice that stops nothing."""

from __future__ import annotations

from dataclasses import dataclass

from agreements.content import focus_of
from processes.method import Facts, Method, Row
from processes.plan.hours import hours

MANY = 10
"""More activities than nearly all promises have."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much a promise holds, and what could be too much."""

    focus_areas: int
    activities: int
    planned: int
    unsaid: int
    """Activities of which nobody has said how many hours they take."""
    over: tuple[str, ...]
    """Parties that need more hours than they have set aside, in words."""
    silent: bool
    """Whether no party has said how many hours it sets aside."""

    @property
    def told(self) -> str:
        """How much it holds."""
        focus = "ett fokusområde" if self.focus_areas == 1 else f"{self.focus_areas} fokusområden"
        done = "En aktivitet" if self.activities == 1 else f"{self.activities} aktiviteter"
        time = f", {self.planned} planerade timmar" if self.planned else ""
        return f"{done} i {focus}{time}."

    @property
    def own_advice(self) -> list[str]:
        """What to think of in this very promise, if anything."""
        found = []
        if self.activities > MANY:
            found.append(
                f"Fler än {MANY} aktiviteter är svåra att minnas och att hålla. De flesta har två till sju."
            )
        if self.unsaid:
            number = "en aktivitet" if self.unsaid == 1 else f"{self.unsaid} aktiviteter"
            found.append(f"Ingen har sagt hur många timmar {number} tar, så det syns inte om tiden räcker.")
        return found

    @property
    def common_advice(self) -> list[str]:
        """What all promises of the round share: the parties' hours."""
        found = [*self.over]
        if self.silent and self.planned:
            found.append(
                "Ingen part har sagt hur många timmar den avsätter. Skriv det i samverkan, en uppskattning räcker."
            )
        return found

    @property
    def advice(self) -> list[str]:
        """All that is to be thought of."""
        return self.own_advice + self.common_advice


def size(method: Method, facts: Facts, promise: Row) -> Size:
    """What the promise holds; the parties' hours are held against all of the plan, since they share them."""
    focus = focus_of(facts, promise)
    own = hours(facts.narrowed(focus, method.parents))
    whole = hours(facts)
    return Size(
        len(focus),
        len(own.lines),
        own.total.planned or 0,
        sum(1 for line in own.lines if line.total.planned is None),
        tuple(
            f"{load.party.name} har planerat {load.planned} timmar och avsatt {load.set_aside}."
            for load in whole.loads
            if load.set_aside is not None and load.planned > load.set_aside
        ),
        all(load.set_aside is None for load in whole.loads),
    )
