"""How a group analyses a problem: the questions, why and why again, and who stands where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from processes.models import ProblemAnalysis

from .hands import Story

# Name, the cause it explains, the cause, near or remote, side of the triangle, who can act.
Why = tuple[str, str, str, str, str, str]
# Side, who, which party of the round it is, how it is today, what it can do.
Stand = tuple[str, str, str, str, str]


def analyse(s: Story, key: str, whys: Iterable[Why], stands: Iterable[Stand], **answers: Any) -> Any:
    """The analysis of a focus area is written, judged and done; its causes are kept by name in the story."""
    analysis = ProblemAnalysis.objects.get(focus_area=s.focus[key])
    analysis = s.officer.edit(analysis, **answers)
    for name, parent, text, horizon, side, who_can_act in whys:
        s.causes[name] = s.officer.add(
            "processes.Cause",
            analysis,
            text=text,
            parent=s.causes.get(parent),
            horizon=horizon,
            side=side,
            who_can_act=who_can_act,
        )
    for side, who, party, standing, note in stands:
        s.officer.add(
            "processes.TrianglePart",
            analysis,
            side=side,
            who=who,
            party=s.parties.get(party),
            standing=standing,
            note=note,
        )
    s.officer.judge(analysis, "PRB-10:complete")
    s.officer.decide("problem_analysis", analysis)
    return analysis
