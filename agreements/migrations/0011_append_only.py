"""Locks the record, lets the access log be disposed of by rule; and locks once more all else."""

from django.db import migrations

from agreements import append_only


class Migration(migrations.Migration):
    dependencies = [("agreements", "0010_record"), ("processes", "0025_grounds")]
    operations = [
        migrations.RunPython(append_only.loosen, migrations.RunPython.noop),
        migrations.RunPython(append_only.lock, migrations.RunPython.noop),
    ]
