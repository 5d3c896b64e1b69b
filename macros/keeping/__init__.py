"""What is not done again: after an edit only what depends on it is read, judged and shown anew.

Nearly all of it lives in memory, in a process that `serve` starts and stops. Files stand in `.cache/`, by `store`: the catalogue
comes from none of them, and what was said of the content only counts for the same content, code, Python and packages.
"""
