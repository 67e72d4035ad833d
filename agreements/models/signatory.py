"""Who is to sign: of a promise, and of an agreement."""

from django.db import models
from django.db.models import F

from processes.models.record import Record, line, link

from .agreement import CollaborationAgreement
from .promise import Promise


class NamedSigner(Record):
    """Who is to sign for a party, and by what mandate (OVE-6). Titles are free, t.f. too (FAL-10)."""

    party = link("processes.Party", "För vilken part?")
    user = link("processes.User", "Vem skriver under?")
    title = line("Titel", "Så som den ska stå, till exempel ”t.f. lokalpolisområdeschef”.")
    mandate = line("Med vilken rätt?", "Till exempel ”KS § 45, 2027-02-03” eller ”delegationsordning 4.2”.")

    FACTS = {
        "name": F("user__name"),
        "party_kind": F("party__organisation__kind"),
        "party_name": F("party__organisation__name"),
        "organisation_id": F("party__organisation_id"),
    }

    class Meta:
        abstract = True
        verbose_name = "undertecknare"
        verbose_name_plural = "undertecknare"


class Signatory(NamedSigner):
    """Who is to sign a promise."""

    promise = models.ForeignKey(Promise, models.CASCADE, related_name="signatories")

    class Meta(NamedSigner.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["promise", "party"],
                condition=models.Q(party__isnull=False),
                name="one_signatory_per_party",
            )
        ]


class AgreementSignatory(NamedSigner):
    """Who is to sign an agreement."""

    agreement = models.ForeignKey(CollaborationAgreement, models.CASCADE, related_name="signatories")

    class Meta(NamedSigner.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "party"],
                condition=models.Q(party__isnull=False),
                name="one_agreement_signatory_per_party",
            )
        ]
