"""A QR code read off a printed page: found by its three corners, as a camera finds it."""

import io
import subprocess
from collections import Counter
from itertools import groupby

from PIL import Image


def printed(pdf: bytes, side: int) -> set[tuple[int, int]]:
    """The dark squares, as (column, row), of the code with so many to a side on the first page."""
    run = subprocess.run(
        ["pdftoppm", "-r", "100", "-gray", "-singlefile", "-"],
        input=pdf,
        capture_output=True,
        check=True,
        timeout=60,
    )
    page = Image.open(io.BytesIO(run.stdout))
    left, right = _edges(page)
    top, bottom = _edges(page.transpose(Image.Transpose.TRANSPOSE))
    across, down = (right - left) / side, (bottom - top) / side
    return {
        (x, y)
        for x in range(side)
        for y in range(side)
        if page.getpixel((int(left + (x + 0.5) * across), int(top + (y + 0.5) * down))) < 128
    }


def _edges(page: Image.Image) -> tuple[int, int]:
    """Where the corners begin and end: dark, light, three times as much dark, light, dark."""
    width, pixels = page.width, page.tobytes()
    found = []
    for row in range(page.height):
        at, runs = 0, []
        for dark, some in groupby(pixels[row * width : (row + 1) * width], lambda shade: shade < 128):
            long = len(list(some))
            runs.append((dark, at, long))
            at += long
        for five in zip(*(runs[n:] for n in range(5)), strict=False):
            one = sum(long for _, _, long in five) / 7
            fits = (
                abs(long - times * one) <= one / 2
                for (_, _, long), times in zip(five, (1, 1, 3, 1, 1), strict=True)
            )
            if five[0][0] and one >= 2 and all(fits):
                found.append((five[0][1], five[4][1] + five[4][2]))
    sides = [Counter(side) for side in zip(*found, strict=True)]
    begins, ends = (
        [at for at, rows in side.items() if rows > 9] for side in sides
    )  # a letter is a row or two
    return min(begins), max(ends)
