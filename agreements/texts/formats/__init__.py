"""What strangers' files are, whether they are sound, and what is in them: no Django here."""
