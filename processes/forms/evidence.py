"""The forms of what stands beside a step's own fields: deviations, feedback, judgements."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from processes import personal_data
from processes.criteria import AUDIENCES
from processes.models import Feedback

from .fields import BoundedDate, Boxes, Radios
from .kept import Kept
from .records import RecordForm


class DeviationForm(Kept):
    """Why some "bör" of a step are not met."""

    codes = forms.MultipleChoiceField(
        label="Vilka krav gäller det?",
        widget=Boxes,
        error_messages={"required": "Välj minst ett krav som ni avviker från."},
    )
    reason = forms.CharField(
        label="Varför avviker ni, och vad gör ni i stället?",
        help_text="Alla som skriver under ser det här.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
        error_messages={"required": "Skriv varför ni avviker."},
    )

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["codes"].choices = choices


def about_key(label: str, pk: int) -> str:
    """What a feedback tells of, as a choice in its form."""
    return f"{label}:{pk}"


class FeedbackForm(RecordForm):
    """One feedback to one or several audiences."""

    audiences = forms.MultipleChoiceField(
        label="Vilka fick veta?",
        choices=[(key, word.capitalize()) for key, word in AUDIENCES.items()],
        widget=Boxes,
        error_messages={"required": "Välj minst en målgrupp."},
    )
    given_on = BoundedDate(
        label="När skedde det?", help_text="Lämna tomt om det bara är planerat.", required=False
    )
    due_on = BoundedDate(label="Senast när ska det ske?", required=False)
    channel = forms.CharField(
        label="Hur?",
        help_text="Till exempel ”mejl till deltagarna” eller ”togs upp på APT”.",
        max_length=200,
        required=False,
    )
    text = forms.CharField(
        label="Vad berättade ni?",
        help_text="Frivilligt. En mening räcker.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=10_000,
        required=False,
    )

    about = forms.ChoiceField(label="Vad handlar det om?", required=False)
    public = forms.BooleanField(
        label="Texten får stå på löftets offentliga sida",
        help_text="Då räcker det att skriva den här, en gång. Den syns för alla när ni publicerar hur det går.",
        required=False,
    )

    class Meta:
        model = Feedback
        fields = ("audiences", "about", "given_on", "due_on", "channel", "text", "public")

    def __init__(
        self, *args: Any, told_of: Iterable[tuple[str, str]] = (), public: bool = True, **kwargs: Any
    ):
        super().__init__(*args, **kwargs)
        choices = list(told_of)
        if choices:
            self.fields["about"].choices = [("", "Hela arbetet"), *choices]
            about = (self.instance.about_model, self.instance.about_id)
            self.initial.setdefault("about", about_key(*about) if about[1] else "")
        else:
            del self.fields["about"]
        if not public:
            del self.fields["public"]

    def clean(self) -> dict[str, Any]:
        """What everyone may read says something, and points out nobody."""
        data = super().clean() or {}
        text = data.get("text", "")
        if data.get("public") and not text.strip():
            self.add_error(
                "text", "Det finns ingen text att visa för alla. Skriv en mening, eller ta bort krysset."
            )
        elif data.get("public") and personal_data.Kind.PERSON in personal_data.kinds(text):
            self.add_error(
                "text",
                f"Texten ser ut att innehålla {personal_data.Kind.PERSON}, så den kan inte visas för alla. Ta bort "
                "det, eller ta bort krysset.",
            )
        return data

    @property
    def values(self) -> dict[str, Any]:
        """What the action needs; what the form did not ask is not among it."""
        found = {name: value for name, value in super().values.items() if name in self.fields}
        if "about" in found:
            label, _, key = (found["about"] or "").rpartition(":")
            found["about"] = (label, int(key)) if label else None
        return found

    def clean_given_on(self) -> date | None:
        """What has been given was given at the latest today."""
        value = self.cleaned_data["given_on"]
        if value and value > timezone.localdate():
            raise forms.ValidationError("Datumet ligger i framtiden. Skriv det som senaste dag i stället.")
        return value


def judgement_fields(items: list[tuple[str, str]]) -> dict[str, forms.Field]:
    """Answer and words for each (name, question)."""
    fields: dict[str, forms.Field] = {}
    for name, question in items:
        fields[f"svar-{name}"] = forms.ChoiceField(
            label=question,
            choices=[("yes", "Ja"), ("partly", "Delvis"), ("no", "Nej")],
            widget=Radios,
            required=False,
        )
        fields[f"ord-{name}"] = forms.CharField(
            label="Med egna ord", widget=forms.Textarea(attrs={"rows": 2}), required=False, max_length=2000
        )
    return fields


class JudgementForm(Kept):
    """All of a meeting's judgements on one page; delvis and nej want words."""

    def __init__(self, *args: Any, items: list[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.names = [name for name, _ in items]
        self.fields.update(judgement_fields(items))

    def clean(self) -> dict[str, Any]:
        """Words are needed for anything but a plain yes."""
        data = super().clean()
        for name in self.names:
            if data.get(f"svar-{name}") in ("partly", "no") and not data.get(f"ord-{name}"):
                self.add_error(f"ord-{name}", "Skriv några ord om vad som fattas.")
        return data
