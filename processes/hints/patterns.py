"""From the notation of the tables (see lexicon) to patterns."""

from __future__ import annotations

import re


def _word(form: str) -> str:
    parts = (re.escape(part).replace(r"\*", r"\w*").replace("/", "|") for part in form.split("+"))
    return "".join(f"(?:{part})" for part in parts)


def _form(form: str) -> str:
    before, gap, after = form.partition("…")
    parts = [r"\s+".join(map(_word, part.split())) for part in (before, after) if part]
    return r"\s+(?:\w+\s+){0,4}".join(parts) if gap else parts[0]


def alternatives(*tables: str) -> str:
    """The forms of the tables as one expression, to be built into a larger one."""
    return "|".join(_form(form) for table in tables for form in table.split(",") if form.strip())


def words(*tables: str) -> re.Pattern[str]:
    """What finds any form of the tables as whole words."""
    return whole(alternatives(*tables))


def whole(expression: str) -> re.Pattern[str]:
    """The expression, as whole words, in any letter case."""
    return re.compile(rf"(?<!\w)(?:{expression})(?!\w)", re.IGNORECASE)
