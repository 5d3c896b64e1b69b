"""What templates show: ready texts, labels and addresses, nothing left to compute or look up.

`cards` is what everything shares, `entry` is the page of an entry (with `facts`, `money` and
`relations` as its parts), `lists` are the pages that list entries.
"""
