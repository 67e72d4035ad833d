"""Search in the public list by an index on PostgreSQL: without it each search reads the words of every promise.

Where the database may not have the extension, the search is as right and only slower.
"""

from django.db import DatabaseError, migrations, transaction

NAME = "public_page_words"


def make(apps, schema_editor) -> None:
    """The index, where it can be had."""
    connection = schema_editor.connection
    if connection.vendor != "postgresql":
        return
    try:
        with transaction.atomic(using=connection.alias):
            schema_editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except DatabaseError:
        return
    schema_editor.execute(f"CREATE INDEX {NAME} ON agreements_publicpage USING gin (words gin_trgm_ops)")


def drop(apps, schema_editor) -> None:
    """The index goes; the extension may be somebody else's."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX IF EXISTS {NAME}")


class Migration(migrations.Migration):
    dependencies = [("agreements", "0023_public_page_by_year")]
    operations = [migrations.RunPython(make, drop)]
