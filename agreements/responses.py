"""How a sealed file and a picture leave the house."""

from __future__ import annotations

from io import BytesIO

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpResponse


def pdf_response(
    data: bytes, digest: str, title: str, number: int, what: str = "Medborgarlöfte"
) -> FileResponse:
    """A sealed PDF as a download whose ETag is its SHA-256."""
    name = f"{what} {title[:80]} version {number}.pdf"
    response = FileResponse(BytesIO(data), as_attachment=True, filename=name, content_type="application/pdf")
    response["ETag"] = f'"{digest}"'
    return response


def picture_response(file: FieldFile) -> HttpResponse:
    """A picture of our own making, so that a browser may show it: as a picture and as nothing else."""
    try:
        with file.open("rb") as opened:
            response = HttpResponse(opened.read(), content_type="image/jpeg")
    except FileNotFoundError as error:  # taken back this very moment
        raise Http404("Sidan finns inte.") from error
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox"
    return response
