"""What readers may ask of the lists. Each set checks an address and says what it applied."""

from .agencies import AgencyFilters
from .documents import DocumentFilters
from .events import EventFilters

__all__ = ["AgencyFilters", "DocumentFilters", "EventFilters"]
