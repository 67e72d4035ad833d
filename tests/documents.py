"""Sample documents: promises of a municipality that doesn't exist."""

from datetime import UTC, datetime

from processes.documents.tree import (
    PROV_BAND,
    BulletList,
    Document,
    Facts,
    Heading,
    Lead,
    Link,
    Paragraph,
    Signature,
    Signatures,
    Table,
)

SIGNED = datetime(2026, 12, 3, 13, 5, tzinfo=UTC)
ACTIVITIES = (
    (
        "Patrullera till fots vid resecentrum och på Kvarntorget",
        "Polisen",
        "Fredag och lördag kl. 20–01,\njanuari–december",
        "Minst 60 pass",
    ),
    (
        "Trygghetsvärdar på plats när de sista bussarna går",
        "Björkvikens kommun",
        "Fredag och lördag,\nmars–november",
        "Minst 70 kvällar",
    ),
    (
        "Byta ut och komplettera belysningen längs gångvägen mellan skolan och stationen",
        "Björkvikens kommun",
        "Klart senast\n30 september 2027",
        "24 stolpar",
    ),
    (
        "Gå trygghetsvandring tillsammans med boende, föreningar och fastighetsägare",
        "Polisen och Björkvikens kommun",
        "April och oktober",
        "2 vandringar",
    ),
)
MORE = (
    (
        "Ta bort klotter på kommunens och bostadsbolagets byggnader inom ett dygn från anmälan",
        "Bostads AB Viken",
        "Hela perioden",
        "Inom 24 timmar",
    ),
    ("Kontrollera hastighet utanför skolorna vid skolstart", "Polisen", "Augusti", "8 kontroller"),
    (
        "Hälsa på i alla klasser i årskurs 8 och prata om narkotika, grupptryck och var man får hjälp",
        "Polisen och Björkvikens kommun",
        "Januari–maj",
        "14 klasser",
    ),
    (
        "Öppna fritidsgården Ankaret en kväll till i veckan",
        "Björkvikens kommun",
        "Lördagar från 1 februari",
        "1 kväll i veckan",
    ),
    (
        "Röja sikten i Stationsparken och flytta bänkarna till den upplysta delen",
        "Björkvikens kommun",
        "Klart senast 30 april",
        "1 park",
    ),
    ("Möta näringsidkarna runt torget", "Polisen", "En gång i kvartalet", "4 möten"),
    (
        "Söka upp föräldrar till ungdomar som ofta är i centrum sent och erbjuda stöd",
        "Björkvikens kommun",
        "Vid behov",
        "Vid behov",
    ),
    (
        "Berätta vad som gjorts på torgdagarna och lyssna på vad som fattas",
        "Polisen och Björkvikens kommun",
        "Juni och december",
        "2 tillfällen",
    ),
)


LEAD = (
    "Det ska gå att ta bussen hem en fredagskväll utan att oroa sig. Därför lovar polisen och "
    "kommunen att vara på plats där ni har sagt att det behövs, och att berätta hur det går."
)
EFFECTS = (
    "Fler känner sig trygga vid resecentrum på kvällen: från 48 procent hösten 2026 till minst "
    "60 procent hösten 2027.",
    "Färre störningar i kollektivtrafiken: högst 40 rapporter under året, mot 71 under 2026.",
    "Fler ungdomar deltar i det som ordnas på lördagskvällarna.",
)


def _promise(
    title: str,
    rows: tuple,
    situation: str,
    signatures: tuple,
    *,
    lead: str = LEAD,
    effects: tuple[str, ...] = EFFECTS,
    **more,
) -> Document:
    return Document(
        title=title,
        kind="promise",
        kicker="Medborgarlöfte 2027",
        byline=(
            "Lokalpolisområde Sjölanda och Björkvikens kommun",
            "Gäller 1 januari–31 december 2027",
        ),
        authors=("Lokalpolisområde Sjölanda", "Björkvikens kommun"),
        created=SIGNED,
        modified=SIGNED,
        identifier="bjorkviken-2027-1",
        description="Vad polisen och kommunen lovar dem som bor och rör sig i Björkviken under 2027.",
        keywords=("medborgarlöfte", "trygghet", "Björkviken"),
        blocks=(
            Lead(lead),
            Heading("Situationen i dag"),
            Paragraph(situation),
            Heading("Det här ska vi göra"),
            Table(
                caption="Aktiviteter under 2027",
                columns=("Vad", "Vem", "När", "Hur mycket"),
                rows=rows,
                widths=(40, 20, 25, 15),
            ),
            Heading("Det här ska vi åstadkomma tillsammans"),
            BulletList(effects),
            Heading("Följ med i hur det går"),
            Paragraph(
                "Varje kvartal berättar vi vad som är gjort, vad som återstår och vad som inte blev "
                "som vi tänkt. Du är också välkommen till torgdagarna i juni och december."
            ),
            Link("Läs mer och lämna synpunkter:", "https://www.bjorkviken.example/medborgarlofte"),
            Heading("Godkänt av"),
            Signatures(signatures),
        ),
        **more,
    )


CHIEF = Signature("Anna Öberg", "Lokalpolisområdeschef", "Lokalpolisområde Sjölanda", "Björkviken", SIGNED)
MUNICIPALITY = Signature(
    "Per Ångström-Kovačević",
    "Kommunstyrelsens ordförande",
    "Björkvikens kommun",
    "Björkviken",
    SIGNED.replace(hour=9, minute=41),
)
LANDLORD = Signature(
    "Fatima Şahin", "Verkställande direktör", "Bostads AB Viken", "Björkviken", SIGNED.replace(day=2)
)
FACTS = Facts(
    diary_numbers=("A123.456/2026 (Polisen)", "KS 2026/0417 (kommunen)"),
    version="1",
    fingerprint="9f2c41ab77d0e58b6c1d0f3a94e2b7c85513a0de4f6b12890cd7e3a1b4f85d26",
    chain_head="03bd1f6a2c904e7785ab60f1d2c3e4958a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d",
    sealed=True,
)


def promise() -> Document:
    """A promise of usual size, as the demo seals it."""
    situation = (
        "Resecentrum och Kvarntorget är de platser där flest Björkvikenbor känner sig otrygga på "
        "kvällen. I höstens dialoger svarade 312 personer: unga på väg hem från träningen, "
        "pendlare och de som bor runt torget. Nästan hälften undviker platserna efter klockan 20.\n\n"
        "Polisens och kommunens egna bilder säger samma sak. Gångvägen från skolan är mörk, de "
        "vuxna är få när affärerna har stängt, och ett litet antal ungdomar står för de flesta "
        "störningarna. Därför handlar löftet om de platserna och de timmarna."
    )
    return _promise(
        "Tryggare kvällar i Björkvikens centrum",
        ACTIVITIES,
        situation,
        (CHIEF, MUNICIPALITY),
        facts=FACTS,
        band=PROV_BAND,
    )


def short_promise() -> Document:
    """The smallest honest promise: the police alone, one activity, nothing registered yet."""
    return _promise(
        "Lugnare trafik vid Norra skolan",
        (
            (
                "Kontrollera hastigheten på Skolgatan när barnen går hem",
                "Polisen",
                "Skoldagar kl. 14–16",
                "Minst 30 kontroller",
            ),
        ),
        "Föräldrar, skolan och våra egna mätningar säger samma sak: var tredje bil kör för fort på "
        "Skolgatan när barnen är på väg hem.",
        (CHIEF,),
        lead="Barn ska kunna gå hem från skolan utan att vara rädda för bilarna.",
        effects=("Högst var tionde bil kör över 30 kilometer i timmen i november 2027.",),
    )


def long_promise() -> Document:
    """Twelve activities, a third party and much to say."""
    situation = "\n\n".join(
        f"Fokusområde {number}. Under året har vi samlat det som ni, våra medarbetare och "
        "statistiken berättar. Bilden är densamma i tre av fyra dialoger: platserna är slitna, det "
        "är långt mellan vuxna och det händer för lite på lördagarna. Samtidigt finns det mycket "
        "som fungerar. Föreningarna är många, skolorna samarbetar och butikerna har öppet längre "
        "än i andra kommuner av samma storlek."
        for number in range(1, 5)
    )
    return _promise(
        "Ett tryggare och trivsammare Björkviken, från Hamnplan till Norra ängarna",
        ACTIVITIES + MORE,
        situation,
        (CHIEF, MUNICIPALITY, LANDLORD),
        facts=FACTS,
    )
