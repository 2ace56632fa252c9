"""The clerks' desk: one module a noun."""

from . import (
    accounts,
    agencies,
    changes,
    documents,
    events,
    file_checks,
    import_profiles,
    imports,
    jobs,
    merged_records,
    places,
    proposals,
    sources,
    states,
    subjects,
    vocabularies,
)

__all__ = [
    "accounts",
    "agencies",
    "changes",
    "documents",
    "events",
    "file_checks",
    "import_profiles",
    "imports",
    "jobs",
    "merged_records",
    "places",
    "proposals",
    "sources",
    "states",
    "subjects",
    "vocabularies",
]
