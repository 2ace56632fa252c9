"""The papers themselves: what a file is, whether it is sound, and what its words say."""
