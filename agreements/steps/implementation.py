"""Genomförande: doing what was promised, and noting it while it is fresh. Never "done"."""

from processes.method import Kind, Need, Panel, Role, Rows, Sara, Stage, Step
from processes.steps import occasions

DOERS = (
    Role.COMMUNITY_OFFICER,
    Role.MUNICIPAL_COORDINATOR,
    Role.GROUP_MANAGER,
    Role.EMPLOYEE,
    Role.PARTNER,
)
LEADERS = (Role.COMMUNITY_OFFICER, Role.MUNICIPAL_COORDINATOR)

STEP = Step(
    key="implementation",
    slug="genomforande",
    title="Genomförande",
    stage=Stage.KEEP,
    sara=Sara.RESPONSE,
    kind=Kind.STANDING,
    record="processes.Process",
    path="",
    outside=True,
    lead="Gör det ni har lovat, och skriv ned det medan ni minns.",
    tells=occasions.IMPLEMENTATION,
    edited_by=DOERS,
    gates=(),
    needs=(Need("activity_plan"),),
    sections=(
        Panel("laget", "Lovat och gjort", "agreements.kept_panel.panel", "agreements/_kept.html"),
        Panel(
            "timmar", "Planerade och använda timmar", "agreements.hours_panel.panel", "agreements/_hours.html"
        ),
        Rows(
            "logg",
            "Det här har vi gjort",
            "agreements.ActivityLog",
            "process",
            ("activity", "done_on", "amount", "hours", "by_party", "note"),
            ("activity", "done_on", "amount", "by_party"),
            add_label="Skriv in något som gjorts",
            intro="Aktivitet och dag räcker. Skriv mer när det finns något att lära av.",
            owner="processes.Process",
            counted=True,
        ),
        Rows(
            "andringar",
            "Ändrade aktiviteter",
            "agreements.ActivityChange",
            "process",
            ("activity", "changed_on", "what_changed", "why"),
            ("activity", "changed_on", "what_changed"),
            add_label="Skriv in en ändring",
            intro="Blev det inte som lovat? Skriv vad ni gör i stället och varför: medborgarna får läsa båda. "
            "Ändrar ni en lovad aktivitet i planen hamnar det här av sig självt.",
            edited_by=LEADERS,
            owner="processes.Process",
            bound="agreements.implementation.changes.recorded",
        ),
    ),
)
