"""What comes in: the archive's own data files, and other people's."""
