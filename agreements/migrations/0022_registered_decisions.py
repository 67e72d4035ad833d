"""A decision on focus areas that is appended to an agreement has a registration of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agreements", "0021_disposal_of_pictures")]
    operations = [
        migrations.AddField(
            "registration", "decision", models.PositiveSmallIntegerField(editable=False, null=True)
        ),
        migrations.RemoveConstraint("registration", "one_registration_per_party"),
        migrations.AddConstraint(
            "registration",
            models.UniqueConstraint(
                condition=models.Q(replaces=None, decision=None),
                fields=["version", "organisation"],
                name="one_registration_per_party",
            ),
        ),
        migrations.AddConstraint(
            "registration",
            models.UniqueConstraint(
                condition=models.Q(replaces=None, decision__isnull=False),
                fields=["version", "decision", "organisation"],
                name="one_registration_per_decision",
            ),
        ),
    ]
