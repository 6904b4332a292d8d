"""Documents of one story -> Derivation: which are copies, rewrites or prints of one wire, who took from whom, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from math import log1p

import numpy as np

from ..records import Derivation, Document, Relation
from .directions import find_direction
from .origins import MOST
from .passages import Passage, common_passages
from .retellings import told_again_probability
from .shared_wires import credited, printed_relation, share_wires
from .traces import Trace, trace_of
from .weights import COPIED

MOSTLY = 0.7  # share of the shorter text's words from which one is a copy; below it both hold passages of a third text
WHOLE = 0.45  # share of the shorter text's words in common passages from which the texts are one as wholes, not by passages
QUOTED = 3  # times the outlets' own words, from which what two share is what others said, and each tells it in its own way
LONG = 40  # words on end, from which a text that is mostly in common is a copy whoever is quoted in it
REWORDED = 10  # own words on end below which a text that is told again was not copied, but reworded
BY_WIRE = 12  # own words on end in common where one of the two names an agency
LEAST = 3  # runs of words in common without which a pair of a large story is not looked at


def find_derivations(documents: Sequence[Document]) -> tuple[Derivation, ...]:
    """One derivation for every pair (in a story of more than MOST reports: for enough pairs with common text). The directions
    never make a cycle: the least sure one of a cycle is left open."""
    if len(documents) < 2:
        return ()
    traces = [trace_of(d) for d in documents]
    by_id = {trace.document.id: trace for trace in traces}
    found = [derive(traces[i], traces[j]) for i, j in _pairs(traces)]
    return tuple(_without_cycles(share_wires(found, by_id)))


def _pairs(traces: Sequence[Trace]) -> Iterator[tuple[int, int]]:
    if len(traces) <= MOST:
        yield from combinations(range(len(traces)), 2)
        return
    holders: dict[int, list[int]] = {}
    for i, trace in enumerate(traces):
        for run in trace.wording.runs:
            holders.setdefault(run, []).append(i)
    common: Counter[tuple[int, int]] = Counter()
    for members in holders.values():
        common.update(combinations(members, 2) if len(members) <= MOST else _thread(members, traces))
    yield from sorted(pair for pair, count in common.items() if count >= LEAST)


def _thread(members: Sequence[int], traces: Sequence[Trace]) -> set[tuple[int, int]]:
    """Pairs that tie all who hold a run together, no more than twice as many as there are holders: each with the next, and with
    the longest text, of which the others are likeliest to be cuts. What hundreds hold may be boilerplate, or the copied text."""
    longest = max(members, key=lambda i: len(traces[i].wording.words))
    return {*pairwise(members), *((min(i, longest), max(i, longest)) for i in members if i != longest)}


def derive(left: Trace, right: Trace) -> Derivation:
    """How two texts hang together, by themselves: what others of the story tell of them is not asked."""
    passages = common_passages(left.wording, right.wording)
    probability, share = copied_probability(left, right, passages)
    own = sum(p.own for p in passages)
    longest = max((p.own for p in passages), default=0)
    on_end = max((p.length for p in passages), default=0)
    evidence = [f"{own} plain words of the outlets' own and {share:.0%} of the shorter text in common, {on_end} on end"]
    ids = (left.document.id, right.document.id)
    copied = probability >= 0.5 or (longest >= BY_WIRE and bool(_named(left, right))) or (share >= MOSTLY and on_end >= LONG)
    retold = told_again_probability(left.outline, right.outline, own)
    if retold >= 0.5 and (longest < REWORDED or not copied):
        relation, partial, score = Relation.REWRITE, False, retold
        evidence.insert(0, "the same details in single sentences of both, in other words")
    elif copied and share < MOSTLY and QUOTED * own < sum(p.length for p in passages):
        relation, partial, score = Relation.REWRITE, share < WHOLE, probability
        evidence.insert(0, "the same quotations, told about in other words")
    elif copied:
        relation, partial, score = Relation.COPY, share < WHOLE, probability
    else:
        return Derivation(ids, Relation.INDEPENDENT, None, tuple(evidence), round(1.0 - max(probability, retold), 3))
    wires = _shared(left, right, partial)
    if wires:
        evidence.append(f"agencies named: {', '.join(sorted(wires))}")
        relation = printed_relation(left, right, passages)
        return Derivation(ids, relation, None, tuple(evidence), round(score, 3), partial)
    source, reasons = find_direction(left, right, passages)
    if relation is Relation.COPY and source is None and share < MOSTLY and not credited(left, right):
        evidence.append("both hold passages of a text of which neither says whose it is")
        return Derivation(ids, Relation.SHARED_WIRE, None, tuple(evidence), round(score, 3), partial, unsigned=True)
    return Derivation(ids, relation, source, (*evidence, *reasons), round(score, 3), partial)


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


def _shared(left: Trace, right: Trace, partial: bool) -> frozenset[str]:
    """Agencies whose text both hold: none where one of the outlets is the agency, or is credited by the other. Of passages it is
    enough that one names an agency."""
    wires = left.wires & right.wires
    if partial and not wires:
        wires = _named(left, right)
    return frozenset() if credited(left, right) or left.own in wires or right.own in wires else wires


def _named(left: Trace, right: Trace) -> frozenset[str]:
    return left.wires | right.wires | left.cited | right.cited


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
