"""A plan's figures, targets and days as people write them. Pure; promise, plan and follow-up use the same words."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.formats import date_format

from processes.facts import Row

REASONED = frozenset({"on_demand", "none"})


def number_text(value: Any) -> str:
    """A number as text, without needless noughts: JSON has no decimals that stay as they are."""
    if value is None:
        return ""
    text = f"{value:f}" if hasattr(value, "as_tuple") else str(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def swedish(number: str) -> str:
    """A number as people write it here."""
    return number.replace(".", ",")


def amount(number: str, unit: str) -> str:
    """A number with what it counts, as people write it."""
    return f"{swedish(number)} {unit}".strip()


def target_of(activity: Row) -> dict[str, Any]:
    """What an activity promises, as plain data: part of what is signed."""
    return {
        "kind": activity.target_kind,
        "value": number_text(activity.target_value),
        "unit": activity.target_unit,
        "counts": activity.what_counts,
        "reason": activity.no_number_reason,
    }


def target_words(target: dict[str, Any]) -> str:
    """What is promised of an activity, in words. A rate is a floor: more is no breach."""
    value = swedish(target["value"]) or "…"
    unit = target["unit"] or ("gång" if value == "1" else "gånger")
    words = {
        "at_least": f"Minst {value} {unit}",
        "exactly": f"{value} {unit}",
        "per_week": f"Minst {value} {unit} per vecka",
        "per_month": f"Minst {value} {unit} per månad",
        "at_most_hours": f"Inom {value} timmar",
        "hours": f"Minst {value} timmar",
        "on_demand": "Vid behov",
        "yes_no": "Görs en gång",
        "none": "Inget mål i tal",
    }.get(target["kind"], "")
    reason = target["reason"] if target["kind"] in REASONED else ""
    return f"{words}. {reason}" if words and reason else words


def period_words(start: str, end: str) -> str:
    """A period in words: 2027, or 1 juni 2027 – 30 juni 2028."""
    if start[4:] == "-01-01" and end[4:] == "-12-31":
        return start[:4] if start[:4] == end[:4] else f"{start[:4]}–{end[:4]}"
    return " – ".join(day_words(d) for d in (start, end) if d)


def days_words(start: date | None, end: date | None) -> str:
    """A period in words, also when only one of its ends is known."""
    if start and end:
        return period_words(iso(start), iso(end))
    if start:
        return f"Från {day_words(iso(start))}"
    return f"Till {day_words(iso(end))}" if end else ""


def day_words(iso: str) -> str:
    """A date in words."""
    return date_format(date.fromisoformat(iso), "j F Y") if iso else ""


def iso(value: date | None) -> str:
    """A date as data."""
    return value.isoformat() if value else ""
