"""All of the demo: the people of Ekhamra and their three rounds."""

from datetime import timedelta

from django.db import transaction

from processes import actions
from processes.actions.region import keep_decision
from processes.models import Process, User

from . import people
from .hands import month_start
from .school import tell as school
from .square import tell as square
from .square.staff import GROUP


@transaction.atomic
def make() -> list[Process]:
    """The rounds made: all of them, or none when anyone already has an account here."""
    if User.objects.exists():
        return []
    place = people.settle()
    _decide(place)
    under_way = square.tell(place)
    return [under_way, school.tell(place), _next(place, under_way)]


def _decide(place: people.Ekhamra) -> None:
    """What the region has decided: two years' direction, and the one before it."""
    since = month_start(-11).replace(month=1)
    for start, years in ((since, 2), (since.replace(year=since.year - 2), 2)):
        keep_decision(
            by=place.people["reader"],
            region=place.region,
            values={
                "title": f"Inriktningsbeslut medborgarlöften {start.year}–{start.year + years - 1}",
                "decided_on": start - timedelta(days=40),
                "valid_from": start,
                "valid_until": start.replace(year=start.year + years) - timedelta(days=1),
                "link": f"https://polisen.example/mellansjo/inriktning-{start.year}",
            },
        )


def _next(place: people.Ekhamra, before: Process) -> Process:
    """A round just begun, to take over when the first one ends."""
    begins, ends = month_start(7), month_start(19) - timedelta(days=1)
    made = actions.start_round(
        by=place.people["officer"],
        title=f"Ekhamra centrum {begins.year}–{ends.year}",
        area=place.area,
        period_start=begins,
        period_end=ends,
        organisations=place.organisations.values(),
        predecessor=before,
    )
    manager = place.people["manager"]
    place.hands(made)["manager"].add("dialogs.StaffGroup", manager=manager, **GROUP)
    return made
