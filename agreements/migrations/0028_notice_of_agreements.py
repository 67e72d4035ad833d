"""Notice can be given of an agreement that is in force: from which day it holds no more."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agreements", "0027_append_only")]
    operations = [
        migrations.AddField("signingact", "ends_on", models.DateField(null=True)),
        migrations.AlterField(
            "signingact",
            "kind",
            models.CharField(
                choices=[
                    ("signed", "Underskrivet"),
                    ("declined", "Avböjt"),
                    ("withdrawn", "Återtaget"),
                    ("ended", "Uppsagt"),
                ],
                max_length=20,
            ),
        ),
    ]
