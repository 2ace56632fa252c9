"""How each language says it: types of documents, "between", "signed", "on", numbers and months."""
