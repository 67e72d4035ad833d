"""Locks the answers to those who sent in by the web, and what they sent; and once more all else."""

from django.db import migrations

from agreements import append_only


class Migration(migrations.Migration):
    dependencies = [("agreements", "0006_append_only"), ("dialogs", "0008_digital_dialog")]
    operations = [migrations.RunPython(append_only.lock, migrations.RunPython.noop)]
