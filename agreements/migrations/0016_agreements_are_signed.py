"""Agreements are signed and sealed like promises: their versions, their signatories and what they stand under.

The mandates that stood as two texts on an agreement become rows, one for each who signs.
"""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from agreements import append_only

SIGNERS = (
    ("police", "police_mandate", "local_police_chief"),
    ("municipality", "municipal_mandate", "municipal_representative"),
)


def name_signatories(apps, schema_editor):
    """Give each agreement a row for each mandate that was told, with whoever holds the role."""
    agreements = apps.get_model("agreements", "CollaborationAgreement")
    signatories = apps.get_model("agreements", "AgreementSignatory")
    memberships = apps.get_model("processes", "Membership")
    parties = apps.get_model("processes", "Party")
    for agreement in agreements.objects.order_by("pk"):
        home = agreement.processes.order_by("pk").first()
        for kind, name, role in SIGNERS:
            party = parties.objects.filter(process=home, organisation__kind=kind).order_by("pk").first()
            if not (getattr(agreement, name) and party):
                continue
            held = memberships.objects.filter(organisation=party.organisation_id, role=role, valid_until=None)
            signer = held.select_related("user").order_by("pk").last()
            signatories.objects.create(
                agreement=agreement,
                party=party,
                user=signer.user if signer else None,
                title=signer.user.title if signer else "",
                mandate=getattr(agreement, name),
                version=1,
                owner_id=party.organisation_id,
            )


def tell_the_round(apps, schema_editor):
    """Each version of a promise was put together in the promise's own round."""
    for version in apps.get_model("agreements", "DocumentVersion").objects.select_related("promise"):
        version.process_id = version.promise.process_id
        version.save(update_fields=["process"])


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0015_append_only"),
        ("processes", "0024_feedback_public"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(append_only.unlock, append_only.lock),
        migrations.AddField(
            model_name="collaborationagreement",
            name="under",
            field=models.ForeignKey(
                blank=True,
                help_text="I en stor stad kan staden och polisområdet ha en, och varje lokalpolisområde sin egen under den.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="below",
                to="agreements.collaborationagreement",
                verbose_name="Hör den till en övergripande överenskommelse?",
            ),
        ),
        migrations.AddField(
            model_name="documentversion",
            name="process",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="processes.process",
            ),
        ),
        migrations.AddField(
            model_name="documentversion",
            name="valid_from",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="documentversion",
            name="valid_until",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="historicalcollaborationagreement",
            name="under",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="I en stor stad kan staden och polisområdet ha en, och varje lokalpolisområde sin egen under den.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="agreements.collaborationagreement",
                verbose_name="Hör den till en övergripande överenskommelse?",
            ),
        ),
        migrations.AlterField(
            model_name="signingact",
            name="kind",
            field=models.CharField(
                choices=[("signed", "Underskrivet"), ("declined", "Avböjt"), ("withdrawn", "Återtaget")],
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="HistoricalAgreementSignatory",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("round_id", models.BigIntegerField(db_index=True, editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("changed_at", models.DateTimeField(blank=True, editable=False)),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Så som den ska stå, till exempel ”t.f. lokalpolisområdeschef”.",
                        max_length=200,
                        verbose_name="Titel",
                    ),
                ),
                (
                    "mandate",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”KS § 45, 2027-02-03” eller ”delegationsordning 4.2”.",
                        max_length=200,
                        verbose_name="Med vilken rätt?",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.collaborationagreement",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.organisation",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.party",
                        verbose_name="För vilken part?",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Vem skriver under?",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical undertecknare",
                "verbose_name_plural": "historical undertecknare",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="AgreementSignatory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("changed_at", models.DateTimeField(auto_now=True)),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Så som den ska stå, till exempel ”t.f. lokalpolisområdeschef”.",
                        max_length=200,
                        verbose_name="Titel",
                    ),
                ),
                (
                    "mandate",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”KS § 45, 2027-02-03” eller ”delegationsordning 4.2”.",
                        max_length=200,
                        verbose_name="Med vilken rätt?",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatories",
                        to="agreements.collaborationagreement",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.organisation",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.party",
                        verbose_name="För vilken part?",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Vem skriver under?",
                    ),
                ),
            ],
            options={
                "verbose_name": "undertecknare",
                "verbose_name_plural": "undertecknare",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("party__isnull", False)),
                        fields=("agreement", "party"),
                        name="one_agreement_signatory_per_party",
                    )
                ],
            },
        ),
        migrations.RunPython(tell_the_round, migrations.RunPython.noop),
        migrations.RunPython(name_signatories, migrations.RunPython.noop),
    ]
