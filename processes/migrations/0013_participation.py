"""The ladder of participation as it begins; an administrator keeps it from then on."""

from django.db import migrations

LIST = "participation"
STEPS = (
    ("Information", "ni får veta vad som är bestämt", "Räknas inte ensam som dialog."),
    ("Konsultation", "ni svarar på frågor som vi ställer", ""),
    ("Dialog", "vi resonerar tillsammans om problemen", ""),
    ("Inflytande", "ni är med och formar det vi gör", ""),
    ("Medbeslutande", "ni är med och bestämmer", ""),
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
    dependencies = [("processes", "0012_ladders")]
    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
