"""What every form carries unseen, and what any form may have to ask besides."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms


class Kept(forms.Form):
    """What every form carries unseen: a key against double posts, and to whom it was handed out."""

    nyckel = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    vem = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("nyckel", uuid.uuid4().hex)


SEEN = "sedd"


def seen_field(what: str) -> forms.BooleanField:
    """That the text is to be saved though it seems to hold what is told."""
    return forms.BooleanField(
        label="Spara ändå. Det visas maskerat för alla som inte arbetar med synpunkterna.",
        error_messages={
            "required": f"Texten ser ut att innehålla {what}. Ta helst bort det. Annars: kryssa i och spara igen."
        },
    )


def reason_field() -> forms.CharField:
    """Why something is changed that has been completed, approved or promised (X-4, GEN-2)."""
    return forms.CharField(
        label="Varför ändrar du?",
        help_text="Det här är redan klart eller godkänt. Skälet syns i tidslinjen.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Skriv varför du ändrar något som redan är klart."},
    )
