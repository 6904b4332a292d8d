"""Telling x Telling -> phrases that stand in corresponding places, with what speaks for and against their being a difference."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..records import Difference, Span
from .acts import one_act
from .dated import SAYING, same_time
from .figures import compatible
from .frames import LIGHT
from .likeness import Array
from .measures import commensurable, in_unit_of
from .phrases import SLOTS, Phrase, phrase_of
from .tellings import HEADINGS, Telling

NEAREST = 2  # phrases of the other sentence that one is held against: those it stands most like
_DEFINITE = {"the", "this", "that", "these", "those", "his", "her", "their", "its"}
_MODAL = set("will would can could may might must should not n't never no to".split())
_VAGUE = set("some many most several few numerous multiple dozens hundreds thousands handful couple".split())
_HEDGES = set(
    "reportedly allegedly apparently possibly perhaps maybe likely probably appear seem unclear unconfirmed suggest".split()
)
Vectors = Mapping[str, Array]


@dataclass(frozen=True, slots=True)
class Counterparts:
    """Two phrases of one slot of two sentences and their features (FEATURES)."""

    slot: str
    left: Phrase
    right: Phrase
    features: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of a pair of sentences besides their phrases: `likeness` 0..1, its `margin` over the next best pair of
    either, `depth` how far down their reports they stand (0..1), `lead` whether both stand at the head, `reports` of the
    comparison; `rarity[lemma]` is the idf among the units of the comparison."""

    likeness: float
    margin: float
    depth: float
    lead: bool
    reports: int
    rarity: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Facing:
    """Two sentences held against one another, with what all their phrases have in common; `vectors` holds the unit vectors of
    all phrases by their words. `sentences` and `hedged` are features, `texts` the two reports in small letters."""

    left: Telling
    right: Telling
    scene: Scene
    vectors: Vectors
    sentences: tuple[float, ...]
    hedged: float
    texts: tuple[str, str]


def facing(left: Telling, right: Telling, scene: Scene, vectors: Vectors) -> Facing:
    """Two sentences as their phrases are held against one another."""
    hedges = [any(t.lemma.lower() in _HEDGES for t in telling.unit.sentence.tokens) for telling in (left, right)]
    texts = left.reading.document.text.lower(), right.reading.document.text.lower()
    return Facing(left, right, scene, vectors, tuple(_of_sentences(left, right, scene)), float(hedges[0] != hedges[1]), texts)


def find_counterparts(both: Facing, ours: Sequence[Phrase], theirs: Sequence[Phrase]) -> Iterator[Counterparts]:
    """Phrases of two sentences that may stand for one another. Where one sentence alone rests on somebody's word, the source
    stands against the other's verbs."""
    for slot in SLOTS:
        yield from _paired(slot, _of(slot, ours), _of(slot, theirs), both)
    if not (_of("attribution", ours) and _of("attribution", theirs)):
        for a, b in (("attribution", "status"), ("status", "attribution")):
            yield from _paired("attribution", _of(a, ours), _of(b, theirs), both)


def _of(slot: str, phrases: Sequence[Phrase]) -> list[Phrase]:
    return [p for p in phrases if p.slot == slot]


def _paired(slot: str, ours: Sequence[Phrase], theirs: Sequence[Phrase], both: Facing) -> Iterator[Counterparts]:
    if not ours or not theirs:
        return
    cosines = np.stack([both.vectors[p.text] for p in ours]) @ np.stack([both.vectors[p.text] for p in theirs]).T
    places = np.array([[_place_likeness(a, b, both) for b in theirs] for a in ours])
    fit = cosines + places
    kept = {(x, int(y)) for x in range(len(ours)) for y in np.argsort(-fit[x])[:NEAREST]}
    kept |= {(int(x), y) for y in range(len(theirs)) for x in np.argsort(-fit[:, y])[:NEAREST]}
    for x, y in sorted(kept):
        a, b = ours[x], theirs[y]
        if same_words(a.text, b.text):
            continue
        others = np.r_[np.delete(fit[x], y), np.delete(fit[:, y], x)]
        margin = float(fit[x, y] - others.max()) if len(others) else 0.5
        taken = max(float(np.delete(cosines[x], y).max(initial=0.0)), float(np.delete(cosines[:, y], x).max(initial=0.0)))
        crowd = len(ours) * len(theirs)
        features = _features(both, a, b, float(places[x, y]), margin, taken, crowd)
        yield Counterparts(slot, a, b, tuple(features))


def as_counterparts(both: Facing, one: Phrase, other: Phrase, slot: str, crowd: int) -> Counterparts:
    """What a judge holds against one another in two sentences; `crowd` is the number of pairs of phrases of its slot."""
    place = _place_likeness(one, other, both)
    return Counterparts(slot, one, other, tuple(_features(both, one, other, place, 0.5, 0.0, crowd)))


def phrase_in(telling: Telling, difference: Difference) -> Phrase:
    """The phrase that a difference has of this telling."""
    span = next(v.span for v in difference.variants if v.document == telling.reading.document.id)
    tokens, slot = telling.unit.sentence.tokens, difference.slot
    inside = [i for i, t in enumerate(tokens) if span.overlaps(t.span)] or [0]  # a holder may stand in a sentence before
    at = next((i for i in inside if tokens[i].head not in inside or tokens[i].head == i), inside[0])
    figure = next((f for f in telling.figures if f.span.overlaps(span)), None) if slot == "number" else None
    timexes = telling.shelf.timexes.get(telling.unit.sentence.index, ()) if slot == "date" else ()
    return phrase_of(telling, slot, span, at, tokens[at].dep, figure, next((t for t in timexes if t.span.overlaps(span)), None))


def same_words(one: str, other: str) -> bool:
    """Whether two texts are one but for blanks, stops and capitals ("6am", "6 a.m.")."""
    return _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def _place_likeness(a: Phrase, b: Phrase, both: Facing) -> float:
    """How far two phrases stand in one place: the rest of their clauses, the verbs that govern them, their relation to these."""
    return 0.3 * (a.role == b.role) + 0.5 * _verbs(a, b, both) + _dice(a.rest, b.rest, both.scene)


def _verbs(a: Phrase, b: Phrase, both: Facing) -> float:
    if a.above is None or b.above is None:
        return 0.0
    one, other = (t.unit.sentence.tokens[k].lemma.lower() for t, k in ((both.left, a.above), (both.right, b.above)))
    return 1.0 if one == other and one not in LIGHT else 0.7 if one_act(one, other) else 0.0


FEATURES = (
    "likeness", "likeness squared", "pair margin", "depth", "lead", "reports", "heading one", "heading both",
    "sentence ratio", "same day", "place", "margin", "taken", "crowd", "rest dice", "sentence dice", "same verb",
    "same act", "same role", "saying one", "saying both", "main both", "hedge one", "in words one", "cosine",
    "same head", "dice", "contained", "disjoint", "elsewhere least", "elsewhere most", "rarity", "known one",
    "known both", "both names", "one name", "names shared", "names disjoint", "actors same", "actors disjoint",
    "entity same", "entity differs", "pronouns", "definite both", "definite one", "length least", "length ratio",
    "quoted one", "digit both", "digit one", "vague", "modal differs", "tag differs", "figure same unit",
    "figure compatible", "figure factor", "figure bound", "figure equal", "time same", "time disjoint", "time coarser",
    "days", "across",
)  # fmt: skip


def _features(both: Facing, a: Phrase, b: Phrase, place: float, margin: float, taken: float, crowd: int) -> Iterator[float]:
    yield from both.sentences
    yield from (place, margin, taken, math.log(1 + crowd))
    yield from _of_clauses(both, a, b)
    yield from _of_words(both, a, b)
    yield from _of_kinds(both.left, both.right, a, b)
    yield from _of_figures(a, b)
    yield from _of_times(a, b)
    yield float(a.slot != b.slot)


def _of_sentences(left: Telling, right: Telling, scene: Scene) -> Iterator[float]:
    headings = [t.unit.sentence.zone in HEADINGS for t in (left, right)]
    short, long = sorted(len(t.unit.sentence.tokens) for t in (left, right))
    days = [t.reading.document.published for t in (left, right)]
    yield from (scene.likeness, scene.likeness**2, scene.margin, scene.depth, float(scene.lead), math.log(scene.reports))
    yield from (float(any(headings)), float(all(headings)), short / long, float(days[0] is not None and days[0] == days[1]))


def _of_clauses(both: Facing, a: Phrase, b: Phrase) -> Iterator[float]:
    left, right, scene = both.left, both.right, both.scene
    phrases = ((left, a), (right, b))
    verbs = [t.unit.sentence.tokens[p.above].lemma.lower() if p.above is not None else "" for t, p in phrases]
    saying = [v in SAYING for v in verbs]
    yield _dice(a.rest, b.rest, scene)
    yield _dice(left.unit.words - a.lemmas, right.unit.words - b.lemmas, scene)
    yield float(verbs[0] == verbs[1] != "")
    yield float(all(verbs) and one_act(*verbs))
    yield float(a.role == b.role)
    yield from (float(saying[0] != saying[1]), float(all(saying)))
    yield float(all(p.above is not None and t.unit.sentence.tokens[p.above].dep == "ROOT" for t, p in phrases))
    yield both.hedged
    spoken = [any(c.holds(p.span) for x in t.sources for c in x.content) for t, p in phrases]
    yield float(spoken[0] != spoken[1])


def _of_words(both: Facing, a: Phrase, b: Phrase) -> Iterator[float]:
    left, right, scene = both.left, both.right, both.scene
    yield float(both.vectors[a.text] @ both.vectors[b.text])
    heads = [t.unit.sentence.tokens[p.at].lemma.lower() for t, p in ((left, a), (right, b))]
    yield float(heads[0] == heads[1])
    yield _dice(a.lemmas, b.lemmas, scene)
    shared = a.lemmas & b.lemmas
    yield float(bool(shared) and (a.lemmas < b.lemmas or b.lemmas < a.lemmas))
    yield float(not shared)
    elsewhere = (_share(a.lemmas, right.unit.words - b.lemmas, scene), _share(b.lemmas, left.unit.words - a.lemmas, scene))
    yield from sorted(elsewhere)
    unlike = a.lemmas ^ b.lemmas
    yield _weight(unlike, scene) / len(unlike) if unlike else 0.0
    known = [a.text.lower() in both.texts[1], b.text.lower() in both.texts[0]]
    yield from (float(any(known)), float(all(known)))


def _of_kinds(left: Telling, right: Telling, a: Phrase, b: Phrase) -> Iterator[float]:
    tokens = [t.unit.sentence.tokens[p.at] for t, p in ((left, a), (right, b))]
    ours, theirs = left.actors(a.span), right.actors(b.span)
    words = [p.text.lower().replace("n’t", " n't").split() for p in (a, b)]
    yield from (float(bool(a.names and b.names)), float(bool(a.names) != bool(b.names)), float(bool(a.names & b.names)))
    yield float(bool(a.names and b.names) and not a.names & b.names)
    yield from (float(bool(ours & theirs)), float(bool(ours and theirs) and not ours & theirs))
    yield from (float(tokens[0].entity == tokens[1].entity != ""), float(tokens[0].entity != tokens[1].entity))
    yield float(sum(t.pos == "PRON" for t in tokens))
    definite = [bool(w) and w[0] in _DEFINITE for w in words]
    yield from (float(all(definite)), float(definite[0] != definite[1]))
    short, long = sorted(map(len, words))
    yield from (math.log(1 + short), short / max(1, long))
    yield float(_quoted(left, a.span) != _quoted(right, b.span))
    digits = [any(c.isdigit() for c in p.text) for p in (a, b)]
    yield from (float(all(digits)), float(digits[0] != digits[1]), float(any(_VAGUE.intersection(w) for w in words)))
    yield from (float(_MODAL.intersection(words[0]) != _MODAL.intersection(words[1])), float(tokens[0].tag != tokens[1].tag))


def _of_figures(a: Phrase, b: Phrase) -> Iterator[float]:
    one, other = a.figure, b.figure
    if one is None or other is None:
        yield from (0.0,) * 5
        return
    unit = one.unit == other.unit or commensurable(one.unit, other.unit)
    low, high = sorted((abs(in_unit_of(one.value, one.unit, other.unit)), abs(other.value)))
    yield from (float(unit), float(unit and compatible(one, other)), min(5.0, math.log(high / low)) if low else 5.0)
    yield from (float(one.bound != other.bound), float(high == low))


def _of_times(a: Phrase, b: Phrase) -> Iterator[float]:
    if a.timex is None or b.timex is None:
        yield from (0.0,) * 4
        return
    one, other = a.timex.when, b.timex.when
    apart = one.earliest is not None and other.earliest is not None and not same_time(one, other)
    yield from (float(one.value == other.value), float(apart), float(one.precision != other.precision))
    yield math.log1p(abs((one.earliest - other.earliest).days)) if one.earliest and other.earliest else 8.0


def _weight(lemmas: Iterable[str], scene: Scene) -> float:
    return sum(scene.rarity.get(w, 1.0) for w in lemmas)


def _dice(one: frozenset[str], other: frozenset[str], scene: Scene) -> float:
    total = _weight(one, scene) + _weight(other, scene)
    return 2 * _weight(one & other, scene) / total if total else 0.0


def _share(lemmas: frozenset[str], there: frozenset[str], scene: Scene) -> float:
    total = _weight(lemmas, scene)
    return _weight(lemmas & there, scene) / total if total else 0.0


def _quoted(telling: Telling, span: Span) -> bool:
    """Whether a quotation that begins in the sentence is open before the span."""
    before = telling.reading.document.text[telling.unit.sentence.span.start : span.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
