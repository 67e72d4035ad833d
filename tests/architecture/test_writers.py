"""Rows are written by actions alone, one at a time: nothing goes past history, version and lock."""

import ast
from functools import cache

import pytest
from django.apps import apps
from django.conf import settings

from processes.models import Record

ROOMS = ("processes", "dialogs", "agreements", "medborgarloften")
SOURCES = [
    path
    for room in ROOMS
    for path in sorted((settings.BASE_DIR / room).rglob("*.py"))
    if "migrations" not in path.parts
]
PAST_HISTORY = {"bulk_create", "bulk_update", "_raw_delete", "raw"}
# Files whose work it is to write, besides the actions: what is theirs is no row of the work.
WRITERS = {
    "processes/writing.py",
    "processes/views/drafts.py",  # what a person is typing
    "processes/views/here.py",  # receipts of forms that were sent
    "agreements/signing/acts.py",
    "agreements/signing/finishing.py",
    "agreements/signing/freezing.py",
    "agreements/ways/copies.py",
    "agreements/publication/publishing.py",
    "agreements/publication/accounting.py",
    "agreements/publication/accessibility.py",  # what comes from outside, by nobody
    "agreements/publication/index.py",  # derived from the snapshots, which no history is kept of
    "agreements/closing.py",
    "agreements/follow_up/actions.py",  # that something was taken out
    "agreements/chain.py",
    "medborgarloften/portal/people.py",
}
WRITES = {"save", "create", "get_or_create", "update_or_create", "delete", "add", "set"}


@cache
def calls(source: str) -> list[tuple[str, ast.Call]]:
    """(method name, call) of every method call."""
    nodes = ast.walk(ast.parse(source))
    return [
        (node.func.attr, node)
        for node in nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]


def past_history(source: str) -> list[int]:
    """The lines that write past history. A dictionary's `update` has positional arguments."""
    return [
        call.lineno
        for name, call in calls(source)
        if name in PAST_HISTORY or (name == "update" and call.keywords and not call.args)
    ]


def _through_an_action(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "actions"


def writes(source: str) -> list[int]:
    """The lines that write rows through a manager, a queryset or an object."""
    managers = ("objects", "_base_manager", "_default_manager")
    return [
        call.lineno
        for name, call in calls(source)
        if (name == "save" and not call.args and not _through_an_action(call))
        or (
            name in WRITES
            and any(isinstance(n, ast.Attribute) and n.attr in managers for n in ast.walk(call.func))
        )
    ]


@pytest.mark.row("X-4")
def test_nothing_is_written_past_history():
    assert SOURCES
    found = {path: lines for path in SOURCES if (lines := past_history(path.read_text()))}
    # The one line that gives many rows the same values; it writes their history itself.
    assert {str(path.relative_to(settings.BASE_DIR)): len(lines) for path, lines in found.items()} == {
        "processes/writing.py": 1
    }


@pytest.mark.parametrize(
    "fault",
    [
        "Activity.objects.filter(pk=1).update(what='x')",
        "rows.update(**values)",
        "Activity.objects.bulk_create(rows)",
        "Activity.objects.bulk_update(rows, ['what'])",
        "Activity.objects.raw('DELETE FROM x')",
    ],
)
def test_a_planted_write_past_history_is_found(fault):
    assert past_history(f"import this\n{fault}\n") == [2]


def test_a_dictionary_may_be_updated():
    assert past_history("found.update({1: 2}); digest.update(chunk)") == []


def test_those_and_only_those_whose_work_it_is_write_rows():
    found = {str(path.relative_to(settings.BASE_DIR)) for path in SOURCES if writes(path.read_text())}
    rooms = ("/actions/", "/models/", "/commands/", "/demo/")
    assert {name for name in found if not any(room in name for room in rooms)} == WRITERS


@pytest.mark.parametrize("fault", ["Activity.objects.create(what='x')", "activity.save()"])
def test_a_planted_write_in_a_view_is_found(fault):
    assert writes(f"def view(request):\n    {fault}\n") == [2]


@pytest.mark.row("X-4")
def test_every_record_keeps_its_history_with_the_round():
    records = [model for model in apps.get_models() if issubclass(model, Record)]
    assert len(records) > 30
    for model in records:
        names = {field.name for field in model.history.model._meta.get_fields()}
        assert {"history_user", "round_id", "history_change_reason"} <= names, model


def test_no_hand_written_sql_outside_its_named_files():
    sql = {
        str(path.relative_to(settings.BASE_DIR))
        for path in SOURCES
        if any(name == "cursor" for name, _ in calls(path.read_text()))
    }
    assert sql == {
        "processes/queries.py",  # the one query of the facts
        "medborgarloften/backup/databases.py",  # asks the copy itself, and a snapshot of its own
        "medborgarloften/health.py",
        "processes/seclusion.py",  # the role of the intelligence part
        "agreements/append_only.py",  # locks
        "agreements/chain.py",
    }
