"""The promise's text: how easy it is to read, how others will read it, its template, and what is in which promise."""
