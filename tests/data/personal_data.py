"""Synthetic texts with and without personal data, made by a seeded chance that knows nothing of the detector.

Personnummer are built as the tax agency's brochure says; none is chosen to belong to anyone.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

FRAMES = [
    "Jag heter inget särskilt men {} är mitt.",
    "{}",
    "Hör av er: {}",
    "Det var han med {}, han bor i huset.",
    "Kontakt:{}",
    "mörkt vid bron ({}) varje kväll",
    "Skriv till {} så berättar jag mer.",
    "Såg {} igen i går, utanför kiosken!",
    "– {}?\nJa, det stämmer.",
    "min granne ”{}” klagar",
]
LETTERS = "ABCDEFGHJKLMNOPRSTUWXYZ"
NAMES = ["anna.ek", "j_lindh", "mona", "e.ask+trygg", "o-brandt", "kalle1987", "M.Wall"]
HOSTS = [
    "exempel.se",
    "mejl.exempel.nu",
    "foretag.example",
    "skola-norr.se",
    "blåbär.se",
    "post.xn--exempel.com",
]
AREAS = ["08", "031", "040", "018", "0476", "0155", "0960", "063", "021", "0303"]


def _day(chance: random.Random, first: int = 1920, last: int = 2020) -> date:
    start = date(first, 1, 1)
    return start + timedelta(days=chance.randrange((date(last, 12, 31) - start).days))


def _control(nine: str) -> str:
    doubled = [str(int(d) * 2) if i % 2 == 0 else d for i, d in enumerate(nine)]
    return str(-sum(int(d) for part in doubled for d in part) % 10)


def person(chance: random.Random) -> str:
    born = _day(chance)
    day = born.day + chance.choice([0, 0, 0, 60])
    six, three = f"{born:%y%m}{day:02}", f"{chance.randrange(1, 999):03}"
    last = three + _control(six + three)
    century = chance.choice(["", "", f"{born:%Y}"[:2]])
    signs = [
        "-",
        "-",
        "-",
        "+",
        "",
        "",
        " ",
        "–",
        " - ",
        "\u2011",
        "\u00a0",
        "--",
        "/",
        ":",
        "- ",
        ".",
        "\u200b-",
    ]
    between = chance.choice(signs)
    if chance.random() < 0.2:
        last = f"{last[:2]} {last[2:]}"
    style = chance.randrange(14)
    if style == 0:
        return f"{century}{six[:2]}-{six[2:4]}-{six[4:]}{chance.choice(['-', ' - '])}{last}"
    if style == 1:
        return f"{century}{six[:2]} {six[2:4]} {six[4:]}{chance.choice(['-', ' '])}{last}"
    if style == 2:
        return f"{century}{six}{chance.choice(['', ' '])}({last})"
    written = f"{century}{six}{between}{last}"
    return _wide(written) if style == 3 else written


def _wide(text: str) -> str:
    """As a keyboard for other scripts writes digits and signs."""
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


def email(chance: random.Random) -> str:
    sign = chance.choice(
        ["@"] * 6 + [" (at) ", "[at]", "(snabela)", " at ", " snabel-a ", "(a)", " @ ", " [snabel-a] "]
    )
    host = chance.choice(HOSTS)
    if chance.random() < 0.2:
        host = host.replace(".", chance.choice([" punkt ", "(punkt)", " [dot] "]))
    return f"{chance.choice(NAMES)}{sign}{host}"


def _digits(chance: random.Random, number: int) -> str:
    return "".join(str(chance.randrange(10)) for _ in range(number))


def _parted(chance: random.Random, digits: str) -> str:
    """Digits as people group them: by twos and threes, or not at all."""
    style = chance.randrange(4)
    if style == 0:
        return digits
    sizes = {5: [3, 2], 6: [2, 2, 2], 7: [3, 2, 2], 8: [3, 3, 2]}[len(digits)]
    parts, rest = [], digits
    for size in sizes:
        parts.append(rest[:size])
        rest = rest[size:]
    return chance.choice([" ", "\u00a0", "-"]).join(parts)


def phone(chance: random.Random) -> str:
    if chance.random() < 0.6:
        area, own = chance.choice(["070", "072", "073", "076", "079"]), _digits(chance, 7)
    else:
        area = chance.choice(AREAS)
        own = _digits(
            chance,
            {2: chance.choice([6, 7, 8]), 3: chance.choice([6, 7]), 4: chance.choice([5, 6])}[len(area)],
        )
    start = chance.choice(
        [
            area,
            area,
            area,
            f"+46{area[1:]}",
            f"+46 {area[1:]}",
            f"0046{area[1:]}",
            f"+46 (0){area[1:]}",
            f"({area})",
            *([f"46{area[1:]}", f"46 {area[1:]}"] if area.startswith("07") else []),
        ]
    )
    between = chance.choice(["-", "-", " ", "/", " - ", ""]) if not start.endswith(")") else " "
    return f"{start}{between}{_parted(chance, own)}"


def car(chance: random.Random) -> str:
    letters = "".join(chance.choice(LETTERS) for _ in range(3))
    end = chance.choice([_digits(chance, 1), chance.choice("ABCDEFGHJKLMNPRSTUWXYZ")])
    two = f"{chance.randrange(1, 100):02}"
    style = chance.randrange(8)
    if style == 0:
        return f"{letters.lower()} {two}{end.lower()}"
    if style == 1:
        return f"{letters}{chance.choice([' ', '-'])}{two}{end}"
    if style == 2:
        return f"{letters.capitalize()}{two}{end}"
    if style == 3:
        return f"{letters.lower()}{two}{end.lower()}"
    return f"{letters}{two}{end}"


KINDS: dict[str, Callable[[random.Random], str]] = {
    "PERSON": person,
    "EMAIL": email,
    "PHONE": phone,
    "CAR": car,
}


def positives(number: int, seed: int = 7) -> list[tuple[str, str, str]]:
    """(text, kind, the piece that is personal data), as many of each kind."""
    chance = random.Random(seed)
    found = []
    for index in range(number):
        kind = list(KINDS)[index % len(KINDS)]
        piece = KINDS[kind](chance)
        found.append((chance.choice(FRAMES).format(piece), kind, piece))
    return found


# What people write before a number of three digits.
_BEFORE = (
    "Drygt gatan har 100|Det bor|Vi var|Av dem som sa det var det|Jag tror att det kom|Om man ser|Han har|Hon tar|De ger"
    "|Bara på en dag|Det är max|Kolla hus|Sal|Det var typ|I brf Solen med|Mer än|Det kan|Lite mer, men|Med|Och|Per|Rad|Bil|Tel"
    "|Klockan i rum|Den som bor i lgh|Det blir ett tal som|Hos oss|Ska bli tak|Tre och|Jan|Den dag|Upp mot|Tog|Yta|Zon"
)
BEFORE_NUMBERS = _BEFORE.split("|")


def _clock(c: random.Random) -> str:
    return f"{c.randrange(24):02}.{c.choice(['00', '15', '30', '45'])}"


HARMLESS: list[Callable[[random.Random], str]] = [
    lambda c: f"Mötet är {_day(c, 2015, 2035):%Y-%m-%d} klockan {_clock(c)}–{_clock(c)}.",
    lambda c: f"Öppet {_clock(c)}-{_clock(c)} på vardagar.",
    lambda c: f"Perioden {_day(c, 2015, 2030):%Y-%m-%d} – {_day(c, 2015, 2030):%Y-%m-%d}",
    lambda c: f"Sparat {_day(c, 2020, 2030):%Y-%m-%d} {c.randrange(24):02}:{c.randrange(60):02}",
    lambda c: f"Dnr KS {c.randrange(2016, 2031)}/{c.randrange(1, 99999)}",
    lambda c: f"Diarienummer A{c.randrange(1, 999):03}.{c.randrange(100, 999999)}/{c.randrange(2016, 2031)}",
    lambda c: f"Ärende 5000-K{c.randrange(100000, 1999999)}-{c.randrange(16, 31)}",
    lambda c: (
        f"Lag ({c.randrange(1990, 2030)}:{c.randrange(1, 1999)}) om ansvar, {c.randrange(1, 40)} kap. {c.randrange(1, 30)} §"
    ),
    lambda c: (
        f"SFS {c.randrange(1990, 2030)}:{c.randrange(1, 1999)} och SOU {c.randrange(1990, 2030)}:{c.randrange(1, 99)}"
    ),
    lambda c: (
        f"Organisationsnummer {c.choice(['2120', '5560', '8020', '7696'])}{c.randrange(20, 99)}-{c.randrange(10000):04}"
    ),
    lambda c: f"Storgatan {c.randrange(1, 200)}, {c.randrange(100, 999)} {c.randrange(10, 99)} Åby",
    lambda c: (
        f"Det kostar {c.randrange(1, 99)} {c.randrange(100, 999)} {c.randrange(100, 999)} kronor om året."
    ),
    lambda c: (
        f"Av {c.randrange(100, 999)} tillfrågade svarade {c.randrange(10, 99)} procent, mot {c.randrange(10, 99)},{c.randrange(10)} året före."
    ),
    lambda c: (
        f"Ungefär {c.choice(['som', 'och', 'med', 'var', 'ger', 'per', 'har', 'mer', 'max'])} {c.randrange(100, 999)} personer"
    ),
    lambda c: (
        f"{c.choice(['SKR', 'NTU', 'BRÅ', 'LSS', 'OSL', 'SOL', 'RPS', 'PBL', 'DNR', 'EST', 'SMS'])} {c.randrange(100, 999)} säger samma sak"
    ),
    lambda c: f"Buss {c.randrange(1, 999)} och väg {c.randrange(1, 999)}, E{c.randrange(4, 65)}",
    lambda c: f"Ring 112, 114 14 eller 1177. {c.randrange(2, 9)} patruller på {c.randrange(10, 99)} minuter.",
    lambda c: f"bankgiro {c.randrange(100, 999)}-{c.randrange(1000, 9999)}",
    lambda c: (
        f"Koordinater {c.randrange(55, 69)}.{c.randrange(10000):04}, {c.randrange(11, 24)}.{c.randrange(10000):04}"
    ),
    lambda c: f"Version {c.randrange(1, 20)}.{c.randrange(30)}.{c.randrange(30)} från 127.0.0.1",
    lambda c: (
        f"Läs mer på polisen.se/{c.choice(['aby', 'norr', 'kontakt'])} eller följ @polisen_{c.choice(['aby', 'norr'])}"
    ),
    lambda c: (
        f"Åk {c.randrange(1, 9)}–{c.randrange(1, 9)}, klass {c.randrange(1, 9)}B, sal {c.randrange(100, 999)}"
    ),
    lambda c: (
        f"Indexet gick från {c.randrange(10)},{c.randrange(100):02} till {c.randrange(10)},{c.randrange(100):02} {c.randrange(2015, 2030)}–{c.randrange(2015, 2030)}."
    ),
    lambda c: f"En Volvo XC{c.randrange(40, 99)} eller A{c.randrange(1, 9)} stod vid P{c.randrange(1, 30)}",
    lambda c: (
        f"Hastighet {c.randrange(30, 120)} km/h på 0,{c.randrange(1, 9)} km, {c.randrange(100, 900)} meter"
    ),
    lambda c: (
        f"Telefontid {c.randrange(8, 12):02}-{c.randrange(12, 17)}, vecka {c.randrange(1, 52)}-{c.randrange(1, 52)}"
    ),
    lambda c: f"{c.choice(BEFORE_NUMBERS)} {c.randrange(100, 1000)}",
    lambda c: (
        f"Vi {c.choice(BEFORE_NUMBERS).lower()} {c.randrange(10, 100)} {c.choice('abcde')} och lite till"
    ),
    lambda c: f"Rum {c.randrange(10, 99)}b, lgh {c.randrange(1000, 1999)}, hus {c.randrange(100, 200)}",
    lambda c: (
        f"Satsningen kostar 46 {c.randrange(700, 800)} {c.randrange(100, 999)} {c.randrange(100, 999)} kronor"
    ),
    lambda c: (
        f"Mellan {_day(c, 2015, 2030):%Y-%m-%d} {c.randrange(8, 12):02}-{c.randrange(12, 17)} var vi {c.randrange(2, 40)}"
    ),
    lambda c: (
        f"Svaren var {' '.join(str(c.randrange(10, 99)) for _ in range(4))} och {c.randrange(100)} procent"
    ),
    lambda c: f"Vi ses at torget punkt {c.choice(['Sedan', 'Där', 'Kom'])} {c.randrange(2, 9)} stycken",
    lambda c: (
        f"Bullernivån {c.randrange(40, 99)}:{c.randrange(10)}–{c.randrange(40, 99)}/{c.randrange(10)} dB"
    ),
    lambda c: (
        f"Kl. {c.randrange(24):02}:{c.randrange(60):02}:{c.randrange(60):02} den {_day(c, 2015, 2030):%d.%m.%Y}"
    ),
    lambda c: f"OCR {c.randrange(10**11, 10**12)} på {c.randrange(100, 999)}:-",
    lambda c: f"Protokoll § {c.randrange(1, 200)}/{c.randrange(20, 31)}, sidan {c.randrange(1, 400)}",
]


def _not_a_person(c: random.Random) -> str:
    born = _day(c)
    three = f"{c.randrange(1, 999):03}"
    wrong = (int(_control(f"{born:%y%m%d}{three}")) + c.randrange(1, 10)) % 10
    return f"Numret {born:%y%m%d}-{three}{wrong} finns inte"


HARMLESS.append(_not_a_person)


def look_alikes(number: int, seed: int = 11) -> list[str]:
    """Texts full of numbers, none of which is personal data."""
    chance = random.Random(seed)
    return [HARMLESS[index % len(HARMLESS)](chance) for index in range(number)]
