"""Everything up to 0011 at once, for a new database; one that was made before goes on step by step."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from processes.tables import at_once


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("dialogs", "0001_initial"),
        ("dialogs", "0002_reasons_in_full"),
        ("dialogs", "0003_words_of_views"),
        ("dialogs", "0004_without_old_codes"),
        ("dialogs", "0005_influence_is_a_word"),
        ("dialogs", "0006_staff_meetings"),
        ("dialogs", "0007_merged_and_routed"),
        ("dialogs", "0008_digital_dialog"),
        ("dialogs", "0009_occasions_and_reach"),
        ("dialogs", "0010_texts"),
        ("dialogs", "0011_outcome_words"),
    ]
    dependencies = [
        ("processes", "0001_squashed_0026_inherited"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="CitizenDialog",
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
                        help_text="Till exempel ”Öppet hus på biblioteket i Åby”.",
                        max_length=200,
                        verbose_name="Vad heter dialogen?",
                    ),
                ),
                (
                    "aim",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Två–tre meningar. Att dialogen sker med de resurser som redan finns hör hit.",
                        max_length=10000,
                        verbose_name="Varför håller ni dialogen, vad ska den leda till och vad ligger utanför?",
                    ),
                ),
                (
                    "target_group",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Vilka andra i området ska vara med? Vad hindrar någon från att delta, och vad gör ni åt det? ”Alla” är ingen målgrupp.",
                        max_length=10000,
                        verbose_name="Vilka och hur många vill ni nå, och hur når ni dem som sällan kommer?",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("open_meeting", "Öppet möte"),
                            ("directed_meeting", "Riktat möte"),
                            ("survey", "Enkät"),
                            ("panel", "Medborgarpanel"),
                            ("social_media", "Sociala medier"),
                            ("interviews", "Intervjuer"),
                            ("focus_group", "Fokusgrupp"),
                            ("safety_walk", "Trygghetsvandring"),
                            ("observation", "Observation"),
                            ("digital", "Digital dialog"),
                            ("other", "Annan form"),
                        ],
                        default="",
                        help_text="Öppna möten fångar oro ni inte känner till, mindre möten ger djup. De flesta behöver båda.",
                        max_length=40,
                        verbose_name="Vilken form passar målgruppen och frågan?",
                    ),
                ),
                (
                    "venue",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="En plats som går att ta sig till och där målgruppen känner sig hemma.",
                        max_length=200,
                        verbose_name="Var hålls den?",
                    ),
                ),
                ("planned_on", models.DateField(blank=True, null=True, verbose_name="När är den planerad?")),
                (
                    "planned_time",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”klockan 18–20”. Står i inbjudan.",
                        max_length=80,
                        verbose_name="Vilken tid?",
                    ),
                ),
                (
                    "access",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”hiss och hörslinga; säg till om du behöver tolk”. Står i inbjudan.",
                        max_length=200,
                        verbose_name="Vad ska den som behöver anpassning veta?",
                    ),
                ),
                (
                    "contact",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Ett telefonnummer eller en adress som får stå i inbjudan.",
                        max_length=200,
                        verbose_name="Hur når man er med frågor?",
                    ),
                ),
                (
                    "feedback_plan",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Säg också var arbetet går att följa.",
                        max_length=10000,
                        verbose_name="Hur tar ni hand om svaren, och hur får deltagarna veta vad det blev?",
                    ),
                ),
                (
                    "feedback_due",
                    models.DateField(
                        blank=True, null=True, verbose_name="Senast när har deltagarna fått svar?"
                    ),
                ),
                (
                    "in_depth",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        help_text="Beställd från den gemensamma lägesbilden eller inför analysen.",
                        null=True,
                        verbose_name="Är det en fördjupad dialog?",
                    ),
                ),
                (
                    "follows_up",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        help_text="Ställ då gärna samma frågor som förra gången.",
                        null=True,
                        verbose_name="Ska den följa upp om det har blivit bättre?",
                    ),
                ),
                (
                    "held_on",
                    models.DateField(
                        blank=True,
                        help_text="Första dagen, om den hölls flera gånger.",
                        null=True,
                        verbose_name="När hölls den?",
                    ),
                ),
                (
                    "reached_total",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Alla tillfällen tillsammans.",
                        null=True,
                        verbose_name="Hur många deltog?",
                    ),
                ),
                (
                    "reached_women",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Kvinnor och flickor"),
                ),
                (
                    "reached_men",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Män och pojkar"),
                ),
                (
                    "reached_under_16",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Under 16 år"),
                ),
                (
                    "reached_16_24",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="16–24 år"),
                ),
                (
                    "reached_25_44",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="25–44 år"),
                ),
                (
                    "reached_45_64",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="45–64 år"),
                ),
                (
                    "reached_65_plus",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="65 år och äldre"),
                ),
                (
                    "told_next",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Fick deltagarna veta vad som händer nu, när, och att det sker med de resurser som finns?",
                    ),
                ),
                (
                    "minutes",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Vad som sades, utan namn och andra personuppgifter. Får vara stolpar.",
                        max_length=10000,
                        verbose_name="Anteckningar",
                    ),
                ),
                (
                    "noted_by",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Namn eller roll på den hos er som höll i pennan.",
                        max_length=200,
                        verbose_name="Vem antecknade?",
                    ),
                ),
                (
                    "cancelled_reason",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=10000,
                        verbose_name="Blev dialogen inte av? Skriv varför.",
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        help_text="Till exempel en enkät som blev början, eller mötet som ni nu följer upp.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dialogs.citizendialog",
                        verbose_name="Bygger den på en tidigare dialog?",
                    ),
                ),
                (
                    "influence",
                    models.ForeignKey(
                        blank=True,
                        help_text="Står i inbjudan. Lova inte mer än ni håller.",
                        limit_choices_to={"list": "participation"},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.term",
                        verbose_name="Hur mycket kan deltagarna påverka?",
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
                ("processes", models.ManyToManyField(related_name="citizen_dialogs", to="processes.process")),
                (
                    "responsible",
                    models.ForeignKey(
                        blank=True,
                        help_text="För både planering och genomförande. Säg också vem som gör vad på plats.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Vem ansvarar?",
                    ),
                ),
            ],
            options={
                "verbose_name": "medborgardialog",
                "verbose_name_plural": "medborgardialoger",
            },
        ),
        migrations.CreateModel(
            name="DialogOccasion",
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
                    "held_on",
                    models.DateField(
                        blank=True,
                        help_text="Ligger den framåt i tiden är tillfället planerat.",
                        null=True,
                        verbose_name="Vilken dag?",
                    ),
                ),
                (
                    "time",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”klockan 18–20”.",
                        max_length=80,
                        verbose_name="Vilken tid?",
                    ),
                ),
                (
                    "venue",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Tomt betyder samma plats som i planen.",
                        max_length=200,
                        verbose_name="Var?",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("open_meeting", "Öppet möte"),
                            ("directed_meeting", "Riktat möte"),
                            ("survey", "Enkät"),
                            ("panel", "Medborgarpanel"),
                            ("social_media", "Sociala medier"),
                            ("interviews", "Intervjuer"),
                            ("focus_group", "Fokusgrupp"),
                            ("safety_walk", "Trygghetsvandring"),
                            ("observation", "Observation"),
                            ("digital", "Digital dialog"),
                            ("other", "Annan form"),
                        ],
                        default="",
                        help_text="Tomt betyder samma form som i planen.",
                        max_length=40,
                        verbose_name="I vilken form?",
                    ),
                ),
                (
                    "took_part",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Hur många kom?"),
                ),
                (
                    "minutes",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Vad som sades, utan namn och andra personuppgifter.",
                        max_length=10000,
                        verbose_name="Anteckningar",
                    ),
                ),
                (
                    "noted_by",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="Vem antecknade?"),
                ),
                (
                    "dialog",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="occasions",
                        to="dialogs.citizendialog",
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
                "verbose_name": "tillfälle",
                "verbose_name_plural": "tillfällen",
            },
        ),
        migrations.CreateModel(
            name="DigitalDialog",
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
                ("code", models.CharField(editable=False, max_length=12, unique=True)),
                (
                    "opens_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="Från och med vilken dag kan man svara?"
                    ),
                ),
                (
                    "closes_on",
                    models.DateField(
                        blank=True,
                        help_text="Två veckor räcker oftast. Sidan stänger av sig själv.",
                        null=True,
                        verbose_name="Till och med vilken dag?",
                    ),
                ),
                (
                    "welcome",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Skrivet ur er plan. Korta det gärna: den läses på en telefon vid en busshållplats.",
                        max_length=10000,
                        verbose_name="Vad möter den som öppnar sidan?",
                    ),
                ),
                (
                    "contact",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Namn eller funktion, och hur man når er. Står på sidan.",
                        max_length=200,
                        verbose_name="Vem kan man fråga?",
                    ),
                ),
                (
                    "asks_place",
                    models.BooleanField(
                        default=True,
                        help_text="Till exempel ”gångtunneln vid stationen”. Frivilligt att svara.",
                        verbose_name="Fråga efter en plats",
                    ),
                ),
                (
                    "asks_theme",
                    models.BooleanField(
                        default=True,
                        help_text="Valet står i er egen lista. Frivilligt att svara.",
                        verbose_name="Fråga efter ett tema",
                    ),
                ),
                ("content", models.JSONField(default=dict, editable=False)),
                ("closed_on", models.DateField(editable=False, null=True)),
                (
                    "dialog",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="digital",
                        to="dialogs.citizendialog",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                "verbose_name": "digital dialog",
                "verbose_name_plural": "digitala dialoger",
            },
        ),
        migrations.CreateModel(
            name="HistoricalCitizenDialog",
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
                        help_text="Till exempel ”Öppet hus på biblioteket i Åby”.",
                        max_length=200,
                        verbose_name="Vad heter dialogen?",
                    ),
                ),
                (
                    "aim",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Två–tre meningar. Att dialogen sker med de resurser som redan finns hör hit.",
                        max_length=10000,
                        verbose_name="Varför håller ni dialogen, vad ska den leda till och vad ligger utanför?",
                    ),
                ),
                (
                    "target_group",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Vilka andra i området ska vara med? Vad hindrar någon från att delta, och vad gör ni åt det? ”Alla” är ingen målgrupp.",
                        max_length=10000,
                        verbose_name="Vilka och hur många vill ni nå, och hur når ni dem som sällan kommer?",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("open_meeting", "Öppet möte"),
                            ("directed_meeting", "Riktat möte"),
                            ("survey", "Enkät"),
                            ("panel", "Medborgarpanel"),
                            ("social_media", "Sociala medier"),
                            ("interviews", "Intervjuer"),
                            ("focus_group", "Fokusgrupp"),
                            ("safety_walk", "Trygghetsvandring"),
                            ("observation", "Observation"),
                            ("digital", "Digital dialog"),
                            ("other", "Annan form"),
                        ],
                        default="",
                        help_text="Öppna möten fångar oro ni inte känner till, mindre möten ger djup. De flesta behöver båda.",
                        max_length=40,
                        verbose_name="Vilken form passar målgruppen och frågan?",
                    ),
                ),
                (
                    "venue",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="En plats som går att ta sig till och där målgruppen känner sig hemma.",
                        max_length=200,
                        verbose_name="Var hålls den?",
                    ),
                ),
                ("planned_on", models.DateField(blank=True, null=True, verbose_name="När är den planerad?")),
                (
                    "planned_time",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”klockan 18–20”. Står i inbjudan.",
                        max_length=80,
                        verbose_name="Vilken tid?",
                    ),
                ),
                (
                    "access",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”hiss och hörslinga; säg till om du behöver tolk”. Står i inbjudan.",
                        max_length=200,
                        verbose_name="Vad ska den som behöver anpassning veta?",
                    ),
                ),
                (
                    "contact",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Ett telefonnummer eller en adress som får stå i inbjudan.",
                        max_length=200,
                        verbose_name="Hur når man er med frågor?",
                    ),
                ),
                (
                    "feedback_plan",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Säg också var arbetet går att följa.",
                        max_length=10000,
                        verbose_name="Hur tar ni hand om svaren, och hur får deltagarna veta vad det blev?",
                    ),
                ),
                (
                    "feedback_due",
                    models.DateField(
                        blank=True, null=True, verbose_name="Senast när har deltagarna fått svar?"
                    ),
                ),
                (
                    "in_depth",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        help_text="Beställd från den gemensamma lägesbilden eller inför analysen.",
                        null=True,
                        verbose_name="Är det en fördjupad dialog?",
                    ),
                ),
                (
                    "follows_up",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        help_text="Ställ då gärna samma frågor som förra gången.",
                        null=True,
                        verbose_name="Ska den följa upp om det har blivit bättre?",
                    ),
                ),
                (
                    "held_on",
                    models.DateField(
                        blank=True,
                        help_text="Första dagen, om den hölls flera gånger.",
                        null=True,
                        verbose_name="När hölls den?",
                    ),
                ),
                (
                    "reached_total",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Alla tillfällen tillsammans.",
                        null=True,
                        verbose_name="Hur många deltog?",
                    ),
                ),
                (
                    "reached_women",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Kvinnor och flickor"),
                ),
                (
                    "reached_men",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Män och pojkar"),
                ),
                (
                    "reached_under_16",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Under 16 år"),
                ),
                (
                    "reached_16_24",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="16–24 år"),
                ),
                (
                    "reached_25_44",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="25–44 år"),
                ),
                (
                    "reached_45_64",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="45–64 år"),
                ),
                (
                    "reached_65_plus",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="65 år och äldre"),
                ),
                (
                    "told_next",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Fick deltagarna veta vad som händer nu, när, och att det sker med de resurser som finns?",
                    ),
                ),
                (
                    "minutes",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Vad som sades, utan namn och andra personuppgifter. Får vara stolpar.",
                        max_length=10000,
                        verbose_name="Anteckningar",
                    ),
                ),
                (
                    "noted_by",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Namn eller roll på den hos er som höll i pennan.",
                        max_length=200,
                        verbose_name="Vem antecknade?",
                    ),
                ),
                (
                    "cancelled_reason",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=10000,
                        verbose_name="Blev dialogen inte av? Skriv varför.",
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
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Till exempel en enkät som blev början, eller mötet som ni nu följer upp.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="dialogs.citizendialog",
                        verbose_name="Bygger den på en tidigare dialog?",
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
                    "influence",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Står i inbjudan. Lova inte mer än ni håller.",
                        limit_choices_to={"list": "participation"},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.term",
                        verbose_name="Hur mycket kan deltagarna påverka?",
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
                    "responsible",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="För både planering och genomförande. Säg också vem som gör vad på plats.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Vem ansvarar?",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical medborgardialog",
                "verbose_name_plural": "historical medborgardialoger",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDialogOccasion",
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
                    "held_on",
                    models.DateField(
                        blank=True,
                        help_text="Ligger den framåt i tiden är tillfället planerat.",
                        null=True,
                        verbose_name="Vilken dag?",
                    ),
                ),
                (
                    "time",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”klockan 18–20”.",
                        max_length=80,
                        verbose_name="Vilken tid?",
                    ),
                ),
                (
                    "venue",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Tomt betyder samma plats som i planen.",
                        max_length=200,
                        verbose_name="Var?",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("open_meeting", "Öppet möte"),
                            ("directed_meeting", "Riktat möte"),
                            ("survey", "Enkät"),
                            ("panel", "Medborgarpanel"),
                            ("social_media", "Sociala medier"),
                            ("interviews", "Intervjuer"),
                            ("focus_group", "Fokusgrupp"),
                            ("safety_walk", "Trygghetsvandring"),
                            ("observation", "Observation"),
                            ("digital", "Digital dialog"),
                            ("other", "Annan form"),
                        ],
                        default="",
                        help_text="Tomt betyder samma form som i planen.",
                        max_length=40,
                        verbose_name="I vilken form?",
                    ),
                ),
                (
                    "took_part",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Hur många kom?"),
                ),
                (
                    "minutes",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Vad som sades, utan namn och andra personuppgifter.",
                        max_length=10000,
                        verbose_name="Anteckningar",
                    ),
                ),
                (
                    "noted_by",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="Vem antecknade?"),
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
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="dialogs.citizendialog",
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
                "verbose_name": "historical tillfälle",
                "verbose_name_plural": "historical tillfällen",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDialogText",
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
                        blank=True,
                        choices=[
                            ("invitation", "Inbjudan"),
                            ("closing", "Innan vi slutar"),
                            ("summary", "Sammanfattning"),
                            ("feedback", "Återkoppling: du sa – vi gjorde"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Vilken text?",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Rader som börjar med # blir rubriker. Rader som börjar med – blir punkter.",
                        max_length=10000,
                        verbose_name="Texten",
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
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="dialogs.citizendialog",
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
                "verbose_name": "historical text",
                "verbose_name_plural": "historical texter",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDigitalDialog",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("round_id", models.BigIntegerField(db_index=True, editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("changed_at", models.DateTimeField(blank=True, editable=False)),
                ("code", models.CharField(db_index=True, editable=False, max_length=12)),
                (
                    "opens_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="Från och med vilken dag kan man svara?"
                    ),
                ),
                (
                    "closes_on",
                    models.DateField(
                        blank=True,
                        help_text="Två veckor räcker oftast. Sidan stänger av sig själv.",
                        null=True,
                        verbose_name="Till och med vilken dag?",
                    ),
                ),
                (
                    "welcome",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Skrivet ur er plan. Korta det gärna: den läses på en telefon vid en busshållplats.",
                        max_length=10000,
                        verbose_name="Vad möter den som öppnar sidan?",
                    ),
                ),
                (
                    "contact",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Namn eller funktion, och hur man når er. Står på sidan.",
                        max_length=200,
                        verbose_name="Vem kan man fråga?",
                    ),
                ),
                (
                    "asks_place",
                    models.BooleanField(
                        default=True,
                        help_text="Till exempel ”gångtunneln vid stationen”. Frivilligt att svara.",
                        verbose_name="Fråga efter en plats",
                    ),
                ),
                (
                    "asks_theme",
                    models.BooleanField(
                        default=True,
                        help_text="Valet står i er egen lista. Frivilligt att svara.",
                        verbose_name="Fråga efter ett tema",
                    ),
                ),
                ("content", models.JSONField(default=dict, editable=False)),
                ("closed_on", models.DateField(editable=False, null=True)),
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
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="dialogs.citizendialog",
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
                    "opened_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
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
                "verbose_name": "historical digital dialog",
                "verbose_name_plural": "historical digitala dialoger",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalHowDialog",
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
                    "group",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Ingripande lag 2” eller ”Områdespoliser Åby”.",
                        max_length=200,
                        verbose_name="Arbetsgrupp",
                    ),
                ),
                ("planned_on", models.DateField(blank=True, null=True, verbose_name="När är den planerad?")),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="När hölls den?")),
                (
                    "employees",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="Hur många arbetar i gruppen?"
                    ),
                ),
                (
                    "invited",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="Hur många blev inbjudna?"
                    ),
                ),
                (
                    "took_part",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Hur många var med?"),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Det som inte får plats i resultaten. Kan lämnas tomt.",
                        max_length=10000,
                        verbose_name="Anteckningar",
                    ),
                ),
                (
                    "minutes_opening",
                    models.PositiveIntegerField(
                        blank=True, help_text="Till exempel 20.", null=True, verbose_name="Inledning, minuter"
                    ),
                ),
                (
                    "minutes_closing",
                    models.PositiveIntegerField(
                        blank=True, help_text="Till exempel 15.", null=True, verbose_name="Summering, minuter"
                    ),
                ),
                (
                    "minutes_ways",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Till exempel 40.",
                        null=True,
                        verbose_name="Arbetssätt, minuter",
                    ),
                ),
                (
                    "minutes_priority",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Till exempel 20.",
                        null=True,
                        verbose_name="Prioritera aktiviteter, minuter",
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
                    "manager",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Ansvarar för dialogen tillsammans med medarbetarna.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Gruppchef",
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
                "verbose_name": "historical medarbetardialog HUR",
                "verbose_name_plural": "historical medarbetardialog HURs",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalQuestion",
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
                    "text",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Öppen, utan svar inbyggt: ”Var känner du dig otrygg, och när?” hellre än ”Vill du se mer polis?”",
                        max_length=300,
                        verbose_name="Fråga",
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
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="dialogs.citizendialog",
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
                "verbose_name": "historical fråga",
                "verbose_name_plural": "historical frågor",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalReachedPart",
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
                    "name",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ett bostadsområde.",
                        max_length=80,
                        verbose_name="Vilken del av området?",
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="Hur många kom därifrån?"
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
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="dialogs.citizendialog",
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
                "verbose_name": "historical del av området",
                "verbose_name_plural": "historical delar av området",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalStaffGroup",
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
                    "name",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Medarbetargruppen i Åby”.",
                        max_length=200,
                        verbose_name="Vad heter gruppen?",
                    ),
                ),
                (
                    "members",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="En funktion per rad, till exempel ”områdespolis Åby” eller ”ingripande lag 2”.",
                        max_length=10000,
                        verbose_name="Vilka är med?",
                    ),
                ),
                (
                    "rhythm",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”första tisdagen varannan månad”.",
                        max_length=200,
                        verbose_name="Hur ofta ses ni?",
                    ),
                ),
                ("appointed_on", models.DateField(blank=True, null=True, verbose_name="När utsågs den?")),
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
                    "manager",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Vem håller ihop den?",
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
                "verbose_name": "historical fast medarbetargrupp",
                "verbose_name_plural": "historical fasta medarbetargrupper",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalWhatDialog",
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
                    "group",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Ingripande lag 2” eller ”Områdespoliser Åby”.",
                        max_length=200,
                        verbose_name="Arbetsgrupp",
                    ),
                ),
                ("planned_on", models.DateField(blank=True, null=True, verbose_name="När är den planerad?")),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="När hölls den?")),
                (
                    "employees",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="Hur många arbetar i gruppen?"
                    ),
                ),
                (
                    "invited",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="Hur många blev inbjudna?"
                    ),
                ),
                (
                    "took_part",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Hur många var med?"),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Det som inte får plats i resultaten. Kan lämnas tomt.",
                        max_length=10000,
                        verbose_name="Anteckningar",
                    ),
                ),
                (
                    "minutes_opening",
                    models.PositiveIntegerField(
                        blank=True, help_text="Till exempel 20.", null=True, verbose_name="Inledning, minuter"
                    ),
                ),
                (
                    "minutes_closing",
                    models.PositiveIntegerField(
                        blank=True, help_text="Till exempel 15.", null=True, verbose_name="Summering, minuter"
                    ),
                ),
                (
                    "minutes_picture",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Till exempel 25.",
                        null=True,
                        verbose_name="Den lokala lägesbilden, minuter",
                    ),
                ),
                (
                    "minutes_focus",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Till exempel 25.",
                        null=True,
                        verbose_name="Fokusområden, minuter",
                    ),
                ),
                (
                    "minutes_priority",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Till exempel 15.",
                        null=True,
                        verbose_name="Prioritera, minuter",
                    ),
                ),
                (
                    "minutes_causes",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Till exempel 30.",
                        null=True,
                        verbose_name="Problem och orsaker, minuter",
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
                    "manager",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Ansvarar för dialogen tillsammans med medarbetarna.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Gruppchef",
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
                "verbose_name": "historical medarbetardialog VAD",
                "verbose_name_plural": "historical medarbetardialog VADs",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HowDialog",
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
                    "group",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Ingripande lag 2” eller ”Områdespoliser Åby”.",
                        max_length=200,
                        verbose_name="Arbetsgrupp",
                    ),
                ),
                ("planned_on", models.DateField(blank=True, null=True, verbose_name="När är den planerad?")),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="När hölls den?")),
                (
                    "employees",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="Hur många arbetar i gruppen?"
                    ),
                ),
                (
                    "invited",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="Hur många blev inbjudna?"
                    ),
                ),
                (
                    "took_part",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Hur många var med?"),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Det som inte får plats i resultaten. Kan lämnas tomt.",
                        max_length=10000,
                        verbose_name="Anteckningar",
                    ),
                ),
                (
                    "minutes_opening",
                    models.PositiveIntegerField(
                        blank=True, help_text="Till exempel 20.", null=True, verbose_name="Inledning, minuter"
                    ),
                ),
                (
                    "minutes_closing",
                    models.PositiveIntegerField(
                        blank=True, help_text="Till exempel 15.", null=True, verbose_name="Summering, minuter"
                    ),
                ),
                (
                    "minutes_ways",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Till exempel 40.",
                        null=True,
                        verbose_name="Arbetssätt, minuter",
                    ),
                ),
                (
                    "minutes_priority",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Till exempel 20.",
                        null=True,
                        verbose_name="Prioritera aktiviteter, minuter",
                    ),
                ),
                (
                    "manager",
                    models.ForeignKey(
                        blank=True,
                        help_text="Ansvarar för dialogen tillsammans med medarbetarna.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Gruppchef",
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
                ("processes", models.ManyToManyField(related_name="%(class)ss", to="processes.process")),
            ],
            options={
                "verbose_name": "medarbetardialog HUR",
            },
        ),
        migrations.CreateModel(
            name="HistoricalHowProposal",
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
                    "text",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Vad kom gruppen fram till?"
                    ),
                ),
                (
                    "declined",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Kommunen bygger redan om platsen i höst”.",
                        max_length=300,
                        verbose_name="Varför går det inte vidare?",
                    ),
                ),
                ("adopted_model", models.CharField(blank=True, default="", editable=False, max_length=60)),
                ("adopted_id", models.BigIntegerField(editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[("way", "Sätt att arbeta"), ("priority", "Prioriterad aktivitet")],
                        default="",
                        max_length=40,
                        verbose_name="Vad handlar det om?",
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
                    "focus_area",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.focusarea",
                        verbose_name="Vilket fokusområde gäller det?",
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
                    "dialog",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="dialogs.howdialog",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical resultat från HUR",
                "verbose_name_plural": "historical resultat från HUR",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HowProposal",
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
                    "text",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Vad kom gruppen fram till?"
                    ),
                ),
                (
                    "declined",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Kommunen bygger redan om platsen i höst”.",
                        max_length=300,
                        verbose_name="Varför går det inte vidare?",
                    ),
                ),
                ("adopted_model", models.CharField(blank=True, default="", editable=False, max_length=60)),
                ("adopted_id", models.BigIntegerField(editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[("way", "Sätt att arbeta"), ("priority", "Prioriterad aktivitet")],
                        default="",
                        max_length=40,
                        verbose_name="Vad handlar det om?",
                    ),
                ),
                (
                    "dialog",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proposals",
                        to="dialogs.howdialog",
                    ),
                ),
                (
                    "focus_area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.focusarea",
                        verbose_name="Vilket fokusområde gäller det?",
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
                "verbose_name": "resultat från HUR",
                "verbose_name_plural": "resultat från HUR",
            },
        ),
        migrations.CreateModel(
            name="Question",
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
                    "text",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Öppen, utan svar inbyggt: ”Var känner du dig otrygg, och när?” hellre än ”Vill du se mer polis?”",
                        max_length=300,
                        verbose_name="Fråga",
                    ),
                ),
                (
                    "dialog",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="questions",
                        to="dialogs.citizendialog",
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
                "verbose_name": "fråga",
                "verbose_name_plural": "frågor",
            },
        ),
        migrations.CreateModel(
            name="ReachedPart",
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
                    "name",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ett bostadsområde.",
                        max_length=80,
                        verbose_name="Vilken del av området?",
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="Hur många kom därifrån?"
                    ),
                ),
                (
                    "dialog",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reached_parts",
                        to="dialogs.citizendialog",
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
                "verbose_name": "del av området",
                "verbose_name_plural": "delar av området",
            },
        ),
        migrations.CreateModel(
            name="SenderAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
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
                    "digital",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="dialogs.digitaldialog",
                    ),
                ),
            ],
            options={
                "verbose_name": "svar till dem som skickat in",
            },
        ),
        migrations.CreateModel(
            name="StaffGroup",
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
                    "name",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Medarbetargruppen i Åby”.",
                        max_length=200,
                        verbose_name="Vad heter gruppen?",
                    ),
                ),
                (
                    "members",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="En funktion per rad, till exempel ”områdespolis Åby” eller ”ingripande lag 2”.",
                        max_length=10000,
                        verbose_name="Vilka är med?",
                    ),
                ),
                (
                    "rhythm",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”första tisdagen varannan månad”.",
                        max_length=200,
                        verbose_name="Hur ofta ses ni?",
                    ),
                ),
                ("appointed_on", models.DateField(blank=True, null=True, verbose_name="När utsågs den?")),
                (
                    "manager",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Vem håller ihop den?",
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
                        related_name="staff_groups",
                        to="processes.process",
                    ),
                ),
            ],
            options={
                "verbose_name": "fast medarbetargrupp",
                "verbose_name_plural": "fasta medarbetargrupper",
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("receipt_hash", models.CharField(max_length=64, unique=True)),
                ("received_on", models.DateField()),
                (
                    "digital",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="submissions",
                        to="dialogs.digitaldialog",
                    ),
                ),
            ],
            options={
                "verbose_name": "inskickat svar",
            },
        ),
        migrations.CreateModel(
            name="View",
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
                    "text",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Så som den sades. Skriv inga namn eller andra personuppgifter.",
                        max_length=10000,
                        verbose_name="Synpunkt",
                    ),
                ),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="När kom den in?")),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="En plats som går att peka ut, eller ”hela området”.",
                        max_length=200,
                        verbose_name="Plats",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("focus", "Blev fokusområde"),
                            ("ordinary", "Tas i ordinarie arbete"),
                            ("passed_on", "Lämnas vidare till annan"),
                            ("beyond", "Kan inte påverkas"),
                            ("routed", "Lämnad som anmälan"),
                        ],
                        default="",
                        help_text="Tomt betyder: ej omhändertagen än.",
                        max_length=40,
                        verbose_name="Vad blev det av synpunkten?",
                    ),
                ),
                (
                    "outcome_words",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Varför det inte kan påverkas, till vem det lämnas eller vem som gör vad. Till exempel ”Gatan är Trafikverkets”. Läses av den som sa det.",
                        max_length=300,
                        verbose_name="Vad ska den som sa det få veta?",
                    ),
                ),
                (
                    "routed_as",
                    models.CharField(
                        choices=[
                            ("report", "Polisanmälan"),
                            ("concern", "Orosanmälan till socialtjänsten"),
                            ("other", "Ärende hos någon annan"),
                        ],
                        default="",
                        editable=False,
                        max_length=20,
                        verbose_name="Lämnad som",
                    ),
                ),
                (
                    "routed_to",
                    models.CharField(default="", editable=False, max_length=200, verbose_name="Lämnad till"),
                ),
                ("routed_at", models.DateTimeField(editable=False, null=True, verbose_name="Lämnad när")),
                (
                    "dialog",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="views",
                        to="dialogs.citizendialog",
                    ),
                ),
                (
                    "merged_under",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="likes",
                        to="dialogs.view",
                        verbose_name="Slogs ihop under",
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
                    "problem",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.problem",
                        verbose_name="Vilket problem i den gemensamma lägesbilden hör den till?",
                    ),
                ),
                (
                    "routed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Lämnad av",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        limit_choices_to={"list": "theme"},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.term",
                        verbose_name="Tema",
                    ),
                ),
                (
                    "worry",
                    models.ForeignKey(
                        blank=True,
                        limit_choices_to={"list": "worry"},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.term",
                        verbose_name="Slag av oro",
                    ),
                ),
            ],
            options={
                "verbose_name": "synpunkt",
                "verbose_name_plural": "synpunkter",
            },
        ),
        migrations.CreateModel(
            name="SubmittedView",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("question", models.CharField(max_length=300)),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="submitted",
                        to="dialogs.submission",
                    ),
                ),
                (
                    "view",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="submitted",
                        to="dialogs.view",
                    ),
                ),
            ],
            options={
                "verbose_name": "inskickad synpunkt",
            },
        ),
        migrations.CreateModel(
            name="HistoricalView",
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
                    "text",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Så som den sades. Skriv inga namn eller andra personuppgifter.",
                        max_length=10000,
                        verbose_name="Synpunkt",
                    ),
                ),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="När kom den in?")),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="En plats som går att peka ut, eller ”hela området”.",
                        max_length=200,
                        verbose_name="Plats",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("focus", "Blev fokusområde"),
                            ("ordinary", "Tas i ordinarie arbete"),
                            ("passed_on", "Lämnas vidare till annan"),
                            ("beyond", "Kan inte påverkas"),
                            ("routed", "Lämnad som anmälan"),
                        ],
                        default="",
                        help_text="Tomt betyder: ej omhändertagen än.",
                        max_length=40,
                        verbose_name="Vad blev det av synpunkten?",
                    ),
                ),
                (
                    "outcome_words",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Varför det inte kan påverkas, till vem det lämnas eller vem som gör vad. Till exempel ”Gatan är Trafikverkets”. Läses av den som sa det.",
                        max_length=300,
                        verbose_name="Vad ska den som sa det få veta?",
                    ),
                ),
                (
                    "routed_as",
                    models.CharField(
                        choices=[
                            ("report", "Polisanmälan"),
                            ("concern", "Orosanmälan till socialtjänsten"),
                            ("other", "Ärende hos någon annan"),
                        ],
                        default="",
                        editable=False,
                        max_length=20,
                        verbose_name="Lämnad som",
                    ),
                ),
                (
                    "routed_to",
                    models.CharField(default="", editable=False, max_length=200, verbose_name="Lämnad till"),
                ),
                ("routed_at", models.DateTimeField(editable=False, null=True, verbose_name="Lämnad när")),
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
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="dialogs.citizendialog",
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
                    "problem",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.problem",
                        verbose_name="Vilket problem i den gemensamma lägesbilden hör den till?",
                    ),
                ),
                (
                    "routed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Lämnad av",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        limit_choices_to={"list": "theme"},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.term",
                        verbose_name="Tema",
                    ),
                ),
                (
                    "worry",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        limit_choices_to={"list": "worry"},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.term",
                        verbose_name="Slag av oro",
                    ),
                ),
                (
                    "merged_under",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="dialogs.view",
                        verbose_name="Slogs ihop under",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical synpunkt",
                "verbose_name_plural": "historical synpunkter",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="WhatDialog",
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
                    "group",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Ingripande lag 2” eller ”Områdespoliser Åby”.",
                        max_length=200,
                        verbose_name="Arbetsgrupp",
                    ),
                ),
                ("planned_on", models.DateField(blank=True, null=True, verbose_name="När är den planerad?")),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="När hölls den?")),
                (
                    "employees",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="Hur många arbetar i gruppen?"
                    ),
                ),
                (
                    "invited",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="Hur många blev inbjudna?"
                    ),
                ),
                (
                    "took_part",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Hur många var med?"),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Det som inte får plats i resultaten. Kan lämnas tomt.",
                        max_length=10000,
                        verbose_name="Anteckningar",
                    ),
                ),
                (
                    "minutes_opening",
                    models.PositiveIntegerField(
                        blank=True, help_text="Till exempel 20.", null=True, verbose_name="Inledning, minuter"
                    ),
                ),
                (
                    "minutes_closing",
                    models.PositiveIntegerField(
                        blank=True, help_text="Till exempel 15.", null=True, verbose_name="Summering, minuter"
                    ),
                ),
                (
                    "minutes_picture",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Till exempel 25.",
                        null=True,
                        verbose_name="Den lokala lägesbilden, minuter",
                    ),
                ),
                (
                    "minutes_focus",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Till exempel 25.",
                        null=True,
                        verbose_name="Fokusområden, minuter",
                    ),
                ),
                (
                    "minutes_priority",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Till exempel 15.",
                        null=True,
                        verbose_name="Prioritera, minuter",
                    ),
                ),
                (
                    "minutes_causes",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Till exempel 30.",
                        null=True,
                        verbose_name="Problem och orsaker, minuter",
                    ),
                ),
                (
                    "manager",
                    models.ForeignKey(
                        blank=True,
                        help_text="Ansvarar för dialogen tillsammans med medarbetarna.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Gruppchef",
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
                ("processes", models.ManyToManyField(related_name="%(class)ss", to="processes.process")),
            ],
            options={
                "verbose_name": "medarbetardialog VAD",
            },
        ),
        migrations.CreateModel(
            name="Proposal",
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
                    "text",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Vad kom gruppen fram till?"
                    ),
                ),
                (
                    "declined",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Kommunen bygger redan om platsen i höst”.",
                        max_length=300,
                        verbose_name="Varför går det inte vidare?",
                    ),
                ),
                ("adopted_model", models.CharField(blank=True, default="", editable=False, max_length=60)),
                ("adopted_id", models.BigIntegerField(editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("picture", "Lokal lägesbild"),
                            ("focus", "Fokusområde"),
                            ("priority", "Prioritering"),
                            ("problem", "Beskrivning av problemet"),
                            ("cause", "Orsak till problemet"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Vad handlar det om?",
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
                    "dialog",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proposals",
                        to="dialogs.whatdialog",
                    ),
                ),
            ],
            options={
                "verbose_name": "resultat från VAD",
                "verbose_name_plural": "resultat från VAD",
            },
        ),
        migrations.CreateModel(
            name="HistoricalProposal",
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
                    "text",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Vad kom gruppen fram till?"
                    ),
                ),
                (
                    "declined",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Kommunen bygger redan om platsen i höst”.",
                        max_length=300,
                        verbose_name="Varför går det inte vidare?",
                    ),
                ),
                ("adopted_model", models.CharField(blank=True, default="", editable=False, max_length=60)),
                ("adopted_id", models.BigIntegerField(editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("picture", "Lokal lägesbild"),
                            ("focus", "Fokusområde"),
                            ("priority", "Prioritering"),
                            ("problem", "Beskrivning av problemet"),
                            ("cause", "Orsak till problemet"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Vad handlar det om?",
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
                    "dialog",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="dialogs.whatdialog",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical resultat från VAD",
                "verbose_name_plural": "historical resultat från VAD",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="DialogText",
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
                        blank=True,
                        choices=[
                            ("invitation", "Inbjudan"),
                            ("closing", "Innan vi slutar"),
                            ("summary", "Sammanfattning"),
                            ("feedback", "Återkoppling: du sa – vi gjorde"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Vilken text?",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Rader som börjar med # blir rubriker. Rader som börjar med – blir punkter.",
                        max_length=10000,
                        verbose_name="Texten",
                    ),
                ),
                (
                    "dialog",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="texts",
                        to="dialogs.citizendialog",
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
                "verbose_name": "text",
                "verbose_name_plural": "texter",
                "constraints": [
                    models.UniqueConstraint(fields=("dialog", "kind"), name="one_text_of_a_kind")
                ],
            },
        ),
    ]
    operations = at_once(operations)
