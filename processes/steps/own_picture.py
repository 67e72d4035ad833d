"""Egen lägesbild: what the municipality or a partner sees, its own ground until it is shared (LAG-2)."""

from processes.figures import Unit
from processes.method import Facts, Ground, Kind, Panel, Role, Row, Rows, Sara, Section, Stage, Step

from . import occasions
from .local_situation import ENTRY_FIELDS, ENTRY_IDEAS, PAGES, SERIES_FIELDS, SERIES_IDEAS


def today(facts: Facts, subject: Row) -> dict:
    """A picture is dated the day it is written, unless told otherwise."""
    return {"dated_on": facts.today}


def counted(facts: Facts, subject: Row) -> dict:
    """Most series count something."""
    return {"unit": Unit.COUNT.value}


STEP = Step(
    key="own_picture",
    slug="egen-lagesbild",
    title="Egen lägesbild",
    stage=Stage.START,
    sara=Sara.SCANNING,
    kind=Kind.RECURRING,
    record="processes.OwnPicture",
    path="process",
    lead="Skriv vad er organisation ser i området. Bara ni ser det, tills ni delar.",
    edited_by=(
        Role.MUNICIPAL_COORDINATOR,
        Role.MUNICIPAL_REPRESENTATIVE,
        Role.PARTNER,
        Role.PARTNER_REPRESENTATIVE,
    ),
    tells=occasions.OWN_PICTURE,
    ground=Ground.OWN,
    gates=(),
    add_label="Ny egen lägesbild",
    add_fields=("title",),
    sections=(
        Section("om", "Om lägesbilden", ("title", "dated_on", "text"), suggest=today),
        Panel("lage", "Det bilden visar", "processes.pages.picture.entries", f"{PAGES}/_entries.html"),
        Rows(
            "bilden",
            "Problem, risker och möjligheter",
            "processes.OwnEntry",
            "picture",
            ENTRY_FIELDS,
            ENTRY_FIELDS[:3],
            shown_by="lage",
            beside=ENTRY_IDEAS,
        ),
        Panel("serier", "Utvecklingen i siffror", "processes.pages.picture.series", f"{PAGES}/_series.html"),
        Rows(
            "utveckling",
            "Utvecklingen i siffror",
            "processes.OwnSeries",
            "picture",
            SERIES_FIELDS,
            SERIES_FIELDS[:2],
            add_label="Lägg till en serie",
            suggest=counted,
            shown_by="serier",
            beside=SERIES_IDEAS,
        ),
    ),
)
