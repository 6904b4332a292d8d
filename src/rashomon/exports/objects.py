"""Records -> JSON-ready objects; every span as a passage (hash, start, end, exact words, prefix, suffix)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..records import Attribution, Document, Event, Participant, Span, When, passage


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
