"""Seeing what came of it: the three parts of a follow-up, its report, and what is exported for planning."""
