"""What was published about the promise of Angered 2017–2018. What never was is made up in the chapters,
and here one activity of the kind that is done only when it is needed."""

import json
from pathlib import Path

CASE = json.loads((Path(__file__).parents[2] / "data/angered-2017-2018.json").read_text(encoding="utf-8"))
ROUND = CASE["agreement"]["name"]
PLACE = CASE["geographic_scope"][0]
FOCUS = CASE["focus_areas"][0]
WHEN_NEEDED = {
    "what": "Sätta in fler vuxna på kvällarna om det blir oroligt på torget",
    "responsible": ["Stadsdelsförvaltningen Angered"],
    "measure": "kvällar med extra personal",
    "target": {"op": "vid behov", "value": "", "unit": ""},
}
ACTIVITIES = {**{activity["id"]: activity for activity in CASE["activities"]}, "M1": WHEN_NEEDED}
RESULTS = {result["activity"]: result for result in CASE["follow_up"][0]["results"]}
EFFECT = CASE["follow_up"][1]["effects"][1]
SAFE_IN_2017 = CASE["effect_goals"][0]["baseline"]["value"]
