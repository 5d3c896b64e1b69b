"""Earlier versions: every state of an entry that readers could see, at an address of its own, for good.

The source is the repository's own history: what stood on the main line since the day of `gepubliceerd_vanaf`
in mkdocs.yml. A version is the bytes of the entry's file at that moment; they lie beside its page as
`voorbeeld.yml`, and the page carries their hash. Pages are made without the model: an old file stays readable
whatever fields today's model knows.
"""
