"""A copy of everything that can't be made anew, taken while the site runs and put back with one command.

A copy is a folder: the database, the attachments, and a manifest with the SHA-256 of each and the head of the chain.
The seal's key is no part of it: whoever has both could forge, so it is kept apart.
"""

SCHEMA = "medborgarloften-backup/1"
MANIFEST = "manifest.json"
FILES = "files.tar"
DATABASE = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}


class Unable(Exception):
    """Why it could not be done, and what to do about it."""
