"""Tells the round about the bus station, which is over and goes on in the one about the square."""

from processes import actions

from ..clock import Tale
from ..hands import Story
from ..people import MUNICIPALITY
from . import begin, keep, plan


def tell(s: Story) -> Tale:
    """From the parties' first word till the citizens know how it went."""
    yield s.before(150)
    s.hold(
        actions.start_round(
            by=s.people["officer"],
            title=f"Ekhamra busstation {s.begins.year}–{s.ends.year}",
            area=s.place.area,
            period_start=s.begins,
            period_end=s.ends,
            organisations=[s.place.organisations[MUNICIPALITY]],
        )
    )
    yield s.before(140)
    begin.begin(s)
    yield s.before(120)
    begin.look(s)
    yield s.before(100)
    begin.ask_staff(s)
    for dialog in begin.DIALOGS:
        yield from begin.listen(s, *dialog)
    yield s.before(66)
    begin.choose(s)
    yield s.before(58)
    begin.why(s)
    yield s.before(50)
    plan.plan(s)
    yield from plan.promise(s)
    yield from keep.work(s)
    yield from keep.end(s)
