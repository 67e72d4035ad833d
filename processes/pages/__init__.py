"""From verdicts and facts to flat, ready rows for templates: strings, addresses, flags."""
