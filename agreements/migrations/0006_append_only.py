"""Locks the access log again, which has been altered."""

from django.db import migrations

from agreements import append_only


class Migration(migrations.Migration):
    dependencies = [("agreements", "0005_append_only"), ("processes", "0017_intelligence_content")]
    operations = [migrations.RunPython(append_only.lock, migrations.RunPython.noop)]
