"""The door for files: they go to the spool and into a ledger, and the workers are called by the workflow's name."""
