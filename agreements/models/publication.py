"""What makes a sealed promise an official, public document: registration and publication."""

from django.conf import settings
from django.db import models
from django.db.models import F

from .document import DocumentVersion
from .promise import Promise


class Registration(models.Model):
    """An authority's registration of a sealed document in its own register (LOF-7, LAG-3). Append-only.

    `description` is the public subject; what cannot be told to everyone stands apart (ProtectedSubject). A slip is
    put right by a new row that replaces the one it stood in. `sought` is what a search looks in. `decision` is which
    of the decisions appended to an agreement it is about, by its place in the version; none is the document itself.
    """

    version = models.ForeignKey(DocumentVersion, models.PROTECT, related_name="registrations")
    decision = models.PositiveSmallIntegerField(null=True, editable=False)
    organisation = models.ForeignKey("processes.Organisation", models.PROTECT, related_name="+")
    diary_number = models.CharField("Diarienummer", max_length=60)
    registered_on = models.DateField("Registrerat den")
    subject_code = models.CharField("Saknummer", max_length=20, blank=True, default="")
    description = models.CharField("Kort om ärendet", max_length=300)
    sender = models.CharField("Avsändare", max_length=200, blank=True, default="")
    recipient = models.CharField("Mottagare", max_length=200, blank=True, default="")
    replaces = models.OneToOneField(
        "self", models.PROTECT, verbose_name="Rättar", null=True, related_name="correction"
    )
    why = models.CharField("Vad rättas, och varför?", max_length=300, blank=True, default="")
    sought = models.TextField(default="", editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    FACTS = {"by_name": F("by__name"), "corrected_by_id": F("correction__pk")}
    NOT_FACTS = ("sought",)

    class Meta:
        verbose_name = "registrering"
        indexes = [models.Index(fields=["organisation", "registered_on"])]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "organisation"],
                condition=models.Q(replaces=None, decision=None),
                name="one_registration_per_party",
            ),
            models.UniqueConstraint(
                fields=["version", "decision", "organisation"],
                condition=models.Q(replaces=None, decision__isnull=False),
                name="one_registration_per_decision",
            ),
            models.UniqueConstraint(
                fields=["organisation", "diary_number"],
                condition=models.Q(replaces=None),
                name="diary_number_once",
            ),
        ]


class Publication(models.Model):
    """A public snapshot: what citizens read, and nothing else (design.md §4.4). Append-only.

    Publishing rests on a named person's word that the content holds no personal data about
    citizens (`checked`). All versions of a promise stand under one slug, the first one's, so that
    its address never changes. `themes` are those of its focus areas then, by name.
    """

    version = models.OneToOneField(DocumentVersion, models.PROTECT, related_name="publication")
    slug = models.SlugField(max_length=100)
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    themes = models.JSONField(default=list)
    checked = models.TextField("Hur kontrollerades texten?")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    FACTS = {"by_name": F("by__name")}
    NOT_FACTS = ("content", "checked", "themes")

    class Meta:
        verbose_name = "publicering"


class Clearance(models.Model):
    """The leader's word that just this account of a promise may be published. Append-only."""

    promise = models.ForeignKey(Promise, models.PROTECT, related_name="clearances")
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    FACTS = {"by_name": F("by__name")}

    class Meta:
        verbose_name = "får publiceras"


class Account(models.Model):
    """How a promise goes, as it was made public at one moment (ATE-2). Append-only.

    `content` is canonical JSON and `sha256` its fingerprint. It holds what is reported and told, never a
    state word: how an activity stands also depends on the day, and is computed when it is read (FAL-2).
    """

    promise = models.ForeignKey(Promise, models.PROTECT, related_name="accounts")
    number = models.PositiveIntegerField()
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    FACTS = {"by_name": F("by__name")}
    NOT_FACTS = ("content",)

    class Meta:
        verbose_name = "publicerat läge"
        constraints = [
            models.UniqueConstraint(fields=["promise", "number"], name="one_number_per_account"),
        ]
