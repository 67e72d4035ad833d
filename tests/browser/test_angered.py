"""One whole round: the promise of Angered 2017–2018, from the first meeting to the sealed document.

The people enter it role by role through the forms, in browsers without script. They forget things, as
people do, are refused, and mend each by following the refusal's own link.
"""

import pytest

from tests.browser.angered import begin, listen, people, understand

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.row("X-2", "FAL-1", "FAL-9", "FAL-10")
def test_the_promise_of_angered(visit):
    cast = people.make()
    officer, chief = visit(cast.officer), visit(cast.chief)
    coordinator, representative = visit(cast.coordinator), visit(cast.representative)
    manager = visit(cast.manager)

    begin.start_the_round(officer)
    begin.invites_too_early(officer)
    begin.agree_to_work_together(officer, coordinator)

    listen.draw_the_local_picture(officer)
    listen.hear_the_staff(manager)
    listen.approve_the_local_picture(officer, chief)

    understand.lay_the_pictures_together(coordinator)
    understand.approve_without_having_listened(chief, officer)
    listen.hold_a_small_meeting(coordinator)
    understand.approve_together(chief, representative)
    understand.analyse(coordinator)
