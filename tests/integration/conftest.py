"""What many of these tests begin with. A file that begins elsewhere has a `world` of its own."""

import pytest
from django.db import connection

from agreements import append_only
from tests import locks, web
from tests.situations import planned_round


@pytest.fixture
def world():
    """A round in which everything up to the promise is done."""
    return planned_round()


@pytest.fixture
def digital(world):
    """The round's dialogue, open on the web from today."""
    return web.opened(world)


@pytest.fixture
def unlocked(world):
    """The module's own world, in a database without locks."""
    locks.run(append_only.unlocking(connection.vendor))
    return world
