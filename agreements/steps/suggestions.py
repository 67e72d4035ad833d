"""What the round already says of a promise: shown in its blank fields, kept or changed by those who write."""

from __future__ import annotations

from typing import Any

from processes.method import Facts, Row

Suggestion = dict[str, Any]


def next_focus_area(facts: Facts, promise: Row) -> Suggestion:
    """The first chosen focus area that no promise is about."""
    taken = {row.focus_area_id for row in facts.rows("agreements.PromiseFocus")}
    chosen = facts.rows("processes.FocusArea", becomes_promise=True)
    return {"focus_area": next((row.id for row in chosen if row.id not in taken), None)}


def own_words(facts: Facts, promise: Row) -> Suggestion:
    """Who promises whom; what citizens said; where the plan says that they are told."""
    parties = [row.name for row in facts.rows("processes.Party")]
    names = " och ".join([", ".join(parties[:-1]), parties[-1]]) if len(parties) > 1 else "".join(parties)
    areas = {row.focus_area_id for row in facts.rows("agreements.PromiseFocus", promise_id=promise.id)}
    problems = {row.problem_id for row in facts.rows("processes.FocusArea") if row.id in areas}
    said = [row.citizen_view for row in facts.rows("processes.Problem") if row.id in problems]
    result = facts.one("processes.CommunicationActivity", moment="result")
    return {
        "introduction": f"Det här lovar {names} er som bor och verkar i {facts.round.area_name}.",
        "picture": "\n".join(filter(None, said)),
        "follow": f"Vi berättar hur det går här: {result.channel}." if result and result.channel else "",
    }


def grounds(facts: Facts, promise: Row) -> Suggestion:
    """The agreement, when there is but one."""
    agreements = facts.rows("agreements.CollaborationAgreement")
    return {"agreement": agreements[0].id if len(agreements) == 1 else None}


def next_signatory(facts: Facts, promise: Row) -> Suggestion:
    """The chief, then the municipality's representative, with the mandate of the agreement."""
    there = {row.party_id for row in facts.rows("agreements.Signatory", promise_id=promise.id)}
    agreement = facts.get("agreements.CollaborationAgreement", promise.agreement_id)
    for kind, mandate in (("police", "police_mandate"), ("municipality", "municipal_mandate")):
        for party in facts.rows("processes.Party", kind=kind):
            if party.id not in there:
                return {
                    "party": party.id,
                    "user": party.signer_id,
                    "title": party.signer_title,
                    "mandate": agreement[mandate] if agreement else "",
                }
    return {}
