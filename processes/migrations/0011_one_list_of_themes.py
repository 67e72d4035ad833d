"""Themes of focus areas and of views are one list; kinds of worry are a list of their own.

What the field calls by two names stands once: "Trafik" is also mopeds, "Skadegörelse" also graffiti,
"Tillgänglig polis" also that the police are seldom seen.
"""

from django.db import migrations, models

LISTS = [("theme", "Teman"), ("worry", "Slag av oro"), ("activity_type", "Slag av aktiviteter")]
WORDS = {
    "theme": ("Bedrägeri", "Inbrott och stöld", "Kriminella nätverk", "Våld och hot"),
    "worry": (
        "Har själv blivit utsatt",
        "Ingen oro, ett förslag eller beröm",
        "Miljön känns otrygg",
        "Oro för någon annan",
        "Rädsla för brott",
        "Saknar förtroende",
        "Störs av oordning",
    ),
}


def rename(before, after):
    def run(apps, schema_editor):
        for name in ("Term", "HistoricalTerm"):
            apps.get_model("processes", name).objects.filter(list=before).update(list=after)

    return run


def add(apps, schema_editor):
    term = apps.get_model("processes", "Term")
    words = [term(list=words, label=label) for words, labels in WORDS.items() for label in labels]
    term.objects.bulk_create(words, ignore_conflicts=True)


def lists(model):
    return migrations.AlterField(
        model, "list", models.CharField(choices=LISTS, max_length=30, verbose_name="Lista")
    )


def theme(model, **more):
    return migrations.AlterField(
        model,
        "theme",
        models.ForeignKey(
            blank=True,
            limit_choices_to={"list": "theme"},
            null=True,
            related_name="+",
            to="processes.term",
            verbose_name="Tema",
            **more,
        ),
    )


class Migration(migrations.Migration):
    dependencies = [("processes", "0010_silenced_hint")]
    operations = [
        lists("term"),
        lists("historicalterm"),
        theme("focusarea", on_delete=models.PROTECT),
        theme("historicalfocusarea", db_constraint=False, on_delete=models.DO_NOTHING),
        migrations.RunPython(rename("focus_theme", "theme"), rename("theme", "focus_theme")),
        migrations.RunPython(add, migrations.RunPython.noop),
    ]
