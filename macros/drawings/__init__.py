"""The drawn face of the catalogue: a sign and a colour per theme, and a cover for each entry.

Everything is computed from vocabulary ids and the slug; nothing from free text reaches a drawing.
"""
