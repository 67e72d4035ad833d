"""What was noted in the field in a finished round, and the addresses of that and of what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from agreements.implementation import actions
from agreements.implementation.pictures import remade
from agreements.models import LogPicture
from tests import pictures
from tests.world import World

PAGES = (
    "log",
    "log_round",
    "logged",
    "undo_log",
    "log_picture",
    "remove_log_picture",
    "planning_export",
)


def noted(world: World, alt: str = "Två nya lampor", *, public: bool = False, width: int = 24) -> LogPicture:
    """The picture of something that an employee noted; of another width it is another picture."""
    by = world.cast.employee
    log = actions.log(by=by, round_=world.round, activity_id=world.activities[0].pk)
    made = remade(pictures.picture(width, 16))
    return actions.add_picture(by=by, round_=world.round, log=log, picture=made, alt=alt, public=public)


def urls(world: World, name: str, short: str) -> Iterator[tuple[str, str]]:
    """The page's addresses in one round, each with the step it belongs to."""
    picture = LogPicture.objects.filter(log__process=world.round).first()
    ids: dict[str, list[Any]] = {"log_round": []}
    if picture is not None:
        ids |= {"logged": [picture.log_id], "undo_log": [picture.log_id]}
        ids |= {"log_picture": [picture.pk], "remove_log_picture": [picture.pk]}
    if follow_up := world.facts().one("agreements.FollowUp"):
        ids["planning_export"] = [follow_up.id]
    if short == "log":
        yield reverse(name), ""
    elif short in ids:
        step = "follow_up" if short == "planning_export" else "implementation"
        yield reverse(name, args=[world.round.pk, *ids[short]]), step
