"""Page -> main text, title, authors, date of publication, site: the documents room on saved pages.

Row: {id, html (path to a gzipped page, relative to the input's folder or absolute), url?}; out: {id, text, title, author: [...],
date: "YYYY-MM-DD" or "", sitename, ms}.
"""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from pathlib import Path

from rashomon.documents import read_documents
from rashomon.records import Document, Precision, Received, ZoneKind
from rashomon.tables import load_tables

TOLD = {ZoneKind.BODY, ZoneKind.SUBHEADING, ZoneKind.DATELINE}


def predict(rows: list[dict], folder: Path) -> Iterator[dict]:
    tables = load_tables()
    for row in rows:
        data = (folder / row["html"]).read_bytes()
        data = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
        begun = time.perf_counter()
        found = next(iter(read_documents([Received(data, row.get("url") or row["id"])], tables)), None)
        ms = 1000 * (time.perf_counter() - begun)
        yield {"id": row["id"], "ms": ms, **(_shown(found) if isinstance(found, Document) else {"text": ""})}


def _shown(document: Document) -> dict:
    when = document.published
    dated = when is not None and when.earliest is not None and when.precision in (Precision.DAY, Precision.TIME)
    return {
        "text": "\n".join(z.span.of(document.text) for z in document.zones if z.kind in TOLD or z.rule == "pages.deck-of-body"),
        "title": document.title,
        "author": list(document.byline),
        "date": when.earliest.isoformat() if dated and when and when.earliest else "",
        "sitename": document.site or "",
    }
