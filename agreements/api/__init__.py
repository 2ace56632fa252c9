"""The public records for programs, read-only, at ``/api/v1/``. docs/api.md tells how."""
