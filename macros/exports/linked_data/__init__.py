"""The catalogue as linked data (RDF): entries, vocabularies, and the description of the data for portals."""
