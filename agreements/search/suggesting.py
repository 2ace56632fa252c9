"""Records whose names hold what is being typed: states, agencies, places and subjects.

Names are sought in every script, old ones too. Only what published documents name is found.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

from agreements.letters import fold

LONGEST = 200
MOST_WORDS = 3
LEAST_LETTERS = 2
MOST_OF_A_KIND = 400  # names, of which the best are chosen
MOST = 8
LITERAL = str.maketrans({"\\": "\\\\", "%": "\\%", "_": "\\_"})

# Of documents that name a state, an agency or a subject there is a count. Of a place there is none.
SUGGEST = """
WITH tail AS MATERIALIZED (
    SELECT * FROM unnest(%(tails)s::text[], %(starts)s::text[], %(insides)s::text[])
        WITH ORDINALITY AS t(tail, at_start, inside, words)
), named AS (
    SELECT 's' || state_id AS term, folded, text, tail, at_start, words FROM tail
    JOIN agreements_statename ON folded LIKE at_start OR folded LIKE inside
    UNION ALL
    SELECT 'g' || subject_id, folded, text, tail, at_start, words FROM tail
    JOIN agreements_subjectname ON folded LIKE at_start OR folded LIKE inside
    UNION ALL
    SELECT 'a' || agency_id, folded, text, tail, at_start, words FROM tail CROSS JOIN LATERAL (
        SELECT agency_id, folded, text FROM agreements_agencyname
        WHERE folded LIKE at_start OR folded LIKE inside LIMIT %(most)s) a
    UNION ALL
    SELECT 'w' || place_id, folded, text, tail, at_start, words FROM tail CROSS JOIN LATERAL (
        SELECT place_id, folded, text FROM agreements_placename
        WHERE folded LIKE at_start OR folded LIKE inside LIMIT %(most)s) w
), best AS MATERIALIZED (
    SELECT DISTINCT ON (term) term, text, words, folded = tail AS is_whole,
        folded LIKE at_start AS is_start, char_length(folded) AS size
    FROM named
    ORDER BY term, words DESC, folded = tail DESC, folded LIKE at_start DESC, char_length(folded)
), public AS (
    SELECT * FROM (
        -- One look at the index for each; of a join the planner makes a walk through all counts.
        SELECT best.*, (SELECT number FROM agreements_searchcount c
                        WHERE c.key = '*' AND c.term = best.term) AS number
        FROM best WHERE best.term NOT LIKE 'w%%') counted
    WHERE number IS NOT NULL
    UNION ALL
    SELECT best.*, 0 FROM best WHERE best.term LIKE 'w%%' AND (
        (SELECT s.id FROM agreements_signing s JOIN agreements_document d ON d.id = s.document_id
         WHERE s.place_id = substr(best.term, 2)::bigint
         AND d.publication_state = 'published' LIMIT 1) IS NOT NULL
        OR (SELECT e.id FROM agreements_event e JOIN agreements_document d ON d.event_id = e.id
            WHERE e.place_id = substr(best.term, 2)::bigint AND e.publication_state = 'published'
            AND d.publication_state = 'published' LIMIT 1) IS NOT NULL)
)
SELECT term, text, words FROM public
ORDER BY words DESC, is_whole DESC, is_start DESC, number DESC, size, term LIMIT %(limit)s
"""


@dataclass(frozen=True)
class Suggestion:
    """A record, as a term of search rows; the name by which it was found; the last so many words
    that were typed stand for it."""

    term: str
    name: str
    words: int


def suggestions(typed: str) -> list[Suggestion]:
    """The likeliest first: of most of the last words, by its whole name, by its beginning."""
    words = fold(typed.replace("\0", " ")[-LONGEST:]).split()
    counts = range(1, min(len(words), MOST_WORDS) + 1)
    tails = [" ".join(words[-count:]) for count in counts]
    if not tails or (len(tails[0]) < LEAST_LETTERS and len(tails) == 1):
        return []
    literal = [tail.translate(LITERAL) for tail in tails]
    asked = {
        "tails": tails,
        "starts": [f"{tail}%" for tail in literal],
        "insides": [f"% {tail}%" for tail in literal],
        "most": MOST_OF_A_KIND,
        "limit": MOST,
    }
    with connection.cursor() as cursor:
        cursor.execute(SUGGEST, asked)
        return [Suggestion(*row) for row in cursor.fetchall()]
