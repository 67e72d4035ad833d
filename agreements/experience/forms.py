"""What the experience bank may be asked for. What makes no sense is left out."""

from __future__ import annotations

from typing import Any

from django import forms

from processes.models import Term
from processes.models.problem import Side
from processes.models.techniques import TECHNIQUES

from .bank import COST, WENT, Asked

ALL = ("", "Alla")
BIGGEST_KEY = 2**63 - 1


class BankForm(forms.Form):
    """The filters, which stay in the address."""

    q = forms.CharField(label="Ord", required=False, max_length=100)
    tema = forms.ChoiceField(label="Problem, efter tema", required=False)
    sida = forms.ChoiceField(label="Sida i triangeln", required=False, choices=[ALL, *Side.choices])
    slag = forms.ChoiceField(label="Slag av aktivitet", required=False)
    teknik = forms.ChoiceField(label="Teknik", required=False, choices=[ALL, *TECHNIQUES])
    utfall = forms.ChoiceField(label="Hur det gick", required=False, choices=[ALL, *WENT.items()])
    timmar = forms.ChoiceField(label="Vad det kostade", required=False, choices=[ALL, *COST.items()])
    fore = forms.IntegerField(required=False, min_value=1, max_value=BIGGEST_KEY, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        words: dict[str, list[tuple[str, str]]] = {Term.List.THEME: [], Term.List.ACTIVITY_TYPE: []}
        for term in Term.objects.filter(list__in=words):
            words[term.list].append((str(term.pk), term.label))
        self.fields["tema"].choices = [ALL, *words[Term.List.THEME]]
        self.fields["slag"].choices = [ALL, *words[Term.List.ACTIVITY_TYPE]]

    @property
    def given(self) -> dict[str, str]:
        """What was asked for and makes sense, as it stands in the address; without where the page begins."""
        self.is_valid()
        return {name: str(value) for name, value in self.cleaned_data.items() if value and name != "fore"}

    @property
    def asked(self) -> Asked:
        """The same, to search by."""
        given = self.given
        return Asked(
            text=given.get("q", "").replace("\x00", ""),
            themes=(int(given["tema"]),) if "tema" in given else (),
            side=given.get("sida", ""),
            technique=given.get("teknik", ""),
            type_id=int(given["slag"]) if "slag" in given else None,
            went=given.get("utfall", ""),
            cost=given.get("timmar", ""),
            before=self.cleaned_data.get("fore"),
        )
