"""A round as plain JSON values, as far as somebody may see it (LAG-2). Never intelligence (LOK-5)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from django.apps import apps
from django.db import models
from django.utils import timezone

from processes import policies, queries
from processes.method import Facts, Method, Role, Row, get_method
from processes.models import Area, Organisation, Process, Term, User
from processes.models.evidence import About
from processes.personal_data import masked

from . import MARK
from .shape import ACCEPTANCE, NAMED, Kind, refers_to, round_fields, shape
from .values import BLANK, to_json

# Whoever leads the police's side sees all of a round; intelligence is no part of a round's facts.
WHOLE = policies.Actor(0, frozenset({Role.COMMUNITY_OFFICER}), police=True)
# Bookkeeping of evidence: whose it is stands beside it, and what a decision rested on is no log.
_NOT_TOLD = {"version", "process", "step", "subject_model", "subject_id", "by", "at", "inputs", "file"}


def text(data: Mapping[str, Any]) -> bytes:
    """The file: always spelled the same way, so that two can be compared line by line."""
    return (json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def export(
    round_: Process, actor: policies.Actor, facts: Facts | None = None, by: str = ""
) -> dict[str, Any]:
    """All of the round that the actor may see. Asks as many queries of thousands of rows as of one."""
    method = get_method()
    return _Export(method, facts or queries.load_facts(method, round_.pk), actor).whole(round_, by)


class _Export:
    """One export under way: which numbers rows, people and places have got in the file."""

    def __init__(self, method: Method, facts: Facts, actor: policies.Actor):
        self.method, self.facts = method, facts
        self.kinds = [k for k in shape(method).values() if policies.can_see_step(actor, k.step)]
        self.unseen = [step.key for step in method if not policies.can_see_step(actor, step)]
        shown = {kind.label for kind in self.kinds} | NAMED
        self.rows = {
            kind.label: [row for row in self._rows_of(kind) if not _only_unseen(kind, row, shown)]
            for kind in self.kinds
        }
        self.numbers = {
            label: {row["id"]: number for number, row in enumerate(rows, 1)}
            for label, rows in self.rows.items()
        }
        self.people: dict[int, int] = {}
        self.named: dict[str, dict[int, Any]] = {}

    def _rows_of(self, kind: Kind) -> list[Mapping[str, Any]]:
        if not kind.counted:
            return [{**row, "id": row.id} for row in self.facts.rows(kind.label)]
        names = [f.attname for f in kind.fields]
        names += [f"{name}_{half}" for name in kind.pairs for half in ("model", "id")]
        found = kind.model._base_manager.filter(**{self.method.paths[kind.label]: self.facts.round.id})
        found = found.exclude(**getattr(kind.model, "STAYS", {}))
        return list(found.order_by("pk").values("id", *names).iterator(chunk_size=1000))

    def whole(self, round_: Process, by: str) -> dict[str, Any]:
        self._look_up()
        rows = {kind.label: [self._told(kind, row) for row in self.rows[kind.label]] for kind in self.kinds}
        history = dict(self._history())
        return {
            "format": MARK,
            "exported": {"at": timezone.now().isoformat(timespec="seconds"), "by": by},
            "method": self.method.version,
            "round": {
                f.name: value
                for f in round_fields()
                if (value := self._value(f, getattr(round_, f.attname))) not in BLANK
            },
            "rows": {label: found for label, found in rows.items() if found},
            "history": {label: found for label, found in history.items() if found},
            "people": self._people(),
            "left_out": [*self.unseen, *(step.key for step in self.method.beside)],
        }

    # Rows

    def _told(self, kind: Kind, row: Mapping[str, Any]) -> dict[str, Any]:
        values = {f.name: self._value(f, row[f.attname]) for f in kind.fields} | self._pairs(kind, row)
        for name in self.method.masked.get(kind.label, ()):
            values[name] = masked(values[name]) if values.get(name) else None
        number = self.numbers[kind.label][row["id"]]
        return {"id": number, **{name: value for name, value in values.items() if value is not None}}

    def _value(self, field: models.Field, value: Any) -> Any:
        """A field as the file has it; none when it is blank or points out of the file."""
        if value in BLANK:
            return None
        label = refers_to(field)
        if not label:
            return to_json(value)
        if label == User._meta.label:
            return self._person(value)
        if label in self.named:
            return self.named[label].get(value)
        return self.numbers.get(label, {}).get(value)

    def _pairs(self, kind: Kind, row: Mapping[str, Any]) -> dict[str, Any]:
        found = {}
        for name in kind.pairs:
            label, key = row[f"{name}_model"], row[f"{name}_id"]
            if number := self.numbers.get(label, {}).get(key):
                found[name] = {"row": label, "id": number}
        return found

    # People and places

    def _look_up(self) -> None:
        """The names of areas, organisations and words: one query of each."""
        for model in (Area, Organisation):
            found = model.objects.values_list("pk", "name", "kind")
            self.named[model._meta.label] = {pk: {"name": name, "kind": kind} for pk, name, kind in found}
        self.named[Term._meta.label] = dict(Term.objects.values_list("pk", "label"))

    def _person(self, key: int) -> int:
        return self.people.setdefault(key, len(self.people) + 1)

    def _people(self) -> list[dict[str, Any]]:
        """Those the file mentions, by name and title as the pages show them; no address, no account."""
        found = {user.pk: user for user in User.objects.filter(pk__in=self.people)}
        return [
            {"id": number, "name": found[key].name, "title": found[key].title}
            for key, number in self.people.items()
        ]

    # History, to be read

    def _history(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        seen = {step.key for step in self.method} - set(self.unseen)
        for model in apps.get_app_config("processes").get_models():
            if issubclass(model, About):
                label = model._meta.label
                yield label, [self._said(model, row) for row in self.facts.rows(label) if row.step in seen]
        yield from self._approved_and_sealed(seen)
        for kind in self.kinds:
            yield kind.label, list(self._accepted(kind))

    def _said(self, model: type[About], row: Row) -> dict[str, Any]:
        fields = [f for f in model._meta.concrete_fields if f.attname in row and f.name not in _NOT_TOLD]
        values = {f.name: self._value(f, row[f.attname]) for f in fields}
        return {
            "step": row.step,
            "about": self._about(row.subject_model, row.subject_id),
            "by": self._person(row.by_id),
            "at": row.at.isoformat(timespec="seconds"),
            **{name: value for name, value in values.items() if value is not None},
        }

    def _approved_and_sealed(self, seen: set[str]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """That pictures were approved and promises sealed, with the sum of each file; not the files."""
        facts = self.facts
        if "local_situation" in seen:
            yield (
                "processes.SituationVersion",
                [
                    {
                        "about": self._about("processes.LocalSituation", row.situation_id),
                        "number": row.number,
                        "dated_on": to_json(row.dated_on),
                        "by": self._person(row.approved_by_id),
                        "at": row.approved_at.isoformat(timespec="seconds"),
                    }
                    for row in facts.rows("processes.SituationVersion")
                ],
            )
        if "citizen_promise" in seen:
            yield (
                "agreements.SealedDocument",
                [self._sealed(r) for r in facts.rows("agreements.SealedDocument")],
            )

    def _about(self, label: str, key: int) -> dict[str, Any]:
        number = self.numbers.get(label, {}).get(key)
        return {"row": label} | ({"id": number} if number else {})

    def _sealed(self, row: Row) -> dict[str, Any]:
        version = self.facts.get("agreements.DocumentVersion", row.version_id)
        if version.agreement_id:
            about = self._about("agreements.CollaborationAgreement", version.agreement_id)
        else:
            about = self._about("agreements.Promise", version.promise_id)
        return {
            "about": about,
            "number": version.number,
            "content_sha256": version.content_hash,
            "sha256": row.sha256,
            "trial": row.is_prov,
            "at": row.sealed_at.isoformat(timespec="seconds"),
        }

    def _accepted(self, kind: Kind) -> Iterator[dict[str, Any]]:
        """What a party has taken on, by its own word."""
        for row in self.rows[kind.label]:
            told = {name: to_json(row[name]) for name in ACCEPTANCE if row.get(name) not in BLANK}
            if told:
                who = {"by": self._person(row["accepted_by_id"])} if row.get("accepted_by_id") else {}
                yield {"about": self._about(kind.label, row["id"])} | who | told


def _only_unseen(kind: Kind, row: Mapping[str, Any], shown: set[str]) -> bool:
    """Whether a row says nothing, besides what it hangs under, but what this reader may not see."""
    said = [f for f in kind.fields if row[f.attname] not in BLANK and (f.null or not f.is_relation)]
    return bool(said) and all(f.is_relation and refers_to(f) not in shown for f in said)
