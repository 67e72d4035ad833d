"""An agreement for three years, signed by both."""


def fill(world):
    agreement = world.create("collaboration_agreement", title="Trygg i Åby 2027–2029")
    start = world.round.period_start
    world.agreement = world.edit(
        agreement,
        area=world.round.area,
        valid_from=start,
        valid_until=start.replace(year=start.year + 3),
        police_mandate="Delegationsordningen för lokalpolisområdet",
        municipal_mandate="Kommunstyrelsen 2026-10-14 § 118",
    )
    world.decide("collaboration_agreement", world.agreement, "agreement")


SPOILS = {
    "OVE-2:agreement": lambda w: w.edit(w.agreement, valid_from=None),
    "OVE-6:agreement": lambda w: w.edit(w.agreement, municipal_mandate=""),
}
