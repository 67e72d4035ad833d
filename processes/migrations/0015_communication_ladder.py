"""The communication ladder as it begins; an administrator keeps it from then on."""

from django.db import migrations

LIST = "communication"
STEPS = (
    ("Känna till", "de vet att det finns", ""),
    ("Förstå", "de vet vad det betyder för dem", ""),
    ("Acceptera", "de tycker att det är rimligt", ""),
    ("Vilja engagera sig", "de vill bidra själva", "Det brukar kräva ett möte, inte bara en text."),
    ("Göra något", "de gör det ni hoppas på", "Gör det lätt: säg när, var och hur."),
)


def begin(apps, schema_editor):
    """Add the steps that are not there yet, the lowest first."""
    term = apps.get_model("processes", "Term")
    steps = [
        term(list=LIST, position=position, label=label, meaning=meaning, remark=remark)
        for position, (label, meaning, remark) in enumerate(STEPS, 1)
    ]
    term.objects.bulk_create(steps, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("processes", "0014_telling")]
    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
