"""The digital dialogue: opened by a named person, answered without login, followed with a receipt (DIA-13, LAG-10)."""
