"""The promise as a document: content and signatures in, a tree for preview and PDF out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from processes.documents import tree
from processes.plan.words import day_words, period_words, swedish, target_words

KICKER = "Medborgarlöfte"


def document(
    content: dict[str, Any],
    *,
    created: datetime,
    identifier: str,
    facts: tree.Facts,
    signatures: Sequence[tree.Signature] = (),
    prov: bool = False,
) -> tree.Document:
    """The five parts of LOF-1, then who has signed; marked PROV when it is the demo's."""
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
        band=tree.PROV_BAND if prov else "",
        facts=facts,
    )


def _blocks(content: dict[str, Any], signatures: Sequence[tree.Signature]) -> list[tree.Block]:
    blocks: list[tree.Block] = []
    if content["introduction"]:
        blocks.append(tree.Lead(content["introduction"]))
    if content["goals"]:
        blocks.append(tree.Paragraph(f"Löftet ska {_joined(content['goals'])}."))
    blocks.append(tree.Heading("Så ser det ut i dag"))
    if content["picture"]:
        blocks.append(tree.Paragraph(content["picture"]))
    blocks += [tree.Heading("Det här fokuserar vi på", 3), tree.BulletList(tuple(_focus(content)))]
    blocks += [tree.Heading("Så kom vi fram till det", 3), tree.Paragraph(" ".join(content["how_arrived"]))]
    blocks.append(tree.Heading("Det här ska vi göra"))
    blocks.append(_activities(content))
    blocks.append(tree.Heading("Det här ska vi åstadkomma tillsammans"))
    blocks.append(tree.BulletList(tuple(_effect(e) for e in content["effects"])))
    blocks.append(tree.Heading("Så följer du arbetet"))
    if content["follow"]:
        blocks.append(tree.Paragraph(content["follow"]))
    if content["involvement"]:
        blocks += [tree.Heading("Så är du med", 3), tree.Paragraph(content["involvement"])]
    blocks.append(tree.Heading("Vi som lovar"))
    blocks.append(tree.Paragraph(_agreement(content["agreement"])))
    if signatures:
        blocks.append(tree.Signatures(tuple(signatures)))
    else:
        names = tuple(_signatory(s) for s in content["signatories"])
        blocks.append(tree.BulletList(names or ("Inga undertecknare ännu",)))
    return blocks


def _agreement(text: str) -> str:
    return text if text.endswith(".") else f"Löftet bygger på samverkansöverenskommelsen ”{text}”."


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
    if effect["baseline"]:
        since = f" ({day_words(effect['baseline_on'])})" if effect["baseline_on"] else ""
        goal = f" och målet är {swedish(effect['target'])}" if effect["target"] else ""
        parts.append(f"Utgångsvärdet är {swedish(effect['baseline'])}{since}{goal}")
    return ". ".join(parts) + "."


def _signatory(s: dict[str, Any]) -> str:
    return ", ".join(filter(None, (s["name"], s["title"], s["organisation"])))


def _joined(words: Sequence[str]) -> str:
    return " och ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
