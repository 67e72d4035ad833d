"""Entering a sealed document in an authority's register, and putting a slip right. Both only ever add rows."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction

from processes import queries
from processes.method import Facts, Row, get_method
from processes.models import Organisation, Process, User
from processes.writing import ReasonNeeded, Refused, current, demand, under_lock, write

from ... import chain
from ...agreement.decided import Decided, of_agreement
from ...models import NumberNote, ProtectedSubject, RegisterSetting, Registration
from ...steps.signed import AUTHORITIES
from .. import events, numbers
from ..policies import can_explain, can_register, can_set_register

PUBLIC = ("diary_number", "registered_on", "subject_code", "description", "sender", "recipient")
FEW = 20
USED = "Diarienumret {} är redan använt för ”{}”. Kontrollera numret. Hör handlingen till samma ärende: lägg till dess nummer sist, till exempel -2."  # noqa: E501


def setting_of(organisation: Organisation) -> RegisterSetting:
    """How the authority keeps its register; as usual where it has said nothing (not saved)."""
    kept = RegisterSetting.objects.filter(organisation=organisation).first()
    code = "483" if organisation.kind == Organisation.Kind.POLICE else ""
    return kept or RegisterSetting(organisation=organisation, subject_code=code)


def _authority(facts: Facts, organisation: Organisation) -> None:
    party = facts.one("processes.Party", organisation_id=organisation.pk)
    if party is None or party.kind not in AUTHORITIES:
        raise Refused("Bara polisen och kommunen i den här rundan har ett diarium för löftet.")


def _is_free(organisation: Organisation, number: str, besides: Registration | None = None) -> None:
    """The number is nobody else's, in whatever way it is written; those that were put right are free again."""
    there = Registration.objects.filter(organisation=organisation, correction=None)
    if besides is not None:
        there = there.exclude(pk=besides.pk)
    for row in there.only("diary_number", "description").iterator():
        if numbers.same(row.diary_number) == numbers.same(number):
            raise Refused(USED.format(row.diary_number, row.description))


def _enter(
    by: User,
    facts: Facts,
    version_id: int,
    values: dict[str, Any],
    *,
    decision: int | None = None,
    replaces: Registration | None = None,
    why: str = "",
) -> Registration:
    """Add the row with what can't be told apart, and its event."""
    values = dict(values)
    hidden, ground = values.pop("protected", ""), values.pop("ground", None)
    organisation = values["organisation"]
    if hidden and organisation.pk not in queries.actor_in(by, _round(facts)).organisations:
        raise Refused(
            f"Bara den som arbetar hos {organisation} kan skriva in det som inte är offentligt där. "
            "Lämna den rutan tom."
        )
    _is_free(organisation, values["diary_number"], replaces)
    sought = _sought(facts, version_id, values)
    try:
        with transaction.atomic():
            made = Registration.objects.create(
                version_id=version_id,
                decision=decision,
                by=by,
                sought=sought,
                replaces=replaces,
                why=why,
                **values,
            )
    except IntegrityError:
        raise Refused(
            "Handlingen är redan registrerad där, eller så är diarienumret redan använt. Kontrollera numret."
        ) from None
    if hidden.strip():
        ProtectedSubject.objects.create(registration=made, text=hidden, ground=ground)
    chain.append(
        "registered", f"version:{version_id}", events.registered(made, protected=bool(hidden.strip()))
    )
    return made


def _round(facts: Facts) -> Process:
    return Process.objects.select_related("area").get(pk=facts.round.id)


def _sought(facts: Facts, version_id: int, values: dict[str, Any]) -> str:
    words = [str(values.get(name) or "") for name in PUBLIC]
    words += [title_of(facts, version_id), facts.round.area_name, str(values["organisation"])]
    return " ".join(" ".join(words).casefold().split())


def document_of(facts: Facts, version_id: int) -> Row | None:
    """The promise or agreement that the version is of."""
    version = facts.get("agreements.DocumentVersion", version_id)
    if version is None:
        return None
    if version.promise_id is not None:
        return facts.get("agreements.Promise", version.promise_id)
    return facts.get("agreements.CollaborationAgreement", version.agreement_id)


def title_of(facts: Facts, version_id: int) -> str:
    """What the document is called."""
    found = document_of(facts, version_id)
    return found.title if found else ""


@under_lock
def register(
    *, by: User, round_: Process, version_id: int, values: dict[str, Any], decision: int | None = None
) -> Registration:
    """Record the number an authority's register gave the sealed document, or a decision in it (LOF-7, OVE-3)."""
    demand(can_register(queries.actor_in(by, round_)))
    facts = queries.load_facts(get_method(), round_.pk)
    if facts.one("agreements.SealedDocument", version_id=version_id) is None:
        raise Refused("Handlingen är inte underskriven och förseglad ännu, så den kan inte registreras.")
    _authority(facts, values["organisation"])
    if decision is not None and decision_in(facts, version_id, decision) is None:
        raise Refused("Beslutet är inte underskrivet, eller har en egen plats i en tidigare version.")
    return _enter(by, facts, version_id, values, decision=decision)


def decision_in(facts: Facts, version_id: int, number: int) -> Decided | None:
    """The decision that first stood at that place of a sealed version of an agreement."""
    version = facts.get("agreements.DocumentVersion", version_id)
    if version is None or version.agreement_id is None:
        return None
    found = of_agreement(version.agreement_id)
    return next((one for one in found if (one.version_id, one.number) == (version_id, number)), None)


@under_lock
def correct(
    *, by: User, round_: Process, registration_id: int, values: dict[str, Any], why: str
) -> Registration:
    """Put a registration right by a new row; the one with the slip stays to be read. Says what and why."""
    demand(can_register(queries.actor_in(by, round_)))
    if not why.strip():
        raise ReasonNeeded
    old = Registration.objects.select_related("organisation").filter(pk=registration_id).first()
    facts = queries.load_facts(get_method(), round_.pk)
    if old is None or facts.get("agreements.Registration", registration_id) is None:
        raise Refused("Registreringen finns inte längre.")
    if hasattr(old, "correction"):
        raise Refused("Registreringen är redan rättad. Rätta den senaste i stället.")
    values = {**values, "organisation": old.organisation}
    if old.organisation_id not in queries.actor_in(by, round_).organisations:
        raise Refused(f"Bara den som arbetar hos {old.organisation} kan rätta i dess diarium.")
    return _enter(by, facts, old.version_id, values, decision=old.decision, replaces=old, why=why)


@transaction.atomic
def set_register(
    *, by: User, organisation: Organisation, version: int, subject_code: str, own_series: bool
) -> RegisterSetting:
    """Say how the authority keeps its register. Conflict when somebody else just did."""
    demand(can_set_register(roles_in(by, organisation)))
    setting = setting_of(organisation)
    if setting.pk:
        setting = current(setting, version)
    setting.subject_code, setting.own_series = " ".join(subject_code.split()), own_series
    setting.owner = organisation
    return write(setting, by=by, round_=None)


@transaction.atomic
def explain(*, by: User, organisation: Organisation, series: str, number: int, why: str) -> NumberNote:
    """Say why a number is missing; once, since an honest gap has one explanation."""
    demand(can_explain(roles_in(by, organisation)))
    if not why.strip():
        raise ReasonNeeded
    made, new = NumberNote.objects.get_or_create(
        organisation=organisation, series=series, number=number, defaults={"why": why.strip(), "by": by}
    )
    if new:
        chain.append("explained", f"number:{made.pk}", events.explained(made))
    return made


def roles_in(user: User, organisation: Organisation) -> set[Any]:
    """The roles that the person holds in the authority today."""
    return {m.role for m in queries.memberships(user) if m.organisation_id == organisation.pk}
