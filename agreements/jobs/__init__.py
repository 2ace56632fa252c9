"""Work that takes longer than a page may: what waits, who does it, and how far it is.

What a job of some kind does, its handler knows, and the worker is given these.
"""
