"""What follows to the next round when a promise is renewed, and what each is called (X-11). Data.

What is not named here does not follow: no dialogue, judgement, decision, view, outcome, cause or activity. They
belong to the picture of then, and the new round makes its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from processes.method import Rows, Section, Step, get_method


@dataclass(frozen=True, slots=True)
class Follows:
    """Some fields of a section that follow. Rows that are called the same, by `same`, are not doubled.

    A row that every round begins with is filled in, but says in `kept` what it said.
    """

    key: str
    title: str
    step: str
    section: str
    fields: tuple[str, ...] = ()
    same: str = ""
    kept: tuple[str, ...] = ()

    @property
    def of(self) -> tuple[Step, Section | Rows]:
        """The declared step and section."""
        step = get_method()[self.step]
        section = step.section(self.section)
        assert isinstance(section, Section | Rows)
        return step, section


AGREEMENT = "overenskommelse"
"""No field of it follows: the very agreement does, with its signatures, where it still is in force then (OVE-3)."""
FOLLOWS = (
    Follows("styrgrupp", "Styrgruppen", "collaboration", "styrgrupp", ("name", "title", "party"), "name"),
    Follows("stod", "Stödteamet", "collaboration", "stod", ("name", "competence"), "name"),
    Follows(
        "malgrupper",
        "Målgrupperna",
        "communication",
        "malgrupper",
        ("name", "description", "goal", "know", "feel", "do"),
        "name",
    ),
    Follows(
        "kanaler",
        "Kanalerna: hur, var och av vem ni berättar",
        "communication",
        "aktiviteter",
        (
            "moment",
            "what",
            "direction",
            "target_group",
            "channel",
            "frequency",
            "position",
            "responsible",
            "level",
        ),
        "moment",
        ("what",),
    ),
    Follows(
        "grupper",
        "Fasta medarbetargrupper",
        "staff_dialog_what",
        "fastgrupp",
        ("name", "manager", "members", "rhythm"),
        "name",
    ),
    Follows(
        "uppfoljning",
        "Vem som följer upp, och hur",
        "activity_plan",
        "uppfoljning",
        ("follow_up_by", "follow_up_how"),
    ),
    Follows(AGREEMENT, "Samverkansöverenskommelsen", "collaboration_agreement", "giltighet"),
    Follows("foljs", "Var medborgarna följer arbetet", "citizen_promise", "texter", ("follow", "contact")),
    Follows(
        "undertecknare",
        "Undertecknarna, utan mandat",
        "citizen_promise",
        "undertecknare",
        ("party", "user", "title"),
        "party",
    ),
)
BY_KEY = {one.key: one for one in FOLLOWS}
