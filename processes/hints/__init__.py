"""How a goal or a promise line could be said more clearly. Pure: a text in, hints out.

`lexicon` holds the words, `wording` what a sentence says, `smart` and `concrete` which hints that gives.
"""
