"""Rows from a spreadsheet: template, upload, preview with what is wrong row by row, confirm, undo (X-8).

To let another table's rows come in this way, declare it on the section and nothing else:

    Rows(
        "serier", "Serier", "processes.SituationSource", "situation",
        ("series", "unit", "year", "value"), …,
        intake=Intake(
            fields=("series", "unit", "year", "value"),
            needed=("series", "year", "value"),
            example={"series": "Anmälda cykelstölder", "unit": "per 1 000 invånare", "year": "2026", "value": "12,4"},
        ),
    )

The section's page then leads to `processes:import_rows`. Columns, lists and what a cell may hold follow
from the section's own form (`columns`); `Intake.blank` fills in what a row leaves blank. Whoever
may edit the section may bring in rows; where decisions rest on each row (not `counted`), a reason is asked
for as it is when one row is added. Links to rows of the round are matched by what those rows are called.

`reading` turns bytes from anywhere into bounded texts and is the only door to openpyxl; `checking` turns
texts into values, or words about why not; `template` makes the file to fill in. Nothing of the file is kept
but its recognised cells, in the person's own draft, until the preview is answered or a day has passed; and
afterwards its name, fingerprint and number of rows, in `Imported`.
"""
