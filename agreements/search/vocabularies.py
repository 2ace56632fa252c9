"""The lists that every page of filters offers: states, types, subjects, languages. One statement,
and none while nothing that a page shows has changed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from django.db import connection
from django.utils.translation import get_language, gettext

from agreements import languages

# The name that is shown is the one that shown_name() gives for today.
VOCABULARY = """
SELECT 'state', s.id, s.code, coalesce(n.text, s.code), coalesce(n.language, ''), n.sort_key,
    (SELECT p.id FROM agreements_party p JOIN agreements_document d ON d.id = p.document_id
     WHERE p.state_id = s.id AND p.role <> 'territory' AND d.publication_state = 'published'
     LIMIT 1)
FROM agreements_state s LEFT JOIN (
    SELECT DISTINCT ON (state_id) * FROM agreements_statename
    ORDER BY state_id, kind NOT IN ('short', 'official'), until IS NOT NULL,
        CASE language WHEN %(language)s THEN 0 WHEN 'en' THEN 1 ELSE 2 END,
        CASE kind WHEN 'short' THEN 0 WHEN 'official' THEN 1 ELSE 2 END, is_preferred DESC, id
) n ON n.state_id = s.id
UNION ALL
SELECT 'type', 0, code, name, '', lpad(position::text, 5, '0') COLLATE "C", NULL
FROM agreements_documenttype
UNION ALL
SELECT 'subject', s.id, s.slug, coalesce(n.text, s.slug), coalesce(n.language, ''),
    lpad(s.position::text, 5, '0') COLLATE "C", s.parent_id
FROM agreements_subject s LEFT JOIN (
    SELECT DISTINCT ON (subject_id) * FROM agreements_subjectname
    ORDER BY subject_id, is_variant,
        CASE language WHEN %(language)s THEN 0 WHEN 'en' THEN 1 ELSE 2 END, id
) n ON n.subject_id = s.id
ORDER BY 1, 6 NULLS LAST, 3
"""


@dataclass(frozen=True)
class Offered:
    """A state or a subject. ``word`` is its code or slug, ``above`` the group of a subject."""

    pk: int
    word: str
    name: str
    language: str
    has_documents: bool = True
    above: int | None = None

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Vocabulary:
    """In the order in which they are offered, by the names in the reader's language."""

    states: list[Offered] = field(default_factory=list)
    types: list[tuple[str, str]] = field(default_factory=list)
    subjects: list[Offered] = field(default_factory=list)
    languages: list[tuple[str, str]] = field(default_factory=list)

    @cached_property
    def state_of_code(self) -> dict[str, Offered]:
        return {state.word: state for state in self.states}

    @cached_property
    def state_of_number(self) -> dict[int, Offered]:
        return {state.pk: state for state in self.states}

    @cached_property
    def subject_of_word(self) -> dict[str, Offered]:
        return {subject.word: subject for subject in self.subjects}

    @cached_property
    def subject_of_number(self) -> dict[int, Offered]:
        return {subject.pk: subject for subject in self.subjects}

    @cached_property
    def groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Of subjects, as choices: each with itself and what stands below it."""
        groups: dict[int, list[tuple[str, str]]] = {}
        for one in sorted(self.subjects, key=lambda one: one.above is not None):
            groups.setdefault(one.above or one.pk, []).append((one.word, one.name))
        return [(group[0][1], group) for group in groups.values()]


# By language, what was read last, and the version of the content that it was read from.
kept: dict[str, tuple[str, Vocabulary]] = {}


def vocabulary(version: str | None = None) -> Vocabulary:
    """``version`` is that of the content, where it is known; see content_version()."""
    language = get_language() or "en"
    if version and language in kept and kept[language][0] == version:
        return kept[language][1]
    found = read(language)
    if version:
        kept[language] = (version, found)
    return found


def read(language: str) -> Vocabulary:
    found = Vocabulary(languages=languages.choices())
    with connection.cursor() as cursor:
        cursor.execute(VOCABULARY, {"language": language})
        for kind, pk, word, name, of_language, _key, more in cursor:
            if kind == "state":
                state = Offered(pk, word, name, of_language, has_documents=more is not None)
                found.states.append(state)
            elif kind == "type":
                found.types.append((word, gettext(name)))
            else:
                found.subjects.append(Offered(pk, word, name, of_language, above=more))
    return found
