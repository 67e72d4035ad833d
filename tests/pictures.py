"""Pictures to upload: plain ones, ones that carry a place, ones that unpack into something huge."""

from __future__ import annotations

import io

from PIL import Image

from agreements.implementation.pictures import Picture

GPS, MAKE = 0x8825, 0x010F


def picture(width: int = 40, height: int = 30, kind: str = "JPEG", **more) -> bytes:
    """A picture whose left half is red."""
    found = Image.new("RGB", (width, height), "white")
    found.paste("red", (0, 0, width // 2, height))
    out = io.BytesIO()
    found.save(out, kind, **more)
    return out.getvalue()


def with_place(**more) -> bytes:
    """One that tells with what and where it was taken."""
    exif = Image.Exif()
    exif[MAKE] = "Kameramakaren"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (57.0, 42.0, 0.0)
    for tag, value in more.items():
        exif[int(tag.removeprefix("tag_"))] = value
    return picture(exif=exif)


def opened(made: bytes | Picture) -> Image.Image:
    """A picture as it is, or what was made of it."""
    return Image.open(io.BytesIO(made if isinstance(made, bytes) else made.data))
