"""The local picture: its four contents, its figures, what the chief orders, and the paper of what was approved."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from processes import actions
from processes.models import MaterialOrder, SituationEntry, SituationSeries
from processes.writing import Refused
from tests.forms import typed
from tests.people import visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(world):
    return visitor(world.cast.officer)


def at(world, name, *more):
    step = world.method["local_situation"]
    return reverse(f"processes:{name}", args=[world.round.pk, step.slug, world.situation.pk, *more])


def page(world):
    return reverse("processes:step", args=[world.round.pk, "lokal-lagesbild"])


# --- The four contents ---


@pytest.mark.row("LOK-1", "LOK-2", "LOK-3", "LOK-4")
def test_the_four_contents_stand_under_their_headings_with_source_and_date(world, officer):
    entry = world.entries["risk"]
    world.edit(entry, source="Trygghetsmätningen", dated_on=world.today.replace(month=5, day=3))
    said = officer.get(page(world)).content.decode()
    titles = ["Vanliga problem", "Risk att utsättas", "Utveckling över tid", "Möjligheter"]
    places = [said.index(f"<h3>{title}</h3>") for title in titles]
    assert places == sorted(places)
    assert places[1] < said.index(entry.title) < places[2]
    assert f"Trygghetsmätningen, 3 maj {world.today.year}" in said


@pytest.mark.row("LOK-1")
def test_ready_words_are_picked_with_one_press_and_nothing_typed_is_lost(world, officer):
    blank = officer.get(at(world, "add_row", "bilden"))
    assert "Utemiljön" in blank.content.decode() and "Bostadsinbrott" in blank.content.decode()
    press = {"fyll": "title=Nedskr%C3%A4pning&source=Polisens+trygghetsm%C3%A4tning", "text": "Vid kiosken"}
    answer = officer.post(at(world, "add_row", "bilden"), typed(blank, **press))
    filled = answer.context["form"]
    assert [filled[name].value() for name in ("title", "source", "text")] == [
        "Nedskräpning",
        "Polisens trygghetsmätning",
        "Vid kiosken",
    ]
    assert not SituationEntry.objects.filter(title="Nedskräpning").exists()


# --- Figures ---


@pytest.mark.row("LOK-3")
def test_a_series_is_typed_drawn_told_and_tabled(world, officer):
    blank = officer.get(at(world, "add_row", "utveckling"))
    assert blank.context["form"]["unit"].value() == "count"
    figures = "År\tEkhamra\tLänet\n2023\t31\t24\n2024\t34\t25"
    fields = {"name": "Otrygga ute sena kvällar", "unit": "percent", "figures": figures}
    assert officer.post(at(world, "add_row", "utveckling"), typed(blank, **fields)).status_code == 302
    made = SituationSeries.objects.get(name=fields["name"])
    assert made.figures == "År; Ekhamra; Länet\n2023; 31; 24\n2024; 34; 25"
    said = officer.get(page(world)).content.decode()
    assert f'id="serie-{made.pk}-d"' in said
    assert "Sedan 2023 har det ökat från 31 till 34 procent, med 3 procentenheter." in said
    assert '<th scope="row">2024</th><td>34</td><td>25</td>' in said


@pytest.mark.row("LOK-3")
def test_figures_that_can_not_be_read_are_told_and_kept_in_the_form(world, officer):
    blank = officer.get(at(world, "add_row", "utveckling"))
    answer = officer.post(
        at(world, "add_row", "utveckling"), typed(blank, name="Rån", figures="2024; elva\n2025; 12")
    )
    assert answer.status_code == 422
    assert "Rad 1: ”elva” går inte att läsa som ett tal" in answer.content.decode()
    assert "2024; elva" in answer.content.decode()


@pytest.mark.row("LOK-3")
@pytest.mark.parametrize("data", ["Anmälda rån\nÅr;Ekhamra;Länet\n2023;9;8\n2024;12;7\n".encode("cp1252")])
def test_figures_come_from_a_file_by_way_of_the_form(world, officer, data):
    url = at(world, "series_file", "utveckling")
    sent = {"file": SimpleUploadedFile("Rån i centrum.csv", data), "nyckel": "x"}
    answer = officer.post(url, sent)
    form = answer.context["form"]
    assert form["figures"].value() == "År; Ekhamra; Länet\n2023; 9; 8\n2024; 12; 7"
    assert form["name"].value() == "Rån i centrum"
    assert not SituationSeries.objects.filter(name="Rån i centrum").exists()
    assert f'action="{at(world, "add_row", "utveckling")}"' in answer.content.decode()
    assert officer.post(at(world, "add_row", "utveckling"), typed(answer)).status_code == 302
    assert SituationSeries.objects.filter(name="Rån i centrum").exists()


@pytest.mark.row("LOK-3", "X-8")
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_template_of_a_series_is_on_the_page_and_comes_back_as_it_is(world, officer, form):
    url, template = at(world, "series_file", "utveckling"), at(world, "series_template", "utveckling", form)
    assert template in officer.get(url).content.decode()
    data = officer.get(template).content
    answer = officer.post(url, {"file": SimpleUploadedFile(f"mall.{form}", data), "nyckel": "x"})
    years = [world.today.year - n for n in range(5, 0, -1)]
    assert answer.context["form"]["figures"].value().splitlines() == [
        f"År; {world.round.area.name}; Område att jämföra med", *map(str, years),
    ]  # fmt: skip
    assert officer.get(at(world, "series_template", "bilden", form)).status_code == 404


@pytest.mark.row("LOK-3")
@pytest.mark.parametrize(("data", "status"), [(b"", 422), (b"PK\x03\x04skadad", 422), (b"a;b\nx;y\n", 422)])
def test_a_file_without_figures_is_refused_with_words(world, officer, data, status):
    sent = {"file": SimpleUploadedFile("fel.csv", data), "nyckel": "x"}
    assert officer.post(at(world, "series_file", "utveckling"), sent).status_code == status


# --- What the chief orders ---


@pytest.fixture
def order(world):
    return world.add(
        "processes.MaterialOrder",
        world.situation,
        by=world.cast.chief,
        what="Platser och tider",
        recipient="Underrättelsetjänsten",
        person=world.cast.people["intelligence"],
        due_on=world.today - timedelta(days=1),
    )


@pytest.mark.row("LOK-6", page="/processer/…/steg/lokal-lagesbild/")
def test_only_the_chief_orders(world):
    for who in ("officer", "analyst", "intelligence"):
        with pytest.raises(Refused, match="Bara lokalpolisområdeschef"):
            world.add("processes.MaterialOrder", world.situation, by=world.cast.people[who], what="Mer")
    assert visitor(world.cast.officer).get(at(world, "add_row", "bestallningar")).status_code == 403
    assert visitor(world.cast.chief).get(at(world, "add_row", "bestallningar")).status_code == 200


@pytest.mark.row("LOK-6")
def test_what_is_late_stands_on_the_page_of_work_of_both_until_it_has_come(world, order):
    start = reverse("portal:start")
    recipient, chief = visitor(world.cast.people["intelligence"]), visitor(world.cast.chief)
    assert "Leverera underlag: Platser och tider" in recipient.get(start).content.decode()
    assert "Underlag som inte har kommit: Platser och tider" in chief.get(start).content.decode()
    assert "Platser och tider" not in visitor(world.cast.manager).get(start).content.decode()
    assert chief.post(at(world, "remind", order.pk)).status_code == 302
    assert "(påmind" in recipient.get(start).content.decode()
    assert recipient.post(at(world, "deliver", order.pk), {"var": "Mapp 7"}).status_code == 302
    order.refresh_from_db()
    assert (order.delivered_on, order.delivered_where) == (world.today, "Mapp 7")
    for who in (recipient, chief):
        assert "Platser och tider" not in who.get(start).content.decode()
    assert "Mapp 7" in chief.get(page(world)).content.decode()
    assert chief.post(at(world, "remind", order.pk)).status_code == 409
    assert recipient.post(at(world, "deliver", order.pk)).status_code == 409


@pytest.mark.row("LOK-6")
def test_what_two_rounds_share_is_asked_for_once(world, order):
    from tests.world import World

    again = World(people=world.cast)
    assert again.round.local_situation_id == world.round.local_situation_id
    start = visitor(world.cast.people["intelligence"]).get(reverse("portal:start")).content.decode()
    assert start.count("Leverera underlag: Platser och tider") == 1


@pytest.mark.row("LOK-6")
def test_what_is_not_due_yet_is_seen_by_the_recipient_alone(world, order):
    world.edit(order, due_on=world.today + timedelta(days=9))
    start = reverse("portal:start")
    assert "Platser och tider" in visitor(world.cast.people["intelligence"]).get(start).content.decode()
    assert "Platser och tider" not in visitor(world.cast.chief).get(start).content.decode()


@pytest.mark.row("LOK-6")
def test_others_do_not_mark_it_and_nobody_outside_the_police_is_asked(world, order):
    for who in ("manager", "employee", "coordinator"):
        assert visitor(world.cast.people[who]).post(at(world, "deliver", order.pk)).status_code == 403
    assert visitor(world.cast.officer).post(at(world, "remind", order.pk)).status_code == 403
    chief = visitor(world.cast.chief)
    form = typed(chief.get(at(world, "edit_row", "bestallningar", order.pk)))
    answer = chief.post(
        at(world, "edit_row", "bestallningar", order.pk), form | {"person": world.cast.coordinator.pk}
    )
    assert answer.status_code == 422
    assert "Bara polisens personal" in answer.content.decode()


@pytest.mark.row("LOK-6")
def test_what_is_awaited_is_shown_and_blocks_nothing(world, order):
    assert "Försenat" in visitor(world.cast.officer).get(page(world)).content.decode()
    assert world.verdict("local_situation", "approve", world.situation).ok
    actions.deliver(
        by=world.cast.officer, round_=world.round, step=world.method["local_situation"], order_id=order.pk
    )
    assert MaterialOrder.objects.get(pk=order.pk).delivered_on == world.today


# --- On paper ---


@pytest.mark.row("LOK-5", "LOK-7")
def test_the_paper_says_what_was_approved_and_that_more_has_come(world, officer, order):
    url = at(world, "document", "lagesbild")
    said = officer.get(url).content.decode()
    title = world.entries["problem"].title
    assert "Version 1 av" in said and title in said and "Utvecklingen i siffror" in said
    assert "Det har kommit mer sedan dess" not in said
    world.edit(world.entries["problem"], title="Ändrat efteråt")
    said = officer.get(url).content.decode()
    assert "Det har kommit mer sedan dess" in said
    assert title in said and "Ändrat efteråt" not in said


@pytest.mark.row("LOK-5")
def test_what_is_internal_is_not_on_paper(world, officer, order):
    world.edit(world.situation, staff_result="Nattarbetarna kände igen platsen")
    said = officer.get(at(world, "document", "lagesbild")).content.decode()
    assert "Platser och tider" not in said and "Nattarbetarna" not in said
