"""Aktivitetsplan: three activities against the one cause, and one effect goal."""

from dialogs.models import HowDialog

WORK = {
    "Polisen patrullerar torget till fots på fredagskvällar": ("police", "per_month", 4),
    "Fritidsgården håller öppet till klockan 23 på fredagar": ("municipality", "at_least", 40),
    "Fastighetsägaren lyser upp hållplatsen": ("partner", "yes_no", None),
}


def fill(world) -> None:
    """Each activity has an owner, a ground and a target; the goal has a baseline."""
    world.activities, world.shares = [], []
    for what, (kind, target, value) in WORK.items():
        activity = world.add(
            "processes.Activity",
            what=what,
            cause=world.cause,
            ground="evaluated",
            ground_reference="Brå 2019: platsinriktat arbete",
            horizon="immediate",
            target_kind=target,
            target_value=value,
        )
        party = world.parties.get(kind, world.parties["police"])
        share = world.add("processes.ActivityParty", activity, party=party, hours=100)
        if party != world.parties["police"]:
            world.accept(share)
        world.activities.append(activity)
        world.shares.append(share)
    world.goal = world.add(
        "processes.Goal",
        cause=world.cause,
        text="Rånen vid hållplatsen minskar",
        indicator="Anmälda rån per år",
        baseline_value=17,
        baseline_on=world.today,
        target_value=8,
        plan_goal="Ökad trygghet i offentlig miljö",
    )
    world.activity_plan = world.edit(
        world.record("processes.ActivityPlan"),
        plan_edition="Verksamhetsplan för nästa år",
        follow_up_by="Kommunpolisen och kommunens samordnare",
        follow_up_how="Loggen mot nivåerna varje månad, anmälda rån vid årets slut",
    )
    world.judge(world.activity_plan, {"MED-8:approve": ("yes", "")})
    for gate in ("complete", "approve"):
        world.decide("activity_plan", world.activity_plan, gate)


def _activity(**fields):
    return lambda w: w.edit(w.activities[0], **fields)


def _without_how(world) -> None:
    for dialog in HowDialog.objects.filter(processes=world.round):
        world.edit(dialog, held_on=None)


SPOILS = {
    "AKT-1:approve": lambda w: w.remove(w.shares[0]),
    "AKT-2:approve": _activity(ground_reference=""),
    "AKT-3:approve": _activity(horizon="long_term", position=None),
    "AKT-4:approve": _activity(target_kind="", target_value=None),
    "AKT-6:approve": lambda w: w.edit(w.activity_plan, follow_up_by=""),
    "AKT-9:approve": _without_how,
    "AKT-10:approve": lambda w: w.edit(w.goal, plan_goal=""),
    "MED-7:approve": _activity(target_value=None),
    "MED-8:approve": lambda w: w.judge(w.activity_plan, {"MED-8:approve": ("no", "För få händer.")}),
    "PRB-9:approve": lambda w: w.edit(w.goal, cause=None),
    "PRB-9:complete": _activity(cause=None, side=""),
    "FAL-5:sign": lambda w: w.edit(w.goal, baseline_value=None),
}
