"""Problemanalys of the one focus area: six answers and one near cause."""


def fill(world) -> None:
    """The problem is described, a cause is found, and the group sees the same problem."""
    world.analysis = world.edit(
        world.analysis,
        where="Vid hållplatsen på torgets norra sida: mörkt och utan insyn.",
        when="Fredagar mellan klockan 21 och 01, mest när fritidsgården har stängt.",
        who_causes="Ett tjugotal unga i grupp, en del påverkade.",
        who_is_hit="Jämnåriga på väg hem, ensamma och med telefonen framme.",
        consequences="Rån och skador; boende går omvägar och butiker stänger tidigt.",
    )
    world.cause = world.add(
        "processes.Cause",
        world.analysis,
        text="Ingen vuxen finns på plats efter klockan nio",
        horizon="near",
        side="manager",
        who_can_act="Kommunen och fastighetsägaren",
    )
    world.judge(world.analysis, {"PRB-10:complete": ("yes", "")})
    world.decide("problem_analysis", world.analysis, "complete")


SPOILS = {
    "PRB-1:complete": lambda w: w.edit(w.analysis, when="…"),
    "PRB-10:complete": lambda w: w.judge(w.analysis, {"PRB-10:complete": ("no", "Två olika problem.")}),
    "PRB-11:complete": lambda w: w.edit(w.cause, horizon="remote"),
}
