"""Stortorget, promising: one promise signed, sealed, registered and published; one out to be signed."""

from agreements import signing

from .. import public
from ..clock import Tale
from ..hands import Story, ago
from ..people import HOUSING, MUNICIPALITY, POLICE

TORGET = {
    "title": "Tryggare kvällar vid Stortorget",
    "place": "Stortorget och busstationen i Ekhamra",
    "introduction": "Det här lovar polisen, kommunen och Ekhamrabostäder er som bor, arbetar och går i skolan i "
    "Ekhamra centrum. Vi vill att torget ska vara till för alla, också på kvällen.",
    "picture": "Många går omvägar när det är mörkt. Rånen mot unga vid busstationen har mer än fördubblats på fyra år, "
    "och nästan varannan känner sig otrygg på torget efter mörkrets inbrott. Ni har sagt att det som "
    "saknas mest är ljus och vuxna som är där.",
    "follow": "På kommunens webbplats skriver vi varje månad vad som är gjort och vad som inte blev av. Kommunpolisen "
    "finns på biblioteket första torsdagen i månaden.",
    "contact": "Kommunpolisen i Ekhamra, 114\u00a014, eller trygghetssamordnaren, trygghet@ekhamra.example",
    "involvement": "Ungdomsrådet och boende går trygghetsvandringarna med oss och säger till om vi missar något.",
    "serves_safety": True,
    "serves_prevention": True,
    "serves_participation": True,
}
AGATAN = {
    "title": "Säker gång- och cykelväg längs Ågatan",
    "place": "Ågatan i Ekhamra",
    "introduction": "Det här lovar polisen och kommunen er som går och cyklar längs Ågatan, unga och gamla.",
    "picture": "Mopeder och A-traktorer kör på gångvägen, fort och nära barn. Samtalen om buskörning har ökat från "
    "38 till 64 på fyra år. Den som anmält har sällan fått veta hur det gick.",
    "follow": "På kommunens webbplats varje månad, och på föräldramöten.",
    "contact": "Kommunpolisen i Ekhamra, 114\u00a014",
    "involvement": "Förskolornas föräldraråd räknar fordon två veckor före hindren och två veckor efter.",
    "serves_safety": True,
    "serves_prevention": True,
}
SIGNATORIES = {
    POLICE: ("chief", "Lokalpolisområdeschef", "Delegationsordning, lokalpolisområde"),
    MUNICIPALITY: ("representative", "Kommunstyrelsens ordförande", "Kommunstyrelsen § 57"),
    HOUSING: ("partner_representative", "Verkställande direktör", "Firmatecknare"),
}


def _formulate(s: Story, promise, focus: str, signs: list[str]) -> None:
    s.officer.add("agreements.PromiseFocus", promise, focus_area=s.focus[focus])
    for name in signs:
        who, title, mandate = SIGNATORIES[name]
        s.officer.add(
            "agreements.Signatory",
            promise,
            party=s.parties[name],
            user=s.people[who],
            title=title,
            mandate=mandate,
        )


def _send(s: Story, promise, **how):
    return signing.send(by=s.people["officer"], round_=s.round, promise_id=promise.pk, **how)


def _sign(s: Story, version, who: str) -> None:
    signing.sign(by=s.people[who], round_=s.round, version_id=version.pk, shown_hash=version.content_hash)


def give(s: Story) -> Tale:
    """The first promise, which renews the one before it, all the way to the public page."""
    yield s.before(40)
    s.promise = s.officer.edit(s.promise, **TORGET, agreement=s.agreement, need_remains=True)
    _formulate(s, s.promise, "torget", [POLICE, MUNICIPALITY, HOUSING])
    yield s.before(34)
    version = _send(s, s.promise)
    for who, day in (("representative", 32), ("partner_representative", 31), ("chief", 28)):
        yield s.before(day)
        _sign(s, version, who)
    signing.finish(version.pk)
    yield s.before(24)
    public.strike(s.place, "Makulerat: samma löfte registrerades två gånger.")
    public.register(s.place, version, f"Medborgarlöfte: {s.promise.title}", (POLICE, MUNICIPALITY))
    yield s.before(10)
    public.publish(s.place, version)


def send_next(s: Story) -> Tale:
    """The second promise, signed in turn: the municipality has signed, the police have it before them."""
    yield ago(8)
    promise = s.officer.create("citizen_promise", **AGATAN, agreement=s.agreement, period_start=s.late)
    _formulate(s, promise, "agatan", [POLICE, MUNICIPALITY])
    yield ago(4)
    turns = {s.parties[MUNICIPALITY].pk: 1, s.parties[POLICE].pk: 2}
    version = _send(s, promise, order=turns)
    yield ago(2)
    _sign(s, version, "representative")
