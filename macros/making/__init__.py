"""From a checked catalogue to files on the disk: every generated page and every file beside it, one by one.

Without MkDocs: it makes the handwritten pages, with the shell of `overrides/main.html` that ours have too. A whole build
and the workshop of `serve` make a page in the same way, here.
"""
