"""All of the demo: the people of Ekhamra and their rounds."""

from datetime import date, timedelta

from django.db import transaction

from agreements.renewal.actions import renew
from agreements.renewal.follows import BY_KEY
from processes import actions
from processes.actions.region import keep_decision
from processes.models import Process, User

from . import clock, outside, people, record
from .clock import Tale
from .earlier import tell as earlier
from .hands import Story, ago, month_start
from .school import tell as school
from .square import tell as square
from .square.staff import GROUP


@transaction.atomic
def make() -> list[Process]:
    """The rounds made, in the order they began: all of them, or none when anyone already has an account here."""
    if User.objects.exists():
        return []
    began = month_start(-36)
    with clock.on(began):
        place = people.settle()
        record.begin(place)
    past, under_way, held_up = (_period(place, month) for month in (-29, -5, 2))
    clock.tell(
        *_decide(place, began),
        earlier.tell(past),
        *outside.tales(place),
        *square.tales(under_way, past),
        *school.tales(held_up),
        _next(place, under_way),
        record.hand_out(under_way),
    )
    return list(Process.objects.order_by("pk"))


def _period(place: people.Ekhamra, month: int) -> Story:
    """A story about the year that begins so many months from now."""
    ends = month_start(month + 12) - timedelta(days=1)
    return Story(place=place, people=place.people, begins=month_start(month), ends=ends)


def _decide(place: people.Ekhamra, soonest: date) -> tuple[Tale, ...]:
    """What the region has decided: two years' direction, and the one before it."""
    since = month_start(-11).replace(month=1)
    return tuple(_decision(place, year, soonest) for year in (since.year - 2, since.year))


def _decision(place: people.Ekhamra, year: int, soonest: date) -> Tale:
    start = date(year, 1, 1)
    decided = start - timedelta(days=40)
    yield max(decided, soonest)
    keep_decision(
        by=place.people["reader"],
        region=place.region,
        values={
            "title": f"Inriktningsbeslut medborgarlöften {year}–{year + 1}",
            "decided_on": decided,
            "valid_from": start,
            "valid_until": date(year + 1, 12, 31),
            "link": f"https://polisen.example/mellansjo/inriktning-{year}",
        },
    )


def _next(place: people.Ekhamra, before: Story) -> Tale:
    """A round just begun, to take over when the first one ends; the kept promise goes on there."""
    yield ago(3)
    begins, ends = month_start(7), month_start(19) - timedelta(days=1)
    made = actions.start_round(
        by=place.people["officer"],
        title=f"Ekhamra centrum {begins.year}–{ends.year}",
        area=place.area,
        period_start=begins,
        period_end=ends,
        organisations=place.organisations.values(),
        predecessor=before.round,
    )
    manager = place.people["manager"]
    place.hands(made)["manager"].add("dialogs.StaffGroup", manager=manager, **GROUP)
    renew(
        by=place.people["officer"],
        round_=before.round,
        promise_id=before.promise.pk,
        follows=BY_KEY,
        into=made,
    )
