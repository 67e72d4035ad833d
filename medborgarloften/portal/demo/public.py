"""How what is signed reaches the public: registered by each authority, published, and accounted for."""

from __future__ import annotations

from agreements.models import DocumentVersion, Promise
from agreements.publication import accounting, publishing
from agreements.record.actions import registering
from processes import queries
from processes.method import get_method

from . import clock
from .people import MUNICIPALITY, POLICE, Ekhamra

CHECKED = "Läst i sin helhet: bara undertecknarnas namn och titlar, inga andra personuppgifter."
REGISTERS = {POLICE: ("registrar", "A483.{1}-{0}"), MUNICIPALITY: ("coordinator", "KS {0}/{1}")}
FIRST = 107
"""The running number with which the year began here."""


def register(place: Ekhamra, version: DocumentVersion, what: str, names: tuple[str, ...]) -> None:
    """Each authority gives it the next number of the year, and says what it is."""
    version = DocumentVersion.objects.select_related("promise__process", "process").get(pk=version.pk)
    for name in names:
        who, written = REGISTERS[name]
        registering.register(
            by=place.people[who],
            round_=version.process or version.promise.process,
            version_id=version.pk,
            values={
                "organisation": place.organisations[name],
                "diary_number": written.format(clock.day().year, _next_number(place, name)),
                "registered_on": clock.day(),
                "subject_code": "483" if name == POLICE else "",
                "description": what,
                "sender": " och ".join(names),
                "recipient": "Allmänheten",
            },
        )


def strike(place: Ekhamra, why: str) -> None:
    """The police use a number for nothing, and say why it is missing."""
    registering.explain(
        by=place.people["registrar"],
        organisation=place.organisations[POLICE],
        series=f"a483.…-{clock.day().year}",
        number=_next_number(place, POLICE),
        why=why,
    )


def _next_number(place: Ekhamra, name: str) -> int:
    year = clock.day().year
    place.numbers[name, year] += 1
    return FIRST + place.numbers[name, year]


def publish(place: Ekhamra, version: DocumentVersion, checked: str = CHECKED) -> None:
    """Whoever reads it through makes it public."""
    publishing.publish(
        by=place.people["communicator"],
        round_=version.promise.process,
        version_id=version.pk,
        checked=checked,
    )


def account(place: Ekhamra, promise: Promise) -> None:
    """The officer says that it may be published, and the communicator publishes how it goes."""
    for act, who, more in (
        (accounting.clear, "officer", {}),
        (accounting.publish, "communicator", {"read": True}),
    ):
        facts = queries.load_facts(get_method(), promise.process_id)
        (shown,) = accounting.drafts(get_method(), facts).values()
        act(by=place.people[who], round_=promise.process, promise_id=promise.pk, shown=shown.sha256, **more)
