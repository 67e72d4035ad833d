"""The only writers of the digital dialogue."""

from .answering import answer
from .opening import close, open_on_web
from .receiving import receive

__all__ = ["answer", "close", "open_on_web", "receive"]
