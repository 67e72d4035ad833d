"""Those who made the promise of Angered. The organisations are the real ones, the persons are invented."""

from types import SimpleNamespace

from processes.method import Role
from processes.models import Area, Membership, Organisation, User
from tests.browser.angered.facts import CASE
from tests.people import PASSWORD

POLICE, CITY = "Polismyndigheten", CASE["municipality"]["name"]
LANDLORD, PARKS = "Fastighetsförvaltaren i Angereds centrum", "Park- och naturförvaltningen"
KINDS = {POLICE: "police", CITY: "municipality", LANDLORD: "partner", PARKS: "partner"}
PEOPLE = {
    "officer": ("Malin Bergqvist", "kommunpolis", Role.COMMUNITY_OFFICER, POLICE),
    "chief": ("Torbjörn Askling", "lokalpolisområdeschef", Role.LOCAL_POLICE_CHIEF, POLICE),
    "manager": ("Samira Haddadi", "gruppchef", Role.GROUP_MANAGER, POLICE),
    "communicator": ("Lina Öhrberg", "kommunikatör", Role.COMMUNICATOR, POLICE),
    "registrar": ("Birgitta Holmér", "registrator", Role.REGISTRAR, POLICE),
    "coordinator": ("Jonas Lindenius", "trygghetssamordnare", Role.MUNICIPAL_COORDINATOR, CITY),
    "representative": ("Ewa Strandmark", "stadsdelsdirektör", Role.MUNICIPAL_REPRESENTATIVE, CITY),
    "city_communicator": ("Amir Sadeghian", "kommunikatör", Role.COMMUNICATOR, CITY),
    "landlord": ("Kjell Ahlgren", "förvaltningschef", Role.PARTNER_REPRESENTATIVE, LANDLORD),
    "gardener": ("Inger Falkenmark", "enhetschef", Role.PARTNER_REPRESENTATIVE, PARKS),
}


def make() -> SimpleNamespace:
    """The people of the case, as an administrator would have invited them."""
    organisations = {name: Organisation.objects.create(name=name, kind=kind) for name, kind in KINDS.items()}
    above = Area.objects.create(name=CASE["police"]["police_area"], kind=Area.Kind.DISTRICT)
    area = Area.objects.create(name=CASE["police"]["lpo"], kind=Area.Kind.LOCAL, parent=above)
    found = SimpleNamespace()
    for key, (name, title, role, organisation) in PEOPLE.items():
        user = User.objects.create_user(f"{key}@angered.example", PASSWORD, name=name, title=title)
        where = area if organisation == POLICE else None
        Membership.objects.create(user=user, organisation=organisations[organisation], role=role, area=where)
        setattr(found, key, user)
    return found
