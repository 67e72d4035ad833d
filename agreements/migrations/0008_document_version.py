"""A version may be an agreement's as well as a promise's, and tells in what way it is signed.

The locks are taken off here and set anew by the next migration: SQLite would carry them along under their old names,
and loses those of every table that it builds anew.
"""

import django.db.models.deletion
from django.db import migrations, models

from agreements import append_only


class Migration(migrations.Migration):
    dependencies = [("agreements", "0007_append_only")]
    operations = [
        migrations.RunPython(append_only.unlock, append_only.lock),
        migrations.RenameModel("PromiseVersion", "DocumentVersion"),
        migrations.AlterModelOptions(
            name="documentversion",
            options={"verbose_name": "dokumentversion"},
        ),
        migrations.AddField(
            model_name="documentversion",
            name="agreement",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versions",
                to="agreements.collaborationagreement",
            ),
        ),
        migrations.AddField(
            model_name="documentversion",
            name="in_order",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="documentversion",
            name="remind_after",
            field=models.PositiveSmallIntegerField(default=7),
        ),
        migrations.AddField(
            model_name="documentversion",
            name="way",
            field=models.CharField(
                choices=[
                    ("system", "I systemet"),
                    ("external", "Med elektronisk underskrift i en annan tjänst"),
                    ("paper", "På papper"),
                ],
                default="system",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="documentversion",
            name="promise",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versions",
                to="agreements.promise",
            ),
        ),
        migrations.AddConstraint(
            model_name="documentversion",
            constraint=models.UniqueConstraint(
                fields=("agreement", "number"), name="one_number_per_agreement_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="documentversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agreement__isnull", True), ("promise__isnull", False)),
                    models.Q(("agreement__isnull", False), ("promise__isnull", True)),
                    _connector="OR",
                ),
                name="version_of_one_document",
            ),
        ),
    ]
