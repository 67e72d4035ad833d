"""The joint picture's tools: matrix, choice and weighing, what each party can do, what is decided."""

from .ability import ability
from .choice import choice, weighed
from .decided import decided
from .matrix import matrix

__all__ = ["ability", "choice", "decided", "matrix", "weighed"]
