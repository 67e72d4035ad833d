"""Kommunikation, planned with the four lines that exist from the start."""

from processes.models import CommunicationActivity, Term


def word(label: str) -> Term:
    """A step of the communication ladder."""
    return Term.objects.get(list=Term.List.COMMUNICATION, label=label)


def fill(world) -> None:
    """Purpose, message, one group; the launch has a date. What is carried out is evaluated."""
    world.plan = world.edit(
        world.plan,
        message="Fler vuxna på torget på fredagskvällarna, och du kan se att vi gör det.",
        participation="Medarbetarna på APT, medborgarna på torgmötet, kommunen i styrgruppen.",
        follows_policy=True,
    )
    world.group = world.add("processes.TargetGroup", name="Boende runt torget", goal=word("Förstå"))
    world.lines = list(CommunicationActivity.objects.filter(process=world.round).order_by("pk"))
    world.launch = world.lines[0] = world.edit(
        world.lines[0], planned_on=world.round.period_start, target_group=world.group
    )


SPOILS = {
    "KOM-1:sign": lambda w: w.edit(w.plan, message=""),
    "KOM-3:sign": lambda w: (w.edit(w.launch, target_group=None), w.remove(w.group)),
    "KOM-9:sign": lambda w: w.edit(w.plan, follows_policy=None),
    "KOM-8:close": lambda w: w.edit(w.launch, evaluation=""),
}
