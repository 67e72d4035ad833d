"""Who lives in an area, to hold against who was heard."""

from django.db import models

from .people import Area
from .record import Record, line, number


class AreaPopulation(Record):
    """How many lived in an area at the end of a year: by age group and gender, and in its parts.

    `counts` is {"ages": {age: {gender: number}}, "parts": {name: number}}.
    """

    area = models.ForeignKey(Area, models.PROTECT, related_name="populations")
    year = number("Vilket års slut gäller siffrorna?")
    source = line("Varifrån kommer de?", "Till exempel ”SCB, folkmängd efter ålder och kön”.")
    counts = models.JSONField(default=dict)

    class Meta:
        verbose_name = "befolkning"
        verbose_name_plural = "befolkning"
        constraints = [models.UniqueConstraint(fields=["area", "year"], name="one_population_a_year")]

    def __str__(self) -> str:
        return f"{self.area} {self.year}"
