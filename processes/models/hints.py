"""What a person does not want to be told any more."""

from django.conf import settings
from django.db import models


class SilencedHint(models.Model):
    """A kind of hint that a person has silenced, everywhere. Their own, and no part of the work."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="silenced_hints")
    code = models.CharField(max_length=40)

    class Meta:
        verbose_name = "tyst tips"
        verbose_name_plural = "tysta tips"
        constraints = [models.UniqueConstraint(fields=["user", "code"], name="one_silence_per_hint")]
