"""The people of Ekhamra: no such place exists, nor does anyone here."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.auth.hashers import make_password

from processes.method import ROLE_TITLES, Role
from processes.models import Area, Membership, Organisation, User

from .hands import Hand

POLICE, MUNICIPALITY, HOUSING = "Polismyndigheten", "Ekhamra kommun", "Ekhamrabostäder AB"
ORGANISATIONS = {
    POLICE: ("police", "polisen.example"),
    MUNICIPALITY: ("municipality", "ekhamra.example"),
    HOUSING: ("partner", "ekhamrabostader.example"),
}
AREAS = [
    ("Polisregion Mellansjö", "region"),
    ("Polisområde Västra Mellansjö", "district"),
    ("Lokalpolisområde Ekhamra", "local_police_area"),
]


@dataclass(frozen=True)
class Person:
    """Who someone is, and what is worth trying first as that person."""

    key: str
    role: Role
    organisation: str
    name: str
    title: str
    first: str

    @property
    def email(self) -> str:
        """The address to log in with: anna.ek@polisen.example."""
        local = self.name.lower().replace(" ", ".").translate(str.maketrans("åäöé", "aaoe"))
        return f"{local}@{ORGANISATIONS[self.organisation][1]}"

    @property
    def role_title(self) -> str:
        """The role in words."""
        return ROLE_TITLES[self.role]


CAST = [
    Person(
        "officer",
        Role.COMMUNITY_OFFICER,
        POLICE,
        "Anna Ek",
        "kommunpolis",
        "Öppna rundan om Norrhamra och se vad som hindrar löftet; följ en länk och rätta det. Läs sedan under "
        "Erfarenheter hur det gick med löftet om busstationen.",
    ),
    Person(
        "chief",
        Role.LOCAL_POLICE_CHIEF,
        POLICE,
        "Johan Lindh",
        "lokalpolisområdeschef",
        "Läs och skriv under löftet om Ågatan; hämta sedan det förseglade dokumentet.",
    ),
    Person(
        "coordinator",
        Role.MUNICIPAL_COORDINATOR,
        MUNICIPALITY,
        "Elin Ask",
        "trygghetssamordnare",
        "Bekräfta problemanalysen i Norrhamra, och skriv in svaret till föräldrarna: det är försenat.",
    ),
    Person(
        "representative",
        Role.MUNICIPAL_REPRESENTATIVE,
        MUNICIPALITY,
        "Göran Malm",
        "kommunstyrelsens ordförande",
        "Se löftet om Ågatan, där er underskrift finns och polisens väntar.",
    ),
    Person(
        "communicator",
        Role.COMMUNICATOR,
        POLICE,
        "Lisa Berg",
        "kommunikatör",
        "Fyll i budskapet i Norrhamras kommunikationsplan; publicera löftet om Ågatan när det är registrerat.",
    ),
    Person(
        "municipal_communicator",
        Role.COMMUNICATOR,
        MUNICIPALITY,
        "Nora Dahl",
        "kommunikatör",
        "Skriv in månadens återkoppling i rundan Ekhamra centrum.",
    ),
    Person(
        "manager",
        Role.GROUP_MANAGER,
        POLICE,
        "Sara Holm",
        "gruppchef områdespolisen",
        "Läs vad gruppen kom fram till i medarbetardialogerna VAD och HUR.",
    ),
    Person(
        "employee",
        Role.EMPLOYEE,
        POLICE,
        "Amir Nasser",
        "områdespolis",
        "Logga kvällens fotpatrull med ett tryck: välj Logga på Mitt arbete, helst i telefonen.",
    ),
    Person(
        "intelligence",
        Role.INTELLIGENCE_COORDINATOR,
        POLICE,
        "Karin Sjö",
        "underrättelsesamordnare",
        "Öppna underrättelsedelen från den lokala lägesbilden: den frågar varför.",
    ),
    Person(
        "analyst",
        Role.ANALYST,
        POLICE,
        "Peter Alm",
        "controller",
        "Läs uppföljningsrapporten om Stortorget och ta ut underlaget till planeringssystemet.",
    ),
    Person(
        "partner",
        Role.PARTNER,
        HOUSING,
        "Mona Rask",
        "förvaltare",
        "Skriv in en åtgärdad felanmälan under Genomförande i rundan Ekhamra centrum.",
    ),
    Person(
        "partner_representative",
        Role.PARTNER_REPRESENTATIVE,
        HOUSING,
        "Olof Brandt",
        "verkställande direktör",
        "Öppna löftet om Stortorget som ni har skrivit under.",
    ),
    Person(
        "registrar",
        Role.REGISTRAR,
        POLICE,
        "Ulla Strand",
        "registrator",
        "Se i diariet att löftet om busstationen finns på papper, och varför ett nummer saknas; registrera löftet om "
        "Ågatan när det är underskrivet.",
    ),
    Person(
        "reader",
        Role.READER,
        POLICE,
        "Maria Wall",
        "verksamhetsutvecklare, regionen",
        "Lägg till regionens inriktningsbeslut; jämför sedan rundorna: allt går att läsa, inget att ändra.",
    ),
    Person(
        "admin",
        Role.ADMINISTRATOR,
        POLICE,
        "Tove Krans",
        "systemförvaltare",
        "Bjud in en användare under Användare.",
    ),
]


@dataclass
class Ekhamra:
    """The place: its police area, its organisations, its people by key."""

    area: Area
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)
    numbers: Counter[tuple[str, int]] = field(default_factory=Counter)
    """How many numbers each register has given, year by year."""

    @property
    def region(self) -> Area:
        """The police region it lies in."""
        return Area.objects.get(pk=self.area.chain[0])

    def hands(self, round_) -> dict[str, Hand]:
        """Everyone's hands in a round."""
        return {key: Hand(user, round_) for key, user in self.people.items()}


def settle() -> Ekhamra:
    """Make areas, organisations, people and their roles. All have the demo's password, which is hashed once."""
    password = make_password(settings.DEMO_PASSWORD)
    area = None
    region = None
    for name, kind in AREAS:
        area = Area.objects.create(name=name, kind=kind, parent=area)
        region = region or area
    place = Ekhamra(area)
    for name, (kind, _) in ORGANISATIONS.items():
        place.organisations[name] = Organisation.objects.create(name=name, kind=kind)
    for person in CAST:
        user = User.objects.create(
            email=person.email, password=password, name=person.name, title=person.title
        )
        where = area if person.organisation == POLICE else None
        Membership.objects.create(
            user=user,
            organisation=place.organisations[person.organisation],
            role=person.role,
            area=region if person.role is Role.READER else where,
        )
        place.people[person.key] = user
    return place
