"""Codes that people read from a poster, write on a note and type on a phone."""

from __future__ import annotations

import hashlib
import re
import secrets

from django.utils.crypto import salted_hmac

# No character that is taken for another: no O and 0, I, L and 1, S and 5, Z and 2, B and 8, G and 6, U and V.
READABLE = "ACDEFHJKMNPQRTWXY3479"
ADDRESS_LENGTH = 8
GROUPS, GROUP = 3, 4
RECEIPT_LENGTH = GROUPS * GROUP
EXAMPLE = "AC34-FH79-KMNP"
# Stretches each guess to some hundredth of a second, so that a stolen table of hashes gives no codes.
_SCRYPT = {"n": 2**12, "r": 8, "p": 1, "salt": b"medborgarloften:kvitto", "dklen": 32}
_BETWEEN = re.compile(r"[\s\-–—.·]+")


def new_address() -> str:
    """A code for a page's address: short enough for a poster, one of thirty-seven thousand million."""
    return "".join(secrets.choice(READABLE) for _ in range(ADDRESS_LENGTH)).lower()


def receipt_for(nonce: str) -> str:
    """The receipt's code for a form with that nonce: the same each time it is sent, known to nobody else."""
    number = int.from_bytes(salted_hmac("digital.receipt", nonce, algorithm="sha256").digest())
    letters = []
    for _ in range(RECEIPT_LENGTH):
        number, place = divmod(number, len(READABLE))
        letters.append(READABLE[place])
    return "-".join("".join(letters[i : i + GROUP]) for i in range(0, RECEIPT_LENGTH, GROUP))


def normal(typed: str) -> str:
    """A receipt's code as it was handed out, however it was typed; empty when it can't be one."""
    letters = _BETWEEN.sub("", typed).upper()
    if len(letters) != RECEIPT_LENGTH or not set(letters) <= set(READABLE):
        return ""
    return "-".join(letters[i : i + GROUP] for i in range(0, RECEIPT_LENGTH, GROUP))


def hashed(code: str) -> str:
    """What is kept of a receipt's code."""
    return hashlib.scrypt(code.encode(), **_SCRYPT).hex()
