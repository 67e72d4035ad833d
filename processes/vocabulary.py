"""The words of the method: strengths, gates, stages, roles, sides. Codes, and what users read."""

from enum import StrEnum

METHOD_SUPPORT = "Metodstödet"
OUR_RULE = "Vår regel, strängare än metodstödet"
HOUSE_RULE = "Så fungerar verktyget"
NO_PERSONS = "Inga personuppgifter där alla kan läsa"
READABLE_ON_PAPER = "Allt ska gå att läsa på papper"
SIGNED_AS_SHOWN = "Det som skrivs under är det som visades"
KEPT_AS_IT_CAME = "Det som har kommit in bevaras som det kom"
ROLES_DECIDE = "Vem som gör vad i rundan"


class Strength(StrEnum):
    """How hard a demand is: nobody waives an M; an S is met or explained; an I always holds."""

    MUST = "M"
    SHOULD = "S"
    INVARIANT = "I"


class Gate(StrEnum):
    """When the guard asks. Editing is always open; order is asked at gates."""

    OPEN = "open"
    COMPLETE = "complete"
    APPROVE = "approve"
    AGREEMENT = "agreement"
    SIGN = "sign"
    PUBLISH = "publish"
    CLOSE = "close"
    RENEW = "renew"


GATE_TITLES = {
    Gate.OPEN: "bjuda in till dialogen",
    Gate.COMPLETE: "klarmarkera",
    Gate.APPROVE: "godkänna",
    Gate.AGREEMENT: "skriva under överenskommelsen",
    Gate.SIGN: "skriva under löftet",
    Gate.PUBLISH: "publicera löftet",
    Gate.CLOSE: "avsluta uppföljningen",
    Gate.RENEW: "förnya löftet",
}

# Which gates' criteria are asked again at a gate. A later gate never trusts that an earlier
# one was passed with the content that stands there now.
ASKS = {
    Gate.OPEN: {Gate.OPEN},
    Gate.COMPLETE: {Gate.OPEN, Gate.COMPLETE},
    Gate.APPROVE: {Gate.OPEN, Gate.COMPLETE, Gate.APPROVE},
    Gate.AGREEMENT: {Gate.AGREEMENT},
    Gate.SIGN: {Gate.OPEN, Gate.COMPLETE, Gate.APPROVE, Gate.SIGN, Gate.RENEW},
    Gate.PUBLISH: {Gate.PUBLISH},
    Gate.CLOSE: {Gate.CLOSE},
    Gate.RENEW: {Gate.RENEW},
}


class Stage(StrEnum):
    """The five stages on the rail (X-21)."""

    START = "Börja"
    LISTEN = "Lyssna"
    UNDERSTAND = "Förstå"
    PROMISE = "Lova"
    KEEP = "Hålla"


class Sara(StrEnum):
    """The step's place in problem-oriented policing (PRO-6)."""

    NONE = "Ramar för arbetet"
    SCANNING = "Scanning – se problemet"
    ANALYSIS = "Analysis – förstå orsakerna"
    RESPONSE = "Response – gör något åt dem"
    ASSESSMENT = "Assessment – följ upp"


class Kind(StrEnum):
    """Once per round, several of the same (a dialogue), or standing: never "done"."""

    ONCE = "once"
    RECURRING = "recurring"
    STANDING = "standing"


class How(StrEnum):
    """What meets a criterion. What can be computed is never asked."""

    COMPUTED = "computed"
    TICKED = "ticked"
    JUDGED = "judged"
    TEXT = "text"


class Withheld(StrEnum):
    """Why something is not handed out before a named person has looked at it: the code of a ground in the
    administrator's list, which has the paragraph (X-16)."""

    INTELLIGENCE = "intelligence"
    OPERATIONAL = "operational"
    PERSONAL = "personal"
    WORKING = "working"
    ELSEWHERE = "elsewhere"


class Role(StrEnum):
    """What a person is in an organisation; a membership carries exactly one."""

    COMMUNITY_OFFICER = "community_officer"
    LOCAL_POLICE_CHIEF = "local_police_chief"
    GROUP_MANAGER = "group_manager"
    EMPLOYEE = "employee"
    INTELLIGENCE_COORDINATOR = "intelligence_coordinator"
    ANALYST = "analyst"
    COMMUNICATOR = "communicator"
    MUNICIPAL_COORDINATOR = "municipal_coordinator"
    MUNICIPAL_REPRESENTATIVE = "municipal_representative"
    PARTNER = "partner"
    PARTNER_REPRESENTATIVE = "partner_representative"
    REGISTRAR = "registrar"
    READER = "reader"
    ADMINISTRATOR = "administrator"


ROLE_TITLES = {
    Role.COMMUNITY_OFFICER: "Kommunpolis",
    Role.LOCAL_POLICE_CHIEF: "Lokalpolisområdeschef",
    Role.GROUP_MANAGER: "Gruppchef",
    Role.EMPLOYEE: "Områdespolis/medarbetare",
    Role.INTELLIGENCE_COORDINATOR: "Underrättelsesamordnare",
    Role.ANALYST: "Analytiker/controller",
    Role.COMMUNICATOR: "Kommunikatör",
    Role.MUNICIPAL_COORDINATOR: "Kommunal samordnare",
    Role.MUNICIPAL_REPRESENTATIVE: "Kommunens representant",
    Role.PARTNER: "Samverkanspartner",
    Role.PARTNER_REPRESENTATIVE: "Partnerns företrädare",
    Role.REGISTRAR: "Registrator",
    Role.READER: "Region/nationell nivå",
    Role.ADMINISTRATOR: "Administratör",
}


class Side(StrEnum):
    """Whose word an approval is; a joint step needs both."""

    POLICE = "police"
    MUNICIPALITY = "municipality"


MUNICIPAL_ROLES = frozenset({Role.MUNICIPAL_COORDINATOR, Role.MUNICIPAL_REPRESENTATIVE})


# Who says yes for a party of each kind to its part of an activity. The police's yes is the chief's
# approval of the plan.
SAYS_YES: dict[str, tuple[Role, ...]] = {
    "police": (),
    "municipality": (Role.MUNICIPAL_COORDINATOR, Role.MUNICIPAL_REPRESENTATIVE),
    "partner": (Role.PARTNER, Role.PARTNER_REPRESENTATIVE),
}


def side_of(role: Role) -> Side:
    """Whose word a role speaks when it approves."""
    return Side.MUNICIPALITY if role in MUNICIPAL_ROLES else Side.POLICE


class Ground(StrEnum):
    """Whose working ground a step is (LAG-2): shared, the police's own, or each other party's own until shared."""

    JOINT = "joint"
    POLICE = "police"
    OWN = "own"
    """Each party's own: no fact of the round, read by that party's people alone (see queries.own_rows)."""
