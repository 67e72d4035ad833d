"""The public list: what one can ask for, and what is found. A fixed number of queries, and no snapshot read but
those of the page that is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.db.models import Count, Max, Min, Q, QuerySet
from django.utils import timezone

from ..keeping import Kept
from ..models import PublicPage, PublicSpan, PublicWord

PAGE = 20
WORDS = 8
LONGEST = 100
KINDS = PublicWord.Kind
STATES = {state.name.lower().replace("_", "-"): state for state in Kept}
"""The states as they stand in an address."""


class Search(forms.Form):
    """What stands in the address. What makes no sense is left out, and breaks nothing."""

    q = forms.CharField(label="Sök på ord eller plats", max_length=LONGEST, required=False)
    kommun = forms.SlugField(label="Kommun", max_length=120, required=False)
    omrade = forms.SlugField(label="Lokalpolisområde", max_length=120, required=False)
    tema = forms.SlugField(label="Tema", max_length=120, required=False)
    ar = forms.IntegerField(label="År", min_value=1900, max_value=2200, required=False)
    lage = forms.ChoiceField(label="Läge", choices=[(key, "") for key in STATES], required=False)
    fore = forms.IntegerField(min_value=0, max_value=2**62, required=False)

    @property
    def asked(self) -> dict[str, Any]:
        """What is asked for and makes sense."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}


@dataclass(frozen=True, slots=True)
class Found:
    """A page of the list, and how many stand how among all that answer to what is asked."""

    pages: list[PublicPage]
    older: int | None
    counts: dict[Kept, int]
    total: int
    words: list[PublicWord] = field(default_factory=list)
    years: tuple[int, int] | None = None


def matching(asked: dict[str, Any], words: list[PublicWord], today: date) -> QuerySet[PublicPage]:
    """Those that answer to all that is asked but their state."""
    found = PublicPage.objects.all()
    for kind in KINDS.values:
        if slug := asked.get(kind):
            keys = [word.pk for word in words if (word.kind, word.slug) == (kind, slug)]
            found = found.filter(
                pk__in=PublicPage.found_by.through.objects.filter(publicword__in=keys).values("publicpage")
            )
    if year := asked.get("ar"):
        goes_on = Q(ends__gte=date(year, 1, 1)) | Q(ends=None)
        found = found.filter(goes_on, begins__lte=date(year, 12, 31))
    for word in asked.get("q", "").split()[:WORDS]:
        found = found.filter(words__contains=word.casefold())
    return found


def search(asked: dict[str, Any]) -> Found:
    """One page of the list, the latest first."""
    today = timezone.localdate()
    words = list(PublicWord.objects.order_by("kind", "name"))
    found = matching(asked, words, today)
    current = PublicSpan.objects.filter(begins__lte=today, ends__gte=today)
    narrowed = current.filter(page__in=found.values("pk")) if asked.keys() - {"lage", "fore"} else current
    by_state = narrowed.order_by("state").values("state").annotate(number=Count("pk"))
    counts = {Kept[row["state"]]: row["number"] for row in by_state}
    total = sum(counts.values())
    if asked.get("lage"):
        state = STATES[asked["lage"]]
        found = found.filter(pk__in=current.filter(state=state.name).values("page"))
        total = counts.get(state, 0)
    if asked.get("fore"):
        found = found.filter(turn__lt=asked["fore"])
    # Which ones first, then their snapshots: those of all that were found would be sorted along.
    keys = found.order_by("-turn").values("pk")[: PAGE + 1]
    whole = PublicPage.objects.filter(pk__in=keys).select_related("publication", "account")
    rows = list(whole.order_by("-turn"))
    shown = rows[:PAGE]
    older = shown[-1].turn if len(rows) > PAGE else None
    return Found(shown, older, counts, total, words, _years())


def _years() -> tuple[int, int] | None:
    reach = PublicPage.objects.aggregate(first=Min("begins"), last=Max("ends"))
    if reach["first"] is None:
        return None
    ends = (reach["first"], reach["last"], timezone.localdate())  # some go on without an end
    last = max(day for day in ends if day)
    return reach["first"].year, min(last.year, reach["first"].year + 60)


def rows_for_file() -> Any:
    """Every published promise with its state today, from the index alone: for the sheet of all."""
    today = timezone.localdate()
    return (
        PublicSpan.objects.filter(begins__lte=today, ends__gte=today)
        .order_by("-page__turn")
        .values_list(
            "page__slug", "page__title", "page__place", "page__local_area", "page__parties",
            "page__begins", "page__ends", "state", "page__account__at",
        )
    )  # fmt: skip
