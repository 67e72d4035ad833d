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
    """Who promises whom; what citizens said; where they are told; how they have been with so far."""
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
        "involvement": _involved(facts, areas),
    }


def _involved(facts: Facts, areas: set[int]) -> str:
    """That citizens were heard before the focus areas were chosen, and which activities they take part in."""
    heard = any(row.held_on for row in facts.rows("dialogs.CitizenDialog"))
    parts = ["Det ni berättade i dialogerna har avgjort vad löftet handlar om."] if heard else []
    own = [
        row for row in facts.rows("processes.Activity", involves_citizens=True) if row.focus_area_id in areas
    ]
    parts += [f"Ni är också med när det här görs: {row.what.rstrip('.')}." for row in own if row.what]
    return " ".join(parts)


def grounds(facts: Facts, promise: Row) -> Suggestion:
    """The agreement, when there is but one besides those that it stands under."""
    above = {row.under_id for row in facts.rows("agreements.CollaborationAgreement")}
    agreements = [row for row in facts.rows("agreements.CollaborationAgreement") if row.id not in above]
    return {"agreement": agreements[0].id if len(agreements) == 1 else None}


def next_signatory(facts: Facts, promise: Row) -> Suggestion:
    """The chief, then the municipality's representative, with the mandate they had for the agreement."""
    before = facts.rows("agreements.AgreementSignatory", agreement_id=promise.agreement_id)
    return _next(facts, facts.rows("agreements.Signatory", promise_id=promise.id), before)


def next_agreement_signatory(facts: Facts, agreement: Row) -> Suggestion:
    """The chief, then the municipality's representative, with the mandate they had last time, best an agreement's."""
    before = [*facts.rows("agreements.Signatory"), *facts.rows("agreements.AgreementSignatory")]
    return _next(facts, facts.rows("agreements.AgreementSignatory", agreement_id=agreement.id), before)


def _next(facts: Facts, named: list[Row], before: list[Row]) -> Suggestion:
    there = {row.organisation_id for row in named}
    mandates = {(row.organisation_id, row.user_id): row.mandate for row in before}
    for kind in ("police", "municipality"):
        for party in facts.rows("processes.Party", kind=kind):
            if party.organisation_id not in there:
                return {
                    "party": party.id,
                    "user": party.signer_id,
                    "title": party.signer_title,
                    "mandate": mandates.get((party.organisation_id, party.signer_id), ""),
                }
    return {}


def focus_decision(facts: Facts, agreement: Row) -> Suggestion:
    """The round's own focus areas, once the agreement is used in a round after the one it was written in."""
    if facts.round.id == agreement.home_id:
        return {}
    chosen = facts.rows("processes.FocusArea", becomes_promise=True)
    lines = (f"{row.title}: {row.target_picture}" if row.target_picture else row.title for row in chosen)
    return {"text": "\n".join(lines)}
