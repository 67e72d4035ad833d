"""Gemensam lägesbild: one problem, seen alike, and one focus area that becomes a promise."""

from dialogs.models import CitizenDialog
from processes.models import ProblemAnalysis
from tests.examples import local_situation


def fill(world) -> None:
    """The local picture is approved; then both sides approve the joint one."""
    local_situation.approve(world)
    world.problem = world.add(
        "processes.Problem",
        title="Våld och droger på torget på fredagskvällar",
        police_view="Samma tjugotal unga, sälj av cannabis vid hållplatsen, bråk efter klockan tio.",
        municipality_view="Fritidsgården stänger nio och belysningen är svag.",
        citizen_view="Man går omvägar. Ingen vuxen syns.",
        agree=True,
    )
    world.focus_area = world.add(
        "processes.FocusArea",
        title="Tryggt torg på kvällen",
        problem=world.problem,
        kind="area",
        grounds="area_both",
        influence="Polisen kan synas och ingripa, kommunen kan hålla öppet och lysa upp: 300 timmar.",
        target_picture="Torget är en plats dit man går också en fredagskväll.",
        becomes_promise=True,
    )
    world.joint = world.edit(
        world.record("processes.JointSituation"),
        material="sufficient",
        high_exposure=False,
        equality_view="Flickor undviker torget oftare än pojkar; deras kvällar väger tyngst.",
    )
    for gate in ("complete", "approve"):
        world.decide("joint_situation", world.joint, gate)
    world.joint.refresh_from_db()
    world.analysis = ProblemAnalysis.objects.get(focus_area=world.focus_area)


def _without_dialogs(world) -> None:
    for dialog in CitizenDialog.objects.filter(processes=world.round):
        world.edit(dialog, held_on=None)


def _one_kind_of_dialog(world) -> None:
    for dialog in CitizenDialog.objects.filter(processes=world.round):
        world.edit(dialog, form="open_meeting")


def _unsettled(world) -> None:
    world.add("processes.FocusArea", title="Inbrott", kind="type", grounds="type_common", influence="Lite.")


def _focus(**fields):
    return lambda w: w.edit(w.focus_area, **fields)


SPOILS = {
    "DIA-1:approve": _without_dialogs,
    "DIA-1:sign": _one_kind_of_dialog,
    "GEM-1:approve": lambda w: w.edit(w.problem, citizen_view=""),
    "DIA-14:approve": lambda w: w.edit(w.problem, agree=False, handling=""),
    "GEM-3:complete": _focus(becomes_promise=False),
    "GEM-3:approve": _focus(grounds="group_exposed"),
    "GEM-4:approve": _focus(influence=""),
    "GEM-5:approve": _focus(target_picture=""),
    "GEM-6:approve": _unsettled,
    "GEM-7:approve": lambda w: w.edit(w.joint, material="deeper", deeper_what=""),
    "PRO-8:approve": lambda w: w.edit(w.joint, equality_view=""),
    "DIA-15:approve": lambda w: w.edit(w.joint, high_exposure=True, initial_measures=""),
}
