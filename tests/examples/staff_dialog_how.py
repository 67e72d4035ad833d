"""The same group, later, with the analysis before it."""

from tests.examples.feedback import untold


def fill(world):
    dialog = world.create("staff_dialog_how", group="Områdespoliser Åby", manager=world.cast.manager)
    world.how_dialog = world.edit(dialog, by=world.cast.manager, held_on=world.today, took_part=8)
    world.how_proposal = world.add(
        "dialogs.HowProposal",
        dialog,
        by=world.cast.manager,
        kind="way",
        text="Två till fots vid parkeringshuset, hellre kort och ofta än länge och sällan.",
    )
    world.tick("MED-6:complete", dialog, by=world.cast.manager)
    world.decide("staff_dialog_how", dialog, "complete")
    world.how_feedback = world.feedback("staff_dialog_how", dialog, ["staff"])


SPOILS = {
    "MED-6:complete": lambda w: w.tick("MED-6:complete", w.how_dialog, ticked=False),
    "MED-9:sign": lambda w: untold(w, w.how_feedback),
}
