"""The texts of a dialogue, written from what its people have already said (DIA-5, DIA-17).

Each is plain text: a line that begins with # is a heading, one that begins with – a point. What isn't
known stands in brackets, for the author to fill in. A text that its people have changed is their own
(`DialogText`), and is left alone until they fetch it anew.
"""

from .writer import current, gaps, written

__all__ = ["current", "gaps", "written"]
