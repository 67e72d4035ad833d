"""Word lists that an administrator keeps: what the field has no settled national list of.

To add a list: a member of `Term.List`, its first words in a migration, and a line in
`portal/words.py` that tells where it is chosen from. A list whose words stand in an order that means
something (a ladder) is named in `LADDERS` too; then each word has a `position`, the lowest step is 1,
and whoever keeps the list moves the steps about. A form shows a ladder as one choice per step, with
what the step means to people (`meaning`). Choose from a list with `term(Term.List.…, label)`.
"""

from django.db import models

from .record import Record


class Term(Record):
    """A word of one of the lists. A word is retired, never deleted: what was written with it stays."""

    class List(models.TextChoices):
        THEME = "theme", "Teman"
        WORRY = "worry", "Slag av oro"
        ACTIVITY_TYPE = "activity_type", "Slag av aktiviteter"
        SURVEY = "survey", "Trygghetsmätningens frågor"
        CRIME = "crime", "Slag av brott"
        SOURCE = "source", "Källor till lägesbilden"
        PARTICIPATION = "participation", "Grader av delaktighet"
        COMMUNICATION = "communication", "Kommunikationstrappan"
        PLAN_GOAL = "plan_goal", "Mål i Polismyndighetens verksamhetsplan"
        GROUND = "ground", "Grunder för att inte lämna ut"

    list = models.CharField("Lista", max_length=30, choices=List)
    label = models.CharField("Ord", max_length=120)
    position = models.PositiveIntegerField("Plats i ordningen", default=0)
    meaning = models.CharField("Vad det betyder", max_length=200, blank=True, default="")
    remark = models.CharField("Att tänka på för den som väljer det", max_length=200, blank=True, default="")
    retired = models.BooleanField("Används inte längre", default=False)
    code = models.CharField(max_length=20, blank=True, default="", editable=False)
    """By which the program itself finds a word, whatever an administrator calls it; of most words none."""

    class Meta:
        ordering = ["list", "position", "label"]
        verbose_name = "ord i en lista"
        verbose_name_plural = "ord i listor"
        constraints = [models.UniqueConstraint(fields=["list", "label"], name="one_word_once_per_list")]

    def __str__(self) -> str:
        return self.label

    @property
    def in_full(self) -> str:
        """The word with what it means, as whoever chooses reads it."""
        return ". ".join(filter(None, (": ".join(filter(None, (self.label, self.meaning))), self.remark)))


LADDERS = frozenset({Term.List.PARTICIPATION, Term.List.COMMUNICATION})
"""The lists in which the order means something."""


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
