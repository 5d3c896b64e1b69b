"""What is not done again: after an edit only what depends on it is read, judged and shown anew.

All of it lives in memory, in a process that `serve` starts and stops; no file of it is ever trusted.
"""
