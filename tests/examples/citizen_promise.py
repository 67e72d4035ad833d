"""Medborgarlöftet: about the one focus area, to be signed by chief and municipality."""

from datetime import date

from agreements.models import Promise
from processes import actions
from processes.models import Organisation


def fill(world) -> None:
    """Formulated and ready to be sent for signing; `world.promise`."""
    facts = world.facts()
    promise = world.create("citizen_promise", title="Tryggare kvällar i Åby centrum")
    world.promise = world.edit(
        promise,
        introduction="Det här lovar polisen, kommunen och Åbybostäder er som bor och verkar i Åby centrum.",
        picture="Många undviker torget efter klockan 19. Rånen mot unga har ökat vid hållplatsen.",
        follow="Läs mer på kommunens webbplats varje kvartal, eller ring kommunpolisen på 114 14.",
        involvement="Ungdomsrådet är med och följer upp varje kvartal.",
        serves_safety=True,
        serves_prevention=True,
        agreement=getattr(world, "agreement", None),
    )
    for row in facts.rows("processes.FocusArea", becomes_promise=True):
        world.focus_row = world.add("agreements.PromiseFocus", world.promise, focus_area=_focus_area(row.id))
    world.signatories = {}
    wanted = [("police", world.cast.chief, "Lokalpolisområdeschef", "Delegationsordning 4.2")]
    if facts.has_municipality:
        wanted.append(
            ("municipality", world.cast.representative, "Kommunstyrelsens ordförande", "KS § 45, 2026-11-03")
        )
    for kind, user, title, mandate in wanted:
        party = world.round.parties.filter(organisation__kind=kind).first()
        world.signatories[kind] = world.add(
            "agreements.Signatory", world.promise, party=party, user=user, title=title, mandate=mandate
        )


def _focus_area(pk):
    from processes.models import FocusArea

    return FocusArea.objects.get(pk=pk)


def _texts(**fields):
    return lambda w: w.edit(w.promise, **fields)


def _renew(w, **fields):
    """Make the promise one that renews last year's, which nobody has followed up."""
    last_year = w.today.year - 1
    before = actions.start_round(
        by=w.cast.officer,
        title="Förra rundan",
        area=w.round.area,
        period_start=date(last_year, 1, 1),
        period_end=date(last_year, 12, 31),
    )
    other = Promise.objects.create(process=before, title="Förra löftet")
    w.edit(w.promise, predecessor=other, **fields)


def _an_area_nobody_analysed(w):
    area = w.add("processes.FocusArea", title="Klotter i gångtunneln", becomes_promise=False)
    w.add("agreements.PromiseFocus", w.promise, focus_area=area)


def _another_municipality(w):
    neighbour = Organisation.objects.create(name="Grannkommunen", kind="municipality")
    w.add("processes.Party", organisation=neighbour)


SPOILS = {
    "LOF-1:sign": _texts(introduction="..."),
    "LOF-2:sign": _an_area_nobody_analysed,
    "LOF-3:sign": lambda w: w.edit(w.activities[0], period_end=w.round.period_end.replace(year=2190)),
    "LOF-9:sign": lambda w: w.edit(w.launch, planned_on=None),
    "LOF-10:sign": _texts(serves_safety=False, serves_prevention=False),
    "LOF-11:sign": _texts(involvement=""),
    "MED-1:sign": lambda w: w.edit(w.what_dialog, held_on=None),
    "OVE-4:sign": _texts(agreement=None),
    "OVE-6:sign": lambda w: w.edit(w.signatories["police"], mandate=""),
    "PRO-4:renew": lambda w: _renew(w, need_remains=None),
    "PRO-4:sign": lambda w: _renew(w, need_remains=True),
    "LOF-7:publish": _another_municipality,
    "LOF-9:close": lambda w: w.edit(w.launch, done_on=None),
}


def signed(world) -> None:
    """Sent and signed by everyone, once; sealing is left to whoever wants the file."""
    from agreements import signing

    if getattr(world, "sent", None) is None:
        world.sent = signing.send(by=world.cast.officer, round_=world.round, promise_id=world.promise.pk)
        for signatory in world.signatories.values():
            signing.sign(
                by=signatory.user,
                round_=world.round,
                version_id=world.sent.pk,
                shown_hash=world.sent.content_hash,
            )
