"""Words -> hits: full-text search over the kept texts (FTS5), every hit a span."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, text
from sqlalchemy.exc import DBAPIError

from ..errors import QueryError
from ..records import Span

_TERM = re.compile(r'"[^"]*"|[()]|[^\s()"]+')
_OPERATORS = {"AND", "OR", "NOT", "(", ")"}
_OPEN, _CLOSE = "\ue000", "\ue001"  # private use: do not occur in reports, and the word breaker takes them for no letters
_MARK = re.compile(f"{_OPEN}(.*?){_CLOSE}", re.DOTALL)
_UNDERSTOOD = 'words, "a phrase", start*, AND, OR, NOT and ( ) are understood'
_FOUND = """
FROM full_text CROSS JOIN documents ON documents.reading = full_text.rowid CROSS JOIN readings ON readings.id = documents.reading
WHERE full_text MATCH :query
  AND NOT EXISTS (SELECT 1 FROM readings AS later WHERE later.document = readings.document AND later.id > readings.id)
"""
_BEST = f"""
SELECT documents.id, documents.title, bm25(full_text, 4.0, 1.0) AS rank, highlight(full_text, 1, :open, :close) AS marked
{_FOUND} ORDER BY rank, documents.reading LIMIT :limit
"""
_ALL = f"SELECT documents.id {_FOUND} ORDER BY documents.reading"


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that holds the words: all their spans in its text (none where only the title does), and BM25 (less is better)."""

    document: str
    title: str
    spans: tuple[Span, ...]
    rank: float


def search_documents(connection: Connection, words: str, limit: int) -> tuple[Hit, ...]:
    """The best hits. Words must all occur; "a phrase", pre*, AND, OR, NOT and parentheses mean what they mean elsewhere.

    QueryError if there is no word, or the operators do not fit together.
    """
    rows = _found(connection, _BEST, words, limit=limit, open=_OPEN, close=_CLOSE)
    return tuple(Hit(row.id, row.title, _spans(row.marked), row.rank) for row in rows)


def documents_with(connection: Connection, words: str) -> tuple[str, ...]:
    """Ids of all documents that hold the words, in order of reading. Errors as `search_documents`."""
    return tuple(row.id for row in _found(connection, _ALL, words))


def _found(connection: Connection, statement: str, words: str, **values: Any) -> Sequence[Row[Any]]:
    try:
        return connection.execute(text(statement), {"query": full_text_query(words), **values}).all()
    except DBAPIError as cause:
        if "fts5" not in str(cause.orig):
            raise
        raise QueryError("cannot be searched for", words, _UNDERSTOOD) from None


def full_text_query(words: str) -> str:
    """What the user typed as an FTS5 expression: every word quoted, so that none is taken for syntax.

    >>> full_text_query("Kyiv's defence* OR (aid NOT loans)")
    '"Kyiv\\'s" "defence" * OR ( "aid" NOT "loans" )'
    """
    terms = _TERM.findall(words)
    if not any(re.search(r"\w", term) for term in terms if term not in _OPERATORS):
        raise QueryError("nothing to search for", words)
    return " ".join(_quoted(term) for term in terms)


def _quoted(term: str) -> str:
    if term in _OPERATORS:
        return term
    star = " *" if term.endswith("*") else ""
    return f'"{term.strip(chr(34)).rstrip("*")}"{star}'


def _spans(marked: str) -> tuple[Span, ...]:
    """Where the marks stood, in offsets of the text without them."""
    return tuple(Span(m.start() - 2 * i, m.end() - 2 * i - 2) for i, m in enumerate(_MARK.finditer(marked)))
