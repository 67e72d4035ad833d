"""Ta in: what the dialogues gave becomes part of the local picture with one press, its origin kept (LOK-8)."""

from __future__ import annotations

import pytest
from django.urls import reverse

from dialogs.models import Proposal
from dialogs.offers import of_citizens
from processes import actions
from processes.models import SituationEntry
from processes.writing import Refused
from tests.people import visitor
from tests.world import word

pytestmark = [pytest.mark.django_db, pytest.mark.row("LOK-8", page="/processer/…/steg/lokal-lagesbild/")]
SAID = "Försäljningen flyttar till cykelstället efter klockan 21"


@pytest.fixture
def proposal(world):
    dialog = world.record("dialogs.WhatDialog")
    world.edit(dialog, held_on=world.today)
    return world.add("dialogs.Proposal", dialog, kind="picture", text=SAID)


def section(world):
    return world.method["local_situation"].section("bilden")


def address(world, source="medarbetarna"):
    step = world.method["local_situation"]
    return reverse("processes:adopt", args=[world.round.pk, step.slug, world.situation.pk, "bilden", source])


def page(world):
    return reverse("processes:step", args=[world.round.pk, world.method["local_situation"].slug])


def key(row, about=""):
    return f"{row._meta.label}:{row.pk}:{about}"


def adopt(world, row, **more):
    common = {
        "by": world.cast.officer,
        "round_": world.round,
        "step": world.method["local_situation"],
        "section": section(world),
        "source": section(world).adopts[0],
        "key": key(row),
    }
    return common | more


@pytest.mark.slow
def test_one_press_makes_an_entry_that_tells_where_it_came_from(world, proposal):
    officer = visitor(world.cast.officer)
    assert SAID in officer.get(page(world)).content.decode()
    sent = {"ursprung": key(proposal), "satt": "1", "nyckel": "en"}
    assert officer.post(address(world), sent).url.endswith("#bilden")
    assert officer.post(address(world), sent).status_code == 302  # a second press does nothing
    made = SituationEntry.objects.get(title=SAID)
    assert (made.kind, made.dated_on) == ("risk", world.today)
    assert made.source.startswith("VAD-dialogen")
    assert (made.origin_model, made.origin_id) == ("dialogs.Proposal", proposal.pk)
    proposal.refresh_from_db()
    assert (proposal.adopted_model, proposal.adopted_id) == ("processes.SituationEntry", made.pk)
    assert "Redan intaget" in officer.get(page(world)).content.decode()


def test_what_is_taken_in_is_not_taken_in_twice_until_it_is_removed(world, proposal):
    made = actions.adopt(parent=world.situation, **adopt(world, proposal))
    with pytest.raises(Refused, match="redan intaget"):
        actions.adopt(parent=world.situation, **adopt(world, proposal))
    world.remove(made)
    again = actions.adopt(parent=world.situation, **adopt(world, proposal))
    assert again.title == SAID


def test_what_stands_there_already_is_tied_instead_of_written_twice(world, proposal):
    entry = SituationEntry.objects.filter(situation=world.situation).first()
    answer = visitor(world.cast.officer).post(
        address(world), {"ursprung": key(proposal), "finns": "ja", "rad": entry.pk, "nyckel": "en"}
    )
    assert answer.status_code == 302
    proposal.refresh_from_db()
    assert (proposal.adopted_model, proposal.adopted_id) == ("processes.SituationEntry", entry.pk)
    assert not SituationEntry.objects.filter(title=SAID).exists()


def test_what_citizens_talk_of_is_offered_by_dialogue_and_theme(world):
    dialog, traffic = world.citizen_dialog, word("theme", "Trafik")
    for number in range(6):
        world.add("dialogs.View", dialog, text=f"Mopeder {number}", theme=traffic)
    for number in range(5):  # goes untold with what another has said alone
        world.add(
            "dialogs.View", dialog, text=f"Droger {number}", theme=word("theme", "Narkotika och alkohol")
        )
    officer = visitor(world.cast.officer)
    assert "Trafik: 6 synpunkter" in officer.get(page(world)).content.decode()
    source = address(world, "medborgarna")
    sent = {"ursprung": key(dialog, traffic.pk), "satt": "0"}
    assert officer.post(source, sent).status_code == 302
    made = SituationEntry.objects.get(origin_model="dialogs.CitizenDialog")
    assert (made.origin_id, made.origin_about, made.kind) == (dialog.pk, str(traffic.pk), "problem")
    assert dialog.title in made.source
    assert officer.post(source, sent).status_code == 409


@pytest.mark.row("FAL-12")
def test_few_views_are_offered_without_their_number(world):
    dialog = world.citizen_dialog
    for number, theme in enumerate(("Trafik", "Trafik", "Trafik", "Narkotika och alkohol")):
        world.add("dialogs.View", dialog, text=f"Så är det {number}", theme=word("theme", theme))
    offered = list(of_citizens(world.facts()))
    assert {offer.text for offer in offered} >= {"Trafik", "Narkotika och alkohol"}
    assert {offer.values["text"] for offer in offered} == {"Synpunkter i medborgardialogen."}


def test_a_theme_is_taken_in_as_a_row_of_its_own(world):
    """A dialogue has no place to say what each of its themes became, so there is nothing to tie."""
    dialog, drugs = world.citizen_dialog, word("theme", "Narkotika och alkohol")
    world.add("dialogs.View", dialog, text="Droger", theme=drugs)
    entry = SituationEntry.objects.filter(situation=world.situation).first()
    source = section(world).adopts[1]
    with pytest.raises(Refused, match="bara att ta in som en ny"):
        actions.join(row_id=entry.pk, **adopt(world, dialog, source=source, key=key(dialog, drugs.pk)))


@pytest.mark.parametrize("what", [{"ursprung": "dialogs.Proposal:999999:"}, {"ursprung": "\x00"}, {}])
def test_what_is_no_longer_offered_is_refused_with_words(world, proposal, what):
    answer = visitor(world.cast.officer).post(address(world), {"satt": "0"} | what)
    assert answer.status_code == 409
    assert "Välj bland det som står här nu" in answer.content.decode()


@pytest.mark.parametrize("way", ["7", "x", ""])
def test_a_way_that_is_not_offered_is_refused(world, proposal, way):
    answer = visitor(world.cast.officer).post(address(world), {"ursprung": key(proposal), "satt": way})
    assert answer.status_code == 409
    assert not SituationEntry.objects.filter(title=SAID).exists()


def test_only_those_who_edit_the_picture_take_in(world, proposal):
    for who, status in (("chief", 403), ("coordinator", 403), ("analyst", 302)):
        sent = {"ursprung": key(proposal), "satt": "0"}
        assert visitor(world.cast.people[who]).post(address(world), sent).status_code == status
    assert visitor(world.cast.chief).get(page(world)).content.decode().count("Ta in som problem") == 0
    assert Proposal.objects.get(pk=proposal.pk).adopted_id
