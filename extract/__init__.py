"""Text to facts to decisions: citations, relations and appointments, each with the words that say so."""
