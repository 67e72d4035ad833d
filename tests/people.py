"""The cast: one person for each role, in a fictitious police area, municipality and partner."""

from dataclasses import dataclass, field

from django.test import Client

from processes.method import ROLE_TITLES, Role
from processes.models import Area, Membership, Organisation, User

PASSWORD = "ett-langt-losenord-29"

# name on the cast → (role, side)
PARTS = {
    "officer": (Role.COMMUNITY_OFFICER, "police"),
    "chief": (Role.LOCAL_POLICE_CHIEF, "police"),
    "manager": (Role.GROUP_MANAGER, "police"),
    "employee": (Role.EMPLOYEE, "police"),
    "intelligence": (Role.INTELLIGENCE_COORDINATOR, "police"),
    "analyst": (Role.ANALYST, "police"),
    "communicator": (Role.COMMUNICATOR, "police"),
    "municipal_communicator": (Role.COMMUNICATOR, "municipality"),
    "coordinator": (Role.MUNICIPAL_COORDINATOR, "municipality"),
    "representative": (Role.MUNICIPAL_REPRESENTATIVE, "municipality"),
    "partner": (Role.PARTNER, "partner"),
    "partner_representative": (Role.PARTNER_REPRESENTATIVE, "partner"),
    "registrar": (Role.REGISTRAR, "police"),
    "reader": (Role.READER, "police"),
    "admin": (Role.ADMINISTRATOR, "police"),
}


@dataclass
class Cast:
    """People of one local police area. `get("chief")` and `.chief` are the same."""

    prefix: str
    police: Organisation
    municipality: Organisation
    partner_org: Organisation
    area: Area
    people: dict[str, User] = field(default_factory=dict)

    def __getattr__(self, name: str) -> User:
        try:
            return self.__dict__["people"][name]
        except KeyError:
            raise AttributeError(name) from None


def cast(prefix: str = "aby") -> Cast:
    """Make the people, organisations and areas of one place. The police are the same everywhere."""
    police, _ = Organisation.objects.get_or_create(name="Polismyndigheten", kind="police")
    municipality = Organisation.objects.create(name=f"{prefix.title()} kommun", kind="municipality")
    partner = Organisation.objects.create(name=f"{prefix.title()}bostäder AB", kind="partner")
    region = Area.objects.create(name=f"Polisregion {prefix}", kind="region")
    area = Area.objects.create(
        name=f"Lokalpolisområde {prefix.title()}", kind="local_police_area", parent=region
    )
    found = Cast(prefix, police, municipality, partner, area)
    sides = {
        "police": (police, area),
        "municipality": (municipality, None),
        "partner": (partner, None),
    }
    for name, (role, side) in PARTS.items():
        organisation, where = sides[side]
        user = User.objects.create_user(
            f"{name}@{prefix}.example",
            PASSWORD,
            name=f"{name.title()} {prefix.title()}",
            title=ROLE_TITLES[role],
        )
        Membership.objects.create(
            user=user,
            organisation=organisation,
            role=role,
            area=region if role is Role.READER else where,
        )
        found.people[name] = user
    return found


def visitor(user: User) -> Client:
    """A browser in which the person has logged in."""
    found = Client()
    found.force_login(user)
    return found
