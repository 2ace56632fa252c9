"""Tables of strangers (CSV, XLSX, JSON lines), row by row: no Django here."""
