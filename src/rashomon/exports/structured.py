"""Comparison -> JSON-ready dictionaries; every span as a passage (hash, start, end, exact words, prefix, suffix)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ..records import (
    Attribution,
    Comparison,
    Document,
    Event,
    Participant,
    Reading,
    Span,
    Variant,
    When,
    passage,
)
from ..timelines import story_timeline

FORMAT = "rashomon-dossier-1"


def dossier_json(comparison: Comparison, readings: Sequence[Reading]) -> dict[str, Any]:
    """The whole comparison. Dates are ISO 8601 / EDTF strings, codes strings, offsets code points into the kept text."""
    by_id = {r.document.id: r for r in readings}
    ordered = [by_id[d] for d in comparison.documents]
    documents = {r.document.id: r.document for r in ordered}
    story = comparison.story

    def at(document: str, span: Span) -> dict[str, Any]:
        return passage_json(documents[document], span)

    def variant(v: Variant) -> dict[str, Any]:
        return at(v.document, v.span)

    return {
        "format": FORMAT,
        "id": comparison.id,
        "story": {
            "id": story.id,
            "title": story.title,
            "when": when_json(story.when),
            "actors": list(story.actors),
            "documents": list(story.documents),
            "origins": [list(group) for group in story.origins],
            "derivations": [
                {
                    "documents": list(d.documents),
                    "relation": d.relation.value,
                    "source": d.source,
                    "evidence": list(d.evidence),
                    "score": d.score,
                }
                for d in story.derivations
            ],
            "linked": list(story.linked),
        },
        "documents": [document_json(r.document) for r in ordered],
        "meetings": [
            {
                "id": m.id,
                "name": variant(m.name),
                "host": m.host,
                "participants": list(m.participants),
                "place": m.place,
                "when": when_json(m.when),
                "status": m.status.value,
                "accounts": [
                    {
                        "document": a.document,
                        "passages": [at(a.document, s) for s in a.spans],
                        "participants": [participant_json(documents[a.document], p) for p in a.participants],
                        "place": at(a.document, a.place.span) | {"id": a.place.id} if a.place is not None else None,
                        "when": when_json(a.when),
                        "when_passage": at(a.document, a.when_span) if a.when_span is not None else None,
                        "status": a.status.value,
                        "events": list(a.events),
                    }
                    for a in m.accounts
                ],
                "rule": m.rule,
                "score": m.score,
            }
            for m in comparison.meetings
        ],
        "points": [
            {
                "id": p.id,
                "kind": p.kind,
                "gist": variant(p.gist),
                "told_by": p.told_by.value,
                "left_out": list(p.left_out),
                "accounts": [
                    {
                        "document": a.document,
                        "passages": [at(a.document, s) for s in a.spans],
                        "events": list(a.events),
                        "attributions": list(a.attributions),
                    }
                    for a in p.accounts
                ],
                "differences": [
                    {
                        "slot": d.slot,
                        "hard": d.hard,
                        "reason": d.reason,
                        "variants": [variant(v) for v in d.variants],
                        "rule": d.rule,
                        "score": d.score,
                    }
                    for d in p.differences
                ],
                "rule": p.rule,
                "score": p.score,
            }
            for p in comparison.points
        ],
        "wording": [
            {"concept": w.concept, "variants": [variant(v) for v in w.variants], "rule": w.rule, "score": w.score}
            for w in comparison.wordings
        ],
        "quotations": [
            {"speaker": list(q.speaker), "change": q.change, "variants": [variant(v) for v in q.variants], "score": q.score}
            for q in comparison.quotations
        ],
        "attributions": [attribution_json(r.document, a) for r in ordered for a in r.attributions],
        "events": [event_json(r.document, e) for r in ordered for e in r.events],
        "chronology": [
            {
                "when": when_json(e.when),
                "label": e.label,
                "record": e.record,
                "actors": list(e.actors),
                "passage": at(e.document, e.span),
            }
            for e in story_timeline(story, ordered).entries
        ],
    }


def passage_json(document: Document, span: Span) -> dict[str, Any]:
    """W3C Web Annotation position and quote selectors in one flat object."""
    p = passage(document, span)
    return {
        "document": p.document,
        "sha256": p.sha256,
        "start": span.start,
        "end": span.end,
        "exact": p.exact,
        "prefix": p.prefix,
        "suffix": p.suffix,
    }


def when_json(when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    return {
        "timex": when.value,
        "edtf": when.edtf,
        "earliest": when.earliest.isoformat() if when.earliest is not None else None,
        "latest": when.latest.isoformat() if when.latest is not None else None,
        "precision": when.precision.value,
        "basis": when.basis,
        "rule": when.rule,
        "score": when.score,
    }


def participant_json(document: Document, participant: Participant) -> dict[str, Any]:
    return passage_json(document, participant.span) | {"mention": participant.mention, "actors": list(participant.actors)}


def document_json(document: Document) -> dict[str, Any]:
    """A document's metadata, zones, hops and defects, without its text."""
    return {
        "id": document.id,
        "sha256": document.sha256,
        "source": document.source,
        "title": document.title,
        "outlet": document.outlet,
        "site": document.site,
        "address": document.address,
        "byline": list(document.byline),
        "language": document.language,
        "message_id": document.message_id,
        "published": when_json(document.published),
        "date_evidence": [
            {
                "kind": e.kind,
                "text": e.text,
                "when": when_json(e.when),
                "passage": passage_json(document, e.span) if e.span is not None else None,
            }
            for e in document.date_evidence
        ],
        "zones": [{"kind": z.kind.value, "start": z.span.start, "end": z.span.end, "rule": z.rule} for z in document.zones],
        "hops": [
            {
                "kind": h.kind.value,
                "name": h.name,
                "id": h.id,
                "address": h.address,
                "when": when_json(h.when),
                "evidence": h.evidence,
            }
            for h in document.hops
        ],
        "defects": [
            passage_json(document, d.span)
            | {"kind": d.kind.value, "evidence": d.evidence, "repair": d.repair, "certain": d.certain, "rule": d.rule}
            for d in document.defects
        ],
    }


def attribution_json(document: Document, attribution: Attribution) -> dict[str, Any]:
    def passages(spans: Iterable[Span]) -> list[dict[str, Any]]:
        return [passage_json(document, s) for s in spans]

    return {
        "id": attribution.id,
        "document": attribution.document,
        "holders": [participant_json(document, p) for p in attribution.holders],
        "addressees": [participant_json(document, p) for p in attribution.addressees],
        "cue": passages(attribution.cue),
        "content": passages(attribution.content),
        "kind": attribution.kind.value,
        "force": attribution.force.value,
        "negated": attribution.negated,
        "factive": attribution.factive,
        "parent": attribution.parent,
        "when": when_json(attribution.when),
        "rule": attribution.rule,
        "score": attribution.score,
    }


def event_json(document: Document, event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "passage": passage_json(document, event.span),
        "trigger": [passage_json(document, s) for s in event.trigger],
        "type": event.type.value,
        "quad": event.type.quad,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "cameo": event.cameo,
        "actors": [participant_json(document, p) for p in event.actors],
        "recipients": [participant_json(document, p) for p in event.recipients],
        "reciprocal": event.reciprocal,
        "status": event.status.value,
        "clause_status": event.clause_status.value,
        "condition": passage_json(document, event.condition) if event.condition is not None else None,
        "when": when_json(event.when),
        "when_passage": passage_json(document, event.when_span) if event.when_span is not None else None,
        "place": passage_json(document, event.place.span) | {"id": event.place.id} if event.place is not None else None,
        "quantities": [
            passage_json(document, q.span) | {"value": q.value, "unit": q.unit, "bound": q.bound} for q in event.quantities
        ],
        "attribution": event.attribution,
        "speech": event.speech,
        "rule": event.rule,
        "score": event.score,
    }
