"""What may be said of something done, once there is time: how much, hours, words, a picture."""

from __future__ import annotations

from typing import Any

from django import forms

from processes.forms import RecordForm, record_form
from processes.models import Process

from ..keeping import AT_MOST, Target
from ..models import ActivityLog
from .pictures import BIGGEST, NoPicture, Picture, remade

FIELDS = ("amount", "hours", "note")


class DayForm(forms.Form):
    """The day on which something was noted without network."""

    done_on = forms.DateField(required=False)


class MoreForm(RecordForm):
    """All of it optional; a picture comes with words for those who can't see it."""

    picture = forms.FileField(
        label="Bild",
        required=False,
        max_length=150,
        help_text="JPEG, PNG eller WebP. Plats och tid tas bort ur bilden.",
    )
    alt = forms.CharField(
        label="Vad ser man på bilden?",
        required=False,
        max_length=300,
        help_text="Till exempel ”Två nya lampor vid väntkuren”. Inga ansikten eller registreringsnummer.",
    )
    public = forms.BooleanField(
        label="Bilden får visas för alla",
        required=False,
        help_text="Den kommer då med på löftets offentliga sida när läget publiceras.",
    )

    def clean_picture(self) -> Picture | None:
        """The picture made anew, or words about why not."""
        file = self.cleaned_data["picture"]
        if file is None:
            return None
        if file.size > BIGGEST:
            raise forms.ValidationError("Bilden är större än 15 MB. Ta en mindre, eller beskär den.")
        try:
            return remade(file.read())
        except NoPicture as error:
            raise forms.ValidationError(str(error)) from error

    def clean(self) -> dict[str, Any]:
        """A picture is told in words."""
        data = super().clean() or self.cleaned_data
        if data.get("picture") and not data.get("alt", "").strip():
            self.add_error("alt", "Beskriv vad man ser på bilden, för den som inte kan se den.")
        return data


def more_form(round_: Process, target: Target, unit: str) -> type[MoreForm]:
    """The form for one activity: what counts towards its target is asked in its own words."""
    base = record_form(round_, ActivityLog, FIELDS)
    found = type("MoreForm", (MoreForm, base), {})
    amount = found.base_fields["amount"]
    if target.kind == AT_MOST:
        amount.label, amount.help_text = "Hur många timmar tog det?", f"Ni lovade högst {target.value:.0f}."
    else:
        amount.label = f"Hur många {unit or 'gånger'}?"
        amount.help_text = "Tomt betyder ett tillfälle."
    for name in ("amount", "hours"):
        found.base_fields[name].widget.attrs["inputmode"] = "decimal"
    found.base_fields["note"].widget.attrs["rows"] = 2
    return found
