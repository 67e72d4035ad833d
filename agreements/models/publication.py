"""What makes a sealed promise an official, public document: registration and publication."""

from django.conf import settings
from django.db import models
from django.db.models import F

from .promise import PromiseVersion


class Registration(models.Model):
    """A party's registration of a sealed promise in its own register (LOF-7, LAG-3). Append-only."""

    version = models.ForeignKey(PromiseVersion, models.PROTECT, related_name="registrations")
    organisation = models.ForeignKey("processes.Organisation", models.PROTECT, related_name="+")
    diary_number = models.CharField("Diarienummer", max_length=60)
    registered_on = models.DateField("Registrerat den")
    description = models.CharField("Kort om ärendet", max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    FACTS = {"by_name": F("by__name")}

    class Meta:
        verbose_name = "registrering"
        constraints = [
            models.UniqueConstraint(fields=["version", "organisation"], name="one_registration_per_party"),
            models.UniqueConstraint(fields=["organisation", "diary_number"], name="diary_number_once"),
        ]


class Publication(models.Model):
    """A public snapshot: what citizens read, and nothing else (design.md §4.4). Append-only.

    Publishing rests on a named person's word that the content holds no personal data about
    citizens (`checked`).
    """

    version = models.OneToOneField(PromiseVersion, models.PROTECT, related_name="publication")
    slug = models.SlugField(max_length=100, unique=True)
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    checked = models.TextField("Hur kontrollerades texten?")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    FACTS = {"by_name": F("by__name")}
    NOT_FACTS = ("content", "checked")

    class Meta:
        verbose_name = "publicering"
