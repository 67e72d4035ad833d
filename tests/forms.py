"""Forms as a browser sends them: what the page holds, changed where the test types."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

CHOSEN = ("radio", "checkbox")


class _Fields(HTMLParser):
    """Collects the fields of the page's main form: the one that holds a key against double posts."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, list[str]]] = []
        self._text: str | None = None
        self._select: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        name = found.get("name")
        if tag == "form":
            self.forms.append({})
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in found:
            self._put(self._select, found.get("value") or "")
        elif tag == "textarea" and name:
            self._text = name
            self._put(name, "")
        elif tag == "input" and name and (found.get("type") not in CHOSEN or "checked" in found):
            self._put(name, found.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._text = None
        elif tag == "select":
            self._select = None

    def handle_data(self, data: str) -> None:
        if self._text:
            values = self.forms[-1][self._text]
            values[-1] += data.removeprefix("\n") if not values[-1] else data

    def _put(self, name: str, value: str) -> None:
        if self.forms:
            self.forms[-1].setdefault(name, []).append(value)


def shown(response: Any) -> dict[str, list[str]]:
    """What the page's own form holds, if it has one; the log-out form in the heading is no such."""
    parser = _Fields()
    parser.feed(response.content.decode())
    return next((form for form in parser.forms if "nyckel" in form), {})


def typed(response: Any, **changes: Any) -> dict[str, Any]:
    """The page's form with some fields typed over."""
    found: dict[str, Any] = {k: v for k, v in shown(response).items() if k != "csrfmiddlewaretoken"}
    return found | changes
