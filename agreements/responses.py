"""How a sealed file leaves the house."""

from __future__ import annotations

from io import BytesIO

from django.http import FileResponse


def pdf_response(data: bytes, digest: str, title: str, number: int) -> FileResponse:
    """A sealed PDF as a download whose ETag is its SHA-256."""
    name = f"Medborgarlöfte {title[:80]} version {number}.pdf"
    response = FileResponse(BytesIO(data), as_attachment=True, filename=name, content_type="application/pdf")
    response["ETag"] = f'"{digest}"'
    return response
