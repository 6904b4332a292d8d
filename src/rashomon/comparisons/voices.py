"""Telling x Telling -> a difference of source: one thing on another's word, or on a word here and in the outlet's own voice."""

from __future__ import annotations

import re
from itertools import product

from ..records import Attribution, AttributionKind, Difference, Force, Span
from .holders import can_tell, holder_span, last_names, source_actors, source_span
from .quotes import held
from .tellings import Telling
from .twins import make

SHARED = 0.5  # share of the lesser content's words that the other has: two sources tell the same thing
OWN = 0.55  # the same, where one side is the outlet's own voice: less to go by, so more is asked
ALIKE = 0.35  # likeness of two sentences that tell one thing in other words, by two sources
FEWEST = 3  # words that both have
COMMON = 1  # the same, where the sentences are alike
OWN_ALIKE = 0.6  # likeness, where one side is the outlet's own voice
OWN_COMMON = 2  # words that both have, where the sentences are so alike
UTTERANCE = 5  # words of direct speech that two people do not say alike by chance
SLIP = 0.88  # share of the words of two utterances that are one but for a slip
_NOT = {"not", "no", "never", "t"}
_WORD = re.compile(r"\w+")
_SMALL = set("the a an of for and in on to at by its their his her".split())
_ARMY = {"army", "military", "troops", "forces", "soldiers"}
# Holders that stand for somebody named elsewhere: no sign of another source.
_STANDING_IN = set(
    "he she they it who which that spokesman spokeswoman spokesperson official officials statement source sources report "
    "reports lawyer minister president secretary group".split()
)


def attribution_difference(left: Telling, right: Telling, likeness: float) -> Difference | None:
    """One utterance of two people; else the point on another's word (a denial is no source of what it denies), or on one's word
    here and in the outlet's own voice there; only where what is said has its words in common, or has a few and the sentences are
    like (`likeness` 0..1)."""
    ours, theirs = ([a for a in t.sources if a.force is not Force.DENY and _names_somebody(a, t)] for t in (left, right))
    if not left.unit.matter & right.unit.matter:
        return None
    for a, b in product(ours, theirs):
        if _one_utterance(a, left, b, right) and _other_person(a, left, b, right):
            reason = f"the same words of {_called(a, left)} / {_called(b, right)}"
            return _make(left, source_span(a), right, source_span(b), reason, 0.8, hard=True)
    pairs = [(_shared(left, a, right, b), a, b) for a in ours for b in theirs]
    if pairs:
        share, a, b = max(pairs, key=lambda p: p[0])
        alike = likeness >= ALIKE and len(left.content(a.content) & right.content(b.content)) >= COMMON
        if not (share >= SHARED or alike) or not _other_source(a, left, b, right):
            return None
        reason = f"on the word of {_called(a, left)} / {_called(b, right)}"
        return _make(left, source_span(a), right, source_span(b), reason, 0.6 if share >= SHARED else 0.45)
    for told, plain in ((left, right), (right, left)):
        named = sorted(ours if told is left else theirs, key=lambda a: -sum(map(len, a.content)))
        found = next((a for a in named if _told_plainly(told, a, plain, likeness)), None)
        if found is not None and plain.own_voice:
            reason = f"on the word of {_called(found, told)} / in the outlet's own voice"
            one, other = source_span(found), plain.unit.sentence.span
            return _make(told, one, plain, other, reason, 0.5) if told is left else _make(plain, other, told, one, reason, 0.5)
    return None


def _told_plainly(told: Telling, source: Attribution, plain: Telling, likeness: float) -> bool:
    """Whether the outlet says in its own voice what the source tells; not where it tells of that source's own doings."""
    if _is_named(source, told, plain):
        return False
    common = len(told.content(source.content) & plain.unit.words)
    return _shared(told, source, plain, None) >= OWN or (likeness >= OWN_ALIKE and common >= OWN_COMMON)


def _is_named(source: Attribution, told: Telling, plain: Telling) -> bool:
    """Whether the other sentence names the source."""
    if not source.holders:
        return False
    words = {t.text.lower() for t in plain.unit.sentence.tokens}
    written = set(_WORD.findall(told.words(holder_span(source)).lower())) - _SMALL
    return written <= words or bool(last_names(source, told.shelf) & words or source_actors(source) & plain.named())


def _one_utterance(a: Attribution, left: Telling, b: Attribution, right: Telling) -> bool:
    """Whether both bring in the same words as direct speech, but for a slip in a long one."""
    if not a.kind is b.kind is AttributionKind.DIRECT:
        return False
    ours, theirs = (tuple(_WORD.findall(" ".join(t.words(c) for c in x.content).lower())) for x, t in ((a, left), (b, right)))
    if min(len(ours), len(theirs)) < UTTERANCE or abs(len(ours) - len(theirs)) > 1:
        return False
    return ours == theirs or (held(ours, theirs) >= SLIP and not (set(ours) ^ set(theirs)) & _NOT)


def _other_person(a: Attribution, left: Telling, b: Attribution, right: Telling) -> bool:
    """Whether both holders are named persons of other names."""
    names = [_last_names(a, left), _last_names(b, right)]
    return all(names) and not names[0] & names[1] and not source_actors(a) & source_actors(b)


def _last_names(attribution: Attribution, telling: Telling) -> set[str]:
    inside = [
        t for t in telling.unit.sentence.tokens if t.entity == "PERSON" and any(h.span.holds(t.span) for h in attribution.holders)
    ]
    return {inside[-1].text.lower()} if inside else set()


def _make(left: Telling, a: Span, right: Telling, b: Span, reason: str, score: float, hard: bool = False) -> Difference:
    return make("attribution", left, a, right, b, reason, score, hard, "sources of one content")


def _shared(left: Telling, a: Attribution, right: Telling, b: Attribution | None) -> float:
    """Share of the lesser content's words that the other has (of `b`, or of the whole sentence); 0 where these are few."""
    ours, theirs = left.content(a.content), right.content(b.content) if b is not None else right.unit.words
    both = len(ours & theirs)
    return both / min(len(ours), len(theirs)) if both >= FEWEST else 0.0


def _called(attribution: Attribution, telling: Telling) -> str:
    """The holder as the report names them; a bare office by the ids of those it stands for."""
    if not attribution.holders:
        return f"nobody named ({telling.words(holder_span(attribution))})"
    words = telling.words(holder_span(attribution))
    known = sorted(source_actors(attribution))
    stands_in = {w for w in words.lower().split() if w not in _SMALL} <= _STANDING_IN
    return " and ".join(known) if known and stands_in else words


def _names_somebody(attribution: Attribution, telling: Telling) -> bool:
    """Whether the holder can tell facts, and is no bare office without a referent."""
    words = telling.words(holder_span(attribution)).lower()
    return can_tell(attribution, telling.shelf) and (bool(source_actors(attribution)) or words not in _STANDING_IN)


def _initials(short: set[str], long: set[str]) -> bool:
    """ "the ICRC" is "The International Committee of the Red Cross"."""
    letters = sorted(w[0] for w in long)
    return any(len(w) > 2 and sorted(w) == letters for w in short)


def _other_source(a: Attribution, left: Telling, b: Attribution, right: Telling) -> bool:
    """Whether two holders are not one: other ids, or other words where neither merely stands in for somebody; two who speak for
    themselves with other words each are not told apart by that, nor two that nobody names."""
    if (
        not (a.holders or b.holders)
        or a.kind is b.kind is AttributionKind.DIRECT
        or last_names(a, left.shelf) & last_names(b, right.shelf)
    ):
        return False
    ours, theirs = source_actors(a), source_actors(b)
    words = [set(t.words(holder_span(x)).lower().replace("’", "'").split()) - _SMALL for t, x in ((left, a), (right, b))]
    if _initials(words[0], words[1]) or _initials(words[1], words[0]) or all(w & _ARMY for w in words):
        return False
    if any(w and w <= _STANDING_IN for w in words):
        return False
    if words[0] & words[1] and not (ours and theirs and words[0] - words[1] and words[1] - words[0]):
        return False
    return not ours & theirs if ours and theirs else not any(w & _STANDING_IN for w in words)
