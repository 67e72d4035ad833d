"""A picture is made anew: nothing but its points comes along, and nothing huge is unpacked."""

import contextlib
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreements.implementation.pictures import LONGEST, NoPicture, remade
from tests.pictures import opened, picture, with_place

pytestmark = pytest.mark.row("GEN-1")


def test_neither_place_nor_camera_is_left():
    before = with_place()
    assert opened(before).getexif()
    after = remade(before)
    assert not opened(after).getexif() and b"Kameramakaren" not in after.data


def test_it_stands_the_way_it_was_held():
    turned = with_place(tag_274=6)
    assert opened(turned).size == (40, 30)
    assert opened(remade(turned)).size == (30, 40)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_it_is_a_jpeg_of_bounded_size(kind):
    made = opened(remade(picture(3200, 2000, kind)))
    assert (made.format, made.size) == ("JPEG", (LONGEST, 1000))


def bomb(side: int = 30_000) -> bytes:
    """A small file that says it is enormous."""

    def chunk(name: bytes, data: bytes) -> bytes:
        whole = name + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )


def test_what_unpacks_into_something_huge_is_turned_away():
    with pytest.raises(NoPicture, match="för många bildpunkter"):
        remade(bomb())


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"GIF89a" + bytes(20), picture()[:200]])
def test_what_is_no_picture_is_turned_away_with_words(data):
    with pytest.raises(NoPicture, match="går inte att läsa"):
        remade(data)


@given(st.data())
@settings(max_examples=60)
def test_a_damaged_file_is_a_picture_or_is_turned_away(data):
    whole = bytearray(picture(16, 12, data.draw(st.sampled_from(["JPEG", "PNG", "WEBP"]))))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(NoPicture):
        made = remade(bytes(whole))
        assert (opened(made).format, opened(made).size) == ("JPEG", (made.width, made.height))
