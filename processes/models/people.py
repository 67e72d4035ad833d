"""People, organisations, areas, and the roles people hold in them."""

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.utils import timezone

from processes.method import ROLE_TITLES


class UserManager(BaseUserManager):
    """Makes users by e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        """A user with a normalised address; without a password none can log in."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save()
        return user

    def get_by_natural_key(self, username: str) -> "User":
        """Addresses are compared without regard to case."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who logs in with an e-mail address."""

    email = models.EmailField("E-postadress", unique=True)
    name = models.CharField("Namn", max_length=120)
    title = models.CharField("Titel", max_length=120, blank=True, default="")
    is_active = models.BooleanField("Aktiv", default=True)
    date_joined = models.DateTimeField(default=timezone.now, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = UserManager()

    class Meta:
        verbose_name = "användare"
        verbose_name_plural = "användare"

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        """The name, for libraries that ask."""
        return self.name


class Organisation(models.Model):
    """An authority or another partner."""

    class Kind(models.TextChoices):
        POLICE = "police", "Polisen"
        MUNICIPALITY = "municipality", "Kommun"
        PARTNER = "partner", "Annan aktör"

    name = models.CharField("Namn", max_length=160, unique=True)
    kind = models.CharField("Slag", max_length=20, choices=Kind)

    class Meta:
        ordering = ["name"]
        verbose_name = "organisation"
        verbose_name_plural = "organisationer"

    def __str__(self) -> str:
        return self.name


class Area(models.Model):
    """A place in the tree of areas: region, police district, local police area, municipality …

    `path` lists the keys from the root down ("/1/4/9/"), so that a chain needs no recursion.
    """

    class Kind(models.TextChoices):
        REGION = "region", "Polisregion"
        DISTRICT = "district", "Polisområde"
        LOCAL = "local_police_area", "Lokalpolisområde"
        MUNICIPALITY = "municipality", "Kommun"
        CITY_DISTRICT = "city_district", "Stadsdel"
        LOCALITY = "locality", "Tätort"
        PLACE = "place", "Namngiven plats"

    name = models.CharField("Namn", max_length=160)
    kind = models.CharField("Slag", max_length=20, choices=Kind)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    path = models.CharField(max_length=200, db_index=True, editable=False)

    class Meta:
        ordering = ["name"]
        verbose_name = "område"
        verbose_name_plural = "områden"

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs) -> None:
        """Keep the path in step with the parent."""
        if self.pk is None:
            super().save(*args, **kwargs)
            kwargs = {"update_fields": ["path"]}
        self.path = f"{self.parent.path if self.parent else '/'}{self.pk}/"
        super().save(**kwargs)

    @property
    def chain(self) -> list[int]:
        """The keys from the root down to this area."""
        return [int(key) for key in self.path.strip("/").split("/")]


class MembershipQuerySet(models.QuerySet):
    """Memberships, asked by day."""

    def on(self, day) -> "MembershipQuerySet":
        """Those that hold on that day. A stand-in's holds no longer than the role it is lent from."""
        lent = Q(stands_in_for=None) | _holds("stands_in_for__", day)
        return self.filter(_holds("", day), lent)


def _holds(path: str, day) -> Q:
    """Whether the role at the end of the path holds on that day."""
    begun = Q(**{f"{path}valid_from": None}) | Q(**{f"{path}valid_from__lte": day})
    return begun & (Q(**{f"{path}valid_until": None}) | Q(**{f"{path}valid_until__gte": day}))


class Membership(models.Model):
    """One role of one person in an organisation, within an area, for a time (t.f. too).

    A stand-in holds the role of another for some days (X-19): a delegation is a role like any other,
    so that policies, pages and signing need not know of it.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships")
    role = models.CharField("Roll", max_length=40, choices=[(r.value, t) for r, t in ROLE_TITLES.items()])
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="memberships")
    valid_from = models.DateField("Från och med", null=True, blank=True)
    valid_until = models.DateField("Till och med", null=True, blank=True)
    stands_in_for = models.ForeignKey(
        "self", models.CASCADE, verbose_name="Ersätter", null=True, editable=False, related_name="stand_ins"
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "roll"
        verbose_name_plural = "roller"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation", "role", "area"],
                condition=Q(stands_in_for=None),
                name="one_membership_per_role",
            )
        ]

    def __str__(self) -> str:
        title = ROLE_TITLES[self.role]
        return f"{title if self.stands_in_for_id is None else f'T.f. {title.lower()}'}, {self.organisation}"
