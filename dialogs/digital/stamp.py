"""What a page handed out carries back: which dialogue, which copy of the form and when. Signed, and nobody's name."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass

from django.core import signing

SALT = "digital.stamp"
QUICKEST = 3  # seconds: nobody reads and writes faster
OLDEST = 12 * 60 * 60
GRACE = 60 * 60  # whoever began before the page closed may finish


@dataclass(frozen=True, slots=True)
class Stamp:
    """One handed-out copy of a dialogue's form."""

    digital_id: int
    nonce: str
    at: int

    @property
    def age(self) -> int:
        """Seconds since it was handed out."""
        return int(time.time()) - self.at

    @property
    def too_quick(self) -> bool:
        """Whether it came back faster than a person writes."""
        return self.age < QUICKEST

    @property
    def too_old(self) -> bool:
        """Whether the page has lain open so long that what it says may have changed."""
        return self.age > OLDEST

    def text(self) -> str:
        """As it stands in the form."""
        return signing.dumps([self.digital_id, self.nonce, self.at], salt=SALT)


def new(digital_id: int) -> Stamp:
    """A stamp for a page that is handed out now."""
    return Stamp(digital_id, secrets.token_urlsafe(16), int(time.time()))


def read(text: str, digital_id: int) -> Stamp | None:
    """The stamp, if we made it, and for this dialogue."""
    try:
        found = Stamp(*signing.loads(text, salt=SALT))
    except (signing.BadSignature, TypeError, ValueError):
        return None
    return found if found.digital_id == digital_id else None
