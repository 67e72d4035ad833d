"""Every refusal has a place: what stands there, and where it is mended, are told where the rule is."""

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.row("X-2")
FORGED = {
    "Den frågan hör inte till det här steget.",
    "Bara krav som är ”bör” i det här steget kan motiveras bort.",
    "Bara myndighetens egna kan lämna ut dess handlingar.",
    "Bara myndighetens egna kan göra dess arkivpaket.",
}
"""What no page offers: there is nothing to mend."""
OF_A_FIELD = {
    "processes/actions/words.py",
    "processes/actions/people.py",
    "dialogs/staff/actions.py",
    "agreements/record/actions/registering.py",
    "agreements/record/actions/bringing_in.py",
}
"""Told at the field of the very form, where all of a form's faults are."""
OF_NO_ROUND = {"agreements/record/actions/disposing.py"}
"""There is no step that it stands in, and so nothing to point at: it is told in words, on the page itself."""
PLAIN = {
    "agreements/record/views/disposal.py:dispose": "of no round; the list to read again is the page it leads to",
    "agreements/record/views/register.py:_as_file": "of no round; what can't be printed is told by name",
    "medborgarloften/portal/words.py:retire_word": "of no round; the word is in the list it leads to",
    "medborgarloften/portal/round_file/pages.py:preview": "of no round yet; it leads to where the file is chosen",
    "medborgarloften/portal/round_file/pages.py:_bring_in": "of no round yet; it leads to where the file is chosen",
    "medborgarloften/portal/people.py:act": "done; only the mail didn't get away, and another way is told",
    "agreements/signing/views.py:seal": "done; the signatures stand, and the sealing is tried again",
    "agreements/record/views/outside.py:_bring_in": "done; the promise stands, and the sealing is tried again",
}
"""Reviewed one by one: what is told as a plain message although something didn't go as it should, and why."""
OURS = ("processes", "dialogs", "agreements", "medborgarloften")


@cache
def files(*apps):
    paths = [path for app in apps for path in sorted((ROOT / app).rglob("*.py"))]
    return [
        (path, ast.parse(path.read_text(encoding="utf-8")))
        for path in paths
        if "migrations" not in path.parts
    ]


def calls(tree, name):
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and name in (getattr(node.func, "attr", ""), getattr(node.func, "id", ""))
    ]


def test_each_rule_that_refuses_tells_what_stands_there_and_where_it_is_mended():
    bare, told = [], 0
    for path, tree in files(*OURS):
        for call in calls(tree, "Refused"):
            words = call.args[0].value if isinstance(call.args[0], ast.Constant) else ""
            if len(call.args) > 1:
                told += 1
            elif words not in FORGED and str(path.relative_to(ROOT)) not in OF_A_FIELD | OF_NO_ROUND:
                bare.append(f"{path.relative_to(ROOT)}:{call.lineno}")
    assert told > 80
    assert bare == []


def messages_in(tree):
    """The innermost function of each plain message that tells of trouble."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]  # outer before inner
    for name in ("error", "warning"):
        for call in calls(tree, name):
            if ast.unparse(call.func).startswith("messages."):
                around = [f.name for f in functions if f.lineno <= call.lineno <= f.end_lineno]
                yield around[-1] if around else ""


def test_no_view_tells_a_refusal_as_a_plain_message():
    found = {f"{path.relative_to(ROOT)}:{name}" for path, tree in files(*OURS) for name in messages_in(tree)}
    assert found == set(PLAIN)
