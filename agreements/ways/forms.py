"""What is asked of whoever brings in what was signed outside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from agreements.models import DocumentVersion
from agreements.sealing import Signature
from agreements.verifying.told import moment
from processes.forms import BoundedDate, Kept, Radios

from . import external, paper


class FileForm(Kept):
    """The file that came back."""

    fil = forms.FileField(
        label="Vilken fil har alla skrivit under?",
        help_text=f"PDF:en ni hämtade här, med allas underskrifter i. Högst {external.MEGABYTES} MB.",
        max_length=150,
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
        error_messages={
            "required": "Välj den underskrivna filen.",
            "empty": "Filen är tom. Välj en annan.",
            "max_length": "Filens namn är för långt. Döp om den och försök igen.",
        },
    )

    def clean_fil(self) -> UploadedFile:
        """Of a bounded size; what is in it is read afterwards."""
        file: UploadedFile = self.cleaned_data["fil"]
        if file.size > external.LIMIT:
            raise forms.ValidationError(f"Filen är större än {external.MEGABYTES} MB. {external.AGAIN}")
        return file


class MatchForm(Kept):
    """Whose each signature in the file is: one for each who is to sign."""

    def __init__(
        self,
        *args: Any,
        signatories: Sequence[dict[str, Any]],
        signatures: Sequence[Signature],
        **kwargs: Any,
    ):
        super().__init__(*args, **kwargs)
        self.signatures = signatures
        self.signatories = signatories
        choices = [(str(number), told(one)) for number, one in enumerate(signatures)]
        for row in signatories:
            self.fields[_name(row)] = forms.ChoiceField(
                label=f"Vilken underskrift är {row['name']}s?",
                help_text=f"{row['title']}, {row['party_name']}. Jämför namnet i certifikatet.",
                choices=choices,
                widget=Radios,
                initial=external.suggested(row["name"] or "", signatures),
                error_messages={
                    "required": f"Välj vilken underskrift som är {row['name']}s.",
                    "invalid_choice": "Välj en av underskrifterna i filen.",
                },
            )

    def clean(self) -> dict[str, Any]:
        """No signature is two people's."""
        data: dict[str, Any] = super().clean() or {}
        chosen = [data[_name(row)] for row in self.signatories if data.get(_name(row))]
        if len(set(chosen)) < len(chosen):
            self.add_error(None, "Samma underskrift är vald för två personer. Välj en för var och en.")
        return data

    @property
    def matched(self) -> dict[int, Signature]:
        """By party, the signature of the one who signs for it."""
        return {
            row["party_id"]: self.signatures[int(self.cleaned_data[_name(row)])] for row in self.signatories
        }


def told(one: Signature) -> str:
    """A signature as one line to choose."""
    when = f", {moment(one.signed_at)}" if one.signed_at else ""
    known = "känd" if one.trusted else "inte känd av oss"
    return f"{one.signer}{when}. Utfärdare: {one.issuer} ({known})"


def _name(row: dict[str, Any]) -> str:
    return f"underskrift-{row['party_id']}"


class PaperForm(Kept):
    """Where the paper is, and what it says at the foot of its pages."""

    kept_at = forms.CharField(
        label="Var förvaras originalet?",
        help_text="Så att det går att hitta om tio år, till exempel ”Kommunarkivet, Ekhamra, KS 2027/114”.",
        max_length=200,
        error_messages={
            "required": "Skriv var originalet förvaras.",
            "max_length": "Skriv platsen med högst 200 tecken.",
        },
    )

    def __init__(self, *args: Any, version: DocumentVersion, today: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.version, self.today = version, today
        for row in version.signatories:
            party, name = row["party_id"], row["name"]
            self.fields[f"dag-{party}"] = BoundedDate(
                label=f"Vilken dag skrev {name} under?",
                initial=today,
                error_messages={"required": f"Skriv dagen som står vid {name}s namnteckning."},
            )
            self.fields[f"avtryck-{party}"] = forms.CharField(
                label=f"Vilket fingeravtryck står längst ned på pappret som {name} skrev under?",
                help_text="Läs det på själva pappret, tolv tecken. Så vet vi att det är rätt text som är underskriven.",
                max_length=40,
                widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
                error_messages={
                    "required": "Skriv fingeravtrycket som står på pappret.",
                    "max_length": "Fingeravtrycket är tolv tecken. Kontrollera det du skrev.",
                },
            )

    def clean(self) -> dict[str, Any]:
        """Each paper is of this version, and nobody signed before it was sent or after today."""
        data: dict[str, Any] = super().clean() or {}
        for row in self.version.signatories:
            party = row["party_id"]
            if digits := data.get(f"avtryck-{party}"):
                data[f"avtryck-{party}"] = digits = re.sub(r"\s", "", digits).lower()
                if not paper.matches(self.version, digits):
                    self.add_error(
                        f"avtryck-{party}",
                        "Det stämmer inte med den här versionen. Läs en gång till; stämmer det ändå inte är fel "
                        "papper underskrivet.",
                    )
            if (day := data.get(f"dag-{party}")) and not self._sent <= day <= self.today:
                self.add_error(f"dag-{party}", "Dagen ska ligga mellan då versionen skickades och i dag.")
        return data

    @property
    def _sent(self) -> Any:
        return timezone.localdate(self.version.sent_at)

    @property
    def papers(self) -> dict[int, paper.Signature]:
        """By party, what was put on paper."""
        data = self.cleaned_data
        return {
            row["party_id"]: paper.Signature(
                data[f"dag-{row['party_id']}"], data[f"avtryck-{row['party_id']}"]
            )
            for row in self.version.signatories
        }
