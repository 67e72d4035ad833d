"""Work that went as work does: most of it done, some of it less than promised, one thing not at all."""

from agreements import keeping
from processes.models import Activity

COUNTED = {"at_least", "exactly", "per_week", "per_month", "hours"}


def promised(world, activity):
    """How much was promised in all, or 1."""
    facts = world.facts()
    target = keeping.target_of(facts, facts.get("processes.Activity", activity.pk))
    return keeping.promised_by(target, target.ends) or 1


def fill(world):
    activities = list(Activity.objects.filter(process=world.round).order_by("pk"))
    counted = [a for a in activities if a.target_kind in COUNTED and promised(world, a) > 1]
    world.short_activity = counted[0]
    world.undone_activity = next(a for a in reversed(activities) if a.target_kind in {*COUNTED, "yes_no"})
    assert world.short_activity != world.undone_activity
    for activity in activities:
        if activity == world.undone_activity:
            continue
        number = 1 if activity == world.short_activity else promised(world, activity)
        world.log = world.add(
            "agreements.ActivityLog",
            activity=activity,
            done_on=world.today,
            amount=number,
            hours=number,
            note="Lugn kväll, många stannade och pratade.",
        )
    world.change = world.add(
        "agreements.ActivityChange",
        activity=world.short_activity,
        changed_on=world.today,
        what_changed="Färre tillfällen under våren.",
        why="Två kollegor blev kommenderade till annat.",
    )
    world.launch = world.edit(
        world.launch, done_on=world.today, evaluation="De flesta vi frågade på torget hade sett löftet."
    )


SPOILS = {}
