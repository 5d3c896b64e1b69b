"""What an entry, a vocabulary and a knowledge page may hold: the single source for validation,
JSON Schema, field reference and exports. Knows no disk, clock or network.
"""
