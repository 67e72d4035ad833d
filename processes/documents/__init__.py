"""One document tree, many renderings: web preview, PDF and what follows."""
