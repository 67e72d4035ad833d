"""Initiera samverkan, done as three parties would do it."""

from datetime import timedelta

from processes.models import Party


def fill(world) -> None:
    """Every party has decided; steering, support and the beginning of a communication plan exist."""
    world.collaboration = world.record("processes.Collaboration")
    world.parties = {
        party.organisation.kind: world.edit(
            party,
            decided_by="Chefen, Anna Ek",
            decided_on=world.today,
            coordinator=party.coordinator or world.cast.coordinator,
            resources="Tjugo timmar i månaden.",
            support="Ledningen, fältgruppen och kommunikationsenheten; fältgruppen genomför.",
        )
        for party in Party.objects.filter(process=world.round)
    }
    world.collaboration = world.edit(
        world.collaboration,
        agreement_purpose="Ett tryggare centrum, tillsammans med dem som bor och verkar där.",
        governing_documents="Polisens verksamhetsplan och kommunens trygghetsplan pekar åt samma håll.",
        work_starts_on=world.today,
        needs_known_on=world.today + timedelta(days=60),
        anchored="Kommunstyrelsen och lokalpolisområdets ledningsgrupp, i februari.",
    )
    for party in world.parties.values():
        world.budget = world.add(
            "processes.PartyDate", party=party, kind="budget", on=world.today + timedelta(days=90)
        )
    for name in ("Anna Ek", "Bo Al"):
        world.steering = world.add("processes.SteeringMember", name=name, title="Chef")
    world.support = world.add("processes.SupportMember", name="Cia Asp", competence="Controller")
    world.plan = world.edit(
        world.record("processes.CommunicationPlan"),
        purpose="De som rör sig i centrum ska veta vad vi gör åt otryggheten och varför.",
    )
    world.decide("collaboration", world.collaboration, "complete")


def _party(**fields):
    return lambda w: w.edit(w.parties["police"], **fields)


SPOILS = {
    "SAM-1:complete": _party(decided_on=None),
    "SAM-2:complete": lambda w: w.edit(w.collaboration, governing_documents="se ovan"),
    "SAM-3:complete": lambda w: w.edit(w.collaboration, needs_known_on=w.budget.on + timedelta(days=1)),
    "SAM-4:complete": _party(resources=""),
    "SAM-5:complete": _party(support="..."),
    "SAM-6:complete": lambda w: w.remove(w.steering),
    "SAM-7:complete": _party(coordinator=None),
    "SAM-8:complete": lambda w: w.remove(w.support),
    "SAM-9:complete": lambda w: (
        w.edit(w.plan, purpose=""),
        *(w.edit(line, planned_on=None) for line in w.lines),
    ),
    "SAM-11:complete": lambda w: w.edit(w.collaboration, anchored=""),
}
