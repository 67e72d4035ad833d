"""Birds planted where only some may look, and ears for all that is said elsewhere.

Their names are short, so that no line of a PDF ends inside them, plain, so that no file spells them otherwise,
and end with what no random key holds.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from django.apps import apps
from django.db import connection, models

from processes import actions, guard
from processes.method import Ground, Panel, Section
from processes.models import IntelligenceReference
from tests import pdfs
from tests.world import World

BIRD, OWN, SECRET = "Lom!", "Svan!", "Uv!"  # the police's ground, the municipality's, intelligence


def plant_in_police_ground(world: World) -> int:
    """A bird in every text of the steps that are the police's own, saved by the action like any text."""
    planted = 0
    for step in world.method:
        if step.ground is not Ground.POLICE:
            continue
        for section in step.sections:
            if isinstance(section, Panel):
                continue
            model = apps.get_model(step.record if isinstance(section, Section) else section.model)
            obj = model.objects.filter(**{world.method.paths[model._meta.label]: world.round}).first()
            if obj is None:
                continue
            texts = [
                name
                for name in section.fields
                if isinstance(field := model._meta.get_field(name), models.CharField | models.TextField)
                and not field.choices
                and name != "figures"  # they are numbers, and asked for where it is decided
            ]
            world.edit(obj, reason=f"{BIRD} som skäl", **{n: f"{BIRD} {step.key}.{n}" for n in texts})
            planted += len(texts)
        world.feedback(step.key, world.record(step.record), ["staff"])
    return planted


def plant_in_own_picture(world: World, bird: str = OWN) -> Any:
    """The municipality's own picture, a bird in every text."""
    by, step = world.cast.coordinator, world.method["own_picture"]
    made = actions.create_subject(by=by, round_=world.round, step=step, values={"title": f"{bird} titel"})
    common = {"by": by, "round_": world.round, "step": step, "subject_id": made.pk}
    made = actions.save(
        **common, section=step.section("om"), obj=made, version=made.version, values={"text": f"{bird} text"}
    )
    entry = {"kind": "problem", "title": f"{bird} iakttagelse", "source": f"{bird} källa"}
    actions.add(**common, section=step.section("bilden"), parent=made, values=entry)
    series = {"name": f"{bird} serie", "unit": "count", "figures": "2024; 3\n2025; 5"}
    actions.add(**common, section=step.section("utveckling"), parent=made, values=series)
    return made


def plant_secrets(world: World, numbers: range) -> None:
    """References to intelligence, as many as there are numbers."""
    for number in numbers:
        IntelligenceReference.objects.create(
            situation=world.round.local_situation, what=f"{SECRET} {number}", keeper=SECRET
        )


def settle(world: World) -> None:
    """What no longer rests on what stands there is decided anew; what waits for other steps in the next turn."""
    for turn in range(4):
        waits = []
        for step in world.method:
            for row in world.facts().rows(step.record):
                stale = {gate for gate, _ in guard.standing(world.facts(), step, row).stale}
                try:
                    for gate in [gate for gate in step.gates if gate in stale]:
                        world.decide(step.key, SimpleNamespace(pk=row.id), gate)
                except guard.NotReady as refused:
                    waits.append((turn, step.key, refused))
        if not waits:
            return
    raise AssertionError(waits)


def said(answer: Any) -> str:
    """All that a page or a file says, its name too."""
    return heard(b"".join(answer)) + answer.headers.get("Content-Disposition", "")


def heard(content: bytes) -> str:
    """All that some bytes say, also inside what is packed or embedded, and what they say of themselves."""
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "\n".join(f"{name}\n{heard(packed.read(name))}" for name in packed.namelist())
    if content.startswith(b"%PDF-"):
        inside = pdfs.embedded_files(content)
        files = "\n".join(f"{name}\n{heard(data)}" for name, data in inside.items())
        return "\n".join([*pdfs.pages(content), *pdfs.texts(content), files])
    return content.decode(errors="replace")


NEW_EACH_TIME = re.compile(
    r'nonce="[^"]+"|name="(?:csrfmiddlewaretoken|nyckel|stampel)" value="[^"]+"'
    r"|(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+"
)


def steady(page: str) -> str:
    """A page without what is new each time for everyone: keys against double posts, and the moment."""
    return NEW_EACH_TIME.sub("", page)


@contextmanager
def nobody_asks_for_intelligence() -> Iterator[None]:
    """No question to the database names its tables meanwhile: neither what they hold nor how much."""
    asked: list[str] = []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if IntelligenceReference._meta.db_table in sql or "historicalintelligence" in sql:
            asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield
    assert asked == []
