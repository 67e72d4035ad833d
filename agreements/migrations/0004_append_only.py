"""Locks the rows that are only ever added once more, after tables were rebuilt."""

from django.db import migrations

from agreements import append_only


class Migration(migrations.Migration):
    dependencies = [("agreements", "0003_reasons_in_full")]
    operations = [migrations.RunPython(append_only.lock, migrations.RunPython.noop)]
