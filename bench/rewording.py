#!/usr/bin/env python3
"""Are machine-reworded reports found, and are other reports of the same event left alone?

usage: rewording.py [--reports N] [--errors]

Takes N reports (200) at even steps from the gold beside the checkout, rewords each (reworder.py: by turns plainly, as if
translated and back, and spun), and lays it beside the original as two reports of one story. The false alarms are pairs of other
reports of one story that have no run of words in common worth labelling (natural_copies.jsonl names those that have).
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from natural_copies import labels, stories
from rashomon.records import Document, Span, Zone, ZoneKind
from rashomon.stories.derivations import copied_probability
from rashomon.stories.passages import common_passages
from rashomon.stories.retellings import told_again_probability
from rashomon.stories.traces import Trace, trace_of
from reworder import headline, reword
from scoring import SHARED

STYLES = ("reworded", "translated", "spun")
LENGTH = range(800, 12_000)  # characters of a report that is reworded


def reworded(document: Document, seed: int) -> Document:
    text = reword(document.text, seed, STYLES[seed % len(STYLES)])
    zones = (Zone(ZoneKind.BODY, Span(0, len(text)), "whole text"),)
    return replace(document, id=f"{document.id}~", text=text, title=headline(document.title, seed), zones=zones)


def taken_score(left: Trace, right: Trace) -> float:
    """How sure it is that the two texts have one origin, word for word or reworded: from 0.5 on they are said to."""
    passages = common_passages(left.wording, right.wording)
    probability, _ = copied_probability(left, right, passages)
    return max(probability, told_again_probability(left.outline, right.outline, sum(p.own for p in passages)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    if not SHARED.is_dir():
        sys.exit("no gold data: there is no folder `shared` beside the checkout")
    by_story = stories()
    fit = [d for documents in by_story.values() for d in documents if len(d.text) in LENGTH]
    chosen = [fit[i * len(fit) // options.reports] for i in range(options.reports)]
    found = [taken_score(trace_of(d), trace_of(reworded(d, i))) for i, d in enumerate(chosen)]
    copies = {frozenset((row["a"], row["b"])) for row in labels()}
    traces = {d.id: trace_of(d) for documents in by_story.values() for d in documents}
    others = [
        (taken_score(traces[a.id], traces[b.id]), a.id, b.id)
        for documents in by_story.values()
        for a, b in combinations([d for d in documents if len(d.text) in LENGTH], 2)
        if frozenset((a.id, b.id)) not in copies
    ]
    ranked = sorted((score for score, _, _ in others), reverse=True)
    limit = ranked[len(ranked) // 100]
    print(f"{len(found)} reworded reports, {len(others):,} pairs of other reports of one story")
    for name, some in (("all", found), *((style, found[i :: len(STYLES)]) for i, style in enumerate(STYLES))):
        hit, alarm = sum(s > limit for s in some) / len(some), sum(s > limit for s in ranked) / len(ranked)
        print(f"  {name:28} found {hit:.3f} at {alarm:.1%} false alarms (score above {limit:.3f})")
    print(f"  as shipped (score 0.5)       found {sum(s >= 0.5 for s in found) / len(found):.3f} at "
          f"{sum(s >= 0.5 for s in ranked) / len(ranked):.1%} false alarms")  # fmt: skip
    if options.errors:
        for score, document in sorted(zip(found, chosen, strict=True), key=lambda pair: pair[0])[:15]:
            print(f"    missed {score:.3f} {document.id}")
        for score, a, b in sorted(others, reverse=True)[:25]:
            print(f"    alarm  {score:.3f} {a} {b}")


if __name__ == "__main__":
    main()
