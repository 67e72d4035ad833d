"""What was published about the promise of Angered 2017–2018. What never was is made up in the chapters."""

import json
from pathlib import Path

CASE = json.loads((Path(__file__).parents[2] / "data/angered-2017-2018.json").read_text(encoding="utf-8"))
ROUND = CASE["agreement"]["name"]
PLACE = CASE["geographic_scope"][0]
FOCUS = CASE["focus_areas"][0]
ACTIVITIES = {activity["id"]: activity for activity in CASE["activities"]}
SAFE_IN_2017 = CASE["effect_goals"][0]["baseline"]["value"]
