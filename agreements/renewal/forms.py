"""The form in which a promise is renewed: all of it is filled in, to be kept or changed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from processes.forms import BoundedDate, Boxes, Kept, SeveralOf
from processes.models import Organisation, Process

from .follows import AGREEMENT, BY_KEY

NEW = "Starta en ny runda"
ONLY_NEW = "Bara när ni startar en ny runda."


class RenewalForm(Kept):
    """In which round the promise goes on, and what follows there."""

    into = forms.ModelChoiceField(
        Process.objects.none(),
        label="I vilken runda går löftet vidare?",
        help_text="Flera löften kan gå vidare i samma runda.",
        required=False,
        empty_label=NEW,
    )
    title = forms.CharField(
        label="Vad ska den nya rundan heta?", help_text=ONLY_NEW, max_length=200, required=False
    )
    period_start = BoundedDate(label="När börjar den nya perioden?", help_text=ONLY_NEW, required=False)
    period_end = BoundedDate(label="När slutar den?", help_text=ONLY_NEW, required=False)
    organisations = SeveralOf(
        Organisation.objects.none(),
        label="Vilka är med igen?",
        help_text="Polisen är alltid part. Fler kan läggas till sedan. Var och en beslutar på nytt om sina resurser.",
        required=False,
        widget=Boxes,
    )
    follows = forms.MultipleChoiceField(
        label="Vad ska följa med?",
        help_text="Allt som följer med märks ”Från förra – stämmer?”, så att ni går igenom det.",
        required=False,
        widget=Boxes,
    )

    def __init__(
        self,
        *args: Any,
        rounds: QuerySet,
        organisations: QuerySet,
        may_start: bool,
        agreement: str,
        not_along: str,
        **kwargs: Any,
    ):
        """`agreement` is what the one that can follow is called, if any; `not_along` why another can't."""
        super().__init__(*args, **kwargs)
        follows = self.fields["follows"]
        titles = {key: one.title for key, one in BY_KEY.items()}
        titles[AGREEMENT] = f"{titles[AGREEMENT]} {agreement}"
        follows.choices = [(key, title) for key, title in titles.items() if agreement or key != AGREEMENT]
        follows.help_text = " ".join(filter(None, (follows.help_text, not_along)))
        self.fields["into"].queryset = rounds
        self.fields["organisations"].queryset = organisations
        if not rounds.exists():
            del self.fields["into"]
            for name in ("title", "period_start", "period_end"):
                self.fields[name].help_text = self.fields[name].help_text.removeprefix(ONLY_NEW).strip()
        elif not may_start:
            self.fields["into"].empty_label, self.fields["into"].required = None, True
            for name in ("title", "period_start", "period_end", "organisations"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """A new round has a name and a period that ends after it begins."""
        data = super().clean() or {}
        if data.get("into") is not None:
            return data
        for name, asked in (
            ("title", "Skriv vad den nya rundan ska heta."),
            ("period_start", "Skriv när den nya perioden börjar."),
            ("period_end", "Skriv när den nya perioden slutar."),
        ):
            if name in self.fields and name not in self.errors and not data.get(name):
                self.add_error(name, asked)
        start, end = data.get("period_start"), data.get("period_end")
        if start and end and end < start:
            self.add_error("period_end", "Perioden slutar innan den börjar. Rätta ett av datumen.")
        return data

    @property
    def values(self) -> dict[str, Any]:
        """What the action needs."""
        return {name: value for name, value in self.cleaned_data.items() if name not in Kept.base_fields}
