"""A change to what is out for signing takes the version back in the same act; before, it is said at what cost (X-6)."""

from __future__ import annotations

from django.db.models import Q

from agreements.models import DocumentVersion, SigningAct
from agreements.steps.signed import lacking, out_for_signing
from processes import queries
from processes.method import Facts, Row, get_method
from processes.models import Process, User
from processes.writing import ASK_FIRST, AtStake

from .acts import end
from .freezing import unchanged
from .kinds import KINDS, Kind


def see(*, by: User | None, round_: Process) -> None:
    """Take back each version that no longer says what the round says. AtStake when whoever acts is to be asked.

    Run after every act in the round. What citizens send in by themselves changes no document.
    """
    if by is None or not _any_out(round_):
        return
    facts = queries.load_facts(get_method(), round_.pk)
    changed = [
        (kind, subject, version)
        for kind in KINDS
        for subject in facts.rows(kind.record)
        if (version := out_for_signing(facts, subject))
        and version.process_id in (None, round_.pk)
        and lacking(facts, version)
        and not unchanged(facts, subject, version)
    ]
    if changed and ASK_FIRST.get():
        raise AtStake([_cost(facts, *one) for one in changed])
    for kind, _, version in changed:
        reason = f"{by.name} ändrade något som står i {kind.the} medan versionen var ute för underskrift."
        end(by, version, SigningAct.Kind.WITHDRAWN, reason)


def _any_out(round_: Process) -> bool:
    """Whether anything can be out at all; asked first, since most acts happen when nothing is."""
    here = Q(process=round_) | Q(process=None, promise__process=round_)
    ended = SigningAct.objects.exclude(kind=SigningAct.Kind.SIGNED).values("version_id")
    return DocumentVersion.objects.filter(here, sealed=None).exclude(pk__in=ended).exists()


def _cost(facts: Facts, kind: Kind, subject: Row, version: Row) -> str:
    acts = facts.rows("agreements.SigningAct", version_id=version.id, kind="signed")
    names = " och ".join(act.name for act in acts)
    lost = f"Underskriften från {names} upphävs." if names else "Ingen har skrivit under ännu."
    return (
        f"Version {version.number} av ”{subject.title}” tas tillbaka. {lost} När ni har ändrat klart skickar den som "
        f"leder arbetet en ny version av {kind.the}, och alla skriver under den."
    )
