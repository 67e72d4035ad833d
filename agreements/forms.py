"""Forms of registration and publication."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms


class KeyedForm(forms.Form):
    """A form whose POST is carried out once."""

    nyckel = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("nyckel", uuid.uuid4().hex)


class PublicationForm(KeyedForm):
    """A named person's word that nothing in the text points out a citizen."""

    checked = forms.CharField(
        label="Hur har du kontrollerat att inga personuppgifter om medborgare följer med?",
        help_text="En mening räcker. Ditt namn sparas tillsammans med beslutet.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        error_messages={"required": "Skriv hur du har kontrollerat texten innan den blir offentlig."},
    )
