"""compare: accounts side by side. Rows {story, docs: [{doc, outlet, date, title, text}]}; out as score_compare.py reads it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rashomon.comparisons import compare
from rashomon.documents.defects_of_furniture import furniture_defects
from rashomon.documents.zones import find_zones
from rashomon.models import load_encoder, load_parser, load_point_judge
from rashomon.pipeline import read_parsed
from rashomon.records import Comparison, Document, Reading, Span, Story, Zone
from rashomon.sentences import parse_documents
from rashomon.stories.derivations import find_derivations
from rashomon.stories.origins import find_origins
from rashomon.tables import load_tables

from .reading import readers
from .story import when_of


def predict(rows: list[dict[str, Any]], folder: Path) -> Iterator[dict[str, Any]]:
    for row in rows:
        yield {"story": row["story"], **shape(compared(row["story"], row["docs"]))}


def compared(name: str, reports: Sequence[dict[str, Any]]) -> Comparison:
    """The comparison of reports that are taken for one story, whatever the grouping would say of them."""
    readings = readings_of(reports)
    return compare(story_of(name, readings), readings, load_encoder().encode, load_point_judge().judge)


def readings_of(reports: Sequence[dict[str, Any]]) -> list[Reading]:
    """Reports of a row as the product reads them."""
    parsed = parse_documents([document_of(report) for report in reports], load_parser())
    return [read_parsed(document, sentences, load_tables(), readers()) for document, sentences in parsed]


def document_of(report: dict[str, Any]) -> Document:
    """A report of a row as the documents room would make it; its offsets are those of the given text."""
    text = report["text"]
    document = Document(
        id=str(report["doc"]),
        sha256="",
        source="row",
        media_type="text/plain",
        encoding="utf-8",
        language="en",
        text=text,
        title=report.get("title") or "",
        zones=_zones(text),
        outlet=report.get("outlet"),
        published=when_of(report.get("date")),
    )
    return dataclasses.replace(document, defects=tuple(furniture_defects(document)))


def _zones(text: str) -> tuple[Zone, ...]:
    """The rows' texts have one line a paragraph: zones are found with a blank line between these, and mapped back."""
    lined = text.replace("\n", "\n\n")
    origin = [i for i, c in enumerate(text) for _ in range(2 if c == "\n" else 1)] + [len(text)]
    return tuple(Zone(z.kind, Span(origin[z.span.start], origin[z.span.end - 1] + 1), z.rule) for z in find_zones(lined))


def story_of(name: str, readings: list[Reading]) -> Story:
    """The story that the row's reports make."""
    documents = [r.document for r in readings]
    derivations = find_derivations(documents)
    ids = tuple(d.id for d in documents)
    return Story(f"sto:{name}", ids, name, None, (), derivations, find_origins(ids, derivations))


def shape(comparison: Comparison) -> dict[str, Any]:
    """A comparison as score_compare.py reads it."""
    return {
        "points": [
            {
                "id": point.id,
                "gist": point.gist.text,
                "kind": point.kind,
                "accounts": {a.document: [[s.start, s.end] for s in a.spans] for a in point.accounts},
                "difference": [
                    {
                        "slot": d.slot,
                        "hard": d.hard,
                        "values": {v.document: {"text": v.text, "span": [v.span.start, v.span.end]} for v in d.variants},
                        "note": d.reason,
                    }
                    for d in point.differences
                ],
            }
            for point in comparison.points
        ],
        "wording": [{"referent": w.concept, "terms": _terms(w.variants)} for w in comparison.wordings],
        "quotes": [
            {"accounts": {v.document: [v.span.start, v.span.end] for v in q.variants}, "change": q.change}
            for q in comparison.quotations
        ],
        "origins": [
            {"docs": list(d.documents), "relation": d.relation.value, "evidence": "; ".join(d.evidence)}
            for d in comparison.story.derivations
        ],
    }


def _terms(variants: Any) -> dict[str, list[list[int]]]:
    terms: dict[str, list[list[int]]] = {}
    for variant in variants:
        terms.setdefault(variant.document, []).append([variant.span.start, variant.span.end])
    return terms
