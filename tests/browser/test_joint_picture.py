"""The joint picture empty, filled, passed over and only to be read: open to all, wide and narrow."""

import pytest
from django.urls import reverse

from tests import situations
from tests.browser.test_accessibility import visited

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.row("GEM-2", "LAG-6")]
LONG = "Inbrott och skadegörelse i förråd och källare "


def at(world, name, *more):
    return reverse(f"processes:{name}", args=[world.round.pk, "gemensam-lagesbild", *more])


def test_with_long_names_and_much_said_it_stays_open_to_all(visit):
    world = situations.planned_round()
    other = world.add("processes.Problem", title=LONG * 3, agree=False)
    world.add("dialogs.View", world.citizen_dialog, text=LONG * 20, problem=other)
    for number in range(2):
        title = f"{LONG * 3}{number}"
        world.add("processes.FocusArea", title=title, score_extent=3, score_worry=1, score_harm=2)
    views = reverse("dialogs:views", args=[world.round.pk])
    officer = [
        at(world, "step"),
        views,
        f"{views}?problem={other.pk}",
        at(world, "use_order", world.joint.pk),
        at(world, "meeting", world.joint.pk),
        at(world, "add_row", world.joint.pk, "fokus"),
    ]
    found = visited(visit(world.cast.officer, script=True).page, officer)
    found += visited(visit(world.cast.partner, script=True).page, officer[:2])
    assert not found, "\n".join(found)


def test_so_it_is_before_anything_is_written(visit):
    world = situations.new_round()
    joint = world.record("processes.JointSituation")
    paths = [
        at(world, "step"),
        reverse("dialogs:views", args=[world.round.pk]),
        at(world, "meeting", joint.pk),
    ]
    found = visited(visit(world.cast.officer, script=True).page, paths)
    assert not found, "\n".join(found)
