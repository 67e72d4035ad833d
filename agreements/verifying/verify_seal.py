#!/usr/bin/env python3
"""Kontrollerar ett förseglat dokument på din egen dator, utan nät och utan att lita på webbplatsen.

    python3 verify_seal.py dokument.pdf register.json [fler-register.json …] [--huvud HEX]

Skriptet behöver bara Python 3.9 eller senare. Det räknar om
  - filens fingeravtryck (SHA-256) och letar efter det i listan,
  - varje händelse i listan och varje länk mellan dem,
  - för varje försegling: att listans uppgift om filen är den som händelsen band sig vid,
  - fingeravtrycket på det innehåll som ligger som data i filen,
  - att stämpeln i filen omfattar hela filen, och att den gäller just de byte som finns där.
Det kan INTE avgöra vem som har satt stämpeln: det kräver kryptografi som Python inte har med sig.

Slutkod: 0 allt som kunde kontrolleras stämmer · 1 något stämmer inte · 2 kunde inte kontrolleras.
"""

import argparse
import hashlib
import json
import re
import sys
import zlib

GENESIS = "0" * 64
LARGEST = 200 * 1024 * 1024  # bytes of a file, and of what an attachment may unfold to
HOLDS, BROKEN, UNABLE = 0, 1, 2
DIGEST = re.compile("[0-9a-f]{64}")


class Unable(Exception):
    """Something that can't be read, so that nothing can be said."""


class Report:
    """Says each thing as it is found, and remembers the worst."""

    def __init__(self):
        self.status = HOLDS

    def good(self, text):
        print(f"  [stämmer]      {text}")

    def bad(self, text):
        print(f"  [STÄMMER INTE] {text}")
        self.status = BROKEN

    def unknown(self, text):
        print(f"  [vet inte]     {text}")


def canonical(value):
    """JSON with one spelling: sorted keys, no spaces, text as it is."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(data):
    return hashlib.sha256(data if isinstance(data, bytes) else data.encode("utf-8")).hexdigest()


# The list


def read_lists(paths):
    """All events of the lists by number. The same event may stand in two of them, if it says the same."""
    events, heads = {}, set()
    for path in paths:
        try:
            with open(path, encoding="utf-8") as file:
                told = json.load(file)
            heads.add(told["head"])
            for event in told["events"]:
                number = event["number"]
                if not isinstance(number, int) or events.setdefault(number, event) != event:
                    raise Unable(f"Listorna säger olika saker om händelse {number}.")
        except OSError as error:
            raise Unable(f"Listan {path} går inte att öppna: {error.strerror}.") from None
        except (ValueError, KeyError, TypeError, RecursionError):
            raise Unable(f"{path} är inte en lista från registret.") from None
    if not events:
        raise Unable("Listan har inga händelser.")
    return events, heads


def head_of(event):
    parts = [event.get(name) for name in ("number", "kind", "subject", "commitment", "previous", "at")]
    return sha256(canonical(parts))


def faults_of(events, number):
    """What is wrong with an event and its link to the one before."""
    event, before = events[number], events.get(number - 1)
    if head_of(event) != event.get("head"):
        yield f"Händelse {number} är ändrad."
    if number == 1 and event.get("previous") != GENESIS:
        yield "Den första händelsen följer på något annat."
    if before is None and number != min(events):
        yield f"Före händelse {number} saknas minst en händelse."
    if before is not None and event.get("previous") != before.get("head"):
        yield f"Händelse {number} följer inte på den före."


def check_chain(events, heads, witness, report):
    """Every event and every link, and where the list begins and ends."""
    first, last = min(events), max(events)
    faults = [fault for number in sorted(events) for fault in faults_of(events, number)]
    for fault in faults:
        report.bad(fault)
    if not faults:
        report.good(f"Händelse {first} till {last} hänger ihop i en obruten kedja.")
    if first > 1:
        report.unknown(f"Listan börjar vid händelse {first}. Det som ligger före är inte kontrollerat.")
    there = {event.get("head") for event in events.values()}
    if not heads & there:
        report.unknown(f"Listan tar slut vid händelse {last}, före kedjans huvud. Hämta även nästa del.")
    if witness in there:
        report.good("Huvudet du angav finns i kedjan: inget före det har ändrats sedan du skrev ned det.")
    elif witness:
        report.bad("Huvudet du angav finns inte i kedjan: den är avkortad eller omskriven.")


def binds(event):
    """Whether the event committed to the file the list names. None when the list names none."""
    if "salt" not in event or "sha256" not in event:
        return None
    payload = {name: event[name] for name in ("sha256", "content") if name in event}
    return sha256(f"{event['salt']}\n{canonical(payload)}") == event.get("commitment")


# The file


def embedded(pdf):
    """SHA-256 of every file inside the file that can be found without a PDF library."""
    found = []
    for match in re.finditer(rb"/Type\s*/EmbeddedFile\b", pdf):
        start = pdf.rfind(b" obj", 0, match.start())
        stream = re.compile(rb"stream\r?\n").search(pdf, match.end())
        if start < 0 or not stream:
            continue
        head = pdf[start : stream.start()]
        size = re.search(rb"/Length\s+(\d+)\b(?!\s+\d+\s+R)", head)
        end = stream.end() + int(size[1]) if size else pdf.find(b"endstream", stream.end())
        data = pdf[stream.end() : end]
        if b"/FlateDecode" in head:
            unfold = zlib.decompressobj()
            try:
                data = unfold.decompress(data, LARGEST)
            except zlib.error:
                continue
            if unfold.unconsumed_tail:
                continue
        found.append(sha256(data))
    return found


def seal_of(pdf):
    """The signed ranges and the signature of the last seal in the file."""
    found = list(
        re.finditer(rb"/ByteRange\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]", pdf)
    )
    if not found:
        return None, b""
    start, before, after, rest = (int(part) for part in found[-1].groups())
    try:
        gap = bytes.fromhex(pdf[before + 1 : after - 1].decode("ascii"))
    except ValueError:
        gap = b""
    return (start, before, after, rest), gap


def attribute(name, data):
    """How a signature writes what it signs: messageDigest (1.2.840.113549.1.9.4), a set of one octet string."""
    digest = hashlib.new(name, data).digest()
    return bytes.fromhex("06092a864886f70d010904") + bytes((0x31, len(digest) + 2, 4, len(digest))) + digest


def check_seal(pdf, report):
    """Where the seal reaches, and that it speaks of these very bytes."""
    ranges, signature = seal_of(pdf)
    if ranges is None:
        report.unknown("Filen har ingen elektronisk stämpel eller underskrift.")
        return
    start, before, after, rest = ranges
    if start == 0 and before < after and after + rest == len(pdf):
        report.good("Den sista stämpeln eller underskriften omfattar hela filen.")
    else:
        report.bad("Något har lagts till i filen efter den sista stämpeln eller underskriften.")
        return
    if any(
        attribute(name, pdf[:before] + pdf[after:]) in signature for name in ("sha256", "sha384", "sha512")
    ):
        report.good("Den gäller just de byte som finns i filen.")
    else:
        report.bad("Den gäller andra byte än de som finns i filen.")
    report.unknown("Vem som har satt den. Kontrollera det med pdfsig, Adobe Reader eller webbplatsen.")


def check_file(pdf, events, report):
    """The file against the list."""
    digest = sha256(pdf)
    print(f"  SHA-256: {digest}")
    hits = [event for event in events.values() if event.get("sha256") == digest]
    if not hits:
        erased = sum(1 for e in events.values() if e.get("kind") == "sealed" and "sha256" not in e)
        report.bad("Filen finns inte i listan: minst en byte skiljer sig från varje registrerad fil.")
        if erased:
            report.unknown(f"{erased} förseglingar i listan är gallrade; filen kan ha varit någon av dem.")
    for event in hits:
        where = f"Filen är registrerad: händelse {event['number']}, {event['at']}."
        if event.get("kind") == "sealed" and binds(event):
            report.good(where)
        else:
            report.bad(f"{where} Men händelsen band sig vid något annat än det listan säger.")
    inside = embedded(pdf)
    known = {event["content"]: event for event in events.values() if "content" in event}
    own = [event.get("content") for event in hits if event.get("content")]
    if len(inside) != 1:
        report.unknown(f"Filen har {len(inside)} inbäddade filer som går att läsa härifrån; den ska ha en.")
    elif own and inside[0] not in own:
        report.bad("Innehållet som data i filen är inte det som registrerades.")
    elif inside[0] in known:
        report.good(
            f"Innehållet som data i filen är det fastställda (händelse {known[inside[0]]['number']})."
        )
    else:
        report.unknown("Innehållet som data i filen nämns inte i listan.")


def check_bindings(events, report):
    """Every sealing in the list, not only this file's."""
    answers = [(event["number"], binds(event)) for event in events.values() if event.get("kind") == "sealed"]
    for number, answer in answers:
        if answer is False:
            report.bad(f"Händelse {number} band sig vid något annat än det listan säger om filen.")
    whole = sum(1 for _, answer in answers if answer)
    if whole:
        report.good(f"{whole} förseglingar i listan är bundna till sina filer.")


def read_pdf(path):
    try:
        with open(path, "rb") as file:
            pdf = file.read(LARGEST + 1)
    except OSError as error:
        raise Unable(f"Filen {path} går inte att öppna: {error.strerror}.") from None
    if len(pdf) > LARGEST:
        raise Unable("Filen är orimligt stor.")
    if b"%PDF-" not in pdf[:1024]:
        raise Unable(f"{path} är inte en PDF.")
    return pdf


def main():
    parser = argparse.ArgumentParser(
        description="Kontrollerar ett förseglat dokument utan nät.", add_help=False
    )
    parser.add_argument("-h", "--hjalp", action="help", help="visar det här")
    parser.add_argument("pdf", help="dokumentet")
    parser.add_argument("listor", nargs="+", help="registret som data (JSON), en eller flera delar")
    parser.add_argument("--huvud", default="", help="ett huvud du skrivit ned eller läst på ett annat papper")
    given = parser.parse_args()
    witness = "".join(given.huvud.split()).lower()
    report = Report()
    try:
        if witness and not DIGEST.fullmatch(witness):
            raise Unable("Huvudet ska vara 64 tecken: siffror och bokstäverna a till f.")
        pdf = read_pdf(given.pdf)
        events, heads = read_lists(given.listor)
    except Unable as reason:
        print(f"Kunde inte kontrollera. {reason}", file=sys.stderr)
        return UNABLE
    print("Filen")
    check_file(pdf, events, report)
    check_seal(pdf, report)
    print("Kedjan")
    check_chain(events, heads, witness, report)
    check_bindings(events, report)
    print(
        "\nDet här bevisar det inte: att innehållet är sant, vem som satt stämpeln, eller när. Den som har hand om"
    )
    print(
        "registret kan ha gjort om alltihop: jämför därför kedjans huvud med ett du har från annat håll (--huvud)."
    )
    print(
        "\nAllt som kunde kontrolleras stämmer."
        if report.status == HOLDS
        else "\nNågot stämmer inte, se ovan."
    )
    return report.status


if __name__ == "__main__":
    sys.exit(main())
