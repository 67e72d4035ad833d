"""Word lists that an administrator keeps: what the field has no settled national list of."""

from django.db import models

from .record import Record


class Term(Record):
    """A word of one of the lists. A word is retired, never deleted: what was written with it stays."""

    class List(models.TextChoices):
        THEME = "theme", "Teman"
        WORRY = "worry", "Slag av oro"
        ACTIVITY_TYPE = "activity_type", "Slag av aktiviteter"

    list = models.CharField("Lista", max_length=30, choices=List)
    label = models.CharField("Ord", max_length=120)
    retired = models.BooleanField("Används inte längre", default=False)

    class Meta:
        ordering = ["list", "label"]
        verbose_name = "ord i en lista"
        verbose_name_plural = "ord i listor"
        constraints = [models.UniqueConstraint(fields=["list", "label"], name="one_word_once_per_list")]

    def __str__(self) -> str:
        return self.label


def term(words: Term.List, label: str, hint: str = "") -> models.ForeignKey:
    """A word chosen from one of the lists, or not yet any."""
    return models.ForeignKey(
        Term,
        models.PROTECT,
        verbose_name=label,
        help_text=hint,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"list": words},
    )
