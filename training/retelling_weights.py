#!/usr/bin/env python3
"""Fits the weights by which a report told again in other words is known (stories/weights.py, RETOLD) and prints them.

usage: retelling_weights.py [--folds]

Learnt from: retellings.jsonl (six stories of our own: an original, retellings by hand in the manner of several papers, others'
own reports that quote the same people) and part a of bench/own_stories.jsonl; reports of the gold beside the checkout reworded
by machine (bench/reworder.py); and, as what is no retelling, all pairs of reports of one story there that have no label of being
copied. With --folds every story of ours is judged by weights that never saw it. Pairs that are copied word for word are left out.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from math import inf
from pathlib import Path
from typing import NamedTuple

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "src")]

from natural_copies import logistic, stories, unlabelled  # noqa: E402
from rashomon.stories.derivations import copied_probability  # noqa: E402
from rashomon.stories.passages import common_passages  # noqa: E402
from rashomon.stories.retellings import retelling_features  # noqa: E402
from rashomon.stories.traces import Trace, trace_of  # noqa: E402
from rewording import LENGTH, reworded  # noqa: E402
from scoring import rows_of  # noqa: E402
from tasks.compare import document_of  # noqa: E402

REWORDED = 200  # reports reworded by machine
RIDGE = 0.1
# What a pair counts for. Short reports of one accident (set ecb) are mostly made from one agency's text that nobody labelled.
RETOLD_BY_HAND, BY_MACHINE, OWN, NATURAL, SHORT_NATURAL = 8.0, 0.1, 2.0, 0.3, 0.1


class Row(NamedTuple):
    story: str
    features: tuple[float, ...]
    retold: bool
    weight: float
    own: bool


def own_pairs() -> Iterator[tuple[str, Trace, Trace, str]]:
    """Story, two reports and how they hang together."""
    for row in (*rows_of(ROOT / "training/retellings.jsonl"), *rows_of(ROOT / "bench/own_stories.jsonl")):
        if row.get("part") != "b":
            reports = {report["doc"]: trace_of(document_of(report)) for report in row["docs"]}
            for origin in row["origins"]:
                left, right = origin["docs"]
                if "part" in row and origin["relation"] == "shared_wire":
                    continue  # excerpts word for word
                yield row["story"], reports[left], reports[right], origin["relation"]


def rows() -> Iterator[Row]:
    for story, left, right, relation in own_pairs():
        retold = relation in {"rewrite", "shared_wire"}
        yield from row(story, left, right, retold, RETOLD_BY_HAND if retold else OWN, True)
    natural = stories()
    traces = {d.id: trace_of(d) for documents in natural.values() for d in documents}
    fit = [d for documents in natural.values() for d in documents if len(d.text) in LENGTH]
    for i, document in enumerate(fit[n * len(fit) // REWORDED] for n in range(REWORDED)):
        yield from row("reworded", traces[document.id], trace_of(reworded(document, i)), True, BY_MACHINE, False)
    for story, left, right in unlabelled(natural):
        weight = SHORT_NATURAL if left.startswith("ecb") else NATURAL
        yield from row(story, traces[left], traces[right], False, weight, False)


def row(story: str, left: Trace, right: Trace, retold: bool, weight: float, own: bool) -> Iterator[Row]:
    """Nothing where the pair is copied word for word or has too little in common."""
    features = retelling_features(left.outline, right.outline)
    if features is None:
        return
    copied, _ = copied_probability(left, right, common_passages(left.wording, right.wording))
    if copied < 0.5 or story == "reworded":
        yield Row(story, features, retold, weight, own)


def fitted(told: list[Row]) -> np.ndarray:
    """The weights, the intercept last."""
    truth, counts = np.array([one.retold for one in told], float), np.array([one.weight for one in told])
    return logistic(np.array([one.features for one in told]), truth, counts, RIDGE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--folds", action="store_true")
    options = parser.parse_args()
    told = list(rows())
    weights = fitted(told)
    print(f"Logistic({tuple(np.round(weights[:-1], 2).tolist())}, {weights[-1]:.2f})")
    if options.folds:
        report(told, weights)


def report(told: list[Row], weights: np.ndarray) -> None:
    """How many retellings are found and how many others taken for one: our own stories by folds, the rest by all weights."""
    scores: dict[int, float] = {}
    for story in {one.story for one in told if one.own}:
        kept_out = fitted([one for one in told if one.story != story])
        scores |= {i: float((*one.features, 1.0) @ kept_out) for i, one in enumerate(told) if one.own and one.story == story}
    groups: dict[str, list[float]] = {}
    for i, one in enumerate(told):
        kind = "own" if one.own else "by machine" if one.story == "reworded" else "natural" if one.weight == NATURAL else "short"
        score = scores.get(i, float((*one.features, 1.0) @ weights))
        groups.setdefault(f"{kind}, {'retold' if one.retold else 'not'}", []).append(score)
    for name, found in groups.items():
        above, near = sum(score >= 0 for score in found), min(found, key=abs, default=inf)
        print(f"{name:24} {len(found):5} pairs with enough in common, {above} said to be retold, nearest score {near:.2f}")


if __name__ == "__main__":
    main()
