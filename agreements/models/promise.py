"""Medborgarlöftet: the working copy people formulate, and the versions that are frozen to be signed."""

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Subquery

from processes.models.record import Record, day, line, link, text, yes_no

from .agreement import CollaborationAgreement
from .follow_up import FollowUp


class Promise(Record):
    """The working copy of a promise: what is not already said in another step (LOF-1, 10, 11)."""

    process = models.ForeignKey("processes.Process", models.CASCADE, related_name="promises")
    title = line("Vad ska löftet heta?", "Till exempel ”Tryggare kvällar i Åby centrum”.")
    place = line("Vilket område gäller det?", "Tomt betyder hela lokalpolisområdet.")
    period_start = day("Börjar gälla", "Tomt betyder när rundans period börjar.")
    period_end = day("Slutar gälla", "Tomt betyder när rundans period slutar.")
    introduction = text(
        "Inledning och syfte", "Till dem som bor och verkar i området. Två–tre meningar i klarspråk."
    )
    picture = text("Så ser det ut i dag", "Kort om läget, så att den som inte varit med förstår.")
    follow = text(
        "Så kan medborgarna följa arbetet och resultatet",
        "Var, hur ofta och vem man kan vända sig till.",
    )
    involvement = text("Hur är medborgarna med?", "I formuleringen, i aktiviteterna eller i uppföljningen.")
    serves_safety = yes_no("Ökar det tryggheten?")
    serves_prevention = yes_no("Förebygger det brott?")
    serves_participation = yes_no("Ökar det delaktigheten?")
    serves_trust = yes_no("Stärker det förtroendet?")
    agreement = link(CollaborationAgreement, "Vilken överenskommelse utgår löftet från?")
    predecessor = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name="Vilket löfte förnyas?",
        null=True,
        blank=True,
        related_name="successors",
    )
    need_remains = yes_no("Finns behovet kvar enligt den gemensamma lägesbilden?")

    @staticmethod
    def FACTS() -> dict:  # noqa: N802 – what facts hold besides the columns, see queries
        """Of the agreement its name; of the predecessor when it began and was followed up."""
        followed = FollowUp._base_manager.filter(process__promises=OuterRef("predecessor"))
        return {
            "agreement_title": F("agreement__title"),
            "predecessor_start": F("predecessor__process__period_start"),
            "predecessor_followed": Subquery(followed.order_by("-done_on").values("done_on")[:1]),
        }

    class Meta:
        verbose_name = "medborgarlöfte"
        verbose_name_plural = "medborgarlöften"

    def __str__(self) -> str:
        return self.title


class PromiseFocus(Record):
    """A focus area that the promise is about. Its activities and effects follow along."""

    promise = models.ForeignKey(Promise, models.CASCADE, related_name="focuses")
    focus_area = models.ForeignKey(
        "processes.FocusArea", models.PROTECT, verbose_name="Fokusområde", related_name="+"
    )

    class Meta:
        verbose_name = "fokusområde i löftet"
        verbose_name_plural = "fokusområden i löftet"
        constraints = [
            models.UniqueConstraint(fields=["promise", "focus_area"], name="one_focus_once_per_promise")
        ]


class Signatory(Record):
    """Who is to sign for a party, and by what mandate (OVE-6). Titles are free, t.f. too (FAL-10)."""

    promise = models.ForeignKey(Promise, models.CASCADE, related_name="signatories")
    party = link("processes.Party", "För vilken part?")
    user = link("processes.User", "Vem skriver under?")
    title = line("Titel", "Så som den ska stå, till exempel ”t.f. lokalpolisområdeschef”.")
    mandate = line("Med vilken rätt?", "Till exempel ”KS § 45, 2027-02-03” eller ”delegationsordning 4.2”.")

    FACTS = {
        "name": F("user__name"),
        "party_kind": F("party__organisation__kind"),
        "party_name": F("party__organisation__name"),
    }

    class Meta:
        verbose_name = "undertecknare"
        verbose_name_plural = "undertecknare"
        constraints = [
            models.UniqueConstraint(
                fields=["promise", "party"],
                condition=models.Q(party__isnull=False),
                name="one_signatory_per_party",
            )
        ]


class PromiseVersion(models.Model):
    """A promise's content as frozen when it was sent to be signed. Never changed (LOF-5).

    `content` is canonical JSON; `content_hash` its SHA-256 in hex. `signatories` are those named
    then: they and nobody else sign this version, whatever becomes of the working copy.
    """

    promise = models.ForeignKey(Promise, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.TextField()
    content_hash = models.CharField(max_length=64)
    signatories = models.JSONField(default=list)
    ruleset = models.CharField(max_length=20)
    deviations = models.JSONField(default=list)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(auto_now_add=True)

    NOT_FACTS = ("content",)

    class Meta:
        verbose_name = "löftesversion"
        constraints = [
            models.UniqueConstraint(fields=["promise", "number"], name="one_number_per_promise_version")
        ]


class SigningAct(models.Model):
    """What someone did with a version: signed, declined or took it back. Only ever added (LOF-5).

    A signature pins the hash that was shown, the rules it was asked under and the deviations.
    """

    class Kind(models.TextChoices):
        SIGNED = "signed", "Godkänt i systemet"
        DECLINED = "declined", "Avböjt"
        WITHDRAWN = "withdrawn", "Återtaget"

    version = models.ForeignKey(PromiseVersion, models.PROTECT, related_name="acts")
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
    at = models.DateTimeField()

    NOT_FACTS = ("deviations",)

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

    version = models.OneToOneField(PromiseVersion, models.PROTECT, related_name="sealed")
    pdf = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    is_prov = models.BooleanField()
    sealed_at = models.DateTimeField()

    NOT_FACTS = ("pdf",)

    class Meta:
        verbose_name = "förseglat dokument"
