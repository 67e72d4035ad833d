"""Whether an agreement is in force, in words: computed from what was signed, never typed (OVE-3, OVE-4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from agreements.steps.signed import holds_on, in_force, notice_of
from processes.method import Facts, Row
from processes.pages.values import day

SOON = 90  # days before it runs out that those who lead are told


@dataclass(frozen=True, slots=True)
class Force:
    """Where an agreement stands: `key` is waits, holds, ends (soon) or ended."""

    key: str
    text: str
    by_notice: bool = False

    @property
    def to_extend(self) -> bool:
        """Whether it is time to decide if it is to be extended."""
        return self.key in ("ends", "ended") and not self.by_notice


def force(facts: Facts, agreement: Row) -> Force | None:
    """Of the latest version that all have signed; none while there is no such."""
    version = in_force(facts, agreement)
    if version is None:
        return None
    today, end = facts.today, version.valid_until
    notice = notice_of(facts, version)
    if notice and not (end and end < notice.ends_on):
        who = f"Uppsagd av {notice.organisation}, {notice.name}."
        if notice.ends_on <= today:
            return Force("ended", f"{who} Gäller inte från {day(notice.ends_on)}.", by_notice=True)
        return Force("ends", f"{who} Gäller till {day(notice.ends_on - timedelta(days=1))}.", by_notice=True)
    if end and end < today:
        return Force("ended", f"Löpte ut {day(end)}.")
    if not holds_on(facts, version, today):
        return Force("waits", f"Underskriven. Börjar gälla {day(version.valid_from)}.")
    if end is None:
        return Force("holds", "Gäller tills vidare.")
    left = (end - today).days
    if left <= SOON:
        when = "i dag" if not left else "i morgon" if left == 1 else f"om {left} dagar, {day(end)}"
        return Force("ends", f"Gäller, men löper ut {when}.")
    return Force("holds", f"Gäller till {day(end)}.")


def in_force_on(facts: Facts, agreement_id: int | None, day_: date) -> Row | None:
    """The signed version of the agreement that is in force on a day, or none."""
    agreement = facts.get("agreements.CollaborationAgreement", agreement_id)
    version = in_force(facts, agreement) if agreement else None
    return version if version and holds_on(facts, version, day_) else None
