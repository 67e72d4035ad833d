"""Drawings of our own: data in, SVG out. Used on pages, in PDF and on slides alike."""
