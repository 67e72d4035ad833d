"""Locks the leader's word and the published accounts; and once more all else."""

from django.db import migrations

from agreements import append_only


class Migration(migrations.Migration):
    dependencies = [("agreements", "0012_public_account")]
    operations = [migrations.RunPython(append_only.lock, migrations.RunPython.noop)]
