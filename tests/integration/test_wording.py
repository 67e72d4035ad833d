"""Several promises from one page, how much each holds, and the promise on paper (FAL-9, LOF-4, BIL-2, LOF-6)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from agreements import document
from agreements.models import PromiseFocus
from agreements.wording.actions import place
from agreements.wording.paper import DRAFT_BAND, draft, template
from agreements.wording.places import pairs
from agreements.wording.size import MANY, Size, size
from processes import actions
from processes.documents import tree
from processes.guard import NotReady
from processes.models import ProblemAnalysis
from processes.pages import links
from processes.views.here import enter_step
from processes.writing import Refused
from tests import pdfs, situations
from tests.forms import typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return situations.planned_round()


def listing(world, client):
    client.force_login(world.cast.officer)
    return client.get(reverse("processes:step", args=[world.round.pk, "medborgarlofte"]))


def pair(promise, focus):
    return (promise.pk, focus.pk)


@pytest.mark.row("FAL-9")
def test_focus_areas_are_divided_among_promises_from_one_page(world, client):
    other = world.create("citizen_promise", title="Tryggare skolväg")
    area = world.add("processes.FocusArea", title="Skolvägen", becomes_promise=True)
    page = listing(world, client)
    assert "Vilket löfte tar upp vad?" in page.content.decode() and "I inget löfte" in page.content.decode()
    url = page.context["on_list"]["data"]["url"]
    sent = {"fanns": [f"{world.promise.pk}:{world.focus_area.pk}"], "nyckel": "a"}
    kept = f"{world.promise.pk}:{world.focus_area.pk}"
    assert client.post(url, {**sent, "plats": [kept, f"{other.pk}:{area.pk}"]}).status_code == 302
    assert pairs(world.facts()) == {pair(world.promise, world.focus_area), pair(other, area)}
    client.post(url, {"fanns": [kept], "plats": [f"{other.pk}:{world.focus_area.pk}"], "nyckel": "b"})
    # What nobody unticked stays, also when it was placed after the page was shown.
    assert pairs(world.facts()) == {pair(other, world.focus_area), pair(other, area)}


@pytest.mark.row("FAL-9", "LOF-5")
def test_a_promise_that_has_been_sent_is_left_alone(client):
    world = situations.sent_for_signing()
    area = world.add("processes.FocusArea", title="Skolvägen", becomes_promise=True)
    before = pairs(world.facts())
    changed = place(
        by=world.cast.officer, round_=world.round, shown=before, chosen={pair(world.promise, area)}
    )
    assert changed == 0 and pairs(world.facts()) == before
    assert "Skickat: ändras på löftets sida" in listing(world, client).content.decode()


@pytest.mark.slow
@pytest.mark.row("FAL-9")
def test_only_those_who_lead_divide_and_only_within_the_round(world):
    elsewhere = situations.planned_round("by")
    foreign = {pair(world.promise, elsewhere.focus_area), pair(elsewhere.promise, world.focus_area)}
    before = pairs(world.facts()), pairs(elsewhere.facts())
    assert place(by=world.cast.officer, round_=world.round, shown=(), chosen=foreign) == 0
    assert (pairs(world.facts()), pairs(elsewhere.facts())) == before
    area = world.add("processes.FocusArea", title="Skolvägen", becomes_promise=True)
    for who in ("chief", "communicator", "partner"):
        with pytest.raises(Refused, match="Bara"):
            place(
                by=getattr(world.cast, who), round_=world.round, shown=(), chosen={pair(world.promise, area)}
            )
    assert not PromiseFocus.objects.filter(focus_area=area).exists()


@pytest.mark.row("LOF-4", page="/processer/…/steg/medborgarlofte/")
def test_how_much_a_promise_holds_is_told_beside_what_is_set_aside(world):
    facts = world.facts()
    found = size(world.method, facts, facts.get("agreements.Promise", world.promise.pk))
    assert (found.focus_areas, found.activities) == (1, 3) and found.told.startswith(
        "3 aktiviteter i ett fokusområde"
    )
    world.edit(world.parties["police"], hours_set_aside=1)
    facts = world.facts()
    found = size(world.method, facts, facts.get("agreements.Promise", world.promise.pk))
    assert any("avsatt 1." in words for words in found.advice)


@pytest.mark.row("LOF-4")
@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, []),
        ({"activities": MANY}, []),
        ({"activities": MANY + 1}, ["Fler än 10 aktiviteter"]),
        ({"unsaid": 1}, ["Ingen har sagt hur många timmar en aktivitet tar"]),
        ({"silent": True}, ["Ingen part har sagt"]),
        ({"silent": True, "planned": 0}, []),
        ({"over": ("Polisen har planerat 9 timmar och avsatt 1.",)}, ["Polisen har planerat"]),
    ],
)
def test_advice_comes_when_there_is_reason_and_else_not(more, said):
    values = {
        "focus_areas": 1,
        "activities": 3,
        "planned": 9,
        "unsaid": 0,
        "over": (),
        "silent": False,
        **more,
    }
    advice = Size(**values).advice
    assert len(advice) == len(said) and all(a.startswith(s) for a, s in zip(advice, said, strict=True))


LAYOUT = (
    "Situationen i dag",
    "Det här ska vi göra",
    "Det här ska vi åstadkomma tillsammans",
    "Följ med i hur det går",
    "Vi som lovar",
)


@pytest.mark.row("BIL-2", "LOF-6")
def test_template_and_promise_have_the_same_layout(world, rf):
    request = rf.get("/")
    request.user = world.cast.officer
    here = enter_step(request, world.round.pk, "medborgarlofte", world.promise.pk)
    for found in (draft(here), template(here)):
        assert [b.text for b in found.blocks if isinstance(b, tree.Heading) and b.level == 2] == list(LAYOUT)
    assert draft(here).band == DRAFT_BAND
    blank = template(here)
    said = repr(blank)
    assert world.municipality.name in said and world.round.area.name in said
    for filled in (world.promise.introduction, world.promise.picture, world.activities[0].what):
        assert filled not in said  # it is to be written on
    assert blank.kicker == document.KICKER


@pytest.mark.row("BIL-2", page="/processer/…/steg/medborgarlofte/<löfte>/dokument/mall/")
def test_the_template_can_be_printed(world, client):
    client.force_login(world.cast.coordinator)
    url = links.at(
        "download", world.round.pk, world.method["citizen_promise"], world.promise.pk, "mall", "pdf"
    )
    answer = client.get(url)
    assert answer["Content-Type"] == "application/pdf"
    text = "".join(pdfs.pages(answer.content))
    assert all(heading in text for heading in LAYOUT) and "Ort och datum" in text


@pytest.mark.row("LOF-6", page="/processer/…/lofte/<löfte>/forhandsvisning/")
@pytest.mark.row("LOF-6", "OVE-6")
def test_one_page_shows_the_promise_with_both_readers_eyes(world, client):
    world.deviate("citizen_promise", world.promise, ["LOF-11:sign"])
    client.force_login(world.cast.chief)
    page = client.get(reverse("agreements:preview", args=[world.round.pk, world.promise.pk]))
    body = page.content.decode()
    assert body.index('id="invanare"') < body.index('id="undertecknare"')
    read_by_citizens, signed = body.split('id="undertecknare"')
    for part in (
        world.promise.introduction,
        world.promise.picture,
        world.promise.follow,
        world.activities[0].what,
    ):
        assert part in read_by_citizens and part in signed
    for mandate in (s.mandate for s in world.signatories.values()):
        assert mandate in signed and mandate not in read_by_citizens
    assert "LOF-11" in signed and "LOF-11" not in read_by_citizens.split('id="invanare"')[1]


@pytest.mark.row("LOF-1")
def test_reading_ease_is_folded_told_in_words_and_leads_to_the_field(world, client):
    heavy = (
        "Polismyndigheten genomför trygghetsskapande åtgärder avseende centrumområdets förutsättningar. " * 4
    )
    world.edit(world.promise, introduction=heavy)
    client.force_login(world.cast.officer)
    url = reverse("agreements:preview", args=[world.round.pk, world.promise.pk])
    page = client.get(url)
    first = page.context["reading"]["rows"][0]
    assert first["told"] == "Mycket tung, som en lagtext" and "falt=introduction" in first["url"]
    assert "Hur lätt är texten att läsa?</summary>" in page.content.decode()
    client.force_login(world.cast.chief)
    assert client.get(url).context["reading"]["rows"][0]["url"] == ""


# --- What the promise must rest on before it is signed ---


def lacks(world, code):
    return world.lacks(code, "citizen_promise", "sign", world.promise)


@pytest.mark.row("LOF-2")
def test_each_focus_area_of_the_promise_has_an_analysis_with_activities_and_a_goal(world):
    assert lacks(world, "LOF-2") == []
    area = world.add("processes.FocusArea", title="Klottret", becomes_promise=True)
    assert lacks(world, "LOF-2") == [], "what the promise does not take up stops it not"
    world.add("agreements.PromiseFocus", world.promise, focus_area=area)
    assert lacks(world, "LOF-2") == [
        "decision: Klottret: ingen problemanalys",
        "aktiviteter: Klottret: inga aktiviteter",
        "mal: Klottret: inget effektmål",
    ]


SOURCES = {
    "staff_dialog_what": ["what_dialog"],
    "citizen_dialog": ["citizen_dialog", "focus_group"],
    "joint_situation": ["joint"],
    "problem_analysis": ["analysis"],
    "staff_dialog_how": ["how_dialog"],
    "activity_plan": ["activity_plan"],
}


@pytest.mark.row("LOF-2")
@pytest.mark.parametrize("key", SOURCES)
def test_a_promise_is_not_sent_while_a_step_that_it_starts_from_is_open(world, key):
    for name in SOURCES[key]:
        actions.reopen(
            by=world.cast.manager if key.startswith("staff") else world.cast.officer,
            round_=world.round,
            step=world.method[key],
            subject_id=getattr(world, name).pk,
            comment="Något saknas",
        )
    with pytest.raises(NotReady) as refused:
        situations.send(world)
    assert key in {gap.step.key for gap in refused.value.verdict.gaps if gap.code == "PRO-3"}


@pytest.mark.row("LOF-2")
def test_a_promise_waits_while_its_own_analysis_has_changed_and_not_while_anothers_has(world):
    def stale() -> set[str]:
        return {
            gap.step.key
            for gap in world.verdict("citizen_promise", "sign", world.promise).gaps
            if "har ändrats" in gap.finding.current
        }

    other = world.add("processes.FocusArea", title="Klottret", becomes_promise=False)
    theirs = ProblemAnalysis.objects.create(focus_area=other)
    world.edit(theirs, where="I gångtunneln")
    assert "problem_analysis" not in stale()
    world.edit(world.analysis, where="Vid kiosken")
    assert "problem_analysis" in stale()


@pytest.mark.row("LOF-2")
def test_a_promise_is_not_sent_while_it_passes_over_what_worries_citizens_more(world):
    unsafe = world.add(
        "processes.Problem", title="Mörka gångtunnlar", police_view="Sällan anmält", agree=True
    )
    for name in ("municipality_view", "citizen_view"):
        world.edit(unsafe, **{name: "Många går omvägar"})
    assert "DIA-14" not in world.codes("citizen_promise", "sign", world.promise)
    for text in ("Mörkt i tunneln.", "Jag går aldrig där.", "Sätt upp ljus."):
        world.add("dialogs.View", world.citizen_dialog, text=text, problem=unsafe)
    with pytest.raises(NotReady) as refused:
        situations.send(world)
    passed = [
        gap for gap in refused.value.verdict.gaps if gap.finding.row and gap.finding.row.id == unsafe.pk
    ]
    assert ["3 synpunkter hör hit" in gap.finding.current for gap in passed] == [True]


@pytest.mark.row("LOF-3")
def test_what_is_promised_is_concrete_and_lies_within_the_promises_time(world):
    assert lacks(world, "LOF-3") == []
    walk = world.activities[0]
    start, end = world.round.period_start, world.round.period_end
    world.edit(walk, period_end=end + timedelta(days=1))
    assert lacks(world, "LOF-3") == [f"aktiviteter.period_end: {end + timedelta(days=1)}, efter löftets slut"]
    world.edit(walk, period_end=end, period_start=start - timedelta(days=1))
    assert lacks(world, "LOF-3") == [
        f"aktiviteter.period_start: {start - timedelta(days=1)}, före löftets start"
    ]
    world.edit(walk, period_start=None, target_kind="", target_value=None)
    assert lacks(world, "LOF-3") == ["aktiviteter.target_kind: inget angivet"]
    world.edit(walk, target_kind="per_month", target_value=4)
    assert lacks(world, "LOF-3") == []
    world.edit(world.promise, period_start=start, period_end=end - timedelta(days=200))
    assert len(lacks(world, "LOF-3")) == 1, (
        "of the promise's own period, one activity with days of its own lies outside"
    )


@pytest.mark.row("LOF-11")
def test_how_citizens_take_part_is_told_or_explained_and_every_signer_reads_it(world, client):
    client.force_login(world.cast.officer)
    url = reverse("processes:edit", args=[world.round.pk, "medborgarlofte", world.promise.pk, "texter"])
    asked = client.get(url).content.decode()
    for words in ("Hur är medborgarna med?", "formuleringen", "aktiviteterna", "uppföljningen"):
        assert words in asked, words
    client.post(url, typed(client.get(url), involvement="Se ovan", reason="Rättat"))
    assert lacks(world, "LOF-11") == ["texter.involvement: ”Se ovan”"]
    with pytest.raises(NotReady):
        situations.send(world)
    why = "Ungdomsrådet finns inte längre; vi frågar skolorna i höst."
    world.deviate("citizen_promise", world.promise, ["LOF-11:sign"], why)
    assert lacks(world, "LOF-11") == []
    shown = reverse("agreements:preview", args=[world.round.pk, world.promise.pk])
    client.force_login(world.cast.chief)
    assert why in client.get(shown).content.decode()
    world.edit(world.promise, involvement="Ungdomsrådet följer upp varje kvartal.")
    assert lacks(world, "LOF-11") == []
