"""The promise as a document: content and signatures in, a tree for preview and PDF out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from processes.documents import tree
from processes.plan.words import amount, day_words, period_words, target_words

from .agreement.cited import in_words

KICKER = "Medborgarlöfte"
OUTSIDE = "Inte prövat i verktyget"
OUTSIDE_MEANS = (
    "Löftet gjordes och skrevs under utanför verktyget. Ingen har prövat här om det bygger på lägesbild, dialoger och "
    "orsaksanalys. Originalet är den underskrivna filen."
)


def document(
    content: dict[str, Any],
    *,
    created: datetime,
    identifier: str,
    facts: tree.Facts,
    signatures: Sequence[tree.Signature] = (),
    prov: bool = False,
    band: str = "",
) -> tree.Document:
    """The five parts of LOF-1, then who has signed; marked PROV when it is the demo's, or by another band."""
    period = period_words(content["period"]["from"], content["period"]["to"])
    parties = [party["name"] for party in content["parties"]]
    return tree.Document(
        title=content["title"] or "Löfte utan namn",
        authors=tuple(parties),
        created=created,
        modified=created,
        identifier=identifier,
        blocks=tuple(_blocks(content, signatures)),
        kind="promise",
        kicker=KICKER,
        byline=tuple(filter(None, (content["area"], period, _joined(parties)))),
        description=content["introduction"][:300],
        keywords=("medborgarlöfte", content["area"]),
        band=tree.PROV_BAND if prov else band,
        facts=facts,
    )


def _blocks(content: dict[str, Any], signatures: Sequence[tree.Signature]) -> list[tree.Block]:
    blocks: list[tree.Block] = []
    if content.get("outside"):
        blocks.append(tree.Notice(OUTSIDE, OUTSIDE_MEANS))
    if content["introduction"]:
        blocks.append(tree.Lead(content["introduction"]))
    if content["goals"]:
        blocks.append(tree.Paragraph(f"Löftet ska {_joined(content['goals'])}."))
    if before := content.get("predecessor"):  # snapshots from before it was told have none
        period = period_words(before["period"]["from"], before["period"]["to"])
        blocks.append(tree.Paragraph(f"Löftet följer på ”{before['title']}”, {period}."))
    blocks.append(tree.Heading("Situationen i dag"))
    if content["picture"]:
        blocks.append(tree.Paragraph(content["picture"]))
    blocks += [tree.Heading("Det här fokuserar vi på", 3), tree.BulletList(tuple(_focus(content)))]
    blocks += [tree.Heading("Så kom vi fram till det", 3), tree.Paragraph(" ".join(content["how_arrived"]))]
    blocks.append(tree.Heading("Det här ska vi göra"))
    blocks.append(_activities(content))
    blocks += _effects(content)
    blocks += _follow(content)
    blocks.append(tree.Heading("Vi som lovar"))
    blocks.append(tree.Paragraph(rests_on(content)))
    if signatures:
        blocks.append(tree.Signatures(tuple(signatures)))
    else:
        if signed := content.get("signed"):
            where = f" i {signed['place']}" if signed["place"] else ""
            blocks.append(
                tree.Paragraph(f"Underskrivet {day_words(signed['on'])}{where}, utanför verktyget.")
            )
        names = tuple(_signatory(s) for s in content["signatories"])
        blocks.append(tree.BulletList(names or ("Inga undertecknare ännu",)))
    return blocks


def _follow(content: dict[str, Any]) -> list[tree.Block]:
    """How citizens follow the work, whom they ask, and how they take part."""
    blocks: list[tree.Block] = [tree.Heading("Följ med i hur det går")]
    if content["follow"]:
        blocks.append(tree.Paragraph(content["follow"]))
    if contact := content.get("contact"):  # what was signed before it could be told has none
        blocks.append(tree.Paragraph(f"Frågor om löftet: {contact}"))
    if content["involvement"]:
        blocks += [tree.Heading("Så är du med", 3), tree.Paragraph(content["involvement"])]
    return blocks


def _effects(content: dict[str, Any]) -> list[tree.Block]:
    """What the promise is to lead to; of one from outside it may not be known."""
    if content.get("outside") and not content["effects"]:
        return []
    effects = tuple(_effect(e) for e in content["effects"])
    return [tree.Heading("Det här ska vi åstadkomma tillsammans"), tree.BulletList(effects)]


def rests_on(content: dict[str, Any]) -> str:
    """What it rests on, and which sealed file it is an appendix to; older content tells the title alone (OVE-3)."""
    text = content["agreement"]
    said = text if text.endswith(".") else f"Löftet bygger på samverkansöverenskommelsen ”{text}”."
    if above := content.get("appendix_to"):
        said += f" Det är en bilaga till den ({in_words(above)})."
    return said


def _focus(content: dict[str, Any]) -> list[str]:
    found = []
    for area in content["focus_areas"]:
        place = f" ({area['place']})" if area["place"] and area["place"] not in area["title"] else ""
        target = f": {area['target_picture']}" if area["target_picture"] else ""
        found.append(f"{area['title']}{place}{target}")
    return found or ["Inget fokusområde är valt ännu"]


def _activities(content: dict[str, Any]) -> tree.Table:
    period = content["period"]
    rows = []
    for a in content["activities"]:
        whole = (a["from"], a["to"]) == (period["from"], period["to"])
        when = "Hela perioden" if whole else period_words(a["from"], a["to"])
        elsewhere = a["where"] and a["where"] != content["area"]
        what = f"{a['what']}, {a['where']}" if elsewhere else a["what"]
        much = target_words(a["target"])
        if a["target"]["counts"]:
            much = f"{much.rstrip('.')}. Räknas: {a['target']['counts']}"
        rows.append((what, _joined(a["who"]), when, much))
    return tree.Table(
        caption="Aktiviteter",
        columns=("Vad", "Vem", "När", "Hur mycket"),
        rows=tuple(rows),
        widths=(35, 25, 15, 25),
    )


def _effect(effect: dict[str, Any]) -> str:
    parts = [effect["text"].rstrip(".")]
    if effect["indicator"]:
        parts.append(f"Mått: {effect['indicator']}".rstrip("."))
    unit = effect.get("unit", "")
    if effect["baseline"]:
        since = f" ({day_words(effect['baseline_on'])})" if effect["baseline_on"] else ""
        goal = f" och målet är {amount(effect['target'], unit)}" if effect["target"] else ""
        parts.append(f"Utgångsvärdet är {amount(effect['baseline'], unit)}{since}{goal}")
    return ". ".join(parts) + "."


def _signatory(s: dict[str, Any]) -> str:
    return ", ".join(filter(None, (s["name"], s["title"], s["organisation"])))


def _joined(words: Sequence[str]) -> str:
    return " och ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
