"""Locks the rows that are only ever added."""

from django.db import migrations

from agreements import append_only


class Migration(migrations.Migration):
    dependencies = [("agreements", "0001_initial")]
    operations = [migrations.RunPython(append_only.lock, append_only.unlock)]
