"""The pages over all apps: start, my work, search, the whole round, the demo."""
