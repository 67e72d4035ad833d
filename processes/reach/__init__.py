"""Who was reached in the dialogues, held against who lives in the area (DIA-18, FAL-12).

Pure: numbers in, published numbers and comparisons out. What is published of a group too small to be
anonymous is never its number, nor anything it could be computed from.
"""

from .groups import AGES, GENDERS, Population, population_of
from .heard import Compared, Group, Reach, of_dialog, of_round, unheard
from .suppression import SMALLEST, published

__all__ = [
    "AGES",
    "GENDERS",
    "SMALLEST",
    "Compared",
    "Group",
    "Population",
    "Reach",
    "of_dialog",
    "of_round",
    "population_of",
    "published",
    "unheard",
]
