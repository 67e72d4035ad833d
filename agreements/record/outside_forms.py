"""The form of a promise that was made outside the tool."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet

from processes.forms import Amount, BoundedDate, Boxes, KeptFile, SeveralOf
from processes.method import Fold
from processes.models import Activity, Area, Organisation, Term
from processes.models.activity import NUMBERLESS
from processes.personal_data import Kind, kinds

from ..models import Promise
from .forms import Folded
from .uploaded import BIGGEST, fault

SIGNATORIES = 8
CONTACT = Promise._meta.get_field("contact")
TEXTS = ("introduction", "picture", "follow", "contact")
"""What the promise says in its own words, by the fields of `Promise`."""


class OutsideForm(Folded):
    """What the promise says, who gave it, where and when it was signed, and the file."""

    folds = (
        Fold(
            "Mer om löftet",
            ("theme", "place", *TEXTS),
            "Skriv av det som står i löftet, om ni vill att det ska gå att läsa på webben.",
        ),
    )
    field_order = (
        "title",
        "focus",
        "area",
        "organisations",
        "period_start",
        "period_end",
        "signed_on",
        "signed_place",
        "signed_by",
        "file",
        "checked",
        "theme",
        "place",
        *TEXTS,
    )

    title = forms.CharField(
        label="Vad heter löftet?", max_length=200, error_messages={"required": "Skriv vad löftet heter."}
    )
    focus = forms.CharField(
        label="Vad handlar det om?",
        max_length=200,
        help_text="Till exempel ”Otrygghet vid Stortorget på kvällarna”.",
        error_messages={"required": "Skriv med några ord vad löftet handlar om."},
    )
    area = forms.ModelChoiceField(Area.objects.none(), label="Lokalpolisområde", empty_label=None)
    organisations = SeveralOf(
        Organisation.objects.none(),
        label="Vilka lovar?",
        help_text="Polisen är alltid med.",
        widget=Boxes,
        error_messages={"required": "Välj vilka som lovar."},
    )
    period_start = BoundedDate(label="När börjar det gälla?")
    period_end = BoundedDate(label="När slutar det gälla?")
    signed_on = BoundedDate(label="När skrevs det under?")
    signed_place = forms.CharField(
        label="Var skrevs det under?", max_length=120, help_text="Till exempel ”Ekhamra”."
    )
    signed_by = forms.CharField(
        label="Vilka skrev under?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="En rad för varje: namn, titel, organisation.",
        error_messages={"required": "Skriv vilka som har skrivit under, en på varje rad."},
    )
    file = KeptFile(
        label="Det underskrivna löftet",
        help_text="PDF, högst 20 MB. Filen sparas som den är och blir offentlig när löftet publiceras.",
        max_length=150,
        widget=forms.FileInput(attrs={"accept": ".pdf,application/pdf"}),
        error_messages={"required": "Välj den underskrivna filen.", "empty": "Filen är tom. Välj en annan."},
    )
    checked = forms.BooleanField(
        label="Jag har läst igenom filen. Den pekar inte ut någon enskild medborgare.",
        error_messages={
            "required": "Läs igenom filen först: verktyget läser den inte. Kryssa i när du har gjort det."
        },
    )
    theme = forms.ModelChoiceField(
        Term.objects.filter(list=Term.List.THEME, retired=False),
        label="Tema",
        required=False,
        help_text="Den som söker bland löftena på temat hittar det.",
    )
    place = forms.CharField(
        label="Vilken plats gäller det?",
        max_length=200,
        required=False,
        help_text="Tomt betyder hela området.",
    )
    introduction = forms.CharField(
        label="Inledning och syfte",
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    picture = forms.CharField(
        label="Situationen i dag",
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    follow = forms.CharField(
        label="Så kan medborgarna följa arbetet",
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    contact = forms.CharField(
        label=CONTACT.verbose_name, max_length=CONTACT.max_length, required=False, help_text=CONTACT.help_text
    )

    def __init__(
        self, *args: Any, areas: QuerySet[Area], organisations: QuerySet[Organisation], **kwargs: Any
    ):
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = areas
        self.fields["organisations"].queryset = organisations

    def clean_signed_by(self) -> list[str]:
        """One line for each; not more than sign a promise."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["signed_by"].splitlines()]
        lines = [line[:300] for line in lines if line]
        if not lines:
            raise forms.ValidationError("Skriv vilka som har skrivit under, en på varje rad.")
        if len(lines) > SIGNATORIES:
            raise forms.ValidationError(f"Högst {SIGNATORIES} rader. Skriv bara dem som skrev under.")
        return lines

    def clean_file(self) -> UploadedFile:
        """A PDF that can be kept and opened by anyone."""
        file = self.cleaned_data["file"]
        if file.size > BIGGEST:
            raise forms.ValidationError(
                "Filen är större än 20 MB. Spara den som PDF med mindre bilder och försök igen."
            )
        if wrong := fault(file.read()):
            raise forms.ValidationError(wrong)
        file.seek(0)
        return file

    def clean(self) -> dict[str, Any]:
        """It ends after it begins; what is typed points out nobody."""
        data = super().clean()
        start, end = data.get("period_start"), data.get("period_end")
        if start and end and end < start:
            self.add_error("period_end", "Löftet slutar gälla innan det börjar. Rätta ett av datumen.")
        for name in ("title", "focus", "place", *TEXTS):
            if Kind.PERSON in kinds(str(data.get(name) or "")):
                self.add_error(name, f"Texten ser ut att innehålla {Kind.PERSON}. Ta bort det.")
        return data

    @property
    def texts(self) -> dict[str, str]:
        """What the promise says in its own words."""
        return {name: self.cleaned_data[name] for name in TEXTS}


class ActivityForm(forms.Form):
    """One thing that was promised, and how much."""

    what = forms.CharField(label="Vad ska göras?", max_length=300, required=False)
    who = forms.ModelChoiceField(
        Organisation.objects.none(), label="Vem gör det?", required=False, empty_label="Välj …"
    )
    target_kind = forms.ChoiceField(
        label="Hur mäts det?", required=False, choices=[("", "Välj …"), *Activity.Target.choices]
    )
    target_value = Amount(label="Mål", required=False, min_value=0, max_digits=12, decimal_places=2)
    target_unit = forms.CharField(
        label="Enhet", max_length=200, required=False, help_text="Till exempel ”vandringar”."
    )

    def __init__(self, *args: Any, organisations: QuerySet[Organisation], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["who"].queryset = organisations

    def clean(self) -> dict[str, Any]:
        """What is counted has a number; what is not has none. Nothing said is no activity."""
        data = super().clean()
        said = {name for name, value in data.items() if value not in (None, "")}
        if said and "what" not in said:
            self.add_error("what", "Skriv vad som ska göras, eller töm raden.")
        kind = data.get("target_kind")
        if "what" in said and not kind:
            self.add_error("target_kind", "Välj hur det mäts, så att det går att följa upp.")
        if kind and kind not in NUMBERLESS and data.get("target_value") is None:
            self.add_error("target_value", "Skriv hur mycket som lovas, eller välj ”Inget mål i tal”.")
        if kind in NUMBERLESS and data.get("target_value") is not None:
            self.add_error("target_value", "Det sättet att mäta har inget tal. Ta bort talet.")
        return data


class _Activities(forms.BaseFormSet):
    """At least one thing is promised."""

    def clean(self) -> None:
        if not any(self.errors) and not self.said:
            raise forms.ValidationError(
                "Skriv minst en sak som löftet säger ska göras, så att det går att följa upp."
            )

    @property
    def said(self) -> list[dict[str, Any]]:
        """The rows in which something stands."""
        return [form.cleaned_data for form in self.forms if form.cleaned_data.get("what")]


SHOWN, MOST = 3, 10
Activities = forms.formset_factory(
    ActivityForm, formset=_Activities, extra=MOST, max_num=MOST, absolute_max=MOST, validate_max=True
)
