"""Many tables in one step of a migration (docs/adr/0029)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.migrations import CreateModel, RunPython
from django.db.migrations.operations.base import Operation


class CreateTables(Operation):
    """Creates the models of many operations as they stand after the last of them.

    Django renders a model and all that is tied to it anew for each operation: with some hundred models that takes
    a quarter of a second for every table. Here nothing is rendered until all of them are known. There is no way
    back: before the first tables there is nothing to go back to.
    """

    reversible = False

    def __init__(self, operations: Sequence[Operation]):
        self.operations = list(operations)
        self.created = [one for one in self.operations if isinstance(one, CreateModel)]

    def state_forwards(self, app_label: str, state: Any) -> None:
        """What every operation makes of the models."""
        state.__dict__.pop("apps", None)  # rendered models; they are when they are next asked for
        for one in self.operations:
            one.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """The tables with all their columns, indexes and constraints."""
        for one in self.created:
            model = to_state.apps.get_model(app_label, one.name)
            if self.allow_migrate_model(schema_editor.connection.alias, model):
                schema_editor.create_model(model)

    def describe(self) -> str:
        """What it does, as `migrate --plan` tells it."""
        return f"Create {len(self.created)} tables"


def at_once(operations: Sequence[Operation]) -> list[Operation]:
    """The operations with all tables made in one; what fills them comes after."""
    tables = [one for one in operations if not isinstance(one, RunPython)]
    rest = list(operations)[len(tables) :]
    assert all(isinstance(one, RunPython) for one in rest), "tables come before what fills them"
    return [CreateTables(tables), *rest]
