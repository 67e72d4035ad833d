"""How a document is sent: in what way, in what order, and when those who wait too long are reminded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from agreements.forms import KeyedForm
from agreements.models import DocumentVersion
from agreements.ways import WAYS
from processes.forms import Radios, WholeNumber
from processes.method import Row

TOGETHER, IN_ORDER = "together", "in_order"


class SendForm(KeyedForm):
    """All have an answer beforehand: to send is one press."""

    way = forms.ChoiceField(
        label="Hur ska de skriva under?",
        help_text="Alla skriver under på samma sätt.",
        choices=[(way.key, f"{way.title}. {way.hint}") for way in WAYS],
        widget=Radios,
        initial=DocumentVersion.Way.SYSTEM,
        required=False,
    )
    turns = forms.ChoiceField(
        label="I vilken ordning?",
        choices=[
            (TOGETHER, "Alla får det på en gång"),
            (IN_ORDER, "I tur och ordning, efter siffrorna nedan"),
        ],
        widget=Radios,
        initial=TOGETHER,
        required=False,
    )
    remind_after = WholeNumber(
        label="Påminn efter så många dagar",
        help_text="Påminnelsen syns på Mitt arbete, både hos den som väntar med att skriva under och hos dig.",
        min_value=1,
        max_value=90,
        initial=7,
        required=False,
        error_messages={"invalid": "Skriv ett helt antal dagar, till exempel 7."},
    )

    def __init__(self, *args: Any, named: Iterable[Row], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.named = list(named)
        if len(WAYS) == 1:
            del self.fields["way"]
        if len(self.named) < 2:
            del self.fields["turns"]
            return
        after = self.fields.pop("remind_after")
        for place, row in enumerate(self.named, 1):
            self.fields[f"place-{row.party_id}"] = WholeNumber(
                label=f"{row.name}, {row.title}",
                min_value=1,
                max_value=99,
                initial=place,
                required=False,
                widget=forms.TextInput(attrs={"class": "short"}),
                error_messages={"invalid": "Skriv platsen som en siffra, till exempel 1."},
            )
        self.fields["remind_after"] = after

    folds = True

    @property
    def plain(self) -> list[Any]:
        """What is asked at once: in what way, when there are several."""
        return [self[name] for name in ("nyckel", "way") if name in self.fields]

    @property
    def folded(self) -> list[dict[str, Any]]:
        """What few need to change, folded away."""
        names = [name for name in self.fields if name not in ("nyckel", "way")]
        title = "Ordning och påminnelse" if "turns" in self.fields else "Påminnelse"
        opened = self.is_bound and any(name in self.errors for name in names)
        return [{"title": title, "hint": "", "open": opened, "fields": [self[name] for name in names]}]

    @property
    def values(self) -> Mapping[str, Any]:
        """What the action needs."""
        data = self.cleaned_data
        order = None
        if data.get("turns") == IN_ORDER:
            order = {
                row.party_id: data.get(f"place-{row.party_id}") or place
                for place, row in enumerate(self.named, 1)
            }
        return {
            "way": data.get("way") or DocumentVersion.Way.SYSTEM,
            "order": order,
            "remind_after": data.get("remind_after") or 7,
        }
