"""The codes that were carried over to the lists are gone."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("dialogs", "0003_words_of_views")]
    operations = [
        migrations.RemoveField(model, f"{name}_code")
        for name in ("theme", "worry")
        for model in ("view", "historicalview")
    ]
