#!/usr/bin/env python3
"""Fits the small logistic models of stories/ and comparisons/ and prints the constants for their weights.py.

usage: comparison_weights.py rewording|weakening GOLD.jsonl [--folds]

rewording: pairs.jsonl (PAN, MSRP); weakening: claimdiff.jsonl. With --folds prints cross-validated scores (by row, by topic)
instead. The alignment of points is fitted by alignment_weights.py. Run with the project's own environment; nothing but numpy
is needed. The texts are not kept in the weights.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "src")]

from rashomon.comparisons.weakening import pair_features as claim_features  # noqa: E402
from rashomon.models import load_encoder  # noqa: E402
from rashomon.stories.rewordings import pair_features  # noqa: E402
from rashomon.stories.weights import Logistic  # noqa: E402
from scoring import rows_of  # noqa: E402

Array = np.ndarray[Any, np.dtype[np.float64]]
DIMENSIONS = 384  # of a claim's vector
L2 = {"rewording": 0.5, "weakening": 3000.0}


def pair_rows(rows: list[dict[str, Any]], task: str) -> tuple[Array, Array, Array, list[Any]]:
    """Features, labels, weights and groups of pairs of sentences; the group is the topic, or the row's own number."""
    texts = list(dict.fromkeys(t for r in rows for t in (r["a"], r["b"])))
    place = {t: i for i, t in enumerate(texts)}
    vectors = load_encoder().encode(texts)
    pairs = [(r["a"], r["b"], vectors[place[r["a"]]], vectors[place[r["b"]]]) for r in rows]
    if task == "rewording":
        features = [pair_features(a, b, float(one @ other)) for a, b, one, other in pairs]
    else:
        features = [claim_features(*pair) for pair in pairs]
    labels = [r["label"] if task == "rewording" else r["weaken"] for r in rows]
    groups = [r.get("topic", number) for number, r in enumerate(rows)]
    return np.array(features), np.array(labels, float), np.ones(len(rows)), groups


def fit(features: Array, labels: Array, weights: Array, l2: float) -> tuple[Array, float]:
    """Weights on the features as they are, and the bias; Newton's method on standardised features."""
    mean, deviation = features.mean(0), features.std(0) + 1e-6
    design = np.c_[(features - mean) / deviation, np.ones(len(features))]
    penalty = np.eye(design.shape[1]) * l2
    penalty[-1, -1] = 0
    beta = np.zeros(design.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-design @ beta))
        gradient = design.T @ ((p - labels) * weights) + penalty @ beta
        beta -= np.linalg.solve((design * (weights * p * (1 - p))[:, None]).T @ design + penalty, gradient)
    own = beta[:-1] / deviation
    return own, float(beta[-1] - own @ mean)


def rounded(model: tuple[Array, float], places: int) -> Logistic:
    """What `fit` gives, as the weights of a module."""
    own, bias = model
    return Logistic(tuple(round(float(w), places) for w in own), round(bias, places))


def area(labels: Array, scores: Array) -> float:
    """Area under the ROC curve."""
    ranks = np.argsort(np.argsort(scores))
    positive = labels.sum()
    return float((ranks[labels == 1].sum() - positive * (positive - 1) / 2) / (positive * (len(labels) - positive)))


def folds(features: Array, labels: Array, weights: Array, groups: list[Any], l2: float) -> str:
    """AUC and F1 at .5 and .3 of five folds by group (each story its own where there are few). The area is of scores without the
    bias: that is the other folds' share of positives, which runs against the fold's own."""
    names = sorted(set(groups), key=str)
    fold = np.array([names.index(g) % min(5, len(names)) for g in groups])
    scores, plain = np.zeros(len(labels)), np.zeros(len(labels))
    for k in set(fold.tolist()):
        own, bias = fit(features[fold != k], labels[fold != k], weights[fold != k], l2)
        plain[fold == k] = (features[fold == k] - features.mean(0)) @ own
        scores[fold == k] = 1 / (1 + np.exp(-(features[fold == k] @ own + bias)))
    f1 = {t: 2 * labels[scores >= t].sum() / ((scores >= t).sum() + labels.sum()) for t in (0.5, 0.3)}
    accuracy = ((scores >= 0.5) == labels).mean()
    return f"AUC {area(labels, plain):.3f}  accuracy {accuracy:.3f}  F1 at .5 {f1[0.5]:.3f}, at .3 {f1[0.3]:.3f}"


def printed(task: str, own: Array, bias: float) -> str:
    """The constants as they stand in weights.py; the weights of the claims' vectors in hundredths."""
    if task == "rewording":
        return f"{task.upper()} = Logistic(({', '.join(f'{w:.3f}' for w in own)}), {bias:.3f})"
    cues = len(own) - DIMENSIONS
    hundredths = " ".join(str(round(100 * w)) for w in own[cues:])
    return f"_MATTERS = {hundredths}\n{task.upper()} = Logistic(({', '.join(f'{w:.3f}' for w in own[:cues])}), {bias:.3f})"


def main(arguments: list[str]) -> None:
    if len(arguments) < 2 or arguments[0] not in L2:
        sys.exit(__doc__)
    task = arguments[0]
    features, labels, weights, groups = pair_rows(rows_of(Path(arguments[1])), task)
    if "--folds" in arguments:
        print(folds(features, labels, weights, groups, L2[task]))
        return
    own, bias = fit(features, labels, weights, L2[task])
    print(printed(task, own, bias))


if __name__ == "__main__":
    main(sys.argv[1:])
