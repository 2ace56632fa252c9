"""Words taken apart for reading, comparing and search: pure Python."""
