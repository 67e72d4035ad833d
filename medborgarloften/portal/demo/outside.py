"""Three promises made outside the tool: one kept in part, one kept, and one that still holds."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from agreements import closing
from agreements.models import DocumentVersion
from agreements.record.actions import bringing_in
from processes.documents import pdf, tree
from processes.method import Gate
from processes.models import Activity, Term

from . import clock, public
from .clock import Tale, today
from .hands import Hand, ago, month_start, word
from .people import MUNICIPALITY, POLICE, Ekhamra

CHIEF = "Johan Lindh, lokalpolisområdeschef, Polismyndigheten"
CHAIR = "Göran Malm, kommunstyrelsens ordförande, Ekhamra kommun"
CHECKED = "Läst i sin helhet, också den underskrivna filen: bara undertecknarnas namn."

PARK = {
    "title": "Lugnare helger i Ågaparken",
    "place": "Ågaparken",
    "parties": (POLICE, MUNICIPALITY),
    "theme": "Våld och hot",
    "focus": "Bråk och nedskräpning i parken på helgkvällar",
    "texts": {
        "introduction": "Det här lovar polisen och kommunen er som använder parken: fler vuxna på plats, ljus "
        "längs gångvägen och något att göra för unga på kvällarna.",
        "picture": "Förra året samlades stora grupper i parken varje helg. Boende hörde bråk och hittade "
        "krossat glas vid lekplatsen.",
        "follow": "På kommunens webbplats och vid lekplatsens anslagstavla, en gång i kvartalet.",
    },
    "signed_by": (CHIEF, CHAIR),
    "begins": -26,
    "led_to": "Det är lugnare i parken på helgerna. Belysningen återstår.",
    # What, who, kind, how many, unit; then how much was done a quarter, why it was less, and what was learnt.
    "does": (
        ("Gå genom parken på fredags- och lördagskvällar", POLICE, "per_week", 2, "pass", 30, "", "Gå när krogarna stänger."),
        (
            "Hålla grillplatsen öppen med två ledare på kvällen", MUNICIPALITY, "at_least", 30, "kvällar", 5,
            "Vi fick inte tag i ledare till alla kvällar. Vi höll hellre färre kvällar öppna med två ledare än "
            "fler med en.",
            "Ta hjälp av föreningarna från början.",
        ),
        (
            "Byta belysningen längs gångvägen", MUNICIPALITY, "yes_no", None, "", 0,
            "Upphandlingen överklagades. Arbetet är nu beställt och görs i nästa års budget.",
            "Lova inte det som måste upphandlas först.",
        ),
        (
            "Nattvandra extra vid skolavslutningen om någon ber om det", POLICE, "on_demand", None, "", 0, "",
            "Fråga skolorna i förväg.",
        ),
    ),
}  # fmt: skip
ROADS = {
    "title": "Nyktra vägar till och från Ekhamra",
    "place": "Väg 52 och infarterna",
    "parties": (POLICE,),
    "theme": "Trafik",
    "focus": "Rattfylleri på infartsvägarna",
    "texts": {
        "introduction": "Det här lovar polisen alla som färdas på vägarna till och från Ekhamra.",
        "follow": "På polisens webbplats, varje halvår.",
    },
    "signed_by": (CHIEF,),
    "begins": -20,
    "led_to": "Nästan alla som blåste var nyktra, och färre stoppades än året innan.",
    "does": (
        (
            "Hålla nykterhetskontroller på väg 52 och infarterna", POLICE, "at_least", 40, "kontroller", 12, "",
            "Byt plats efter en timme: ryktet går fort.",
        ),
        (
            "Berätta hur många som var nyktra", POLICE, "at_least", 4, "gånger", 1, "",
            "Berätta oftare. Många hörde av sig.",
        ),
    ),
}  # fmt: skip
CENTRE = {
    "title": "Tryggt resecentrum",
    "place": "Ekhamra resecentrum",
    "parties": (POLICE, MUNICIPALITY),
    "theme": "Otrygg plats",
    "focus": "Otrygghet vid resecentrum på kvällar och helger",
    "texts": {
        "introduction": "Det här lovar polisen och kommunen er som reser till och från Ekhamra: att det är ljust, att "
        "någon är där på fredagskvällar och att ni får veta hur det går.",
        "follow": "På kommunens webbplats, varje kvartal.",
    },
    "signed_by": (CHIEF, CHAIR),
    "begins": -9,
    "does": (
        ("Patrullera till fots vid resecentrum", POLICE, "per_week", 2, "pass", 25, "", ""),
        ("Byta ut trasiga lampor inom en vecka", MUNICIPALITY, "on_demand", None, "gånger", 2, "", ""),
    ),
}


def tales(place: Ekhamra) -> tuple[Tale, ...]:
    """Each promise is signed on paper, brought in, published, followed up and accounted for."""
    return tuple(_tell(place, promise) for promise in (PARK, ROADS, CENTRE))


def _tell(place: Ekhamra, told: dict[str, Any]) -> Tale:
    begins, ends = month_start(told["begins"]), month_start(told["begins"] + 12) - timedelta(days=1)
    signed = begins - timedelta(days=14)
    yield signed + timedelta(days=4)
    version = bringing_in.bring_in(
        by=place.people["officer"],
        title=told["title"],
        area=place.area,
        place=told["place"],
        period_start=begins,
        period_end=ends,
        organisations=[place.organisations[name] for name in told["parties"]],
        focus=told["focus"],
        theme=word(Term.List.THEME, told["theme"]),
        texts=told["texts"],
        activities=[
            {
                "what": what,
                "who": place.organisations[who],
                "target_kind": kind,
                "target_value": number,
                "target_unit": unit,
            }
            for what, who, kind, number, unit, *_ in told["does"]
        ],
        signed_on=signed,
        signed_place="Ekhamra",
        signed_by=told["signed_by"],
        pdf=_paper(told),
    )
    bringing_in.finish(version.pk)
    public.register(place, version, f"Medborgarlöfte: {told['title']}", told["parties"])
    yield begins - timedelta(days=5)
    public.publish(place, version, CHECKED)
    yield from _log(place, version, told)
    if ends < today():
        yield from _end(place, version, told)
    else:
        yield ago(11)
    public.account(place, version.promise)


def _log(place: Ekhamra, version: DocumentVersion, told: dict[str, Any]) -> Tale:
    """Each quarter what was done is written in, and told to everyone."""
    officer = place.hands(version.promise.process)["officer"]
    activities = Activity.objects.filter(process=version.promise.process).order_by("pk")
    for month in range(2, 12, 3):
        day = month_start(told["begins"] + month) + timedelta(days=20)
        if day > ago(12):
            return
        yield day
        said = []
        for activity, (what, *_, unit, amount, _why, _lesson) in zip(activities, told["does"], strict=True):
            if amount:
                officer.add("agreements.ActivityLog", activity=activity, done_on=day, amount=amount)
                said.append(f"{what}: {amount} {unit}.")
        _say(officer, version, " ".join(("De senaste tre månaderna.", *said)))


def _say(officer: Hand, version: DocumentVersion, text: str) -> None:
    officer.tell(
        "feedback",
        version.promise.process,
        "citizens staff partners",
        "Webben, anslag på platsen och arbetsplatsträff",
        text,
        given_on=clock.day(),
        public=True,
    )


def _end(place: Ekhamra, version: DocumentVersion, told: dict[str, Any]) -> Tale:
    """Followed up, approved and closed, as any promise."""
    round_ = version.promise.process
    hands = place.hands(round_)
    begins, ends = round_.period_start, round_.period_end
    yield ends + timedelta(days=15)
    officer = hands["officer"]
    end = officer.create("follow_up", title="Hela löftet", period_start=begins, period_end=ends)
    activities = Activity.objects.filter(process=round_).order_by("pk")
    for activity, (*_, amount, why, lesson) in zip(activities, told["does"], strict=True):
        undone = bool(why) and not amount
        officer.add(
            "agreements.Outcome",
            end,
            activity=activity,
            quality="good" if amount else "",
            effect="wanted" if amount and not why else "none",
            improve=lesson,
            explanation=why,
            told_citizens_on=clock.day() if undone else None,
            told_citizens_how="Anslag på platsen och kommunens webb" if undone else "",
            followed_by="Kommunpolisen",
            followed_how="Loggen, varje kvartal",
            followed_on=clock.day(),
        )
    officer.edit(
        end,
        done_on=clock.day(),
        resources_used="Ryms i ordinarie tid.",
        effects=told["led_to"],
    )
    hands["analyst"].take_out(end)
    officer.decide("follow_up", end)
    yield ends + timedelta(days=18)
    hands["chief"].decide("follow_up", end, Gate.APPROVE)
    yield ends + timedelta(days=20)
    _say(officer, version, f"Löftet är slut. {told['led_to']}")
    closing.close(by=officer.user, round_=round_, promise_id=version.promise_id)


def _paper(told: dict[str, Any]) -> bytes:
    """The paper as it lay in the binder."""
    moment = timezone.now().replace(microsecond=0)
    return pdf.render(
        tree.Document(
            title=told["title"],
            authors=told["parties"],
            created=moment,
            modified=moment,
            identifier="parmen",
            blocks=(
                tree.Lead(told["texts"]["introduction"]),
                tree.Heading("Vi lovar"),
                tree.BulletList(tuple(what for what, *_ in told["does"])),
                tree.Heading("Underskrifter"),
                tree.BulletList(told["signed_by"]),
            ),
            kicker="Medborgarlöfte",
            band=tree.PROV_BAND,
        )
    )
