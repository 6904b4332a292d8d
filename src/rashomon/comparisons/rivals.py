"""Namings of two reports -> how likely they are rival ways to call one thing: a learnt chance on what both have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from .likeness import Array, Encode, of_length_one
from .loaded import FIELDS, LOADS, Loads
from .namings import Naming
from .units import Unit
from .vocabularies import stem
from .wording_weights import RIVALS

FEATURES = (
    "likeness best clauses heads phrases rank most least sum of_head head_apart beside beside_apart unshared shares alike "
    "field field_apart concept same_head elsewhere in_both nested one_actor two_actors one_named both_named one_quoted both_quoted "
    "one_heading both_heading nouns verbs predicates mixed length modifiers counted sayings persons places bodies frequency "
    "one_governor one_slot parties around listed both_listed most_heads most_likeness heads_likeness most_around field_around "
    "verbs_most verbs_heads actor_most heading_most nouns_unshared likeness_squared heads_squared"
).split()
LEAST = 0.10  # likeness of two sentences from which their namings are held against one another
BESIDE = 0.7  # weight of a word beside the head in the vector of a phrase
MANY = 2_000  # pairs of sentences whose namings are held against one another, the likeliest of a comparison
BLOCK = 4_000  # pairs rated at once
Concepts = Sequence[frozenset[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Traits:
    """The namings of a comparison as arrays, a row a naming. `own` has the numbers of its stems (-1: no more), `rated` how loaded
    each of them is. `around` and `parties` are 0/1 over stems, as are `told` (a row a unit) and `said` (a row a report); `flags`
    is what a naming is (_FLAGS)."""

    unit: Any
    report: Any
    head: Any
    heads: Array
    phrases: Array
    of_head: Array
    beside: Array
    clauses: Array
    own: Any
    rated: Array
    around: Array
    parties: Array
    told: Array
    said: Array
    fields: Array
    actors: Array
    concepts: Array
    groups: Array
    governor: Any
    dep: Any
    flags: Array
    often: Array


_FLAGS = "N V A named quoted heading counted cue person place body listed".split()


def traits_of(
    namings: Sequence[Naming], units: Sequence[Unit], clauses: Sequence[Array], concepts: Concepts, encode: Encode
) -> Traits:
    """`clauses[t]` is the vector of the clause of naming t, `concepts[t]` the contested concepts, each with its group, in it."""
    loads = Loads([w for t in namings for w, _ in t.words], encode)
    heads = loads.vectors[[loads.place[t.words[0][0]] for t in namings]]
    phrases = np.stack([loads.vectors[loads.place[t.words[0][0]]] + BESIDE * _sum(loads, t) for t in namings])
    rates = [[loads.of(w, pos) for w, pos in t.words] for t in namings]
    lemmas = [frozenset(stem(t.lemma.lower()) for t in u.sentence.tokens) for u in units]
    place = {s: i for i, s in enumerate(sorted({s for own in lemmas for s in own} | {s for t in namings for s in _all(t)}))}
    told = _bag(lemmas, place)
    report = np.array([u.report for u in units])
    said = np.stack([told[report == r].max(axis=0) for r in range(report.max() + 1)])
    unit = np.array([t.unit for t in namings])
    most = max(len(t.stems) for t in namings)
    own = np.full((len(namings), most), -1)
    rated = np.zeros((len(namings), most), dtype=np.float32)
    for row, (naming, values) in enumerate(zip(namings, rates, strict=True)):
        stems = {place[stem(word.split()[0])]: value for (word, _), value in zip(naming.words, values, strict=True)}
        own[row, : len(stems)], rated[row, : len(stems)] = list(stems), list(stems.values())
    head = np.array([place[stem(t.words[0][0].split()[0])] for t in namings])
    return Traits(
        unit=unit,
        report=report[unit],
        head=head,
        heads=heads,
        phrases=of_length_one(phrases),
        of_head=np.array([r[0] for r in rates], dtype=np.float32),
        beside=np.array([max(r[1:], default=0.0) for r in rates], dtype=np.float32),
        clauses=np.stack(clauses),
        own=own,
        rated=rated,
        around=_bag([t.around for t in namings], place),
        parties=_bag([t.parties for t in namings], place),
        told=told,
        said=said,
        fields=_over([FIELDS.get((t.words[0][0], t.kind), frozenset()) for t in namings]),
        actors=_over([t.actors for t in namings]),
        concepts=_over([frozenset(c for c, _ in own) for own in concepts]),
        groups=_over(concepts),
        governor=np.array([place.get(t.governor, -1 - i) for i, t in enumerate(namings)]),
        dep=np.array([t.dep for t in namings]),
        flags=np.array([_flags(t) for t in namings], dtype=np.float32),
        often=told.sum(axis=0)[head],
    )


def _sum(loads: Loads, naming: Naming) -> Any:
    return sum((loads.vectors[loads.place[w]] for w, _ in naming.words[1:]), np.zeros(loads.vectors.shape[1], dtype=np.float32))


def _all(naming: Naming) -> frozenset[str]:
    return naming.stems | naming.around | naming.parties


def _flags(naming: Naming) -> list[bool]:
    entity = naming.entity
    kinds = [naming.kind == k for k in "NVA"]
    what = [entity == "PERSON", entity in {"GPE", "LOC", "NORP"}, entity == "ORG"]
    return [
        *kinds,
        naming.named,
        naming.quoted,
        naming.heading,
        naming.counted,
        naming.cue,
        *what,
        (naming.words[0][0], naming.kind) in LOADS,
    ]


def _bag(sets: Sequence[Iterable[Any]], place: Mapping[Any, int]) -> Array:
    """A row of 0 and 1 for each set, by the places of things."""
    out = np.zeros((len(sets), len(place)), dtype=np.float32)
    for row, own in enumerate(sets):
        out[row, [place[s] for s in own]] = 1
    return out


def _over(sets: Sequence[frozenset[Any]]) -> Array:
    place = {thing: i for i, thing in enumerate(sorted({t for own in sets for t in own}))}
    return _bag(sets, place)


def find_pairs(namings: Sequence[Naming], units: Sequence[Unit], pairs: Mapping[tuple[int, int], float]) -> Any:
    """Array (n, 2) of numbers of namings of two reports in sentences alike by LEAST, of unlike words."""
    homes: dict[int, list[int]] = {}
    for number, naming in enumerate(namings):
        homes.setdefault(naming.unit, []).append(number)
    apart = [p for p in pairs.items() if p[1] >= LEAST and units[p[0][0]].report != units[p[0][1]].report]
    out = [
        (a, b)
        for (i, j), _ in sorted(sorted(apart, key=lambda p: (-p[1], p[0]))[:MANY])
        for a in homes.get(i, ())
        for b in homes.get(j, ())
        if namings[a].stems != namings[b].stems and not _bare(namings[a], namings[b])
    ]
    return np.array(out, dtype=np.int64).reshape(-1, 2)


def _bare(one: Naming, other: Naming) -> bool:
    """Two names with nothing beside them that are not known to be of one actor."""
    return one.named and other.named and len(one.words) == len(other.words) == 1 and not one.actors & other.actors


def chances(traits: Traits, pairs: Any, likeness: Mapping[tuple[int, int], float]) -> Array:
    """How likely each pair is one of rivals."""
    blocks = [pairs[k : k + BLOCK] for k in range(0, len(pairs), BLOCK)]
    rated = [RIVALS.probability(features(traits, block, likeness)) for block in blocks]
    return np.concatenate(rated) if rated else np.zeros(0, dtype=np.float32)


def features(traits: Traits, pairs: Any, likeness: Mapping[tuple[int, int], float]) -> Array:
    """Array (len(pairs), len(FEATURES))."""
    t, a, b = traits, pairs[:, 0], pairs[:, 1]
    one, two = t.flags[a], t.flags[b]

    def either(name: str) -> Array:
        k = _FLAGS.index(name)
        return np.asarray(one[:, k] != two[:, k], dtype=np.float32)

    def both(name: str) -> Array:
        k = _FLAGS.index(name)
        return np.asarray(one[:, k] * two[:, k])

    def count(name: str) -> Array:
        k = _FLAGS.index(name)
        return np.asarray(one[:, k] + two[:, k])

    alike = np.array([likeness[min(i, j), max(i, j)] for i, j in zip(t.unit[a], t.unit[b], strict=True)], dtype=np.float32)
    logit = np.log(alike / (1 - np.minimum(alike, 0.999)))
    heads = _dots(t.heads, a, b)
    load = np.maximum(t.of_head, t.beside)
    most = np.maximum(load[a], load[b])
    same = (t.own[a][:, :, None] == t.own[b][:, None, :]) & (t.own[a] >= 0)[:, :, None]
    ours, theirs = same.any(axis=2), same.any(axis=1)
    unshared = np.maximum((t.rated[a] * ~ours).max(axis=1), (t.rated[b] * ~theirs).max(axis=1))
    shared, sizes = ours.sum(axis=1), (t.own >= 0).sum(axis=1)
    field = np.minimum(_dots(t.fields, a, b), 1)
    around = _dots(t.around, a, b) / (1 + np.minimum(t.around[a].sum(axis=1), t.around[b].sum(axis=1)))
    actor = _dots(t.actors, a, b) > 0
    verbs, nouns = both("V"), both("N")
    length = sizes[a] + sizes[b]
    out = [
        logit,
        _to_best(t.unit, a, b, alike),
        _dots(t.clauses, a, b),
        heads,
        _dots(t.phrases, a, b),
        _ranks(t.unit, a, b, heads),
        most,
        np.minimum(load[a], load[b]),
        load[a] + load[b],
        np.maximum(t.of_head[a], t.of_head[b]),
        np.abs(t.of_head[a] - t.of_head[b]),
        np.maximum(t.beside[a], t.beside[b]),
        np.abs(t.beside[a] - t.beside[b]),
        unshared,
        shared,
        length - 2 * shared,
        field,
        field * np.abs(t.of_head[a] - t.of_head[b]),
        _dots(t.concepts, a, b) > _dots(t.groups, a, b),
        t.head[a] == t.head[b],
        t.said[t.report[b], t.head[a]] + t.said[t.report[a], t.head[b]],
        t.told[t.unit[b], t.head[a]] + t.told[t.unit[a], t.head[b]],
        shared == np.minimum(sizes[a], sizes[b]),
        actor,
        (t.actors[a].sum(axis=1) > 0) & (t.actors[b].sum(axis=1) > 0) & ~actor,
        either("named"),
        both("named"),
        either("quoted"),
        both("quoted"),
        either("heading"),
        both("heading"),
        nouns,
        verbs,
        both("A"),
        1 - nouns - verbs - both("A"),
        np.log(length),
        np.minimum(length - 2, 3),
        count("counted") > 0,
        both("cue"),
        count("person"),
        count("place"),
        count("body"),
        np.log1p(t.often[a] + t.often[b]),
        t.governor[a] == t.governor[b],
        t.dep[a] == t.dep[b],
        _dots(t.parties, a, b) > 0,
        around,
        count("listed") > 0,
        both("listed"),
        most * heads,
        most * logit,
        heads * logit,
        most * around,
        field * around,
        verbs * most,
        verbs * heads,
        actor * most,
        either("heading") * most,
        nouns * unshared,
        logit**2,
        heads**2,
    ]
    return np.stack([np.asarray(column, dtype=np.float32) for column in out], axis=1)


def _dots(rows: Array, a: Any, b: Any) -> Array:
    return np.asarray(np.einsum("ij,ij->i", rows[a], rows[b]))


def _to_best(unit: Any, a: Any, b: Any, alike: Array) -> Array:
    """The likeness of the two sentences, out of the best that either has in the pairs."""
    best = np.zeros(unit.max() + 1, dtype=np.float32)
    np.maximum.at(best, unit[a], alike)
    np.maximum.at(best, unit[b], alike)
    return np.asarray(alike / np.maximum(np.minimum(best[unit[a]], best[unit[b]]), 1e-6))


def _ranks(unit: Any, a: Any, b: Any, heads: Array) -> Array:
    """How far the cosine of the heads is below the best that either has in the other's sentence."""
    many = unit.max() + 1
    out = np.zeros(len(a), dtype=np.float32)
    for one, other in ((a, b), (b, a)):
        key = one * many + unit[other]
        _, place = np.unique(key, return_inverse=True)
        best = np.full(place.max(initial=-1) + 1, -1.0, dtype=np.float32)
        np.maximum.at(best, place, heads)
        out = np.maximum(out, best[place] - heads)
    return out
