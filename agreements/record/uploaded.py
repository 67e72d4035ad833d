"""A PDF that was made elsewhere: that it is one, can be read for ever, and does nothing to whoever opens it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

BIGGEST = 20 * 1024 * 1024
# What a file must not do by itself when it is opened.
DEEPEST = 20
ACTS = ("/JavaScript", "/JS", "/Launch", "/ImportData", "/SubmitForm")


def fault(data: bytes) -> str:
    """What is wrong with the file, in words, and what to do; empty when nothing is."""
    import pikepdf  # slow to import, and only needed where files are brought in

    if len(data) > BIGGEST:
        return "Filen är större än 20 MB. Spara den som PDF med mindre bilder och försök igen."
    if not data.startswith(b"%PDF-"):
        return "Filen är ingen PDF. Skanna eller spara det underskrivna löftet som PDF och försök igen."
    try:
        with pikepdf.open(BytesIO(data)) as document:
            if document.is_encrypted:
                return "Filen är låst med lösenord eller begränsningar. Spara den utan lås och försök igen."
            if not len(document.pages):
                return "Filen har inga sidor. Välj den underskrivna filen."
            if acts(document):
                return "Filen innehåller program som körs när den öppnas. Skriv ut den till en ny PDF och försök igen."
    except pikepdf.PasswordError:
        return "Filen är låst med lösenord. Spara den utan lås och försök igen."
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return "Filen är skadad och går inte att läsa som PDF. Spara den på nytt och försök igen."
    return ""


def acts(document: Any) -> bool:
    """Whether anything in the file would act by itself, or run a program."""
    return any(_acts(item, DEEPEST) for item in document.objects)


def _acts(item: Any, deeper: int) -> bool:
    """Of one object and what stands directly in it: what it points at is an object of its own."""
    import pikepdf

    if isinstance(item, pikepdf.Array):
        inner = list(item)
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        if str(item.get("/S", "")) in ACTS or any(name in item for name in ("/JS", "/JavaScript")):
            return True
        inner = [one for _, one in item.items()]
    else:
        return False
    direct = [
        one for one in inner if isinstance(one, pikepdf.Dictionary | pikepdf.Array) and not one.is_indirect
    ]
    return deeper > 0 and any(_acts(one, deeper - 1) for one in direct)
