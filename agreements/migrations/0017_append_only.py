"""The two texts are rows by now. Locks all that is only ever added once more."""

from django.db import migrations

from agreements import append_only


class Migration(migrations.Migration):
    dependencies = [("agreements", "0016_agreements_are_signed")]
    operations = [
        migrations.RemoveField(
            model_name="collaborationagreement",
            name="municipal_mandate",
        ),
        migrations.RemoveField(
            model_name="collaborationagreement",
            name="police_mandate",
        ),
        migrations.RemoveField(
            model_name="historicalcollaborationagreement",
            name="municipal_mandate",
        ),
        migrations.RemoveField(
            model_name="historicalcollaborationagreement",
            name="police_mandate",
        ),
        migrations.RunPython(append_only.lock, append_only.unlock),
    ]
