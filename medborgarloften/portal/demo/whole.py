"""All of the demo: the people of Ekhamra and their three rounds."""

from datetime import timedelta

from django.db import transaction

from processes import actions
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
    under_way = square.tell(place)
    return [under_way, school.tell(place), _next(place, under_way)]


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
