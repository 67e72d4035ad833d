"""Locks once more what is only ever added."""

from django.db import migrations

from agreements import append_only


class Migration(migrations.Migration):
    dependencies = [("agreements", "0030_publication_without_predecessor")]
    operations = [migrations.RunPython(append_only.lock, migrations.RunPython.noop)]
