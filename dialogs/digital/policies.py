"""Who opens a dialogue on the web, closes it, and answers those who sent in."""

from __future__ import annotations

from processes.policies import LEADERS, YES, Actor, Decision, can_see_step

from ..steps.citizen_dialog import STEP


def _leads(actor: Actor, what: str) -> Decision:
    if not (seen := can_see_step(actor, STEP)):
        return seen
    if actor.has(LEADERS):
        return YES
    return Decision(False, f"Bara kommunpolis eller kommunens samordnare kan {what}.")


def can_open(actor: Actor) -> Decision:
    """Those who invite to a dialogue open and close it on the web too."""
    return _leads(actor, "öppna och stänga dialogen på webben")


def can_answer(actor: Actor) -> Decision:
    """Those who answer for the dialogue answer those who sent in."""
    return _leads(actor, "svara dem som har skickat in")
