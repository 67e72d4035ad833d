"""Locks what has been handed over, and once more all else."""

from django.db import migrations

from agreements import append_only


class Migration(migrations.Migration):
    dependencies = [("agreements", "0004_append_only"), ("processes", "0006_handover")]
    operations = [migrations.RunPython(append_only.lock, migrations.RunPython.noop)]
