"""Röda tråden: one round from what people said to what they were told came of it (FAL-4)."""
