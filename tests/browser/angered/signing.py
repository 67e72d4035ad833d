"""Who signs is named, the document is sent, and each signs alone: the agreement like the promise."""

import time

from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from tests.browser.angered.facts import ROUND
from tests.browser.angered.people import CITY, POLICE
from tests.browser.pages import Visitor
from tests.people import PASSWORD

HEADS = {
    POLICE: ("Torbjörn Askling, lokalpolisområdeschef", "Lokalpolisområdeschef"),
    CITY: ("Ewa Strandmark, stadsdelsdirektör", "Stadsdelsdirektör"),
}


def name_signatories(leader: Visitor, mandates: dict[str, str]) -> None:
    """Name the head of each party, by what right it signs; the form may hold last time's."""
    for party, mandate in mandates.items():
        who, title = HEADS[party]
        leader.add(
            "Lägg till en undertecknare",
            {
                "För vilken part?": party,
                "Vem skriver under?": who,
                "Titel": title,
                "Med vilken rätt?": mandate,
            },
        )


def send(leader: Visitor, told: str) -> None:
    """From the page that tells who is to sign."""
    leader.link("Skicka för underskrift")
    leader.sees("De här ska skriva under", *(title for _, title in HEADS.values()))
    leader.press("Skicka för underskrift", told)
    leader.sees_status("Ute för underskrift")


def sign(signer: Visitor, name: str, *seen: str, last: bool) -> None:
    """The signer logged in long ago, so the program asks who it is before showing what is signed."""
    logged_in_long_ago()
    signer.open_round(ROUND)
    signer.link(f"Läs och skriv under ”{name}”")
    signer.sees_heading("Bekräfta att det är du")
    signer.form.fill({"Lösenord": PASSWORD}).save("Bekräfta")
    signer.sees(*seen, "fingeravtryck", "godkännande i systemet")
    signer.press("Skriv under", "Din underskrift är registrerad")
    if last:
        signer.is_told("Dokumentet är förseglat.")


def logged_in_long_ago() -> None:
    """Let everyone's last login lie an hour back."""
    for stored in Session.objects.all():
        session = SessionStore(stored.session_key)
        for login in session.get("account_authentication_methods", []):
            login["at"] = time.time() - 3600
        session.save()
