"""Who lives in the round's area: written in, or brought as a copied table (FAL-12)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from processes import policies
from processes.actions.population import keep_population
from processes.forms import Kept, WholeNumber
from processes.models import AreaPopulation
from processes.reach import AGES, GENDERS
from processes.reach.table import Unreadable, read, read_parts, write_parts
from processes.views.here import Here, enter, once, require
from processes.writing import Conflict

READ = "las"
MOST = 9_999_999


class PopulationForm(Kept):
    """The figures of one year, the table to read them from, and the version read."""

    year = WholeNumber(label="Vilket års slut gäller siffrorna?", min_value=1990, max_value=2200)
    source = forms.CharField(
        label="Varifrån kommer de?",
        required=False,
        max_length=200,
        help_text="Till exempel ”SCB, folkmängd efter ålder och kön”.",
    )
    table = forms.CharField(
        label="Tabellen",
        required=False,
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Till exempel en som du har hämtat hos SCB. Varje rad ska ha en ålder, ett kön och sist antalet: "
        "”16–24 år, kvinnor, 1 250”. Rutorna ovanför fylls i; inget sparas förrän du trycker på Spara.",
    )
    parts = forms.CharField(
        label="Hur många bor i områdets delar?",
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="En del per rad: ”Centrum: 3 400”. Skriv dem som ni skriver dem i dialogerna.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2**31)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, label in CELLS.items():
            self.fields[name] = WholeNumber(label=label, required=False, min_value=0, max_value=MOST)

    @property
    def plain(self) -> list[forms.BoundField]:
        """The fields outside the table of ages."""
        return [field for field in self if field.name not in CELLS and field.name not in ("parts", "table")]

    @property
    def rows(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields by age."""
        return [(age.label, [self[f"{age.key}-{key}"] for key in GENDERS]) for age in AGES]

    def clean_parts(self) -> dict[str, int]:
        """Each part with its number."""
        try:
            return read_parts(self.cleaned_data["parts"])
        except Unreadable as fault:
            raise forms.ValidationError(str(fault)) from None

    @property
    def counts(self) -> dict[str, Any]:
        """The figures as they are kept; without any of ages, there are none."""
        ages = {
            age.key: {key: self.cleaned_data.get(f"{age.key}-{key}") or 0 for key in GENDERS} for age in AGES
        }
        told = any(number for own in ages.values() for number in own.values())
        return {"ages": ages if told else {}, "parts": self.cleaned_data["parts"]}


CELLS = {f"{age.key}-{key}": f"{age.label}, {word.lower()}" for age in AGES for key, word in GENDERS.items()}


@require_http_methods(["GET", "HEAD", "POST"])
def population(request: HttpRequest, pk: int) -> HttpResponse:
    """The latest figures of the round's area, to be changed; or those of a new year."""
    here = enter(request, pk)
    require(policies.can_keep_population(here.actor))
    latest = AreaPopulation.objects.filter(area=here.round.area_id).order_by("-year").first()
    form = PopulationForm(request.POST or None, initial=_initial(latest))
    if READ in request.POST:
        form = _filled(request)
    elif form.is_bound and form.is_valid():
        try:
            return once(request, lambda: _keep(here, form))
        except Conflict:
            form.add_error(
                "year",
                f"Det finns redan siffror för {form.cleaned_data['year']} som du inte har sett, eller så hann någon "
                "före. Öppna sidan på nytt, så visas de senaste.",
            )
    context = {
        "title": f"Befolkningen i {here.round.area}",
        "lead": "Det som dialogerna jämförs med: vilka som bor i området, och därmed vilka ni inte har hört.",
        "genders": list(GENDERS.values()),
        "read": READ,
        "cancel_url": here.heading["url"],
        "crumbs": [{"label": "Befolkningen", "url": None}],
    }
    return here.form_page(form, context, "dialogs/population.html")


def _initial(row: AreaPopulation | None) -> dict[str, Any]:
    if row is None:
        return {"year": timezone.localdate().year - 1, "version": 0}
    ages = row.counts.get("ages", {})
    cells = {f"{age}-{key}": number for age, own in ages.items() for key, number in own.items()}
    parts = write_parts(row.counts.get("parts", {}))
    return {"year": row.year, "source": row.source, "version": row.version, "parts": parts, **cells}


def _filled(request: HttpRequest) -> PopulationForm:
    """The form as it was typed, with the cells read from the table. Nothing is saved."""
    typed = {name: value.replace("\x00", "") for name, value in request.POST.items()}
    try:
        ages = read(typed.get("table", ""))
    except Unreadable as fault:
        form = PopulationForm(typed)
        form.is_valid()
        form.add_error("table", str(fault))
        return form
    cells = {f"{age}-{key}": number for age, own in ages.items() for key, number in own.items()}
    return PopulationForm(initial=typed | {"table": ""} | cells)


def _keep(here: Here, form: PopulationForm) -> str:
    row = keep_population(
        by=here.user,
        round_=here.round,
        year=form.cleaned_data["year"],
        source=form.cleaned_data["source"],
        counts=form.counts,
        version=form.cleaned_data["version"] or 0,
    )
    messages.success(here.request, f"Befolkningen {row.year} är sparad. Dialogerna jämförs nu med den.")
    return reverse("dialogs:population", args=[here.round.pk])
