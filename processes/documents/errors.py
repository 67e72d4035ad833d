"""What can go wrong when a document is made."""


class RenderError(Exception):
    """The document could not be made whole; nothing half-finished has left."""


class UnprintableText(RenderError):
    """The typeface has no glyph for `characters`."""

    def __init__(self, characters: str):
        self.characters = characters
        super().__init__(
            f"Texten innehåller tecken som inte kan skrivas ut: {' '.join(characters)}. "
            "Dokumentets typsnitt saknar dem. Skriv om texten utan dem."
        )
