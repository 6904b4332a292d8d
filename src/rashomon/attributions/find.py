"""Document, sentences, mentions -> Attribution: the rules in order, joined with the quotations and with one another."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from ..records import SILENT_ZONES, Attribution, AttributionKind, Document, Force, Mention, Sentence, Span, Timex, content_id
from .chances import Chances
from .colons import colon_drafts
from .drafts import WEAK, Draft, letters, sentence_at
from .holders import Holders
from .joins import clip_quoted, join_quotations
from .mending import mended
from .nesting import find_parents
from .nouns import noun_drafts
from .phrases import phrase_drafts
from .quotations import Quotation, find_quotations
from .tagging import Tagger, join_tagged
from .verbs import verb_drafts
from .whens import Times


def find_attributions(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention] = (),
    model: Tagger | None = None,
    timexes: Sequence[Timex] = (),
) -> tuple[Attribution, ...]:
    """Who says, believes, demands ... what in a document, in the order of the text.

    `mentions` may be empty: holders then carry their words only. `model` None: the rules alone. `timexes` give
    the time of saying, where one is told. The chain of parents ends at
    None, the outlet's own voice.
    """
    sentences = [mended(sentence) for sentence in sentences]
    paragraphs, numbers = _paragraphs(sentences)
    quotations = find_quotations(document.text, paragraphs)
    drafts: list[Draft] = []
    for sentence in sentences:
        drafts += verb_drafts(sentence)
        drafts += noun_drafts(sentence)
        drafts += phrase_drafts(sentence)
    drafts += colon_drafts(document.text, sentences, paragraphs, numbers)
    drafts = clip_quoted(document.text, drafts, quotations)
    tagged = None if model is None else model.tag([_voiced(document)])[0]
    chances = None if tagged is None else Chances(tagged)
    if tagged is not None and chances is not None:
        drafts = _distinct(document.text, join_tagged(document.text, sentences, drafts, tagged, chances))
    drafts = _distinct(document.text, join_quotations(document.text, sentences, quotations, drafts))
    if chances is not None:
        drafts = chances.borne_out(drafts)
    drafts = _acts(drafts)
    return _records(document, sentences, drafts, mentions, quotations, Times(timexes))


def _voiced(document: Document) -> str:
    """The text with the zones in which nobody says anything left blank: the tagger need not read them."""
    parts, at = [], 0
    for zone in sorted(z.span for z in document.zones if z.kind in SILENT_ZONES):
        parts += [document.text[at : zone.start], "\n" * (zone.end - max(at, zone.start))]
        at = max(at, zone.end)
    return "".join([*parts, document.text[at:]])


def _paragraphs(sentences: Sequence[Sentence]) -> tuple[list[Span], list[int]]:
    """The span of each paragraph, and the place of its first sentence."""
    spans: list[Span] = []
    firsts: list[int] = []
    last = None
    for place, sentence in enumerate(sentences):
        if sentence.paragraph == last:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, sentence.span.end))
        else:
            spans.append(sentence.span)
            firsts.append(place)
            last = sentence.paragraph
    return spans, firsts


def _distinct(text: str, drafts: list[Draft]) -> list[Draft]:
    """One draft for each cue and content; of two alike the surer one stays."""
    out: dict[tuple[tuple[Span, ...], tuple[Span, ...]], Draft] = {}
    for draft in drafts:
        if not any(c.isalnum() for s in draft.content for c in text[s.start : s.end]):
            continue
        key = (draft.cue, draft.content)
        if key not in out or out[key].score < draft.score:
            out[key] = draft
    return sorted(out.values(), key=lambda d: (min(s.start for s in (*d.cue, *d.content)), d.content, d.cue))


def _acts(drafts: list[Draft]) -> list[Draft]:
    """Without what is no act of speech or thought: a verb for deeds inside a content, the cue of what is refused ("refuses
    to condemn": nothing is condemned), the verb of a light verb whose noun is the cue ("expressed his hope that")."""
    light = {s.start for d in drafts if d.rule == "light verb" for s in d.cue[:1]}
    parents = find_parents(drafts)
    out = []
    for draft, parent in zip(drafts, parents, strict=True):
        if draft.rule == "verb obj" and any(s.start in light for s in draft.cue):
            continue
        if parent is not None and (draft.score == WEAK or _is_refused(drafts[parent], draft)):
            continue
        out.append(draft)
    return out


def _is_refused(parent: Draft, draft: Draft) -> bool:
    first = min(s.start for s in (*draft.cue, *draft.content))
    return parent.force is Force.REFUSE and bool(draft.cue) and first - parent.content[0].start <= len("to ")


def _records(
    document: Document,
    sentences: Sequence[Sentence],
    drafts: list[Draft],
    mentions: Sequence[Mention],
    quotations: Sequence[Quotation],
    times: Times,
) -> tuple[Attribution, ...]:
    parents = find_parents(drafts)
    named = Holders(document.text, mentions)
    ids = [content_id("att", document.id, "attribution", [list(d.cue), list(d.content), d.rule]) for d in drafts]
    inner = [q.inner for q in quotations]
    starts = [s.start for s in inner]
    out = []
    for draft, own, parent, holders in zip(drafts, ids, parents, named.of(drafts, parents), strict=True):
        out.append(
            Attribution(
                id=own,
                document=document.id,
                sentence=draft.sentence,
                holders=holders,
                cue=draft.cue,
                content=draft.content,
                kind=AttributionKind.TERM if draft.term else _kind(document.text, draft.content, inner, starts),
                force=draft.force,
                negated=draft.negated,
                factive=draft.factive,
                addressees=tuple(named.participant(h) for h in draft.addressees),
                parent=None if parent is None else ids[parent],
                when=times.of(draft, sentence_at(sentences, draft.cue[0].start)) if draft.cue else None,
                rule=draft.rule,
                score=draft.score,
            )
        )
    return tuple(out)


def _kind(text: str, content: Sequence[Span], quoted: Sequence[Span], starts: Sequence[int]) -> AttributionKind:
    """Direct if nine tenths of its letters stand in quotation marks, indirect if none does, else mixed."""
    inside = 0
    for span in content:
        at = max(0, bisect.bisect_right(starts, span.start) - 1)
        while at < len(quoted) and quoted[at].start < span.end:
            piece = Span(max(span.start, quoted[at].start), min(span.end, quoted[at].end))
            inside += letters(text, [piece]) if piece.start < piece.end else 0
            at += 1
    if not inside:
        return AttributionKind.INDIRECT
    return AttributionKind.DIRECT if inside >= 0.9 * letters(text, content) else AttributionKind.MIXED
