"""Files that wait in the inbox: what their words say, which document they are of, their placing."""
