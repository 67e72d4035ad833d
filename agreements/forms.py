"""Forms of registration and publication."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.db.models import QuerySet

from processes.forms import BoundedDate


class KeyedForm(forms.Form):
    """A form whose POST is carried out once."""

    nyckel = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("nyckel", uuid.uuid4().hex)


class RegistrationForm(KeyedForm):
    """Number, date and subject in an authority's register (OSL 5 kap. 2 §)."""

    organisation = forms.ModelChoiceField(None, label="Vilken myndighets diarium?", empty_label=None)
    diary_number = forms.CharField(
        label="Diarienummer", max_length=60, help_text="Saknummer 483 hos polisen."
    )
    registered_on = BoundedDate(label="När registrerades det?")
    description = forms.CharField(label="Kort om ärendet", max_length=300)

    def __init__(self, *args: Any, organisations: QuerySet, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations

    @property
    def values(self) -> dict[str, Any]:
        """What the action needs."""
        return {name: value for name, value in self.cleaned_data.items() if name != "nyckel"}


class PublicationForm(KeyedForm):
    """A named person's word that nothing in the text points out a citizen."""

    checked = forms.CharField(
        label="Hur har du kontrollerat att inga personuppgifter om medborgare följer med?",
        help_text="En mening räcker. Ditt namn sparas tillsammans med beslutet.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        error_messages={"required": "Skriv hur du har kontrollerat texten innan den blir offentlig."},
    )
