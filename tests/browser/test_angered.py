"""One whole round: the promise of Angered 2017–2018, from the first meeting to the
sealed document, and on to what became of it.

The people enter it role by role through the forms, in browsers without script. They forget things, as
people do, are refused, and mend each by following the refusal's own link.
"""

import pytest

from tests.browser.angered import begin, keep, listen, people, plan, promise, public, understand

pytestmark = [pytest.mark.browser, pytest.mark.pdf, pytest.mark.slow]


@pytest.mark.row("X-2", "FAL-1", "FAL-4", "FAL-2", "FAL-3", "FAL-9", "FAL-10", "ATE-2", "GEN-2", "UPP-3")
def test_the_promise_of_angered(visit):
    cast = people.make()
    officer, chief = visit(cast.officer, by_password=True), visit(cast.chief)
    coordinator, representative = visit(cast.coordinator), visit(cast.representative)
    manager, landlord, gardener = visit(cast.manager), visit(cast.landlord), visit(cast.gardener)

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

    plan.plan_the_work_with_the_staff(manager)
    plan.sign_the_agreement(coordinator, chief, representative)
    plan.plan_the_activities(coordinator)
    plan.follow_the_red_thread(officer)
    plan.each_says_yes_to_its_own(
        chief, {people.CITY: representative, people.LANDLORD: landlord, people.PARKS: gardener}
    )

    promise.formulate(officer)
    promise.mend_what_is_missing(officer, manager)
    promise.confirm_the_plan(chief)
    promise.send(officer)
    promise.sign(chief, last=False)
    promise.sign(representative, last=True)

    communicator, city_communicator = visit(cast.communicator), visit(cast.city_communicator)
    pdf = public.download(communicator)
    public.verify(pdf)
    public.register_and_publish(communicator, visit(cast.registrar), city_communicator)
    public.read_by_anyone(visit.anonymously(), pdf)

    keep.note_what_was_done(coordinator, officer)
    keep.tell_all_along(officer)
    keep.follow_up(officer, chief)
    keep.close(officer)
    keep.confirm(chief)
    keep.account_in_public(officer, communicator)
    keep.read_how_it_went(visit.anonymously())
    keep.renew(officer)
