"""A document that is signed: its frozen versions, what each signatory did, and the finished file."""

from django.conf import settings
from django.db import models

from .agreement import CollaborationAgreement
from .promise import Promise


class DocumentVersion(models.Model):
    """What a promise or an agreement says, as frozen when it was sent to be signed. Never changed (LOF-5).

    `content` is canonical JSON; `content_hash` its SHA-256 in hex. `signatories` are those named
    then: they and nobody else sign this version, whatever becomes of the working copy. In what way
    they sign is chosen once for all of them, so that no version is signed in two ways. `process` is the
    round that it was put together in; `valid_until` is none for what holds until further notice.
    """

    class Way(models.TextChoices):
        SYSTEM = "system", "I systemet"
        EXTERNAL = "external", "Med elektronisk underskrift i en annan tjänst"
        PAPER = "paper", "På papper"
        OUTSIDE = "outside", "Utanför verktyget"

    promise = models.ForeignKey(Promise, models.PROTECT, null=True, related_name="versions")
    agreement = models.ForeignKey(CollaborationAgreement, models.PROTECT, null=True, related_name="versions")
    process = models.ForeignKey("processes.Process", models.PROTECT, null=True, related_name="+")
    number = models.PositiveIntegerField()
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    way = models.CharField(max_length=20, choices=Way, default=Way.SYSTEM)
    in_order = models.BooleanField(default=False)
    remind_after = models.PositiveSmallIntegerField(default=7)
    content = models.TextField()
    content_hash = models.CharField(max_length=64)
    signatories = models.JSONField(default=list)
    ruleset = models.CharField(max_length=20)
    deviations = models.JSONField(default=list)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(auto_now_add=True)

    NOT_FACTS = ("content",)

    class Meta:
        verbose_name = "dokumentversion"
        indexes = [models.Index(fields=["content_hash"], name="version_by_content")]
        constraints = [
            models.UniqueConstraint(fields=["promise", "number"], name="one_number_per_promise_version"),
            models.UniqueConstraint(fields=["agreement", "number"], name="one_number_per_agreement_version"),
            models.CheckConstraint(
                condition=models.Q(promise__isnull=False, agreement__isnull=True)
                | models.Q(promise__isnull=True, agreement__isnull=False),
                name="version_of_one_document",
            ),
        ]


class SigningCopy(models.Model):
    """The file that is signed outside the system, exactly as it was handed out. Never changed (LAG-7)."""

    version = models.OneToOneField(DocumentVersion, models.PROTECT, related_name="copy")
    pdf = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    NOT_FACTS = ("pdf",)

    class Meta:
        verbose_name = "fil att skriva under"


class SigningAct(models.Model):
    """What someone did with a version: signed, declined or took it back; or gave notice. Only ever added (LOF-5).

    A signature pins the hash that was shown, the rules it was asked under and the deviations. `proof` is what is
    known of one given outside the system: what its certificate says, or where the paper is kept. `ends_on` is the
    first day on which a signed agreement that was given notice of holds no more.
    """

    class Kind(models.TextChoices):
        SIGNED = "signed", "Underskrivet"
        DECLINED = "declined", "Avböjt"
        WITHDRAWN = "withdrawn", "Återtaget"
        ENDED = "ended", "Uppsagt"

    version = models.ForeignKey(DocumentVersion, models.PROTECT, related_name="acts")
    kind = models.CharField(max_length=20, choices=Kind)
    party = models.ForeignKey("processes.Party", models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=200, blank=True, default="")
    organisation = models.CharField(max_length=160, blank=True, default="")
    mandate = models.CharField(max_length=200, blank=True, default="")
    reason = models.TextField(blank=True, default="")
    content_hash = models.CharField(max_length=64)
    ruleset = models.CharField(max_length=20)
    deviations = models.JSONField(default=list)
    proof = models.JSONField(null=True)
    ends_on = models.DateField(null=True)
    at = models.DateTimeField()

    NOT_FACTS = ("deviations", "proof")

    class Meta:
        verbose_name = "underskriftshändelse"
        constraints = [
            models.UniqueConstraint(
                fields=["version", "party"],
                condition=models.Q(kind="signed"),
                name="one_signature_per_party",
            )
        ]


class SealedDocument(models.Model):
    """The finished file: rendered once, sealed, served from then on (design.md §4)."""

    version = models.OneToOneField(DocumentVersion, models.PROTECT, related_name="sealed")
    pdf = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    is_prov = models.BooleanField()
    sealed_at = models.DateTimeField()

    NOT_FACTS = ("pdf",)

    class Meta:
        verbose_name = "förseglat dokument"
        indexes = [models.Index(fields=["sha256"], name="document_by_file")]
