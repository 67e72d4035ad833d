"""docs/rows.md: which test proves which row of the requirements, and on which page the row is met.

The marks are read from the source of the tests, nothing is run. A criterion whose code no example
spoils is an error: its row would be proved by nobody.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from processes.method import Method

HEADER = """# Rows

Written by `manage.py docs` from the marks in `tests/` (`@pytest.mark.row("DIA-10")`) and from the examples in
`tests/examples/`; edit those, not this. A test is listed for a row only when it fails once the rule is taken out.
"""
EXAMPLES = "tests/integration/test_examples.py::test_one_thing_taken_away_is_missed_by_its_criterion_alone"
ANYWHERE = "–"


class Unproved(Exception):
    """A declared criterion that no marked test proves."""


def _is_row_mark(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.row"


def _ids(node: ast.AST) -> Iterator[tuple[str, str]]:
    """(row, page) of every row mark inside a piece of source."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and _is_row_mark(call):
            page = next((str(ast.literal_eval(k.value)) for k in call.keywords if k.arg == "page"), "")
            for argument in call.args:
                if isinstance(argument, ast.Constant):
                    yield str(argument.value), page


def _tests(nodes: list[ast.stmt], prefix: str, around: list[ast.AST]) -> Iterator[tuple[str, list[ast.AST]]]:
    """(name, where its marks stand) of every test in a module or class."""
    for node in nodes:
        if isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            yield from _tests(node.body, f"{prefix}{node.name}::", [*around, *node.decorator_list])
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test"):
            yield f"{prefix}{node.name}", [*around, *node.decorator_list]


def _assigned(module: ast.Module, name: str) -> list[ast.AST]:
    """The values a module gives to a name."""
    return [
        node.value
        for node in module.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and node.value is not None
        and any(
            ast.unparse(t) == name for t in (node.targets if isinstance(node, ast.Assign) else [node.target])
        )
    ]


def marks(root: Path) -> Iterator[tuple[str, str, str]]:
    """(row, test, page) of every marked test below `root`."""
    for path in sorted((root / "tests").rglob("test_*.py")):
        module = ast.parse(path.read_text())
        place = path.relative_to(root).as_posix()
        for name, where in _tests(module.body, f"{place}::", _assigned(module, "pytestmark")):
            for node in where:
                yield from ((row, name, page) for row, page in _ids(node))


def examples(root: Path) -> dict[str, str]:
    """Each criterion's key, and the file whose example proves it."""
    found = {}
    for path in sorted((root / "tests" / "examples").glob("*.py")):
        for value in _assigned(ast.parse(path.read_text()), "SPOILS"):
            if isinstance(value, ast.Dict):
                keys = [k.value for k in value.keys if isinstance(k, ast.Constant)]
                found |= {str(key): path.relative_to(root).as_posix() for key in keys}
    return found


def _order(row: str) -> tuple[str, int]:
    letters, _, number = row.partition("-")
    return letters, int(number) if number.isdigit() else 0


def text(method: Method, root: Path) -> str:
    """The whole document. Unproved when a criterion has no example."""
    tests: dict[str, list[str]] = defaultdict(list)
    pages: dict[str, list[str]] = defaultdict(list)
    there = examples(root)
    missing = [c.key for step in method for c in step.criteria if c.key not in there]
    if missing:
        raise Unproved(f"No example in tests/examples spoils {', '.join(missing)}.")
    for step in method:
        for criterion in step.criteria:
            tests[criterion.code].append(f"{EXAMPLES}[{criterion.key}]")
            pages[criterion.code].append(f"/processer/…/steg/{step.slug}/")
    for row, test, page in marks(root):
        if not re.fullmatch(r"[A-ZÅÄÖ]+-\d+", row):
            raise Unproved(f"{test} is marked with {row!r}, which is no row.")
        tests[row].append(test)
        if page:
            pages[row].append(page)
    lines = [HEADER, "| Row | Tests | Page |", "|---|---|---|"]
    for row in sorted(tests, key=_order):
        found = "<br>".join(f"`{test}`" for test in dict.fromkeys(tests[row]))
        lines.append(f"| {row} | {found} | {'<br>'.join(dict.fromkeys(pages[row])) or ANYWHERE} |")
    return "\n".join(lines) + "\n"
