"""Förnya: a promise goes on in a new round, with what should follow and nothing else (PRO-4, X-11, FAL-10)."""
