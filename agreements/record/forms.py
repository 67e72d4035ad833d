"""Forms of the record: registering, putting right, searching, explaining a number."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.db.models import QuerySet

from processes.forms import BoundedDate, Kept
from processes.method import Fold
from processes.models import Organisation, Term

NOT_PUBLIC = Fold(
    "Går ärendet inte att beskriva offentligt?",
    ("protected", "ground"),
    "Det du skriver här syns bara för dem som arbetar hos myndigheten. Det offentliga står ovanför.",
)
MORE = Fold(
    "Saknummer, avsändare och mottagare",
    ("subject_code", "sender", "recipient"),
    "Fylls i av sig själva. Ändra om det inte stämmer.",
)


class Folded(Kept):
    """A form some of whose fields are folded away until they are wanted."""

    folds: tuple[Fold, ...] = ()

    @property
    def plain(self) -> list[Any]:
        """The fields that are always in sight."""
        away = {name for fold in self.folds for name in fold.fields}
        return [self[name] for name in self.fields if name not in away]

    @property
    def folded(self) -> list[dict[str, Any]]:
        """The folds; open when something in them is to be put right."""
        return [
            {
                "title": fold.title,
                "hint": fold.hint,
                "fields": [self[name] for name in fold.fields],
                "open": any(name in self.errors for name in fold.fields),
            }
            for fold in self.folds
        ]


class RegistrationForm(Folded):
    """Number, date, from and to whom, and the subject, in an authority's register (OSL 5 kap. 2 §)."""

    folds = (MORE, NOT_PUBLIC)

    organisation = forms.ModelChoiceField(None, label="Vilken myndighets diarium?", empty_label=None)
    diary_number = forms.CharField(
        label="Diarienummer",
        max_length=60,
        help_text="Så som det står i diariet, till exempel ”A483.112-2027” eller ”KS 2027/318”.",
        error_messages={"required": "Skriv numret som handlingen har fått i diariet."},
    )
    registered_on = BoundedDate(label="När registrerades det?")
    description = forms.CharField(
        label="Kort om ärendet, offentligt",
        max_length=300,
        help_text="Läses av alla som frågar efter diariet. Inga namn på enskilda.",
    )
    subject_code = forms.CharField(label="Saknummer", max_length=20, required=False)
    sender = forms.CharField(label="Från vem?", max_length=200, required=False)
    recipient = forms.CharField(label="Till vem?", max_length=200, required=False)
    protected = forms.CharField(
        label="Det som inte är offentligt",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    ground = forms.ModelChoiceField(
        Term.objects.none(), label="På vilken grund?", required=False, empty_label="Välj …"
    )

    def __init__(self, *args: Any, organisations: QuerySet[Organisation], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations
        self.fields["ground"].queryset = grounds()

    def clean(self) -> dict[str, Any]:
        """What is not public has a ground."""
        data = super().clean()
        if data.get("protected") and not data.get("ground"):
            self.add_error("ground", "Välj vilken paragraf som gör att det inte är offentligt.")
        return data

    @property
    def values(self) -> dict[str, Any]:
        """What the action needs."""
        return {n: v for n, v in self.cleaned_data.items() if n not in (*Kept.base_fields, "why")}


class CorrectionForm(RegistrationForm):
    """What should have stood there, and why it didn't."""

    why = forms.CharField(
        label="Vad rättar du, och varför?",
        max_length=300,
        help_text="Till exempel ”Skrev fel löpnummer”. Den gamla raden står kvar som rättad.",
        error_messages={"required": "Skriv vad du rättar, så att den som läser förstår."},
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].widget = forms.HiddenInput()


def grounds() -> QuerySet[Term]:
    """The grounds that can be chosen."""
    return Term.objects.filter(list=Term.List.GROUND, retired=False)


SORTS = {
    "nyast": ("Nyast först", "registered_on", True),
    "aldst": ("Äldst först", "registered_on", False),
    "nummer": ("Diarienummer", "diary_number", False),
    "myndighet": ("Myndighet", "organisation__name", False),
}


class SearchForm(forms.Form):
    """What is looked for in the register. All of it stays in the address."""

    ord = forms.CharField(
        label="Ord eller nummer",
        required=False,
        max_length=100,
        validators=[ProhibitNullCharactersValidator()],
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    ar = forms.IntegerField(label="År", required=False, min_value=1900, max_value=2200)
    saknummer = forms.CharField(
        label="Saknummer", required=False, max_length=20, validators=[ProhibitNullCharactersValidator()]
    )
    myndighet = forms.ModelChoiceField(
        Organisation.objects.exclude(kind=Organisation.Kind.PARTNER),
        label="Myndighet",
        required=False,
        empty_label="Alla",
    )
    ordning = forms.ChoiceField(
        label="Ordning", required=False, choices=[(key, sort[0]) for key, sort in SORTS.items()]
    )
    efter = forms.CharField(
        required=False,
        max_length=300,
        widget=forms.HiddenInput,
        validators=[ProhibitNullCharactersValidator()],
    )

    @property
    def sought(self) -> dict[str, Any]:
        """What makes sense of what was asked; the rest is as if it had not been asked."""
        self.is_valid()
        found = {name: self.cleaned_data.get(name) for name in self.fields}
        found["ordning"] = found["ordning"] or "nyast"
        return found


class SettingForm(Kept):
    """How the authority keeps its register."""

    subject_code = forms.CharField(
        label="Saknummer",
        max_length=20,
        required=False,
        help_text="Fylls i när något registreras. Polisen använder 483 för medborgarlöften. Tomt om ni inte har något.",
    )
    own_series = forms.BooleanField(
        label="Löften och överenskommelser har en egen nummerserie",
        required=False,
        help_text="Då säger registret till när ett nummer saknas. I ett gemensamt diarium betyder en lucka inget.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2**31)


class ExplainForm(Kept):
    """Why a number is missing."""

    why = forms.CharField(
        label="Varför saknas numret?",
        max_length=300,
        help_text="Till exempel ”Makulerat: samma löfte registrerades två gånger”.",
        error_messages={"required": "Skriv varför numret saknas, så att nästa som tittar vet."},
    )


def in_year(year: int | None) -> tuple[date, date] | None:
    """The first and last day of a year."""
    return (date(year, 1, 1), date(year, 12, 31)) if year else None
