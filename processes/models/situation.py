"""Lokal lägesbild: the picture of a local police area for a period, shared by its rounds."""

from django.db import models
from django.db.models import F

from .people import Area
from .record import Record, day, line


class LocalSituation(Record):
    """The public part of an area's picture. The intelligence part has a room of its own."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="situations")
    title = line("Namn")
    period_start = day("Perioden börjar")
    period_end = day("Perioden slutar")

    FACTS = {"area_name": F("area__name")}

    class Meta:
        verbose_name = "lokal lägesbild"
