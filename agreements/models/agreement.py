"""Samverkansöverenskommelse: what the parties have put their names to. It may outlive a round."""

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Cast, JSONObject
from django.utils import timezone

from processes.models.people import Organisation
from processes.models.record import Record, day, line, link, text, yes_no


class AgreementQuerySet(models.QuerySet):
    """Agreements, asked by whether they are in force."""

    def in_force(self) -> "AgreementQuerySet":
        """Those whose latest sealed version has not run out, and has not been ended by notice."""
        today = timezone.localdate()
        over = _versions().filter(Q(valid_until__lt=today) | Q(acts__ends_on__lte=today))
        latest = self.alias(latest=Subquery(_sealed("pk").values("pk")[:1]))
        return latest.filter(latest__isnull=False).exclude(latest__in=over.values("pk"))


def _versions() -> models.QuerySet:
    return CollaborationAgreement._meta.get_field("versions").related_model._base_manager.all()


def _sealed(agreement: str) -> models.QuerySet:
    """The sealed versions of the agreement that a column points at, the latest first."""
    return _versions().filter(agreement=OuterRef(agreement), sealed__isnull=False).order_by("-number")


class CollaborationAgreement(Record):
    """The agreement's own data. Its purpose and focus areas are taken from the round (OVE-1)."""

    processes = models.ManyToManyField("processes.Process", related_name="agreements")
    title = line("Vad heter överenskommelsen?", "Till exempel ”Trygg i Åby 2027–2030”.")
    area = link("processes.Area", "Område")
    valid_from = day("Gäller från")
    until_further_notice = yes_no("Gäller den tills vidare?")
    valid_until = day("Gäller till", "Lämnas tomt när den gäller tills vidare.")
    under = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name="Hör den till en övergripande överenskommelse?",
        help_text="I en stor stad kan staden och polisområdet ha en, och varje lokalpolisområde sin egen under den.",
        null=True,
        blank=True,
        related_name="below",
    )

    objects = AgreementQuerySet.as_manager()

    @staticmethod
    def FACTS() -> dict:  # noqa: N802 – what facts hold besides the columns, see queries
        """The round in which it was written; of what it stands under, its name and latest sealed version."""
        told = JSONObject(
            number="number",
            valid_from="valid_from",
            valid_until="valid_until",
            ends_on="acts__ends_on",
            sealed_at="sealed__sealed_at",
            sha256="sealed__sha256",
        )
        above = _sealed("under").order_by("-number", F("acts__ends_on").asc(nulls_last=True))
        rounds = CollaborationAgreement.processes.through._base_manager.filter(
            collaborationagreement=OuterRef("pk")
        )
        return {
            "home_id": Subquery(rounds.order_by("pk").values("process_id")[:1]),
            "under_title": F("under__title"),
            "under_under_id": F("under__under"),
            "under_version": Subquery(above.values(told=Cast(told, models.TextField()))[:1]),
            "area_name": F("area__name"),
        }

    @staticmethod
    def OFFERED(round_) -> dict:  # noqa: N802 – what links may point at outside the round, see forms
        """One may stand under what a municipality of the round has signed for its area or a larger one, and is
        in force; what has been chosen stays a choice."""
        municipal = round_.parties.filter(organisation__kind=Organisation.Kind.MUNICIPALITY)
        theirs = CollaborationAgreement.objects.in_force().filter(
            Q(area__in=round_.area.chain) | Q(area=None, processes__area__in=round_.area.chain),
            processes__parties__organisation__in=municipal.values("organisation"),
        )
        offered = Q(pk__in=theirs.values("pk")) | Q(below__processes=round_)
        return {"under": CollaborationAgreement.objects.filter(offered).distinct().order_by("-pk")}

    class Meta:
        verbose_name = "samverkansöverenskommelse"
        verbose_name_plural = "samverkansöverenskommelser"

    def __str__(self) -> str:
        return self.title


class FocusDecision(Record):
    """A later decision on focus areas, appended to an agreement that runs for years (OVE-3)."""

    agreement = models.ForeignKey(CollaborationAgreement, models.CASCADE, related_name="focus_decisions")
    decided_on = day("Beslutet fattades")
    decided_by = line("Vilka beslutade?", "Namn och titel för varje part.")
    text = text("Vilka fokusområden och målbilder gäller det?")

    class Meta:
        verbose_name = "beslut om fokusområden"
        verbose_name_plural = "beslut om fokusområden"

    def __str__(self) -> str:
        return self.text
