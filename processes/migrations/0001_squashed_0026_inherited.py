"""Everything up to 0026 at once, for a new database; one that was made before goes on step by step."""

from importlib import import_module

import django.core.serializers.json
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import processes.models.collaboration
import processes.models.communication
from processes.tables import at_once


def words(apps, schema_editor):
    """The words the lists begin with, laid as the single steps laid them."""
    step = {name: import_module(f"processes.migrations.{name}") for name in WORDS}
    step["0003_words"].begin(apps, schema_editor)
    step["0011_one_list_of_themes"].rename("focus_theme", "theme")(apps, schema_editor)
    step["0011_one_list_of_themes"].add(apps, schema_editor)
    for name in WORDS[2:]:
        step[name].begin(apps, schema_editor)


WORDS = (
    "0003_words",
    "0011_one_list_of_themes",
    "0013_participation",
    "0015_communication_ladder",
    "0022_picture_words",
    "0025_grounds",
)


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("processes", "0001_initial"),
        ("processes", "0002_understand_and_plan"),
        ("processes", "0003_words"),
        ("processes", "0004_reasons_in_full"),
        ("processes", "0005_stand_ins"),
        ("processes", "0006_handover"),
        ("processes", "0007_handled_today"),
        ("processes", "0008_accepted_terms"),
        ("processes", "0009_words_are_records"),
        ("processes", "0010_silenced_hint"),
        ("processes", "0011_one_list_of_themes"),
        ("processes", "0012_ladders"),
        ("processes", "0013_participation"),
        ("processes", "0014_telling"),
        ("processes", "0015_communication_ladder"),
        ("processes", "0016_imported"),
        ("processes", "0017_intelligence_content"),
        ("processes", "0018_entry_origin"),
        ("processes", "0019_party_dates"),
        ("processes", "0020_population"),
        ("processes", "0021_local_picture"),
        ("processes", "0022_picture_words"),
        ("processes", "0023_region_decisions"),
        ("processes", "0024_feedback_public"),
        ("processes", "0025_grounds"),
        ("processes", "0026_inherited"),
    ]
    dependencies = [("auth", "0012_alter_user_first_name_max_length")]
    operations = [
        migrations.CreateModel(
            name="FocusArea",
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
                    models.CharField(blank=True, default="", max_length=200, verbose_name="Fokusområde"),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("area", "Geografiskt område"),
                            ("type", "Typ av brott eller ordningsstörning"),
                            ("group", "Grupp"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Slag",
                    ),
                ),
                (
                    "grounds",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                "Geografiskt område",
                                [
                                    ("area_insecurity", "Hög upplevd otrygghet"),
                                    ("area_crime", "Hög brottslighet"),
                                    ("area_both", "Både hög otrygghet och hög brottslighet"),
                                ],
                            ),
                            (
                                "Typ av brott eller ordningsstörning",
                                [
                                    ("type_insecurity", "Påverkar tryggheten mycket"),
                                    ("type_common", "Vanligast"),
                                    ("type_increase", "Har ökat mest"),
                                    ("type_deviates", "Avviker från andra områden"),
                                    ("type_cost", "Kostar samhället mycket"),
                                ],
                            ),
                            (
                                "Grupp",
                                [("group_exposed", "Mest utsatt"), ("group_causes", "Orsakar problemet")],
                            ),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Vad talar mest för det?",
                    ),
                ),
                (
                    "priority",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="1 är viktigast. Behövs bara när ni väljer flera.",
                        null=True,
                        verbose_name="Prioritet",
                    ),
                ),
                (
                    "influence",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Vad varje part kan påverka, med vilka åtgärder och med vilka resurser.",
                        max_length=10000,
                        verbose_name="Hur långt räcker var och en?",
                    ),
                ),
                (
                    "target_picture",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=10000,
                        verbose_name="Målbild: vad ska det gemensamma arbetet leda till?",
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Kommun, stadsdel, tätort eller namngiven plats. Tomt betyder hela området.",
                        max_length=200,
                        verbose_name="Plats",
                    ),
                ),
                (
                    "becomes_promise",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Ska det bli ett medborgarlöfte?",
                    ),
                ),
                (
                    "score_extent",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(0, "Inte alls"), (1, "Lite"), (2, "Ganska mycket"), (3, "Mycket")],
                        null=True,
                        verbose_name="Hur omfattande är problemet?",
                    ),
                ),
                (
                    "score_worry",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(0, "Inte alls"), (1, "Lite"), (2, "Ganska mycket"), (3, "Mycket")],
                        null=True,
                        verbose_name="Hur mycket oroar det medborgarna?",
                    ),
                ),
                (
                    "score_harm",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(0, "Inte alls"), (1, "Lite"), (2, "Ganska mycket"), (3, "Mycket")],
                        null=True,
                        verbose_name="Hur stor skada gör det?",
                    ),
                ),
                (
                    "score_influence",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(0, "Inte alls"), (1, "Lite"), (2, "Ganska mycket"), (3, "Mycket")],
                        null=True,
                        verbose_name="Hur mycket kan ni tillsammans påverka det?",
                    ),
                ),
            ],
            options={
                "verbose_name": "fokusområde",
                "verbose_name_plural": "fokusområden",
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=160, unique=True, verbose_name="Namn")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("police", "Polisen"),
                            ("municipality", "Kommun"),
                            ("partner", "Annan aktör"),
                        ],
                        max_length=20,
                        verbose_name="Slag",
                    ),
                ),
            ],
            options={
                "verbose_name": "organisation",
                "verbose_name_plural": "organisationer",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                ("email", models.EmailField(max_length=254, unique=True, verbose_name="E-postadress")),
                ("name", models.CharField(max_length=120, verbose_name="Namn")),
                ("title", models.CharField(blank=True, default="", max_length=120, verbose_name="Titel")),
                ("is_active", models.BooleanField(default=True, verbose_name="Aktiv")),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "användare",
                "verbose_name_plural": "användare",
            },
        ),
        migrations.CreateModel(
            name="Area",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=160, verbose_name="Namn")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("region", "Polisregion"),
                            ("district", "Polisområde"),
                            ("local_police_area", "Lokalpolisområde"),
                            ("municipality", "Kommun"),
                            ("city_district", "Stadsdel"),
                            ("locality", "Tätort"),
                            ("place", "Namngiven plats"),
                        ],
                        max_length=20,
                        verbose_name="Slag",
                    ),
                ),
                ("path", models.CharField(db_index=True, editable=False, max_length=200)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="processes.area",
                    ),
                ),
            ],
            options={
                "verbose_name": "område",
                "verbose_name_plural": "områden",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Cause",
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
                        help_text="Fråga varför igen tills ni når något som går att påverka.",
                        max_length=500,
                        verbose_name="Varför händer det?",
                    ),
                ),
                (
                    "horizon",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("near", "Nära: går att påverka nu"),
                            ("remote", "Avlägsen: verkar på lång sikt"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Hur nära ligger orsaken?",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("offender", "Gärningsperson"),
                            ("target", "Offer eller objekt"),
                            ("place", "Plats"),
                            ("handler", "Övervakare av gärningspersonen"),
                            ("guardian", "Beskyddare av offret eller objektet"),
                            ("manager", "Platsansvarig"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Sida i problemanalystriangeln",
                    ),
                ),
                (
                    "who_can_act",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=200,
                        verbose_name="Vem kan åtgärda eller minska den?",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        help_text="Tomt betyder problemet självt.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.cause",
                        verbose_name="Förklarar vilken orsak?",
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
                "verbose_name": "orsak",
                "verbose_name_plural": "orsaker",
            },
        ),
        migrations.CreateModel(
            name="Activity",
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
                    "what",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Verb, mängd, plats och tid.",
                        max_length=300,
                        verbose_name="Vad ska ni göra?",
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Tomt betyder hela fokusområdets plats.",
                        max_length=200,
                        verbose_name="Var?",
                    ),
                ),
                (
                    "period_start",
                    models.DateField(
                        blank=True,
                        help_text="Tomt betyder när rundans period börjar.",
                        null=True,
                        verbose_name="Börjar",
                    ),
                ),
                (
                    "period_end",
                    models.DateField(
                        blank=True,
                        help_text="Tomt betyder när rundans period slutar.",
                        null=True,
                        verbose_name="Slutar",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("offender", "Gärningsperson"),
                            ("target", "Offer eller objekt"),
                            ("place", "Plats"),
                            ("handler", "Övervakare av gärningspersonen"),
                            ("guardian", "Beskyddare av offret eller objektet"),
                            ("manager", "Platsansvarig"),
                        ],
                        default="",
                        help_text="Om den inte riktar sig mot en viss orsak.",
                        max_length=40,
                        verbose_name="Sida i problemanalystriangeln",
                    ),
                ),
                (
                    "technique",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                "Öka ansträngningen",
                                [
                                    ("harden_target", "Skydda målet"),
                                    ("control_access", "Kontrollera tillträde"),
                                    ("screen_exits", "Kontrollera utgångar"),
                                    ("deflect_offenders", "Avled gärningspersoner"),
                                    ("control_tools", "Kontrollera verktyg och vapen"),
                                ],
                            ),
                            (
                                "Öka risken",
                                [
                                    ("extend_guardianship", "Fler som ser och bryr sig"),
                                    ("natural_surveillance", "Underlätta naturlig övervakning"),
                                    ("reduce_anonymity", "Minska anonymiteten"),
                                    ("place_managers", "Använd dem som ansvarar för platsen"),
                                    ("formal_surveillance", "Stärk den formella bevakningen"),
                                ],
                            ),
                            (
                                "Minska vinsten",
                                [
                                    ("conceal_target", "Dölj målet"),
                                    ("remove_target", "Ta bort målet"),
                                    ("identify_property", "Märk egendom"),
                                    ("disrupt_markets", "Stör marknaden för stöldgods och droger"),
                                    ("deny_benefits", "Gör bytet värdelöst"),
                                ],
                            ),
                            (
                                "Minska provokationer",
                                [
                                    ("reduce_frustration", "Minska frustration och stress"),
                                    ("avoid_disputes", "Förebygg tvister"),
                                    ("reduce_arousal", "Minska upphetsning och lockelse"),
                                    ("neutralise_peers", "Motverka grupptryck"),
                                    ("discourage_imitation", "Motverka efterhärmning"),
                                ],
                            ),
                            (
                                "Ta bort ursäkter",
                                [
                                    ("set_rules", "Sätt tydliga regler"),
                                    ("post_instructions", "Skylta och påminn"),
                                    ("alert_conscience", "Väck samvetet"),
                                    ("assist_compliance", "Gör det lätt att göra rätt"),
                                    ("control_substances", "Kontrollera alkohol och droger"),
                                ],
                            ),
                        ],
                        default="",
                        help_text="En av de 25 situationella teknikerna, om någon passar.",
                        max_length=40,
                        verbose_name="Teknik",
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("research", "Forskning"),
                            ("evaluated", "Utvärderad metod"),
                            ("experience", "Egen dokumenterad erfarenhet"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Vad bygger valet på?",
                    ),
                ),
                (
                    "ground_reference",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Titel, länk eller vilken erfarenhet.",
                        max_length=300,
                        verbose_name="Hänvisning",
                    ),
                ),
                (
                    "horizon",
                    models.CharField(
                        blank=True,
                        choices=[("immediate", "Omedelbar effekt"), ("long_term", "Långsiktig effekt")],
                        default="",
                        max_length=40,
                        verbose_name="Vilken effekt väntar ni er?",
                    ),
                ),
                (
                    "position",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="1 görs först, sedan 2. Behövs för det som verkar på lång sikt; tomt kan göras genast.",
                        null=True,
                        verbose_name="Ordning",
                    ),
                ),
                (
                    "expected_effect",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(0, "Inte alls"), (1, "Lite"), (2, "Ganska mycket"), (3, "Mycket")],
                        null=True,
                        verbose_name="Hur stor effekt väntar ni er?",
                    ),
                ),
                (
                    "effort",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(0, "Inte alls"), (1, "Lite"), (2, "Ganska mycket"), (3, "Mycket")],
                        null=True,
                        verbose_name="Hur mycket arbete krävs?",
                    ),
                ),
                (
                    "involves_citizens",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Är medborgarna med och gör något?",
                    ),
                ),
                (
                    "society",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Också det som kan bli sämre för någon.",
                        max_length=300,
                        verbose_name="Nytta och skada för samhället",
                    ),
                ),
                (
                    "target_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("at_least", "Minst så många"),
                            ("exactly", "Exakt så många"),
                            ("per_week", "Så många per vecka"),
                            ("per_month", "Så många per månad"),
                            ("at_most_hours", "Högst så många timmar"),
                            ("hours", "Minst så många arbetade timmar"),
                            ("on_demand", "Vid behov"),
                            ("yes_no", "Görs eller görs inte"),
                            ("none", "Inget mål i tal"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Hur mäts det?",
                    ),
                ),
                (
                    "target_value",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="Mål"
                    ),
                ),
                (
                    "target_unit",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”kontroller”.",
                        max_length=200,
                        verbose_name="Enhet",
                    ),
                ),
                (
                    "what_counts",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”minst två poliser i en timme”.",
                        max_length=300,
                        verbose_name="Vad räknas?",
                    ),
                ),
                (
                    "no_number_reason",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Vid behov, eller när inget mått går att sätta.",
                        max_length=200,
                        verbose_name="Varför finns inget tal?",
                    ),
                ),
                (
                    "after",
                    models.ForeignKey(
                        blank=True,
                        help_text="Om den bygger på att något annat är gjort.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.activity",
                        verbose_name="Vilken aktivitet måste komma före?",
                    ),
                ),
                (
                    "cause",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.cause",
                        verbose_name="Vilken orsak riktar den sig mot?",
                    ),
                ),
                (
                    "focus_area",
                    models.ForeignKey(
                        blank=True,
                        help_text="Tomt betyder orsakens fokusområde.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.focusarea",
                        verbose_name="Fokusområde",
                    ),
                ),
            ],
            options={
                "verbose_name": "aktivitet",
                "verbose_name_plural": "aktiviteter",
            },
        ),
        migrations.CreateModel(
            name="Goal",
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
                            ("effect", "Effektmål: vad som ska bli annorlunda"),
                            ("production", "Produktionsmål: vad en aktivitet ska ge"),
                        ],
                        default="effect",
                        max_length=20,
                        verbose_name="Slag av mål",
                    ),
                ),
                (
                    "text",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Använd ett ord som anger rörelse: minska, öka, utveckla.",
                        max_length=300,
                        verbose_name="Mål",
                    ),
                ),
                (
                    "indicator",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Vad ni mäter för att se effekten.",
                        max_length=200,
                        verbose_name="Indikator",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”per år” eller ”procent”.",
                        max_length=60,
                        verbose_name="Enhet",
                    ),
                ),
                (
                    "no_number_reason",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Bara om inget mått går att sätta.",
                        max_length=300,
                        verbose_name="Varför finns inget tal, och hur märks det i stället?",
                    ),
                ),
                (
                    "baseline_value",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="Utgångsvärde"
                    ),
                ),
                (
                    "baseline_on",
                    models.DateField(blank=True, null=True, verbose_name="Utgångsvärdet gäller den"),
                ),
                (
                    "target_value",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="Målvärde"
                    ),
                ),
                (
                    "comparison_area",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Ett liknande område där ni inte gör samma sak.",
                        max_length=200,
                        verbose_name="Jämför med",
                    ),
                ),
                (
                    "comparison_value",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        verbose_name="Utgångsvärdet där",
                    ),
                ),
                (
                    "due_on",
                    models.DateField(
                        blank=True,
                        help_text="Tomt betyder när rundans period slutar.",
                        null=True,
                        verbose_name="Ska nås senast",
                    ),
                ),
                (
                    "plan_goal",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Det mål som detta bidrar till.",
                        max_length=200,
                        verbose_name="Mål i verksamhetsplanen",
                    ),
                ),
                (
                    "follow_up_by",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Tomt betyder som i planen.",
                        max_length=200,
                        verbose_name="Vem följer upp?",
                    ),
                ),
                (
                    "follow_up_how",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Tomt betyder som i planen.",
                        max_length=200,
                        verbose_name="Hur?",
                    ),
                ),
                (
                    "follow_up_on",
                    models.DateField(
                        blank=True, help_text="Tomt betyder som i planen.", null=True, verbose_name="När?"
                    ),
                ),
                (
                    "follow_up_on_demand",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="I stället för ett datum.",
                        max_length=200,
                        verbose_name="Följs upp vid behov, därför att",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        help_text="För ett produktionsmål.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.activity",
                        verbose_name="Aktivitet",
                    ),
                ),
                (
                    "cause",
                    models.ForeignKey(
                        blank=True,
                        help_text="För ett effektmål.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.cause",
                        verbose_name="Vilken orsak ska minska?",
                    ),
                ),
                (
                    "focus_area",
                    models.ForeignKey(
                        blank=True,
                        help_text="Tomt betyder orsakens fokusområde.",
                        null=True,
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
            ],
            options={
                "verbose_name": "mål",
                "verbose_name_plural": "mål",
            },
        ),
        migrations.AddField(
            model_name="activity",
            name="goal",
            field=models.ForeignKey(
                blank=True,
                help_text="Tomt betyder orsakens mål.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="processes.goal",
                verbose_name="Vilket effektmål bidrar den till?",
            ),
        ),
        migrations.CreateModel(
            name="LocalSituation",
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
                ("title", models.CharField(blank=True, default="", max_length=200, verbose_name="Namn")),
                ("period_start", models.DateField(blank=True, null=True, verbose_name="Perioden börjar")),
                ("period_end", models.DateField(blank=True, null=True, verbose_name="Perioden slutar")),
                ("dated_on", models.DateField(blank=True, null=True, verbose_name="Lägesbilden är daterad")),
                (
                    "staff_result",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Vad medarbetarna lade till eller ändrade i bilden.",
                        max_length=10000,
                        verbose_name="Så togs VAD-dialogens resultat in",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="situations",
                        to="processes.area",
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
                "verbose_name": "lokal lägesbild",
            },
        ),
        migrations.CreateModel(
            name="IntelligenceReference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Beteckning, inte innehåll.",
                        max_length=200,
                        verbose_name="Vilket underlag gäller det?",
                    ),
                ),
                (
                    "keeper",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Underrättelseenheten, diariet”.",
                        max_length=200,
                        verbose_name="Vem förvarar det?",
                    ),
                ),
                ("dated_on", models.DateField(blank=True, null=True, verbose_name="Daterat")),
                (
                    "considered",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Har det vägts in i lägesbilden?",
                    ),
                ),
                (
                    "content",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Bara det som behövs för lägesbilden. Inga uppgifter om källor.",
                        max_length=10000,
                        verbose_name="Innehåll",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "situation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="intelligence_references",
                        to="processes.localsituation",
                    ),
                ),
            ],
            options={
                "verbose_name": "hänvisning till underrättelseunderlag",
                "verbose_name_plural": "hänvisningar till underrättelseunderlag",
            },
        ),
        migrations.CreateModel(
            name="HistoricalIntelligenceReference",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "what",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Beteckning, inte innehåll.",
                        max_length=200,
                        verbose_name="Vilket underlag gäller det?",
                    ),
                ),
                (
                    "keeper",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Underrättelseenheten, diariet”.",
                        max_length=200,
                        verbose_name="Vem förvarar det?",
                    ),
                ),
                ("dated_on", models.DateField(blank=True, null=True, verbose_name="Daterat")),
                (
                    "considered",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Har det vägts in i lägesbilden?",
                    ),
                ),
                (
                    "content",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Bara det som behövs för lägesbilden. Inga uppgifter om källor.",
                        max_length=10000,
                        verbose_name="Innehåll",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
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
                    "situation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.localsituation",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical hänvisning till underrättelseunderlag",
                "verbose_name_plural": "historical hänvisningar till underrättelseunderlag",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="AccessLog",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("opened", "Öppnade"),
                            ("searched", "Sökte"),
                            ("exported", "Hämtade ut"),
                            ("added", "Skrev in"),
                            ("changed", "Ändrade"),
                            ("removed", "Tog bort"),
                            ("reviewed", "Granskade loggen"),
                        ],
                        default="opened",
                        max_length=10,
                        verbose_name="Vad",
                    ),
                ),
                (
                    "what",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="Vad det gällde"),
                ),
                ("purpose", models.CharField(max_length=500, verbose_name="Ändamål")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="När")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "situation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.localsituation",
                    ),
                ),
            ],
            options={
                "verbose_name": "åtkomst",
                "verbose_name_plural": "åtkomster",
            },
        ),
        migrations.CreateModel(
            name="MaterialOrder",
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
                    "what",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Platser och tider för rån mot unga, tolv månader”.",
                        max_length=200,
                        verbose_name="Vad beställer du?",
                    ),
                ),
                (
                    "recipient",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel underrättelsetjänsten, ekonomi eller HR.",
                        max_length=200,
                        verbose_name="Från vilken funktion?",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="Ska komma senast")),
                ("delivered_on", models.DateField(blank=True, null=True, verbose_name="När kom det?")),
                (
                    "delivered_where",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ett diarienummer eller en mapp. Inte innehållet.",
                        max_length=200,
                        verbose_name="Var finns det?",
                    ),
                ),
                ("reminded_on", models.DateField(editable=False, null=True, verbose_name="Påmind")),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        help_text="Får beställningen under Mitt arbete.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Vem ska leverera?",
                    ),
                ),
                (
                    "situation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="orders",
                        to="processes.localsituation",
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
                "verbose_name": "beställning",
                "verbose_name_plural": "beställningar",
            },
        ),
        migrations.CreateModel(
            name="HistoricalTerm",
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
                    "list",
                    models.CharField(
                        choices=[
                            ("theme", "Teman"),
                            ("worry", "Slag av oro"),
                            ("activity_type", "Slag av aktiviteter"),
                            ("survey", "Trygghetsmätningens frågor"),
                            ("crime", "Slag av brott"),
                            ("source", "Källor till lägesbilden"),
                            ("participation", "Grader av delaktighet"),
                            ("communication", "Kommunikationstrappan"),
                            ("ground", "Grunder för att inte lämna ut"),
                        ],
                        max_length=30,
                        verbose_name="Lista",
                    ),
                ),
                ("label", models.CharField(max_length=120, verbose_name="Ord")),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Plats i ordningen")),
                (
                    "meaning",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="Vad det betyder"),
                ),
                (
                    "remark",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=200,
                        verbose_name="Att tänka på för den som väljer det",
                    ),
                ),
                ("retired", models.BooleanField(default=False, verbose_name="Används inte längre")),
                ("code", models.CharField(blank=True, default="", editable=False, max_length=20)),
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
                "verbose_name": "historical ord i en lista",
                "verbose_name_plural": "historical ord i listor",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSituationSource",
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
                        help_text="Till exempel ”Polisens trygghetsmätning”.",
                        max_length=200,
                        verbose_name="Källa",
                    ),
                ),
                ("dated_on", models.DateField(blank=True, null=True, verbose_name="Källan är daterad")),
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
                    "situation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.localsituation",
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
                "verbose_name": "historical källa",
                "verbose_name_plural": "historical källas",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSituationSeries",
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
                        help_text="Till exempel ”Anmälda cykelstölder”.",
                        max_length=200,
                        verbose_name="Vad visar siffrorna?",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("count", "Antal"),
                            ("per_1000", "Per 1 000 invånare"),
                            ("per_100000", "Per 100 000 invånare"),
                            ("percent", "Procent"),
                            ("index", "Index 0–6"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Vilken enhet?",
                    ),
                ),
                (
                    "figures",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="En rad för varje år, kvartal eller månad. Klistra gärna in från Excel. Vill ni jämföra: skriv områdenas namn på första raden, ert eget först: ”År; Ekhamra; Länet”, sedan ”2026; 23; 9,1”.",
                        max_length=10000,
                        verbose_name="Siffrorna",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Brå, anmälda brott”.",
                        max_length=200,
                        verbose_name="Varifrån kommer siffrorna?",
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
                    "situation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.localsituation",
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
                "verbose_name": "historical sifferserie",
                "verbose_name_plural": "historical sifferserier",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSituationEntry",
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
                            ("problem", "Vanligt problem"),
                            ("risk", "Risk att utsättas"),
                            ("development", "Utveckling över tid"),
                            ("opportunity", "Möjlighet att ta till vara"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Vad är det?",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Buskörning längs Ågatan efter skoltid”.",
                        max_length=200,
                        verbose_name="Kort beskrivning",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Var, när och vilka det drabbar. Inga personer.",
                        max_length=10000,
                        verbose_name="Mer om det",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”VAD-dialogen” eller ”trygghetsmätningen”.",
                        max_length=200,
                        verbose_name="Varifrån kommer uppgiften?",
                    ),
                ),
                (
                    "dated_on",
                    models.DateField(blank=True, null=True, verbose_name="Vilket datum gäller uppgiften?"),
                ),
                ("origin_model", models.CharField(blank=True, default="", editable=False, max_length=60)),
                ("origin_id", models.BigIntegerField(editable=False, null=True)),
                ("origin_about", models.CharField(blank=True, default="", editable=False, max_length=40)),
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
                    "situation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.localsituation",
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
                "verbose_name_plural": "historical iakttagelses",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalRegionDecision",
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
                        help_text="Till exempel ”Inriktningsbeslut medborgarlöften 2027–2028”.",
                        max_length=200,
                        verbose_name="Vad heter beslutet?",
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="När fattades det?")),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="Gäller från och med")),
                (
                    "valid_until",
                    models.DateField(
                        blank=True,
                        help_text="Tomt betyder tills vidare.",
                        null=True,
                        verbose_name="Gäller till och med",
                    ),
                ),
                ("link", models.URLField(blank=True, default="", max_length=500, verbose_name="Länk")),
                ("file", models.TextField(blank=True, max_length=100, verbose_name="Fil")),
                ("sha256", models.CharField(blank=True, default="", editable=False, max_length=64)),
                ("content_type", models.CharField(blank=True, default="", editable=False, max_length=80)),
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
                    "region",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.area",
                        verbose_name="Region",
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
                "verbose_name": "historical inriktningsbeslut",
                "verbose_name_plural": "historical inriktningsbeslut",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalProblemAnalysis",
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
                    "what",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Vad är problemet?"
                    ),
                ),
                (
                    "where",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Och vad i situationen förklarar att det är just där?",
                        max_length=500,
                        verbose_name="Var händer det?",
                    ),
                ),
                (
                    "where_traits",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel mörkt, avsides, svårt att överblicka, mycket folk.",
                        max_length=500,
                        verbose_name="Drag hos platsen",
                    ),
                ),
                (
                    "when",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="När händer det?"),
                ),
                (
                    "who_causes",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Grupper och roller, aldrig enskilda personer.",
                        max_length=500,
                        verbose_name="Vem orsakar det?",
                    ),
                ),
                (
                    "causes_traits",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel onykter, impulsstyrd, i grupp, har vana.",
                        max_length=500,
                        verbose_name="Drag hos dem som orsakar det",
                    ),
                ),
                (
                    "who_is_hit",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Grupper eller föremål, aldrig enskilda personer.",
                        max_length=500,
                        verbose_name="Vem eller vad drabbas?",
                    ),
                ),
                (
                    "hit_traits",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel olåst, lättillgängligt, ensam, oerfaren.",
                        max_length=500,
                        verbose_name="Drag hos den eller det som drabbas",
                    ),
                ),
                (
                    "consequences",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Skadan, och för vem.",
                        max_length=500,
                        verbose_name="Vilka blir följderna?",
                    ),
                ),
                (
                    "event_chain",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="En händelse per rad, i den ordning de kommer: före, under, efter.",
                        max_length=10000,
                        verbose_name="Vad brukar hända, steg för steg?",
                    ),
                ),
                (
                    "handled_today",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Vad var och en gör redan.",
                        max_length=10000,
                        verbose_name="Hur hanteras problemet i dag?",
                    ),
                ),
                (
                    "handled_strengths",
                    models.TextField(
                        blank=True, default="", max_length=10000, verbose_name="Vad fungerar i det?"
                    ),
                ),
                (
                    "handled_limits",
                    models.TextField(
                        blank=True, default="", max_length=10000, verbose_name="Var tar det stopp?"
                    ),
                ),
                (
                    "comparison",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=10000,
                        verbose_name="Hur ser det ut i liknande områden?",
                    ),
                ),
                (
                    "outlook",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Omvärld och trender.",
                        max_length=10000,
                        verbose_name="Vad är på väg?",
                    ),
                ),
                (
                    "expectations",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Av polisen, av kommunen och av varandra.",
                        max_length=10000,
                        verbose_name="Vad väntar sig medborgarna?",
                    ),
                ),
                ("met_on", models.DateField(blank=True, null=True, verbose_name="När möttes ni?")),
                (
                    "participants",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Roller och organisationer. Bjud gärna in berörda medborgare.",
                        max_length=10000,
                        verbose_name="Vilka var med?",
                    ),
                ),
                (
                    "minutes",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Det som sades och bestämdes, i korthet.",
                        max_length=10000,
                        verbose_name="Minnesanteckningar",
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
            ],
            options={
                "verbose_name": "historical problemanalys",
                "verbose_name_plural": "historical problemanalyser",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMaterialOrder",
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
                    "what",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Platser och tider för rån mot unga, tolv månader”.",
                        max_length=200,
                        verbose_name="Vad beställer du?",
                    ),
                ),
                (
                    "recipient",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel underrättelsetjänsten, ekonomi eller HR.",
                        max_length=200,
                        verbose_name="Från vilken funktion?",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="Ska komma senast")),
                ("delivered_on", models.DateField(blank=True, null=True, verbose_name="När kom det?")),
                (
                    "delivered_where",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ett diarienummer eller en mapp. Inte innehållet.",
                        max_length=200,
                        verbose_name="Var finns det?",
                    ),
                ),
                ("reminded_on", models.DateField(editable=False, null=True, verbose_name="Påmind")),
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
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Får beställningen under Mitt arbete.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Vem ska leverera?",
                    ),
                ),
                (
                    "situation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.localsituation",
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
                "verbose_name": "historical beställning",
                "verbose_name_plural": "historical beställningar",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalLocalSituation",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("round_id", models.BigIntegerField(db_index=True, editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("changed_at", models.DateTimeField(blank=True, editable=False)),
                ("title", models.CharField(blank=True, default="", max_length=200, verbose_name="Namn")),
                ("period_start", models.DateField(blank=True, null=True, verbose_name="Perioden börjar")),
                ("period_end", models.DateField(blank=True, null=True, verbose_name="Perioden slutar")),
                ("dated_on", models.DateField(blank=True, null=True, verbose_name="Lägesbilden är daterad")),
                (
                    "staff_result",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Vad medarbetarna lade till eller ändrade i bilden.",
                        max_length=10000,
                        verbose_name="Så togs VAD-dialogens resultat in",
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
                "verbose_name": "historical lokal lägesbild",
                "verbose_name_plural": "historical lokal lägesbilds",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAreaPopulation",
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
                    "year",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="Vilket års slut gäller siffrorna?"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”SCB, folkmängd efter ålder och kön”.",
                        max_length=200,
                        verbose_name="Varifrån kommer de?",
                    ),
                ),
                ("counts", models.JSONField(default=dict)),
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
                "verbose_name": "historical befolkning",
                "verbose_name_plural": "historical befolkning",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalActivityAim",
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
                    "side",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("offender", "Gärningsperson"),
                            ("target", "Offer eller objekt"),
                            ("place", "Plats"),
                            ("handler", "Övervakare av gärningspersonen"),
                            ("guardian", "Beskyddare av offret eller objektet"),
                            ("manager", "Platsansvarig"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Sida i problemanalystriangeln",
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
                    "cause",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.cause",
                        verbose_name="Orsak",
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
                        verbose_name="Effektmål",
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
                "verbose_name": "historical ytterligare riktning",
                "verbose_name_plural": "historical ytterligare riktningar",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="focusarea",
            name="owner",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="processes.organisation",
            ),
        ),
        migrations.CreateModel(
            name="ActivityAim",
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
                    "side",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("offender", "Gärningsperson"),
                            ("target", "Offer eller objekt"),
                            ("place", "Plats"),
                            ("handler", "Övervakare av gärningspersonen"),
                            ("guardian", "Beskyddare av offret eller objektet"),
                            ("manager", "Platsansvarig"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Sida i problemanalystriangeln",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aims",
                        to="processes.activity",
                        verbose_name="Aktivitet",
                    ),
                ),
                (
                    "cause",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.cause",
                        verbose_name="Orsak",
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
                        verbose_name="Effektmål",
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
                "verbose_name": "ytterligare riktning",
                "verbose_name_plural": "ytterligare riktningar",
            },
        ),
        migrations.AddField(
            model_name="activity",
            name="owner",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="processes.organisation",
            ),
        ),
        migrations.CreateModel(
            name="OwnPicture",
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
                        help_text="Till exempel ”Kommunens lägesbild” eller ”Skolans bild”.",
                        max_length=200,
                        verbose_name="Vad ska lägesbilden heta?",
                    ),
                ),
                ("dated_on", models.DateField(blank=True, null=True, verbose_name="Lägesbilden är daterad")),
                (
                    "text",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Det ni vill att de andra parterna tar med sig. Inga personer.",
                        max_length=10000,
                        verbose_name="Det viktigaste i korthet",
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
                "verbose_name": "egen lägesbild",
                "verbose_name_plural": "egna lägesbilder",
            },
        ),
        migrations.CreateModel(
            name="OwnEntry",
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
                            ("problem", "Vanligt problem"),
                            ("risk", "Risk att utsättas"),
                            ("development", "Utveckling över tid"),
                            ("opportunity", "Möjlighet att ta till vara"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Vad är det?",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Buskörning längs Ågatan efter skoltid”.",
                        max_length=200,
                        verbose_name="Kort beskrivning",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Var, när och vilka det drabbar. Inga personer.",
                        max_length=10000,
                        verbose_name="Mer om det",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”VAD-dialogen” eller ”trygghetsmätningen”.",
                        max_length=200,
                        verbose_name="Varifrån kommer uppgiften?",
                    ),
                ),
                (
                    "dated_on",
                    models.DateField(blank=True, null=True, verbose_name="Vilket datum gäller uppgiften?"),
                ),
                ("origin_model", models.CharField(blank=True, default="", editable=False, max_length=60)),
                ("origin_id", models.BigIntegerField(editable=False, null=True)),
                ("origin_about", models.CharField(blank=True, default="", editable=False, max_length=40)),
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
                    "picture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="processes.ownpicture",
                    ),
                ),
            ],
            options={
                "verbose_name": "egen iakttagelse",
                "verbose_name_plural": "egna iakttagelser",
            },
        ),
        migrations.CreateModel(
            name="HistoricalOwnSeries",
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
                        help_text="Till exempel ”Anmälda cykelstölder”.",
                        max_length=200,
                        verbose_name="Vad visar siffrorna?",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("count", "Antal"),
                            ("per_1000", "Per 1 000 invånare"),
                            ("per_100000", "Per 100 000 invånare"),
                            ("percent", "Procent"),
                            ("index", "Index 0–6"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Vilken enhet?",
                    ),
                ),
                (
                    "figures",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="En rad för varje år, kvartal eller månad. Klistra gärna in från Excel. Vill ni jämföra: skriv områdenas namn på första raden, ert eget först: ”År; Ekhamra; Länet”, sedan ”2026; 23; 9,1”.",
                        max_length=10000,
                        verbose_name="Siffrorna",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Brå, anmälda brott”.",
                        max_length=200,
                        verbose_name="Varifrån kommer siffrorna?",
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
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.ownpicture",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical egen sifferserie",
                "verbose_name_plural": "historical egna sifferserier",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOwnEntry",
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
                            ("problem", "Vanligt problem"),
                            ("risk", "Risk att utsättas"),
                            ("development", "Utveckling över tid"),
                            ("opportunity", "Möjlighet att ta till vara"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Vad är det?",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Buskörning längs Ågatan efter skoltid”.",
                        max_length=200,
                        verbose_name="Kort beskrivning",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Var, när och vilka det drabbar. Inga personer.",
                        max_length=10000,
                        verbose_name="Mer om det",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”VAD-dialogen” eller ”trygghetsmätningen”.",
                        max_length=200,
                        verbose_name="Varifrån kommer uppgiften?",
                    ),
                ),
                (
                    "dated_on",
                    models.DateField(blank=True, null=True, verbose_name="Vilket datum gäller uppgiften?"),
                ),
                ("origin_model", models.CharField(blank=True, default="", editable=False, max_length=60)),
                ("origin_id", models.BigIntegerField(editable=False, null=True)),
                ("origin_about", models.CharField(blank=True, default="", editable=False, max_length=40)),
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
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.ownpicture",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical egen iakttagelse",
                "verbose_name_plural": "historical egna iakttagelser",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="OwnSeries",
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
                        help_text="Till exempel ”Anmälda cykelstölder”.",
                        max_length=200,
                        verbose_name="Vad visar siffrorna?",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("count", "Antal"),
                            ("per_1000", "Per 1 000 invånare"),
                            ("per_100000", "Per 100 000 invånare"),
                            ("percent", "Procent"),
                            ("index", "Index 0–6"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Vilken enhet?",
                    ),
                ),
                (
                    "figures",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="En rad för varje år, kvartal eller månad. Klistra gärna in från Excel. Vill ni jämföra: skriv områdenas namn på första raden, ert eget först: ”År; Ekhamra; Länet”, sedan ”2026; 23; 9,1”.",
                        max_length=10000,
                        verbose_name="Siffrorna",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Brå, anmälda brott”.",
                        max_length=200,
                        verbose_name="Varifrån kommer siffrorna?",
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
                    "picture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="series",
                        to="processes.ownpicture",
                    ),
                ),
            ],
            options={
                "verbose_name": "egen sifferserie",
                "verbose_name_plural": "egna sifferserier",
            },
        ),
        migrations.CreateModel(
            name="Party",
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
                    "decided_by",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Namn och titel på beslutsfattaren.",
                        max_length=200,
                        verbose_name="Vem beslutade att ni ska samverka?",
                    ),
                ),
                (
                    "decided_on",
                    models.DateField(blank=True, null=True, verbose_name="När fattades beslutet?"),
                ),
                (
                    "resources",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="En mening räcker, till exempel timmar per månad.",
                        max_length=10000,
                        verbose_name="Tid och resurser som parten avsätter",
                    ),
                ),
                (
                    "hours_set_aside",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="En uppskattning räcker.",
                        null=True,
                        verbose_name="Timmar som parten avsätter för hela perioden",
                    ),
                ),
                (
                    "support",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=10000,
                        verbose_name="Vilka delar av organisationen stödjer arbetet, och vad är deras roll i genomförandet?",
                    ),
                ),
                (
                    "coordinator",
                    models.ForeignKey(
                        blank=True,
                        help_text="För polisen är det kommunpolisen.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Samordnare",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parties",
                        to="processes.organisation",
                        verbose_name="Organisation",
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
                "verbose_name": "part",
                "verbose_name_plural": "parter",
            },
        ),
        migrations.CreateModel(
            name="HistoricalFocusPart",
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
                    "can_do",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=10000,
                        verbose_name="Vad kan parten påverka, och med vilka åtgärder?",
                    ),
                ),
                (
                    "resources",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel människor, lokaler och pengar.",
                        max_length=300,
                        verbose_name="Med vilka resurser?",
                    ),
                ),
                (
                    "hours",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="En uppskattning för hela perioden.",
                        null=True,
                        verbose_name="Timmar som parten kan lägga",
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
                    "party",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.party",
                        verbose_name="Part",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical parts möjligheter",
                "verbose_name_plural": "historical parternas möjligheter",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalActivityParty",
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
                    "hours",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="En uppskattning för hela perioden.",
                        null=True,
                        verbose_name="Timmar som behövs",
                    ),
                ),
                ("accepted_on", models.DateField(editable=False, null=True, verbose_name="Parten sa ja den")),
                (
                    "accepted_terms",
                    models.JSONField(default=dict, editable=False, verbose_name="Det som parten sa ja till"),
                ),
                (
                    "accepted_note",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”mejl från förvaltningschefen”.",
                        max_length=200,
                        verbose_name="Hur lämnades det?",
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
                    "accepted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Vem lämnade ja?",
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
                    "party",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.party",
                        verbose_name="Ansvarig part",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical ansvarig part",
                "verbose_name_plural": "historical ansvariga parter",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="FocusPart",
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
                    "can_do",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=10000,
                        verbose_name="Vad kan parten påverka, och med vilka åtgärder?",
                    ),
                ),
                (
                    "resources",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel människor, lokaler och pengar.",
                        max_length=300,
                        verbose_name="Med vilka resurser?",
                    ),
                ),
                (
                    "hours",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="En uppskattning för hela perioden.",
                        null=True,
                        verbose_name="Timmar som parten kan lägga",
                    ),
                ),
                (
                    "focus_area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
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
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.party",
                        verbose_name="Part",
                    ),
                ),
            ],
            options={
                "verbose_name": "parts möjligheter",
                "verbose_name_plural": "parternas möjligheter",
            },
        ),
        migrations.AddField(
            model_name="cause",
            name="party",
            field=models.ForeignKey(
                blank=True,
                help_text="Om det är någon av dem som är med.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="processes.party",
                verbose_name="Vilken part i rundan är det?",
            ),
        ),
        migrations.CreateModel(
            name="ActivityParty",
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
                    "hours",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="En uppskattning för hela perioden.",
                        null=True,
                        verbose_name="Timmar som behövs",
                    ),
                ),
                ("accepted_on", models.DateField(editable=False, null=True, verbose_name="Parten sa ja den")),
                (
                    "accepted_terms",
                    models.JSONField(default=dict, editable=False, verbose_name="Det som parten sa ja till"),
                ),
                (
                    "accepted_note",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”mejl från förvaltningschefen”.",
                        max_length=200,
                        verbose_name="Hur lämnades det?",
                    ),
                ),
                (
                    "accepted_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Vem lämnade ja?",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parties",
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
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.party",
                        verbose_name="Ansvarig part",
                    ),
                ),
            ],
            options={
                "verbose_name": "ansvarig part",
                "verbose_name_plural": "ansvariga parter",
            },
        ),
        migrations.CreateModel(
            name="Problem",
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
                        help_text="Återkommande brott eller störningar som människor väntar sig att polisen tar hand om.",
                        max_length=200,
                        verbose_name="Problemet",
                    ),
                ),
                (
                    "police_view",
                    models.TextField(blank=True, default="", max_length=10000, verbose_name="Polisens bild"),
                ),
                (
                    "municipality_view",
                    models.TextField(blank=True, default="", max_length=10000, verbose_name="Kommunens bild"),
                ),
                (
                    "citizen_view",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Vad som oroar dem, med deras egna ord.",
                        max_length=10000,
                        verbose_name="Medborgarnas bild",
                    ),
                ),
                (
                    "agree",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Stämmer bilderna överens?",
                    ),
                ),
                (
                    "why_differs",
                    models.TextField(
                        blank=True, default="", max_length=10000, verbose_name="Varför skiljer de sig?"
                    ),
                ),
                (
                    "handling",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Medborgarnas upplevelser går först. Skriv hur de fick väga.",
                        max_length=10000,
                        verbose_name="Hur tog ni hand om skillnaden?",
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
                "verbose_name": "problem",
                "verbose_name_plural": "problem",
            },
        ),
        migrations.AddField(
            model_name="focusarea",
            name="problem",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="processes.problem",
                verbose_name="Problem i den gemensamma bilden",
            ),
        ),
        migrations.CreateModel(
            name="ProblemAnalysis",
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
                    "what",
                    models.CharField(
                        blank=True, default="", max_length=500, verbose_name="Vad är problemet?"
                    ),
                ),
                (
                    "where",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Och vad i situationen förklarar att det är just där?",
                        max_length=500,
                        verbose_name="Var händer det?",
                    ),
                ),
                (
                    "where_traits",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel mörkt, avsides, svårt att överblicka, mycket folk.",
                        max_length=500,
                        verbose_name="Drag hos platsen",
                    ),
                ),
                (
                    "when",
                    models.CharField(blank=True, default="", max_length=500, verbose_name="När händer det?"),
                ),
                (
                    "who_causes",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Grupper och roller, aldrig enskilda personer.",
                        max_length=500,
                        verbose_name="Vem orsakar det?",
                    ),
                ),
                (
                    "causes_traits",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel onykter, impulsstyrd, i grupp, har vana.",
                        max_length=500,
                        verbose_name="Drag hos dem som orsakar det",
                    ),
                ),
                (
                    "who_is_hit",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Grupper eller föremål, aldrig enskilda personer.",
                        max_length=500,
                        verbose_name="Vem eller vad drabbas?",
                    ),
                ),
                (
                    "hit_traits",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel olåst, lättillgängligt, ensam, oerfaren.",
                        max_length=500,
                        verbose_name="Drag hos den eller det som drabbas",
                    ),
                ),
                (
                    "consequences",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Skadan, och för vem.",
                        max_length=500,
                        verbose_name="Vilka blir följderna?",
                    ),
                ),
                (
                    "event_chain",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="En händelse per rad, i den ordning de kommer: före, under, efter.",
                        max_length=10000,
                        verbose_name="Vad brukar hända, steg för steg?",
                    ),
                ),
                (
                    "handled_today",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Vad var och en gör redan.",
                        max_length=10000,
                        verbose_name="Hur hanteras problemet i dag?",
                    ),
                ),
                (
                    "handled_strengths",
                    models.TextField(
                        blank=True, default="", max_length=10000, verbose_name="Vad fungerar i det?"
                    ),
                ),
                (
                    "handled_limits",
                    models.TextField(
                        blank=True, default="", max_length=10000, verbose_name="Var tar det stopp?"
                    ),
                ),
                (
                    "comparison",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=10000,
                        verbose_name="Hur ser det ut i liknande områden?",
                    ),
                ),
                (
                    "outlook",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Omvärld och trender.",
                        max_length=10000,
                        verbose_name="Vad är på väg?",
                    ),
                ),
                (
                    "expectations",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Av polisen, av kommunen och av varandra.",
                        max_length=10000,
                        verbose_name="Vad väntar sig medborgarna?",
                    ),
                ),
                ("met_on", models.DateField(blank=True, null=True, verbose_name="När möttes ni?")),
                (
                    "participants",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Roller och organisationer. Bjud gärna in berörda medborgare.",
                        max_length=10000,
                        verbose_name="Vilka var med?",
                    ),
                ),
                (
                    "minutes",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Det som sades och bestämdes, i korthet.",
                        max_length=10000,
                        verbose_name="Minnesanteckningar",
                    ),
                ),
                (
                    "focus_area",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="analysis",
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
            ],
            options={
                "verbose_name": "problemanalys",
                "verbose_name_plural": "problemanalyser",
            },
        ),
        migrations.CreateModel(
            name="HistoricalTrianglePart",
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
                    "side",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("offender", "Gärningsperson"),
                            ("target", "Offer eller objekt"),
                            ("place", "Plats"),
                            ("handler", "Övervakare av gärningspersonen"),
                            ("guardian", "Beskyddare av offret eller objektet"),
                            ("manager", "Platsansvarig"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Sida",
                    ),
                ),
                (
                    "who",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="En roll eller organisation, till exempel ”centrumvärdarna”.",
                        max_length=200,
                        verbose_name="Vem eller vad?",
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("present", "Finns och gör sin del"),
                            ("weak", "Finns men räcker inte till"),
                            ("missing", "Saknas"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Hur är det i dag?",
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="Vad kan den bidra med?"
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
                        help_text="Tomt betyder att den inte är med: bjud in den.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.party",
                        verbose_name="Vilken part i rundan är det?",
                    ),
                ),
                (
                    "analysis",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.problemanalysis",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical roll i triangeln",
                "verbose_name_plural": "historical roller i triangeln",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCause",
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
                        help_text="Fråga varför igen tills ni når något som går att påverka.",
                        max_length=500,
                        verbose_name="Varför händer det?",
                    ),
                ),
                (
                    "horizon",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("near", "Nära: går att påverka nu"),
                            ("remote", "Avlägsen: verkar på lång sikt"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Hur nära ligger orsaken?",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("offender", "Gärningsperson"),
                            ("target", "Offer eller objekt"),
                            ("place", "Plats"),
                            ("handler", "Övervakare av gärningspersonen"),
                            ("guardian", "Beskyddare av offret eller objektet"),
                            ("manager", "Platsansvarig"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Sida i problemanalystriangeln",
                    ),
                ),
                (
                    "who_can_act",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=200,
                        verbose_name="Vem kan åtgärda eller minska den?",
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
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Tomt betyder problemet självt.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.cause",
                        verbose_name="Förklarar vilken orsak?",
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
                        help_text="Om det är någon av dem som är med.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.party",
                        verbose_name="Vilken part i rundan är det?",
                    ),
                ),
                (
                    "analysis",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.problemanalysis",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical orsak",
                "verbose_name_plural": "historical orsaker",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="cause",
            name="analysis",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="causes",
                to="processes.problemanalysis",
            ),
        ),
        migrations.CreateModel(
            name="Process",
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
                        help_text="Till exempel ”Trygg i Åby 2027”.",
                        max_length=200,
                        verbose_name="Rundans namn",
                    ),
                ),
                ("period_start", models.DateField(blank=True, null=True, verbose_name="Perioden börjar")),
                ("period_end", models.DateField(blank=True, null=True, verbose_name="Perioden slutar")),
                ("closed_on", models.DateField(blank=True, editable=False, null=True)),
                ("outside", models.BooleanField(default=False, editable=False)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="processes.area",
                        verbose_name="Lokalpolisområde",
                    ),
                ),
                (
                    "local_situation",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="processes.localsituation",
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
                        to="processes.process",
                        verbose_name="Föregående runda",
                    ),
                ),
            ],
            options={
                "verbose_name": "runda",
                "verbose_name_plural": "rundor",
            },
        ),
        migrations.AddField(
            model_name="problem",
            name="process",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="problems", to="processes.process"
            ),
        ),
        migrations.CreateModel(
            name="PartyDate",
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
                            ("budget", "Budgetbeslut"),
                            ("plan", "Beslut om verksamhetsplan"),
                            ("meeting", "Möte i nämnd, styrelse eller ledning"),
                            ("steering", "Styrgruppens möte"),
                            ("other", "Annat"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Vad händer?",
                    ),
                ),
                ("on", models.DateField(blank=True, null=True, verbose_name="Vilken dag?")),
                (
                    "what",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”kommunfullmäktige, handlingar inne två veckor före”.",
                        max_length=200,
                        verbose_name="Mer om det",
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        blank=True,
                        choices=processes.models.collaboration.steps,
                        default="",
                        help_text="Steget som ska tas upp eller beslutas den dagen.",
                        max_length=40,
                        verbose_name="Vad ska vara klart till dess?",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="processes.party",
                        verbose_name="Vems kalender?",
                    ),
                ),
                (
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="party_dates",
                        to="processes.process",
                    ),
                ),
            ],
            options={
                "verbose_name": "datum i en parts kalender",
            },
        ),
        migrations.AddField(
            model_name="party",
            name="process",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="parties", to="processes.process"
            ),
        ),
        migrations.AddField(
            model_name="ownpicture",
            name="process",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="own_pictures",
                to="processes.process",
            ),
        ),
        migrations.CreateModel(
            name="Judgement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.CharField(editable=False, max_length=40)),
                ("subject_model", models.CharField(editable=False, max_length=60)),
                ("subject_id", models.BigIntegerField(editable=False)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("criterion", models.CharField(max_length=40)),
                (
                    "answer",
                    models.CharField(
                        choices=[("yes", "Ja"), ("partly", "Delvis"), ("no", "Nej")], max_length=10
                    ),
                ),
                ("words", models.TextField(blank=True, default="")),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="processes.process",
                    ),
                ),
            ],
            options={
                "verbose_name": "bedömning",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Inherited",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.CharField(editable=False, max_length=40)),
                ("subject_model", models.CharField(editable=False, max_length=60)),
                ("subject_id", models.BigIntegerField(editable=False)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("section", models.CharField(editable=False, max_length=40)),
                ("row_version", models.PositiveIntegerField(editable=False)),
                ("confirmed_at", models.DateTimeField(editable=False, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="processes.process",
                    ),
                ),
            ],
            options={
                "verbose_name": "från förra rundan",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Imported",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.CharField(max_length=40)),
                ("section", models.CharField(max_length=40)),
                ("subject_id", models.BigIntegerField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("file_name", models.CharField(max_length=150)),
                ("sha256", models.CharField(max_length=64)),
                ("number", models.PositiveIntegerField()),
                ("rows", models.JSONField(default=list)),
                ("undone_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="imports",
                        to="processes.process",
                    ),
                ),
            ],
            options={
                "verbose_name": "hämtat från kalkylark",
            },
        ),
        migrations.CreateModel(
            name="HistoricalSupportMember",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("round_id", models.BigIntegerField(db_index=True, editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("changed_at", models.DateTimeField(blank=True, editable=False)),
                ("name", models.CharField(blank=True, default="", max_length=200, verbose_name="Namn")),
                (
                    "competence",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel underrättelsesamordnare, controller, kommunikatör.",
                        max_length=200,
                        verbose_name="Kompetens",
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
                "verbose_name": "historical stödperson",
                "verbose_name_plural": "historical stödpersons",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSteeringMember",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("round_id", models.BigIntegerField(db_index=True, editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("changed_at", models.DateTimeField(blank=True, editable=False)),
                ("name", models.CharField(blank=True, default="", max_length=200, verbose_name="Namn")),
                ("title", models.CharField(blank=True, default="", max_length=200, verbose_name="Titel")),
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
                        verbose_name="Part",
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
                "verbose_name": "historical ledamot",
                "verbose_name_plural": "historical ledamots",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalProcess",
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
                        help_text="Till exempel ”Trygg i Åby 2027”.",
                        max_length=200,
                        verbose_name="Rundans namn",
                    ),
                ),
                ("period_start", models.DateField(blank=True, null=True, verbose_name="Perioden börjar")),
                ("period_end", models.DateField(blank=True, null=True, verbose_name="Perioden slutar")),
                ("closed_on", models.DateField(blank=True, editable=False, null=True)),
                ("outside", models.BooleanField(default=False, editable=False)),
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
                        verbose_name="Lokalpolisområde",
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
                    "local_situation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.localsituation",
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
                    "predecessor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.process",
                        verbose_name="Föregående runda",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical runda",
                "verbose_name_plural": "historical rundor",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalProblem",
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
                        help_text="Återkommande brott eller störningar som människor väntar sig att polisen tar hand om.",
                        max_length=200,
                        verbose_name="Problemet",
                    ),
                ),
                (
                    "police_view",
                    models.TextField(blank=True, default="", max_length=10000, verbose_name="Polisens bild"),
                ),
                (
                    "municipality_view",
                    models.TextField(blank=True, default="", max_length=10000, verbose_name="Kommunens bild"),
                ),
                (
                    "citizen_view",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Vad som oroar dem, med deras egna ord.",
                        max_length=10000,
                        verbose_name="Medborgarnas bild",
                    ),
                ),
                (
                    "agree",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Stämmer bilderna överens?",
                    ),
                ),
                (
                    "why_differs",
                    models.TextField(
                        blank=True, default="", max_length=10000, verbose_name="Varför skiljer de sig?"
                    ),
                ),
                (
                    "handling",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Medborgarnas upplevelser går först. Skriv hur de fick väga.",
                        max_length=10000,
                        verbose_name="Hur tog ni hand om skillnaden?",
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
                "verbose_name": "historical problem",
                "verbose_name_plural": "historical problem",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPartyDate",
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
                            ("budget", "Budgetbeslut"),
                            ("plan", "Beslut om verksamhetsplan"),
                            ("meeting", "Möte i nämnd, styrelse eller ledning"),
                            ("steering", "Styrgruppens möte"),
                            ("other", "Annat"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Vad händer?",
                    ),
                ),
                ("on", models.DateField(blank=True, null=True, verbose_name="Vilken dag?")),
                (
                    "what",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”kommunfullmäktige, handlingar inne två veckor före”.",
                        max_length=200,
                        verbose_name="Mer om det",
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        blank=True,
                        choices=processes.models.collaboration.steps,
                        default="",
                        help_text="Steget som ska tas upp eller beslutas den dagen.",
                        max_length=40,
                        verbose_name="Vad ska vara klart till dess?",
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
                        verbose_name="Vems kalender?",
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
                "verbose_name": "historical datum i en parts kalender",
                "verbose_name_plural": "historical datum i en parts kalenders",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalParty",
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
                    "decided_by",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Namn och titel på beslutsfattaren.",
                        max_length=200,
                        verbose_name="Vem beslutade att ni ska samverka?",
                    ),
                ),
                (
                    "decided_on",
                    models.DateField(blank=True, null=True, verbose_name="När fattades beslutet?"),
                ),
                (
                    "resources",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="En mening räcker, till exempel timmar per månad.",
                        max_length=10000,
                        verbose_name="Tid och resurser som parten avsätter",
                    ),
                ),
                (
                    "hours_set_aside",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="En uppskattning räcker.",
                        null=True,
                        verbose_name="Timmar som parten avsätter för hela perioden",
                    ),
                ),
                (
                    "support",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=10000,
                        verbose_name="Vilka delar av organisationen stödjer arbetet, och vad är deras roll i genomförandet?",
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
                    "coordinator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="För polisen är det kommunpolisen.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Samordnare",
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
                        verbose_name="Organisation",
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
                "verbose_name": "historical part",
                "verbose_name_plural": "historical parter",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOwnPicture",
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
                        help_text="Till exempel ”Kommunens lägesbild” eller ”Skolans bild”.",
                        max_length=200,
                        verbose_name="Vad ska lägesbilden heta?",
                    ),
                ),
                ("dated_on", models.DateField(blank=True, null=True, verbose_name="Lägesbilden är daterad")),
                (
                    "text",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Det ni vill att de andra parterna tar med sig. Inga personer.",
                        max_length=10000,
                        verbose_name="Det viktigaste i korthet",
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
                "verbose_name": "historical egen lägesbild",
                "verbose_name_plural": "historical egna lägesbilder",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalGoal",
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
                            ("effect", "Effektmål: vad som ska bli annorlunda"),
                            ("production", "Produktionsmål: vad en aktivitet ska ge"),
                        ],
                        default="effect",
                        max_length=20,
                        verbose_name="Slag av mål",
                    ),
                ),
                (
                    "text",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Använd ett ord som anger rörelse: minska, öka, utveckla.",
                        max_length=300,
                        verbose_name="Mål",
                    ),
                ),
                (
                    "indicator",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Vad ni mäter för att se effekten.",
                        max_length=200,
                        verbose_name="Indikator",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”per år” eller ”procent”.",
                        max_length=60,
                        verbose_name="Enhet",
                    ),
                ),
                (
                    "no_number_reason",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Bara om inget mått går att sätta.",
                        max_length=300,
                        verbose_name="Varför finns inget tal, och hur märks det i stället?",
                    ),
                ),
                (
                    "baseline_value",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="Utgångsvärde"
                    ),
                ),
                (
                    "baseline_on",
                    models.DateField(blank=True, null=True, verbose_name="Utgångsvärdet gäller den"),
                ),
                (
                    "target_value",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="Målvärde"
                    ),
                ),
                (
                    "comparison_area",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Ett liknande område där ni inte gör samma sak.",
                        max_length=200,
                        verbose_name="Jämför med",
                    ),
                ),
                (
                    "comparison_value",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        verbose_name="Utgångsvärdet där",
                    ),
                ),
                (
                    "due_on",
                    models.DateField(
                        blank=True,
                        help_text="Tomt betyder när rundans period slutar.",
                        null=True,
                        verbose_name="Ska nås senast",
                    ),
                ),
                (
                    "plan_goal",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Det mål som detta bidrar till.",
                        max_length=200,
                        verbose_name="Mål i verksamhetsplanen",
                    ),
                ),
                (
                    "follow_up_by",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Tomt betyder som i planen.",
                        max_length=200,
                        verbose_name="Vem följer upp?",
                    ),
                ),
                (
                    "follow_up_how",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Tomt betyder som i planen.",
                        max_length=200,
                        verbose_name="Hur?",
                    ),
                ),
                (
                    "follow_up_on",
                    models.DateField(
                        blank=True, help_text="Tomt betyder som i planen.", null=True, verbose_name="När?"
                    ),
                ),
                (
                    "follow_up_on_demand",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="I stället för ett datum.",
                        max_length=200,
                        verbose_name="Följs upp vid behov, därför att",
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
                        help_text="För ett produktionsmål.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.activity",
                        verbose_name="Aktivitet",
                    ),
                ),
                (
                    "cause",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="För ett effektmål.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.cause",
                        verbose_name="Vilken orsak ska minska?",
                    ),
                ),
                (
                    "focus_area",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Tomt betyder orsakens fokusområde.",
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
                "verbose_name": "historical mål",
                "verbose_name_plural": "historical mål",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalFeedback",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("round_id", models.BigIntegerField(db_index=True, editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("changed_at", models.DateTimeField(blank=True, editable=False)),
                ("step", models.CharField(editable=False, max_length=40)),
                ("subject_model", models.CharField(editable=False, max_length=60)),
                ("subject_id", models.BigIntegerField(editable=False)),
                ("at", models.DateTimeField(blank=True, editable=False)),
                ("audiences", models.JSONField(default=list, verbose_name="Vilka fick veta?")),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”mejl till deltagarna” eller ”tog upp på APT”.",
                        max_length=200,
                        verbose_name="Hur?",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True, default="", max_length=10000, verbose_name="Vad berättade ni?"
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="Senast när ska det ske?")),
                ("given_on", models.DateField(blank=True, null=True, verbose_name="När skedde det?")),
                (
                    "public",
                    models.BooleanField(
                        default=False, verbose_name="Texten får stå på löftets offentliga sida"
                    ),
                ),
                ("about_model", models.CharField(blank=True, default="", editable=False, max_length=60)),
                ("about_id", models.BigIntegerField(editable=False, null=True)),
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
                    "by",
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
                "verbose_name": "historical återkoppling",
                "verbose_name_plural": "historical återkopplings",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDeviation",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("round_id", models.BigIntegerField(db_index=True, editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("changed_at", models.DateTimeField(blank=True, editable=False)),
                ("step", models.CharField(editable=False, max_length=40)),
                ("subject_model", models.CharField(editable=False, max_length=60)),
                ("subject_id", models.BigIntegerField(editable=False)),
                ("at", models.DateTimeField(blank=True, editable=False)),
                ("codes", models.JSONField(default=list, verbose_name="Vilka krav gäller det?")),
                (
                    "reason",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=10000,
                        verbose_name="Varför avviker ni, och vad gör ni i stället?",
                    ),
                ),
                ("withdrawn", models.BooleanField(default=False, editable=False)),
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
                    "by",
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
                "verbose_name": "historical avvikelse",
                "verbose_name_plural": "historical avvikelses",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCommunicationPlan",
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
                    "purpose",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Bakgrund och syfte med kommunikationen, i ett par meningar.",
                        max_length=10000,
                        verbose_name="Varför ska någon lyssna på er?",
                    ),
                ),
                (
                    "message",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Börja i vad målgruppen har för nytta av det. Ord som redan är beslutade kan återanvändas.",
                        max_length=10000,
                        verbose_name="Vad är ert viktigaste budskap?",
                    ),
                ),
                (
                    "participation",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=10000,
                        verbose_name="Hur är medarbetare, medborgare, kommun och andra lokala aktörer med i kommunikationen?",
                    ),
                ),
                (
                    "follows_policy",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Följer planen kommunikationspolicyn?",
                    ),
                ),
                (
                    "packaging",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Bilder, film, språk, och vilka ur målgruppen som får läsa först. Till exempel ”karta över torget, lättläst svenska och somaliska”.",
                        max_length=10000,
                        verbose_name="Hur paketerar ni budskapet?",
                    ),
                ),
                (
                    "carrying_out",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Vem som driver på och vad ni gör om något händer. Till exempel ”avstämning varje måndag”.",
                        max_length=10000,
                        verbose_name="Hur håller ni ihop genomförandet?",
                    ),
                ),
                (
                    "evaluation",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Varje rad har sin egen uppföljning. Till exempel ”samma tre frågor på torget före och efter”.",
                        max_length=10000,
                        verbose_name="Hur följer ni upp hela planen?",
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
                "verbose_name": "historical kommunikationsplan",
                "verbose_name_plural": "historical kommunikationsplans",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCollaboration",
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
                    "governing_documents",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=10000,
                        verbose_name="Hur hänger samverkan ihop med parternas styrdokument och verksamhetsmål?",
                    ),
                ),
                (
                    "work_starts_on",
                    models.DateField(blank=True, null=True, verbose_name="När börjar arbetet?"),
                ),
                (
                    "needs_known_on",
                    models.DateField(
                        blank=True,
                        help_text="Före parternas budgetbeslut, annars går det inte att få med.",
                        null=True,
                        verbose_name="När vet ni vilka resurser löftet kräver?",
                    ),
                ),
                (
                    "anchored",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Med vem, i vilket forum och när.",
                        max_length=10000,
                        verbose_name="Var är arbetet förankrat politiskt eller strategiskt?",
                    ),
                ),
                (
                    "agreement_purpose",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Blir första delen av samverkansöverenskommelsen.",
                        max_length=10000,
                        verbose_name="Syftet med samverkan",
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
                "verbose_name": "historical samverkan",
                "verbose_name_plural": "historical samverkans",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAttachment",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("round_id", models.BigIntegerField(db_index=True, editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("changed_at", models.DateTimeField(blank=True, editable=False)),
                ("step", models.CharField(editable=False, max_length=40)),
                ("subject_model", models.CharField(editable=False, max_length=60)),
                ("subject_id", models.BigIntegerField(editable=False)),
                ("at", models.DateTimeField(blank=True, editable=False)),
                (
                    "title",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="Vad är det?"),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True, default="", max_length=10000, verbose_name="Kort sammanfattning"
                    ),
                ),
                (
                    "anchor",
                    models.CharField(
                        blank=True, default="", max_length=80, verbose_name="Vilken fråga svarar den på?"
                    ),
                ),
                ("link", models.URLField(blank=True, default="", max_length=500, verbose_name="Länk")),
                ("file", models.TextField(blank=True, max_length=100, verbose_name="Fil")),
                ("sha256", models.CharField(blank=True, default="", editable=False, max_length=64)),
                ("content_type", models.CharField(blank=True, default="", editable=False, max_length=80)),
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
                    "by",
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
                "verbose_name": "historical bilaga",
                "verbose_name_plural": "historical bilagas",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalActivityPlan",
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
                    "plan_edition",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Polismyndighetens, med år eller utgåva.",
                        max_length=200,
                        verbose_name="Vilken verksamhetsplan utgår målen från?",
                    ),
                ),
                (
                    "follow_up_by",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Gäller alla mål som inte säger något annat.",
                        max_length=200,
                        verbose_name="Vem följer upp?",
                    ),
                ),
                (
                    "follow_up_how",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”loggen mot målet varje månad, mätning i november”.",
                        max_length=200,
                        verbose_name="Hur följer ni upp?",
                    ),
                ),
                (
                    "follow_up_on",
                    models.DateField(
                        blank=True,
                        help_text="Tomt betyder när rundans period är slut.",
                        null=True,
                        verbose_name="När följer ni upp?",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Ordning, beroenden och annat som planen vilar på.",
                        max_length=10000,
                        verbose_name="Att tänka på",
                    ),
                ),
                (
                    "decided_by_body",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Nämnd eller styrelse, till exempel ”kommunstyrelsen”.",
                        max_length=200,
                        verbose_name="Vem beslutar om kommunens åtgärdsplan?",
                    ),
                ),
                (
                    "decided_on",
                    models.DateField(
                        blank=True,
                        help_text="Lagen om kommuners brottsförebyggande arbete, 5 §.",
                        null=True,
                        verbose_name="När beslutades den?",
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
                "verbose_name": "historical aktivitetsplan",
                "verbose_name_plural": "historical aktivitetsplans",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Handover",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.CharField(editable=False, max_length=40)),
                ("subject_model", models.CharField(editable=False, max_length=60)),
                ("subject_id", models.BigIntegerField(editable=False)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("title", models.CharField(max_length=200, verbose_name="Vad")),
                ("note", models.CharField(blank=True, default="", max_length=500, verbose_name="Meddelande")),
                (
                    "content",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name="Innehåll"
                    ),
                ),
                ("sha256", models.CharField(editable=False, max_length=64)),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.organisation",
                        verbose_name="Till",
                    ),
                ),
                (
                    "sender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.organisation",
                        verbose_name="Från",
                    ),
                ),
                (
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="processes.process",
                    ),
                ),
            ],
            options={
                "verbose_name": "överlämnande",
                "verbose_name_plural": "överlämnanden",
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="goal",
            name="process",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="goals", to="processes.process"
            ),
        ),
        migrations.AddField(
            model_name="focusarea",
            name="process",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="focus_areas",
                to="processes.process",
            ),
        ),
        migrations.CreateModel(
            name="Feedback",
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
                ("step", models.CharField(editable=False, max_length=40)),
                ("subject_model", models.CharField(editable=False, max_length=60)),
                ("subject_id", models.BigIntegerField(editable=False)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("audiences", models.JSONField(default=list, verbose_name="Vilka fick veta?")),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”mejl till deltagarna” eller ”tog upp på APT”.",
                        max_length=200,
                        verbose_name="Hur?",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True, default="", max_length=10000, verbose_name="Vad berättade ni?"
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="Senast när ska det ske?")),
                ("given_on", models.DateField(blank=True, null=True, verbose_name="När skedde det?")),
                (
                    "public",
                    models.BooleanField(
                        default=False, verbose_name="Texten får stå på löftets offentliga sida"
                    ),
                ),
                ("about_model", models.CharField(blank=True, default="", editable=False, max_length=60)),
                ("about_id", models.BigIntegerField(editable=False, null=True)),
                (
                    "by",
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
                (
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="processes.process",
                    ),
                ),
            ],
            options={
                "verbose_name": "återkoppling",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Deviation",
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
                ("step", models.CharField(editable=False, max_length=40)),
                ("subject_model", models.CharField(editable=False, max_length=60)),
                ("subject_id", models.BigIntegerField(editable=False)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("codes", models.JSONField(default=list, verbose_name="Vilka krav gäller det?")),
                (
                    "reason",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=10000,
                        verbose_name="Varför avviker ni, och vad gör ni i stället?",
                    ),
                ),
                ("withdrawn", models.BooleanField(default=False, editable=False)),
                (
                    "by",
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
                (
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="processes.process",
                    ),
                ),
            ],
            options={
                "verbose_name": "avvikelse",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.CharField(editable=False, max_length=40)),
                ("subject_model", models.CharField(editable=False, max_length=60)),
                ("subject_id", models.BigIntegerField(editable=False)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("gate", models.CharField(max_length=20)),
                ("side", models.CharField(max_length=20)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("done", "Klart"),
                            ("returned", "Återlämnat"),
                            ("reopened", "Öppnat igen"),
                            ("acknowledged", "Nytt underlag kvitterat"),
                        ],
                        max_length=20,
                    ),
                ),
                ("comment", models.TextField(blank=True, default="")),
                ("inputs", models.JSONField(default=dict)),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="processes.process",
                    ),
                ),
            ],
            options={
                "verbose_name": "beslut",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CommunicationPlan",
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
                    "purpose",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Bakgrund och syfte med kommunikationen, i ett par meningar.",
                        max_length=10000,
                        verbose_name="Varför ska någon lyssna på er?",
                    ),
                ),
                (
                    "message",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Börja i vad målgruppen har för nytta av det. Ord som redan är beslutade kan återanvändas.",
                        max_length=10000,
                        verbose_name="Vad är ert viktigaste budskap?",
                    ),
                ),
                (
                    "participation",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=10000,
                        verbose_name="Hur är medarbetare, medborgare, kommun och andra lokala aktörer med i kommunikationen?",
                    ),
                ),
                (
                    "follows_policy",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Följer planen kommunikationspolicyn?",
                    ),
                ),
                (
                    "packaging",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Bilder, film, språk, och vilka ur målgruppen som får läsa först. Till exempel ”karta över torget, lättläst svenska och somaliska”.",
                        max_length=10000,
                        verbose_name="Hur paketerar ni budskapet?",
                    ),
                ),
                (
                    "carrying_out",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Vem som driver på och vad ni gör om något händer. Till exempel ”avstämning varje måndag”.",
                        max_length=10000,
                        verbose_name="Hur håller ni ihop genomförandet?",
                    ),
                ),
                (
                    "evaluation",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Varje rad har sin egen uppföljning. Till exempel ”samma tre frågor på torget före och efter”.",
                        max_length=10000,
                        verbose_name="Hur följer ni upp hela planen?",
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
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="communication_plan",
                        to="processes.process",
                    ),
                ),
            ],
            options={
                "verbose_name": "kommunikationsplan",
            },
        ),
        migrations.CreateModel(
            name="Collaboration",
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
                    "governing_documents",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=10000,
                        verbose_name="Hur hänger samverkan ihop med parternas styrdokument och verksamhetsmål?",
                    ),
                ),
                (
                    "work_starts_on",
                    models.DateField(blank=True, null=True, verbose_name="När börjar arbetet?"),
                ),
                (
                    "needs_known_on",
                    models.DateField(
                        blank=True,
                        help_text="Före parternas budgetbeslut, annars går det inte att få med.",
                        null=True,
                        verbose_name="När vet ni vilka resurser löftet kräver?",
                    ),
                ),
                (
                    "anchored",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Med vem, i vilket forum och när.",
                        max_length=10000,
                        verbose_name="Var är arbetet förankrat politiskt eller strategiskt?",
                    ),
                ),
                (
                    "agreement_purpose",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Blir första delen av samverkansöverenskommelsen.",
                        max_length=10000,
                        verbose_name="Syftet med samverkan",
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
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="collaboration",
                        to="processes.process",
                    ),
                ),
            ],
            options={
                "verbose_name": "samverkan",
            },
        ),
        migrations.CreateModel(
            name="Attachment",
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
                ("step", models.CharField(editable=False, max_length=40)),
                ("subject_model", models.CharField(editable=False, max_length=60)),
                ("subject_id", models.BigIntegerField(editable=False)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "title",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="Vad är det?"),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True, default="", max_length=10000, verbose_name="Kort sammanfattning"
                    ),
                ),
                (
                    "anchor",
                    models.CharField(
                        blank=True, default="", max_length=80, verbose_name="Vilken fråga svarar den på?"
                    ),
                ),
                ("link", models.URLField(blank=True, default="", max_length=500, verbose_name="Länk")),
                ("file", models.FileField(blank=True, upload_to="attachments/%Y/", verbose_name="Fil")),
                ("sha256", models.CharField(blank=True, default="", editable=False, max_length=64)),
                ("content_type", models.CharField(blank=True, default="", editable=False, max_length=80)),
                (
                    "by",
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
                (
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="processes.process",
                    ),
                ),
            ],
            options={
                "verbose_name": "bilaga",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ActivityPlan",
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
                    "plan_edition",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Polismyndighetens, med år eller utgåva.",
                        max_length=200,
                        verbose_name="Vilken verksamhetsplan utgår målen från?",
                    ),
                ),
                (
                    "follow_up_by",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Gäller alla mål som inte säger något annat.",
                        max_length=200,
                        verbose_name="Vem följer upp?",
                    ),
                ),
                (
                    "follow_up_how",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”loggen mot målet varje månad, mätning i november”.",
                        max_length=200,
                        verbose_name="Hur följer ni upp?",
                    ),
                ),
                (
                    "follow_up_on",
                    models.DateField(
                        blank=True,
                        help_text="Tomt betyder när rundans period är slut.",
                        null=True,
                        verbose_name="När följer ni upp?",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Ordning, beroenden och annat som planen vilar på.",
                        max_length=10000,
                        verbose_name="Att tänka på",
                    ),
                ),
                (
                    "decided_by_body",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Nämnd eller styrelse, till exempel ”kommunstyrelsen”.",
                        max_length=200,
                        verbose_name="Vem beslutar om kommunens åtgärdsplan?",
                    ),
                ),
                (
                    "decided_on",
                    models.DateField(
                        blank=True,
                        help_text="Lagen om kommuners brottsförebyggande arbete, 5 §.",
                        null=True,
                        verbose_name="När beslutades den?",
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
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="activity_plan",
                        to="processes.process",
                    ),
                ),
            ],
            options={
                "verbose_name": "aktivitetsplan",
            },
        ),
        migrations.AddField(
            model_name="activity",
            name="process",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="activities", to="processes.process"
            ),
        ),
        migrations.CreateModel(
            name="Receipt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=64, unique=True)),
                ("location", models.CharField(max_length=300)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RegionDecision",
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
                        help_text="Till exempel ”Inriktningsbeslut medborgarlöften 2027–2028”.",
                        max_length=200,
                        verbose_name="Vad heter beslutet?",
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="När fattades det?")),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="Gäller från och med")),
                (
                    "valid_until",
                    models.DateField(
                        blank=True,
                        help_text="Tomt betyder tills vidare.",
                        null=True,
                        verbose_name="Gäller till och med",
                    ),
                ),
                ("link", models.URLField(blank=True, default="", max_length=500, verbose_name="Länk")),
                ("file", models.FileField(blank=True, upload_to="decisions/%Y/", verbose_name="Fil")),
                ("sha256", models.CharField(blank=True, default="", editable=False, max_length=64)),
                ("content_type", models.CharField(blank=True, default="", editable=False, max_length=80)),
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
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="processes.area",
                        verbose_name="Region",
                    ),
                ),
            ],
            options={
                "verbose_name": "inriktningsbeslut",
                "verbose_name_plural": "inriktningsbeslut",
                "ordering": ["-decided_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="SilencedHint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=40)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="silenced_hints",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "tyst tips",
                "verbose_name_plural": "tysta tips",
            },
        ),
        migrations.CreateModel(
            name="SituationEntry",
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
                            ("problem", "Vanligt problem"),
                            ("risk", "Risk att utsättas"),
                            ("development", "Utveckling över tid"),
                            ("opportunity", "Möjlighet att ta till vara"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Vad är det?",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Buskörning längs Ågatan efter skoltid”.",
                        max_length=200,
                        verbose_name="Kort beskrivning",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Var, när och vilka det drabbar. Inga personer.",
                        max_length=10000,
                        verbose_name="Mer om det",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”VAD-dialogen” eller ”trygghetsmätningen”.",
                        max_length=200,
                        verbose_name="Varifrån kommer uppgiften?",
                    ),
                ),
                (
                    "dated_on",
                    models.DateField(blank=True, null=True, verbose_name="Vilket datum gäller uppgiften?"),
                ),
                ("origin_model", models.CharField(blank=True, default="", editable=False, max_length=60)),
                ("origin_id", models.BigIntegerField(editable=False, null=True)),
                ("origin_about", models.CharField(blank=True, default="", editable=False, max_length=40)),
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
                    "situation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="processes.localsituation",
                    ),
                ),
            ],
            options={
                "verbose_name": "iakttagelse",
            },
        ),
        migrations.CreateModel(
            name="ProblemEntry",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="processes.problem",
                        verbose_name="Problem",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        blank=True,
                        help_text="Raden blir synlig för alla parter i rundan.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.situationentry",
                        verbose_name="Iakttagelse i den lokala lägesbilden",
                    ),
                ),
            ],
            options={
                "verbose_name": "iakttagelse bakom ett problem",
                "verbose_name_plural": "iakttagelser bakom problem",
            },
        ),
        migrations.CreateModel(
            name="HistoricalProblemEntry",
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
                        verbose_name="Problem",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Raden blir synlig för alla parter i rundan.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.situationentry",
                        verbose_name="Iakttagelse i den lokala lägesbilden",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical iakttagelse bakom ett problem",
                "verbose_name_plural": "historical iakttagelser bakom problem",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="SituationSeries",
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
                        help_text="Till exempel ”Anmälda cykelstölder”.",
                        max_length=200,
                        verbose_name="Vad visar siffrorna?",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("count", "Antal"),
                            ("per_1000", "Per 1 000 invånare"),
                            ("per_100000", "Per 100 000 invånare"),
                            ("percent", "Procent"),
                            ("index", "Index 0–6"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Vilken enhet?",
                    ),
                ),
                (
                    "figures",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="En rad för varje år, kvartal eller månad. Klistra gärna in från Excel. Vill ni jämföra: skriv områdenas namn på första raden, ert eget först: ”År; Ekhamra; Länet”, sedan ”2026; 23; 9,1”.",
                        max_length=10000,
                        verbose_name="Siffrorna",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”Brå, anmälda brott”.",
                        max_length=200,
                        verbose_name="Varifrån kommer siffrorna?",
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
                    "situation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="series",
                        to="processes.localsituation",
                    ),
                ),
            ],
            options={
                "verbose_name": "sifferserie",
                "verbose_name_plural": "sifferserier",
            },
        ),
        migrations.CreateModel(
            name="SituationSource",
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
                        help_text="Till exempel ”Polisens trygghetsmätning”.",
                        max_length=200,
                        verbose_name="Källa",
                    ),
                ),
                ("dated_on", models.DateField(blank=True, null=True, verbose_name="Källan är daterad")),
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
                    "situation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sources",
                        to="processes.localsituation",
                    ),
                ),
            ],
            options={
                "verbose_name": "källa",
            },
        ),
        migrations.CreateModel(
            name="SituationVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="Version")),
                ("dated_on", models.DateField(verbose_name="Daterad")),
                (
                    "content",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name="Innehåll"
                    ),
                ),
                ("approved_at", models.DateTimeField(auto_now_add=True, verbose_name="Godkänd")),
                (
                    "approved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Godkänd av",
                    ),
                ),
                (
                    "situation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="processes.localsituation",
                    ),
                ),
            ],
            options={
                "verbose_name": "godkänd lägesbild",
                "ordering": ["situation", "number"],
            },
        ),
        migrations.CreateModel(
            name="JointSituation",
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
                ("met_on", models.DateField(blank=True, null=True, verbose_name="När möttes ni?")),
                (
                    "participants",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Roller och organisationer.",
                        max_length=10000,
                        verbose_name="Vilka var med?",
                    ),
                ),
                (
                    "equality_view",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="En mening eller två. Kvinnor uppger oftare än män att de är otrygga.",
                        max_length=10000,
                        verbose_name="Hur har ni vägt in jämställdhet, likabehandling och demokrati?",
                    ),
                ),
                (
                    "material",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sufficient", "Underlaget räcker"),
                            ("deeper", "En fördjupad medborgardialog beställs"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Räcker underlaget för att gå vidare?",
                    ),
                ),
                (
                    "deeper_what",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=10000,
                        verbose_name="Vad ska den fördjupade dialogen ge svar på?",
                    ),
                ),
                (
                    "high_exposure",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        help_text="Kriminalitet, ordningsstörningar, låg tillit.",
                        null=True,
                        verbose_name="Finns det ett område med hög social utsatthet?",
                    ),
                ),
                (
                    "initial_measures",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Synligt polisarbete, närvaro, de problem som de boende själva har pekat ut.",
                        max_length=10000,
                        verbose_name="Vilka åtgärder görs där först, före eller jämte dialogen?",
                    ),
                ),
                (
                    "minutes",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Det som sades och bestämdes, i korthet.",
                        max_length=10000,
                        verbose_name="Minnesanteckningar",
                    ),
                ),
                (
                    "weight_extent",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(0, "Inte alls"), (1, "Lite"), (2, "Ganska mycket"), (3, "Mycket")],
                        null=True,
                        verbose_name="Hur tungt väger omfattningen?",
                    ),
                ),
                (
                    "weight_worry",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(0, "Inte alls"), (1, "Lite"), (2, "Ganska mycket"), (3, "Mycket")],
                        null=True,
                        verbose_name="Hur tungt väger medborgarnas oro?",
                    ),
                ),
                (
                    "weight_harm",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(0, "Inte alls"), (1, "Lite"), (2, "Ganska mycket"), (3, "Mycket")],
                        null=True,
                        verbose_name="Hur tungt väger skadan?",
                    ),
                ),
                (
                    "weight_influence",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(0, "Inte alls"), (1, "Lite"), (2, "Ganska mycket"), (3, "Mycket")],
                        null=True,
                        verbose_name="Hur tungt väger möjligheten att påverka?",
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
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="joint_situation",
                        to="processes.process",
                    ),
                ),
                (
                    "situation_version",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.situationversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "gemensam lägesbild",
            },
        ),
        migrations.CreateModel(
            name="HistoricalJointSituation",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("round_id", models.BigIntegerField(db_index=True, editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
                ("changed_at", models.DateTimeField(blank=True, editable=False)),
                ("met_on", models.DateField(blank=True, null=True, verbose_name="När möttes ni?")),
                (
                    "participants",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Roller och organisationer.",
                        max_length=10000,
                        verbose_name="Vilka var med?",
                    ),
                ),
                (
                    "equality_view",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="En mening eller två. Kvinnor uppger oftare än män att de är otrygga.",
                        max_length=10000,
                        verbose_name="Hur har ni vägt in jämställdhet, likabehandling och demokrati?",
                    ),
                ),
                (
                    "material",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sufficient", "Underlaget räcker"),
                            ("deeper", "En fördjupad medborgardialog beställs"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Räcker underlaget för att gå vidare?",
                    ),
                ),
                (
                    "deeper_what",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=10000,
                        verbose_name="Vad ska den fördjupade dialogen ge svar på?",
                    ),
                ),
                (
                    "high_exposure",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        help_text="Kriminalitet, ordningsstörningar, låg tillit.",
                        null=True,
                        verbose_name="Finns det ett område med hög social utsatthet?",
                    ),
                ),
                (
                    "initial_measures",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Synligt polisarbete, närvaro, de problem som de boende själva har pekat ut.",
                        max_length=10000,
                        verbose_name="Vilka åtgärder görs där först, före eller jämte dialogen?",
                    ),
                ),
                (
                    "minutes",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Det som sades och bestämdes, i korthet.",
                        max_length=10000,
                        verbose_name="Minnesanteckningar",
                    ),
                ),
                (
                    "weight_extent",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(0, "Inte alls"), (1, "Lite"), (2, "Ganska mycket"), (3, "Mycket")],
                        null=True,
                        verbose_name="Hur tungt väger omfattningen?",
                    ),
                ),
                (
                    "weight_worry",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(0, "Inte alls"), (1, "Lite"), (2, "Ganska mycket"), (3, "Mycket")],
                        null=True,
                        verbose_name="Hur tungt väger medborgarnas oro?",
                    ),
                ),
                (
                    "weight_harm",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(0, "Inte alls"), (1, "Lite"), (2, "Ganska mycket"), (3, "Mycket")],
                        null=True,
                        verbose_name="Hur tungt väger skadan?",
                    ),
                ),
                (
                    "weight_influence",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(0, "Inte alls"), (1, "Lite"), (2, "Ganska mycket"), (3, "Mycket")],
                        null=True,
                        verbose_name="Hur tungt väger möjligheten att påverka?",
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
                    "situation_version",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.situationversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical gemensam lägesbild",
                "verbose_name_plural": "historical gemensam lägesbilds",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="SteeringMember",
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
                ("name", models.CharField(blank=True, default="", max_length=200, verbose_name="Namn")),
                ("title", models.CharField(blank=True, default="", max_length=200, verbose_name="Titel")),
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="processes.party",
                        verbose_name="Part",
                    ),
                ),
                (
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steering_members",
                        to="processes.process",
                    ),
                ),
            ],
            options={
                "verbose_name": "ledamot",
            },
        ),
        migrations.CreateModel(
            name="SupportMember",
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
                ("name", models.CharField(blank=True, default="", max_length=200, verbose_name="Namn")),
                (
                    "competence",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel underrättelsesamordnare, controller, kommunikatör.",
                        max_length=200,
                        verbose_name="Kompetens",
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
                        related_name="support_members",
                        to="processes.process",
                    ),
                ),
            ],
            options={
                "verbose_name": "stödperson",
            },
        ),
        migrations.CreateModel(
            name="Term",
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
                    "list",
                    models.CharField(
                        choices=[
                            ("theme", "Teman"),
                            ("worry", "Slag av oro"),
                            ("activity_type", "Slag av aktiviteter"),
                            ("survey", "Trygghetsmätningens frågor"),
                            ("crime", "Slag av brott"),
                            ("source", "Källor till lägesbilden"),
                            ("participation", "Grader av delaktighet"),
                            ("communication", "Kommunikationstrappan"),
                            ("ground", "Grunder för att inte lämna ut"),
                        ],
                        max_length=30,
                        verbose_name="Lista",
                    ),
                ),
                ("label", models.CharField(max_length=120, verbose_name="Ord")),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Plats i ordningen")),
                (
                    "meaning",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="Vad det betyder"),
                ),
                (
                    "remark",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=200,
                        verbose_name="Att tänka på för den som väljer det",
                    ),
                ),
                ("retired", models.BooleanField(default=False, verbose_name="Används inte längre")),
                ("code", models.CharField(blank=True, default="", editable=False, max_length=20)),
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
                "verbose_name": "ord i en lista",
                "verbose_name_plural": "ord i listor",
                "ordering": ["list", "position", "label"],
            },
        ),
        migrations.CreateModel(
            name="TargetGroup",
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
                        help_text="”Alla” når ingen. Till exempel ”alla i årskurs 9” eller ”boende på Tallvägen”.",
                        max_length=200,
                        verbose_name="Vilka vill ni nå?",
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Vad de tänker, känner och behöver, och var de finns.",
                        max_length=200,
                        verbose_name="Vad vet ni om dem?",
                    ),
                ),
                (
                    "know",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”att torget är bemannat på fredagar”.",
                        max_length=200,
                        verbose_name="Vad ska de tänka eller veta?",
                    ),
                ),
                (
                    "feel",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”att någon lyssnade”.",
                        max_length=200,
                        verbose_name="Vad ska de känna?",
                    ),
                ),
                (
                    "do",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”gå över torget i stället för runt det”.",
                        max_length=200,
                        verbose_name="Vad ska de göra?",
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
                        related_name="target_groups",
                        to="processes.process",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        blank=True,
                        help_text="Steget på kommunikationstrappan.",
                        limit_choices_to={"list": "communication"},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.term",
                        verbose_name="Hur långt vill ni nå?",
                    ),
                ),
            ],
            options={
                "verbose_name": "målgrupp",
            },
        ),
        migrations.CreateModel(
            name="HistoricalTargetGroup",
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
                        help_text="”Alla” når ingen. Till exempel ”alla i årskurs 9” eller ”boende på Tallvägen”.",
                        max_length=200,
                        verbose_name="Vilka vill ni nå?",
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Vad de tänker, känner och behöver, och var de finns.",
                        max_length=200,
                        verbose_name="Vad vet ni om dem?",
                    ),
                ),
                (
                    "know",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”att torget är bemannat på fredagar”.",
                        max_length=200,
                        verbose_name="Vad ska de tänka eller veta?",
                    ),
                ),
                (
                    "feel",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”att någon lyssnade”.",
                        max_length=200,
                        verbose_name="Vad ska de känna?",
                    ),
                ),
                (
                    "do",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”gå över torget i stället för runt det”.",
                        max_length=200,
                        verbose_name="Vad ska de göra?",
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
                    "goal",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Steget på kommunikationstrappan.",
                        limit_choices_to={"list": "communication"},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.term",
                        verbose_name="Hur långt vill ni nå?",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical målgrupp",
                "verbose_name_plural": "historical målgrupps",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalFocusArea",
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
                    models.CharField(blank=True, default="", max_length=200, verbose_name="Fokusområde"),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("area", "Geografiskt område"),
                            ("type", "Typ av brott eller ordningsstörning"),
                            ("group", "Grupp"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Slag",
                    ),
                ),
                (
                    "grounds",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                "Geografiskt område",
                                [
                                    ("area_insecurity", "Hög upplevd otrygghet"),
                                    ("area_crime", "Hög brottslighet"),
                                    ("area_both", "Både hög otrygghet och hög brottslighet"),
                                ],
                            ),
                            (
                                "Typ av brott eller ordningsstörning",
                                [
                                    ("type_insecurity", "Påverkar tryggheten mycket"),
                                    ("type_common", "Vanligast"),
                                    ("type_increase", "Har ökat mest"),
                                    ("type_deviates", "Avviker från andra områden"),
                                    ("type_cost", "Kostar samhället mycket"),
                                ],
                            ),
                            (
                                "Grupp",
                                [("group_exposed", "Mest utsatt"), ("group_causes", "Orsakar problemet")],
                            ),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Vad talar mest för det?",
                    ),
                ),
                (
                    "priority",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="1 är viktigast. Behövs bara när ni väljer flera.",
                        null=True,
                        verbose_name="Prioritet",
                    ),
                ),
                (
                    "influence",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Vad varje part kan påverka, med vilka åtgärder och med vilka resurser.",
                        max_length=10000,
                        verbose_name="Hur långt räcker var och en?",
                    ),
                ),
                (
                    "target_picture",
                    models.TextField(
                        blank=True,
                        default="",
                        max_length=10000,
                        verbose_name="Målbild: vad ska det gemensamma arbetet leda till?",
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Kommun, stadsdel, tätort eller namngiven plats. Tomt betyder hela området.",
                        max_length=200,
                        verbose_name="Plats",
                    ),
                ),
                (
                    "becomes_promise",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Ska det bli ett medborgarlöfte?",
                    ),
                ),
                (
                    "score_extent",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(0, "Inte alls"), (1, "Lite"), (2, "Ganska mycket"), (3, "Mycket")],
                        null=True,
                        verbose_name="Hur omfattande är problemet?",
                    ),
                ),
                (
                    "score_worry",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(0, "Inte alls"), (1, "Lite"), (2, "Ganska mycket"), (3, "Mycket")],
                        null=True,
                        verbose_name="Hur mycket oroar det medborgarna?",
                    ),
                ),
                (
                    "score_harm",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(0, "Inte alls"), (1, "Lite"), (2, "Ganska mycket"), (3, "Mycket")],
                        null=True,
                        verbose_name="Hur stor skada gör det?",
                    ),
                ),
                (
                    "score_influence",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(0, "Inte alls"), (1, "Lite"), (2, "Ganska mycket"), (3, "Mycket")],
                        null=True,
                        verbose_name="Hur mycket kan ni tillsammans påverka det?",
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
                    "problem",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.problem",
                        verbose_name="Problem i den gemensamma bilden",
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
            ],
            options={
                "verbose_name": "historical fokusområde",
                "verbose_name_plural": "historical fokusområden",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCommunicationActivity",
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
                    "moment",
                    models.CharField(
                        blank=True,
                        choices=processes.models.communication.occasions,
                        default="",
                        help_text="Tillfället säger vilket steg raden hör till.",
                        max_length=40,
                        verbose_name="Tillfälle",
                    ),
                ),
                (
                    "what",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="Vad berättar ni?"),
                ),
                (
                    "direction",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("internal", "Internt"),
                            ("external", "Externt"),
                            ("both", "Både internt och externt"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Riktning",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Kanal och form, till exempel ”affisch i trapphusen”.",
                        max_length=200,
                        verbose_name="Hur och var?",
                    ),
                ),
                ("planned_on", models.DateField(blank=True, null=True, verbose_name="Planerat datum")),
                (
                    "frequency",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="När inget datum är bestämt.",
                        max_length=200,
                        verbose_name="När och hur ofta?",
                    ),
                ),
                (
                    "position",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="1 för dem som ska få veta först, 2 för nästa.",
                        null=True,
                        verbose_name="Ordning",
                    ),
                ),
                (
                    "responsible",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="Ansvarig"),
                ),
                (
                    "evaluate_how",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=200,
                        verbose_name="Hur tar ni reda på om det nådde fram?",
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="Genomfört den")),
                (
                    "evaluation",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="En rad räcker.",
                        max_length=10000,
                        verbose_name="Hur gick det?",
                    ),
                ),
                (
                    "not_done_reason",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”mötet ställdes in när lokalen inte gick att få”.",
                        max_length=10000,
                        verbose_name="Blev det inte av? Skriv varför.",
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
                    "target_group",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Tomt betyder alla planens målgrupper.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.targetgroup",
                        verbose_name="Målgrupp",
                    ),
                ),
                (
                    "level",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Tomt betyder som för målgruppen.",
                        limit_choices_to={"list": "communication"},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.term",
                        verbose_name="Hur långt ska den nå?",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical kommunikationsaktivitet",
                "verbose_name_plural": "historical kommunikationsaktivitets",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalActivity",
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
                    "what",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Verb, mängd, plats och tid.",
                        max_length=300,
                        verbose_name="Vad ska ni göra?",
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Tomt betyder hela fokusområdets plats.",
                        max_length=200,
                        verbose_name="Var?",
                    ),
                ),
                (
                    "period_start",
                    models.DateField(
                        blank=True,
                        help_text="Tomt betyder när rundans period börjar.",
                        null=True,
                        verbose_name="Börjar",
                    ),
                ),
                (
                    "period_end",
                    models.DateField(
                        blank=True,
                        help_text="Tomt betyder när rundans period slutar.",
                        null=True,
                        verbose_name="Slutar",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("offender", "Gärningsperson"),
                            ("target", "Offer eller objekt"),
                            ("place", "Plats"),
                            ("handler", "Övervakare av gärningspersonen"),
                            ("guardian", "Beskyddare av offret eller objektet"),
                            ("manager", "Platsansvarig"),
                        ],
                        default="",
                        help_text="Om den inte riktar sig mot en viss orsak.",
                        max_length=40,
                        verbose_name="Sida i problemanalystriangeln",
                    ),
                ),
                (
                    "technique",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                "Öka ansträngningen",
                                [
                                    ("harden_target", "Skydda målet"),
                                    ("control_access", "Kontrollera tillträde"),
                                    ("screen_exits", "Kontrollera utgångar"),
                                    ("deflect_offenders", "Avled gärningspersoner"),
                                    ("control_tools", "Kontrollera verktyg och vapen"),
                                ],
                            ),
                            (
                                "Öka risken",
                                [
                                    ("extend_guardianship", "Fler som ser och bryr sig"),
                                    ("natural_surveillance", "Underlätta naturlig övervakning"),
                                    ("reduce_anonymity", "Minska anonymiteten"),
                                    ("place_managers", "Använd dem som ansvarar för platsen"),
                                    ("formal_surveillance", "Stärk den formella bevakningen"),
                                ],
                            ),
                            (
                                "Minska vinsten",
                                [
                                    ("conceal_target", "Dölj målet"),
                                    ("remove_target", "Ta bort målet"),
                                    ("identify_property", "Märk egendom"),
                                    ("disrupt_markets", "Stör marknaden för stöldgods och droger"),
                                    ("deny_benefits", "Gör bytet värdelöst"),
                                ],
                            ),
                            (
                                "Minska provokationer",
                                [
                                    ("reduce_frustration", "Minska frustration och stress"),
                                    ("avoid_disputes", "Förebygg tvister"),
                                    ("reduce_arousal", "Minska upphetsning och lockelse"),
                                    ("neutralise_peers", "Motverka grupptryck"),
                                    ("discourage_imitation", "Motverka efterhärmning"),
                                ],
                            ),
                            (
                                "Ta bort ursäkter",
                                [
                                    ("set_rules", "Sätt tydliga regler"),
                                    ("post_instructions", "Skylta och påminn"),
                                    ("alert_conscience", "Väck samvetet"),
                                    ("assist_compliance", "Gör det lätt att göra rätt"),
                                    ("control_substances", "Kontrollera alkohol och droger"),
                                ],
                            ),
                        ],
                        default="",
                        help_text="En av de 25 situationella teknikerna, om någon passar.",
                        max_length=40,
                        verbose_name="Teknik",
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("research", "Forskning"),
                            ("evaluated", "Utvärderad metod"),
                            ("experience", "Egen dokumenterad erfarenhet"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Vad bygger valet på?",
                    ),
                ),
                (
                    "ground_reference",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Titel, länk eller vilken erfarenhet.",
                        max_length=300,
                        verbose_name="Hänvisning",
                    ),
                ),
                (
                    "horizon",
                    models.CharField(
                        blank=True,
                        choices=[("immediate", "Omedelbar effekt"), ("long_term", "Långsiktig effekt")],
                        default="",
                        max_length=40,
                        verbose_name="Vilken effekt väntar ni er?",
                    ),
                ),
                (
                    "position",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="1 görs först, sedan 2. Behövs för det som verkar på lång sikt; tomt kan göras genast.",
                        null=True,
                        verbose_name="Ordning",
                    ),
                ),
                (
                    "expected_effect",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(0, "Inte alls"), (1, "Lite"), (2, "Ganska mycket"), (3, "Mycket")],
                        null=True,
                        verbose_name="Hur stor effekt väntar ni er?",
                    ),
                ),
                (
                    "effort",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(0, "Inte alls"), (1, "Lite"), (2, "Ganska mycket"), (3, "Mycket")],
                        null=True,
                        verbose_name="Hur mycket arbete krävs?",
                    ),
                ),
                (
                    "involves_citizens",
                    models.BooleanField(
                        blank=True,
                        choices=[(True, "Ja"), (False, "Nej")],
                        null=True,
                        verbose_name="Är medborgarna med och gör något?",
                    ),
                ),
                (
                    "society",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Också det som kan bli sämre för någon.",
                        max_length=300,
                        verbose_name="Nytta och skada för samhället",
                    ),
                ),
                (
                    "target_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("at_least", "Minst så många"),
                            ("exactly", "Exakt så många"),
                            ("per_week", "Så många per vecka"),
                            ("per_month", "Så många per månad"),
                            ("at_most_hours", "Högst så många timmar"),
                            ("hours", "Minst så många arbetade timmar"),
                            ("on_demand", "Vid behov"),
                            ("yes_no", "Görs eller görs inte"),
                            ("none", "Inget mål i tal"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Hur mäts det?",
                    ),
                ),
                (
                    "target_value",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="Mål"
                    ),
                ),
                (
                    "target_unit",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”kontroller”.",
                        max_length=200,
                        verbose_name="Enhet",
                    ),
                ),
                (
                    "what_counts",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”minst två poliser i en timme”.",
                        max_length=300,
                        verbose_name="Vad räknas?",
                    ),
                ),
                (
                    "no_number_reason",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Vid behov, eller när inget mått går att sätta.",
                        max_length=200,
                        verbose_name="Varför finns inget tal?",
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
                    "after",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Om den bygger på att något annat är gjort.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.activity",
                        verbose_name="Vilken aktivitet måste komma före?",
                    ),
                ),
                (
                    "cause",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.cause",
                        verbose_name="Vilken orsak riktar den sig mot?",
                    ),
                ),
                (
                    "focus_area",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Tomt betyder orsakens fokusområde.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.focusarea",
                        verbose_name="Fokusområde",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Tomt betyder orsakens mål.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.goal",
                        verbose_name="Vilket effektmål bidrar den till?",
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
                    "type",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        limit_choices_to={"list": "activity_type"},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="processes.term",
                        verbose_name="Slag av aktivitet",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical aktivitet",
                "verbose_name_plural": "historical aktiviteter",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="focusarea",
            name="theme",
            field=models.ForeignKey(
                blank=True,
                limit_choices_to={"list": "theme"},
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="processes.term",
                verbose_name="Tema",
            ),
        ),
        migrations.CreateModel(
            name="CommunicationActivity",
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
                    "moment",
                    models.CharField(
                        blank=True,
                        choices=processes.models.communication.occasions,
                        default="",
                        help_text="Tillfället säger vilket steg raden hör till.",
                        max_length=40,
                        verbose_name="Tillfälle",
                    ),
                ),
                (
                    "what",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="Vad berättar ni?"),
                ),
                (
                    "direction",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("internal", "Internt"),
                            ("external", "Externt"),
                            ("both", "Både internt och externt"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Riktning",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Kanal och form, till exempel ”affisch i trapphusen”.",
                        max_length=200,
                        verbose_name="Hur och var?",
                    ),
                ),
                ("planned_on", models.DateField(blank=True, null=True, verbose_name="Planerat datum")),
                (
                    "frequency",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="När inget datum är bestämt.",
                        max_length=200,
                        verbose_name="När och hur ofta?",
                    ),
                ),
                (
                    "position",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="1 för dem som ska få veta först, 2 för nästa.",
                        null=True,
                        verbose_name="Ordning",
                    ),
                ),
                (
                    "responsible",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="Ansvarig"),
                ),
                (
                    "evaluate_how",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=200,
                        verbose_name="Hur tar ni reda på om det nådde fram?",
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="Genomfört den")),
                (
                    "evaluation",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="En rad räcker.",
                        max_length=10000,
                        verbose_name="Hur gick det?",
                    ),
                ),
                (
                    "not_done_reason",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”mötet ställdes in när lokalen inte gick att få”.",
                        max_length=10000,
                        verbose_name="Blev det inte av? Skriv varför.",
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
                        related_name="communication_activities",
                        to="processes.process",
                    ),
                ),
                (
                    "target_group",
                    models.ForeignKey(
                        blank=True,
                        help_text="Tomt betyder alla planens målgrupper.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.targetgroup",
                        verbose_name="Målgrupp",
                    ),
                ),
                (
                    "level",
                    models.ForeignKey(
                        blank=True,
                        help_text="Tomt betyder som för målgruppen.",
                        limit_choices_to={"list": "communication"},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.term",
                        verbose_name="Hur långt ska den nå?",
                    ),
                ),
            ],
            options={
                "verbose_name": "kommunikationsaktivitet",
            },
        ),
        migrations.AddField(
            model_name="activity",
            name="type",
            field=models.ForeignKey(
                blank=True,
                limit_choices_to={"list": "activity_type"},
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="processes.term",
                verbose_name="Slag av aktivitet",
            ),
        ),
        migrations.CreateModel(
            name="Tick",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.CharField(editable=False, max_length=40)),
                ("subject_model", models.CharField(editable=False, max_length=60)),
                ("subject_id", models.BigIntegerField(editable=False)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("criterion", models.CharField(max_length=40)),
                ("ticked", models.BooleanField()),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="processes.process",
                    ),
                ),
            ],
            options={
                "verbose_name": "avprickning",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TrianglePart",
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
                    "side",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("offender", "Gärningsperson"),
                            ("target", "Offer eller objekt"),
                            ("place", "Plats"),
                            ("handler", "Övervakare av gärningspersonen"),
                            ("guardian", "Beskyddare av offret eller objektet"),
                            ("manager", "Platsansvarig"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Sida",
                    ),
                ),
                (
                    "who",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="En roll eller organisation, till exempel ”centrumvärdarna”.",
                        max_length=200,
                        verbose_name="Vem eller vad?",
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("present", "Finns och gör sin del"),
                            ("weak", "Finns men räcker inte till"),
                            ("missing", "Saknas"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Hur är det i dag?",
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True, default="", max_length=300, verbose_name="Vad kan den bidra med?"
                    ),
                ),
                (
                    "analysis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="triangle_parts",
                        to="processes.problemanalysis",
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
                        help_text="Tomt betyder att den inte är med: bjud in den.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="processes.party",
                        verbose_name="Vilken part i rundan är det?",
                    ),
                ),
            ],
            options={
                "verbose_name": "roll i triangeln",
                "verbose_name_plural": "roller i triangeln",
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("path", models.CharField(max_length=300)),
                ("data", models.JSONField(default=dict)),
                ("held", models.BooleanField(default=False)),
                ("saved_at", models.DateTimeField(auto_now=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="drafts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("user", "path"), name="one_draft_per_form")],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("community_officer", "Kommunpolis"),
                            ("local_police_chief", "Lokalpolisområdeschef"),
                            ("group_manager", "Gruppchef"),
                            ("employee", "Områdespolis/medarbetare"),
                            ("intelligence_coordinator", "Underrättelsesamordnare"),
                            ("analyst", "Analytiker/controller"),
                            ("communicator", "Kommunikatör"),
                            ("municipal_coordinator", "Kommunal samordnare"),
                            ("municipal_representative", "Kommunens representant"),
                            ("partner", "Samverkanspartner"),
                            ("partner_representative", "Partnerns företrädare"),
                            ("registrar", "Registrator"),
                            ("reader", "Region/nationell nivå"),
                            ("administrator", "Administratör"),
                        ],
                        max_length=40,
                        verbose_name="Roll",
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="Från och med")),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="Till och med")),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="processes.area",
                    ),
                ),
                (
                    "stands_in_for",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stand_ins",
                        to="processes.membership",
                        verbose_name="Ersätter",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="processes.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "roll",
                "verbose_name_plural": "roller",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("stands_in_for", None)),
                        fields=("user", "organisation", "role", "area"),
                        name="one_membership_per_role",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AreaPopulation",
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
                    "year",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="Vilket års slut gäller siffrorna?"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Till exempel ”SCB, folkmängd efter ålder och kön”.",
                        max_length=200,
                        verbose_name="Varifrån kommer de?",
                    ),
                ),
                ("counts", models.JSONField(default=dict)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="populations",
                        to="processes.area",
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
                "verbose_name": "befolkning",
                "verbose_name_plural": "befolkning",
                "constraints": [
                    models.UniqueConstraint(fields=("area", "year"), name="one_population_a_year")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.UniqueConstraint(fields=("process", "organisation"), name="one_party_once"),
        ),
        migrations.AddIndex(
            model_name="judgement",
            index=models.Index(fields=["subject_model", "subject_id"], name="processes_j_subject_8e1b24_idx"),
        ),
        migrations.AddIndex(
            model_name="inherited",
            index=models.Index(fields=["subject_model", "subject_id"], name="processes_i_subject_0b02b5_idx"),
        ),
        migrations.AddIndex(
            model_name="imported",
            index=models.Index(fields=["step", "section", "subject_id"], name="processes_i_step_00ad40_idx"),
        ),
        migrations.AddIndex(
            model_name="handover",
            index=models.Index(fields=["subject_model", "subject_id"], name="processes_h_subject_2ad1d1_idx"),
        ),
        migrations.AddIndex(
            model_name="feedback",
            index=models.Index(fields=["subject_model", "subject_id"], name="processes_f_subject_97023d_idx"),
        ),
        migrations.AddIndex(
            model_name="deviation",
            index=models.Index(fields=["subject_model", "subject_id"], name="processes_d_subject_346781_idx"),
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(fields=["subject_model", "subject_id"], name="processes_d_subject_db6781_idx"),
        ),
        migrations.AddIndex(
            model_name="attachment",
            index=models.Index(fields=["subject_model", "subject_id"], name="processes_a_subject_9a4f89_idx"),
        ),
        migrations.AddConstraint(
            model_name="silencedhint",
            constraint=models.UniqueConstraint(fields=("user", "code"), name="one_silence_per_hint"),
        ),
        migrations.AddConstraint(
            model_name="situationversion",
            constraint=models.UniqueConstraint(
                fields=("situation", "number"), name="one_situation_number_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="term",
            constraint=models.UniqueConstraint(fields=("list", "label"), name="one_word_once_per_list"),
        ),
        migrations.AddIndex(
            model_name="tick",
            index=models.Index(fields=["subject_model", "subject_id"], name="processes_t_subject_705a33_idx"),
        ),
        migrations.RunPython(words, migrations.RunPython.noop),
    ]
    operations = at_once(operations)
