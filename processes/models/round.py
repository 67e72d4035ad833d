"""The round: one local police area, its parties, a period (PRO-1)."""

from django.conf import settings
from django.db import models
from django.db.models import CharField, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Cast, Coalesce, StrIndex

from processes.method import Role

from .people import Area, Membership, Organisation
from .population import AreaPopulation
from .record import Record, day, line, number, text


class Process(Record):
    """A round of the work. It carries one or several promises."""

    title = line("Rundans namn", "Till exempel ”Trygg i Åby 2027”.")
    area = models.ForeignKey(Area, models.PROTECT, verbose_name="Lokalpolisområde", related_name="rounds")
    period_start = day("Perioden börjar")
    period_end = day("Perioden slutar")
    predecessor = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name="Föregående runda",
        null=True,
        blank=True,
        related_name="successors",
    )
    local_situation = models.ForeignKey(
        "processes.LocalSituation",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="rounds",
    )
    closed_on = models.DateField(null=True, blank=True, editable=False)
    outside = models.BooleanField(default=False, editable=False)
    """Whether its promise was made and signed outside the tool: no gate was ever asked (X-20)."""

    class Meta:
        verbose_name = "runda"
        verbose_name_plural = "rundor"

    @staticmethod
    def FACTS() -> dict:  # noqa: N802 – what facts hold besides the columns, see queries
        """Where it is, and who lived there by the latest figures."""
        latest = AreaPopulation.objects.filter(area=OuterRef("area")).order_by("-year")
        return {
            "area_name": F("area__name"),
            "population": Subquery(latest.values("counts")[:1]),
            "population_year": Subquery(latest.values("year")[:1]),
            "population_source": Subquery(latest.values("source")[:1]),
        }

    def __str__(self) -> str:
        return self.title


class Party(Record):
    """An organisation that takes part in a round, and its decision to do so (SAM-1, 4, 5, 7)."""

    process = models.ForeignKey(Process, models.CASCADE, related_name="parties")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name="Organisation", related_name="parties"
    )
    decided_by = line("Vem beslutade att ni ska samverka?", "Namn och titel på beslutsfattaren.")
    decided_on = day("När fattades beslutet?")
    coordinator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name="Samordnare",
        help_text="För polisen är det kommunpolisen.",
        null=True,
        blank=True,
        related_name="+",
    )
    resources = text(
        "Tid och resurser som parten avsätter", "En mening räcker, till exempel timmar per månad."
    )
    hours_set_aside = number("Timmar som parten avsätter för hela perioden", "En uppskattning räcker.")
    support = text("Vilka delar av organisationen stödjer arbetet, och vad är deras roll i genomförandet?")

    @staticmethod
    def FACTS() -> dict:  # noqa: N802 – what facts hold besides the columns, see queries
        """Whose party it is, who usually signs for it (chief or municipality's representative), and the last
        day its coordinator is community officer of the area: blank is for good, no word of it is never."""
        signers = Membership.objects.filter(
            Q(area=None) | Q(area=OuterRef("process__area")),
            organisation=OuterRef("organisation"),
            role__in=(Role.LOCAL_POLICE_CHIEF, Role.MUNICIPAL_REPRESENTATIVE),
            valid_until=None,
        ).order_by("-pk")
        officers = (
            Membership.objects.annotate(within=StrIndex(OuterRef("process__area__path"), F("area__path")))
            .filter(
                Q(area=None) | Q(within=1),
                organisation=OuterRef("organisation"),
                user=OuterRef("coordinator"),
                role=Role.COMMUNITY_OFFICER,
            )
            .order_by(F("valid_until").desc(nulls_first=True))
        )
        until = Coalesce(Cast("valid_until", CharField()), Value(""))
        return {
            "officer_until": Subquery(officers.values(until=until)[:1]),
            "kind": F("organisation__kind"),
            "name": F("organisation__name"),
            "signer_id": Subquery(signers.values("user_id")[:1]),
            "signer_title": Subquery(signers.values("user__title")[:1]),
        }

    class Meta:
        verbose_name = "part"
        verbose_name_plural = "parter"
        constraints = [models.UniqueConstraint(fields=["process", "organisation"], name="one_party_once")]

    def __str__(self) -> str:
        return self.organisation.name
