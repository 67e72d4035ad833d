"""Agreements, promises, signing, publication and follow-up. Stands on processes and dialogs."""
