"""Where a paper leads: the short fingerprint, and the address its QR code holds."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from processes.documents.tree import Figure
from processes.drawings import qr

DIGITS = 12  # hexadecimal; as many as stand at the foot of each page


def short(content_hash: str) -> str:
    """The first digits of a content's fingerprint: enough to find it, and to compare two papers by eye."""
    return content_hash[:DIGITS]


def address(content_hash: str) -> str:
    """The whole address, from the site's settings."""
    return f"{settings.SITE_URL}{reverse('agreements:verify_short', args=[short(content_hash)])}"


def code(content_hash: str) -> Figure:
    """The address as a drawing for paper."""
    url = address(content_hash)
    plain = url.partition("://")[2].rstrip("/")
    said = f"QR-kod som leder till {plain}"
    return Figure(qr.code(url, f"kontroll-{short(content_hash)}", said), said)
