"""The papers themselves: what an uploaded file is, whether it is sound, and what its words are."""
