"""What a change would cost while a document is out to be signed: said before it is made (X-6)."""

from __future__ import annotations

from processes import guard
from processes.method import Facts, Method

LINKS = {"citizen_promise": "promise_id", "collaboration_agreement": "agreement_id"}


def signatures(method: Method, facts: Facts) -> str:
    """A warning that names the document and whose signatures would count no longer; empty when none is out."""
    found = []
    for key, link in LINKS.items():
        step = method[key]
        for subject in facts.rows(step.record):
            if guard.status(facts, step, subject) is not guard.Status.WAITING:
                continue
            version = facts.rows("agreements.DocumentVersion", **{link: subject.id})[-1]
            acts = facts.rows("agreements.SigningAct", version_id=version.id, kind="signed")
            names = " och ".join(act.name for act in acts)
            lost = f" Då upphävs underskriften från {names}." if names else ""
            found.append(
                f"”{subject.title}” är ute för underskrift. Ändrar du något som står där tas version "
                f"{version.number} tillbaka, och en ny måste skickas.{lost} Du får en fråga först."
            )
    return " ".join(found)
