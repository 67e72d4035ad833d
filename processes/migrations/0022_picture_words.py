"""Words to begin a local picture with: the safety survey's questions, kinds of crime, and usual sources.

They come from what the survey and Brå's statistics are seen to hold, not from any settled national list, so
an administrator keeps them from then on.
"""

from django.db import migrations

SURVEY = (
    ("Utemiljön", ("Nedskräpning", "Klotter", "Skadegörelse", "Mörka områden")),
    ("Missbruksproblem", ("Berusade personer ute", "Narkotika på allmän plats")),
    (
        "Andra ordningsstörningar",
        (
            "Bilar som kör för fort",
            "Buskörning",
            "Mopeder på gångvägar",
            "Ungdomar som stör",
            "Störande musik och fester",
        ),
    ),
    (
        "Utsatthet för brott",
        ("Utsatt för stöld", "Utsatt för skadegörelse", "Utsatt för våld", "Utsatt för hot"),
    ),
    (
        "Oro för brott",
        ("Oro för inbrott i bostaden", "Oro för stöld", "Oro för skadegörelse", "Oro för överfall"),
    ),
    (
        "Konkret otrygghet",
        ("Otrygga ute ensamma sena kvällar", "Avstår från att gå ut", "Undviker vissa platser"),
    ),
    ("Polisens arbete här", ("Polisen bryr sig om problemen", "Polisen syns", "Anmälde brottet")),
)
CRIME = (
    ("Brott mot person", ("Misshandel", "Hot", "Sexualbrott", "Rån")),
    ("Stöld och tillgrepp", ("Bostadsinbrott", "Fordonsstölder", "Cykelstölder", "Butiksstölder")),
    ("Bedrägeri", ("Bedrägerier", "Bedrägerier mot äldre")),
    ("Skadegörelse", ("Klotter", "Annan skadegörelse")),
    ("Narkotika", ("Narkotikabrott",)),
    ("Trafik", ("Rattfylleri", "Olovlig körning")),
    ("Övriga brott", ("Övriga brott",)),
)
SOURCE = (
    "Anmälda brott",
    "Polisens trygghetsmätning",
    "Nationella trygghetsundersökningen (NTU)",
    "Underrättelsetjänstens sammanfattning",
    "Medarbetardialogen VAD",
    "Medborgardialogen",
    "Trygghetsvandring",
    "Lägesrapporter enligt EST",
    "CAN:s skolundersökning",
    "LUPP-enkäten",
    "Näringslivsenkät",
    "Avloppsmätning",
)


def begin(apps, schema_editor):
    """Add the words that are not there yet, block by block."""
    term = apps.get_model("processes", "Term")
    words = [
        term(list=name, position=position, label=label, meaning=block)
        for name, blocks in (("survey", SURVEY), ("crime", CRIME))
        for position, (block, labels) in enumerate(blocks, 1)
        for label in labels
    ]
    words += [term(list="source", position=1, label=label) for label in SOURCE]
    term.objects.bulk_create(words, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("processes", "0021_local_picture")]
    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
