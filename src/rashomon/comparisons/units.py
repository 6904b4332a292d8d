"""Reading -> Unit: the sentences of a report that tell something, with what an alignment looks at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..records import DefectKind, Reading, Sentence, Span, ZoneKind
from .matters import find_framings, matter
from .numerals import find_values

# Zones that tell of the story; all others are the page's furniture.
TELLING = {
    None,
    ZoneKind.SUBJECT,
    ZoneKind.TITLE,
    ZoneKind.DECK,
    ZoneKind.SUBHEADING,
    ZoneKind.BODY,
    ZoneKind.CAPTION,
    ZoneKind.REPLY,
}
SHORTEST = 3  # words: shorter ones ("Back to top") are no statement
SHORTEST_CLAUSE = 5  # tokens
LONGEST_CREDIT = 30  # tokens
LABEL = 4  # tokens with which so many sentences of a report begin that they are a label: "Photos: Summit in Riga The ..."
LABELLED = 4
_FINITE = {"VBD", "VBZ", "VBP"}
_CREDITING = re.compile(
    r"\b(?:agency|agencies|wires?|news ?desk|newsroom|staff|bureau|correspondents?|reporting|editing|writing|inputs?|files|"
    r"reuters|afp|associated press|ap|tass|dpa|xinhua|interfax|epa|upi|ansa|efe)\b",
    re.IGNORECASE,
)
_CLAUSES = {"conj", "advcl", "ccomp", "relcl", "parataxis", "acl"}
_OPEN = {"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"}
# Verbs and nouns that say nothing of what a sentence is about.
_EMPTY = set(
    "be have do say tell add report accord make take get go come see include also more other new one two last first year week "
    "day month time after before since people there now then still even just very much many most former".split()
)
_DATED = re.compile(r"[12]\d{3}")
# The page's furniture that runs on inside a paragraph, where zones do not part it from what is told.
_FURNITURE = re.compile(
    r"^\W*(?:advertisement|hide caption|related (?:stories|articles|content|topics)|read more|see also|watch:|video:|"
    r"share this|sign up|thank you for (?:subscribing|signing)|view all|please (?:verify|re-?enter|try again|enter)|"
    r"invalid email|an error has occurred|you (?:must|agree)|we pay for|do you have a story|e?-?mail us|call us|"
    r"follow us|today['’]s coverage|enlarge this image|image caption|media caption|copyright|all rights reserved|"
    r"this material may not|\(?reporting by|additional reporting|— [\w .'-]{1,40}\(@|\[(?:graphic|photos?|video|map|"
    r"read)|\(?(?:[\w ,.'-]{3,60}/)(?:associated press|ap|reuters|afp|getty)|by [A-Z][\w.'-]+ [A-Z][\w.'-]+$)|"
    r"toggle caption|continue reading the main story|^(?:ap|afp|reuters|getty|epa)\b[\w :/]{0,40}$|tips@|newsletter sign|"
    r"back to top|click here|\(@\w+\) \w+ \d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A telling sentence. `report` is its reading's place in the comparison; `words` are content lemmas in small letters,
    `matter` those of what is told (matters.py), `numbers` figures in plain digits, `days` the times named, `clauses`
    the sentence cut into clauses."""

    report: int
    sentence: Sentence
    text: str
    words: frozenset[str]
    matter: frozenset[str]
    numbers: frozenset[str]
    days: frozenset[str]
    clauses: tuple[Span, ...]


def find_units(readings: Sequence[Reading]) -> tuple[Unit, ...]:
    """The units of all readings, in the order of the readings and of their texts."""
    return tuple(unit for number, reading in enumerate(readings) for unit in _units(number, reading))


def _units(number: int, reading: Reading) -> Iterator[Unit]:
    # The heading of another article, left in the text, tells nothing of this one.
    stray = [d.span for d in reading.document.defects if d.kind is DefectKind.STRAY_HEADING]
    telling = [
        s
        for s in reading.sentences
        if s.zone in TELLING and not any(x.holds(s.span) for x in stray) and _tells(s, reading.document.text)
    ]
    days = _days(reading)
    framings = find_framings(reading)
    labels = _labels(telling)
    for sentence in telling:
        tokens = sentence.tokens[labels.get(sentence.index, 0) :]
        words = frozenset(lemma for t in tokens if t.pos in _OPEN and (lemma := t.lemma.lower()) not in _EMPTY and len(lemma) > 1)
        yield Unit(
            report=number,
            sentence=sentence,
            text=" ".join(Span(tokens[0].span.start, sentence.span.end).of(reading.document.text).split()),
            words=words,
            matter=matter(sentence, words, framings),
            numbers=frozenset(find_values(sentence)),
            days=frozenset(days[sentence.index]),
            clauses=_clauses(sentence),
        )


def _days(reading: Reading) -> defaultdict[int, set[str]]:
    """The times of each sentence, by its index; those of the page around the sentences, such as its date, are of none."""
    days = defaultdict[int, set[str]](set)
    starts = [s.span.start for s in reading.sentences]
    for timex in reading.timexes:
        place = bisect_right(starts, timex.span.start) - 1
        if place >= 0 and reading.sentences[place].span.holds(timex.span) and _DATED.match(timex.when.value):
            days[reading.sentences[place].index].add(timex.when.value)
    return days


def _labels(telling: Sequence[Sentence]) -> dict[int, int]:
    """Of sentences, by index, that begin with the same words as many others: how many tokens these words are. A sentence of hardly
    any more words keeps them."""
    alike: dict[tuple[str, ...], list[Sentence]] = {}
    for sentence in telling:
        alike.setdefault(_first_words(sentence, LABEL), []).append(sentence)
    out: dict[int, int] = {}
    for begin, own in alike.items():
        if len(begin) == LABEL and len(own) >= LABELLED:
            longest = max(len(s.tokens) for s in own)
            length = next((n for n in range(LABEL, longest) if len({_first_words(s, n + 1) for s in own}) > 1), longest)
            out |= {s.index: length for s in own if len(s.tokens) >= length + SHORTEST_CLAUSE}
    return out


def _first_words(sentence: Sentence, many: int) -> tuple[str, ...]:
    return tuple(token.text for token in sentence.tokens[:many])


def _tells(sentence: Sentence, text: str) -> bool:
    own = sentence.span.of(text)
    words = sum(t.text[:1].isalpha() for t in sentence.tokens)
    return words >= SHORTEST and _FURNITURE.search(own[:300]) is None and not _credits(sentence, own)


def _credits(sentence: Sentence, own: str) -> bool:
    """Whether the sentence is nothing but a line in brackets, or behind a dash, that says who made the report."""
    if _CREDITING.search(own) is None or any(t.pos == "VERB" and t.tag in _FINITE for t in sentence.tokens):
        return False
    return own[:1] in "([—–-" and len(sentence.tokens) <= LONGEST_CREDIT


def _clauses(sentence: Sentence) -> tuple[Span, ...]:
    """The sentence cut at the left edges of its clauses, none shorter than SHORTEST_CLAUSE tokens; in order, without gaps."""
    tokens = sentence.tokens
    edges = set()
    for i, token in enumerate(tokens):
        if token.dep in _CLAUSES and token.pos in {"VERB", "AUX"}:
            edges.add(_left_edge(sentence, i))
    cuts = [0]
    for edge in sorted(edges):
        if edge - cuts[-1] >= SHORTEST_CLAUSE and len(tokens) - edge >= SHORTEST_CLAUSE:
            cuts.append(edge)
    bounds = zip(cuts, [*cuts[1:], len(tokens)], strict=True)
    return tuple(Span(tokens[a].span.start, tokens[b - 1].span.end) for a, b in bounds)


def _left_edge(sentence: Sentence, i: int) -> int:
    """The first token of the subtree below `i`."""
    edge, stack = i, [i]
    while stack:
        j = stack.pop()
        edge = min(edge, j)
        stack += sentence.tokens[j].children
    return edge
