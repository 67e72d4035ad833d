"""The official record besides the registrations: protected subjects, releases, disposal. Mostly append-only."""

from django.conf import settings
from django.db import models

from processes.models.record import Record, line, number
from processes.models.terms import Term

from .publication import Registration


class RegisterSetting(Record):
    """How an authority keeps its register: its subject code, and whether the numbers are a series of their own."""

    organisation = models.OneToOneField("processes.Organisation", models.PROTECT, related_name="+")
    subject_code = line(
        "Saknummer", "Polisen använder 483 för medborgarlöften. Tomt om ni inte har något.", 20
    )
    own_series = models.BooleanField(
        "Löften och överenskommelser har en egen nummerserie",
        default=False,
        help_text="Då säger registret till om ett nummer saknas. I ett gemensamt diarium betyder en lucka inget.",
    )

    class Meta:
        verbose_name = "inställning för diariet"

    def __str__(self) -> str:
        return str(self.organisation)


class ProtectedSubject(models.Model):
    """What a registration is about and cannot be told to everyone (OSL 5 kap. 2 §). Apart from the registration,
    so that no list or file of registrations can hold it; read by the authority's own people alone."""

    registration = models.OneToOneField(Registration, models.PROTECT, related_name="protected")
    text = models.TextField("Det som inte är offentligt")
    ground = models.ForeignKey(Term, models.PROTECT, verbose_name="Grund", null=True, related_name="+")

    class Meta:
        verbose_name = "skyddad ärendebeskrivning"


class NumberNote(models.Model):
    """Why a number of an authority's own series is not in the register. Append-only."""

    organisation = models.ForeignKey("processes.Organisation", models.PROTECT, related_name="+")
    series = models.CharField(max_length=60)
    number = models.BigIntegerField()
    why = models.CharField("Varför saknas numret?", max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "förklarat nummer"
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "series", "number"], name="one_note_per_missing_number"
            )
        ]


class ReleasePackage(models.Model):
    """The bytes of what was handed out, by their SHA-256. May be disposed of by rule, never altered."""

    sha256 = models.CharField(max_length=64, unique=True)
    data = models.BinaryField()
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = "utlämnat paket"


class Release(models.Model):
    """That an authority handed out its record of a round. Never to whom or why (TF 2 kap. 18 §). Append-only."""

    process = models.ForeignKey("processes.Process", models.PROTECT, related_name="releases")
    organisation = models.ForeignKey("processes.Organisation", models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    contents = models.JSONField(default=list)
    left_out = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = "utlämnande"


class DisposalRule(Record):
    """What is disposed of, after how long, and by which decision. Without a decision nothing is."""

    class Kind(models.TextChoices):
        DRAFT = "draft", "Utkast som ingen har sparat"
        RECEIPT = "receipt", "Kvitton mot dubbla klick"
        SUBMISSION = "submission", "Kvitton från dialogen på webben"
        VIEW = "view", "Synpunkter från medborgare"
        PICTURE = "picture", "Bilder av det som gjorts"
        ACCESS_LOG = "access_log", "Loggen över underrättelsedelen"
        PACKAGE = "package", "Kopior av utlämnade paket"
        CHAIN = "chain", "Innehållet i registrets kedja"

    kind = models.CharField("Vad", max_length=20, choices=Kind, unique=True)
    months = number("Efter hur många månader?", "24 är två år.")
    decision = line("Vilket beslut vilar det på?", "Till exempel ”gallringsbeslut 2027:4, dnr A12.345/2027”.")

    class Meta:
        verbose_name = "gallringsregel"

    def __str__(self) -> str:
        return self.get_kind_display()


class Disposal(models.Model):
    """That something was disposed of: what, how many, older than when, by which decision. Append-only."""

    kind = models.CharField(max_length=20, choices=DisposalRule.Kind)
    months = models.PositiveIntegerField()
    decision = models.CharField(max_length=200)
    until = models.DateField()
    number = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = "gallring"


class OutsideDocument(models.Model):
    """The signed file of a promise that was made outside the tool, as it was handed in (X-20). Append-only."""

    version = models.OneToOneField("agreements.DocumentVersion", models.PROTECT, related_name="outside")
    pdf = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "underskriven fil utifrån"
