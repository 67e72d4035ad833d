"""What was signed can't be changed by any path: the databases themselves refuse."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import F, Model
from django.utils import timezone

from agreements import append_only
from agreements.models import (
    ChainContent,
    DocumentVersion,
    Publication,
    SealedDocument,
    SigningAct,
    SigningCopy,
)
from agreements.verifying import checking
from dialogs.models import Submission, SubmittedView
from processes import actions
from processes.method import get_method
from processes.models import AccessLog
from tests import publishing, record, situations, web

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
ERASABLE = [model for model in apps.get_models() if model._meta.db_table in append_only.ERASABLE]
LOCKED = [model for model in apps.get_models() if model._meta.db_table in append_only.LOCKED]
OF_SIGNING = {"DocumentVersion", "SigningAct", "SealedDocument", "Registration", "Publication", "ChainEntry"}


@situations.kept
def with_a_row_of_each(prefix: str):
    """A published promise, and something in every table that has a lock."""
    found = situations.published_promise(prefix)
    AccessLog.objects.create(user=found.cast.chief, what="Underrättelsedelen", purpose="Inför lägesbilden")
    AccessLog.objects.create(user=found.cast.chief, what="Lägesbild Åby", purpose="Planering")
    actions.share(
        by=found.cast.officer,
        round_=found.round,
        step=found.method["local_situation"],
        subject_id=found.situation.pk,
        recipients=[found.municipality],
        content={"title": "Lägesbilden"},
        sha256="0" * 64,
    )
    record.everything(found)
    publishing.account(found)
    digital = web.opened(found)
    web.sent(digital, "Mörkt vid tunneln.")
    found.edit(web.views(digital).get(), outcome="focus")
    web.answered(found, digital)
    SigningCopy.objects.create(version=found.sent, pdf=b"%PDF", sha256="0" * 64, made_at=timezone.now())
    return found


@pytest.fixture
def world():
    found = with_a_row_of_each()
    connection.check_constraints()  # PostgreSQL empties no table that still has checks to come
    return found


def refused(act) -> bool:
    """Whether the database itself says no, and for the right reason."""
    try:
        with transaction.atomic():
            act()
    except DatabaseError as error:
        return append_only.REFUSAL in str(error)
    return False


def raw(sql: str, *values):
    def run():
        with connection.cursor() as cursor:
            cursor.execute(sql, values)

    return run


@pytest.mark.row("LOF-5")
def test_every_lock_is_there_after_the_last_migration():
    assert append_only.set_locks(connection) == set(append_only.wanted(connection.vendor))
    assert {model._meta.db_table for model in LOCKED} == set(append_only.LOCKED)
    assert {model.__name__ for model in LOCKED} >= OF_SIGNING
    assert list(checking.locks_off()) == []


def test_a_lock_that_is_gone_is_noticed():
    table = DocumentVersion._meta.db_table
    on = f" ON {table}" if connection.vendor == "postgresql" else ""
    raw(f"DROP TRIGGER {table}_no_update{on}")()
    assert [str(fault) for fault in checking.locks_off()] == [f"Låset mot update på tabellen {table} saknas."]


@pytest.mark.slow
@pytest.mark.row("LOF-5")
@pytest.mark.parametrize("model", [*LOCKED, *ERASABLE])
def test_no_path_changes_a_locked_row(world, model):
    row, table = model.objects.first(), model._meta.db_table
    column = model._meta.concrete_fields[-1]
    field, name = column.name, column.column
    before = list(model.objects.order_by("pk").values())
    assert before
    assert refused(lambda: model.objects.update(**{field: F(field)}))
    assert refused(lambda: model.objects.filter(pk=row.pk).update(**{field: F(field)}))
    assert refused(lambda: Model.save(row, force_update=True))
    assert refused(lambda: model.objects.bulk_update([row], [field]))
    assert refused(raw(f"UPDATE {table} SET {name} = {name}"))
    assert refused(raw(f"UPDATE {table} SET {name} = {name} WHERE id = %s", row.pk))
    assert list(model.objects.order_by("pk").values()) == before


@pytest.mark.slow
@pytest.mark.row("LOF-5")
@pytest.mark.parametrize("model", LOCKED)
def test_no_path_removes_a_locked_row(world, model):
    table, count = model._meta.db_table, model.objects.count()
    empty = f"TRUNCATE {table} CASCADE" if connection.vendor == "postgresql" else f"DELETE FROM {table}"
    assert refused(raw(empty))
    assert refused(raw(f"DELETE FROM {table} WHERE id > 0"))
    assert refused(lambda: model.objects.all()._raw_delete(using="default"))
    assert model.objects.count() == count > 0


@pytest.mark.row("LOF-5")
@pytest.mark.parametrize("model", [SealedDocument, Publication, SigningAct])
def test_neither_do_the_models_own_deletes(world, model):
    assert refused(model.objects.first().delete)
    assert refused(model.objects.all().delete)


@pytest.mark.row("LOF-5")
def test_a_row_is_not_replaced_by_another_of_the_same_key(world):
    row = situations.documents().get()
    forged = SealedDocument(
        pk=row.pk,
        version_id=row.version_id,
        pdf=b"%PDF",
        sha256="0" * 64,
        is_prov=False,
        sealed_at=row.sealed_at,
    )
    assert refused(forged.save)
    columns = "id, version_id, pdf, sha256, is_prov, sealed_at"
    insert = f"INTO {row._meta.db_table} ({columns}) VALUES (%s, %s, %s, %s, %s, %s)"
    if connection.vendor == "sqlite":
        replace = f"INSERT OR REPLACE {insert}"
    else:
        replace = f"INSERT {insert} ON CONFLICT (version_id) DO UPDATE SET sha256 = excluded.sha256"
    for pk in (row.pk, row.pk + 1):
        assert refused(raw(replace, pk, row.version_id, b"%PDF", "0" * 64, False, row.sealed_at))
    assert situations.documents().get().sha256 == row.sha256


@pytest.mark.row("LOF-5")
def test_no_form_and_no_action_writes_to_what_is_locked():
    locked = {model._meta.label for model in [*LOCKED, *ERASABLE]}
    edited = {
        label
        for step in get_method()
        for label in [step.record, *(getattr(section, "model", "") for section in step.sections)]
    }
    assert not edited & locked
    assert "agreements.Promise" in edited


def test_content_may_be_erased_and_nothing_else(world):
    assert {model.__name__ for model in ERASABLE} == {
        "AccessLog",
        "ChainContent",
        "ReleasePackage",
        "Submission",
        "SubmittedView",
    }
    assert ChainContent.objects.first().delete()[0] == 1
    assert SubmittedView.objects.first().delete()[0] == 1
    assert Submission.objects.first().delete()[0] == 1


def test_no_later_migration_leaves_a_table_unlocked():
    """The locks come last, so that no rebuilt SQLite table loses them."""
    leaves = [
        name for app, name in MigrationExecutor(connection).loader.graph.leaf_nodes() if app == "agreements"
    ]
    assert len(leaves) == 1 and leaves[0].endswith("append_only")
