"""Lokal lägesbild: the police's own picture of the area, approved by its chief."""

from processes.criteria import answered, at_least, is_answer, shown
from processes.method import (
    METHOD_SUPPORT,
    Adopt,
    Criterion,
    Facts,
    Find,
    Finding,
    Gate,
    Ground,
    How,
    Kind,
    Need,
    Role,
    Row,
    Rows,
    Sara,
    Section,
    Source,
    Stage,
    Step,
    Strength,
)

from . import occasions

SOURCE = f"{METHOD_SUPPORT}, Lokal lägesbild"
SERIES = "processes.SeriesPoint"
AS_ENTRY = (
    ("Ta in som problem", {"kind": "problem"}),
    ("Som risk", {"kind": "risk"}),
    ("Som möjlighet", {"kind": "opportunity"}),
)


def shows(kind: str) -> Find:
    """At least one entry of that kind has something to say."""
    return at_least(
        1,
        "processes.SituationEntry",
        "bilden",
        "situation",
        that=lambda row: row.kind == kind and is_answer(row.title),
    )


def development(facts: Facts, subject: Row):
    """Some series has figures for two years or more: one year shows no development."""
    years: dict[str, set[int]] = {}
    for row in facts.rows(SERIES, situation_id=subject.id):
        if row.year is not None and row.value is not None:
            years.setdefault(row.series.strip().casefold(), set()).add(row.year)
    most = max(map(len, years.values()), default=0)
    if most < 2:
        yield Finding("utveckling", f"högst {most} år i någon serie")


def current(facts: Facts, subject: Row):
    """Dated, with a named source, and what the staff said is taken in."""
    if subject.dated_on is None or subject.dated_on > facts.today:
        yield Finding("om.dated_on", shown(subject.dated_on))
    yield from answered("om.staff_result")(facts, subject)
    named = at_least(
        1, "processes.SituationSource", "kallor", "situation", that=lambda row: is_answer(row.name)
    )
    yield from named(facts, subject)


def what_the_staff_said(facts: Facts, subject: Row) -> dict:
    """Today's date, and the results of VAD that belong to the picture."""
    said = [row.text.strip() for row in facts.rows("dialogs.Proposal", kind="picture")]
    return {"dated_on": facts.today, "staff_result": "\n".join(filter(None, said))}


def next_year(facts: Facts, subject: Row) -> dict:
    """The next year of the series last written in."""
    points = facts.rows(SERIES, situation_id=subject.id)
    if not points:
        return {}
    last = points[-1]
    year = last.year + 1 if last.year is not None else None
    return {"series": last.series, "unit": last.unit, "year": year}


def _rows(key: str, title: str, model: str, fields: tuple[str, ...], add: str, **extra) -> Rows:
    return Rows(key, title, f"processes.{model}", "situation", fields, fields[:3], add, **extra)


STEP = Step(
    key="local_situation",
    slug="lokal-lagesbild",
    title="Lokal lägesbild",
    stage=Stage.START,
    sara=Sara.SCANNING,
    kind=Kind.ONCE,
    record="processes.LocalSituation",
    path="rounds",
    lead="Samla vad polisen vet om området: problem, risker, utveckling och möjligheter.",
    tells=occasions.LOCAL_SITUATION,
    edited_by=(Role.COMMUNITY_OFFICER, Role.ANALYST, Role.INTELLIGENCE_COORDINATOR),
    approved_by=(Role.LOCAL_POLICE_CHIEF,),
    ground=Ground.POLICE,
    gates=(Gate.COMPLETE, Gate.APPROVE),
    shared=True,
    needs=(
        Need(
            "staff_dialog_what",
            Gate.APPROVE,
            text="Medarbetardialogen VAD ska vara klar innan chefen godkänner lägesbilden.",
        ),
    ),
    also=(Source("processes.SituationVersion", "situation__rounds"),),
    effects={Gate.APPROVE: ("processes.effects.keep_version",)},
    sections=(
        Section(
            "om",
            "Om lägesbilden",
            ("title", "period_start", "period_end", "dated_on", "staff_result"),
            suggest=what_the_staff_said,
            intro="Bilden gäller hela lokalpolisområdet och delas av alla rundor där. Skriv inget om "
            "enskilda personer: detta är den del som kan delas med andra.",
        ),
        _rows(
            "bilden",
            "Problem, risker och möjligheter",
            "SituationEntry",
            ("kind", "title", "source", "dated_on", "text"),
            "Lägg till",
            adopts=(
                Adopt("medarbetarna", "Från medarbetarna", "dialogs.offers.of_staff", AS_ENTRY),
                Adopt(
                    "medborgarna",
                    "Från medborgarna",
                    "dialogs.offers.of_citizens",
                    AS_ENTRY,
                    "Det som synpunkterna handlar om, dialog för dialog.",
                ),
            ),
        ),
        _rows(
            "utveckling",
            "Utvecklingen över tid",
            "SeriesPoint",
            ("series", "year", "value", "unit"),
            "Lägg till ett värde",
            intro="Minst två år i samma serie, annars syns ingen utveckling.",
            suggest=next_year,
        ),
        _rows("kallor", "Källor", "SituationSource", ("name", "dated_on"), "Lägg till en källa"),
        _rows(
            "bestallningar",
            "Beställt underlag",
            "MaterialOrder",
            ("what", "recipient", "due_on", "delivered_on"),
            "Beställ underlag",
            intro="Det som inte har kommit väntar ni på; det hindrar ingenting.",
            edited_by=(Role.LOCAL_POLICE_CHIEF, Role.COMMUNITY_OFFICER, Role.ANALYST),
            internal=True,
        ),
    ),
    criteria=(
        Criterion(
            "LOK-1",
            Strength.SHOULD,
            Gate.APPROVE,
            "Lägesbilden visar vilka problem som är vanligast.",
            SOURCE,
            shows("problem"),
        ),
        Criterion(
            "LOK-2",
            Strength.SHOULD,
            Gate.APPROVE,
            "Lägesbilden visar hur stor risken är att utsättas.",
            SOURCE,
            shows("risk"),
        ),
        Criterion(
            "LOK-3",
            Strength.SHOULD,
            Gate.APPROVE,
            "Lägesbilden visar utvecklingen över tid, med siffror.",
            SOURCE,
            development,
        ),
        Criterion(
            "LOK-4",
            Strength.SHOULD,
            Gate.APPROVE,
            "Lägesbilden visar vilka möjligheter som bör tas till vara.",
            SOURCE,
            shows("opportunity"),
        ),
        Criterion(
            "LOK-7",
            Strength.MUST,
            Gate.APPROVE,
            "Lägesbilden är aktuell: daterad, med källor, och med det som medarbetarna bidrog med.",
            SOURCE,
            current,
            How.TEXT,
        ),
    ),
)
