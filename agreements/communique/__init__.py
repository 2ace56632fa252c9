"""Press release in, proposal out: reads a communique and says what was signed, in whose words.

Pure Python: no Django, no database, no network. ``parsing.parse`` is the only door.
"""
