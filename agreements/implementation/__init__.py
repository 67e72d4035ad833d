"""Doing what was promised: the quick log, its pictures, and changes to what was promised."""
