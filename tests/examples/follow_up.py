"""A follow-up that accounts for every activity, the failed ones too."""

from agreements.follow_up.actions import record_export
from agreements.models import Outcome, PlanningExport
from processes.models import Activity
from tests.examples.citizen_promise import signed


def fill(world):
    signed(world)
    follow_up = world.create(
        "follow_up",
        title="Hela perioden",
        period_start=world.round.period_start,
        period_end=world.round.period_end,
    )
    world.follow_up = world.edit(
        follow_up,
        done_on=world.today,
        resources_used="380 av 400 planerade timmar; kommunen bytte belysning inom ordinarie budget.",
        effects="Färre undviker tunneln. Några säger att langningen har flyttat till busstorget.",
        goal_safety="Fler säger sig trygga på kvällen, från 61 till 68 procent.",
        goal_prevention="Anmälda skadegörelser är färre, men få redan från början.",
        goal_participation="Trygghetsvandringarna lockade nya deltagare.",
        goal_trust="Ingen mätning ännu.",
    )
    record_export(by=world.cast.officer, round_=world.round, follow_up_id=follow_up.pk, data=b"")
    for activity in Activity.objects.filter(process=world.round).order_by("pk"):
        undone, short = activity == world.undone_activity, activity == world.short_activity
        world.add(
            "agreements.Outcome",
            follow_up,
            activity=activity,
            quality="" if undone else "good",
            effect="early",
            improve="Börja tidigare på kvällen.",
            explanation="Resurserna gick till den särskilda händelsen i mars." if undone or short else "",
            told_citizens_on=world.today if undone else None,
            told_citizens_how="Kommunens webb" if undone else "",
        )
    world.decide("follow_up", follow_up, "complete")
    world.decide("follow_up", follow_up, "approve")


def _outcome(world, activity):
    return Outcome.objects.get(follow_up=world.follow_up, activity=activity)


SPOILS = {
    "UPP-1:close": lambda w: w.edit(_outcome(w, w.short_activity), quality=""),
    "UPP-2:close": lambda w: w.edit(_outcome(w, w.short_activity), effect=""),
    "FAL-2:close": lambda w: w.edit(_outcome(w, w.short_activity), explanation=""),
    "GEN-3:close": lambda w: w.edit(_outcome(w, w.undone_activity), told_citizens_on=None),
    "LOF-10:close": lambda w: w.edit(
        w.follow_up,
        **{f"goal_{name}": "" for name in ("safety", "prevention", "participation", "trust")},
    ),
    "PRO-7:close": lambda w: PlanningExport.objects.all().delete(),
}
