"""How much those who take part can influence is a word of a list that is kept, and no code of ours."""

import django.db.models.deletion
from django.db import migrations, models

WORD = {
    "verbose_name": "Hur mycket kan deltagarna påverka?",
    "help_text": "Står i inbjudan. Lova inte mer än ni håller.",
    "null": True,
    "blank": True,
    "related_name": "+",
    "limit_choices_to": {"list": "participation"},
    "to": "processes.term",
}


class Migration(migrations.Migration):
    dependencies = [("dialogs", "0004_without_old_codes"), ("processes", "0013_participation")]

    operations = [
        migrations.RemoveField("citizendialog", "influence"),
        migrations.RemoveField("historicalcitizendialog", "influence"),
        migrations.AddField(
            "citizendialog",
            "influence",
            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, **WORD),
        ),
        migrations.AddField(
            "historicalcitizendialog",
            "influence",
            models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, **WORD),
        ),
    ]
