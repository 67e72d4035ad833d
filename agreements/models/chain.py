"""The register's chain: append-only, each entry bound to the one before (design.md §4.5).

An entry commits to a salted payload. Salt and payload lie apart, so that they can be erased by
decision and the chain still verifies.
"""

from django.db import models


class ChainEntry(models.Model):
    """One event of the register. Hashes are SHA-256 in hex."""

    number = models.PositiveBigIntegerField(unique=True)
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=80)
    commitment = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    head = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        verbose_name = "registerhändelse"


class ChainContent(models.Model):
    """What an entry commits to. May be erased by decision; the entry stays."""

    entry = models.OneToOneField(ChainEntry, models.PROTECT, related_name="content")
    salt = models.CharField(max_length=64)
    payload = models.TextField()

    class Meta:
        verbose_name = "registerhändelsens innehåll"
