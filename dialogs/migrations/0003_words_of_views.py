"""Theme and kind of worry of a view become words of the lists that an administrator keeps (X-17).

The columns with the old codes go in a migration of their own: PostgreSQL alters no table whose rows were
changed in the same transaction.
"""

from django.db import migrations, models

WORDS = {
    "theme": {
        "drugs": "Narkotika och alkohol",
        "traffic": "Trafik",
        "place": "Otrygg plats",
        "youth": "Unga i riskzon",
        "burglary": "Inbrott och stöld",
        "fraud": "Bedrägeri",
        "damage": "Skadegörelse",
        "violence": "Våld och hot",
        "domestic": "Våld i nära relation",
        "gangs": "Kriminella nätverk",
        "extremism": "Polarisering och extremism",
        "litter": "Nedskräpning och fysisk miljö",
        "business": "Företag och handel",
        "health": "Psykisk ohälsa",
        "presence": "Tillgänglig polis",
        "other": "Annat",
    },
    "worry": {
        "crime": "Rädsla för brott",
        "victim": "Har själv blivit utsatt",
        "disorder": "Störs av oordning",
        "surroundings": "Miljön känns otrygg",
        "others": "Oro för någon annan",
        "trust": "Saknar förtroende",
        "none": "Ingen oro, ett förslag eller beröm",
    },
}
LABELS = {"theme": "Tema", "worry": "Slag av oro"}


def carry_over(apps, schema_editor):
    """Each view, and each line of its history, keeps what it was sorted as."""
    term = apps.get_model("processes", "Term")
    for name, codes in WORDS.items():
        for code, label in codes.items():
            word, _ = term.objects.get_or_create(list=name, label=label)
            for model in ("View", "HistoricalView"):
                rows = apps.get_model("dialogs", model).objects.filter(**{f"{name}_code": code})
                rows.update(**{name: word.pk} if model == "View" else {f"{name}_id": word.pk})


def become_word(model, name, **more):
    return [
        migrations.RenameField(model, name, f"{name}_code"),
        migrations.AddField(
            model,
            name,
            models.ForeignKey(
                blank=True,
                limit_choices_to={"list": name},
                null=True,
                related_name="+",
                to="processes.term",
                verbose_name=LABELS[name],
                **more,
            ),
        ),
    ]


HISTORY = {"db_constraint": False, "on_delete": models.DO_NOTHING}


class Migration(migrations.Migration):
    dependencies = [("dialogs", "0002_reasons_in_full"), ("processes", "0011_one_list_of_themes")]
    operations = [
        operation
        for name in WORDS
        for operation in (
            *become_word("view", name, on_delete=models.PROTECT),
            *become_word("historicalview", name, **HISTORY),
        )
    ] + [
        migrations.RunPython(carry_over, migrations.RunPython.noop),
    ]
