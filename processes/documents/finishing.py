"""The last touch on a PDF: what WeasyPrint leaves unsaid, and a look at what went in."""

import io

from processes.documents import fonts
from processes.documents.errors import RenderError


def finished(raw: bytes) -> bytes:
    """The PDF with the scope of every table header said; refused when a foreign font got in."""
    import pikepdf  # slow to import, and only needed where documents are made

    with pikepdf.open(io.BytesIO(raw)) as pdf:
        elements = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
        names = {str(item.BaseFont) for item in elements if "/BaseFont" in item}
        # A drawing's text may ask for another family, and a missing one is replaced silently.
        if foreign := {name for name in names if f"+{fonts.FAMILY}" not in name}:
            raise RenderError(f"Fonts that are not ours: {sorted(foreign)}")
        for element in elements:
            if element.get("/S") == "/TH":
                in_head = element.P.P.get("/S") == "/THead"
                element.A.Scope = pikepdf.Name.Column if in_head else pikepdf.Name.Row
        target = io.BytesIO()
        pdf.save(target, deterministic_id=True)
    return target.getvalue()
