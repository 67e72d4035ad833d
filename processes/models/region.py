"""What a police region has decided about the work with promises (PRO-10)."""

from django.db import models

from .people import Area
from .record import Record, day, line


class RegionDecision(Record):
    """A region's inriktningsbeslut: what it is called, when it was decided, where it is, how long it holds."""

    region = models.ForeignKey(Area, models.PROTECT, verbose_name="Region", related_name="decisions")
    title = line("Vad heter beslutet?", "Till exempel ”Inriktningsbeslut medborgarlöften 2027–2028”.")
    decided_on = day("När fattades det?")
    valid_from = day("Gäller från och med")
    valid_until = day("Gäller till och med", "Tomt betyder tills vidare.")
    link = models.URLField("Länk", max_length=500, blank=True, default="")
    file = models.FileField("Fil", upload_to="decisions/%Y/", blank=True)
    sha256 = models.CharField(max_length=64, blank=True, default="", editable=False)
    content_type = models.CharField(max_length=80, blank=True, default="", editable=False)

    class Meta:
        ordering = ["-decided_on", "-pk"]
        verbose_name = "inriktningsbeslut"
        verbose_name_plural = "inriktningsbeslut"

    def __str__(self) -> str:
        return self.title

    @property
    def file_name(self) -> str:
        """A name for the download: what it is called, with the ending its content has."""
        return f"{self.title[:80].strip() or 'beslut'}.{self.file.name.rpartition('.')[2]}"
