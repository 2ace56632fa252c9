"""A document as those who cite it write it down: BibTeX, RIS, CSL-JSON, and plain words."""
