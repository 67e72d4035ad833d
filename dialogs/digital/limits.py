"""How much may come in, without knowing from whom: counters that forget, and no address is kept."""

from __future__ import annotations

from django.core.cache import BaseCache, caches
from django.utils import timezone
from django.utils.crypto import salted_hmac

# A class of thirty behind one school's address must get through; a script must not.
PER_DIALOG = 60, 60  # how many, in how many seconds
PER_SENDER = 40, 60 * 60
GUESSES = 10, 10 * 60  # receipts asked for from one address
GUESSES_IN_ALL = 120, 60


def _count(cache: BaseCache, key: str, most: int, seconds: int) -> bool:
    """Count once; whether there was room."""
    window = int(timezone.now().timestamp()) // seconds
    key = f"digital:{key}:{window}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key) <= most
    except ValueError:  # it was forgotten in between
        return True


def _sender(address: str) -> str:
    """A name for an address that means nothing tomorrow, and nothing to anyone without our key."""
    return salted_hmac(f"digital.sender.{timezone.localdate()}", address, algorithm="sha256").hexdigest()[:32]


def may_send(digital_id: int, address: str) -> bool:
    """Whether one more answer can be received now."""
    # The sender's counter lives in this process's memory alone: it is in no table, file or back-up.
    own = _count(caches["memory"], f"from:{_sender(address)}", *PER_SENDER)
    return own and _count(caches["default"], f"to:{digital_id}", *PER_DIALOG)


def may_ask(address: str) -> bool:
    """Whether one more receipt can be looked up now."""
    own = _count(caches["memory"], f"asks:{_sender(address)}", *GUESSES)
    return own and _count(caches["default"], "asks", *GUESSES_IN_ALL)


def may_report(address: str) -> bool:
    """Whether one more report of a hindrance on the site can be received now."""
    own = _count(caches["memory"], f"reports:{_sender(address)}", *GUESSES)
    return own and _count(caches["default"], "reports", *GUESSES_IN_ALL)
