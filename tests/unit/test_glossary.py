"""The glossary names only what the code has, and every role and role title."""

import re

from django.apps import apps
from django.conf import settings

from processes.method import ROLE_TITLES, Role

TEXT = (settings.BASE_DIR / "docs" / "glossary.md").read_text()
WORD = re.compile(r"`([A-Za-z_]+)`")


def test_every_word_of_code_in_the_glossary_is_in_the_code():
    sources = "\n".join(
        path.read_text()
        for room in ("processes", "dialogs", "agreements")
        for path in (settings.BASE_DIR / room).rglob("*.py")
        if "migrations" not in path.parts
    )
    there = set(re.findall(r"\w+", sources))
    assert [word for word in WORD.findall(TEXT) if word not in there] == []


def test_every_role_is_in_the_glossary_by_its_title():
    for role in Role:
        (line,) = [line for line in TEXT.splitlines() if f"`{role.name}`" in line and line.startswith("|")]
        assert ROLE_TITLES[role].split("/")[0].lower() in line.lower()


def test_the_models_of_the_work_are_in_the_glossary():
    wanted = {"Process", "Promise", "FocusArea", "Cause", "Activity", "CitizenDialog", "FollowUp", "Feedback"}
    assert wanted <= {model.__name__ for model in apps.get_models()}
    assert wanted <= set(WORD.findall(TEXT))
