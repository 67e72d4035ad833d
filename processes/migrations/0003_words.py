"""The words the lists begin with; an administrator keeps them from then on."""

from django.db import migrations

WORDS = {
    "focus_theme": (
        "Bedrägerier mot äldre",
        "Bostadsinbrott",
        "Brottsaktiva och livsstilskriminella",
        "Evenemang",
        "Företag och handel",
        "Narkotika och alkohol",
        "Nedskräpning och fysisk miljö",
        "Otrygg plats",
        "Polarisering och extremism",
        "Psykisk ohälsa",
        "Sexuell exploatering",
        "Skadegörelse",
        "Tillgänglig polis",
        "Trafik",
        "Unga i riskzon",
        "Våld i nära relation",
        "Annat",
    ),
    "activity_type": (
        "Belysning, siktröjning, städning",
        "Bekymringssamtal",
        "Grannsamverkan",
        "Information och utskick",
        "Kamerabevakning",
        "Kartläggning",
        "Patrullering och närvaro",
        "Riktad insats",
        "Samverkansmöte",
        "Skolbesök",
        "Tillsyn av alkohol och tobak",
        "Trafikkontroll",
        "Trygghetsvandring",
        "Trygghetsvärdar och nattvandring",
        "Uppsökande samtal",
        "Utbildning",
        "Annat",
    ),
}


def begin(apps, schema_editor):
    """Add the words that are not there yet."""
    term = apps.get_model("processes", "Term")
    words = [term(list=words, label=label) for words, labels in WORDS.items() for label in labels]
    term.objects.bulk_create(words, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("processes", "0002_understand_and_plan")]
    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
