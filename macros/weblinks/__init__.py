"""Do the addresses of the sources still work? What was asked, what came back, and what that means over time.

`collecting` finds the addresses, `visiting` asks them politely, `judging` reads one answer, `memory` keeps
what came of it between runs, `reporting` tells a human. Only `visiting` knows the network, only `memory` the disk.
"""
