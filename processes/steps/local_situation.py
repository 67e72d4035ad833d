"""Lokal lägesbild: the police's own picture of the area, approved by its chief."""

from processes.criteria import answered, at_least, is_answer, shown
from processes.figures import Figures, Unclear, Unit, read
from processes.method import (
    METHOD_SUPPORT,
    Adopt,
    Criterion,
    Doc,
    Facts,
    Find,
    Finding,
    Fold,
    Gate,
    Ground,
    How,
    Kind,
    Need,
    Panel,
    Role,
    Row,
    Rows,
    Sara,
    Section,
    Source,
    Stage,
    Step,
    Strength,
    Withheld,
)

from . import occasions

SOURCE = f"{METHOD_SUPPORT}, Lokal lägesbild"
SERIES = "processes.SituationSeries"
PAGES, IDEAS, WORDS = "processes/picture", "processes.pages.word_ideas", "components/_word_ideas.html"
ENTRY_FIELDS = ("kind", "title", "source", "dated_on", "text")
SERIES_FIELDS = ("name", "unit", "figures", "source")
ENTRY_IDEAS = (
    Panel("trygghet", "Trygghetsmätningens frågor", f"{IDEAS}.survey", WORDS),
    Panel("brott", "Slag av brott", f"{IDEAS}.crimes", WORDS),
    Panel("kallor-forslag", "Vanliga källor", f"{IDEAS}.sources_of_entries", WORDS),
)
SERIES_IDEAS = (
    Panel("brott", "Anmälda brott", f"{IDEAS}.crime_series", WORDS),
    Panel("trygghet", "Trygghetsmätningen", f"{IDEAS}.survey_series", WORDS),
)
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
    """Some series has figures for two periods or more: one shows no development."""
    found = (figures_of(row).own for row in facts.rows(SERIES, situation_id=subject.id))
    most = max(map(len, found), default=0)
    if most < 2:
        yield Finding("utveckling", f"högst {most} {'period' if most == 1 else 'perioder'} i någon serie")


def figures_of(row: Row) -> Figures:
    """The figures of a series; none when what stands there can't be read."""
    try:
        return read(row.figures, row.unit)
    except Unclear:
        return Figures()


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


def like_the_last(facts: Facts, subject: Row) -> dict:
    """What most series begin with: a number, from where the last one came."""
    rows = facts.rows(SERIES, situation_id=subject.id)
    return {"unit": rows[-1].unit, "source": rows[-1].source} if rows else {"unit": Unit.COUNT.value}


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
    withheld=Withheld.OPERATIONAL,
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
        Panel("lage", "Det bilden visar", "processes.pages.picture.entries", f"{PAGES}/_entries.html"),
        _rows(
            "bilden",
            "Problem, risker och möjligheter",
            "SituationEntry",
            ENTRY_FIELDS,
            "Lägg till",
            shown_by="lage",
            beside=ENTRY_IDEAS,
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
        Panel("serier", "Utvecklingen i siffror", "processes.pages.picture.series", f"{PAGES}/_series.html"),
        _rows(
            "utveckling",
            "Utvecklingen i siffror",
            "SituationSeries",
            SERIES_FIELDS,
            "Lägg till en serie",
            suggest=like_the_last,
            shown_by="serier",
            beside=SERIES_IDEAS,
        ),
        _rows(
            "kallor",
            "Källor",
            "SituationSource",
            ("name", "dated_on"),
            "Lägg till en källa",
            beside=(Panel("forslag", "Vanliga källor", f"{IDEAS}.sources", WORDS),),
        ),
        Panel("underlag", "Beställt underlag", "processes.pages.orders.orders", f"{PAGES}/_orders.html"),
        _rows(
            "bestallningar",
            "Beställt underlag",
            "MaterialOrder",
            ("what", "recipient", "person", "due_on", "delivered_on", "delivered_where"),
            "Beställ underlag",
            intro="Det som inte har kommit väntar ni på; det hindrar ingenting.",
            edited_by=(Role.LOCAL_POLICE_CHIEF,),
            internal=True,
            shown_by="underlag",
            folds=(Fold("Har det redan kommit?", ("delivered_on", "delivered_where")),),
        ),
    ),
    documents=(
        Doc(
            "lagesbild",
            "Lägesbilden, den del som kan delas",
            "processes.papers.local_picture.document",
            ("html", "pdf"),
            hint="Godkänd version om det finns en, med diagram och källor. Annars ett märkt utkast.",
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
