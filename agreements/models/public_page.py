"""What the public list is searched by. Derived from the snapshots alone, and can be made from them anew."""

from django.db import models

from .implementation import LogPicture
from .promise import Promise
from .publication import Account, Publication


class PublicWord(models.Model):
    """A municipality, a local police area or a theme that published promises are found by."""

    class Kind(models.TextChoices):
        MUNICIPALITY = "kommun", "Kommun"
        AREA = "omrade", "Lokalpolisområde"
        THEME = "tema", "Tema"

    kind = models.CharField(max_length=10, choices=Kind)
    name = models.CharField(max_length=160)
    slug = models.SlugField(max_length=120)

    class Meta:
        verbose_name = "sökord"
        constraints = [
            models.UniqueConstraint(fields=["kind", "name"], name="one_public_word_once"),
            models.UniqueConstraint(fields=["kind", "slug"], name="one_address_per_public_word"),
        ]


class PublicPage(models.Model):
    """A published promise: its permanent address, its latest snapshots, and what it is found by.

    `words` are the words of its texts, each once and in small letters. `turn` gives the order of the list:
    the moment of the latest snapshot in microseconds. `fingerprint` changes whenever the page does,
    but for what a new day changes. `pictures` are those of its account that nobody has taken back.
    """

    promise = models.OneToOneField(Promise, models.PROTECT, related_name="public_page")
    slug = models.SlugField(max_length=100, unique=True)
    publication = models.ForeignKey(Publication, models.CASCADE, related_name="+")
    account = models.ForeignKey(Account, models.CASCADE, null=True, related_name="+")
    predecessor = models.ForeignKey("self", models.SET_NULL, null=True, related_name="successors")
    title = models.CharField(max_length=200)
    place = models.CharField(max_length=200)
    local_area = models.CharField(max_length=160)
    parties = models.JSONField(default=list)
    police_only = models.BooleanField()
    begins = models.DateField(null=True, db_index=True)
    ends = models.DateField(null=True)
    words = models.TextField()
    found_by = models.ManyToManyField(PublicWord, related_name="pages")
    pictures = models.ManyToManyField(LogPicture, related_name="pages")
    turn = models.BigIntegerField(unique=True)
    fingerprint = models.CharField(max_length=64)

    class Meta:
        verbose_name = "publik sida"
        indexes = [models.Index(fields=["ends", "begins"], name="public_page_by_year")]


class PublicSpan(models.Model):
    """How a published promise stands from one day to another, if nothing more is accounted for."""

    page = models.ForeignKey(PublicPage, models.CASCADE, related_name="spans")
    begins = models.DateField()
    ends = models.DateField()
    state = models.CharField(max_length=20)

    class Meta:
        verbose_name = "läge över tid"
        indexes = [models.Index(fields=["state", "begins", "ends"], name="public_state_by_day")]
