"""The grounds for leaving something out of what is handed out, and the code by which the program finds its own.

The paragraphs are a start, not legal advice: an administrator keeps them.
"""

from django.db import migrations, models

GROUNDS = (
    ("intelligence", "OSL 18 kap. 2 § – underrättelseverksamhet"),
    ("operational", "OSL 18 kap. 1 § – planerad brottsförebyggande och brottsbekämpande verksamhet"),
    ("", "OSL 18 kap. 8 § – säkerhets- och bevakningsåtgärder"),
    ("personal", "OSL 21 kap. – enskildas personliga förhållanden"),
    ("", "OSL 23 kap. – elever i skolan"),
    ("", "OSL 26 kap. 1 § – enskilda i socialtjänsten"),
    ("", "OSL 35 kap. 1 § – enskilda i brottsbekämpande verksamhet"),
    ("working", "TF 2 kap. 12 § – utkast och minnesanteckningar som inte är färdiga handlingar"),
    ("elsewhere", "Förvaras hos en annan myndighet – begärs där"),
)


def begin(apps, schema_editor):
    """Add the grounds that are not there yet."""
    term = apps.get_model("processes", "Term")
    words = [term(list="ground", code=code, label=label) for code, label in GROUNDS]
    term.objects.bulk_create(words, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [
        ("processes", "0024_feedback_public"),
    ]

    operations = [
        migrations.AddField(
            model_name="historicalprocess",
            name="outside",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="historicalterm",
            name="code",
            field=models.CharField(blank=True, default="", editable=False, max_length=20),
        ),
        migrations.AddField(
            model_name="process",
            name="outside",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="term",
            name="code",
            field=models.CharField(blank=True, default="", editable=False, max_length=20),
        ),
        migrations.AlterField(
            model_name="historicalterm",
            name="list",
            field=models.CharField(
                choices=[
                    ("theme", "Teman"),
                    ("worry", "Slag av oro"),
                    ("activity_type", "Slag av aktiviteter"),
                    ("survey", "Trygghetsmätningens frågor"),
                    ("crime", "Slag av brott"),
                    ("source", "Källor till lägesbilden"),
                    ("participation", "Grader av delaktighet"),
                    ("communication", "Kommunikationstrappan"),
                    ("ground", "Grunder för att inte lämna ut"),
                ],
                max_length=30,
                verbose_name="Lista",
            ),
        ),
        migrations.AlterField(
            model_name="term",
            name="list",
            field=models.CharField(
                choices=[
                    ("theme", "Teman"),
                    ("worry", "Slag av oro"),
                    ("activity_type", "Slag av aktiviteter"),
                    ("survey", "Trygghetsmätningens frågor"),
                    ("crime", "Slag av brott"),
                    ("source", "Källor till lägesbilden"),
                    ("participation", "Grader av delaktighet"),
                    ("communication", "Kommunikationstrappan"),
                    ("ground", "Grunder för att inte lämna ut"),
                ],
                max_length=30,
                verbose_name="Lista",
            ),
        ),
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]
