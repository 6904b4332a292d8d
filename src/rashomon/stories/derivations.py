"""Documents of one story -> Derivation: which are copies, rewrites or prints of one wire, who took from whom, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from math import log1p

import numpy as np

from ..records import Derivation, Document, Relation
from .directions import find_direction
from .passages import Passage, common_passages
from .rewrites import parallel
from .traces import Trace, trace_of
from .weights import COPIED

WHOLE = 0.45  # share of the shorter text's words in common passages from which it is a copy as a whole, not passages
BY_WIRE = 12  # own words on end in common where one of the two names an agency
REWRITTEN = 0.55  # share of sentences that follow the other report's, one for one
MOST = 60  # documents of a story of which all pairs are looked at; of larger ones those that share runs of words
LEAST = 3  # runs of words in common without which a pair of a large story is not looked at


def find_derivations(documents: Sequence[Document]) -> tuple[Derivation, ...]:
    """One derivation for every pair (in a story of more than MOST reports: for every pair with common text). The directions
    never make a cycle: the least sure one of a cycle is left open."""
    if len(documents) < 2:
        return ()
    traces = [trace_of(d) for d in documents]
    by_id = {trace.document.id: trace for trace in traces}
    found = [_derive(traces[i], traces[j]) for i, j in _pairs(traces)]
    return tuple(_without_cycles(_by_wire(found, by_id)))


def _pairs(traces: Sequence[Trace]) -> Iterator[tuple[int, int]]:
    if len(traces) <= MOST:
        yield from combinations(range(len(traces)), 2)
        return
    holders: dict[int, list[int]] = {}
    for i, trace in enumerate(traces):
        for run in trace.wording.runs:
            holders.setdefault(run, []).append(i)
    common: dict[tuple[int, int], int] = {}
    for members in holders.values():
        if 1 < len(members) <= MOST:
            for pair in combinations(members, 2):
                common[pair] = common.get(pair, 0) + 1
    yield from sorted(pair for pair, count in common.items() if count >= LEAST)


def _derive(left: Trace, right: Trace) -> Derivation:
    passages = common_passages(left.wording, right.wording)
    probability, share = copied_probability(left, right, passages)
    own = sum(p.own for p in passages)
    longest = max((p.length for p in passages), default=0)
    evidence = [f"{own} plain words of the outlets' own and {share:.0%} of the shorter text in common, {longest} on end"]
    ids = (left.document.id, right.document.id)
    taken = probability >= 0.5 or (max((p.own for p in passages), default=0) >= BY_WIRE and _named(left, right))
    whole = taken and share >= WHOLE
    told = 0.0 if whole else parallel(left.outline, right.outline)
    if whole or (taken and told < REWRITTEN):
        relation, wires = _relation(left, right, share < WHOLE)
        if wires:
            evidence.append(f"agencies named: {', '.join(sorted(wires))}")
        source, reasons = (None, ()) if relation is Relation.SHARED_WIRE else find_direction(left, right, passages)
        return Derivation(ids, relation, source, (*evidence, *reasons), round(probability, 3), share < WHOLE)
    if told >= REWRITTEN:
        evidence.append(f"{told:.0%} of the sentences follow the other report's, one for one")
        source, reasons = find_direction(left, right, passages)
        return Derivation(ids, Relation.REWRITE, source, (*evidence, *reasons), round(told, 3))
    return Derivation(ids, Relation.INDEPENDENT, None, tuple(evidence), round(1.0 - max(probability, told), 3))


def taken_score(left: Trace, right: Trace) -> float:
    """How sure it is that the two texts have one origin, word for word or reworded: from 0.5 on they are said to."""
    probability, _ = copied_probability(left, right, common_passages(left.wording, right.wording))
    return max(probability, parallel(left.outline, right.outline) * 0.5 / REWRITTEN)


def copied_probability(left: Trace, right: Trace, passages: Sequence[Passage]) -> tuple[float, float]:
    """How likely one text was taken over from the other or both from a third, and the share of the shorter one in common."""
    return float(COPIED.probability(np.array(copied_features(left, right, passages), np.float32))), (
        sum(p.length for p in passages) / max(1, min(len(left.wording.words), len(right.wording.words)))
    )


def copied_features(left: Trace, right: Trace, passages: Sequence[Passage]) -> tuple[float, float, float]:
    """Share of the shorter text's own words in common; their number; those of the longest passage (logarithms)."""
    own = sum(p.own for p in passages)
    longest = max((p.own for p in passages), default=0)
    return own / max(1, min(sum(left.wording.plain), sum(right.wording.plain))), log1p(own), log1p(longest)


def _relation(left: Trace, right: Trace, partial: bool) -> tuple[Relation, frozenset[str]]:
    """Copies of one wire share it unless one of the outlets is the wire, or is credited by the other; passages do so already where
    one names an agency."""
    if _credited(left, right):
        return Relation.COPY, frozenset()
    wires = left.wires & right.wires
    if partial and not wires:
        wires = _named(left, right)
    if wires and left.own not in wires and right.own not in wires:
        return Relation.SHARED_WIRE, wires
    return Relation.COPY, frozenset()


def _credited(left: Trace, right: Trace) -> bool:
    """Whether one names the other's outlet."""
    return any(name in right.credits for name in left.names) or any(name in left.credits for name in right.names)


def _named(left: Trace, right: Trace) -> frozenset[str]:
    return left.wires | right.wires | left.cited | right.cited


def _by_wire(found: Sequence[Derivation], traces: dict[str, Trace]) -> Iterator[Derivation]:
    """Copies of each other, both also copies of a third text that credits an agency (or is its own), share that agency: many
    print a wire's text and do not say so."""
    carried = {document: set(trace.wires) for document, trace in traces.items()}
    for derivation in found:
        if derivation.relation in {Relation.COPY, Relation.SHARED_WIRE} and not derivation.partial:
            one, other = derivation.documents
            for document, third in ((one, other), (other, one)):
                carried[document] |= traces[third].wires
    for derivation in found:
        one, other = derivation.documents
        common = carried[one] & carried[other]
        own = {traces[one].own, traces[other].own}
        credited = _credited(traces[one], traces[other])
        if derivation.relation is Relation.COPY and common and not own & common and not credited:
            told = f"both hold a text that is credited to {', '.join(sorted(common))} by one that prints it"
            yield replace(derivation, relation=Relation.SHARED_WIRE, source=None, evidence=(derivation.evidence[0], told))
        else:
            yield derivation


def _without_cycles(found: Iterator[Derivation]) -> Iterator[Derivation]:
    """The derivations in their order; going by score, one whose direction would close a circle loses it."""
    above: dict[str, set[str]] = {}
    kept: dict[tuple[str, str], Derivation] = {}
    given = list(found)
    for derivation in sorted(given, key=lambda d: (-d.score, d.documents)):
        source = derivation.source
        if source is not None:
            taker = next(d for d in derivation.documents if d != source)
            if taker in _ancestors(above, source):
                derivation = replace(derivation, source=None, evidence=(*derivation.evidence, "left open: it would close a circle"))
            else:
                above.setdefault(taker, set()).add(source)
        kept[derivation.documents] = derivation
    yield from (kept[d.documents] for d in given)


def _ancestors(above: dict[str, set[str]], document: str) -> set[str]:
    seen: set[str] = set()
    stack = [document]
    while stack:
        one = stack.pop()
        if one not in seen:
            seen.add(one)
            stack += above.get(one, ())
    return seen
