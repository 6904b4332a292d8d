"""Points -> for each pair of their sentences the differences that one may note there, each with a learnt chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from math import log

import numpy as np

from ..records import Difference, Span, Variant
from ..stories.weights import Logistic
from .choices import FIT
from .counterparts import Counterparts, Scene, as_counterparts, facing, find_counterparts, phrase_in
from .difference_weights import NOTED
from .figures import compatible
from .kinds import same_unit
from .likeness import Encode, likest_first
from .phrases import Phrase, find_phrases
from .tellings import Telling
from .units import Unit

HEARD = ("judged", "judge's score", "judge's hard", "judge agrees", "judge of another slot")
PHRASES = "phrases in one place"  # the rule of differences that no judge names
LEAD = 2  # sentences at the head of a report
BESIDE = 3  # characters between a phrase and the name that it stands beside
MOST = 60  # pairs of sentences of one point whose phrases are held against one another, the likest first
Pair = tuple[int, int]
Row = tuple[Counterparts, Difference | None, tuple[float, ...]]
Heard = Mapping[Pair, Sequence[Difference]]
ASKED = {
    "number": "how many",
    "date": "when",
    "place": "where",
    "actor": "who",
    "recipient": "whom or what",
    "status": "how far it is",
    "attribution": "on whose word",
    "cause": "why",
}


def rate(
    units: Sequence[Unit],
    telling: Callable[[int], Telling],
    groups: Iterable[Sequence[int]],
    likeness: Mapping[Pair, float],
    found: Heard,
    encode: Encode,
) -> dict[Pair, list[Difference]]:
    """Differences of pairs of sentences of one point, with the chance that somebody who lays the reports side by side notes them
    as score. `found` is what the judges say of each pair (i < j) that is to be rated."""
    table = candidates(units, telling, _likeliest(groups, likeness, found), likeness, found, encode)
    return {pair: list(as_differences(own, [telling(i) for i in pair])) for pair, own in table.items()}


def candidates(
    units: Sequence[Unit],
    telling: Callable[[int], Telling],
    pairs: Sequence[Pair],
    likeness: Mapping[Pair, float],
    found: Heard,
    encode: Encode,
) -> dict[Pair, list[Row]]:
    """Of each pair what may differ: the phrases, the judge's difference where it is one, and all features (those of
    counterparts.FEATURES and HEARD)."""
    phrases = {i: find_phrases(telling(i)) for i in sorted({i for pair in pairs for i in pair})}
    said: dict[Pair, list[tuple[Difference, Phrase, Phrase]]] = {
        (i, j): [(d, phrase_in(telling(i), d), phrase_in(telling(j), d)) for d in found.get((i, j), ())] for i, j in pairs
    }
    texts = {p.text for own in phrases.values() for p in own} | {p.text for own in said.values() for _, *two in own for p in two}
    vectors = dict(zip(sorted(texts), encode(sorted(texts)), strict=True)) if texts else {}
    scenes = _scenes(units, pairs, likeness)
    out: dict[Pair, list[Row]] = {}
    for pair, scene in zip(pairs, scenes, strict=True):
        left, right = (telling(i) for i in pair)
        both = facing(left, right, scene, vectors)
        ours, theirs = (phrases[i] for i in pair)
        rows: list[Row] = []
        for difference, a, b in said[pair]:
            crowd = sum(p.slot == a.slot for p in ours) * sum(p.slot == a.slot for p in theirs)
            two = as_counterparts(both, a, b, difference.slot, crowd)
            rows.append((two, difference, (*two.features, 1.0, difference.score, float(difference.hard), 0.0, 0.0)))
        for two in find_counterparts(both, ours, theirs):
            same = [d.slot == two.slot for d, a, b in said[pair] if _over(a, two.left) and _over(b, two.right)]
            rows.append((two, None, (*two.features, 0.0, 0.0, 0.0, float(any(same)), float(not all(same)))))
        out[pair] = rows
    return out


def _likeliest(groups: Iterable[Sequence[int]], likeness: Mapping[Pair, float], found: Heard) -> list[Pair]:
    """The pairs that `found` names, of a large point the MOST likeliest alone, and those that a judge says cannot both hold."""
    out: set[Pair] = set()
    for group in groups:
        across = likest_first((pair for pair in combinations(sorted(group), 2) if pair in found), likeness)
        out |= {*across[:MOST], *(pair for pair in across[MOST:] if any(d.hard for d in found[pair]))}
    return sorted(out)


def _scenes(units: Sequence[Unit], pairs: Sequence[Pair], likeness: Mapping[Pair, float]) -> Iterator[Scene]:
    many = Counter(u.report for u in units)
    seen: Counter[int] = Counter()
    places = []
    for unit in units:
        seen[unit.report] += 1
        places.append(seen[unit.report])
    best: dict[tuple[int, int], list[float]] = {}
    for (i, j), value in likeness.items():
        for one, other in ((i, j), (j, i)):
            best.setdefault((one, units[other].report), []).append(value)
    beside: dict[int, set[int]] = {u.report: {u.report} for u in units}  # of each report those of one matter with it
    for i, j in likeness:
        beside[units[i].report].add(units[j].report)
        beside[units[j].report].add(units[i].report)
    count = Counter(word for u in units for word in u.words)
    rarity = {word: log((1 + len(units)) / (1 + n)) for word, n in count.items()}
    for i, j in pairs:
        own = likeness.get((i, j), 0.0)
        others = [*best.get((i, units[j].report), ()), *best.get((j, units[i].report), ())]
        for _ in range(2):  # the pair's own likeness stands in both lists
            if own in others:
                others.remove(own)
        depth = sum(places[k] / many[units[k].report] for k in (i, j)) / 2
        lead = max(places[i], places[j]) <= LEAD
        yield Scene(own, own - max(others, default=0.0), depth, lead, len(beside[units[i].report]), rarity)


def _over(one: Phrase, other: Phrase) -> bool:
    """Whether two phrases share half of the shorter."""
    shared = one.span.common(other.span)
    return shared > 0 and 2 * shared >= min(len(one.span), len(other.span))


def as_differences(
    rows: Sequence[Row], tellings: Sequence[Telling], models: Mapping[str, Logistic] = NOTED
) -> Iterator[Difference]:
    """The rows as differences, each with its chance as score."""
    for slot in sorted({two.slot for two, _, _ in rows}):
        own = [(two, difference) for two, difference, _ in rows if two.slot == slot]
        features = np.array([f for two, _, f in rows if two.slot == slot], dtype=np.float32)
        for (two, difference), chance in zip(own, models[slot].probability(features), strict=True):
            if difference is None and (_one_day(two) or _one_figure(two) or _one_person(two, tellings)):
                continue
            yield replace(difference or _difference(two, tellings), score=round(float(chance), 3))


def _one_day(two: Counterparts) -> bool:
    """Whether both times are the same day ("Wednesday", told on Tuesday, and "today", told on Wednesday)."""
    if two.left.timex is None or two.right.timex is None:
        return False
    one, other = two.left.timex.when, two.right.timex.when
    return one.earliest is not None and one.earliest == one.latest == other.earliest == other.latest


def _one_figure(two: Counterparts) -> bool:
    """Whether both are the same number, written in two ways ("thirty-four", "34"; "1.2 billion", "1,200 million")."""
    one, other = two.left.figure, two.right.figure
    return one is not None and other is not None and (one.value, one.bound) == (other.value, other.bound)


def _one_person(two: Counterparts, tellings: Sequence[Telling]) -> bool:
    """Whether both phrases name, or stand beside the name of, one person ("an army spokesman, Ana Ruiz")."""
    if two.slot != "actor":
        return False
    ours, theirs = (_persons(p, t) for p, t in zip((two.left, two.right), tellings, strict=True))
    return bool(ours & theirs)


def _persons(phrase: Phrase, telling: Telling) -> set[str]:
    around = Span(max(0, phrase.span.start - BESIDE), phrase.span.end + BESIDE)
    return {actor for actor in telling.actors(around) if actor.startswith("person:")}


def _fit(two: Counterparts) -> bool:
    one, other = two.left.figure, two.right.figure
    return one is not None and other is not None and same_unit(one.unit, other.unit) and compatible(one, other)


def _difference(two: Counterparts, tellings: Sequence[Telling]) -> Difference:
    variants = tuple(Variant(t.reading.document.id, p.span, p.text) for t, p in zip(tellings, (two.left, two.right), strict=True))
    reason = f"{ASKED[two.slot]}: {two.left.text} / {two.right.text}" + (f": the figures {FIT}" if _fit(two) else "")
    return Difference(two.slot, False, variants, reason, PHRASES, 0.0)
