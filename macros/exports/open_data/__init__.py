"""The whole catalogue as data: its tables, its JSON, and the formats that both are written in. `data_files` puts them together."""
