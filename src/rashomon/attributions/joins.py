"""Quotations + drafts -> drafts: every quotation finds who says it, or is a mere term."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from ..records import Force, Sentence, Span, ZoneKind
from ..sentences.trees import children
from .drafts import Draft, Holder, holder_of, letters, merged, overlap
from .labels import label_before, label_behind
from .quotations import Quotation
from .speakers import find_speaker
from .speeches import Speech

_NAMING = {"call", "dub", "title", "entitle", "nickname", "name", "label", "know", "term", "brand"}
_TITLING = set("on in of the from a by for with book film song show program programme".split())
_HEADLINES = {ZoneKind.TITLE, ZoneKind.DECK, ZoneKind.SUBJECT, ZoneKind.SUBHEADING}
_PAUSE = 400  # characters of the outlet's own words after which a speaker has lost the floor


def join_quotations(text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], drafts: list[Draft]) -> list[Draft]:
    """All drafts, with the quotations that belong to them drawn into their content, and new ones for the rest."""
    speech = Speech(text, sentences, drafts)
    last: tuple[Quotation, Draft] | None = None
    for number, quotation in enumerate(quotations):
        previous = quotations[number - 1] if number else None
        found = label_behind(speech, quotation) or _covered(speech, quotation)
        if found is None and previous is not None and previous.goes_on and last is not None and last[0] is previous:
            found = speech.append(last[1], quotation)
        found = found or _titled(speech, quotation) or label_before(speech, quotation) or find_speaker(speech, quotation)
        found = found or _following(speech, quotation, last)
        if found is None:
            speech.add(_bare(speech, quotation))
            continue
        speech.take(quotation, found)
        if not found.term and (last is None or _leads(speech, quotation, last[0])):
            last = (quotation, found)
    return [draft for draft in speech.drafts if draft.content]


def clip_quoted(text: str, drafts: list[Draft], quotations: Sequence[Quotation]) -> list[Draft]:
    """What a quoted speaker's verb takes ends with the quotation, whatever the parse says (`"I hope," he said`)."""
    starts = [q.inner.start for q in quotations]
    out = []
    for draft in drafts:
        at = bisect.bisect_right(starts, draft.cue[0].start) - 1 if draft.cue else -1
        if at >= 0 and draft.cue[0].end <= quotations[at].inner.end and not quotations[at].single:
            inner = quotations[at].inner
            clipped = [Span(max(s.start, inner.start), min(s.end, inner.end)) for s in draft.content if s.overlaps(inner)]
            draft.content = tuple(s for s in clipped if letters(text, [s]))
            draft.holders = tuple(h for h in draft.holders if h.span.overlaps(inner))
        if draft.content:
            out.append(draft)
    return out


def _leads(speech: Speech, quotation: Quotation, last: Quotation) -> bool:
    """A fragment in the middle of a sentence does not take the floor from a speaker of the same paragraph."""
    return quotation.paragraph != last.paragraph or speech.is_sentence(quotation) or quotation.goes_on


def _covered(speech: Speech, quotation: Quotation) -> Draft | None:
    """The draft whose content already reaches into the quotation; it gets all of it. One that stands in other sentences gives
    way to a verb beside the quotation: `"A," he said. "B," she said`."""
    near = [d for i in speech.places(quotation.span) for d in speech.drafts_of(speech.sentences[i])]
    reaching = [d for d in near if _reaches(d, quotation)]
    if not reaching:
        reaching = [d for d in speech.before(quotation) if _reaches(d, quotation)]
        own = find_speaker(speech, quotation) if reaching else None
        if own is not None:
            return own
    if not reaching:
        return None
    size = max(1, len(quotation.inner))
    best = max(reaching, key=lambda d: (overlap(d.content, [quotation.inner]) / size, -letters(speech.text, d.content)))
    if overlap(best.content, [quotation.inner]) < size:
        best.content = merged([*best.content, quotation.span], speech.text)
    return best


def _reaches(draft: Draft, quotation: Quotation) -> bool:
    """Its content holds some of the quotation, and its cue stands outside, unless it is the label of a transcript."""
    inside = any(c.overlaps(quotation.inner) for c in draft.cue) and draft.rule != "colon"
    return not inside and overlap(draft.content, [quotation.inner]) > 0


def _following(speech: Speech, quotation: Quotation, last: tuple[Quotation, Draft] | None) -> Draft | None:
    """A whole quoted sentence right after the words of a speaker: the speaker goes on, in a new paragraph with words of
    their own."""
    if not speech.is_sentence(quotation):
        return None
    if last is None or quotation.paragraph - last[0].paragraph > 1 or quotation.span.start - last[1].content[-1].end >= _PAUSE:
        return _named_before(speech, quotation)
    if quotation.paragraph == last[0].paragraph:
        return speech.append(last[1], quotation)
    if not speech.fills(quotation):
        return _named_before(speech, quotation)
    return _said_by(speech, quotation, last[1].holders, "speaker goes on")


def _said_by(speech: Speech, quotation: Quotation, holders: tuple[Holder, ...], rule: str) -> Draft:
    place = speech.places(quotation.span)[0]
    draft = Draft(speech.sentences[place].index, (), (quotation.span,), Force.SAY, rule, holders, score=0.5)
    speech.add(draft)
    return draft


def _named_before(speech: Speech, quotation: Quotation) -> Draft | None:
    """No verb of speech anywhere: the person who is the subject of the sentence before."""
    place = speech.places(quotation.span)[0]
    if not place:
        return None
    sentence = speech.sentences[place - 1]
    tokens = sentence.tokens
    if quotation.span.start - sentence.span.end > _PAUSE:
        return None
    for k in children(sentence, sentence.root, "nsubj", "nsubjpass"):
        if tokens[k].entity == "PERSON" or tokens[k].text.lower() in {"he", "she"}:
            return _said_by(speech, quotation, holder_of(sentence, k), "speaker before")
    return None


def _bare(speech: Speech, quotation: Quotation) -> Draft:
    """Quoted words that nobody is said to have said: somebody's words if they are long enough, else a term."""
    place = speech.places(quotation.span)[0]
    sentence = speech.sentences[place]
    words = quotation.inner.of(speech.text).split()
    before = [t for t in sentence.tokens if t.span.end <= quotation.span.start][-3:]
    named = any(t.lemma.lower() in _NAMING or t.lemma.lower() == "so" for t in before)
    titled = len(words) > 1 and all(w[:1].isupper() for w in words if len(w) > 3)
    enough = 3 if _is_headline(speech, sentence) else 5
    term = named or titled or len(words) < enough
    return Draft(sentence.index, (), (quotation.span,), Force.SAY, "term" if term else "quotation alone", term=term, score=0.4)


def _titled(speech: Speech, quotation: Quotation) -> Draft | None:
    """`on CNN's "Evening Hour"`: capitals and a word before that no speech has."""
    words = quotation.inner.of(speech.text).split()
    before = speech.text[max(0, quotation.span.start - 12) : quotation.span.start].split()
    if not 1 < len(words) < 9 or not all(w[:1].isupper() for w in words if len(w) > 3) or not before:
        return None
    if not words[0][:1].isupper() or (before[-1].lower() not in _TITLING and not before[-1].endswith(("'s", "’s"))):
        return None
    place = speech.places(quotation.span)[0]
    draft = Draft(speech.sentences[place].index, (), (quotation.span,), Force.SAY, "title", term=True, score=0.6)
    speech.add(draft)
    return draft


def _is_headline(speech: Speech, sentence: Sentence) -> bool:
    """In a headline's zone, or a first paragraph without a full stop."""
    if sentence.zone in _HEADLINES:
        return True
    end = sentence.span.of(speech.text).rstrip("”\"’')")[-1:]
    return sentence.paragraph == 0 and end not in {".", "!", "?"}
