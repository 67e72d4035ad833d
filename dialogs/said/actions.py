"""What is done with views, many at once: sorted, gathered under one, routed out. None is ever dropped (LAG-10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils import timezone

from dialogs.effects import SORTING
from dialogs.models import View
from processes import policies, queries
from processes.method import KEPT_AS_IT_CAME, Finding, Rows, Step, get_method
from processes.models import Process, User
from processes.writing import Refused, current, demand, rewrite_many, under_lock, write

from .queries import MOST_AT_ONCE, whole

STEP, SECTION = "citizen_dialog", "synpunkter"
NONE_TICKED = Finding("", "ingen ikryssad")
NOT_YOURS = (
    "Bara den som skrev in synpunkten kan rätta den, samma dag. Orden är medborgarens egna. Skriv hellre vad det "
    "blev av den."
)


def declared() -> tuple[Step, Rows]:
    """The step and the section that views stand in."""
    step = get_method()[STEP]
    section = step.section(SECTION)
    assert isinstance(section, Rows)
    return step, section


def _sorter(by: User, round_: Process) -> None:
    demand(policies.can_edit(queries.actor_in(by, round_), *declared()))


def _views(round_: Process, keys: Iterable[int]) -> list[View]:
    """The views, those of the round only, held until the act is done."""
    found = View.objects.filter(pk__in=list(keys)[:MOST_AT_ONCE], dialog__processes=round_)
    views = list(View.objects.select_for_update().filter(pk__in=found.values("pk")).order_by("pk"))
    if not views:
        raise Refused("Kryssa i minst en synpunkt först.", NONE_TICKED)
    return views


@under_lock
def sort(*, by: User, round_: Process, keys: Iterable[int], values: Mapping[str, Any]) -> int:
    """Give the views, and those they stand for, the same theme, place, worry, outcome or problem.

    An outcome brings its words along: those of another outcome would be wrong.
    """
    _sorter(by, round_)
    values = {name: value for name, value in values.items() if name in SORTING}
    views = [view for view in _views(round_, keys) if view.outcome != View.Outcome.ROUTED]
    words = values.get("outcome_words", "")
    if words and any(values.get("outcome", view.outcome) not in View.ASKS_WORDS for view in views):
        raise outcome_wanted(words)
    if "outcome" in values:
        values["outcome_words"] = words
    heads = [view.pk for view in views]
    views += View.objects.select_for_update().filter(merged_under__in=heads).exclude(pk__in=heads)
    _rewrite(views, values, by=by, round_=round_, reason="Sorterades tillsammans med andra.")
    return len(views)


def outcome_wanted(words: str, anchor: str = "synpunkter.outcome") -> Refused:
    """The refusal of words to whoever said it, where nothing tells what became of it."""
    rule = f"Välj också vad det blev. Orden hör ihop med utfallet. Du skrev: ”{words}”"
    return Refused(rule, Finding(anchor, "inget valt"))


@under_lock
def sort_whole(
    *, by: User, round_: Process, asked: Mapping[str, Any], values: Mapping[str, Any], shown: str
) -> int:
    """Sort alike all that answer to what is asked. `shown` is the mark of those that were on the page: if one of
    them stands otherwise now, or no longer answers, nobody has seen what would be done."""
    _sorter(by, round_)
    found = whole(round_, asked, shown)
    if found.mark != shown:
        raise Refused(
            "Någon har ändrat synpunkterna sedan du såg hur många de var. Läs det som står nu och tryck igen.",
            Finding("", "andra synpunkter än dem du såg"),
        )
    if len(found.keys) > MOST_AT_ONCE:
        raise Refused(
            f"Sortera högst {MOST_AT_ONCE} på en gång. Välj ut färre, till exempel en dialog i taget.",
            Finding("synpunkter.dialog", "fler än så"),
        )
    return sort(by=by, round_=round_, keys=found.keys, values=values)


def _rewrite(views: list[View], values: Mapping[str, Any], *, by: User, round_: Process, reason: str) -> None:
    """What a view led to in an earlier round stays so: of those the problem is left as it is."""
    elsewhere = View.objects.filter(pk__in=[view.pk for view in views], problem__isnull=False)
    earlier = set(elsewhere.exclude(problem__process=round_).values_list("pk", flat=True))
    rest = {name: value for name, value in values.items() if name != "problem"}
    rewrite_many(
        [view for view in views if view.pk not in earlier], values, by=by, round_=round_, reason=reason
    )
    rewrite_many([view for view in views if view.pk in earlier], rest, by=by, round_=round_, reason=reason)


@under_lock
def merge(*, by: User, round_: Process, head: int, keys: Iterable[int]) -> int:
    """Let one view stand for others that say the same. Their words are kept, and each is counted."""
    _sorter(by, round_)
    views = _views(round_, {*keys, head})
    first = next((view for view in views if view.pk == head), None)
    others = [view for view in views if view.pk != head]
    if first is None or not others:
        raise Refused("Kryssa i minst två synpunkter som säger samma sak.", Finding("", "färre än två"))
    if any(view.outcome == View.Outcome.ROUTED for view in views):
        raise Refused(
            "En synpunkt som är lämnad vidare kan inte slås ihop med andra. Ta bort krysset för den och försök igen.",
            Finding("", "lämnad vidare"),
        )
    others += View.objects.select_for_update().filter(merged_under__in=[view.pk for view in others])
    values = {name: getattr(first, name) for name in SORTING}
    if first.merged_under_id is not None:
        rewrite_many([first], {"merged_under": None}, by=by, round_=round_, reason="Står för flera.")
    others = [view for view in others if view.pk != head]
    _rewrite(
        others,
        values | {"merged_under": first},
        by=by,
        round_=round_,
        reason="Slogs ihop med en som säger samma sak.",
    )
    return len(others)


@under_lock
def part(*, by: User, round_: Process, key: int) -> View:
    """Let a view that was merged stand for itself again."""
    _sorter(by, round_)
    (view,) = _views(round_, [key])
    if view.merged_under_id is not None:
        rewrite_many([view], {"merged_under": None}, by=by, round_=round_, reason="Står för sig själv igen.")
    return view


@under_lock
def route_out(*, by: User, round_: Process, keys: Iterable[int], route: str, to: str) -> int:
    """Note that the views were really something else, and whom they were handed to. They are kept."""
    _sorter(by, round_)
    if not to.strip():
        raise Refused("Skriv vem som tog emot den.", Finding("synpunkter.to", "inget skrivet"))
    views = [view for view in _views(round_, keys) if view.outcome != View.Outcome.ROUTED]
    if any(view.likes.exists() for view in views):
        raise Refused(
            "Synpunkten står för flera. Dela upp dem först, så att bara rätt synpunkt lämnas vidare.",
            Finding("", "står för flera"),
        )
    values = {
        "outcome": View.Outcome.ROUTED,
        "outcome_words": "",
        "problem": None,
        "merged_under": None,
        "routed_as": View.Route(route),
        "routed_to": to.strip(),
        "routed_by": by,
        "routed_at": timezone.now(),
    }
    told = f"Lämnades vidare som {View.Route(route).label.lower()} till {to.strip()}."
    rewrite_many(views, values, by=by, round_=round_, reason=told)
    return len(views)


@under_lock
def take_back(*, by: User, round_: Process, key: int) -> View:
    """The view was no report after all: it is to be seen to like any other."""
    _sorter(by, round_)
    (view,) = _views(round_, [key])
    blank = {"outcome": "", "routed_as": "", "routed_to": "", "routed_by": None, "routed_at": None}
    if view.outcome == View.Outcome.ROUTED:
        rewrite_many([view], blank, by=by, round_=round_, reason="Togs tillbaka: ingen anmälan.")
    return view


def own_slips(by: User, keys: Iterable[int]) -> set[int]:
    """Which of the views the person wrote in today, by hand: there a slip of the pen may be put right."""
    found = View.history.filter(
        id__in=list(keys),
        history_type="+",
        history_user=by,
        history_date__date=timezone.localdate(),
        history_change_reason=None,
    )
    return set(found.values_list("id", flat=True))


@under_lock
def put_right(*, by: User, round_: Process, view: View, version: int, text: str) -> View:
    """Put a slip of the pen right. Only whoever wrote it in may, the same day; history keeps what stood there."""
    _sorter(by, round_)
    fresh = current(view, version)
    if not own_slips(by, [fresh.pk]):
        raise Refused(NOT_YOURS, Finding("", "skrevs in av någon annan, eller en annan dag"), KEPT_AS_IT_CAME)
    fresh.text = text
    return write(fresh, by=by, round_=round_, reason="Rättade ett skrivfel.")
