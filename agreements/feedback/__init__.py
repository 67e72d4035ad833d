"""Återkoppling as data: what has been told in public, what can be told next, and the text for other channels."""
