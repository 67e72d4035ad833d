"""Ready-made situations: one round, taken by its own people to where a test begins.

The first call of a session does all the work through the actions. Later calls in an empty
database put the same rows back, which takes milliseconds. Each call gives a `World` of its own.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from datetime import date
from functools import wraps
from importlib import import_module
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.utils import timezone

from agreements import closing, signing
from agreements.models import DocumentVersion, SealedDocument, SigningAct
from agreements.publication import publishing
from agreements.record.actions import registering
from processes.method import get_method
from processes.models import CommunicationActivity, Term
from tests.world import World

OURS = ("processes", "dialogs", "agreements")
NOT_BEFORE_SIGNING = ("implementation", "follow_up", "feedback")
_kept: dict[Any, tuple[bytes, dict[str, tuple[list[str], list[tuple]]]]] = {}


def _tables() -> list[str]:
    models = [m for label in OURS for m in apps.get_app_config(label).get_models(include_auto_created=True)]
    return [
        m._meta.db_table for m in models if m._meta.managed and m is not Term
    ]  # words come with the schema


class _Pack(pickle.Pickler):
    """Steps are compared by identity, so the method is one and the same in every copy."""

    def persistent_id(self, obj: Any) -> str | None:
        return "method" if obj is get_method() else None


class _Unpack(pickle.Unpickler):
    def persistent_load(self, pid: str) -> Any:
        return get_method()


def _packed(world: World) -> bytes:
    buffer = io.BytesIO()
    _Pack(buffer).dump(world)
    return buffer.getvalue()


def _take() -> dict[str, tuple[list[str], list[tuple]]]:
    found = {}
    with connection.cursor() as cursor:
        for table in _tables():
            cursor.execute(f'SELECT * FROM "{table}"')
            if rows := [tuple(map(_as_stored, row)) for row in cursor.fetchall()]:
                found[table] = ([column[0] for column in cursor.description], rows)
    return found


def _as_stored(value: Any) -> Any:
    """SQLite has no dates but texts, which are made once, not each time they are put back."""
    return str(value) if isinstance(value, date) and connection.vendor == "sqlite" else value


def _put_back(tables: dict[str, tuple[list[str], list[tuple]]]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for table, (names, rows) in tables.items():
            columns = ", ".join(f'"{name}"' for name in names)
            marks = ", ".join(["%s"] * len(names))
            cursor.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', rows)


def kept(make: Callable[..., World]) -> Callable[..., World]:
    """Do the work once per session and database; after that put back what it led to."""

    @wraps(make)
    def situation(prefix: str = "aby", **kwargs: Any) -> World:
        if get_user_model()._default_manager.exists():
            return make(prefix, **kwargs)
        # What was made yesterday is another thing today: a run may go on past midnight.
        key = (make.__name__, prefix, *sorted(kwargs.items()), timezone.localdate())
        if key in _kept:
            _put_back(_kept[key][1])
        else:
            world = make(prefix, **kwargs)
            _kept[key] = _packed(world), _take()
        return _Unpack(io.BytesIO(_kept[key][0])).load()

    return situation


@kept
def new_round(prefix: str = "aby") -> World:
    """A round that has just been started."""
    return World(prefix)


@kept
def planned_round(prefix: str = "aby", *, municipality: bool = True) -> World:
    """Every step up to the promise is done, and the promise is formulated: ready to be sent."""
    world = World(prefix, municipality=municipality)
    for step in get_method():
        if step.key not in NOT_BEFORE_SIGNING:
            import_module(f"tests.examples.{step.key}").fill(world)
    return world


@kept
def sent_for_signing(prefix: str = "aby", *, municipality: bool = True) -> World:
    """The promise is out for signing, as `world.sent`; nobody has signed yet."""
    world = planned_round(prefix, municipality=municipality)
    send(world)
    return world


@kept
def sealed_promise(prefix: str = "aby", *, municipality: bool = True) -> World:
    """All have signed `world.sent`, and `world.sealed` is the stored document."""
    world = sent_for_signing(prefix, municipality=municipality)
    sign_all(world)
    world.sealed = signing.finish(world.sent.pk)
    return world


@kept
def registered_promise(prefix: str = "aby") -> World:
    """Both authorities have registered the sealed promise; it may be published."""
    world = sealed_promise(prefix)
    register(world, world.police)
    register(world, world.municipality)
    return world


@kept
def published_promise(prefix: str = "aby") -> World:
    """Citizens can read the promise, as `world.publication`."""
    world = registered_promise(prefix)
    world.publication = publish(world)
    return world


@kept
def closed_promise(prefix: str = "aby") -> World:
    """Most was done, some less than promised and one thing not at all; all of it is told, and the promise closed."""
    world = published_promise(prefix)
    for key in NOT_BEFORE_SIGNING:
        import_module(f"tests.examples.{key}").fill(world)
    for line in CommunicationActivity.objects.filter(process=world.round):
        world.edit(line, done_on=world.today, evaluation="Hälften hade läst affischen.")
    closing.close(by=world.cast.officer, round_=world.round, promise_id=world.promise.pk)
    world.round.refresh_from_db()
    return world


def versions() -> Any:
    """The versions of promises; before them the agreement's were signed."""
    return DocumentVersion.objects.exclude(promise=None)


def acts() -> Any:
    """What was done with versions of promises."""
    return SigningAct.objects.exclude(version__promise=None)


def documents() -> Any:
    """The sealed documents of promises."""
    return SealedDocument.objects.exclude(version__promise=None)


def send(world: World) -> Any:
    """Send the promise to be signed; the version is `world.sent`."""
    world.sent = signing.send(by=world.cast.officer, round_=world.round, promise_id=world.promise.pk)
    return world.sent


def sign(world: World, user: Any, shown_hash: str | None = None) -> Any:
    """Sign the version that is out, as that person was shown it."""
    shown = world.sent.content_hash if shown_hash is None else shown_hash
    return signing.sign(by=user, round_=world.round, version_id=world.sent.pk, shown_hash=shown)


def sign_all(world: World) -> None:
    """Everyone who is to sign does."""
    for signatory in world.signatories.values():
        sign(world, signatory.user)


def register(world: World, organisation: Any, number: str = "") -> Any:
    """Enter the sealed promise in an authority's register."""
    values = {
        "organisation": organisation,
        "diary_number": number or f"A{organisation.pk}.483/{world.today.year}",
        "registered_on": world.today,
        "description": "Medborgarlöfte",
    }
    return registering.register(
        by=world.cast.registrar, round_=world.round, version_id=world.sent.pk, values=values
    )


def publish(world: World, by: Any = None) -> Any:
    """Publish the registered promise."""
    return publishing.publish(
        by=by or world.cast.communicator,
        round_=world.round,
        version_id=world.sent.pk,
        checked="Läst av mig och av Eva på kommunen; inga medborgare nämns.",
    )
