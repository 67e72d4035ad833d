"""Genomförande: what was done and how, and what had to be changed."""

from django.db import models

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


class ActivityChange(Record):
    """That a promised activity was changed: what, and why (GEN-2)."""

    process = models.ForeignKey("processes.Process", models.CASCADE, related_name="activity_changes")
    activity = link("processes.Activity", "Aktivitet")
    changed_on = day("När ändrades den?")
    what_changed = line("Vad ändrades?", length=300)
    why = line("Varför?", length=300)

    class Meta:
        verbose_name = "ändring"
        verbose_name_plural = "ändringar"

    def __str__(self) -> str:
        return self.what_changed
