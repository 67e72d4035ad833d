"""What citizens fill in without logging in, and what the ones who answer for the dialogue fill in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from processes.forms import BoundedDate, Kept
from processes.models import Term
from processes.models.record import LONGEST_TEXT
from processes.personal_data import Match, find

from . import codes
from .actions.receiving import Said
from .content import fingerprint, outcome_label

LONGEST = 3000
ANYTHING_ELSE = "Är det något annat du vill säga?"
TOO_LONG = f"Texten är för lång. Den får ha {LONGEST} tecken. Korta den, eller skicka resten för sig."


def _own_words(label: str, hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=LONGEST,
        error_messages={"max_length": TOO_LONG, "null_characters_not_allowed": "Skriv med vanliga tecken."},
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )


class SendForm(forms.Form):
    """The dialogue's questions; any of them may be left out. Nothing asks who one is."""

    use_required_attribute = False

    def __init__(self, *args: Any, shown: Mapping[str, Any], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self._asked = {f"svar_{number}": text for number, text in enumerate(shown["questions"])}
        for name, question in self._asked.items():
            self.fields[name] = _own_words(question)
        self._asked["annat"] = ANYTHING_ELSE
        self.fields["annat"] = _own_words(ANYTHING_ELSE, "Du behöver inte svara på allt.")
        if shown["asks_place"]:
            self.fields["plats"] = forms.CharField(
                label="Vilken plats gäller det?",
                help_text="Om det är en plats, till exempel ”gångtunneln vid stationen”. Skriv inte var du bor.",
                required=False,
                max_length=200,
                error_messages={"max_length": "Platsen får ha 200 tecken. Korta den."},
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
            )
        if shown["asks_theme"]:
            words = Term.objects.filter(list=Term.List.THEME, retired=False).values_list("pk", "label")
            self.fields["tema"] = forms.TypedChoiceField(
                label="Vad handlar det mest om?",
                required=False,
                choices=[("", "Välj om du vill"), *words],
                coerce=int,
                empty_value=None,
                error_messages={"invalid_choice": "Välj något i listan, eller hoppa över frågan."},
            )
        # Put out of sight: people leave it alone, and programs that fill in everything do not.
        self.fields["webbsida"] = forms.CharField(
            label="Lämna den här rutan tom",
            required=False,
            widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
        )

    def clean(self) -> dict[str, Any]:
        """Something has been written, and where nobody writes there is nothing."""
        data = super().clean()
        if data.get("webbsida"):
            raise forms.ValidationError(
                "Rutan ”Lämna den här rutan tom” var ifylld. Det händer när webbläsaren fyller i själv. "
                "Vi har tömt den. Det du skrev finns kvar: tryck på Skicka igen."
            )
        if not self.errors and not self.said:
            raise forms.ValidationError("Du har inte skrivit något än. Svara på minst en fråga.")
        return data

    def shown_fields(self) -> list[forms.BoundField]:
        """All but the one out of sight."""
        return [self[name] for name in self.fields if name != "webbsida"]

    @property
    def said(self) -> list[Said]:
        """What was written, with what had been asked."""
        texts = {name: self.cleaned_data.get(name, "") for name in self._asked}
        return [Said(self._asked[name][:300], text) for name, text in texts.items() if text.strip()]

    @property
    def place(self) -> str:
        """The place, if any was given."""
        return self.cleaned_data.get("plats", "")

    @property
    def theme_id(self) -> int | None:
        """The theme, if any was chosen."""
        return self.cleaned_data.get("tema")

    @property
    def personal(self) -> list[dict[str, str]]:
        """What looks like personal data, and in which answer."""
        texts = [(one.question, one.text) for one in self.said] + [("Platsen", self.place)]
        return [
            {"where": where, "kind": str(match.kind), "text": _at(text, match)}
            for where, text in texts
            for match in find(text)
        ]

    @property
    def typed(self) -> list[str]:
        """All that was typed, for a page that has no form to keep it in."""
        return [value for name in self._asked if (value := self.data.get(name, "").strip())]


def _at(text: str, match: Match) -> str:
    return text[match.start : match.end].strip()


def seen_mark(found: list[dict[str, str]]) -> str:
    """What the sender has been told of; something new asks anew."""
    return fingerprint("\n".join(row["text"] for row in found))[:16] if found else ""


class ReceiptForm(forms.Form):
    """The code on a receipt."""

    kod = forms.CharField(
        label="Vilken kod står på ditt kvitto?",
        help_text=f"Tolv tecken, till exempel {codes.EXAMPLE}. Stora eller små bokstäver går lika bra.",
        max_length=40,
        error_messages={
            "required": "Skriv koden som du fick när du skickade ditt svar.",
            "max_length": "Koden har tolv tecken. Kontrollera det du skrev.",
        },
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def clean_kod(self) -> str:
        """The code as it was handed out."""
        code = codes.normal(self.cleaned_data["kod"])
        if not code:
            raise forms.ValidationError(
                "Koden har tolv tecken, i tre grupper om fyra. Kontrollera det du skrev mot ditt kvitto."
            )
        return code


class OpenForm(Kept):
    """From when to when a dialogue can be answered on the web, and what meets the reader."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2**31)
    opens_on = BoundedDate(
        label="Från och med vilken dag kan man svara?",
        error_messages={"required": "Skriv den första dagen."},
    )
    closes_on = BoundedDate(
        label="Till och med vilken dag?",
        help_text="Två veckor räcker oftast. Sidan stänger av sig själv.",
        error_messages={"required": "Skriv den sista dagen."},
    )
    welcome = forms.CharField(
        label="Vad möter den som öppnar sidan?",
        help_text="Hämtat ur er plan. Korta gärna: det läses på en telefon vid en busshållplats.",
        max_length=LONGEST_TEXT,
        error_messages={"required": "Skriv några ord om varför ni frågar."},
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    contact = forms.CharField(
        label="Vem kan man fråga?",
        help_text="Står på sidan, till exempel ”Sara Ek, kommunpolis, ekhamra@polisen.example”.",
        max_length=200,
        error_messages={"required": "Skriv vem man kan fråga och hur man når er."},
    )
    asks_place = forms.BooleanField(
        label="Fråga också efter en plats",
        help_text="Den som svarar kan hoppa över det.",
        required=False,
    )
    asks_theme = forms.BooleanField(
        label="Fråga också efter ett tema",
        help_text="Ur er egen lista. Den som svarar kan hoppa över det.",
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """The days come in order, and the last one is not over."""
        data = super().clean()
        first, last = data.get("opens_on"), data.get("closes_on")
        if last and last < timezone.localdate():
            self.add_error("closes_on", "Den dagen har redan varit. Välj i dag eller senare.")
        elif first and last and last < first:
            self.add_error("closes_on", "Den sista dagen ligger före den första.")
        return data


class AnswerForm(Kept):
    """One text for each thing that became of views, a common one, and what happens next."""

    shown = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, *args: Any, outcomes: Mapping[str, int], now: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self._outcomes = outcomes
        self.initial["shown"] = now
        self.fields["common"] = self._text(
            "Vad vill ni säga till alla som svarade?",
            "Tacka, säg kort vad ni hörde och vad ni har valt. Samma text räknas som återkoppling.",
            rows=5,
        )
        for outcome, number in outcomes.items():
            who = "den" if number == 1 else f"de {number}"
            self.fields[f"ord_{outcome}"] = self._text(
                f"Svar om {who} som fick ”{outcome_label(outcome)}”", "Ändra orden så att de stämmer."
            )
        self.fields["next_what"] = forms.CharField(
            label="Vad händer härnäst?", help_text="Kan lämnas tomt.", required=False, max_length=300
        )
        self.fields["next_on"] = BoundedDate(label="När?", required=False)
        self.fields["tells"] = forms.BooleanField(
            label="Notera det som återkoppling till medborgarna",
            help_text="Ta bort bocken om andra som var med inte nås av det här svaret.",
            required=False,
        )

    @staticmethod
    def _text(label: str, hint: str, rows: int = 3) -> forms.CharField:
        return forms.CharField(
            label=label,
            help_text=hint,
            max_length=LONGEST,
            error_messages={"required": "Skriv ett svar. De som skickade in läser det."},
            widget=forms.Textarea(attrs={"rows": rows}),
        )

    @property
    def values(self) -> dict[str, Any]:
        """What is frozen, as the action wants it."""
        data = self.cleaned_data
        next_on: date | None = data["next_on"]
        return {
            "shown": data["shown"],
            "words": {outcome: data[f"ord_{outcome}"] for outcome in self._outcomes},
            "common": data["common"],
            "next_what": data["next_what"],
            "next_on": next_on,
            "tells": data["tells"],
        }
