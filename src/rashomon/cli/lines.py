"""Records -> JSON lines: every row with its passage (document hash, offsets, exact words, prefix, suffix)."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

import click

from ..exports.objects import attribution_json, document_json, event_json, passage_json, when_json
from ..ledger import Ledger
from ..ledger.rows import Shown
from ..ledger.versions import Version
from ..records import Attribution, Document, Event, Rejection, Story, Timeline
from ..store.codec import to_plain
from ..store.searches import Hit


def echo(rows: Iterable[Any]) -> None:
    for row in rows:
        click.echo(json.dumps(row, ensure_ascii=False))


def documents(ledger: Ledger) -> None:
    echo(dataclasses.asdict(kept) for kept in ledger.documents())


def attributions(ledger: Ledger, found: Sequence[Attribution]) -> None:
    document, old = _documents(ledger), _old_values(ledger, found)
    echo(attribution_json(document(a.document), a) | old(a) for a in found)


def events(ledger: Ledger, found: Sequence[Event]) -> None:
    document, old = _documents(ledger), _old_values(ledger, found)
    echo(event_json(document(e.document), e) | old(e) for e in found)


def rejections(ledger: Ledger, found: Sequence[Rejection]) -> None:
    document = _documents(ledger)
    echo(to_plain(r) | {"passage": passage_json(document(r.document), r.span)} for r in found)


def hits(ledger: Ledger, found: Sequence[Hit]) -> None:
    document = _documents(ledger)
    for hit in found:
        passages = [passage_json(document(hit.document), span) for span in hit.spans]
        echo([{"document": hit.document, "title": hit.title, "rank": hit.rank, "passages": passages}])


def stories(ledger: Ledger, found: Sequence[Story]) -> None:
    echo(to_plain(story) for story in found)


def timeline(ledger: Ledger, found: Timeline) -> None:
    document = _documents(ledger)
    echo(
        {
            "when": when_json(entry.when),
            "label": entry.label,
            "record": entry.record,
            "actors": list(entry.actors),
            "passage": passage_json(document(entry.document), entry.span),
        }
        for entry in found.entries
    )


def show(ledger: Ledger, shown: Shown) -> None:
    row = _row(shown)
    if shown.document is not None and not isinstance(shown.record, Document):
        row["passages"] = [passage_json(shown.document, span) for span in shown.spans]
        row["chain"] = [attribution_json(shown.document, link) for link in shown.chain]
    row["corrections"] = [to_plain(correction) for correction in shown.corrections]
    row["decisions"] = [to_plain(decision) for decision in shown.decisions]
    row["holds"] = shown.holds
    echo([row])


def versions(ledger: Ledger, found: Sequence[Version]) -> None:
    echo(document_json(one.document) | {"read_at": one.read_at, "changes": one.changes} for one in found)


def _row(shown: Shown) -> dict[str, Any]:
    record, document = shown.record, shown.document
    if isinstance(record, Document):
        return document_json(record) | {"text": record.text}
    if document is not None and isinstance(record, Attribution):
        return attribution_json(document, record)
    if document is not None and isinstance(record, Event):
        return event_json(document, record)
    plain: dict[str, Any] = to_plain(record)
    return plain


def _old_values(ledger: Ledger, rows: Sequence[Attribution | Event]) -> Callable[[Attribution | Event], dict[str, Any]]:
    """What goes on the line of a row that a human corrected: the values of its fields as they were read."""
    corrected = ledger.corrected([row.id for row in rows])

    def old(row: Attribution | Event) -> dict[str, Any]:
        return {"corrected": {c.field: c.old for c in reversed(corrected[row.id])}} if row.id in corrected else {}

    return old


def _documents(ledger: Ledger) -> Callable[[str], Document]:
    """Documents by id; rows come document by document, so a few suffice."""
    return lru_cache(maxsize=16)(ledger.document)
