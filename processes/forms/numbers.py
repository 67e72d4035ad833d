"""Numbers as they are written in Swedish: 12 500 and 12,5. The point of a machine is understood too."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms

from processes.pages.values import plain

GAP = "[ \u00a0\u2009\u202f]"  # the spaces that part thousands, in print as on keyboards
WRITTEN = re.compile(rf"[-+]?(?:\d{{1,3}}(?:{GAP}\d{{3}})+|\d+)(?:[.,]\d+)?", re.ASCII)
UNCERTAIN = re.compile(r"[-+]?[1-9]\d{0,2}(?:\.\d{3})+", re.ASCII)
MINUS = "\u2212"
LONGEST_SHOWN = 60


def plain_number(text: str) -> str:
    """A written number as a machine writes it. ValueError, in words, when it is none or may be two."""
    bare = text.strip().replace(MINUS, "-")
    if UNCERTAIN.fullmatch(bare):
        raise ValueError(f"”{text[:LONGEST_SHOWN]}” kan betyda två saker. Skriv tusental utan punkt.")
    if not WRITTEN.fullmatch(bare):
        raise ValueError(
            f"”{text[:LONGEST_SHOWN]}” går inte att läsa som ett tal. Skriv till exempel 12 500 eller 12,5."
        )
    return re.sub(GAP, "", bare).replace(",", ".")


class Written:
    """A field that reads and shows a number as it is written. For what is none it has words, unless given others."""

    widget = forms.TextInput
    inputmode = "numeric"

    def __init__(self, *args: Any, **kwargs: Any):
        self._own_words = (kwargs.get("error_messages") or {}).get("invalid", "")
        super().__init__(*args, **kwargs)

    def to_python(self, value: Any) -> Any:
        """The number; a text that is none is refused with what to write instead."""
        if isinstance(value, str) and (value := value.strip()):
            try:
                value = plain_number(value)
            except ValueError as unclear:
                raise forms.ValidationError(self._own_words or str(unclear), code="invalid") from None
        return super().to_python(value)  # type: ignore[misc]

    def prepare_value(self, value: Any) -> Any:
        """With a comma; what was typed stays as it was typed."""
        return plain(value) if isinstance(value, Decimal) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """A telephone shows its digits."""
        return {"inputmode": self.inputmode, "autocomplete": "off"} | super().widget_attrs(widget)  # type: ignore[misc]


class WholeNumber(Written, forms.IntegerField):
    """A number without decimals."""

    default_error_messages = {"invalid": "Skriv ett helt tal, utan decimaler."}


class Amount(Written, forms.DecimalField):
    """A number that may have decimals."""

    inputmode = "decimal"
