"""The plan's panels, ready for their templates: the plan at a glance, yeses, goals, order, time."""

STEP = "activity_plan"
