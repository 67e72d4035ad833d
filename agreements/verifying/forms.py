"""What anyone may hand in to be verified, with bounds."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler, StopUpload
from django.http import HttpRequest

from .addresses import DIGITS

MEGABYTES = 10
LIMIT = MEGABYTES * 1024 * 1024
AROUND = 64 * 1024  # what the form itself may take, beside the file
TOO_LARGE = (
    f"Filen är större än {MEGABYTES} MB, så vi har inte läst den. Förseglade dokument är mindre än så."
)
LARGEST_NUMBER = 2**53


class InMemory(MemoryFileUploadHandler):
    """Keeps a file in memory and nowhere else, so that nothing of it is left; gives up when it is too large."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        """Whatever the size of the whole, nothing is written to disk."""
        self.activated, self.size = True, 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Count as it comes."""
        self.size += len(raw_data)
        if self.size > LIMIT:
            raise StopUpload(connection_reset=True)
        return super().receive_data_chunk(raw_data, start)


def too_large(request: HttpRequest) -> bool:
    """Judged by what the request says, before any of it is read."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0) > LIMIT + AROUND
    except ValueError:
        return True


class FileForm(forms.Form):
    """The PDF to verify."""

    use_required_attribute = False
    fil = forms.FileField(
        label="Vilken PDF vill du kontrollera?",
        help_text=f"Välj filen så som du fick den, till exempel ”Medborgarlöfte Åby.pdf”. Högst {MEGABYTES} MB. "
        "Den sparas inte.",
        error_messages={
            "required": "Ingen fil kom fram. Välj en PDF och tryck på Kontrollera.",
            "missing": "Ingen fil kom fram. Välj en PDF och tryck på Kontrollera.",
            "empty": "Filen är tom. Hämta den på nytt och försök igen.",
            "invalid": "Ingen fil kom fram. Välj en PDF och tryck på Kontrollera.",
        },
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
    )

    def clean_fil(self) -> UploadedFile:
        """A file that begins as a PDF does."""
        file: InMemoryUploadedFile = self.cleaned_data["fil"]
        if file.size > LIMIT:
            raise forms.ValidationError(TOO_LARGE)
        if b"%PDF-" not in file.read(1024):
            raise forms.ValidationError(
                "Det här är ingen PDF. Har du dokumentet i ett annat format går det inte att kontrollera: "
                "hämta PDF:en från dem som står bakom det."
            )
        file.seek(0)
        return file


class PaperForm(forms.Form):
    """The short fingerprint at the foot of a printed page."""

    use_required_attribute = False
    fingeravtryck = forms.CharField(
        label="Har du bara ett papper? Vilket fingeravtryck står längst ned på sidan?",
        help_text=f"{DIGITS} tecken, till exempel 9f2c 41ab 77d0. Eller läs QR-koden med telefonens kamera.",
        max_length=80,
        error_messages={
            "required": "Skriv fingeravtrycket som står längst ned på varje sida.",
            "max_length": f"Fingeravtrycket är {DIGITS} tecken. Kontrollera det du skrev.",
        },
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_fingeravtryck(self) -> str:
        """The digits alone. A whole SHA-256 is cut to what stands on paper."""
        digits = re.sub(r"\s", "", self.cleaned_data["fingeravtryck"]).lower()
        if not re.fullmatch(rf"[0-9a-f]{{{DIGITS}}}([0-9a-f]{{{64 - DIGITS}}})?", digits):
            raise forms.ValidationError(
                f"Fingeravtrycket är {DIGITS} tecken: siffror och bokstäverna a till f. Kontrollera det du skrev "
                "mot pappret."
            )
        return digits[:DIGITS]


class PageForm(forms.Form):
    """Where in the list one is."""

    fore = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_NUMBER)
    efter = forms.IntegerField(required=False, min_value=0, max_value=LARGEST_NUMBER)
    alla = forms.CharField(required=False, max_length=1)
