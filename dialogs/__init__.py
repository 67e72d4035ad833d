"""Dialogs with citizens and staff, and what was said in them. Stands on processes."""
