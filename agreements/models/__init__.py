"""One module a noun, its queryset above it."""

from .action import Action
from .agency import Agency, AgencyName, AgencyParent, AgencySuccession
from .change import Change, sign
from .communique import Communique, ReadingDoubt
from .content_version import ContentVersion, content_changed, content_version
from .dismissed_doubt import DismissedDoubt
from .document import Document, DocumentSubject, DocumentTitle
from .document_type import DocumentType
from .duplicate_mark import DuplicateMark
from .event import Announcement, Delegation, Event, EventName
from .file import File, FileWords, Page
from .file_check import FileCheck
from .identifier import Identifier, IdentifierScheme
from .job import Job
from .membership import Membership
from .merged_record import MergedRecord
from .missing_value import MissingValue
from .party import Party
from .place import Place, PlaceName
from .proposal import Proposal
from .relation import Relation
from .remark import Remark
from .responsible_body import ResponsibleBody
from .search_count import SearchCount, SearchCountChange
from .search_row import SearchPart, SearchRow, SearchSample
from .seed import Seed
from .signing import Signatory, Signing
from .source import Citation, Source
from .state import State, StateName, StateSuccession
from .status import Basis, StatusOverride, StatusPeriod
from .subject import Subject, SubjectName
from .table_import import Import, ImportProfile, ImportRow
from .text import Text
from .twin import Twin

__all__ = [
    "Action",
    "Agency",
    "AgencyName",
    "AgencyParent",
    "AgencySuccession",
    "Announcement",
    "Basis",
    "Change",
    "Citation",
    "Communique",
    "ContentVersion",
    "Delegation",
    "DismissedDoubt",
    "Document",
    "DocumentSubject",
    "DocumentTitle",
    "DocumentType",
    "DuplicateMark",
    "Event",
    "EventName",
    "File",
    "FileCheck",
    "FileWords",
    "Identifier",
    "IdentifierScheme",
    "Import",
    "ImportProfile",
    "ImportRow",
    "Job",
    "Membership",
    "MergedRecord",
    "MissingValue",
    "Page",
    "Party",
    "Place",
    "PlaceName",
    "Proposal",
    "ReadingDoubt",
    "Relation",
    "Remark",
    "ResponsibleBody",
    "SearchCount",
    "SearchCountChange",
    "SearchPart",
    "SearchRow",
    "SearchSample",
    "Seed",
    "Signatory",
    "Signing",
    "Source",
    "State",
    "StateName",
    "StateSuccession",
    "StatusOverride",
    "StatusPeriod",
    "Subject",
    "SubjectName",
    "Text",
    "Twin",
    "content_changed",
    "content_version",
    "sign",
]
