"""The records for harvesters, by OAI-PMH 2.0: who keeps a copy comes back for what was changed."""
