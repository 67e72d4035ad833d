"""Verification: whether what was signed, sealed and published still is what it was, for us and for anyone."""
