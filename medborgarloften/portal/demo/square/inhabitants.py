"""Ekhamra, who lives there: what the dialogues are held against."""

from processes.actions.population import keep_population
from processes.reach import AGES

from ..hands import Story, ago

LIVES = ((2310, 2440), (1420, 1610), (3950, 4120), (3680, 3590), (3240, 2760))
PARTS = {"Centrum": 6200, "Norrhamra": 9100, "Linvägen och Åbrinken": 7400, "Ekhamra by": 6420}


def inhabitants(s: Story) -> None:
    """Brought once by the coordinator, for all rounds in the area."""
    ages = {age.key: {"women": women, "men": men} for age, (women, men) in zip(AGES, LIVES, strict=True)}
    keep_population(
        by=s.people["coordinator"],
        round_=s.round,
        year=ago(365).year,
        source="Kommunens befolkningsregister (påhittat)",
        counts={"ages": ages, "parts": PARTS},
        version=0,
    )
