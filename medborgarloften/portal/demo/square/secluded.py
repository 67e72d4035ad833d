"""Stortorget, what the picture rests on beside the public part: who keeps it, never what it says."""

from processes.actions.intelligence import Act, opened, save_reference

from ..hands import Story

PURPOSE = "Underlag till lokal lägesbild"
REFERENCES = (
    ("Lägesrapport narkotika, första halvåret", "Underrättelseenheten, region Mitt", 210, True),
    ("Sammanställning av tips om torget", "Underrättelseenheten, lokalpolisområde Ekhamra", 204, True),
    ("Bedömning av rån mot unga", "Underrättelseenheten, region Mitt", 196, None),
)


def intelligence(s: Story) -> None:
    """The coordinator writes in what exists; the chief opens it once before approving the picture."""
    keeper, chief = s.people["intelligence"], s.people["chief"]
    for what, kept_by, days, considered in REFERENCES:
        values = {"what": what, "keeper": kept_by, "dated_on": s.before(days), "considered": considered}
        way = {"by": keeper, "situation": s.situation}
        with opened(**way, purpose=PURPOSE, act=Act.ADDED, what=what) as references:
            save_reference(references, **way, values=values)
    with opened(by=chief, situation=s.situation, purpose="Inför att jag godkänner lägesbilden") as references:
        assert references
