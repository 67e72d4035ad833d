"""What a later published version of a promise changed in how it is counted (FAL-1). Pure: snapshots in, words out."""

from __future__ import annotations

from typing import Any

from processes.plan.words import target_words


def changed_targets(before: dict[str, Any], after: dict[str, Any]) -> list[dict[str, str]]:
    """Each activity that is promised otherwise than before, is new, or is promised no longer."""
    then, now = ({a["what"]: _promised(a["target"]) for a in one["activities"]} for one in (before, after))
    both = {**then, **now}
    return [
        {"what": what, "before": then.get(what, ""), "after": now.get(what, "")}
        for what in both
        if then.get(what) != now.get(what)
    ]


def _promised(target: dict[str, Any]) -> str:
    """What is promised and what counts, in words; that nothing countable is promised is said too."""
    words = target_words(target) or "Inget mål i tal"
    return f"{words.rstrip('.')}. Räknas: {target['counts']}" if target["counts"] else words
