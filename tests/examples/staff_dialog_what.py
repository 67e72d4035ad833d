"""A group that was invited to a man, came, spoke and heard back."""

from tests.examples.feedback import untold


def fill(world):
    if hasattr(world, "what_dialog"):
        return
    dialog = world.create("staff_dialog_what", group="Områdespoliser Åby", manager=world.cast.manager)
    world.what_dialog = world.edit(
        dialog,
        by=world.cast.manager,
        held_on=world.today,
        employees=9,
        invited=9,
        took_part=7,
    )
    world.proposal = world.add(
        "dialogs.Proposal",
        dialog,
        by=world.cast.manager,
        kind="picture",
        text="Langningen har flyttat från torget till parkeringshuset sedan i våras.",
    )
    world.decide("staff_dialog_what", dialog, "complete", by=world.cast.manager)
    world.what_feedback = world.feedback("staff_dialog_what", dialog, ["staff"])


SPOILS = {
    "MED-3:complete": lambda w: w.edit(w.what_dialog, invited=6),
    "MED-4:complete": lambda w: w.remove(w.proposal),
    "MED-5:sign": lambda w: untold(w, w.what_feedback),
}
