"""What visitors say that they cannot use on the site: DOS-lagen wants a way to say it (2018:1937)."""

from django.conf import settings
from django.db import models


class AccessibilityReport(models.Model):
    """One report. Nobody is asked who they are; how to be answered is theirs to give."""

    what = models.TextField("Vad är det som inte fungerar?")
    where = models.CharField("På vilken sida?", max_length=300, blank=True, default="")
    answer_to = models.CharField("Hur når vi dig?", max_length=200, blank=True, default="")
    received_on = models.DateField()
    handled_on = models.DateField(null=True)
    handled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "tillgänglighetsanmälan"
