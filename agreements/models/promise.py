"""Medborgarlöftet: the working copy people formulate."""

from django.db import models
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

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
    contact = line(
        "Vem svarar på frågor om löftet?",
        "En funktion med telefon eller e-post, ingen privatperson. Tomt betyder webbplatsens kontakt, eller 114 14.",
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
        """Of the agreement its name; of the predecessor its name and period, and when it was followed up."""
        followed = FollowUp._base_manager.filter(
            process__promises=OuterRef("predecessor"), done_on__isnull=False
        )

        def own(name: str) -> Coalesce:
            return Coalesce(f"predecessor__{name}", f"predecessor__process__{name}")

        return {
            "agreement_title": F("agreement__title"),
            "predecessor_title": F("predecessor__title"),
            "predecessor_start": own("period_start"),
            "predecessor_end": own("period_end"),
            "predecessor_followed": Subquery(followed.order_by("-done_on").values("done_on")[:1]),
        }

    @staticmethod
    def OFFERED(round_) -> dict:  # noqa: N802 – what links may point at outside the round, see forms
        """A promise follows on one that was signed earlier in the same area, or in a part of it."""
        signed = Promise._base_manager.filter(versions__sealed__isnull=False).exclude(process=round_)
        earlier = signed.filter(process__area__path__startswith=round_.area.path)
        return {"predecessor": earlier.distinct().order_by("-pk")}

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
