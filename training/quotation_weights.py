#!/usr/bin/env python3
"""Fits the models of shared quotations (comparisons/quotation_weights.py) and measures them story by story.

usage: quotation_weights.py SHARED [--folds]

SHARED is the folder whose gold/stories has score_compare.py and the texts of bench/natural_stories.jsonl. Learnt from: part a of
the natural stories, every other of our own and, weighing less, the stories written to learn from. Prints the module; with --folds
instead the F1 of quotations for a grid of bounds, each story rated by a model of other events. The texts are not kept in the
weights.
"""

from __future__ import annotations

import math
import sys
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "src"), str(ROOT / "training")]

from boosting import Trees, boosted, head_of_module, in_module  # noqa: E402
from comparison_weights import Array, fit, rounded  # noqa: E402
from labelled_stories import event_of, natural_stories, own_stories, scorer_in, summed, written_stories  # noqa: E402
from rashomon.comparisons import quotation_weights, utterances  # noqa: E402
from rashomon.comparisons.likeness import Encode  # noqa: E402
from rashomon.comparisons.quotations import joined  # noqa: E402
from rashomon.comparisons.utterances import Utterances, find_utterances  # noqa: E402
from rashomon.models import load_encoder  # noqa: E402
from rashomon.records import Reading  # noqa: E402
from rashomon.stories.weights import Logistic  # noqa: E402
from tasks.compare import readings_of  # noqa: E402

L2 = 3.0  # of the weights
LESS = 0.6  # what a story that was written weighs
FULL = 12  # noted pairs of a story that weigh in full; those of a story with more share that weight
ALIKE = (0.9, math.log(4))  # share in common and words from which two quotations are one, noted or not
UNSURE = 0.3  # weight of two such that are not noted: who labels does not enter every sentence of a long quotation
FOLDS = 5


@dataclass(frozen=True)
class Rated:
    """A story: its row of gold, what its reports give as speech, which pairs the gold has, and what the story weighs."""

    row: dict[str, Any]
    found: Utterances
    labels: Array
    weight: float


def rated(row: dict[str, Any], readings: Sequence[Reading], encode: Encode, weight: float, scorer: Any) -> Rated:
    found = find_utterances(readings, encode)
    noted = scorer.Story(row).quotes(row)
    pairs = ([found.quotes[i], found.quotes[j]] for i, j in found.pairs)
    labels = [any(scorer.pair_ok(g, as_pair(row, p)) for g in noted) for p in pairs]
    return Rated(row, found, np.array(labels, float), weight)


def as_pair(row: dict[str, Any], quotes: Sequence[Any]) -> tuple[Any, ...]:
    """Two quotes as score_compare.py reads them."""
    (a, x), (b, y) = sorted((row["docs"][q.report]["doc"], (q.span.start, q.span.end)) for q in quotes)
    return a, x, b, y


def fitted(stories: Sequence[Rated]) -> tuple[Trees, Logistic]:
    features = np.concatenate([s.found.features for s in stories]).astype(float)
    labels = np.concatenate([s.labels for s in stories])
    weights = np.concatenate([weights_of(s) for s in stories])
    return boosted(features, labels, weights), rounded(fit(features, labels, weights, L2), 3)


def weights_of(story: Rated) -> Array:
    held, words, marked = (story.found.features[:, utterances.FEATURES.index(name)] for name in ("held", "less", "both_marked"))
    unsure = (story.labels == 0) & (marked == 1) & (held >= ALIKE[0]) & (words >= ALIKE[1])
    return np.asarray(story.weight * min(1.0, FULL / max(1.0, story.labels.sum())) * np.where(unsure, UNSURE, 1.0))


def predicted(story: Rated, chances: Any, least: float) -> dict[str, Any]:
    """The rows as score_compare.py reads them."""
    docs = [d["doc"] for d in story.row["docs"]]
    rows = joined(story.found, chances, least)
    return {"quotes": [{"accounts": {docs[r]: [q.span.start, q.span.end] for r, q in row.items()}} for row in rows]}


def measured(stories: Sequence[Rated], scorer: Any) -> None:
    """Prints a line for each choice of bound: the stories that weigh in full, and the others."""
    chances: list[Any] = [None] * len(stories)
    events = [event_of(s.row["story"]) for s in stories]
    fold_of = {event: k % FOLDS for k, event in enumerate(dict.fromkeys(events))}
    for fold in range(FOLDS):
        utterances.MODELS = fitted([s for s, e in zip(stories, events, strict=True) if fold_of[e] != fold])
        for k, event in enumerate(events):
            if fold_of[event] == fold:
                chances[k] = stories[k].found.chances()
    for least in (0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        line = [f"{least:.2f}"]
        for weight in sorted({s.weight for s in stories}, reverse=True):
            kind = [(s, c) for s, c in zip(stories, chances, strict=True) if s.weight == weight]
            total = scorer.prf(summed([scorer.count(s.row, predicted(s, c, least))[0] for s, c in kind], "quotes"))
            line.append(f"weight {weight}: P {total['P']:.3f} R {total['R']:.3f} F1 {total['F1']:.3f} of {total['predicted']}")
        print("  ".join(line))


def labelled() -> Iterator[tuple[dict[str, Any], float]]:
    yield from ((row, 1.0) for row in natural_stories())
    yield from ((row, 1.0) for row in own_stories())
    yield from ((row, LESS) for row in written_stories())


def module(trees: Trees, weights: Logistic) -> str:
    """quotation_weights.py."""
    numbers = textwrap.fill(" ".join(str(w) for w in weights.weights), 126)
    return (
        head_of_module(quotation_weights.__doc__)
        + f'_WEIGHTS = """\n{numbers}\n"""\nBY_WEIGHTS = Logistic(tuple(map(float, _WEIGHTS.split())), {weights.bias})\n'
        + in_module("BY_TREES", "_TREES", trees)
    )


def main(arguments: list[str]) -> None:
    paths = [Path(a) for a in arguments if not a.startswith("--")]
    if len(paths) != 1:
        sys.exit(__doc__)
    encode, scorer = load_encoder().encode, scorer_in(paths[0] / "gold" / "stories")
    stories = [rated(row, readings_of(row["docs"]), encode, weight, scorer) for row, weight in labelled()]
    if "--folds" in arguments:
        measured(stories, scorer)
        return
    print(module(*fitted(stories)), end="")


if __name__ == "__main__":
    main(sys.argv[1:])
