"""Documents of one story -> Derivation: which are copies, rewrites or prints of one wire, who took from whom, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import combinations

from ..records import Derivation, Document, Relation
from .rewrites import Outline, outline_of, parallel
from .shingles import Shingles, containment, shingles_of
from .wires import cited_wires, credited_wires, own_wire

COPIED = 0.45  # share of the shorter text's runs of five words that the longer one holds
PARTLY = 0.12  # the same without quotations: from here a common text stands behind both
LONG_RUN = 12  # words on end, outside quotation marks, that two reporters do not write by chance
REWRITTEN = 0.55  # share of sentences that follow the other report's, one for one
MOST = 60  # documents of a story of which all pairs are looked at; of larger ones those that share runs of words


@dataclass(frozen=True, slots=True)
class Trace:
    """What tells of a document's descent."""

    document: Document
    shingles: Shingles
    outline: Outline
    wires: frozenset[str]
    cited: frozenset[str]
    own: str | None


def find_derivations(documents: Sequence[Document]) -> tuple[Derivation, ...]:
    """One derivation for every pair (in a story of more than MOST reports: for every pair with common text). The directions
    never make a cycle: the least sure one of a cycle is left open."""
    traces = [_trace(d) for d in documents]
    found = [_derive(traces[i], traces[j]) for i, j in _pairs(traces)]
    return tuple(_without_cycles(found))


def _trace(document: Document) -> Trace:
    return Trace(
        document,
        shingles_of(document),
        outline_of(document),
        credited_wires(document),
        cited_wires(document),
        own_wire(document),
    )


def _pairs(traces: Sequence[Trace]) -> Iterator[tuple[int, int]]:
    if len(traces) <= MOST:
        yield from combinations(range(len(traces)), 2)
        return
    holders: dict[int, list[int]] = {}
    for i, trace in enumerate(traces):
        for shingle in trace.shingles.own:
            holders.setdefault(shingle, []).append(i)
    common: dict[tuple[int, int], int] = {}
    for members in holders.values():
        if 1 < len(members) <= MOST:
            for pair in combinations(members, 2):
                common[pair] = common.get(pair, 0) + 1
    yield from sorted(pair for pair, count in common.items() if count >= 3)


def _derive(left: Trace, right: Trace) -> Derivation:
    every = containment(left.shingles.all, right.shingles.all)
    own = containment(left.shingles.own, right.shingles.own)
    evidence = [f"{every:.0%} of the shorter text's runs of five words stand in the other; {own:.0%} without quotations"]
    relation, score = Relation.INDEPENDENT, 1.0 - max(own, 0.0)
    wires = left.wires & right.wires
    if every >= COPIED and own >= COPIED / 2:
        relation, score = Relation.COPY, every
        if wires and left.own not in wires and right.own not in wires:
            relation = Relation.SHARED_WIRE
            evidence.append(f"both credit {', '.join(sorted(wires))}")
    elif (share := parallel(left.outline, right.outline)) >= REWRITTEN:
        relation, score = Relation.REWRITE, share
        evidence.append(f"{share:.0%} of the sentences follow the other report's, one for one")
    elif own >= PARTLY or (run := _longest_run(left, right)) >= LONG_RUN:
        common = (left.wires | left.cited) & (right.wires | right.cited) | left.wires | right.wires | left.cited | right.cited
        relation, score = (Relation.SHARED_WIRE, 0.6) if common else (Relation.REWRITE, 0.4)
        evidence.append(f"{run} words on end in common" if own < PARTLY else "passages in common")
        if common:
            evidence.append(f"agencies named: {', '.join(sorted(common))}")
    source, reasons = _direction(left, right, relation)
    return Derivation(
        (left.document.id, right.document.id), relation, source, (*evidence, *reasons), round(min(1.0, max(0.0, score)), 3)
    )


def _longest_run(left: Trace, right: Trace) -> int:
    """Length in words of the longest passage in the outlets' own voice that both have."""
    if not left.shingles.own & right.shingles.own:
        return 0
    first, second = left.shingles.own_words, right.shingles.own_words
    return SequenceMatcher(None, first, second, autojunk=False).find_longest_match().size


def _direction(left: Trace, right: Trace, relation: Relation) -> tuple[str | None, list[str]]:
    """Who took from whom, by credit, then by time, then by length; (None, why not) where nothing tells."""
    if relation in {Relation.INDEPENDENT, Relation.SHARED_WIRE}:
        return None, []
    for one, other in ((left, right), (right, left)):
        if one.own is not None and one.own in other.wires | other.cited and other.own is None:
            return one.document.id, [f"the other names {one.own}"]
        name = (one.document.site or "").strip()
        if len(name) > 3 and any(h.name == name for h in other.document.hops) and one.document.site != other.document.site:
            return one.document.id, [f"the other credits {name}"]
    first, second = left.document.published, right.document.published
    if first is not None and second is not None and first.latest and second.latest and first.earliest and second.earliest:
        if first.latest < second.earliest:
            return left.document.id, ["published earlier"]
        if second.latest < first.earliest:
            return right.document.id, ["published earlier"]
    return None, ["direction undecided: no credit, and the dates do not part them"]


def _without_cycles(found: Sequence[Derivation]) -> Iterator[Derivation]:
    """The derivations in their order; going by score, one whose direction would close a circle loses it."""
    above: dict[str, set[str]] = {}
    kept: dict[tuple[str, str], Derivation] = {}
    for derivation in sorted(found, key=lambda d: (-d.score, d.documents)):
        source = derivation.source
        if source is not None:
            taker = next(d for d in derivation.documents if d != source)
            if taker in _ancestors(above, source):
                derivation = replace(derivation, source=None, evidence=(*derivation.evidence, "left open: it would close a circle"))
            else:
                above.setdefault(taker, set()).add(source)
        kept[derivation.documents] = derivation
    yield from (kept[d.documents] for d in found)


def _ancestors(above: dict[str, set[str]], document: str) -> set[str]:
    seen: set[str] = set()
    stack = [document]
    while stack:
        one = stack.pop()
        if one not in seen:
            seen.add(one)
            stack += above.get(one, ())
    return seen
