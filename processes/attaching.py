"""What may be attached: known kinds of files, told by their content and not by their name."""

from __future__ import annotations

import hashlib
import uuid
from typing import Any

from django import forms
from django.apps import apps
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import URLValidator
from django.db import models

from .forms import Kept, KeptFile
from .method import Section, Step

BIGGEST = 15 * 1024 * 1024
NO_ADDRESS = "Länken går inte att följa. Skriv en adress som börjar med https://."
# First bytes → (content type, ending). Nothing a browser would run.
KINDS = {
    b"%PDF-": ("application/pdf", "pdf"),
    b"\x89PNG\r\n\x1a\n": ("image/png", "png"),
    b"\xff\xd8\xff": ("image/jpeg", "jpg"),
}


def kind_of(file: UploadedFile) -> tuple[str, str] | None:
    """Content type and ending, or none when the content is no kind we take."""
    file.seek(0)
    head = file.read(16)
    file.seek(0)
    return next((kind for start, kind in KINDS.items() if head.startswith(start)), None)


def questions_of(step: Step) -> list[tuple[str, str]]:
    """The questions of a step that a document can answer: those that want own words."""
    model = apps.get_model(step.record)
    return [
        (f"{section.key}.{name}", str(model._meta.get_field(name).verbose_name))
        for section in step.sections
        if isinstance(section, Section) and not section.own_words
        for name in section.fields
        if isinstance(model._meta.get_field(name), models.TextField)
    ]


class FiledForm(Kept):
    """A file or a link."""

    link = forms.URLField(
        label="Länk",
        required=False,
        assume_scheme="https",
        max_length=500,
        validators=[URLValidator(["http", "https"], message=NO_ADDRESS)],
        error_messages={"invalid": NO_ADDRESS},
    )
    file = KeptFile(
        label="Fil", required=False, help_text="PDF, PNG eller JPEG, högst 15 MB.", max_length=150
    )
    has_file = False
    """Whether there is a file already, which stays unless another is chosen."""

    def clean_file(self) -> UploadedFile | None:
        """Only known kinds, of a bounded size."""
        file = self.cleaned_data["file"]
        if file is None:
            return None
        if file.size > BIGGEST:
            raise forms.ValidationError("Filen är större än 15 MB. Länka till den i stället.")
        if kind_of(file) is None:
            raise forms.ValidationError(
                "Filen är varken PDF, PNG eller JPEG. Spara den som PDF och försök igen."
            )
        return file

    def clean(self) -> dict[str, Any]:
        """Either a file or a link."""
        data = super().clean()
        if not data.get("file") and not data.get("link") and not self.has_file and not self.errors:
            self.add_error("link", "Ange en länk eller välj en fil.")
        return data

    @property
    def filed(self) -> dict[str, Any]:
        """Where it is. The stored name is random; the shown one keeps its ending honest."""
        data = {"link": self.cleaned_data["link"]}
        file = self.cleaned_data.get("file")
        if file:
            content_type, ending = kind_of(file)
            digest = hashlib.sha256()
            for chunk in file.chunks():
                digest.update(chunk)
            file.seek(0)
            file.name = f"{uuid.uuid4().hex}.{ending}"
            data |= {"file": file, "sha256": digest.hexdigest(), "content_type": content_type}
        return data


class AttachmentForm(FiledForm):
    """A file or a link, what it is, and a summary."""

    field_order = ("title", "summary", "anchor", "link", "file")

    title = forms.CharField(
        label="Vad är det?", max_length=200, error_messages={"required": "Skriv vad bilagan är."}
    )
    summary = forms.CharField(
        label="Kort sammanfattning", max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    anchor = forms.ChoiceField(
        label="Vilken fråga svarar den på?",
        help_text="Med en sammanfattning räcker bilagan som svar, så slipper ni skriva samma sak igen.",
        required=False,
    )

    def __init__(self, *args: Any, questions: list[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["anchor"].choices = [("", "Ingen särskild"), *questions]

    @property
    def values(self) -> dict[str, Any]:
        """What the action needs."""
        return {name: self.cleaned_data[name] for name in ("title", "summary", "anchor")} | self.filed
