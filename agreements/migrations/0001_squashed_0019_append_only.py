"""Everything up to 0019 at once, locks included, for a new database; one made before goes on step by step."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from agreements import append_only
from processes.tables import at_once


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("agreements", "0001_initial"),
        ("agreements", "0002_append_only"),
        ("agreements", "0003_reasons_in_full"),
        ("agreements", "0004_append_only"),
        ("agreements", "0005_append_only"),
        ("agreements", "0006_append_only"),
        ("agreements", "0007_append_only"),
        ("agreements", "0008_document_version"),
        ("agreements", "0009_append_only"),
        ("agreements", "0010_record"),
        ("agreements", "0011_append_only"),
        ("agreements", "0012_public_account"),
        ("agreements", "0013_append_only"),
        ("agreements", "0014_signing_outside"),
        ("agreements", "0015_append_only"),
        ("agreements", "0016_agreements_are_signed"),
        ("agreements", "0017_append_only"),
        ("agreements", "0018_follow_through"),
        ("agreements", "0019_append_only"),
    ]
    dependencies = [
        ("dialogs", "0001_squashed_0011_outcome_words"),
        ("processes", "0001_squashed_0026_inherited"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="ChainEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveBigIntegerField(unique=True)),
                ("kind", models.CharField(max_length=40)),
                ("subject", models.CharField(max_length=80)),
                ("commitment", models.CharField(max_length=64)),
                ("previous", models.CharField(max_length=64)),
                ("head", models.CharField(max_length=64, unique=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "registerhändelse",
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="ReleasePackage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("data", models.BinaryField()),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "utlämnat paket",
            },
        ),
        migrations.CreateModel(
            name="AccessibilityReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", models.TextField(verbose_name="Vad är det som inte fungerar?")),
                (
                    "where",
                    models.CharField(blank=True, default="", max_length=300, verbose_name="På vilken sida?"),
                ),
                (
                    "answer_to",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="Hur når vi dig?"),
                ),
                ("received_on", models.DateField()),
                ("handled_on", models.DateField(null=True)),
                (
                    "handled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "tillgänglighetsanmälan",
            },
        ),
        migrations.CreateModel(
            name="ActivityLog",
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
                ("done_on", models.DateField(blank=True, null=True, verbose_name="När?")),
                (
                    "hours",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="Arbetade timmar"
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Det som räknas mot målet. Tomt betyder ett tillfälle. Lovade ni en längsta tid: timmarna det tog.",
                        max_digits=14,
                        null=True,
                        verbose_name="Hur mycket?",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Vad gjorde att det lyckades, eller inte? Kan lämnas tomt.",
                        max_length=10000,
                        verbose_name="Hur gick det?",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.activity",
                        verbose_name="Aktivitet",
                    ),
                ),
                (
                    "by_party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.party",
                        verbose_name="Vem gjorde det?",
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
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="activity_logs",
                        to="processes.process",
                    ),
                ),
            ],
            options={
                "verbose_name": "genomfört",
                "verbose_name_plural": "genomfört",
            },
        ),
        migrations.CreateModel(
            name="ChainContent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("salt", models.CharField(max_length=64)),
                ("payload", models.TextField()),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="content",
                        to="agreements.chainentry",
                    ),
                ),
            ],
            options={
                "verbose_name": "registerhändelsens innehåll",
            },
        ),
        migrations.CreateModel(
            name="CollaborationAgreement",
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
                        help_text="Till exempel ”Trygg i Åby 2027–2030”.",
                        max_length=200,
                        verbose_name="Vad heter överenskommelsen?",
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="Gäller från")),
                (
                    "until_further_notice",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Gäller den tills vidare?",
                    ),
                ),
                (
                    "valid_until",
                    models.DateField(
                        blank=True,
                        help_text="Lämnas tomt när den gäller tills vidare.",
                        null=True,
                        verbose_name="Gäller till",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.area",
                        verbose_name="Område",
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
                ("processes", models.ManyToManyField(related_name="agreements", to="processes.process")),
                (
                    "under",
                    models.ForeignKey(
                        blank=True,
                        help_text="I en stor stad kan staden och polisområdet ha en, och varje lokalpolisområde sin egen under den.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="below",
                        to="agreements.collaborationagreement",
                        verbose_name="Hör den till en övergripande överenskommelse?",
                    ),
                ),
            ],
            options={
                "verbose_name": "samverkansöverenskommelse",
                "verbose_name_plural": "samverkansöverenskommelser",
            },
        ),
        migrations.CreateModel(
            name="Disposal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("draft", "Utkast som ingen har sparat"),
                            ("receipt", "Kvitton mot dubbla klick"),
                            ("submission", "Kvitton från dialogen på webben"),
                            ("view", "Synpunkter från medborgare"),
                            ("access_log", "Loggen över underrättelsedelen"),
                            ("package", "Kopior av utlämnade paket"),
                            ("chain", "Innehållet i registrets kedja"),
                        ],
                        max_length=20,
                    ),
                ),
                ("months", models.PositiveIntegerField()),
                ("decision", models.CharField(max_length=200)),
                ("until", models.DateField()),
                ("number", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "gallring",
            },
        ),
        migrations.CreateModel(
            name="DisposalRule",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("draft", "Utkast som ingen har sparat"),
                            ("receipt", "Kvitton mot dubbla klick"),
                            ("submission", "Kvitton från dialogen på webben"),
                            ("view", "Synpunkter från medborgare"),
                            ("access_log", "Loggen över underrättelsedelen"),
                            ("package", "Kopior av utlämnade paket"),
                            ("chain", "Innehållet i registrets kedja"),
                        ],
                        max_length=20,
                        unique=True,
                        verbose_name="Vad",
                    ),
                ),
                (
                    "months",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="24 är två år.",
                        null=True,
                        verbose_name="Efter hur många månader?",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”gallringsbeslut 2027:4, dnr A12.345/2027”.",
                        max_length=200,
                        verbose_name="Vilket beslut vilar det på?",
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
            ],
            options={
                "verbose_name": "gallringsregel",
            },
        ),
        migrations.CreateModel(
            name="DocumentVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("valid_from", models.DateField(null=True)),
                ("valid_until", models.DateField(null=True)),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("system", "I systemet"),
                            ("external", "Med elektronisk underskrift i en annan tjänst"),
                            ("paper", "På papper"),
                            ("outside", "Utanför verktyget"),
                        ],
                        default="system",
                        max_length=20,
                    ),
                ),
                ("in_order", models.BooleanField(default=False)),
                ("remind_after", models.PositiveSmallIntegerField(default=7)),
                ("content", models.TextField()),
                ("content_hash", models.CharField(max_length=64)),
                ("signatories", models.JSONField(default=list)),
                ("ruleset", models.CharField(max_length=20)),
                ("deviations", models.JSONField(default=list)),
                ("sent_at", models.DateTimeField(auto_now_add=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="agreements.collaborationagreement",
                    ),
                ),
                (
                    "process",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.process",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "dokumentversion",
            },
        ),
        migrations.CreateModel(
            name="ActivityChange",
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
                ("changed_on", models.DateField(blank=True, null=True, verbose_name="När ändrades den?")),
                (
                    "what_changed",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Två vandringar i stället för tre”.",
                        max_length=500,
                        verbose_name="Vad ändrades?",
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Medborgarna får läsa det.",
                        max_length=500,
                        verbose_name="Varför?",
                    ),
                ),
                ("before", models.JSONField(default=dict, editable=False)),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.activity",
                        verbose_name="Aktivitet",
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
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="activity_changes",
                        to="processes.process",
                    ),
                ),
                (
                    "since",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agreements.documentversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "ändring",
                "verbose_name_plural": "ändringar",
            },
        ),
        migrations.CreateModel(
            name="FocusDecision",
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
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="Beslutet fattades")),
                (
                    "decided_by",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Namn och titel för varje part.",
                        max_length=200,
                        verbose_name="Vilka beslutade?",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=10000,
                        verbose_name="Vilka fokusområden och målbilder gäller det?",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="focus_decisions",
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
            ],
            options={
                "verbose_name": "beslut om fokusområden",
                "verbose_name_plural": "beslut om fokusområden",
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
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
                        help_text="Till exempel ”Halvår 2027”.",
                        max_length=200,
                        verbose_name="Vad heter uppföljningen?",
                    ),
                ),
                ("period_start", models.DateField(blank=True, null=True, verbose_name="Perioden börjar")),
                ("period_end", models.DateField(blank=True, null=True, verbose_name="Perioden slutar")),
                (
                    "done_on",
                    models.DateField(blank=True, null=True, verbose_name="När gjordes uppföljningen?"),
                ),
                (
                    "resources_used",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Tid, personal och pengar, mot det ni planerade.",
                        max_length=10000,
                        verbose_name="Vilka resurser gick åt?",
                    ),
                ),
                (
                    "effects",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Önskade och oönskade effekter. Var försiktig: annat kan också ha spelat in.",
                        max_length=10000,
                        verbose_name="Hur har problemet påverkats?",
                    ),
                ),
                (
                    "goal_safety",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Löftets mål: öka tryggheten.",
                        max_length=300,
                        verbose_name="Blev det tryggare?",
                    ),
                ),
                (
                    "goal_prevention",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Löftets mål: förebygga brott.",
                        max_length=300,
                        verbose_name="Blev brotten färre?",
                    ),
                ),
                (
                    "goal_participation",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Löftets mål: öka delaktigheten.",
                        max_length=300,
                        verbose_name="Blev fler delaktiga?",
                    ),
                ),
                (
                    "goal_trust",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Löftets mål: stärka förtroendet.",
                        max_length=300,
                        verbose_name="Stärktes förtroendet?",
                    ),
                ),
                (
                    "check_promise",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Ja"), ("partly", "Delvis"), ("no", "Nej")],
                        default="",
                        max_length=40,
                        verbose_name="Gjorde ni det ni lovade, på det sätt ni lovade?",
                    ),
                ),
                (
                    "check_what",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Ja"), ("partly", "Delvis"), ("no", "Nej")],
                        default="",
                        max_length=40,
                        verbose_name="Fick medarbetarnas bild av problemet (VAD) genomslag?",
                    ),
                ),
                (
                    "check_how",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Ja"), ("partly", "Delvis"), ("no", "Nej")],
                        default="",
                        max_length=40,
                        verbose_name="Arbetade ni så som medarbetarna föreslog (HUR)?",
                    ),
                ),
                (
                    "check_citizens",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Ja"), ("partly", "Delvis"), ("no", "Nej")],
                        default="",
                        max_length=40,
                        verbose_name="Känner medborgarna igen det de sa i det ni gjorde?",
                    ),
                ),
                (
                    "check_words",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Vad gör ni annorlunda nästa gång?",
                        max_length=10000,
                        verbose_name="Varför delvis eller nej?",
                    ),
                ),
                (
                    "effect_due_on",
                    models.DateField(
                        blank=True,
                        help_text="Bara om den inte går att se än.",
                        null=True,
                        verbose_name="När följer ni upp effekten?",
                    ),
                ),
                (
                    "dialog",
                    models.ForeignKey(
                        blank=True,
                        help_text="En uppföljande dialog, om ni har hållit någon.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dialogs.citizendialog",
                        verbose_name="Vilken dialog berättar om effekten?",
                    ),
                ),
                (
                    "effect_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Den personen får en påminnelse.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Vem gör det?",
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
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="follow_ups",
                        to="processes.process",
                    ),
                ),
            ],
            options={
                "verbose_name": "uppföljning",
                "verbose_name_plural": "uppföljningar",
            },
        ),
        migrations.CreateModel(
            name="HistoricalActivityChange",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("round_id", models.BigIntegerField(db_index=True, editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("changed_at", models.DateTimeField(blank=True, editable=False)),
                ("changed_on", models.DateField(blank=True, null=True, verbose_name="När ändrades den?")),
                (
                    "what_changed",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Två vandringar i stället för tre”.",
                        max_length=500,
                        verbose_name="Vad ändrades?",
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Medborgarna får läsa det.",
                        max_length=500,
                        verbose_name="Varför?",
                    ),
                ),
                ("before", models.JSONField(default=dict, editable=False)),
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
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.activity",
                        verbose_name="Aktivitet",
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
                    "process",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.process",
                    ),
                ),
                (
                    "since",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.documentversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical ändring",
                "verbose_name_plural": "historical ändringar",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalActivityLog",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("round_id", models.BigIntegerField(db_index=True, editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("changed_at", models.DateTimeField(blank=True, editable=False)),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="När?")),
                (
                    "hours",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="Arbetade timmar"
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Det som räknas mot målet. Tomt betyder ett tillfälle. Lovade ni en längsta tid: timmarna det tog.",
                        max_digits=14,
                        null=True,
                        verbose_name="Hur mycket?",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Vad gjorde att det lyckades, eller inte? Kan lämnas tomt.",
                        max_length=10000,
                        verbose_name="Hur gick det?",
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
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.activity",
                        verbose_name="Aktivitet",
                    ),
                ),
                (
                    "by_party",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.party",
                        verbose_name="Vem gjorde det?",
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
                    "process",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.process",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical genomfört",
                "verbose_name_plural": "historical genomfört",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
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
            name="HistoricalCollaborationAgreement",
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
                        help_text="Till exempel ”Trygg i Åby 2027–2030”.",
                        max_length=200,
                        verbose_name="Vad heter överenskommelsen?",
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="Gäller från")),
                (
                    "until_further_notice",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Gäller den tills vidare?",
                    ),
                ),
                (
                    "valid_until",
                    models.DateField(
                        blank=True,
                        help_text="Lämnas tomt när den gäller tills vidare.",
                        null=True,
                        verbose_name="Gäller till",
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
                    "area",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.area",
                        verbose_name="Område",
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
                    "under",
                    models.ForeignKey(
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
            ],
            options={
                "verbose_name": "historical samverkansöverenskommelse",
                "verbose_name_plural": "historical samverkansöverenskommelser",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDisposalRule",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("draft", "Utkast som ingen har sparat"),
                            ("receipt", "Kvitton mot dubbla klick"),
                            ("submission", "Kvitton från dialogen på webben"),
                            ("view", "Synpunkter från medborgare"),
                            ("access_log", "Loggen över underrättelsedelen"),
                            ("package", "Kopior av utlämnade paket"),
                            ("chain", "Innehållet i registrets kedja"),
                        ],
                        db_index=True,
                        max_length=20,
                        verbose_name="Vad",
                    ),
                ),
                (
                    "months",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="24 är två år.",
                        null=True,
                        verbose_name="Efter hur många månader?",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”gallringsbeslut 2027:4, dnr A12.345/2027”.",
                        max_length=200,
                        verbose_name="Vilket beslut vilar det på?",
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
            ],
            options={
                "verbose_name": "historical gallringsregel",
                "verbose_name_plural": "historical gallringsregels",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalFocusDecision",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("round_id", models.BigIntegerField(db_index=True, editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("changed_at", models.DateTimeField(blank=True, editable=False)),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="Beslutet fattades")),
                (
                    "decided_by",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Namn och titel för varje part.",
                        max_length=200,
                        verbose_name="Vilka beslutade?",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=10000,
                        verbose_name="Vilka fokusområden och målbilder gäller det?",
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
            ],
            options={
                "verbose_name": "historical beslut om fokusområden",
                "verbose_name_plural": "historical beslut om fokusområden",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalFollowUp",
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
                        help_text="Till exempel ”Halvår 2027”.",
                        max_length=200,
                        verbose_name="Vad heter uppföljningen?",
                    ),
                ),
                ("period_start", models.DateField(blank=True, null=True, verbose_name="Perioden börjar")),
                ("period_end", models.DateField(blank=True, null=True, verbose_name="Perioden slutar")),
                (
                    "done_on",
                    models.DateField(blank=True, null=True, verbose_name="När gjordes uppföljningen?"),
                ),
                (
                    "resources_used",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Tid, personal och pengar, mot det ni planerade.",
                        max_length=10000,
                        verbose_name="Vilka resurser gick åt?",
                    ),
                ),
                (
                    "effects",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Önskade och oönskade effekter. Var försiktig: annat kan också ha spelat in.",
                        max_length=10000,
                        verbose_name="Hur har problemet påverkats?",
                    ),
                ),
                (
                    "goal_safety",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Löftets mål: öka tryggheten.",
                        max_length=300,
                        verbose_name="Blev det tryggare?",
                    ),
                ),
                (
                    "goal_prevention",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Löftets mål: förebygga brott.",
                        max_length=300,
                        verbose_name="Blev brotten färre?",
                    ),
                ),
                (
                    "goal_participation",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Löftets mål: öka delaktigheten.",
                        max_length=300,
                        verbose_name="Blev fler delaktiga?",
                    ),
                ),
                (
                    "goal_trust",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Löftets mål: stärka förtroendet.",
                        max_length=300,
                        verbose_name="Stärktes förtroendet?",
                    ),
                ),
                (
                    "check_promise",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Ja"), ("partly", "Delvis"), ("no", "Nej")],
                        default="",
                        max_length=40,
                        verbose_name="Gjorde ni det ni lovade, på det sätt ni lovade?",
                    ),
                ),
                (
                    "check_what",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Ja"), ("partly", "Delvis"), ("no", "Nej")],
                        default="",
                        max_length=40,
                        verbose_name="Fick medarbetarnas bild av problemet (VAD) genomslag?",
                    ),
                ),
                (
                    "check_how",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Ja"), ("partly", "Delvis"), ("no", "Nej")],
                        default="",
                        max_length=40,
                        verbose_name="Arbetade ni så som medarbetarna föreslog (HUR)?",
                    ),
                ),
                (
                    "check_citizens",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Ja"), ("partly", "Delvis"), ("no", "Nej")],
                        default="",
                        max_length=40,
                        verbose_name="Känner medborgarna igen det de sa i det ni gjorde?",
                    ),
                ),
                (
                    "check_words",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Vad gör ni annorlunda nästa gång?",
                        max_length=10000,
                        verbose_name="Varför delvis eller nej?",
                    ),
                ),
                (
                    "effect_due_on",
                    models.DateField(
                        blank=True,
                        help_text="Bara om den inte går att se än.",
                        null=True,
                        verbose_name="När följer ni upp effekten?",
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
                    "dialog",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="En uppföljande dialog, om ni har hållit någon.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="dialogs.citizendialog",
                        verbose_name="Vilken dialog berättar om effekten?",
                    ),
                ),
                (
                    "effect_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Den personen får en påminnelse.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Vem gör det?",
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
                    "process",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.process",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical uppföljning",
                "verbose_name_plural": "historical uppföljningar",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalLogPicture",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("round_id", models.BigIntegerField(db_index=True, editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("changed_at", models.DateTimeField(blank=True, editable=False)),
                ("file", models.TextField(max_length=100)),
                ("width", models.PositiveIntegerField(editable=False)),
                ("height", models.PositiveIntegerField(editable=False)),
                ("sha256", models.CharField(editable=False, max_length=64)),
                (
                    "alt",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="För den som inte kan se den.",
                        max_length=300,
                        verbose_name="Vad ser man på bilden?",
                    ),
                ),
                ("public", models.BooleanField(default=False, verbose_name="Får visas för alla")),
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "log",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.activitylog",
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
            ],
            options={
                "verbose_name": "historical bild",
                "verbose_name_plural": "historical bilder",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMeasurement",
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
                    "value",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="Värdet nu"
                    ),
                ),
                ("measured_on", models.DateField(blank=True, null=True, verbose_name="När mättes det?")),
                (
                    "comparison",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Tomt när det inte finns något.",
                        max_digits=14,
                        null=True,
                        verbose_name="Värdet i ett jämförbart område",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”trygghetsmätningen” eller ”ny medborgardialog”.",
                        max_length=200,
                        verbose_name="Källa",
                    ),
                ),
                (
                    "caution",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="Vad mer kan ha påverkat?"
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
                    "follow_up",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.followup",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.goal",
                        verbose_name="Mål",
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
            ],
            options={
                "verbose_name": "historical mätning",
                "verbose_name_plural": "historical mätningar",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalObservation",
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
                    "who",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("citizens", "Boende och andra som vistas där"),
                            ("staff", "Medarbetare"),
                            ("partners", "Föreningar, handlare och andra aktörer"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Vilka har märkt det?",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Så som de säger det, utan namn.",
                        max_length=10000,
                        verbose_name="Vad har de märkt?",
                    ),
                ),
                (
                    "better",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Är det en förbättring?",
                    ),
                ),
                ("noticed_on", models.DateField(blank=True, null=True, verbose_name="När kom det fram?")),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”uppföljande dialog på torget” eller ”APT”.",
                        max_length=200,
                        verbose_name="Hur kom det fram?",
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
                    "follow_up",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.followup",
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
            ],
            options={
                "verbose_name": "historical iakttagelse",
                "verbose_name_plural": "historical iakttagelser",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOutcome",
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
                    "quality",
                    models.CharField(
                        blank=True,
                        choices=[("good", "God kvalitet"), ("partly", "Delvis god"), ("poor", "Bristande")],
                        default="",
                        max_length=40,
                        verbose_name="Med vilken kvalitet genomfördes den?",
                    ),
                ),
                (
                    "followed_by",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Tomt betyder som i planen.",
                        max_length=200,
                        verbose_name="Vem följde upp?",
                    ),
                ),
                (
                    "followed_how",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Tomt betyder som i planen.",
                        max_length=200,
                        verbose_name="Hur?",
                    ),
                ),
                (
                    "followed_on",
                    models.DateField(
                        blank=True,
                        help_text="Tomt betyder samma dag som uppföljningen i övrigt.",
                        null=True,
                        verbose_name="När?",
                    ),
                ),
                (
                    "improve",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="Vad kan bli bättre?"
                    ),
                ),
                (
                    "effect",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wanted", "Önskad effekt syns"),
                            ("partly", "Syns delvis"),
                            ("none", "Ingen effekt syns"),
                            ("unwanted", "Oönskad effekt syns"),
                            ("early", "För tidigt att säga"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Vilken effekt ser ni?",
                    ),
                ),
                (
                    "explanation",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Behövs när målet inte nåddes. Läses av alla.",
                        max_length=10000,
                        verbose_name="Varför blev det inte som ni lovade?",
                    ),
                ),
                (
                    "told_citizens_on",
                    models.DateField(
                        blank=True,
                        help_text="Behövs bara när inget alls genomfördes.",
                        null=True,
                        verbose_name="När fick medborgarna veta att den inte blev av?",
                    ),
                ),
                (
                    "told_citizens_how",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”kommunens webb och anslag på torget”. Läses av alla.",
                        max_length=200,
                        verbose_name="Hur fick de veta det?",
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
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.activity",
                        verbose_name="Aktivitet",
                    ),
                ),
                (
                    "follow_up",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.followup",
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
            ],
            options={
                "verbose_name": "historical utfall",
                "verbose_name_plural": "historical utfall",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalRegisterSetting",
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
                    "subject_code",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Polisen använder 483 för medborgarlöften. Tomt om ni inte har något.",
                        max_length=20,
                        verbose_name="Saknummer",
                    ),
                ),
                (
                    "own_series",
                    models.BooleanField(
                        default=False,
                        help_text="Då säger registret till om ett nummer saknas. I ett gemensamt diarium betyder en lucka inget.",
                        verbose_name="Löften och överenskommelser har en egen nummerserie",
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.organisation",
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
            ],
            options={
                "verbose_name": "historical inställning för diariet",
                "verbose_name_plural": "historical inställning för diariets",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="LogPicture",
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
                ("file", models.FileField(upload_to="pictures/%Y/")),
                ("width", models.PositiveIntegerField(editable=False)),
                ("height", models.PositiveIntegerField(editable=False)),
                ("sha256", models.CharField(editable=False, max_length=64)),
                (
                    "alt",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="För den som inte kan se den.",
                        max_length=300,
                        verbose_name="Vad ser man på bilden?",
                    ),
                ),
                ("public", models.BooleanField(default=False, verbose_name="Får visas för alla")),
                (
                    "log",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pictures",
                        to="agreements.activitylog",
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
            ],
            options={
                "verbose_name": "bild",
                "verbose_name_plural": "bilder",
            },
        ),
        migrations.CreateModel(
            name="Measurement",
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
                    "value",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="Värdet nu"
                    ),
                ),
                ("measured_on", models.DateField(blank=True, null=True, verbose_name="När mättes det?")),
                (
                    "comparison",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Tomt när det inte finns något.",
                        max_digits=14,
                        null=True,
                        verbose_name="Värdet i ett jämförbart område",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”trygghetsmätningen” eller ”ny medborgardialog”.",
                        max_length=200,
                        verbose_name="Källa",
                    ),
                ),
                (
                    "caution",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="Vad mer kan ha påverkat?"
                    ),
                ),
                (
                    "follow_up",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measurements",
                        to="agreements.followup",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.goal",
                        verbose_name="Mål",
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
            ],
            options={
                "verbose_name": "mätning",
                "verbose_name_plural": "mätningar",
            },
        ),
        migrations.CreateModel(
            name="Observation",
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
                    "who",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("citizens", "Boende och andra som vistas där"),
                            ("staff", "Medarbetare"),
                            ("partners", "Föreningar, handlare och andra aktörer"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Vilka har märkt det?",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Så som de säger det, utan namn.",
                        max_length=10000,
                        verbose_name="Vad har de märkt?",
                    ),
                ),
                (
                    "better",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Är det en förbättring?",
                    ),
                ),
                ("noticed_on", models.DateField(blank=True, null=True, verbose_name="När kom det fram?")),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”uppföljande dialog på torget” eller ”APT”.",
                        max_length=200,
                        verbose_name="Hur kom det fram?",
                    ),
                ),
                (
                    "follow_up",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="observations",
                        to="agreements.followup",
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
            ],
            options={
                "verbose_name": "iakttagelse",
                "verbose_name_plural": "iakttagelser",
            },
        ),
        migrations.CreateModel(
            name="Outcome",
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
                    "quality",
                    models.CharField(
                        blank=True,
                        choices=[("good", "God kvalitet"), ("partly", "Delvis god"), ("poor", "Bristande")],
                        default="",
                        max_length=40,
                        verbose_name="Med vilken kvalitet genomfördes den?",
                    ),
                ),
                (
                    "followed_by",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Tomt betyder som i planen.",
                        max_length=200,
                        verbose_name="Vem följde upp?",
                    ),
                ),
                (
                    "followed_how",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Tomt betyder som i planen.",
                        max_length=200,
                        verbose_name="Hur?",
                    ),
                ),
                (
                    "followed_on",
                    models.DateField(
                        blank=True,
                        help_text="Tomt betyder samma dag som uppföljningen i övrigt.",
                        null=True,
                        verbose_name="När?",
                    ),
                ),
                (
                    "improve",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="Vad kan bli bättre?"
                    ),
                ),
                (
                    "effect",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wanted", "Önskad effekt syns"),
                            ("partly", "Syns delvis"),
                            ("none", "Ingen effekt syns"),
                            ("unwanted", "Oönskad effekt syns"),
                            ("early", "För tidigt att säga"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Vilken effekt ser ni?",
                    ),
                ),
                (
                    "explanation",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Behövs när målet inte nåddes. Läses av alla.",
                        max_length=10000,
                        verbose_name="Varför blev det inte som ni lovade?",
                    ),
                ),
                (
                    "told_citizens_on",
                    models.DateField(
                        blank=True,
                        help_text="Behövs bara när inget alls genomfördes.",
                        null=True,
                        verbose_name="När fick medborgarna veta att den inte blev av?",
                    ),
                ),
                (
                    "told_citizens_how",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”kommunens webb och anslag på torget”. Läses av alla.",
                        max_length=200,
                        verbose_name="Hur fick de veta det?",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.activity",
                        verbose_name="Aktivitet",
                    ),
                ),
                (
                    "follow_up",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="outcomes",
                        to="agreements.followup",
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
            ],
            options={
                "verbose_name": "utfall",
                "verbose_name_plural": "utfall",
            },
        ),
        migrations.CreateModel(
            name="OutsideDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("pdf", models.BinaryField()),
                ("sha256", models.CharField(max_length=64)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outside",
                        to="agreements.documentversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "underskriven fil utifrån",
            },
        ),
        migrations.CreateModel(
            name="PlanningExport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("sha256", models.CharField(max_length=64)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "follow_up",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="exports",
                        to="agreements.followup",
                    ),
                ),
            ],
            options={
                "verbose_name": "export till planeringssystemet",
            },
        ),
        migrations.CreateModel(
            name="Promise",
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
                        help_text="Till exempel ”Tryggare kvällar i Åby centrum”.",
                        max_length=200,
                        verbose_name="Vad ska löftet heta?",
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Tomt betyder hela lokalpolisområdet.",
                        max_length=200,
                        verbose_name="Vilket område gäller det?",
                    ),
                ),
                (
                    "period_start",
                    models.DateField(
                        blank=True,
                        help_text="Tomt betyder när rundans period börjar.",
                        null=True,
                        verbose_name="Börjar gälla",
                    ),
                ),
                (
                    "period_end",
                    models.DateField(
                        blank=True,
                        help_text="Tomt betyder när rundans period slutar.",
                        null=True,
                        verbose_name="Slutar gälla",
                    ),
                ),
                (
                    "introduction",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Till dem som bor och verkar i området. Två–tre meningar i klarspråk.",
                        max_length=10000,
                        verbose_name="Inledning och syfte",
                    ),
                ),
                (
                    "picture",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Kort om läget, så att den som inte varit med förstår.",
                        max_length=10000,
                        verbose_name="Så ser det ut i dag",
                    ),
                ),
                (
                    "follow",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Var, hur ofta och vem man kan vända sig till.",
                        max_length=10000,
                        verbose_name="Så kan medborgarna följa arbetet och resultatet",
                    ),
                ),
                (
                    "involvement",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="I formuleringen, i aktiviteterna eller i uppföljningen.",
                        max_length=10000,
                        verbose_name="Hur är medborgarna med?",
                    ),
                ),
                (
                    "serves_safety",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Ökar det tryggheten?",
                    ),
                ),
                (
                    "serves_prevention",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Förebygger det brott?",
                    ),
                ),
                (
                    "serves_participation",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Ökar det delaktigheten?",
                    ),
                ),
                (
                    "serves_trust",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Stärker det förtroendet?",
                    ),
                ),
                (
                    "need_remains",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Finns behovet kvar enligt den gemensamma lägesbilden?",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agreements.collaborationagreement",
                        verbose_name="Vilken överenskommelse utgår löftet från?",
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
                    "predecessor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successors",
                        to="agreements.promise",
                        verbose_name="Vilket löfte förnyas?",
                    ),
                ),
                (
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="promises",
                        to="processes.process",
                    ),
                ),
            ],
            options={
                "verbose_name": "medborgarlöfte",
                "verbose_name_plural": "medborgarlöften",
            },
        ),
        migrations.CreateModel(
            name="HistoricalSignatory",
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
                (
                    "promise",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.promise",
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
            name="HistoricalPromiseFocus",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("round_id", models.BigIntegerField(db_index=True, editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("changed_at", models.DateTimeField(blank=True, editable=False)),
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
                    "focus_area",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.focusarea",
                        verbose_name="Fokusområde",
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
                    "promise",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.promise",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical fokusområde i löftet",
                "verbose_name_plural": "historical fokusområden i löftet",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPromise",
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
                        help_text="Till exempel ”Tryggare kvällar i Åby centrum”.",
                        max_length=200,
                        verbose_name="Vad ska löftet heta?",
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Tomt betyder hela lokalpolisområdet.",
                        max_length=200,
                        verbose_name="Vilket område gäller det?",
                    ),
                ),
                (
                    "period_start",
                    models.DateField(
                        blank=True,
                        help_text="Tomt betyder när rundans period börjar.",
                        null=True,
                        verbose_name="Börjar gälla",
                    ),
                ),
                (
                    "period_end",
                    models.DateField(
                        blank=True,
                        help_text="Tomt betyder när rundans period slutar.",
                        null=True,
                        verbose_name="Slutar gälla",
                    ),
                ),
                (
                    "introduction",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Till dem som bor och verkar i området. Två–tre meningar i klarspråk.",
                        max_length=10000,
                        verbose_name="Inledning och syfte",
                    ),
                ),
                (
                    "picture",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Kort om läget, så att den som inte varit med förstår.",
                        max_length=10000,
                        verbose_name="Så ser det ut i dag",
                    ),
                ),
                (
                    "follow",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Var, hur ofta och vem man kan vända sig till.",
                        max_length=10000,
                        verbose_name="Så kan medborgarna följa arbetet och resultatet",
                    ),
                ),
                (
                    "involvement",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="I formuleringen, i aktiviteterna eller i uppföljningen.",
                        max_length=10000,
                        verbose_name="Hur är medborgarna med?",
                    ),
                ),
                (
                    "serves_safety",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Ökar det tryggheten?",
                    ),
                ),
                (
                    "serves_prevention",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Förebygger det brott?",
                    ),
                ),
                (
                    "serves_participation",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Ökar det delaktigheten?",
                    ),
                ),
                (
                    "serves_trust",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Stärker det förtroendet?",
                    ),
                ),
                (
                    "need_remains",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Finns behovet kvar enligt den gemensamma lägesbilden?",
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
                        verbose_name="Vilken överenskommelse utgår löftet från?",
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
                    "process",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.process",
                    ),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.promise",
                        verbose_name="Vilket löfte förnyas?",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical medborgarlöfte",
                "verbose_name_plural": "historical medborgarlöften",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="documentversion",
            name="promise",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versions",
                to="agreements.promise",
            ),
        ),
        migrations.CreateModel(
            name="Clearance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "promise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clearances",
                        to="agreements.promise",
                    ),
                ),
            ],
            options={
                "verbose_name": "får publiceras",
            },
        ),
        migrations.CreateModel(
            name="Account",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("content", models.TextField()),
                ("sha256", models.CharField(max_length=64)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "promise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accounts",
                        to="agreements.promise",
                    ),
                ),
            ],
            options={
                "verbose_name": "publicerat läge",
            },
        ),
        migrations.CreateModel(
            name="PromiseFocus",
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
                    "focus_area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.focusarea",
                        verbose_name="Fokusområde",
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
                    "promise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="focuses",
                        to="agreements.promise",
                    ),
                ),
            ],
            options={
                "verbose_name": "fokusområde i löftet",
                "verbose_name_plural": "fokusområden i löftet",
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=100)),
                ("content", models.TextField()),
                ("sha256", models.CharField(max_length=64)),
                ("themes", models.JSONField(default=list)),
                ("checked", models.TextField(verbose_name="Hur kontrollerades texten?")),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successors",
                        to="agreements.publication",
                    ),
                ),
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publication",
                        to="agreements.documentversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "publicering",
            },
        ),
        migrations.CreateModel(
            name="PublicPage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=100, unique=True)),
                ("title", models.CharField(max_length=200)),
                ("place", models.CharField(max_length=200)),
                ("local_area", models.CharField(max_length=160)),
                ("parties", models.JSONField(default=list)),
                ("police_only", models.BooleanField()),
                ("begins", models.DateField(db_index=True, null=True)),
                ("ends", models.DateField(null=True)),
                ("words", models.TextField()),
                ("turn", models.BigIntegerField(unique=True)),
                ("fingerprint", models.CharField(max_length=64)),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="agreements.account",
                    ),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="successors",
                        to="agreements.publicpage",
                    ),
                ),
                (
                    "promise",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="public_page",
                        to="agreements.promise",
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="agreements.publication",
                    ),
                ),
            ],
            options={
                "verbose_name": "publik sida",
            },
        ),
        migrations.CreateModel(
            name="PublicSpan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("begins", models.DateField()),
                ("ends", models.DateField()),
                ("state", models.CharField(max_length=20)),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="spans",
                        to="agreements.publicpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "läge över tid",
            },
        ),
        migrations.CreateModel(
            name="PublicWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("kommun", "Kommun"), ("omrade", "Lokalpolisområde"), ("tema", "Tema")],
                        max_length=10,
                    ),
                ),
                ("name", models.CharField(max_length=160)),
                ("slug", models.SlugField(max_length=120)),
            ],
            options={
                "verbose_name": "sökord",
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "name"), name="one_public_word_once"),
                    models.UniqueConstraint(fields=("kind", "slug"), name="one_address_per_public_word"),
                ],
            },
        ),
        migrations.AddField(
            model_name="publicpage",
            name="found_by",
            field=models.ManyToManyField(related_name="pages", to="agreements.publicword"),
        ),
        migrations.CreateModel(
            name="RegisterSetting",
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
                    "subject_code",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Polisen använder 483 för medborgarlöften. Tomt om ni inte har något.",
                        max_length=20,
                        verbose_name="Saknummer",
                    ),
                ),
                (
                    "own_series",
                    models.BooleanField(
                        default=False,
                        help_text="Då säger registret till om ett nummer saknas. I ett gemensamt diarium betyder en lucka inget.",
                        verbose_name="Löften och överenskommelser har en egen nummerserie",
                    ),
                ),
                (
                    "organisation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.organisation",
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
            ],
            options={
                "verbose_name": "inställning för diariet",
            },
        ),
        migrations.CreateModel(
            name="Registration",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("diary_number", models.CharField(max_length=60, verbose_name="Diarienummer")),
                ("registered_on", models.DateField(verbose_name="Registrerat den")),
                (
                    "subject_code",
                    models.CharField(blank=True, default="", max_length=20, verbose_name="Saknummer"),
                ),
                ("description", models.CharField(max_length=300, verbose_name="Kort om ärendet")),
                (
                    "sender",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="Avsändare"),
                ),
                (
                    "recipient",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="Mottagare"),
                ),
                (
                    "why",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="Vad rättas, och varför?"
                    ),
                ),
                ("sought", models.TextField(default="", editable=False)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.organisation",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="correction",
                        to="agreements.registration",
                        verbose_name="Rättar",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="registrations",
                        to="agreements.documentversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "registrering",
            },
        ),
        migrations.CreateModel(
            name="ProtectedSubject",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(verbose_name="Det som inte är offentligt")),
                (
                    "ground",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.term",
                        verbose_name="Grund",
                    ),
                ),
                (
                    "registration",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="protected",
                        to="agreements.registration",
                    ),
                ),
            ],
            options={
                "verbose_name": "skyddad ärendebeskrivning",
            },
        ),
        migrations.CreateModel(
            name="Release",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("sha256", models.CharField(max_length=64)),
                ("contents", models.JSONField(default=list)),
                ("left_out", models.JSONField(default=list)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.organisation",
                    ),
                ),
                (
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="releases",
                        to="processes.process",
                    ),
                ),
            ],
            options={
                "verbose_name": "utlämnande",
            },
        ),
        migrations.CreateModel(
            name="SealedDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("pdf", models.BinaryField()),
                ("sha256", models.CharField(max_length=64)),
                ("is_prov", models.BooleanField()),
                ("sealed_at", models.DateTimeField()),
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sealed",
                        to="agreements.documentversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "förseglat dokument",
            },
        ),
        migrations.CreateModel(
            name="Signatory",
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
                    "promise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatories",
                        to="agreements.promise",
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
            },
        ),
        migrations.CreateModel(
            name="SigningAct",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("signed", "Underskrivet"),
                            ("declined", "Avböjt"),
                            ("withdrawn", "Återtaget"),
                        ],
                        max_length=20,
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("title", models.CharField(blank=True, default="", max_length=200)),
                ("organisation", models.CharField(blank=True, default="", max_length=160)),
                ("mandate", models.CharField(blank=True, default="", max_length=200)),
                ("reason", models.TextField(blank=True, default="")),
                ("content_hash", models.CharField(max_length=64)),
                ("ruleset", models.CharField(max_length=20)),
                ("deviations", models.JSONField(default=list)),
                ("proof", models.JSONField(null=True)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acts",
                        to="agreements.documentversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "underskriftshändelse",
            },
        ),
        migrations.CreateModel(
            name="SigningCopy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("pdf", models.BinaryField()),
                ("sha256", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="copy",
                        to="agreements.documentversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "fil att skriva under",
            },
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
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatories",
                        to="agreements.collaborationagreement",
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
        migrations.CreateModel(
            name="NumberNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("series", models.CharField(max_length=60)),
                ("number", models.BigIntegerField()),
                ("why", models.CharField(max_length=300, verbose_name="Varför saknas numret?")),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "förklarat nummer",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "series", "number"), name="one_note_per_missing_number"
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="documentversion",
            index=models.Index(fields=["content_hash"], name="version_by_content"),
        ),
        migrations.AddConstraint(
            model_name="documentversion",
            constraint=models.UniqueConstraint(
                fields=("promise", "number"), name="one_number_per_promise_version"
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
        migrations.AddConstraint(
            model_name="account",
            constraint=models.UniqueConstraint(fields=("promise", "number"), name="one_number_per_account"),
        ),
        migrations.AddConstraint(
            model_name="promisefocus",
            constraint=models.UniqueConstraint(
                fields=("promise", "focus_area"), name="one_focus_once_per_promise"
            ),
        ),
        migrations.AddIndex(
            model_name="publicspan",
            index=models.Index(fields=["state", "begins", "ends"], name="public_state_by_day"),
        ),
        migrations.AddIndex(
            model_name="registration",
            index=models.Index(
                fields=["organisation", "registered_on"], name="agreements__organis_a65171_idx"
            ),
        ),
        migrations.AddConstraint(
            model_name="registration",
            constraint=models.UniqueConstraint(
                condition=models.Q(("replaces", None)),
                fields=("version", "organisation"),
                name="one_registration_per_party",
            ),
        ),
        migrations.AddConstraint(
            model_name="registration",
            constraint=models.UniqueConstraint(
                condition=models.Q(("replaces", None)),
                fields=("organisation", "diary_number"),
                name="diary_number_once",
            ),
        ),
        migrations.AddIndex(
            model_name="sealeddocument",
            index=models.Index(fields=["sha256"], name="document_by_file"),
        ),
        migrations.AddConstraint(
            model_name="signatory",
            constraint=models.UniqueConstraint(
                condition=models.Q(("party__isnull", False)),
                fields=("promise", "party"),
                name="one_signatory_per_party",
            ),
        ),
        migrations.AddConstraint(
            model_name="signingact",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "signed")),
                fields=("version", "party"),
                name="one_signature_per_party",
            ),
        ),
        migrations.RunPython(append_only.lock, migrations.RunPython.noop),
    ]
    operations = at_once(operations)
