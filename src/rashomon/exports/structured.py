"""Comparison -> JSON-ready dictionaries: story, documents, meetings, points, wording, quotations and the records behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..records import (
    Comparison,
    Difference,
    Document,
    Meeting,
    MeetingAccount,
    Point,
    Reading,
    SharedQuotation,
    Span,
    Story,
    Variant,
    Wording,
)
from ..stories.origins import find_origins_of_words
from ..timelines import story_timeline
from .objects import attribution_json, document_json, event_json, participant_json, passage_json, when_json

FORMAT = "rashomon-dossier-1"
Documents = dict[str, Document]
Object = dict[str, Any]


def dossier_json(comparison: Comparison, readings: Sequence[Reading]) -> Object:
    """The whole comparison. Dates are ISO 8601 / EDTF strings, codes strings, offsets code points into the kept text."""
    by_id = {r.document.id: r for r in readings}
    ordered = [by_id[d] for d in comparison.documents]
    documents = {r.document.id: r.document for r in ordered}

    return {
        "format": FORMAT,
        "id": comparison.id,
        "story": _story(comparison.story),
        "documents": [document_json(r.document) for r in ordered],
        "threads": [list(thread) for thread in comparison.threads],
        "meetings": [_meeting(documents, x) for x in comparison.meetings],
        "points": [_point(documents, x, comparison.story) for x in comparison.points],
        "wording": [_wording(documents, x) for x in comparison.wordings],
        "quotations": [_quotation(documents, x, comparison.story) for x in comparison.quotations],
        "attributions": [attribution_json(r.document, a) for r in ordered for a in r.attributions],
        "events": [event_json(r.document, e) for r in ordered for e in r.events],
        "chronology": _chronology(comparison.story, ordered, documents),
    }


def _at(documents: Documents, document: str, span: Span) -> Object:
    return passage_json(documents[document], span)


def _variants(documents: Documents, variants: Sequence[Variant]) -> list[Object]:
    return [_at(documents, v.document, v.span) for v in variants]


def _story(story: Story) -> Object:
    return {
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
                "partial": d.partial,
                "unsigned": d.unsigned,
                "source": d.source,
                "evidence": list(d.evidence),
                "score": d.score,
            }
            for d in story.derivations
        ],
        "linked": list(story.linked),
        "phases": [list(phase) for phase in story.phases],
    }


def _meeting(documents: Documents, meeting: Meeting) -> Object:
    return {
        "id": meeting.id,
        "name": _at(documents, meeting.name.document, meeting.name.span),
        "host": meeting.host,
        "participants": list(meeting.participants),
        "place": meeting.place,
        "when": when_json(meeting.when),
        "status": meeting.status.value,
        "accounts": [_meeting_account(documents[a.document], a) for a in meeting.accounts],
        "rule": meeting.rule,
        "score": meeting.score,
    }


def _meeting_account(document: Document, account: MeetingAccount) -> Object:
    place = account.place
    return {
        "document": account.document,
        "passages": [passage_json(document, s) for s in account.spans],
        "participants": [participant_json(document, p) for p in account.participants],
        "place": passage_json(document, place.span) | {"id": place.id} if place is not None else None,
        "when": when_json(account.when),
        "when_passage": passage_json(document, account.when_span) if account.when_span is not None else None,
        "status": account.status.value,
        "events": list(account.events),
    }


def _point(documents: Documents, point: Point, story: Story) -> Object:
    words = {a.document: " ".join(s.of(documents[a.document].text) for s in a.spans) for a in point.accounts}
    return {
        "id": point.id,
        "kind": point.kind,
        "gist": _at(documents, point.gist.document, point.gist.span),
        "told_by": point.told_by.value,
        "left_out": list(point.left_out),
        "perhaps": list(point.perhaps),
        "origins": _origins(words, story),
        "accounts": [
            {
                "document": a.document,
                "passages": [_at(documents, a.document, s) for s in a.spans],
                "events": list(a.events),
                "attributions": list(a.attributions),
            }
            for a in point.accounts
        ],
        "differences": [_difference(documents, d) for d in point.differences],
        "rule": point.rule,
        "score": point.score,
    }


def _origins(words: dict[str, str], story: Story) -> list[list[str]]:
    """The documents parted into those that tell it independently."""
    return [list(group) for group in find_origins_of_words(words, story.derivations)]


def _difference(documents: Documents, difference: Difference) -> Object:
    return {
        "slot": difference.slot,
        "hard": difference.hard,
        "reason": difference.reason,
        "variants": _variants(documents, difference.variants),
        "rule": difference.rule,
        "score": difference.score,
    }


def _wording(documents: Documents, wording: Wording) -> Object:
    return {
        "concept": wording.concept,
        "variants": _variants(documents, wording.variants),
        "rule": wording.rule,
        "score": wording.score,
    }


def _quotation(documents: Documents, quotation: SharedQuotation, story: Story) -> Object:
    # All hold the same words, whoever heard them said: only texts taken over as a whole make one origin of two.
    held = dict.fromkeys((v.document for v in quotation.variants), "")
    return {
        "speaker": list(quotation.speaker),
        "change": quotation.change,
        "origins": _origins(held, story),
        "variants": _variants(documents, quotation.variants),
        "score": quotation.score,
    }


def _chronology(story: Story, readings: Sequence[Reading], documents: Documents) -> list[Object]:
    return [
        {
            "when": when_json(e.when),
            "label": e.label,
            "record": e.record,
            "actors": list(e.actors),
            "passage": _at(documents, e.document, e.span),
        }
        for e in story_timeline(story, readings).entries
    ]
