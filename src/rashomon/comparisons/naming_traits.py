"""Namings of a comparison -> Traits: what is known of each of them, and of the sentences they stand in, as arrays."""

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

BESIDE = 0.7  # weight of a word beside the head in the vector of a phrase
FLAGS = "N V A named quoted heading counted cue person place body listed spoken".split()
NOBODY = -1  # the number of a report without a naming
Concepts = Sequence[frozenset[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Traits:
    """The namings of a comparison as arrays, a row a naming. `own` has the numbers of its stems (-1: no more), `rated` how loaded
    each of them is. `around` and `parties` are 0/1 over stems, as are `told` (a row a unit) and `said` (a row a report); `flags`
    is what a naming is (FLAGS), `chars` its length. Of each unit: `teller`, its report by number among those with a naming, or
    NOBODY, and `place`, the log of its place in it (the units stand in the order of the reports)."""

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
    chars: Array
    teller: Any
    place: Array


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
    # Reports without a naming, of another matter or empty, are counted nowhere.
    number = {r: k for k, r in enumerate(sorted({units[t.unit].report for t in namings}))}
    home = np.array([u.report for u in units])
    report = np.array([number.get(r, NOBODY) for r in home.tolist()])
    said = np.stack([told[report == r].max(axis=0) for r in range(len(number))])
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
        chars=np.array([len(t.text) for t in namings], dtype=np.float32),
        teller=report,
        place=np.log1p(np.arange(len(units)) - np.searchsorted(home, home)).astype(np.float32),
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
        naming.spoken,
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
