"""In what ways a document can be signed: the port, and the ways there are.

A way is chosen when a version is sent, and stored on it (`DocumentVersion.way`); all who sign that version
sign in that way. Whatever the way, a version is frozen, signed by those named then, and becomes one sealed
file. What differs is where a name is put down, and where the file comes from:

- *in the system* each signatory signs on the program's own page, logged in and authenticated anew
  (`signing.sign`), and the file is rendered and sealed when the last one has (`signing.finish`);
- *outside* nobody signs here. Whoever leads brings in what came back, once all have signed, and says who
  signed and when. That is one act, `signing.receive`, which adds the signatures and stores the file together,
  so that a crash leaves neither or both. Whether the file is good enough is asked before, by the way itself.

To add a way: a `Way` here, its choice in `DocumentVersion.Way`, and a view at its address `brings`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """One way of signing, and the words for it."""

    key: str
    """As stored on the version."""
    title: str
    """What it is called where it is chosen."""
    hint: str
    """What it means for those who sign."""
    said: str
    """What a signature given in this way is called, beside a name and a day."""
    means: str
    """What such a signature is and is not, as the document says below the names."""
    brings: str = ""
    """Name of the address (round, version) where what was signed outside is brought in; none when each
    signs on the program's own page."""

    @property
    def here(self) -> bool:
        """Whether each signatory signs on the program's own page."""
        return not self.brings


SYSTEM = Way(
    "system",
    "Här i systemet",
    "Var och en loggar in, läser och skriver under på sin egen sida.",
    "Godkänt i systemet",
    "Godkänt i systemet betyder att personen var inloggad, bekräftade sin identitet på nytt och "
    "godkände just det här innehållet. Det är inte en elektronisk underskrift.",
)
EXTERNAL = Way(
    "external",
    "Med elektronisk underskrift i en annan tjänst",
    "Ni hämtar filen här, skriver under den i er egen tjänst och lämnar tillbaka den när alla har gjort det.",
    "Elektroniskt undertecknat i en annan tjänst",
    "Underskrifterna ligger i filen. Vem som skrev under är vad certifikaten säger.",
    "agreements:bring_external",
)
PAPER = Way(
    "paper",
    "På papper",
    "Ni skriver ut dokumentet, skriver under det med penna och talar om var originalet finns.",
    "Undertecknat på papper",
    "Det här är en avskrift. Originalet är undertecknat på papper, och det är det som gäller.",
    "agreements:bring_paper",
)
WAYS = (SYSTEM, EXTERNAL, PAPER)


def way_of(key: str) -> Way:
    """The way with that key. LookupError when there is none."""
    for way in WAYS:
        if way.key == key:
            return way
    raise LookupError(key)
