"""What others subscribe to: feeds of lists, a calendar of endings. docs/feeds.md tells how."""

from .documents import documents_atom
from .endings import calendar
from .events import events_atom

__all__ = ["calendar", "documents_atom", "events_atom"]
