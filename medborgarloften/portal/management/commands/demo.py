"""`manage.py demo`: fills an empty site with the people of Ekhamra and their three rounds."""

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from medborgarloften.portal.demo import people, whole
from processes.models import User


class Command(BaseCommand):
    help = "Makes the demo's people and rounds in an empty database. --accounts prints who to log in as."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--accounts", action="store_true", help="print the demo's accounts")

    def handle(self, *, accounts: bool, **options) -> None:
        """The demo is there, whole; or nothing has been touched, and it is told why."""
        if settings.MODE == "production":
            raise CommandError("Demons konton har ett känt lösenord och hör inte hemma i produktion.")
        if accounts:
            self.stdout.write(accounts_table())
            return
        made = whole.make()
        if not made:
            self.stdout.write("Här finns redan användare, så demons exempel läggs inte till.")
        for round_ in made:
            self.stdout.write(f"Rundan ”{round_.title}”, {round_.period_start} – {round_.period_end}")


def accounts_table() -> str:
    """Who can log in, and what to try first; nothing when none of them is here."""
    here = set(User.objects.values_list("email", flat=True))
    cast = [person for person in people.CAST if person.email in here]
    if not cast:
        return "Demons konton finns inte här."
    rows = [(p.role_title, p.name, p.email, p.first) for p in cast]
    wide = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [
        "  ".join([*(text.ljust(width) for text, width in zip(row[:3], wide, strict=True))]).rstrip()
        + f"\n    {row[3]}"
        for row in rows
    ]
    return "\n".join(
        [f"Logga in som någon av dem. Lösenordet är {settings.DEMO_PASSWORD} för alla.", "", *lines]
    )
