"""What was proved about a file, and what was not, in plain words. Pure: what was found in, sentences out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format

from agreements.models import DocumentVersion
from agreements.sealing import Inspection, SealReport
from processes.documents.tree import grouped

from .lookup import Known, Place

Way = DocumentVersion.Way
YES, NO, CARE, OPEN = "yes", "no", "care", "open"
LABELS = {YES: "Bevisat", NO: "Stämmer inte", CARE: "Att tänka på", OPEN: "Inte kontrollerat"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `mark` is one of yes, no, care, open."""

    mark: str
    title: str
    text: str

    @property
    def label(self) -> str:
        """The mark as a word, for whoever does not see it."""
        return LABELS[self.mark]


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole answer about one file."""

    mark: str
    headline: str
    lead: str
    findings: tuple[Finding, ...]
    limits: tuple[str, ...]


def moment(at: datetime) -> str:
    """A point in time as people say it."""
    return date_format(timezone.localtime(at), r"j F Y \k\l. H:i")


def about_registered(known: Known, file: Inspection) -> Answer:
    """Of a file that is, byte for byte, the registered one."""
    findings = tuple(_of_registered(known, file))
    wrong = any(finding.mark == NO for finding in findings)
    if wrong:
        headline = "Filen är registrerad, men något stämmer inte"
        lead = "Läs vilken punkt nedan som är märkt. Berätta det för dem som står bakom dokumentet."
    elif known.prov:
        headline = "Filen är oförändrad, men den är ett prov"
        lead = "Den är gjord i en provmiljö och gäller inte."
    else:
        headline = "Filen är äkta och oförändrad"
        lead = "Den är byte för byte den fil som förseglades och registrerades."
    return Answer(NO if wrong else CARE if known.prov else YES, headline, lead, findings, limits(known))


def _of_registered(known: Known, file: Inspection) -> Iterator[Finding]:
    yield Finding(
        YES,
        "Filen finns i registret",
        f"{known.kind}, version {known.number}, {_kept(known)} {moment(known.sealed_at)}. "
        f"Filens fingeravtryck (SHA-256) är {grouped(known.sha256, 8)}.",
    )
    if _way(known) is Way.EXTERNAL:
        yield from _outside(file)
    else:
        yield _seal(file.seal)
    same = file.embedded == known.content_hash
    yield Finding(
        YES if same else NO,
        "Innehållet är det som fastställdes" if same else "Innehållet är inte det som fastställdes",
        f"Dokumentet ligger också som data i filen, med fingeravtrycket {grouped(known.content_hash, 8)}."
        if same
        else "Det som ligger som data i filen har ett annat fingeravtryck än det som skrevs under.",
    )
    yield _chain(known.place)
    yield _signatures(known)
    if known.later:
        where = "Den finns på dokumentets sida." if known.later_url else "Den är inte publicerad."
        yield Finding(
            CARE,
            "Det finns en senare version",
            f"Version {known.later} har förseglats efter den här. {where}",
        )
    else:
        yield Finding(YES, "Det är den senaste versionen", "Ingen senare version har förseglats här.")


def _kept(known: Known) -> str:
    """What was done with the file when it was registered: one signed elsewhere bears no seal of ours."""
    return "registrerad" if _way(known) is Way.EXTERNAL else "förseglad"


def _way(known: Known) -> Way:
    """The way as it is told here: any service but our own is another service."""
    return Way(known.way) if known.way in Way.values else Way.EXTERNAL


def _seal(seal: SealReport) -> Finding:
    who = f"Satt av {seal.signer}" + (f" {moment(seal.signed_at)}" if seal.signed_at else "")
    if not (seal.intact and seal.covers_whole_file):
        return Finding(NO, "Stämpeln håller inte", " ".join(seal.problems))
    if not seal.trusted:
        return Finding(
            NO, "Stämpeln är hel, men vi känner inte den som satte den", f"{who}. {' '.join(seal.problems)}"
        )
    if seal.is_demo:
        text = f"{who}. Den täcker hela filen. Certifikatet är märkt PROV: dokumentet gäller inte."
        return Finding(CARE, "Stämpeln är hel, men den är en provstämpel", text)
    text = f"{who}. Den täcker hela filen, och certifikatet är utfärdat av någon vi litar på."
    return Finding(YES, "Den elektroniska stämpeln är hel", text)


def _outside(file: Inspection) -> Iterator[Finding]:
    """Signatures made elsewhere, as their certificates name the signers."""
    if not file.signatures:
        yield Finding(
            NO, "Ingen underskrift går att läsa i filen", "Filen ska ha elektroniska underskrifter."
        )
    for one in file.signatures:
        when = f" {moment(one.signed_at)}" if one.signed_at else ""
        who = f"{one.signer}{when}, enligt ett certifikat utfärdat av {one.issuer}."
        if not one.holds:
            yield Finding(NO, "En underskrift håller inte", f"{who} Något har ändrats efter den.")
        elif one.trusted:
            yield Finding(YES, "En elektronisk underskrift är hel", f"{who} Utfärdaren är en vi litar på.")
        else:
            text = f"{who} Vi känner inte utfärdaren, och kan inte säga att namnet är rätt."
            yield Finding(CARE, "En elektronisk underskrift är hel, men utfärdaren är okänd för oss", text)


def _chain(place: Place | None) -> Finding:
    if place is None:
        text = "Förseglingen finns inte bland registrets händelser."
        return Finding(NO, "Filen saknar plats i kedjan", text)
    where = f"Händelse {place.number} av {place.of}, {moment(place.at)}."
    if not place.holds:
        return Finding(
            NO, "Kedjan är bruten vid den här filen", f"{where} Den hänger inte ihop med dem intill."
        )
    erased = " Händelsens innehåll är gallrat; platsen i kedjan är kvar." if place.erased else ""
    text = (
        f"{where} Den hänger ihop med händelsen före och efter.{erased} Huvudet är {grouped(place.head, 8)}."
    )
    return Finding(YES, "Filen har sin plats i kedjan", text)


SAID = {
    Way.SYSTEM: "godkänt i systemet, inloggad och med identiteten bekräftad på nytt. Det är inte en "
    "elektronisk underskrift",
    Way.EXTERNAL: "skrivit under elektroniskt i en annan tjänst, se ovan",
    Way.PAPER: "skrivit under på papper. Filen är en avskrift; pappersoriginalet gäller",
    Way.OUTSIDE: "skrivit under i systemet. Löftet gjordes utanför verktyget, och filen är en återgivning",
}


SIGNED = {
    Way.SYSTEM: "Godkänt i systemet",
    Way.EXTERNAL: "Undertecknat i en annan tjänst",
    Way.PAPER: "Undertecknat på papper",
    Way.OUTSIDE: "Underskrivet utanför verktyget",
}


def signed_in_what_way(known: Known) -> str:
    """How it was signed, never as more than it was."""
    return SIGNED[_way(known)]


def _signatures(known: Known) -> Finding:
    count = len(known.signed)
    people = "En person" if count == 1 else f"{count} personer"
    people = "Ingen" if known.way == Way.OUTSIDE else people
    text = f"{people} har {SAID[_way(known)]}."
    if _way(known) is Way.EXTERNAL and not known.published:
        text += " Namnen ovan kommer ur certifikaten i filen."
    elif not known.published:
        text += " Namnen står i filen; här visas de först när dokumentet är publicerat."
    else:
        names = "; ".join(
            f"{', '.join(filter(None, (s.name, s.title, s.organisation)))}, {moment(s.at)}"
            for s in known.signed
        )
        text += f" {names}."
        if places := sorted({one.kept_at for one in known.signed if one.kept_at}):
            text += f" Originalet förvaras: {'; '.join(places)}."
    if known.way == Way.OUTSIDE:
        return Finding(CARE, SIGNED[Way.OUTSIDE], text)
    return Finding(YES if count else NO, SIGNED[_way(known)], text)


def about_unknown(file: Inspection, same_content: list[Known]) -> Answer:
    """Of a file that is not in the register."""
    headline = "Filen finns inte i registret"
    lead = "Den är inte någon av de filer som förseglats här. Lita inte på den utan vidare."
    if same_content:
        headline = "Filen är inte originalet"
        lead = "Den bär innehållet i ett fastställt dokument, men den är en annan fil än den som förseglades."
    return Answer(NO, headline, lead, tuple(_of_unknown(file, same_content)), LIMITS)


def _of_unknown(file: Inspection, same_content: list[Known]) -> Iterator[Finding]:
    yield Finding(
        NO, "Filens fingeravtryck är okänt", "Minst en byte skiljer sig från varje registrerad fil."
    )
    seal = file.seal
    if not file.signatures:
        yield Finding(NO, "Filen har ingen stämpel som går att läsa", " ".join(seal.problems))
    elif seal.trusted and seal.intact and seal.covers_whole_file:
        text = f"Satt av {seal.signer}. Filen är stämplad, men den har aldrig registrerats som fastställd."
        yield Finding(CARE, "Stämpeln är hel", text)
    elif len(file.signatures) == 1:
        yield _seal(seal)
    else:
        yield from _outside(file)
    for known in same_content:
        what = f"{known.kind}, version {known.number}"
        name = f" ”{known.title}”" if known.published else ""
        text = (
            f"Det som ligger som data i filen är det som fastställdes i {what.lower()}{name}. Sidorna kan ändå "
            "visa något annat. Hämta originalet och läs det i stället."
        )
        yield Finding(CARE, "Innehållet som data känns igen", text)
    if not same_content:
        text = "Det som ligger som data i filen, om något gör det, är inte ett fastställt innehåll."
        yield Finding(NO, "Innehållet känns inte igen", text)


def limits(known: Known) -> tuple[str, ...]:
    """What is not proved, beginning with what is particular to how this document was signed."""
    own = {
        Way.SYSTEM: "Vem som satt vid datorn. Personen var inloggad och bekräftade sin identitet på nytt, men "
        "ett godkännande i systemet är inte en elektronisk underskrift.",
        Way.EXTERNAL: "Att underskrifterna är kvalificerade enligt lag. Vi visar vad certifikaten säger.",
        Way.PAPER: "Namnteckningarna på pappret. Dem kan bara den se som har originalet framför sig.",
        Way.OUTSIDE: "Vilka som skrev under, och att löftet bygger på det som metoden kräver. Det är inte "
        "prövat i verktyget; originalet är den underskrivna fil som lämnades in.",
    }
    return (own[_way(known)], *LIMITS)


LIMITS = (
    "Att det som står i dokumentet är sant, eller att det har hållits.",
    "När det stämplades eller skrevs under. Tiden är filens egen uppgift, om inte en utomstående har intygat den.",
    "Att certifikatet gäller i dag. Vi frågar ingen om det har spärrats: då skulle andra få veta vad du gör.",
    "Att registret är ärligt. Den som har hand om både registret och stämpelns nyckel kan göra om dem. Jämför "
    "därför kedjans huvud med det som står på andra papper, och kontrollera själv med skriptet.",
)
