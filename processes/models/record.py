"""What every editable row has: a version, an owner and a readable history; and plain field makers.

No field is required to save (drafts always save); the guard asks at the gates. Field makers give
label and hint in one place, for form, review and refusal alike.
"""

from django.db import models
from simple_history.models import HistoricalRecords

LONGEST_TEXT = 10_000


class RoundTrace(models.Model):
    """What our history rows carry besides simple-history's own: the round the change was made in."""

    round_id = models.BigIntegerField(null=True, db_index=True, editable=False)

    class Meta:
        abstract = True


class Record(models.Model):
    """An editable row. Only actions write it; saving is refused when `version` has moved on."""

    version = models.PositiveIntegerField(default=0, editable=False)
    owner = models.ForeignKey(
        "processes.Organisation", models.PROTECT, null=True, editable=False, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True, editable=False)
    changed_at = models.DateTimeField(auto_now=True, editable=False)
    history = HistoricalRecords(inherit=True, bases=[RoundTrace])

    class Meta:
        abstract = True


def text(label: str, hint: str = "") -> models.TextField:
    """Own words, up to 10,000 characters."""
    return models.TextField(label, blank=True, default="", max_length=LONGEST_TEXT, help_text=hint)


def line(label: str, hint: str = "", length: int = 200) -> models.CharField:
    """A line of text."""
    return models.CharField(label, blank=True, default="", max_length=length, help_text=hint)


def choice(label: str, choices, hint: str = "") -> models.CharField:
    """One of a list of codes; empty until chosen."""
    return models.CharField(label, blank=True, default="", max_length=40, choices=choices, help_text=hint)


def day(label: str, hint: str = "") -> models.DateField:
    """A date, or not yet any."""
    return models.DateField(label, null=True, blank=True, help_text=hint)


def number(label: str, hint: str = "") -> models.PositiveIntegerField:
    """A whole number from nought, or not yet any."""
    return models.PositiveIntegerField(label, null=True, blank=True, help_text=hint)


SCALE = [(0, "Inte alls"), (1, "Lite"), (2, "Ganska mycket"), (3, "Mycket")]


def scale(label: str, hint: str = "") -> models.PositiveSmallIntegerField:
    """A rough estimate in four steps, from nought to three, or not yet any."""
    return models.PositiveSmallIntegerField(label, null=True, blank=True, choices=SCALE, help_text=hint)


def amount(label: str, hint: str = "") -> models.DecimalField:
    """A figure that may have decimals, or not yet any."""
    return models.DecimalField(label, max_digits=14, decimal_places=2, null=True, blank=True, help_text=hint)


def link(to, label: str, hint: str = "") -> models.ForeignKey:
    """Another row of the round, chosen by the user, or not yet any. It can't be removed meanwhile."""
    return models.ForeignKey(
        to,
        models.PROTECT,
        verbose_name=label,
        help_text=hint,
        null=True,
        blank=True,
        related_name="+",
    )


def yes_no(label: str, hint: str = "") -> models.BooleanField:
    """Yes, no, or not yet answered."""
    return models.BooleanField(
        label, null=True, blank=True, help_text=hint, choices=[(True, "Ja"), (False, "Nej")]
    )
