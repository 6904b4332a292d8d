"""Reading -> Quote: the sentences that a report gives as somebody's words, between marks or with one of them lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from ..records import AttributionKind, Document, Reading, Span
from .units import TELLING
from .vocabularies import stem

SHORTEST = 2  # words of a sentence between marks that is followed by itself
LONGEST = 1_500  # characters between two marks that are still one quotation
INTERRUPTION = 80  # characters between two parts of one quotation that tell who says it
UNBROKEN = 6  # words from which a quotation may have gaps and still be the same
TITLE = 5  # words of the title of a song, a book, a programme
_LONG = "{3,%d}" % LONGEST  # noqa: UP031
# A straight mark that a word follows opens: what ran on before it has lost its closing mark. The last are a typesetter's.
_QUOTED = re.compile(
    rf"“([^“”]{_LONG})[”\"]|(?<!\w)\"([^\"“”]{_LONG})(?:[\"”](?!\w)|\s(?=\"\w))|«([^«»]{_LONG})»|"
    rf"(?:``|(?<!\w)''(?=\w))((?:(?!``|'').){_LONG})''"
)
_MARKS = '“”"«»″'
# Single marks, as British papers set them. An apostrophe within a word closes nothing, nor one that has come off its word, nor
# that of a genitive if a mark after a stop is still to come.
_APOSTROPHE = r"(?<=\w)['’](?=\w)|['’]\s(?=(?:m|s|t|d|re|ll|ve)\b)"
_WITHIN = r"[^'‘’`“”\"\n]"
_SINGLE = re.compile(
    rf"(?<![\w'’‘`])['‘](?!\d0s|em\b|tis\b|['’])"
    rf"(?:(?:{_APOSTROPHE}|(?<=s)['’](?=\s\w)|{_WITHIN}){_LONG}(?<=[,.!?])|(?:{_APOSTROPHE}|{_WITHIN}){_LONG})['’](?![\w'’])"
)
_STOP = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St))(?<!\b(?:Mrs|Gen|Sen|Rep|Gov))[.!?]\s+(?=[A-Z0-9])")
_PRONOUNS = {"he", "she", "they", "it", "i", "we", "who"}
_SMALL = set("a an the of and in on to at for with is s".split())
# Words that make no two utterances alike, and none by themselves.
EMPTY = _SMALL | set(
    "be it this that he she they we i you was were are has have had not no do does did will would can could should may might "
    "been being by as or but if from his her their its our my your who which what there so than then when all any one more out "
    "up about into over also said says".split()
)
_WRITTEN = 3  # letters of a word that may tell a speaker
_WORD = re.compile(r"\w+(?:['’]\w+)?")


class Marks(StrEnum):
    """How a report gives an utterance: between marks, as somebody's speech without them, or as a sentence of nobody's."""

    QUOTED = "quoted"
    TOLD = "told"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of one report that is or may be somebody's words: its span (with the marks at the edges), the words in small
    letters, who is said to speak (`holders`: the stems of the words that name them), and whether it is a term, no speech."""

    report: int
    span: Span
    text: str
    words: tuple[str, ...]
    marks: Marks = Marks.QUOTED
    speakers: frozenset[str] = frozenset()
    holders: frozenset[str] = frozenset()
    term: bool = False


def quote_of(number: int, reading: Reading, span: Span, speech: Span, marks: Marks) -> Quote:
    """The quote of that span, which is a part of what is said in `speech`."""
    text = reading.document.text
    said = [a for a in reading.attributions if any(c.overlaps(speech) for c in a.content)]
    # whom a pronoun means is too unsure to part two speakers
    holders = [(h, name) for a in said for h in a.holders if (name := h.span.of(text).lower()) not in _PRONOUNS]
    named = (word for _, name in holders for word in _WORD.findall(name) if len(word) >= _WRITTEN and word not in EMPTY)
    return Quote(
        number,
        span,
        span.of(text),
        words_of(span, text),
        marks,
        frozenset(one for holder, name in holders for one in holder.actors or (name,)),
        frozenset(map(stem, named)),
        bool(said) and all(a.kind is AttributionKind.TERM for a in said),
    )


def find_quotes(number: int, reading: Reading) -> Iterator[Quote]:
    """The quoted sentences of a report, if they are more than one empty word; a title is nobody's words."""
    text = reading.document.text
    found: list[Quote | None] = []  # None where what stands between marks is no quotation, so that nothing goes on behind it
    for whole in sorted(_spoken_spans(reading)):
        for span in _sentences(text, whole):
            quote = quote_of(number, reading, span, whole, Marks.QUOTED)
            if found and found[-1] and _goes_on(found[-1].span, span, text):
                found[-1] = _as_one(found[-1], quote, text)
            else:
                told = (set(quote.words) - EMPTY or len(quote.words) > 1) and (quote.speakers or not _is_title(quote.text))
                found.append(quote if told else None)
    yield from filter(None, found)


def _goes_on(one: Span, other: Span, text: str) -> bool:
    """Whether a quotation is interrupted by who says it: "We can wait," she said, "but not for ever."."""
    between = text[one.end : other.start]
    begins = _WORD.search(text, other.start, other.end)
    ends = text[one.start : one.end].rstrip(_MARKS + "'’` ")
    return (
        0 < len(between.strip()) <= INTERRUPTION
        and ends.endswith(",")
        and not re.search(r"\n|[.!?]\s", between)
        and begins is not None
        and begins.group()[0].islower()
    )


def _as_one(one: Quote, other: Quote, text: str) -> Quote:
    span = Span(one.span.start, other.span.end)
    words, speakers, holders = one.words + other.words, one.speakers | other.speakers, one.holders | other.holders
    return replace(one, span=span, text=span.of(text), words=words, speakers=speakers, holders=holders)


def marked_spans(document: Document) -> tuple[Span, ...]:
    """What stands between two marks, with these: it may run over several sentences and paragraphs, so it is looked for in whole
    zones."""
    zones = tuple(z.span for z in document.zones if z.kind in TELLING)
    return _marked(document.text, zones or (Span(0, len(document.text)),))


@lru_cache(maxsize=64)  # reports of a comparison: each of their sentences asks
def _marked(text: str, zones: tuple[Span, ...]) -> tuple[Span, ...]:
    marked = [Span(m.start(), m.start() + len(m.group().rstrip())) for z in zones for m in _QUOTED.finditer(text, z.start, z.end)]
    singles = [Span(*m.span()) for z in zones for m in _SINGLE.finditer(text, z.start, z.end)]
    return (*marked, *(s for s in singles if not any(s.overlaps(m) for m in marked)))


def _spoken_spans(reading: Reading) -> Iterator[Span]:
    """What stands between two marks, and direct speech of which one mark is lost (a quotation that runs on in the next
    paragraph, or a damaged text)."""
    text, marked = reading.document.text, list(marked_spans(reading.document))
    yield from marked
    for attribution in reading.attributions:
        if attribution.kind is AttributionKind.DIRECT and attribution.parent is None:
            for span in attribution.content:
                one_mark = text[span.start] in _MARKS or text[span.end - 1] in _MARKS
                if one_mark and len(span) <= LONGEST and not any(span.overlaps(m) for m in marked):
                    yield span


def find_words(span: Span, text: str) -> Iterator[tuple[str, Span]]:
    """The words of a span in small letters, each with its place."""
    for m in _WORD.finditer(text, span.start, span.end):
        yield m.group().lower().replace("’", "'"), Span(*m.span())


def words_of(span: Span, text: str) -> tuple[str, ...]:
    """The same without their places."""
    return tuple(word for word, _ in find_words(span, text))


def _is_title(text: str) -> bool:
    """ "Face the Nation": every word but the small ones in a capital letter."""
    words = _WORD.findall(text)
    return 1 < len(words) <= TITLE and all(w[0].isupper() or w in _SMALL for w in words)


def _sentences(text: str, whole: Span) -> Iterator[Span]:
    """The sentences between two marks; pieces too short to follow go with what stands before them."""
    cuts = [whole.start]
    for m in _STOP.finditer(text, whole.start, whole.end - 1):
        if len(_WORD.findall(text, cuts[-1], m.start())) >= SHORTEST and len(_WORD.findall(text, m.end(), whole.end)) >= SHORTEST:
            cuts.append(m.end())
    for start, end in pairwise([*cuts, whole.end]):
        yield Span(start, start + len(text[start:end].rstrip()))


def held(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """Share of the shorter quotation's words that stand, in order, in the longer one; short ones must run on unbroken."""
    short, long = sorted((left, right), key=len)
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    if len(short) < UNBROKEN:
        return max(b.size for b in blocks) / len(short)
    return sum(b.size for b in blocks if b.size > 1) / len(short)


def grams(words: tuple[str, ...]) -> set[str]:
    """The pairs of words that follow one another."""
    return {" ".join(pair) for pair in pairwise(words)}
