"""Vocabularies: the code is the English words, the same in database, API and exports.

A closed list is a ``TextChoices``. What an archive may extend (document types, identifier
schemes) is a table; the rows that it starts with stand at the end.
"""

from __future__ import annotations

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, pgettext_lazy


class PublicationState(TextChoices):
    """Who sees a record: clerks until it is published, everybody afterwards."""

    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


# The steps that publication may take. What was public once is withdrawn, and may come back.
WORKFLOW = [
    (PublicationState.DRAFT, PublicationState.IN_REVIEW),
    (PublicationState.IN_REVIEW, PublicationState.DRAFT),
    (PublicationState.IN_REVIEW, PublicationState.PUBLISHED),
    (PublicationState.PUBLISHED, PublicationState.WITHDRAWN),
    (PublicationState.WITHDRAWN, PublicationState.PUBLISHED),
]


class Operation(TextChoices):
    """What the history says was done to a row."""

    INSERT = "insert", pgettext_lazy("history", "added")
    UPDATE = "update", pgettext_lazy("history", "changed")
    DELETE = "delete", pgettext_lazy("history", "deleted")
    TRUNCATE = "truncate", pgettext_lazy("history", "table emptied")
    REMOVE = "remove", pgettext_lazy("history", "words removed from the history")


# What was done to one row, and can be undone.
OF_ROWS = (Operation.INSERT, Operation.UPDATE, Operation.DELETE)


class ProposalState(TextChoices):
    """What became of a clerk's correction of a published record."""

    OPEN = "open", pgettext_lazy("proposal", "waits for an editor")
    APPLIED = "applied", pgettext_lazy("proposal", "applied")
    RETURNED = "returned", pgettext_lazy("proposal", "returned")
    DROPPED = "dropped", pgettext_lazy("proposal", "taken back")


class RecordKind(TextChoices):
    """The records that have a number of their own, and so can turn out to be one and the same."""

    STATE = "state", _("state")
    AGENCY = "agency", _("agency")
    PLACE = "place", _("place")
    EVENT = "event", _("event")
    DOCUMENT = "document", _("document")
    SUBJECT = "subject", _("subject")
    SOURCE = "source", _("source")


class MarkOutcome(TextChoices):
    """What an editor made of a mark as duplicate."""

    MERGED = "merged", _("merged")
    DISMISSED = "dismissed", _("not the same")


class StateKind(TextChoices):
    STATE = "state", _("state")
    TERRITORY = "territory", _("territory")
    ORGANISATION = "organisation", _("international organisation")


class NameKind(TextChoices):
    """What a name is to its bearer."""

    SHORT = "short", _("short name")
    OFFICIAL = "official", _("official name")
    FORMER = "former", _("former name")
    ABBREVIATION = "abbreviation", _("abbreviation")
    OTHER = "other", _("other name")


# The kinds that end when their bearer is renamed; a former or another name is none of today.
RENAMED = (NameKind.OFFICIAL, NameKind.SHORT, NameKind.ABBREVIATION)


class AgencyKind(TextChoices):
    MINISTRY = "ministry", _("ministry")
    COMMITTEE_OR_SERVICE = "committee_or_service", _("committee or service")
    HEAD_OF_STATE_OFFICE = "head_of_state_office", _("head-of-state office")
    PARLIAMENT = "parliament", _("parliament")
    COURT = "court", _("court")
    CENTRAL_BANK = "central_bank", _("central bank")
    REGION = "region", _("region")
    CITY = "city", _("city")
    INSTITUTE = "institute", _("institute")
    UNIVERSITY = "university", _("university")
    COMPANY = "company", _("company")
    OTHER = "other", _("other")


class Under(TextChoices):
    """What an agency stands under: another agency, or the state acting as one of these."""

    AGENCY = "agency", _("another agency")
    GOVERNMENT = "government", _("the Government")
    HEAD_OF_STATE = "head_of_state", _("the head of state")


class EventKind(TextChoices):
    STATE_VISIT = "state_visit", _("state visit")
    OFFICIAL_VISIT = "official_visit", _("official visit")
    WORKING_VISIT = "working_visit", _("working visit")
    VISIT = "visit", _("visit")
    SUMMIT = "summit", _("summit")
    VIRTUAL_SUMMIT = "virtual_summit", _("virtual summit")
    TALKS = "talks", _("talks")
    SIGNING_CEREMONY = "signing_ceremony", _("signing ceremony")
    INTERGOVERNMENTAL_COMMISSION = (
        "intergovernmental_commission",
        _("intergovernmental commission"),
    )
    MINISTERIAL_MEETING = "ministerial_meeting", _("ministerial meeting")
    COUNCIL_SESSION = "council_session", _("council session")
    FORUM = "forum", _("forum")
    OTHER = "other", _("other")


class DelegationRole(TextChoices):
    HOST = "host", _("host")
    GUEST = "guest", _("guest")
    PARTY = "party", _("party")


class Qualifier(TextChoices):
    """How a source words a number: "20", "more than 20", "about 20"."""

    EXACTLY = "exactly", pgettext_lazy("qualifier of a number", "exactly")
    MORE_THAN = "more_than", pgettext_lazy("qualifier of a number", "more than")
    AT_LEAST = "at_least", pgettext_lazy("qualifier of a number", "at least")
    ABOUT = "about", pgettext_lazy("qualifier of a number", "about")
    UP_TO = "up_to", pgettext_lazy("qualifier of a number", "up to")


class Stated(TextChoices):
    """An answer that a source may leave open."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    NOT_STATED = "not_stated", _("not stated")


class LegalNature(TextChoices):
    BINDING_UNDER_INTERNATIONAL_LAW = (
        "binding_under_international_law",
        _("binding under international law"),
    )
    BINDING_UNDER_DOMESTIC_LAW = "binding_under_domestic_law", _("binding under domestic law")
    NOT_LEGALLY_BINDING = "not_legally_binding", _("not legally binding")
    PARTIES_DIFFER = "parties_differ", _("the parties differ")
    NOT_DETERMINED = "not_determined", _("not determined")


class Level(TextChoices):
    INTERSTATE = "interstate", _("interstate")
    INTERGOVERNMENTAL = "intergovernmental", _("intergovernmental")
    INTERAGENCY = "interagency", _("interagency")
    REGION = "region", _("region")
    CITY = "city", _("city")
    INSTITUTION = "institution", _("institution")
    ENTERPRISE = "enterprise", _("enterprise")


class Status(TextChoices):
    """Where a document stands on a day. Always computed; see docs/status.md."""

    SIGNED = "signed", _("signed, not yet in force")
    PROVISIONALLY_APPLIED = "provisionally_applied", _("provisionally applied")
    IN_FORCE = "in_force", _("in force")
    SUSPENDED = "suspended", _("suspended")
    EXPIRED = "expired", _("expired")
    TERMINATED = "terminated", _("terminated")
    SUPERSEDED = "superseded", _("superseded")
    NEVER_ENTERED_INTO_FORCE = "never_entered_into_force", _("never entered into force")
    UNKNOWN = "unknown", _("entry into force not recorded")


# Papers that bind nobody never are in force: the same codes, in other words.
STATUS_OF_NON_BINDING = {
    Status.SIGNED: _("signed, not yet in effect"),
    Status.IN_FORCE: _("in effect"),
    Status.EXPIRED: _("ended"),
    Status.TERMINATED: _("ended"),
    Status.NEVER_ENTERED_INTO_FORCE: _("never took effect"),
    Status.UNKNOWN: _("start not recorded"),
}


class ActionKind(TextChoices):
    INITIALLED = "initialled", _("initialled")
    SIGNED = "signed", _("signed")
    NOTES_EXCHANGED = "notes_exchanged", _("notes exchanged")
    RATIFIED = "ratified", _("ratified")
    ACCEPTED = "accepted", _("accepted")
    APPROVED = "approved", _("approved")
    ACCEDED = "acceded", _("acceded")
    SUCCEEDED = "succeeded", _("succeeded")
    CEASED_TO_BE_A_PARTY = "ceased_to_be_a_party", _("ceased to be a party")
    NOTIFIED = "notified", _("notified (internal procedures complete)")
    INSTRUMENTS_EXCHANGED = "instruments_exchanged", _("instruments exchanged")
    PROVISIONAL_APPLICATION_BEGAN = (
        "provisional_application_began",
        _("provisional application began"),
    )
    PROVISIONAL_APPLICATION_ENDED = (
        "provisional_application_ended",
        _("provisional application ended"),
    )
    ENTERED_INTO_FORCE = "entered_into_force", _("entered into force")
    REGISTERED = "registered", _("registered")
    PUBLISHED = "published", _("published")
    SUSPENDED = "suspended", _("suspended")
    RESUMED = "resumed", _("resumed")
    NOTICE_OF_TERMINATION = "notice_of_termination", _("notice of termination")
    CORRECTED = "corrected", _("corrected")


class Validity(TextChoices):
    INDEFINITE_UNTIL_NOTICE = "indefinite_until_notice", _("indefinite, until notice")
    FIXED_TERM_THEN_ENDS = "fixed_term_then_ends", _("fixed term, then ends")
    FIXED_TERM_RENEWED_AUTOMATICALLY = (
        "fixed_term_renewed_automatically",
        _("fixed term, renewed automatically"),
    )
    FIXED_TERM_RENEWABLE_BY_AGREEMENT = (
        "fixed_term_renewable_by_agreement",
        _("fixed term, renewable by agreement"),
    )
    UNTIL_PERFORMED = "until_performed", _("until performed")
    ONE_ACT = "one_act", _("one act")
    NOT_STATED = "not_stated", _("not stated")
    NOT_RECORDED = "not_recorded", _("not recorded")


class CountsFrom(TextChoices):
    """What a term of validity is counted from."""

    ENTRY_INTO_FORCE = "entry_into_force", _("entry into force")
    SIGNATURE = "signature", _("signature")
    NOT_RECORDED = "not_recorded", _("not recorded")


class EntryIntoForce(TextChoices):
    ON_SIGNATURE = "on_signature", _("on signature")
    ON_A_DATE = "on_a_date", _("on a date")
    ON_LAST_NOTIFICATION = "on_last_notification", _("on the last notification")
    DAYS_AFTER_LAST_NOTIFICATION = (
        "days_after_last_notification",
        _("a number of days after the last notification"),
    )
    ON_EXCHANGE_OF_INSTRUMENTS = "on_exchange_of_instruments", _("on exchange of instruments")
    ON_RATIFICATION = "on_ratification", _("on ratification")
    OTHER = "other", _("otherwise")
    NOT_RECORDED = "not_recorded", _("not recorded")


class RelationKind(TextChoices):
    """Read from the document that acts: "A amends B". INVERSE has the words from B's side."""

    AMENDS = "amends", _("amends")
    SUPPLEMENTS = "supplements", _("supplements")
    EXTENDS = "extends", _("extends")
    IMPLEMENTS = "implements", _("implements")
    SUPERSEDES = "supersedes", _("supersedes")
    TERMINATES = "terminates", _("terminates")
    SUSPENDS = "suspends", _("suspends")
    CORRECTS = "corrects", _("corrects")
    ANNEXED_TO = "annexed_to", _("is annexed to")
    FOLLOWS_UP = "follows_up", _("follows up")
    CITES = "cites", _("cites")


RELATION_INVERSE = {
    RelationKind.AMENDS: _("is amended by"),
    RelationKind.SUPPLEMENTS: _("is supplemented by"),
    RelationKind.EXTENDS: _("is extended by"),
    RelationKind.IMPLEMENTS: _("is implemented by"),
    RelationKind.SUPERSEDES: _("is superseded by"),
    RelationKind.TERMINATES: _("is terminated by"),
    RelationKind.SUSPENDS: _("is suspended by"),
    RelationKind.CORRECTS: _("is corrected by"),
    RelationKind.ANNEXED_TO: _("has as annex"),
    RelationKind.FOLLOWS_UP: _("is followed up by"),
    RelationKind.CITES: _("is cited by"),
}


class LanguageRole(TextChoices):
    AUTHENTIC = "authentic", _("authentic")
    PREVAILS = "prevails", _("authentic, prevails in case of doubt")
    OFFICIAL_TRANSLATION = "official_translation", _("official translation")
    UNOFFICIAL_TRANSLATION = "unofficial_translation", _("unofficial translation")
    MACHINE_TRANSLATION = "machine_translation", _("machine translation")


class TextAvailability(TextChoices):
    """Computed from the texts; the last three say why there is none."""

    TEXT_HERE = "text_here", _("text here")
    TEXT_ELSEWHERE = "text_elsewhere", _("text elsewhere")
    TITLE_ONLY = "title_only", _("title only")
    TEXT_NOT_LOCATED = "text_not_located", _("text not located")
    NOT_PUBLISHED = "not_published", _("text not published")


class TextAbsence(TextChoices):
    """Why the archive holds no text: the reasons among TextAvailability."""

    TITLE_ONLY = "title_only", _("title only")
    TEXT_NOT_LOCATED = "text_not_located", _("looked for and not located")
    NOT_PUBLISHED = "not_published", _("not published by the parties")


class FileKind(TextChoices):
    """What a file is by its content; the same codes as in ``agreements.texts.formats.kinds``."""

    PDF = "pdf", _("PDF")
    TIFF = "tiff", _("TIFF image")
    JPEG = "jpeg", _("JPEG image")
    PNG = "png", _("PNG image")
    DOCX = "docx", _("Word document (DOCX)")
    ODT = "odt", _("OpenDocument text (ODT)")
    HTML = "html", _("HTML page")
    TEXT = "text", _("plain text")


class WordsState(TextChoices):
    """Whether the words of a file can be read."""

    WAITING = "waiting", _("not read yet")
    USABLE = "usable", _("usable")
    NEEDS_OCR = "needs_ocr", _("needs OCR")
    NO_TEXT_LAYER = "no_text_layer", _("no text layer")
    FAILED = "failed", _("could not be read")


# A picture of words that nobody has read out of it.
SCANS = (WordsState.NEEDS_OCR, WordsState.NO_TEXT_LAYER)


class WordsReason(TextChoices):
    """Why words are of no use: codes of ``texts.wording.quality``, and what a scan gave."""

    FEW_LETTERS = "few_letters", _("The pages are pictures: they have next to no letters.")
    UNREADABLE = "unreadable", _("Many characters stand for nothing: a font is broken.")
    NO_LETTERS = "no_letters", _("There are signs, and hardly a letter among them.")
    OTHER_SCRIPT = "other_script", _("The letters are not those of the text’s language.")
    MOJIBAKE = "mojibake", _("The letters are those of a wrong encoding.")
    NO_VOWELS = "no_vowels", _("The letters make no words: there are hardly any vowels.")
    SINGLE_LETTERS = "single_letters", _("The letters stand apart and make no words.")
    NO_SPACES = "no_spaces", _("The words are not parted from each other.")
    MACHINE_FAILED = "machine_failed", _("A machine read it, and found no usable words.")


class Fixity(TextChoices):
    """Whether the bytes are still those that were received."""

    NOT_CHECKED = "not_checked", _("not checked yet")
    SOUND = "sound", _("sound")
    MISSING = "missing", _("missing")
    ALTERED = "altered", _("altered")


class JobKind(TextChoices):
    WORDS = "words", _("read the words")
    OCR = "ocr", _("read a scan (OCR)")
    PREVIEW = "preview", _("look through a table")
    APPLY = "apply", _("apply an import")
    UNDO = "undo", _("undo an import")


# The kinds that work on an import; the others work on a file.
OF_IMPORTS = (JobKind.PREVIEW, JobKind.APPLY, JobKind.UNDO)


class JobState(TextChoices):
    WAITING = "waiting", _("waiting")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")


class ImportState(TextChoices):
    """How far an import is."""

    RECEIVED = "received", pgettext_lazy("import", "received")
    PREVIEWING = "previewing", pgettext_lazy("import", "being looked through")
    PREVIEWED = "previewed", pgettext_lazy("import", "looked through, nothing written")
    APPLYING = "applying", pgettext_lazy("import", "being applied")
    APPLIED = "applied", pgettext_lazy("import", "applied")
    UNDOING = "undoing", pgettext_lazy("import", "being undone")
    UNDONE = "undone", pgettext_lazy("import", "undone")
    FAILED = "failed", pgettext_lazy("import", "failed")


class ImportOutcome(TextChoices):
    """What a row of a table is to the archive."""

    NEW = "new", pgettext_lazy("row of an import", "new")
    CHANGED = "changed", pgettext_lazy("row of an import", "changed")
    SAME = "same", pgettext_lazy("row of an import", "the same")
    JOINED = "joined", pgettext_lazy("row of an import", "joined with an earlier row")
    REFUSED = "refused", pgettext_lazy("row of an import", "refused")


class WordedBy(TextChoices):
    """Whose wording a title is."""

    SIDE_1 = "side_1", _("the first side")
    SIDE_2 = "side_2", _("the second side")
    BOTH = "both", _("both sides")
    SOURCE = "source", _("a source")
    ARCHIVE = "archive", _("this archive")


class ActingAs(TextChoices):
    """In which capacity a state is a party where no agency is named."""

    STATE = "state", _("the state")
    GOVERNMENT = "government", _("the Government")
    HEAD_OF_STATE = "head_of_state", _("the head of state")


class PartyRole(TextChoices):
    PARTY = "party", _("party")
    ON_BEHALF_OF = "on_behalf_of", _("on behalf of")
    TERRITORY = "territory", _("territory to which it applies")


class Side(IntegerChoices):
    """Bilateral means two sides. Public pages say the state's name, never "side 2"."""

    ONE = 1, _("first side")
    TWO = 2, _("second side")


class MissingReason(TextChoices):
    """How a value is missing, where that has been said on purpose."""

    NOT_RECORDED = "not_recorded", _("not recorded")
    DOES_NOT_APPLY = "does_not_apply", _("does not apply")
    LOOKED_FOR_AND_NOT_FOUND = "looked_for_and_not_found", _("looked for and not found")


class Stance(TextChoices):
    """What a citation is to the value it is tied to."""

    STATES = "states", _("states")
    AGREES = "agrees", _("agrees")
    DIFFERS = "differs", _("differs")


# Code to English name, in the order of lists.
DOCUMENT_TYPES = {
    "treaty": gettext_noop("Treaty"),
    "convention": gettext_noop("Convention"),
    "agreement": gettext_noop("Agreement"),
    "framework_agreement": gettext_noop("Framework agreement"),
    "protocol": gettext_noop("Protocol"),
    "exchange_of_notes": gettext_noop("Exchange of notes"),
    "exchange_of_letters": gettext_noop("Exchange of letters"),
    "memorandum_of_understanding": gettext_noop("Memorandum of understanding"),
    "memorandum_of_cooperation": gettext_noop("Memorandum of cooperation"),
    "memorandum": gettext_noop("Memorandum"),
    "declaration": gettext_noop("Declaration"),
    "joint_declaration": gettext_noop("Joint declaration"),
    "joint_statement": gettext_noop("Joint statement"),
    "communique": gettext_noop("Communique"),
    "programme": gettext_noop("Programme"),
    "plan": gettext_noop("Plan"),
    "action_plan": gettext_noop("Action plan"),
    "work_plan": gettext_noop("Work plan"),
    "roadmap": gettext_noop("Roadmap"),
    "arrangement": gettext_noop("Arrangement"),
    "letter_of_intent": gettext_noop("Letter of intent"),
    "memorandum_of_intent": gettext_noop("Memorandum of intent"),
    "protocol_of_intent": gettext_noop("Protocol of intent"),
    "declaration_of_intent": gettext_noop("Declaration of intent"),
    "letter_of_cooperation": gettext_noop("Letter of cooperation"),
    "minutes": gettext_noop("Minutes"),
    "certificate": gettext_noop("Certificate"),
    "twinning_agreement": gettext_noop("Twinning agreement"),
    "loan_or_grant_agreement": gettext_noop("Loan or grant agreement"),
    "contract": gettext_noop("Contract"),
    "other": gettext_noop("Other"),
    "unspecified": gettext_noop("Unspecified"),
}
# Over when the period that they cover is over.
ENDING_WITH_PERIOD = {"programme", "plan", "action_plan", "work_plan", "roadmap"}

# Code to name and address, with {value} in the place of the number.
IDENTIFIER_SCHEMES = {
    "unts": (gettext_noop("United Nations Treaty Series"), ""),
    "lnts": (gettext_noop("League of Nations Treaty Series"), ""),
    "national_series": (gettext_noop("National treaty series"), ""),
    "gazette": (gettext_noop("Official gazette"), ""),
    "eli": (gettext_noop("European Legislation Identifier"), "{value}"),
    "wikidata": (gettext_noop("Wikidata"), "https://www.wikidata.org/wiki/{value}"),
    "import": (gettext_noop("Number in the register it was imported from"), ""),
}
