"""Quotation -> Draft: the verb of speech that stands beside a quotation, and whom it names."""

from __future__ import annotations

import bisect

from ..records import Force, Sentence
from ..sentences.trees import children
from . import clauses
from .cues import Cue
from .drafts import Draft, Holder, cue_spans, holder_of, overlap
from .frames import key_of
from .quotations import Quotation
from .speeches import Speech
from .verbs import lookup

_SAID = Cue(Force.SAY)
_NEAR = 14  # tokens between a quotation and its verb
_LONG = 45  # the same where a long subject stands between
_CLOSE, _FAR = 80, 160  # characters between a verb and the quotation it brings in; where a colon stands between
_EMPTY = {"be", "have", "do", "go", "come", "happen", "make", "get"}


def find_speaker(speech: Speech, quotation: Quotation) -> Draft | None:
    """A verb of speech in the words around the quotation: in its own sentence, in the short one that follows it (where the
    parser cut after the quotation's last word), or in one before it that ends in a colon."""
    places = speech.places(quotation.span)
    sides = [(places[-1], 1), (places[0], -1)]
    after, before = places[-1] + 1, places[0] - 1
    if after < len(speech.sentences) and _goes_on(speech, quotation, speech.sentences[after]):
        sides.insert(1, (after, 1))
    if before >= 0 and speech.sentences[before].tokens[-1].text == ":":
        sides.append((before, -1))
    for place, side in sides:
        sentence = speech.sentences[place]
        verb = _speaking_verb(speech, sentence, quotation, side)
        if verb is not None:
            return _attach(speech, sentence, verb, quotation)
    return None


def _goes_on(speech: Speech, quotation: Quotation, sentence: Sentence) -> bool:
    """A sentence of a few words right behind the closing mark, such as "the minister said."."""
    gap = speech.text[quotation.span.end : sentence.span.start]
    if len(gap) > 2 or "\n" in gap:
        return False
    opening = range(min(4, len(sentence.tokens)))  # "He wrote when ..."
    return len(sentence.tokens) <= _NEAR or any("q" in lookup(sentence, i) for i in opening if sentence.tokens[i].pos == "VERB")


def _first_from(sentence: Sentence, offset: int) -> int:
    """The first token that starts at or after an offset."""
    return bisect.bisect_left(sentence.tokens, offset, key=lambda t: t.span.start)


def _speaking_verb(speech: Speech, sentence: Sentence, quotation: Quotation, side: int) -> int | None:
    """The nearest verb that can bring in a quotation, after it (side 1) or before it (-1), with no other quotation between."""
    tokens = sentence.tokens
    if side > 0:
        order = range(_first_from(sentence, quotation.span.end), len(tokens))
    else:
        order = range(_first_from(sentence, quotation.span.start) - 1, -1, -1)
    steps = 0
    for i in order:
        if tokens[i].text in {"“", "”", '"', "''", "``", ";"} and steps:
            return None
        steps += 1
        if steps > (_LONG if side > 0 else _NEAR):
            return None
        if tokens[i].pos not in {"VERB", "AUX"} or not _brings_in(speech, sentence, i, quotation, side):
            continue
        # Far from the quotation only a verb whose subject begins right behind it ("...," Dahl, a former ..., said).
        return i if steps <= _NEAR or _next_to(sentence, i, quotation) else None
    return None


def _brings_in(speech: Speech, sentence: Sentence, i: int, quotation: Quotation, side: int) -> bool:
    """Whether the verb can have the quotation as its object: a verb of speech that has no other object on its far side, or
    any verb with a subject that stands right beside a whole quoted sentence."""
    cues = lookup(sentence, i)
    token = sentence.tokens[i]
    if token.tag == "VBN" and token.dep in {"amod", "acl"} and "as" in cues:  # the so-called "x", a fleet dubbed "x"
        return False
    if side > 0:
        ends = speech.text[quotation.inner.end - 1 : quotation.inner.end] in {",", "?", "!", "."}
        beside = _next_to(sentence, i, quotation)
        if _looks_on(speech, sentence, i) and not (ends and beside):
            return False
        if "q" in cues or "that" in cues:
            return ends or beside
        return ends and beside and speech.is_sentence(quotation)
    between = speech.text[token.span.end : quotation.span.start].rstrip()
    if len(between) >= (_FAR if between.endswith(":") else _CLOSE):
        return False
    if "q" in cues or "that" in cues:
        return between.endswith((",", ":", "that", "as", "—", "–")) or " " not in between.lstrip()
    if not between.endswith((",", ":")) or not speech.is_sentence(quotation) or token.lemma in _EMPTY:
        return False
    return bool(children(sentence, i, "nsubj"))


def _looks_on(speech: Speech, sentence: Sentence, i: int) -> bool:
    """The verb has its content behind it already."""
    span = sentence.tokens[i].span
    return any(overlap(d.cue, [span]) and d.content[0].start >= span.end for d in speech.drafts_of(sentence))


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
    for draft in speech.drafts_of(sentence):
        if not any(c.overlaps(sentence.tokens[verb].span) for c in draft.cue):
            continue
        # `"A," he urged that B` is two contents of one cue; `"A," he said, "B"` is one.
        start = draft.content[0].start
        quoted = any(c in "“\"'«„‘" for c in speech.text[max(0, start - 1) : start + 1])
        if quoted or not (before and _looks_on(speech, sentence, verb)):
            return speech.append(draft, quotation)
    cues = lookup(sentence, verb)
    found = cues.get("q") or cues.get("that") or _SAID
    draft = Draft(
        sentence.index, cue, (quotation.span,), found.force, "quotation", _speaker(speech, sentence, verb, quotation),
        _addressee(sentence, verb), found.factive, clauses.is_negated(sentence, verb), score=0.9,
    )  # fmt: skip
    speech.add(draft)
    return draft


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
