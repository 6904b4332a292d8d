"""Quotations + drafts -> drafts: every quotation finds who says it, or is a mere term."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from ..records import Force, Sentence, Span, ZoneKind
from ..sentences.trees import children
from . import clauses
from .cues import Cue
from .drafts import Draft, Holder, cue_spans, holder_of, letters, merged, overlap
from .frames import key_of
from .quotations import Quotation
from .verbs import lookup

_NAMING = {"call", "dub", "title", "entitle", "nickname", "name", "label", "know", "term", "brand"}
_SAID = Cue(Force.SAY)
_NEAR = 14  # tokens between a quotation and its verb
HEADLINES = {ZoneKind.TITLE, ZoneKind.DECK, ZoneKind.SUBJECT, ZoneKind.SUBHEADING}


@dataclass(slots=True)
class Speech:
    """The state of one pass over a document's quotations."""

    text: str
    sentences: Sequence[Sentence]
    quotations: Sequence[Quotation]
    drafts: list[Draft]
    starts: list[int]
    by_sentence: dict[int, list[Draft]]


def join_quotations(text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], drafts: list[Draft]) -> list[Draft]:
    """All drafts, with the quotations that belong to them drawn into their content, and new ones for the rest."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    speech = Speech(text, sentences, quotations, drafts, [s.span.start for s in sentences], by_sentence)
    last: tuple[Quotation, Draft] | None = None
    found: Draft | None
    for number, quotation in enumerate(quotations):
        previous = quotations[number - 1] if number else None
        found = None
        if previous is not None and previous.goes_on and last is not None and last[0] is previous:
            found = _append(speech, last[1], quotation)
        found = (
            found
            or _covered(speech, quotation)
            or _titled(speech, quotation)
            or _beside(speech, quotation)
            or _following(speech, quotation, last)
        )
        if found is None:
            speech.drafts.append(_bare(speech, quotation))
        elif not found.term and (last is None or _leads(speech, quotation, last[0])):
            last = (quotation, found)
    return speech.drafts


def _leads(speech: Speech, quotation: Quotation, last: Quotation) -> bool:
    """A fragment in the middle of a sentence does not take the floor from a speaker of the same paragraph."""
    return quotation.paragraph != last.paragraph or _is_sentence(speech, quotation) or quotation.goes_on


def _sentences_of(speech: Speech, span: Span) -> range:
    """Positions of the sentences that a span touches."""
    first = max(0, bisect.bisect_right(speech.starts, span.start) - 1)
    last = max(first, bisect.bisect_left(speech.starts, span.end) - 1)
    return range(first, last + 1)


def _append(speech: Speech, draft: Draft, quotation: Quotation) -> Draft:
    draft.content = merged([*draft.content, quotation.span], speech.text)
    return draft


def _outside(draft: Draft, quotation: Quotation) -> bool:
    return not any(c.overlaps(quotation.inner) for c in draft.cue)


def _covered(speech: Speech, quotation: Quotation) -> Draft | None:
    """The draft whose content the parse already let reach into the quotation; it gets all of it."""
    near = [d for i in _sentences_of(speech, quotation.span) for d in speech.by_sentence.get(speech.sentences[i].index, ())]
    found = [d for d in near if _outside(d, quotation) and overlap(d.content, [quotation.inner]) > 0]
    if not found:
        return None
    size = max(1, len(quotation.inner))
    best = max(found, key=lambda d: (overlap(d.content, [quotation.inner]) / size, -letters(speech.text, d.content)))
    if (overlap(best.content, [quotation.inner]) < size and quotation.closed) or overlap(best.content, [quotation.inner]) < size:
        best.content = merged([*best.content, quotation.span], speech.text)
    return best


def _beside(speech: Speech, quotation: Quotation) -> Draft | None:
    """A verb of speech in the words around the quotation: in its own sentence, in the short one that follows it (where the
    parser cut after the quotation's last word), or in one before it that ends in a colon."""
    places = _sentences_of(speech, quotation.span)
    sides = [(places[-1], 1), (places[0], -1)]
    after, before = places[-1] + 1, places[0] - 1
    if after < len(speech.sentences) and _goes_on(speech, quotation, speech.sentences[after]):
        sides.insert(1, (after, 1))
    if before >= 0 and speech.sentences[before].tokens[-1].text == ":":
        sides.append((before, -1))
    label = _labelled(speech, quotation, places)
    if label is not None:
        return label
    for place, side in sides:
        sentence = speech.sentences[place]
        verb = _speaking_verb(speech, sentence, quotation, side)
        if verb is not None:
            return _attach(speech, sentence, verb, quotation)
    return None


def _goes_on(speech: Speech, quotation: Quotation, sentence: Sentence) -> bool:
    """A sentence of a few words right behind the closing mark, such as "the minister said."."""
    gap = speech.text[quotation.span.end : sentence.span.start]
    return len(gap) < 3 and "\n" not in gap and len(sentence.tokens) <= _NEAR


def _labelled(speech: Speech, quotation: Quotation, places: range) -> Draft | None:
    """`... - Name: "..."`, `"..." - Name`: the noun phrase before the colon, or after the dash behind a whole quotation."""
    sentence = speech.sentences[places[0]]
    before = [i for i, t in enumerate(sentence.tokens) if t.span.end <= quotation.span.start]
    if len(before) > 1 and sentence.tokens[before[-1]].text == ":":
        chunk = next((c for c in sentence.chunks if c[1] - 1 == before[-2]), None)
        return None if chunk is None else _label(speech, quotation, sentence, chunk, before[-1])
    for sentence in speech.sentences[places[-1] : places[-1] + 2]:
        behind = [i for i, t in enumerate(sentence.tokens) if t.span.start >= quotation.span.end]
        if len(behind) < 2 or sentence.tokens[behind[0]].text not in _DASHES or not _is_sentence(speech, quotation):
            continue
        if speech.text[quotation.span.end : sentence.tokens[behind[0]].span.start].strip():
            continue
        chunk = next((c for c in sentence.chunks if c[0] == behind[1]), None)
        if chunk is not None and sentence.tokens[chunk[2]].dep not in {"nsubj", "nsubjpass"}:
            return _label(speech, quotation, sentence, chunk, behind[0])
    return None


def _label(speech: Speech, quotation: Quotation, sentence: Sentence, chunk: tuple[int, int, int], mark: int) -> Draft | None:
    head = sentence.tokens[chunk[2]]
    if head.pos not in {"PROPN", "NOUN"} or (head.entity not in _NAMES and head.lemma.lower() not in _DOCUMENTS):
        return None
    speaker = Holder(Span(sentence.tokens[chunk[0]].span.start, sentence.tokens[chunk[1] - 1].span.end), head.span.start)
    cue = (sentence.tokens[mark].span,)
    draft = Draft(sentence.index, cue, (quotation.span,), Force.SAY, "label", (speaker,), score=0.8)
    _add(speech, draft)
    return draft


_DASHES = {"-", "–", "—", "--"}
_NAMES = {"PERSON", "ORG", "NORP", "GPE"}
_DOCUMENTS = {
    "statement",
    "report",
    "letter",
    "editorial",
    "article",
    "study",
    "official",
    "spokesman",
    "spokeswoman",
    "spokesperson",
}


def _speaking_verb(speech: Speech, sentence: Sentence, quotation: Quotation, side: int) -> int | None:
    """The nearest verb that can bring in a quotation, after it (side 1) or before it (-1), with no other quotation between."""
    tokens = sentence.tokens
    order = range(len(tokens)) if side > 0 else range(len(tokens) - 1, -1, -1)
    steps = 0
    for i in order:
        span = tokens[i].span
        if (side > 0 and span.start < quotation.span.end) or (side < 0 and span.end > quotation.span.start):
            continue
        if tokens[i].text in {"“", "”", '"', "''", "``", ";"} and steps:
            return None
        steps += 1
        if steps > _NEAR:
            return None
        if tokens[i].pos in {"VERB", "AUX"} and _brings_in(speech, sentence, i, quotation, side):
            return i
    return None


def _brings_in(speech: Speech, sentence: Sentence, i: int, quotation: Quotation, side: int) -> bool:
    """Whether the verb can have the quotation as its object: a verb of speech that has no other object on its far side, or
    any verb with a subject that stands right beside a whole quoted sentence."""
    cues = lookup(sentence, i)
    token = sentence.tokens[i]
    if side > 0:
        ends = speech.text[quotation.inner.end - 1 : quotation.inner.end] in {",", "?", "!", "."}
        beside = _next_to(sentence, i, quotation)
        if _looks_on(speech, sentence, i) and not (ends and beside):
            return False
        if "q" in cues or "that" in cues:
            return ends or beside
        return ends and beside and _is_sentence(speech, quotation)
    between = speech.text[token.span.end : quotation.span.start].rstrip()
    if len(between) >= (80 if token.span.start >= sentence.span.start and sentence.tokens[-1].text != ":" else 160):
        return False
    if "q" in cues or "that" in cues:
        return between.endswith((",", ":", "that", "as", "—", "–")) or " " not in between.lstrip()
    if not between.endswith((",", ":")) or not _is_sentence(speech, quotation) or token.lemma in _EMPTY:
        return False
    return bool(children(sentence, i, "nsubj"))


_EMPTY = {"be", "have", "do", "go", "come", "happen", "make", "get"}


def _looks_on(speech: Speech, sentence: Sentence, i: int) -> bool:
    """The verb has its content behind it already."""
    span = sentence.tokens[i].span
    return any(overlap(d.cue, [span]) and d.content[0].start >= span.end for d in speech.by_sentence.get(sentence.index, ()))


def _next_to(sentence: Sentence, i: int, quotation: Quotation) -> bool:
    """`"...," the editorial read`: subject and verb follow the quotation with nothing between."""
    tokens = sentence.tokens
    subjects = [k for k in children(sentence, i, "nsubj") if tokens[k].span.start >= quotation.span.end]
    if not subjects or tokens[i].lemma in _EMPTY:
        return False
    first = min(min(clauses.phrase(sentence, subjects[0])), i)
    return tokens[first].span.start - quotation.span.end < 3


def _attach(speech: Speech, sentence: Sentence, verb: int, quotation: Quotation) -> Draft:
    cue = cue_spans(sentence, clauses.verb_group(sentence, verb))
    before = quotation.span.end <= sentence.tokens[verb].span.start
    for draft in speech.by_sentence.get(sentence.index, ()):
        if not any(c.overlaps(sentence.tokens[verb].span) for c in draft.cue):
            continue
        # `"A," he urged that B` is two contents of one cue; `"A," he said, "B"` is one.
        quoted = speech.text[draft.content[0].start] in "“\"'«„‘"
        if quoted or not (before and _looks_on(speech, sentence, verb)):
            return _append(speech, draft, quotation)
    cues = lookup(sentence, verb)
    found = cues.get("q") or cues.get("that") or _SAID
    draft = Draft(
        sentence.index, cue, (quotation.span,), found.force, "quotation", _speaker(speech, sentence, verb, quotation),
        _addressee(sentence, verb), found.factive, clauses.is_negated(sentence, verb), score=0.9,
    )  # fmt: skip
    _add(speech, draft)
    return draft


def _add(speech: Speech, draft: Draft) -> None:
    speech.drafts.append(draft)
    speech.by_sentence.setdefault(draft.sentence, []).append(draft)


def _speaker(speech: Speech, sentence: Sentence, verb: int, quotation: Quotation) -> tuple[Holder, ...]:
    """The verb's subject where it stands outside the quotation, else the noun phrase next to the verb."""
    passive = clauses.is_passive(sentence, verb)
    i = clauses.agent(sentence, verb) if passive else clauses.subject(sentence, verb)
    if i is not None and not quotation.inner.holds(sentence.tokens[i].span):
        return holder_of(sentence, i)
    chunks = [c for c in sentence.chunks if not quotation.span.overlaps(sentence.tokens[c[2]].span)]
    near = [c for c in chunks if abs(c[0] - verb) <= 2 or abs(c[1] - 1 - verb) <= 2]
    return holder_of(sentence, near[0][2]) if near else ()


def _addressee(sentence: Sentence, verb: int) -> tuple[Holder, ...]:
    if key_of(sentence, verb) not in {"tell", "inform", "ask", "remind", "assure", "warn", "notify"}:
        return ()
    found = [k for k in children(sentence, verb, "dobj", "dative") if k > verb]
    return holder_of(sentence, found[0]) if found else ()


def _following(speech: Speech, quotation: Quotation, last: tuple[Quotation, Draft] | None) -> Draft | None:
    """A whole quoted sentence right after the words of a speaker: the speaker goes on."""
    if not _is_sentence(speech, quotation):
        return None
    if last is not None and quotation.paragraph - last[0].paragraph <= 1:
        gap = speech.text[last[1].content[-1].end : quotation.span.start]
        alone = quotation.paragraph == last[0].paragraph or _fills(speech, quotation)
        if alone and len(gap) < 400:
            return _append(speech, last[1], quotation)
    return _named_before(speech, quotation)


def _named_before(speech: Speech, quotation: Quotation) -> Draft | None:
    """No verb of speech anywhere: the person who is the subject of the sentence before."""
    place = _sentences_of(speech, quotation.span)[0]
    if not place:
        return None
    sentence = speech.sentences[place - 1]
    tokens = sentence.tokens
    if quotation.paragraph - _paragraph(speech, sentence) > 1:
        return None
    for k in children(sentence, sentence.root, "nsubj", "nsubjpass"):
        if tokens[k].entity == "PERSON" or tokens[k].text.lower() in {"he", "she"}:
            draft = Draft(
                speech.sentences[place].index, (), (quotation.span,), Force.SAY, "speaker before", holder_of(sentence, k), score=0.5
            )
            _add(speech, draft)
            return draft
    return None


def _paragraph(speech: Speech, sentence: Sentence) -> int:
    return sentence.paragraph


def _is_sentence(speech: Speech, quotation: Quotation) -> bool:
    """Four words or more, and nothing but blanks and marks between the sentence's start and the quotation's."""
    inner = quotation.inner.of(speech.text)
    if inner.count(" ") < 3 or not inner.lstrip("[(‘'. …")[:1].isupper():
        return False
    before = speech.text[max(0, quotation.span.start - 3) : quotation.span.start].rstrip(" \n")
    return (
        not before or before[-1] in ".!?:;”\"’'—–)]" or "\n" in speech.text[max(0, quotation.span.start - 2) : quotation.span.start]
    )


def _fills(speech: Speech, quotation: Quotation) -> bool:
    """The quotation is most of its paragraph."""
    places = _sentences_of(speech, quotation.span)
    start, end = speech.sentences[places[0]].span.start, speech.sentences[places[-1]].span.end
    return letters(speech.text, [quotation.span]) >= 0.7 * letters(speech.text, [Span(start, end)])


def _bare(speech: Speech, quotation: Quotation) -> Draft:
    """Quoted words that nobody is said to have said: somebody's words if they are long enough, else a term."""
    place = _sentences_of(speech, quotation.span)[0]
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
    place = _sentences_of(speech, quotation.span)[0]
    draft = Draft(speech.sentences[place].index, (), (quotation.span,), Force.SAY, "title", term=True, score=0.6)
    _add(speech, draft)
    return draft


_TITLING = {"on", "in", "of", "the", "from", "a", "by", "for", "with", "book", "film", "song", "show", "program", "programme"}


def _is_headline(speech: Speech, sentence: Sentence) -> bool:
    """In a headline's zone, or a first paragraph without a full stop."""
    if sentence.zone in HEADLINES:
        return True
    end = sentence.span.of(speech.text).rstrip("”\"’')")[-1:]
    return sentence.paragraph == 0 and end not in {".", "!", "?"}
