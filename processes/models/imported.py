"""What came in from a file: which rows, from what, by whom, and whether it was undone (X-8)."""

from django.conf import settings
from django.db import models

from .round import Process


class Imported(models.Model):
    """Rows that came in together. The file is not kept: its name and fingerprint are."""

    process = models.ForeignKey(Process, models.CASCADE, related_name="imports")
    step = models.CharField(max_length=40)
    section = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    file_name = models.CharField(max_length=150)
    sha256 = models.CharField(max_length=64)
    number = models.PositiveIntegerField()
    rows = models.JSONField(default=list)
    """The keys of the rows."""
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "hämtat från kalkylark"
        indexes = [models.Index(fields=["step", "section", "subject_id"])]

    def __str__(self) -> str:
        return self.file_name
