"""Lokal lägesbild: first a dated version for VAD, afterwards what the staff added, then approved."""


def fill(world) -> None:
    """A dated first version with problems, risks, opportunities, a series and a source."""
    world.situation = world.edit(world.record("processes.LocalSituation"), dated_on=world.today)
    entries = {
        "problem": "Bråk och droger på torget",
        "risk": "Unga rånas på väg hem",
        "opportunity": "Föreningarna vill nattvandra",
    }
    world.entries = {
        kind: world.add("processes.SituationEntry", world.situation, kind=kind, title=title)
        for kind, title in entries.items()
    }
    year = world.today.year
    world.series = world.add(
        "processes.SituationSeries",
        world.situation,
        name="Anmälda rån",
        unit="count",
        figures=f"{year - 2}; 11\n{year - 1}; 17",
    )
    world.source = world.add("processes.SituationSource", world.situation, name="Trygghetsmätningen")


def approve(world) -> None:
    """Take in what VAD gave, and let the chief approve. Asked for by the joint picture."""
    world.situation = world.edit(
        world.situation, staff_result="Nattarbetarna visste att det börjar vid hållplatsen."
    )
    for gate in ("complete", "approve"):
        world.decide("local_situation", world.situation, gate)


def _without(kind: str):
    return lambda w: w.remove(w.entries[kind])


SPOILS = {
    "LOK-1:approve": _without("problem"),
    "LOK-2:approve": _without("risk"),
    "LOK-3:approve": lambda w: w.edit(w.series, figures="2026; 17"),
    "LOK-4:approve": _without("opportunity"),
    "LOK-7:approve": lambda w: w.remove(w.source),
}
