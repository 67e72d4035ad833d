"""Locks the versions of promises and agreements under their new name; and once more all else."""

from django.db import migrations

from agreements import append_only


class Migration(migrations.Migration):
    dependencies = [("agreements", "0008_document_version")]
    operations = [migrations.RunPython(append_only.lock, append_only.unlock)]
