"""A picture made anew from its points: no place, time, camera or hidden file comes along (sole importer of Pillow)."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

BIGGEST = 15 * 1024 * 1024
MOST_POINTS = 60_000_000
LONGEST = 1600
QUALITY = 82
TOO_MANY = "Bilden har för många bildpunkter. Ta en mindre."
FORMATS = ("JPEG", "PNG", "WEBP")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of our own making: a JPEG, and how large it is."""

    data: bytes
    width: int
    height: int


class NoPicture(ValueError):
    """What was sent can't be taken as a picture; says why, and what to do."""


def remade(data: bytes) -> Picture:
    """The picture as a JPEG of at most 1600 points a side. NoPicture when it is too large or no picture.

    Its size is read from the head of the file before a point is unpacked, so that a small file that unpacks
    into a huge picture is turned away.
    """
    if len(data) > BIGGEST:
        raise NoPicture("Bilden är större än 15 MB. Ta en mindre, eller beskär den.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as found:
                if found.width * found.height > MOST_POINTS:
                    raise NoPicture(TOO_MANY)
                found.draft("RGB", (LONGEST, LONGEST))
                upright = ImageOps.exif_transpose(found)
                upright.thumbnail((LONGEST, LONGEST))
                return _written(upright)
    except NoPicture:
        raise
    except Image.DecompressionBombError as error:
        raise NoPicture(TOO_MANY) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise NoPicture("Filen går inte att läsa som en bild. Välj en JPEG, PNG eller WebP.") from error


def _written(picture: Image.Image) -> Picture:
    """Its points on white, as a new file."""
    whole = picture.convert("RGBA")
    plain = Image.new("RGB", whole.size, "white")
    plain.paste(whole, mask=whole.getchannel("A"))
    out = io.BytesIO()
    plain.save(out, "JPEG", quality=QUALITY, optimize=True)
    return Picture(out.getvalue(), *plain.size)
