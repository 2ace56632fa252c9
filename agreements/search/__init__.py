"""Query words to records."""
