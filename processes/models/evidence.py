"""What people say about the work: decisions, judgements, ticks, deviations, feedback, files.

All are keyed by (step, subject). Decisions, judgements and ticks are only ever added: the latest
counts. Shared subjects (a dialogue in two rounds) carry their evidence with them.
"""

from django.conf import settings
from django.db import models
from django.db.models import F

from .record import Record, day, line, text
from .round import Process


class About(models.Model):
    """Whom evidence is about: a step's subject, or a row of it."""

    process = models.ForeignKey(Process, models.CASCADE, related_name="%(class)ss")
    step = models.CharField(max_length=40, editable=False)
    subject_model = models.CharField(max_length=60, editable=False)
    subject_id = models.BigIntegerField(editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+")
    at = models.DateTimeField(auto_now_add=True, editable=False)

    FACTS = {"by_name": F("by__name")}

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["subject_model", "subject_id"])]


class Decision(About):
    """A gate passed, a return with a comment, or a reopening; with what it rested on."""

    class Outcome(models.TextChoices):
        DONE = "done", "Klart"
        RETURNED = "returned", "Återlämnat"
        REOPENED = "reopened", "Öppnat igen"
        ACKNOWLEDGED = "acknowledged", "Nytt underlag kvitterat"

    gate = models.CharField(max_length=20)
    side = models.CharField(max_length=20)
    outcome = models.CharField(max_length=20, choices=Outcome)
    comment = models.TextField(blank=True, default="")
    inputs = models.JSONField(default=dict)

    class Meta(About.Meta):
        verbose_name = "beslut"


class Judgement(About):
    """A named person's judgement of quality; words for delvis and nej."""

    class Answer(models.TextChoices):
        YES = "yes", "Ja"
        PARTLY = "partly", "Delvis"
        NO = "no", "Nej"

    criterion = models.CharField(max_length=40)
    answer = models.CharField(max_length=10, choices=Answer)
    words = models.TextField(blank=True, default="")

    class Meta(About.Meta):
        verbose_name = "bedömning"


class Tick(About):
    """A point on a step's checklist, ticked or unticked by a named person."""

    criterion = models.CharField(max_length=40)
    ticked = models.BooleanField()

    class Meta(About.Meta):
        verbose_name = "avprickning"


class Deviation(About, Record):
    """Why some "bör" demands of a step are not met; every signer sees it (comply or explain)."""

    codes = models.JSONField("Vilka krav gäller det?", default=list)
    reason = text("Varför avviker ni, och vad gör ni i stället?")
    withdrawn = models.BooleanField(default=False, editable=False)

    class Meta(About.Meta):
        verbose_name = "avvikelse"


class Feedback(About, Record):
    """That a result was told to one or several audiences, when and how (FAL-6)."""

    audiences = models.JSONField("Vilka fick veta?", default=list)
    channel = line("Hur?", "Till exempel ”mejl till deltagarna” eller ”tog upp på APT”.")
    text = text("Vad berättade ni?")
    due_on = day("Senast när ska det ske?")
    given_on = day("När skedde det?")
    public = models.BooleanField("Texten får stå på löftets offentliga sida", default=False)
    """What is written once for those it is for is also what everyone may read (ATE-1, ATE-2)."""
    about_model = models.CharField(max_length=60, blank=True, default="", editable=False)
    about_id = models.BigIntegerField(null=True, editable=False)
    """What of the subject it tells of: a promise, an activity. Nothing named: all of the work."""

    SAID = ("audiences", "given_on", "due_on", "channel", "text", "public")

    class Meta(About.Meta):
        verbose_name = "återkoppling"


class Inherited(About):
    """That something came along from the round before, and whether somebody has said that it still holds (X-11).

    It also holds once the row, or the section, has been saved anew: `row_version` is the version that came.
    """

    section = models.CharField(max_length=40, editable=False)
    row_version = models.PositiveIntegerField(editable=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, editable=False)

    class Meta(About.Meta):
        verbose_name = "från förra rundan"


class Attachment(About, Record):
    """A file or a link with a short summary, which meets a documentation row."""

    title = line("Vad är det?")
    summary = text("Kort sammanfattning")
    anchor = line("Vilken fråga svarar den på?", length=80)
    link = models.URLField("Länk", max_length=500, blank=True, default="")
    file = models.FileField("Fil", upload_to="attachments/%Y/", blank=True)
    sha256 = models.CharField(max_length=64, blank=True, default="", editable=False)
    content_type = models.CharField(max_length=80, blank=True, default="", editable=False)

    class Meta(About.Meta):
        verbose_name = "bilaga"

    @property
    def file_name(self) -> str:
        """A name for the download: what it is called, with the ending its content has."""
        ending = self.file.name.rpartition(".")[2]
        return f"{self.title[:80].strip() or 'bilaga'}.{ending}"


class Draft(models.Model):
    """What someone is typing, kept until it is saved or dropped. One per person and form."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts")
    path = models.CharField(max_length=300)
    data = models.JSONField(default=dict)
    held = models.BooleanField(default=False)
    """Whether a page holds it until it is answered, and no longer than a day."""
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "path"], name="one_draft_per_form")]


class DraftFile(models.Model):
    """A file that was chosen in a form which could not be saved yet. It goes when the draft goes."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="files")
    field = models.CharField(max_length=40)
    name = models.CharField(max_length=150)
    content = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "field"], name="one_file_per_field_of_a_draft")
        ]


class Receipt(models.Model):
    """That a POST with this idempotency key has been carried out, and where it led."""

    key = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    location = models.CharField(max_length=300)
    at = models.DateTimeField(auto_now_add=True)
