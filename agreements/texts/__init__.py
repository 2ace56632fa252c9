"""The texts of documents: what their files say, taken apart for reading, comparing and search."""
