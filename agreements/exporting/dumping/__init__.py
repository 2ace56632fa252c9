"""The dump: all that is published, in files that lie ready; made every night."""
