"""The commands, one file each, in the order in which the help lists them."""

NAMES = ("read", "ingest", "search", "show", "trace", "missing", "serve", "work", "reindex", "check", "export")
