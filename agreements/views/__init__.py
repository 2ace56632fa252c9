"""The public pages: one module a noun. Every one begins with ``published()``."""
