"""What a promise follows on is told by its content and shown from `PublicPage`; no publication says it once more."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("agreements", "0029_append_only")]
    operations = [migrations.RemoveField("publication", "predecessor")]
