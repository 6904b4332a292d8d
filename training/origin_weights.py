#!/usr/bin/env python3
"""Fits the weights by which a retelling is known in view of the words kept (stories/weights.py, TOLD_AGAIN), and measures origins.

usage: origin_weights.py [--folds]

Learnt from: pairs labelled rewrite or independent of part a of the natural stories, and our own retellings (retelling_weights.py)
at half the weight. With --folds also what is said of all labelled pairs of part a, each event judged by weights that never saw
its fold, and how many independent origins that makes of each story.
"""

from __future__ import annotations

import argparse
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "src"), str(ROOT / "training")]

from labelled_stories import natural_stories  # noqa: E402
from natural_copies import logistic  # noqa: E402
from rashomon.records import Derivation, Document, Relation  # noqa: E402
from rashomon.stories import retellings  # noqa: E402
from rashomon.stories.derivations import find_derivations  # noqa: E402
from rashomon.stories.origins import find_origins  # noqa: E402
from rashomon.stories.passages import common_passages  # noqa: E402
from rashomon.stories.traces import Trace, trace_of  # noqa: E402
from rashomon.stories.weights import Logistic  # noqa: E402
from retelling_weights import own_pairs  # noqa: E402
from tasks.compare import document_of  # noqa: E402

FOLDS = 5
RETOLD, OWN = 4.0, 0.5  # what a retelling, and what a pair of our own counts for
CHANCE = 0.65  # from which a retelling is said to be one: half is to be beyond that in the weights as they are written
RIDGE = 1.0


@dataclass(frozen=True)
class Labelled:
    """A story: its fold, its reports, and how each two hang together by the labels."""

    fold: int
    reports: tuple[Document, ...]
    relations: dict[frozenset[str], str]


def labelled(rows: Iterator[dict[str, Any]]) -> Iterator[Labelled]:
    """Stories of one event are in one fold: of ECB+ all of a topic, of others those whose names begin alike."""
    for row in rows:
        topic = re.match(r"\d+(?=_ecb)", row["story"])
        event = topic[0] if topic else row["story"][:18]
        reports = tuple(document_of(report) for report in row["docs"])
        yield Labelled(zlib.crc32(event.encode()) % FOLDS, reports, {frozenset(o["docs"]): o["relation"] for o in row["origins"]})


def pairs(stories: list[Labelled]) -> Iterator[tuple[int, Trace, Trace, bool, float]]:
    """Fold (-1: in none), two reports, whether one tells the other again, and what the pair counts for."""
    for story in stories:
        traces = {d.id: trace_of(d) for d in story.reports}
        for ids, relation in story.relations.items():
            if relation in {"rewrite", "independent"}:
                left, right = (traces[i] for i in sorted(ids))
                yield story.fold, left, right, relation == "rewrite", RETOLD if relation == "rewrite" else 1.0
    for _, left, right, relation in own_pairs():
        retold = relation in {"rewrite", "shared_wire"}
        yield -1, left, right, retold, OWN * (RETOLD if retold else 1.0)


def fitted(features: np.ndarray, truth: np.ndarray, counts: np.ndarray) -> Logistic:
    *weights, bias = logistic(features, truth, counts, RIDGE).tolist()
    return Logistic(tuple(round(w, 2) for w in weights), round(bias - log(CHANCE / (1 - CHANCE)), 2))


def report(stories: list[Labelled], weights: list[Logistic]) -> None:
    """Prints hits, said and owed of each relation, their macro-F1, and how well origins are counted."""
    said: Counter[tuple[str, str]] = Counter()
    counts = []
    for story in stories:
        retellings.TOLD_AGAIN = weights[story.fold]  # type: ignore[misc]
        found = {frozenset(d.documents): d for d in find_derivations(story.reports)}
        said.update((relation, found[pair].relation.value) for pair, relation in story.relations.items())
        owed = [Derivation((min(pair), max(pair)), Relation(relation), None, (), 1.0) for pair, relation in story.relations.items()]
        ids = [d.id for d in story.reports]
        counts.append(len(find_origins(ids, found.values())) - len(find_origins(ids, owed)))
    scores = []
    for relation in Relation:
        hits = said[relation.value, relation.value]
        given = sum(n for (_, one), n in said.items() if one == relation.value)
        owing = sum(n for (one, _), n in said.items() if one == relation.value)
        scores.append(2 * hits / max(1, given + owing))
        print(f"{relation.value:12} hits {hits:3} said {given:3} owed {owing:3}  F1 {scores[-1]:.3f}")
    print(f"macro-F1 {np.mean(scores):.3f}")
    print(f"origins counted right in {counts.count(0)} of {len(counts)} stories, on average {np.mean(counts):+.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--folds", action="store_true")
    options = parser.parse_args()
    stories = list(labelled(natural_stories()))
    rows = []
    for fold, left, right, retold, count in pairs(stories):
        alone = retellings.retold_probability(left.outline, right.outline)
        if alone:
            own = sum(p.own for p in common_passages(left.wording, right.wording))
            rows.append((fold, retellings.told_again_features(alone, own), retold, count))
    folds, truth, counts = (np.array([row[k] for row in rows], float) for k in (0, 2, 3))
    features = np.array([r[1] for r in rows])
    print(fitted(features, truth, counts))
    if options.folds:
        kept = [folds != fold for fold in range(FOLDS)]
        report(stories, [fitted(features[k], truth[k], counts[k]) for k in kept])


if __name__ == "__main__":
    main()
