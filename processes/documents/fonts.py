"""The typeface of documents: where its files are and which characters it can print."""

import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path

# The family name is ours: no font of the machine can take its place unnoticed.
FAMILY = "Dokument"
FACES = {400: "SourceSansPro-Regular", 600: "SourceSansPro-Semibold", 700: "SourceSansPro-Bold"}
# Characters that people paste and the typeface lacks, with what looks the same.
LOOKALIKES = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2009": "\u202f", "\u200b": "", "\ufeff": ""})
LAYOUT = frozenset("\n\r\t")


@cache
def files() -> dict[int, Path]:
    """The font file of each weight, as the package installed them."""
    home = Path(find_spec("font_source_sans_pro").submodule_search_locations[0]) / "files"
    return {weight: home / f"{name}.ttf" for weight, name in FACES.items()}


@cache
def characters() -> frozenset[str]:
    """Every character that all weights can print."""
    from fontTools.ttLib import TTFont  # slow to import, and only needed where documents are made

    printable = []
    for path in files().values():
        with TTFont(path, lazy=True) as font:
            printable.append(set(font.getBestCmap()))
    return frozenset(map(chr, set.intersection(*printable))) | LAYOUT


def settled(text: str) -> str:
    """The text composed (å as one character) and with look-alikes for what the typeface lacks."""
    return unicodedata.normalize("NFC", text).translate(LOOKALIKES)


def unprintable(text: str) -> str:
    """The characters of the text that can't be printed, each once and in order; empty when all can."""
    return "".join(dict.fromkeys(c for c in settled(text) if c not in characters()))


def face_rules() -> str:
    """The CSS that names the font files."""
    return "\n".join(
        f'@font-face {{ font-family: {FAMILY}; font-weight: {weight}; src: url("{path.as_uri()}") }}'
        for weight, path in files().items()
    )
