"""Locks the files that are signed outside; and once more all else."""

from django.db import migrations

from agreements import append_only


class Migration(migrations.Migration):
    dependencies = [("agreements", "0014_signing_outside")]
    operations = [migrations.RunPython(append_only.lock, migrations.RunPython.noop)]
