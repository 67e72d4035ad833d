"""Who may do what: one door, `can`, and the reason when the answer is no. Pure.

A person's roles in a round are found once by `queries.roles_in` and handed over. Whether the
moment is right is the guard's question.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .method import ROLE_TITLES, SAYS_YES, Gate, Ground, Panel, Role, Rows, Section, Step

POLICE_ROLES = frozenset(
    {
        Role.COMMUNITY_OFFICER,
        Role.LOCAL_POLICE_CHIEF,
        Role.GROUP_MANAGER,
        Role.EMPLOYEE,
        Role.INTELLIGENCE_COORDINATOR,
        Role.ANALYST,
    }
)
CLEARED_FOR_INTELLIGENCE = frozenset({Role.LOCAL_POLICE_CHIEF, Role.INTELLIGENCE_COORDINATOR})
LEADERS = (Role.COMMUNITY_OFFICER, Role.MUNICIPAL_COORDINATOR)


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer of a policy: allowed or not, and in the latter case why, in Swedish."""

    allowed: bool
    reason: str = ""
    roles: tuple[Role, ...] = ()
    """Who may instead, where roles decide it."""

    def __bool__(self) -> bool:
        return self.allowed


YES = Decision(True)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person as seen from one round: the roles held there now, and on whose side.

    `police` tells whether any of the roles is held in the police authority; a communicator or a
    registrar may be either's. `organisations` are those that the roles are held in.
    """

    user_id: int
    roles: frozenset[Role]
    police: bool = False
    organisations: frozenset[int] = frozenset()

    def has(self, roles: Iterable[Role]) -> bool:
        """Whether the person holds any of the roles."""
        return not self.roles.isdisjoint(roles)


def _who(roles: Iterable[Role]) -> str:
    titles = [ROLE_TITLES[role].lower() for role in roles]
    return titles[0] if len(titles) == 1 else ", ".join(titles[:-1]) + " eller " + titles[-1]


def _only(actor: Actor, roles: Iterable[Role], what: str) -> Decision:
    if actor.has(roles):
        return YES
    return Decision(False, f"Bara {_who(roles)} kan {what}.", tuple(roles))


def can_see_round(actor: Actor) -> Decision:
    """Anyone with a role in the round sees it; a stranger is told nothing at all."""
    return YES if actor.roles else Decision(False, "Du har ingen roll i den här rundan.")


def can_see_step(actor: Actor, step: Step) -> Decision:
    """The police's own ground is seen by the police until they hand it over (LAG-2)."""
    if step.ground is Ground.POLICE and not (actor.police or Role.READER in actor.roles):
        return Decision(
            False,
            f"{step.title} är polisens eget arbetsmaterial. Ni får ta del av det som polisen delar.",
        )
    if step.ground is Ground.OWN and (actor.police or Role.READER in actor.roles):
        return Decision(
            False,
            f"Bara kommunen och partnerna kan öppna {step.title.lower()}. Ni får ta del av det som de delar.",
        )
    return can_see_round(actor)


def can_write_own(actor: Actor, step: Step, owner: int | None) -> Decision:
    """On each party's own ground its own people write, and nobody else (LAG-2)."""
    if step.ground is not Ground.OWN or owner in actor.organisations:
        return YES
    return Decision(False, "Bara den organisation som har skrivit lägesbilden kan ändra eller dela den.")


def has_evidence(step: Step) -> Decision:
    """Files, feedback and judgements belong to the steps of the method."""
    if step.ground is not Ground.OWN:
        return YES
    return Decision(False, "Bara rundans egna steg kan ha bilagor och återkoppling.")


def can_be_public(step: Step) -> Decision:
    """What was told of a party's own ground is told to those it is for, and stands on no public page."""
    if step.ground is Ground.JOINT:
        return YES
    return Decision(
        False, "Bara det som berättas om de gemensamma stegen kan stå på löftets offentliga sida."
    )


def can_edit(actor: Actor, step: Step, section: Section | Rows | Panel | None = None) -> Decision:
    """Rights are per section; a section without its own says the step's."""
    roles = getattr(section, "edited_by", ()) or step.edited_by
    if not (seen := can_see_step(actor, step)):
        return seen
    title = getattr(section, "title", step.title)
    return _only(actor, roles, f"ändra ”{title}”")


def can_write_for(actor: Actor, section: Section | Rows, organisation_id: int | None) -> Decision:
    """Of rows that each speak for a party, whoever doesn't lead the round writes their own only."""
    if not getattr(section, "own", "") or actor.has(LEADERS) or organisation_id in actor.organisations:
        return YES
    return Decision(
        False,
        f"I ”{section.title}” skriver du för din egen organisation. Den som leder arbetet kan skriva för alla.",
    )


def can_deliver(actor: Actor, step: Step, person_id: int | None) -> Decision:
    """What was ordered is delivered by the one who was asked; who leads or ordered may note that it came."""
    if not (seen := can_see_step(actor, step)):
        return seen
    if person_id is not None and person_id == actor.user_id:
        return YES
    return _only(actor, (*step.edited_by, *step.approved_by), "markera andras underlag som levererat")


def can_decide(actor: Actor, step: Step, gate: Gate) -> Decision:
    """Who may pass one of the step's own gates."""
    if not (seen := can_see_step(actor, step)):
        return seen
    verb = {Gate.OPEN: "öppna", Gate.COMPLETE: "klarmarkera"}.get(gate, "godkänna")
    return _only(actor, step.deciders(gate), f"{verb} {step.title.lower()}")


def can_return(actor: Actor, step: Step) -> Decision:
    """Whoever may approve may also send it back with a comment."""
    return _only(actor, step.approved_by or step.edited_by, f"återlämna {step.title.lower()}")


def can_deviate(actor: Actor, step: Step) -> Decision:
    """A deviation is explained by the leaders of the round or those who edit the step."""
    return _only(actor, dict.fromkeys((*step.edited_by, *LEADERS)), "motivera en avvikelse")


def can_share(actor: Actor, step: Step) -> Decision:
    """What is a party's own ground is handed over by those who approve or lead it; the rest is shared already."""
    if step.ground is Ground.JOINT:
        return Decision(
            False, f"Bara en parts egen mark kan delas. Alla parter ser redan {step.title.lower()}."
        )
    if not (seen := can_see_step(actor, step)):
        return seen
    if step.ground is Ground.OWN:
        return _only(actor, step.edited_by, f"dela {step.title.lower()}")
    return _only(
        actor, dict.fromkeys((*step.approved_by, Role.COMMUNITY_OFFICER)), f"dela {step.title.lower()}"
    )


def can_read_shared(organisations: Iterable[int], sender: int, recipient: int) -> Decision:
    """What was handed over is between the two: other parties of the round do not read it."""
    if {sender, recipient}.isdisjoint(organisations):
        return Decision(False, "Bara den part som delade och den som fick del kan läsa kopian.")
    return YES


def can_answer(actor: Actor) -> Decision:
    """Whether the person can say yes for any party at all; for which is asked of each part."""
    roles = dict.fromkeys(role for own in SAYS_YES.values() for role in own)
    return _only(actor, (*roles, Role.COMMUNITY_OFFICER), "lämna besked om en parts aktiviteter")


def can_accept(actor: Actor, inside: Actor, kind: str, name: str, *, peopled: bool) -> Decision:
    """Each party takes on its own (AKT-1): its people do; `inside` is the person seen from that party.

    For a party without any user of its own a leader of the round may note the yes that was given.
    """
    if kind == "police":
        return Decision(False, "Polisen tar på sig sin del när lokalpolisområdeschefen godkänner planen.")
    if inside.has(SAYS_YES[kind]):
        return YES
    if peopled:
        return Decision(False, f"Bara {name} kan svara för sin del: {_who(SAYS_YES[kind])}.")
    return _only(actor, LEADERS, f"skriva in det besked som {name} har lämnat")


def can_start_round(roles: Iterable[Role]) -> Decision:
    """A round is started by the community officer of the local police area."""
    return _only(Actor(0, frozenset(roles)), (Role.COMMUNITY_OFFICER,), "starta en runda")


def answers_for_feedback(roles: Iterable[Role]) -> bool:
    """Whether the person leads, tells or oversees: then all who wait for an answer are at hand (FAL-6)."""
    return not {*LEADERS, Role.LOCAL_POLICE_CHIEF, Role.COMMUNICATOR, Role.READER}.isdisjoint(roles)


def can_administer(roles: Iterable[Role]) -> Decision:
    """People and organisations are kept by administrators, who see no rounds by that role."""
    return _only(Actor(0, frozenset(roles)), (Role.ADMINISTRATOR,), "hantera användare")


def can_read_reports(roles: Iterable[Role]) -> Decision:
    """What visitors cannot use on the site is seen to by administrators."""
    return _only(Actor(0, frozenset(roles)), (Role.ADMINISTRATOR,), "läsa vad besökare har anmält")


def can_keep_lists(roles_in_police: Iterable[Role]) -> Decision:
    """The word lists are common to all parties, so the police's administrators keep them."""
    if Role.ADMINISTRATOR in roles_in_police:
        return YES
    return Decision(
        False, "Bara administratör hos polisen kan ändra listorna: de är gemensamma för alla parter."
    )


def can_keep_population(actor: Actor) -> Decision:
    """Who lives in the area is written in by those who lead the round."""
    return _only(actor, LEADERS, "skriva in befolkningen")


def can_keep_decisions(keeps: bool) -> Decision:
    """A region's direction is kept there: by its administrator, or whoever follows the work for the region."""
    if keeps:
        return YES
    return Decision(
        False,
        "Bara regionens läsare eller administratör hos polisen kan ändra dess inriktningsbeslut.",
    )


def can_see_intelligence(actor: Actor) -> Decision:
    """The intelligence part is for those cleared for it, never for anyone else (LOK-5)."""
    return _only(actor, CLEARED_FOR_INTELLIGENCE, "öppna underrättelsedelen")


def can_review_intelligence(actor: Actor) -> Decision:
    """Who has been in the intelligence part is gone through by the chief of the area (LAG-4)."""
    return _only(actor, (Role.LOCAL_POLICE_CHIEF,), "granska loggen över underrättelsedelen")


def can_lend(user_id: int, holder_id: int, role: Role, lent_from: int | None) -> Decision:
    """A role is lent to a stand-in by whoever holds it, and never lent on."""
    if user_id != holder_id:
        return Decision(False, "Bara den som har rollen kan utse en ersättare.")
    if lent_from is not None:
        return Decision(False, "Du är själv ersättare i den rollen. Den som du ersätter utser någon annan.")
    if role is Role.ADMINISTRATOR:
        return Decision(False, "Bara andra roller kan lånas ut. Ge en kollega rollen som administratör.")
    return YES


def can_end_lending(user_id: int, lender_id: int | None, holder_id: int) -> Decision:
    """Whoever lent a role, or holds what was lent, may end it."""
    if lender_id is None or user_id not in (lender_id, holder_id):
        return Decision(False, "Bara den som har utsett ersättaren, eller är det, kan avsluta.")
    return YES
