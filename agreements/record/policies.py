"""Who keeps the record, hands out of it and disposes of it."""

from __future__ import annotations

from collections.abc import Iterable

from processes.method import Role
from processes.policies import YES, Actor, Decision

from ..steps.citizen_promise import REGISTRARS

RELEASERS = (Role.REGISTRAR, Role.COMMUNITY_OFFICER, Role.MUNICIPAL_COORDINATOR)


def _only(holds: bool, who: str, what: str) -> Decision:
    return YES if holds else Decision(False, f"Bara {who} kan {what}.")


def can_register(actor: Actor) -> Decision:
    """Registrars, communicators and the leaders of the round."""
    return _only(
        actor.has(REGISTRARS),
        "registrator, kommunikatör eller den som leder arbetet",
        "registrera handlingen",
    )


def can_hand_out(actor: Actor) -> Decision:
    """The registrar and the leaders of the round; never a partner, who is no authority."""
    return _only(
        actor.has(RELEASERS),
        "registrator, kommunpolis eller kommunal samordnare",
        "lämna ut myndighetens handlingar",
    )


def can_archive(actor: Actor) -> Decision:
    """As for handing out: the package holds all that the authority has of the round."""
    return _only(
        actor.has(RELEASERS),
        "registrator, kommunpolis eller kommunal samordnare",
        "göra ett arkivpaket av rundan",
    )


def can_set_register(roles: Iterable[Role]) -> Decision:
    """The authority's own registrar or administrator says how its register is kept."""
    return _only(
        not {Role.REGISTRAR, Role.ADMINISTRATOR}.isdisjoint(roles),
        "myndighetens egen registrator eller administratör",
        "ändra hur diariet förs",
    )


def can_explain(roles: Iterable[Role]) -> Decision:
    """A missing number is explained by the authority's own registrar or leader."""
    return _only(
        not set(RELEASERS).isdisjoint(roles),
        "myndighetens egen registrator eller den som leder arbetet",
        "förklara ett nummer som saknas",
    )


def can_see_disposal(roles_in_police: Iterable[Role]) -> Decision:
    """What would be disposed of is shown to those who keep the record of the installation."""
    return _only(
        not {Role.REGISTRAR, Role.ADMINISTRATOR}.isdisjoint(roles_in_police),
        "registrator eller administratör hos polisen",
        "se vad som ska gallras",
    )


def can_dispose(roles_in_police: Iterable[Role]) -> Decision:
    """The registrar carries the rules out."""
    return _only(Role.REGISTRAR in roles_in_police, "registrator hos polisen", "gallra")


def can_set_disposal(roles_in_police: Iterable[Role]) -> Decision:
    """The rules are common to all, so the police's administrators keep them, as they keep the word lists."""
    return _only(
        Role.ADMINISTRATOR in roles_in_police, "administratör hos polisen", "ändra reglerna för gallring"
    )


def can_bring_in(roles: Iterable[Role]) -> Decision:
    """A promise made outside the tool is registered by a registrar of the police or a leader."""
    return _only(
        not set(RELEASERS).isdisjoint(roles),
        "registrator, kommunpolis eller kommunal samordnare",
        "lägga in ett löfte som gjorts utanför verktyget",
    )
