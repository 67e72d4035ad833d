"""The joint picture's page: pictures side by side, a weighing in plain sight, what each party can do."""

from __future__ import annotations

from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from processes import actions
from processes.models import FocusArea, FocusPart, Party, ProblemEntry, SituationEntry
from processes.writing import ReasonNeeded, Refused
from tests.forms import typed
from tests.situations import new_round, planned_round

pytestmark = pytest.mark.django_db
SIDES = ("extent", "worry", "harm", "influence")


@pytest.fixture
def open_again(world):
    """The same round, with the joint picture open for changes once more."""
    step = world.method["joint_situation"]
    actions.reopen(
        by=world.cast.officer, round_=world.round, step=step, subject_id=world.joint.pk, comment="Nytt möte"
    )
    return world


def page(world, client, who="officer"):
    client.force_login(getattr(world.cast, who))
    return client.get(reverse("processes:step", args=[world.round.pk, "gemensam-lagesbild"]))


def tool(response, key):
    """What one panel shows."""
    return next(s["data"] for s in response.context["sections"] if s["key"] == key)


def view(world, text="Jag går omvägar.", problem=None):
    return world.add("dialogs.View", world.citizen_dialog, text=text, problem=problem)


def focus(world, title, *scores, **fields):
    scored = {f"score_{side}": score for side, score in zip(SIDES, scores, strict=False)}
    return world.add("processes.FocusArea", title=title, **scored, **fields)


# --- The matrix ---


@pytest.mark.row("GEM-2", page="/processer/…/steg/gemensam-lagesbild/")
@pytest.mark.row("GEM-1", "GEM-2")
def test_each_problem_shows_each_picture_and_what_is_missing_leads_to_its_field(world, client):
    world.edit(world.problem, municipality_view="", agree=False, why_differs="", handling="Ljus först.")
    (problem,) = tool(page(world, client), "matris")["problems"]
    shown = {picture["who"]: (picture["text"], picture["missing"]) for picture in problem["pictures"]}
    assert shown == {
        "Polisen": (world.problem.police_view, False),
        "Kommunen": ("", True),
        "Medborgarna": (world.problem.citizen_view, False),
    }
    missing = next(p["url"] for p in problem["pictures"] if p["missing"])
    form = client.get(missing).content.decode()
    assert 'name="municipality_view"' in form and "autofocus" in form and "falt=municipality_view" in missing
    assert problem["agreement"]["label"] == "Bilderna skiljer sig"
    assert [(line["label"], line["missing"]) for line in problem["told"]] == [
        ("Varför skiljer de sig?", True),
        ("Så tog ni hand om det", False),
    ]


@pytest.mark.row("GEM-1", "FAL-9")
def test_the_municipality_has_no_column_when_it_is_no_party(client):
    world = planned_round("orn", municipality=False)
    (problem,) = tool(page(world, client), "matris")["problems"]
    assert [picture["who"] for picture in problem["pictures"]] == ["Polisen", "Medborgarna"]


def test_whoever_may_not_write_sees_what_is_missing_but_no_way_to_write_it(world, client):
    world.edit(world.problem, citizen_view="")
    (problem,) = tool(page(world, client, "chief"), "matris")["problems"]
    (missing,) = [p for p in problem["pictures"] if p["missing"]]
    assert (missing["who"], missing["url"], problem["edit_url"], problem["remove_url"]) == (
        "Medborgarna",
        "",
        "",
        "",
    )
    assert "Bara kommunpolis" in page(world, client, "chief").content.decode()


@pytest.mark.row("GEM-2")
def test_the_picture_leads_back_to_the_observations_behind_it(world, client):
    entry = world.add(
        "processes.SituationEntry",
        world.record("processes.LocalSituation"),
        title="Rån vid hållplatsen",
        text="Mest fredagar.",
    )
    world.add("processes.ProblemEntry", world.problem, entry=entry)
    for who, may_untie in (("officer", True), ("coordinator", False)):
        (problem,) = tool(page(world, client, who), "matris")["problems"]
        (shown,) = problem["entries"]
        assert (shown["title"], shown["text"]) == ("Rån vid hållplatsen", "Mest fredagar.")
        assert bool(shown["remove_url"]) == bool(problem["add_entry_url"]) == may_untie
    assert SituationEntry.objects.count() > ProblemEntry.objects.count() == 1


@pytest.mark.row("GEM-2", "DIA-14")
def test_the_picture_leads_to_what_citizens_said_of_the_problem(world, client):
    for text in ("Mörkt vid kiosken.", "Jag går omvägar."):
        view(world, text, world.problem)
    view(world, "Bra bibliotek.")
    (problem,) = tool(page(world, client), "matris")["problems"]
    assert problem["views_label"] == "2 synpunkter från medborgare"
    there = client.get(problem["views_url"])
    assert [row["text"] for row in there.context["rows"]] == ["Jag går omvägar.", "Mörkt vid kiosken."]
    everything = client.get(urlsplit(problem["views_url"]).path)
    assert "Bra bibliotek." in [row["text"] for row in everything.context["rows"]]


@pytest.mark.row("DIA-14")
def test_a_choice_past_what_more_citizens_say_asks_for_words(open_again, client):
    world = open_again
    other = world.add(
        "processes.Problem",
        title="Mopeder på gångvägen",
        police_view="Få anmälningar.",
        municipality_view="Kända ställen.",
        citizen_view="Man kastar sig åt sidan.",
        agree=True,
    )
    assert "DIA-14" not in world.codes("joint_situation", "approve", world.joint)
    view(world, "De kör som de vill.", other)
    assert "DIA-14" in world.codes("joint_situation", "approve", world.joint)
    told = tool(page(world, client), "matris")["problems"][1]["told"]
    assert told[0]["label"] == "Valet går förbi medborgarnas bild" and "1 synpunkt hör hit" in told[0]["text"]
    world.edit(other, handling="Trafikgruppen tar det i ordinarie arbete, och berättar hur det går.")
    assert "DIA-14" not in world.codes("joint_situation", "approve", world.joint)


# --- What citizens said ---


def test_views_are_read_a_page_at_a_time(world, client):
    for number in range(60):
        view(world, f"Synpunkt {number:02}", world.problem)
    client.force_login(world.cast.partner)
    url = reverse("dialogs:views", args=[world.round.pk]) + f"?problem={world.problem.pk}"
    first = client.get(url)
    assert [row["text"] for row in first.context["rows"]][::49] == ["Synpunkt 59", "Synpunkt 10"]
    older = client.get(urlsplit(url).path + first.context["older_url"])
    assert [row["text"] for row in older.context["rows"]] == [f"Synpunkt {n:02}" for n in range(9, -1, -1)]
    assert not older.context["older_url"] and older.context["newest_url"]


def test_views_ask_as_much_of_one_as_of_many_and_another_rounds_problem_is_unknown(world, client):
    client.force_login(world.cast.officer)
    url = reverse("dialogs:views", args=[world.round.pk])
    view(world, problem=world.problem)
    client.get("/")
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            client.get(url)
        counts.append(len(asked))
        for _ in range(20):
            view(world, problem=world.problem)
    assert counts[0] == counts[1]
    assert client.get(f"{url}?problem={world.problem.pk + 1000}").status_code == 404
    assert client.get(f"{url}?problem=x&fore=%00").status_code == 200


# --- The weighing ---


@pytest.mark.row("GEM-3")
def test_the_weighing_shows_scores_weights_sums_and_both_orders(open_again, client):
    world = open_again
    world.edit(world.joint, weight_worry=3)
    world.edit(world.focus_area, **{f"score_{side}": 2 for side in SIDES}, priority=1)
    focus(world, "Inbrott", 3, 3, 2, 1, priority=2)
    shown = tool(page(world, client), "val")["weighing"]
    assert [side["weight"] for side in shown["sides"]] == [1, 3, 1, 1]
    assert [(r["title"], r["scores"], r["total"], r["place"], r["own"]) for r in shown["rows"]] == [
        ("Inbrott", [3, 3, 2, 1], 15, 1, 2),
        (world.focus_area.title, [2, 2, 2, 2], 12, 2, 1),
    ]
    assert "det är ert beslut" in shown["note"]
    world.edit(FocusArea.objects.get(title="Inbrott"), becomes_promise=False)
    assert tool(page(world, client), "val")["weighing"] is None  # nothing left to weigh it against


def use(world, client, **posted):
    client.force_login(world.cast.officer)
    url = reverse("processes:use_order", args=[world.round.pk, "gemensam-lagesbild", world.joint.pk])
    return client.post(url, posted)


def own_order(world):
    rows = FocusArea.objects.filter(process=world.round, priority__isnull=False)
    return list(rows.order_by("priority", "pk").values_list("title", "priority"))


@pytest.fixture
def three(open_again):
    """Three focus areas in play, of which the last sums up to the most."""
    world = open_again
    world.edit(world.focus_area, title="A", **{f"score_{side}": 1 for side in SIDES})
    focus(world, "B", 2, 2, 2, 2)
    focus(world, "C", 3, 3, 3, 3)
    return world


@pytest.mark.row("GEM-3")
def test_one_click_takes_the_order_over_when_nothing_is_written_over(three, client):
    offered = tool(page(three, client), "val")["weighing"]["use"]
    assert offered["at_once"]
    answer = use(three, client, visat=offered["shown"], hur="blank")
    assert answer.status_code == 302
    assert own_order(three) == [("C", 1), ("B", 2), ("A", 3)]
    last = FocusArea.objects.get(title="C").history.first()
    assert (last.history_user, last.priority, last.round_id) == (three.cast.officer, 1, three.round.pk)
    assert tool(page(three, client), "val")["weighing"]["use"] is None


@pytest.mark.row("GEM-3")
def test_what_people_have_written_is_written_over_only_when_they_say_so(three, client):
    three.edit(three.focus_area, priority=1)
    offered = tool(page(three, client), "val")["weighing"]["use"]
    assert not offered["at_once"]
    form = client.get(offered["url"])
    assert client.post(offered["url"], typed(form, hur="")).status_code == 422
    assert own_order(three) == [("A", 1)]
    client.post(offered["url"], typed(form, hur="blank"))
    assert own_order(three) == [("A", 1), ("C", 2), ("B", 3)]
    client.post(offered["url"], typed(client.get(offered["url"]), hur="all"))
    assert own_order(three) == [("C", 1), ("B", 2), ("A", 3)]


def test_an_order_that_has_changed_since_it_was_shown_is_not_used(three, client):
    offered = tool(page(three, client), "val")["weighing"]["use"]
    three.edit(FocusArea.objects.get(title="C"), score_harm=0, score_extent=0)
    answer = use(three, client, visat=offered["shown"], hur="all")
    assert answer.status_code == 409 and "Titta en gång till" in answer.content.decode()
    assert own_order(three) == []


def test_no_order_is_offered_or_taken_while_a_score_is_lacking(three, client):
    three.edit(FocusArea.objects.get(title="B"), score_harm=None)
    shown = tool(page(three, client), "val")["weighing"]
    assert shown["use"] is None and shown["rows"][-1]["lacking_url"]
    assert use(three, client, visat="", hur="all").status_code == 409


@pytest.mark.row("X-4")
def test_an_approved_order_is_changed_only_with_a_reason(world, client):
    world.edit(world.focus_area, **{f"score_{side}": 1 for side in SIDES})
    focus(world, "B", 2, 2, 2, 2)
    offered = tool(page(world, client), "val")["weighing"]["use"]
    assert not offered["at_once"]
    given = {"round_": world.round, "step": world.method["joint_situation"], "subject_id": world.joint.pk}
    with pytest.raises(ReasonNeeded):
        actions.use_order(by=world.cast.officer, shown=offered["shown"], keep=True, **given)
    form = client.get(offered["url"])
    assert client.post(offered["url"], typed(form, hur="all", reason="")).status_code == 422
    assert client.post(offered["url"], typed(form, hur="all", reason="Nya poäng")).status_code == 302
    assert own_order(world) == [("B", 1), (world.focus_area.title, 2)]
    assert FocusArea.objects.get(title="B").history.first().history_change_reason == "Nya poäng"


# --- What each party can do ---


@pytest.fixture
def parts(open_again):
    """Each party's own row about the focus area."""
    world = open_again
    found = SimpleNamespace(world=world)
    for name, organisation, hours in (
        ("police", world.police, 100),
        ("municipality", world.municipality, 60),
        ("partner", world.partner_org, 20),
    ):
        party = Party.objects.get(process=world.round, organisation=organisation)
        row = world.add(
            "processes.FocusPart", world.focus_area, party=party, can_do=f"Det {name} kan.", hours=hours
        )
        setattr(found, name, row)
    return found


@pytest.mark.row("GEM-4")
def test_hours_are_added_up_for_the_focus_area_and_for_each_party(parts, client):
    world = parts.world
    other = focus(world, "Inbrott")
    party = parts.police.party
    world.edit(party, hours_set_aside=110)
    world.add("processes.FocusPart", other, party=party, can_do="Grannsamverkan", hours=30)
    shown = tool(page(world, client), "formaga")
    assert [(area["title"], area["hours"]) for area in shown["areas"]] == [
        (world.focus_area.title, 180),
        ("Inbrott", 30),
    ]
    police = shown["parties"][0]
    assert (police["hours"], police["set_aside"], police["over"]) == (130, 110, True)
    assert {m["name"] for m in shown["areas"][1]["missing"]} == {
        world.municipality.name,
        world.partner_org.name,
    }


def form_urls(world, row):
    args = [world.round.pk, "gemensam-lagesbild", world.joint.pk, "mojligheter"]
    return (
        reverse("processes:add_row", args=args),
        reverse("processes:edit_row", args=[*args, row.pk]),
        reverse("processes:remove_row", args=[*args, row.pk]),
    )


@pytest.mark.row("GEM-4", "LAG-2")
def test_a_partner_writes_its_own_part_and_no_one_elses(parts, client):
    world = parts.world
    client.force_login(world.cast.partner)
    for name, status in (("partner", 200), ("police", 403), ("municipality", 403)):
        add, edit, remove = form_urls(world, getattr(parts, name))
        assert [client.get(url).status_code for url in (edit, remove)] == [status, status]
        assert client.post(remove).status_code == (302 if status == 200 else 403)
    assert "din egen organisation" in client.get(edit).content.decode()
    form = client.get(add)
    assert [str(o) for o in form.context["form"].fields["party"].queryset] == [world.partner_org.name]
    assert form.context["form"].initial["party"] == parts.partner.party_id
    posted = typed(form, focus_area=world.focus_area.pk, can_do="Vi lyser upp.")
    assert client.post(add, posted | {"party": parts.police.party_id}).status_code == 422
    assert client.post(add, typed(form, **posted)).status_code == 302
    assert FocusPart.objects.get(can_do="Vi lyser upp.").party == parts.partner.party


@pytest.mark.row("GEM-4", "LAG-2")
def test_the_action_itself_refuses_to_speak_for_another(parts):
    world, step = parts.world, parts.world.method["joint_situation"]
    section = step.section("mojligheter")
    given = {
        "by": world.cast.partner,
        "round_": world.round,
        "step": step,
        "section": section,
        "subject_id": world.joint.pk,
    }
    row, own, police = parts.police, parts.partner, parts.police.party
    row.refresh_from_db()
    own.refresh_from_db()
    values = {"focus_area": world.focus_area, "party": police, "can_do": "Ett påhitt"}
    for act in (
        lambda: actions.add(parent=None, values=values, **given),
        lambda: actions.add(parent=None, values=values | {"party": None}, **given),
        lambda: actions.save(obj=row, version=row.version, values={"can_do": "Ett påhitt"}, **given),
        lambda: actions.save(obj=own, version=own.version, values={"party": police}, **given),
        lambda: actions.remove(obj=row, **given),
    ):
        with pytest.raises(Refused, match="din egen organisation"):
            act()
    assert not FocusPart.objects.filter(can_do="Ett påhitt").exists()
    leader = given | {"by": world.cast.coordinator}
    actions.save(obj=row, version=row.version, values={"can_do": "Skrivet på mötet"}, **leader)


def test_the_panel_offers_each_only_what_they_may_change(parts, client):
    for who, wanted in (("partner", [False, False, True]), ("officer", [True] * 3), ("chief", [False] * 3)):
        (area,) = tool(page(parts.world, client, who), "formaga")["areas"]
        assert [bool(part["edit_url"]) for part in area["parts"]] == wanted


# --- What is decided ---


def decision(response, title):
    return next(d for d in tool(response, "besluten")["decisions"] if d["title"] == title)


@pytest.mark.row("GEM-6", "GEM-7", "PRO-8")
def test_each_decision_is_shown_or_its_lack_leads_to_the_question(open_again, client):
    world = open_again
    world.edit(world.joint, equality_view="", material="")
    undecided = focus(world, "Inbrott")
    shown = page(world, client)
    for title, field in (
        ("Underlaget", "material"),
        ("Jämställdhet, likabehandling och demokrati", "equality_view"),
    ):
        found = decision(shown, title)
        assert found["open"] and found["url"].endswith(f"falt={field}")
        assert client.get(found["url"]).status_code == 200
    promises = decision(shown, "Blir medborgarlöften")
    assert promises["text"] == f"{world.focus_area.title}." and promises["more"].endswith("Inbrott.")
    world.edit(undecided, becomes_promise=False)
    assert decision(page(world, client), "Blir medborgarlöften")["more"] == ""


@pytest.mark.row("GEM-7", "DIA-16")
def test_an_ordered_dialogue_is_shown_with_where_it_stands(open_again, client):
    world = open_again
    world.edit(world.joint, material="deeper", deeper_what="Hur är det för de äldre?")
    (before,) = decision(page(world, client), "Underlaget")["dialogs"]
    assert before["url"].endswith("/medborgardialog/ny/?in_depth=True") and "godkänd" in before["state"]
    for gate in ("complete", "approve"):
        world.decide("joint_situation", world.joint, gate)
    (ordered,) = decision(page(world, client), "Underlaget")["dialogs"]
    assert ordered["state"] == "Beställd, inte planerad än"
    assert client.get(ordered["url"]).context["subject"]["title"] == ordered["title"]
    dialog = world.round.citizen_dialogs.get(in_depth=True)
    world.edit(dialog, held_on=world.today)
    (held,) = decision(page(world, client), "Underlaget")["dialogs"]
    assert held["state"].startswith("Hållen")


@pytest.mark.row("GEM-5")
def test_a_promise_to_be_without_a_target_picture_shows_it(open_again, client):
    world = open_again
    world.edit(world.focus_area, target_picture="")
    (area,) = tool(page(world, client), "val")["areas"]
    assert area["lacks_picture"] and area["decided"]["label"] == "Blir löfte"
    assert "autofocus" in client.get(area["picture_url"]).content.decode()


@pytest.mark.row("DIA-16", page="/processer/…/steg/gemensam-lagesbild/")
def test_a_deeper_dialogue_is_ordered_at_once_with_one_press(client):
    world = new_round()
    client.force_login(world.cast.officer)
    world.edit(world.record("processes.JointSituation"), material="deeper", deeper_what="När på kvällen?")
    page = client.get(reverse("processes:step", args=[world.round.pk, "gemensam-lagesbild"])).content.decode()
    url = reverse("processes:create", args=[world.round.pk, "medborgardialog"]) + "?in_depth=True"
    assert f'href="{url}"' in page
    assert typed(client.get(url))["in_depth"] == ["True"]
