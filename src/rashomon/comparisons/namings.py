"""Unit -> Naming: the noun phrases, verbs and predicates by which a report calls things, acts and states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..records import Sentence, Span, Token, ZoneKind
from .borrowings import foreign_spans, is_term
from .shelves import Shelf
from .units import Unit
from .vocabularies import stem

_MEASURES = {"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"}
_OPEN = {"NOUN", "PROPN", "VERB", "ADJ", "ADV"}
_PREDICATES = {"acomp", "oprd", "advcl", "conj", "ROOT"}
_PARTIES = {"nsubj", "nsubjpass", "dobj", "attr", "agent", "pobj"}
_HEADINGS = {ZoneKind.TITLE, ZoneKind.DECK, ZoneKind.SUBHEADING}
BESIDE = 6  # words on either side that make its surroundings


@dataclass(frozen=True, slots=True)
class Naming:
    """A way to call something. `kind` is N, V or A; `words` are lemma and part of speech of its open words, the head first (a
    verb with its particle is one word), `title` the head as a heading has it; `parties` and `around` stems of the verb's own
    nouns and of the words beside it; `spoken`: `quoted` in more than a term that is set apart."""

    unit: int
    kind: str
    span: Span
    text: str
    words: tuple[tuple[str, str], ...]
    title: str
    stems: frozenset[str]
    dep: str
    governor: str
    entity: str
    actors: frozenset[str]
    quoted: bool
    spoken: bool
    heading: bool
    counted: bool
    cue: bool
    parties: frozenset[str]
    around: frozenset[str]

    @property
    def named(self) -> bool:
        return self.words[0][1] == "PROPN"


def find_namings(number: int, unit: Unit, shelf: Shelf) -> Iterator[Naming]:
    """The namings of unit `number`, in the order noun phrases, verbs and predicates."""
    sentence, text = unit.sentence, shelf.reading.document.text
    foreign = list(foreign_spans(sentence, shelf))
    cues = [c for a in shelf.words.get(sentence.index, ()) for c in a.cue]
    mentions = [m for m in shelf.mentions.get(sentence.index, ()) if len(m.actors) == 1]
    tokens = sentence.tokens
    for first, last, head in _places(sentence):
        token = tokens[head]
        span = Span(tokens[first].span.start, tokens[last].span.end)
        words = _words(tokens, first, last, head)
        yield Naming(
            unit=number,
            kind={"NOUN": "N", "PROPN": "N", "ADJ": "A"}.get(token.pos, "V"),
            span=span,
            text=span.of(text),
            words=words,
            title=_title(tokens, first, head, text) or words[0][0],
            stems=frozenset(stem(w.split()[0]) for w, _ in words),
            dep=token.dep,
            governor=stem(tokens[token.head].lemma.lower()) if token.head != head else "",
            entity=token.entity,
            actors=frozenset(m.actors[0] for m in mentions if m.head.overlaps(token.span)),
            quoted=any(f.overlaps(span) for f in foreign),
            spoken=any(f.overlaps(span) and not is_term(f, text) for f in foreign),
            heading=sentence.zone in _HEADINGS,
            counted=any(t.pos == "NUM" for t in tokens[first : last + 1]),
            cue=any(c.overlaps(token.span) for c in cues),
            parties=frozenset(stem(tokens[c].lemma.lower()) for c in token.children if tokens[c].dep in _PARTIES),
            around=frozenset(
                stem(tokens[k].lemma.lower())
                for k in range(max(0, first - BESIDE), min(len(tokens), last + 1 + BESIDE))
                if not first <= k <= last and tokens[k].pos in {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}
            ),
        )


def _places(sentence: Sentence) -> Iterator[tuple[int, int, int]]:
    """First, last and head token of each."""
    tokens = sentence.tokens
    for first, past, root in sentence.chunks:
        if tokens[root].pos not in {"NOUN", "PROPN"} or tokens[root].entity in _MEASURES:
            continue
        last = max(root, past - 1)
        while first < root and (tokens[first].pos in {"DET", "PRON", "PUNCT"}):
            first += 1
        while last > root and tokens[last].pos == "PUNCT":
            last -= 1
        yield first, last, root
    for k, token in enumerate(tokens):
        if token.pos == "VERB" and len(token.lemma) > 2:
            particle = k + 1 in token.children and tokens[k + 1].dep == "prt"
            yield k, k + particle, k
        elif token.pos == "ADJ" and token.dep in _PREDICATES:
            first = k
            while first > 0 and tokens[first - 1].dep == "advmod" and tokens[first - 1].head == k:
                first -= 1
            yield first, k, k


def _title(tokens: Sequence[Token], first: int, head: int, text: str) -> str:
    """A noun as it is written, a name with the names before it ("Daniel Haskell" of "American envoy Daniel Haskell"); nothing
    for others."""
    own, start = tokens[head], head
    if own.pos == "NOUN":
        return own.text if own.text.isupper() else own.text.lower()
    while start > first and own.pos == tokens[start - 1].pos == "PROPN":
        start -= 1
    return Span(tokens[start].span.start, own.span.end).of(text) if own.pos == "PROPN" else ""


def _words(tokens: Sequence[Token], first: int, last: int, head: int) -> tuple[tuple[str, str], ...]:
    own = tokens[head]
    word = own.text.lower() if own.pos == "PROPN" else own.lemma.lower()
    if own.pos == "VERB" and last > head:
        return ((f"{word} {tokens[last].lemma.lower()}", "VERB"),)
    beside = (t for k, t in enumerate(tokens[first : last + 1], first) if k != head and t.pos in _OPEN and t.dep != "det")
    return ((word, own.pos), *((t.lemma.lower(), t.pos) for t in beside))
