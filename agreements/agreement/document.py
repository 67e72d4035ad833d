"""The agreement as a document: content and signatures in, a tree for preview and PDF out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from processes.documents import tree
from processes.plan.words import day_words

from .cited import in_words

KICKER = "Samverkansöverenskommelse"
APPENDED = (
    "Medborgarlöften och årliga handlingsplaner som bygger på överenskommelsen läggs till den som bilagor. "
    "Var och en beslutas och skrivs under för sig."
)


def document(
    content: dict[str, Any],
    *,
    created: datetime,
    identifier: str,
    facts: tree.Facts,
    signatures: Sequence[tree.Signature] = (),
    prov: bool = False,
) -> tree.Document:
    """Both parts of the agreement, its time and later decisions, then who has signed."""
    parties = tuple(party["name"] for party in content["parties"])
    return tree.Document(
        title=content["title"] or "Överenskommelse utan namn",
        authors=parties,
        created=created,
        modified=created,
        identifier=identifier,
        blocks=tuple(_blocks(content, signatures)),
        kind="agreement",
        kicker=KICKER,
        byline=tuple(filter(None, (content["area"], time_words(content), _joined(parties)))),
        description=content["purpose"][:300],
        keywords=("samverkansöverenskommelse", content["area"]),
        band=tree.PROV_BAND if prov else "",
        facts=facts,
    )


def time_words(content: dict[str, Any]) -> str:
    """For how long it is in force, in words."""
    start, end = content["period"]["from"], content["period"]["to"]
    begins = f"Gäller från {day_words(start)}" if start else "Gäller"
    return f"{begins} till {day_words(end)}" if end else f"{begins} tills vidare"


def _blocks(content: dict[str, Any], signatures: Sequence[tree.Signature]) -> Iterator[tree.Block]:
    yield tree.Heading("Varför vi samverkar")
    yield tree.Paragraph(content["purpose"] or "Syftet är inte skrivet ännu.")
    yield tree.Heading("Parterna", 3)
    yield tree.BulletList(tuple(_party(party) for party in content["parties"]))
    if content["steering"]:
        yield tree.Heading("Styrgruppen", 3)
        yield tree.BulletList(tuple(content["steering"]))
    yield tree.Heading("Det här arbetar vi med tillsammans")
    if not content["focus_areas"]:
        yield tree.Paragraph("Inget fokusområde är valt ännu.")
    for area in content["focus_areas"]:
        yield from _area(area)
    yield tree.Heading("Så länge gäller överenskommelsen")
    yield tree.Paragraph(f"{time_words(content)}.{_above(content)}")
    if content["decisions"]:
        yield tree.Heading("Senare beslut om fokusområden")
        for decision in content["decisions"]:
            yield from _decision(decision)
    yield tree.Heading("Bilagor")
    yield tree.Paragraph(APPENDED)
    yield tree.Heading("Vi som kommer överens")
    if signatures:
        yield tree.Signatures(tuple(signatures))
    else:
        names = tuple(_signatory(s) for s in content["signatories"])
        yield tree.BulletList(names or ("Inga undertecknare ännu",))


def _above(content: dict[str, Any]) -> str:
    """What it stands under; in older content that is told by its title alone (OVE-3)."""
    if not content["under"]:
        return ""
    which = f" ({in_words(content['above'])})" if content.get("above") else ""
    return f" Den hör till den övergripande överenskommelsen ”{content['under']}”{which}."


def _party(party: dict[str, Any]) -> str:
    told = filter(None, (party["decided_by"], day_words(party["decided_on"]) if party["decided_on"] else ""))
    decided = ", ".join(told)
    return f"{party['name']} (beslut om samverkan: {decided})" if decided else party["name"]


def _area(area: dict[str, Any]) -> Iterator[tree.Block]:
    yield tree.Heading(area["title"], 3)
    pairs = (
        ("Plats", area["place"]),
        ("Målbild", area["target_picture"] or "Inte skriven ännu"),
        ("Problem och orsaker", area["analysis"] or "Inte analyserat ännu"),
    )
    yield tree.KeyValues(tuple(pair for pair in pairs if pair[1]))


def _decision(decision: dict[str, Any]) -> Iterator[tree.Block]:
    yield tree.Heading(f"Beslut {day_words(decision['on'])}" if decision["on"] else "Beslut", 3)
    if decision["text"]:
        yield tree.Paragraph(decision["text"])
    if decision["by"]:
        yield tree.Paragraph(f"Beslutat av {decision['by']}.")


def _signatory(s: dict[str, Any]) -> str:
    return ", ".join(filter(None, (s["name"], s["title"], s["organisation"], s["mandate"])))


def _joined(words: Sequence[str]) -> str:
    return " och ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
