"""A whole round as a file: what is in it follows from the declarations (docs/round-file.md, ADR 11)."""

FORMAT = "medborgarloften-runda"
VERSION = 1
MARK = f"{FORMAT}/{VERSION}"
