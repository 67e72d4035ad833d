"""Locks once more what is only ever added."""

from django.db import migrations

from agreements import append_only


class Migration(migrations.Migration):
    dependencies = [("agreements", "0026_promise_contact")]
    operations = [migrations.RunPython(append_only.lock, migrations.RunPython.noop)]
