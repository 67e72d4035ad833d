"""An agreement for three years, signed by both and sealed."""

from agreements import signing


def fill(world):
    """`world.agreement`, in force; who signed it are `world.agreed`, its version `world.agreement_sent`."""
    agreement = world.create("collaboration_agreement", title="Trygg i Åby 2027–2029")
    start = world.round.period_start
    world.agreement = world.edit(
        agreement,
        area=world.round.area,
        valid_from=start,
        valid_until=start.replace(year=start.year + 3),
    )
    world.agreed = {}
    wanted = [
        ("police", world.cast.chief, "Lokalpolisområdeschef", "Delegationsordningen för lokalpolisområdet")
    ]
    if world.facts().has_municipality:
        mandate = "Kommunstyrelsen 2026-10-14 § 118"
        wanted.append(("municipality", world.cast.representative, "Kommunstyrelsens ordförande", mandate))
    for kind, user, title, mandate in wanted:
        party = world.round.parties.filter(organisation__kind=kind).first()
        world.agreed[kind] = world.add(
            "agreements.AgreementSignatory",
            world.agreement,
            party=party,
            user=user,
            title=title,
            mandate=mandate,
        )
    sign(world)


def sign(world):
    """Sent, signed by all and sealed."""
    sent = signing.send(by=world.cast.officer, round_=world.round, agreement_id=world.agreement.pk)
    for row in world.agreed.values():
        signing.sign(by=row.user, round_=world.round, version_id=sent.pk, shown_hash=sent.content_hash)
    signing.finish(sent.pk)
    world.agreement_sent = sent


SPOILS = {
    "OVE-2:agreement": lambda w: w.edit(w.agreement, valid_from=None),
    "OVE-6:agreement": lambda w: w.edit(w.agreed["police"], mandate=""),
}
