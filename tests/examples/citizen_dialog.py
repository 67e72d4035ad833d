"""An open meeting, and a small one with those who didn't come to it."""

from datetime import timedelta

from processes.models import Term
from tests.examples.feedback import untold
from tests.world import sorted_as

EVERYONE = ["citizens", "staff", "partners"]


def fill(world):
    world.citizen_dialog, world.view = _hold(
        world, "Öppet hus på biblioteket i Åby", "open_meeting", "Alla som handlar i Åby centrum en torsdag."
    )
    world.focus_group, _ = _hold(
        world, "Samtal på fritidsgården", "focus_group", "Tio ungdomar 15–18 år, inbjudna av fritidsledarna."
    )
    world.dialog_feedback = world.feedback("citizen_dialog", world.citizen_dialog, EVERYONE)
    world.feedback("citizen_dialog", world.focus_group, EVERYONE)


def _hold(world, title, form, target_group):
    dialog = world.create("citizen_dialog", title=title, form=form)
    dialog = world.edit(
        dialog,
        responsible=world.cast.officer,
        aim="Förstå var och när folk känner sig otrygga i centrum. Trafiken tas i ett annat arbete.",
        target_group=target_group,
        influence=Term.objects.get(list=Term.List.PARTICIPATION, label="Dialog"),
        venue="Åby bibliotek, stora salen",
        planned_on=world.today,
        feedback_plan="Sammanställning på anslagstavlan och i lokaltidningen; arbetet följs på webben.",
        feedback_due=world.today + timedelta(days=30),
    )
    world.add("dialogs.Question", dialog, text="Var i centrum känner du dig otrygg, och när på dygnet?")
    world.judge(dialog, {"DIA-8:open": ("yes", "")})
    world.decide("citizen_dialog", dialog, "open")
    dialog = world.edit(dialog, held_on=world.today, reached_total=24, told_next=True)
    view = world.add(
        "dialogs.View",
        dialog,
        text="Jag går en omväg hem från tåget när det är mörkt.",
        received_on=world.today,
        **sorted_as("Gångtunneln vid stationen", "focus"),
    )
    world.judge(dialog, {"DIA-10:complete": ("partly", "Polisen pratade mest den första halvtimmen.")})
    world.decide("citizen_dialog", dialog, "complete")
    return dialog, view


def _without(field, empty=""):
    return lambda w: w.edit(w.citizen_dialog, **{field: empty})


def _long_ago(w):
    w.edit(w.citizen_dialog, held_on=w.round.period_start - timedelta(days=3 * 365))


SPOILS = {
    "DIA-2:open": _without("responsible", None),
    "DIA-3:open": _without("aim", "…"),
    "DIA-4:open": _without("target_group"),
    "DIA-5:open": _without("influence", None),
    "DIA-6:open": lambda w: w.edit(w.focus_group, form=""),
    "DIA-7:open": _without("venue"),
    "DIA-8:open": lambda w: w.judge(w.citizen_dialog, {"DIA-8:open": ("no", "Frågan leder.")}),
    "DIA-9:open": _without("feedback_due", None),
    "DIA-10:complete": lambda w: w.judge(
        w.citizen_dialog, {"DIA-10:complete": ("no", "Det blev ett föredrag.")}
    ),
    "DIA-11:sign": lambda w: untold(w, w.dialog_feedback),
    "DIA-12:sign": lambda w: w.edit(w.view, outcome=""),
    "FAL-7:sign": _long_ago,
}
