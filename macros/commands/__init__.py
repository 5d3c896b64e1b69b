"""The commands of `praktijkwijzer`, a module for each group: its arguments, and what it prints and answers.

A command imports what it needs when it runs, so that `check` does not wait for what only `build` uses.
"""
