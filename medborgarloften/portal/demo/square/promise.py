"""Stortorget, promising: one promise signed, sealed, registered and published; one out to be signed."""

from agreements import publishing, signing

from ..hands import Story
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
    "svarar på frågor på 114\u00a014 och finns på biblioteket första torsdagen i månaden.",
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
    "follow": "På kommunens webbplats varje månad, och på föräldramöten. Frågor: kommunpolisen, 114\u00a014.",
    "involvement": "Förskolornas föräldraråd räknar fordon två veckor före hindren och två veckor efter.",
    "serves_safety": True,
    "serves_prevention": True,
}
SIGNATORIES = {
    POLICE: ("chief", "Lokalpolisområdeschef", "Delegationsordning, lokalpolisområde"),
    MUNICIPALITY: ("representative", "Kommunstyrelsens ordförande", "Kommunstyrelsen § 57"),
    HOUSING: ("partner_representative", "Verkställande direktör", "Firmatecknare"),
}


def _formulate(s: Story, texts: dict, focus: str, signs: list[str], **more):
    promise = s.officer.create("citizen_promise", **texts, agreement=s.agreement, **more)
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
    return promise


def _send(s: Story, promise):
    return signing.send(by=s.people["officer"], round_=s.round, promise_id=promise.pk)


def _sign(s: Story, version, *who: str) -> None:
    for key in who:
        signing.sign(by=s.people[key], round_=s.round, version_id=version.pk, shown_hash=version.content_hash)


def give(s: Story) -> None:
    """The first promise, all the way to the public page."""
    promise = _formulate(s, TORGET, "torget", [POLICE, MUNICIPALITY, HOUSING])
    version = _send(s, promise)
    _sign(s, version, "representative", "partner_representative", "chief")
    signing.finish(version.pk)
    year, organisations = s.begins.year, {name: party.organisation for name, party in s.parties.items()}
    for name, who, number in (
        (POLICE, "registrar", f"A483.112-{year}"),
        (MUNICIPALITY, "coordinator", f"KS {year}/318"),
    ):
        publishing.register(
            by=s.people[who],
            round_=s.round,
            version_id=version.pk,
            values={
                "organisation": organisations[name],
                "diary_number": number,
                "registered_on": s.today,
                "description": f"Medborgarlöfte {promise.title}",
            },
        )
    publishing.publish(
        by=s.people["communicator"],
        round_=s.round,
        version_id=version.pk,
        checked="Läst i sin helhet: bara undertecknarnas namn och titlar, inga andra personuppgifter.",
    )


def send_next(s: Story) -> None:
    """The second promise: the municipality has signed, the police have it before them."""
    promise = _formulate(s, AGATAN, "agatan", [POLICE, MUNICIPALITY], period_start=s.late)
    _sign(s, _send(s, promise), "representative")
