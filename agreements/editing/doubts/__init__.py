"""What is odd about a record but happens: said with links, never in the way, and dismissible.

``of_document``, ``of_event`` and ``of_agency`` look at a saved record; ``wording`` has what can be
said from the words alone. Each doubt is cheap among a million documents: it goes by an index and
looks at a few tens of rows.
"""

from .agencies import of_agency
from .documents import of_document
from .doubt import Doubt, Relating
from .events import of_event
from .wording import of_names

__all__ = ["Doubt", "Relating", "of_agency", "of_document", "of_event", "of_names"]
