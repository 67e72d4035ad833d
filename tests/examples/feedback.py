"""A word to everyone while the work goes on."""

from processes import actions


def fill(world):
    world.told_all = world.feedback("feedback", world.round, ["citizens", "staff", "partners"])


def untold(world, feedback):
    """Say that a feedback never was given."""
    feedback.refresh_from_db()
    actions.save_feedback(
        by=world.cast.officer,
        round_=world.round,
        step=world.method[feedback.step],
        subject_id=feedback.subject_id,
        values={
            "audiences": feedback.audiences,
            "channel": feedback.channel,
            "text": feedback.text,
            "due_on": None,
            "given_on": None,
        },
        feedback=feedback,
        version=feedback.version,
    )


SPOILS = {"ATE-1:close": lambda w: untold(w, w.told_all)}
