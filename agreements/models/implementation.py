"""Genomförande: what was done and how, and what had to be changed."""

from functools import partial

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F
from django.db.models.signals import post_delete
from django.dispatch import receiver

from processes.models.record import Record, amount, day, line, link, text


class ActivityLog(Record):
    """One time something was done: three taps on a phone, the rest if one likes (GEN-1)."""

    process = models.ForeignKey("processes.Process", models.CASCADE, related_name="activity_logs")
    activity = link("processes.Activity", "Aktivitet")
    done_on = day("När?")
    hours = amount("Arbetade timmar")
    amount = amount(
        "Hur mycket?",
        "Det som räknas mot målet. Tomt betyder ett tillfälle. Lovade ni en längsta tid: timmarna det tog.",
    )
    by_party = link("processes.Party", "Vem gjorde det?")
    note = text("Hur gick det?", "Vad gjorde att det lyckades, eller inte? Kan lämnas tomt.")

    class Meta:
        verbose_name = "genomfört"
        verbose_name_plural = "genomfört"

    def __str__(self) -> str:
        return f"{self.activity or ''} {self.done_on or ''}".strip()


class LogPicture(Record):
    """A picture of what was done, made anew from what was uploaded: nothing but its points is left (GEN-1)."""

    log = models.ForeignKey(ActivityLog, models.CASCADE, related_name="pictures")
    file = models.FileField(upload_to="pictures/%Y/")
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    alt = line("Vad ser man på bilden?", "För den som inte kan se den.", length=300)
    public = models.BooleanField("Får visas för alla", default=False)

    class Meta:
        verbose_name = "bild"
        verbose_name_plural = "bilder"

    def __str__(self) -> str:
        return self.alt


@receiver(post_delete, sender=LogPicture)
def let_the_file_go(instance: LogPicture, **_: object) -> None:
    """Its file goes once the row surely has, whatever took it away: what is rolled back still has its picture."""
    transaction.on_commit(partial(instance.file.delete, save=False))


class ActivityChange(Record):
    """That a promised activity was changed: what, and why (GEN-2). Citizens read it as it stands.

    `before` is the terms that were signed, in the version `since`, when the change was made in the plan
    itself: what was promised is held against them still (see implementation.promised).
    """

    process = models.ForeignKey("processes.Process", models.CASCADE, related_name="activity_changes")
    activity = link("processes.Activity", "Aktivitet")
    changed_on = day("När ändrades den?")
    what_changed = line("Vad ändrades?", "Till exempel ”Två vandringar i stället för tre”.", length=500)
    why = line("Varför?", "Medborgarna får läsa det.", length=500)
    since = models.ForeignKey(
        "agreements.DocumentVersion", models.PROTECT, null=True, editable=False, related_name="+"
    )
    before = models.JSONField(default=dict, editable=False)

    FACTS = {"activity_what": F("activity__what")}

    class Meta:
        verbose_name = "ändring"
        verbose_name_plural = "ändringar"

    def __str__(self) -> str:
        return self.what_changed

    def clean(self) -> None:
        """No change without what and why: those who were promised something are to be able to read both."""
        lacking = {
            "activity": "" if self.activity_id else "Välj vilken aktivitet som ändras.",
            "what_changed": "" if self.what_changed.strip() else "Skriv vad ni gör i stället.",
            "why": "" if self.why.strip() else "Skriv varför. Det är det medborgarna undrar.",
        }
        if found := {name: words for name, words in lacking.items() if words}:
            raise ValidationError(found)
