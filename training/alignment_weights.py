#!/usr/bin/env python3
"""Fits the alignment of comparisons/ (weights.ALIGNMENT and JUDGED, bounds of alignment.py) and measures it story by story.

usage: alignment_weights.py COMPARISON.jsonl STORY.jsonl [--folds]

COMPARISON.jsonl holds hand-annotated stories; STORY.jsonl the texts of eight more, of which labels_of_points.json says (by ids
and offsets, our own labels) which sentences tell one point, and of part a of bench/natural_stories.jsonl. Every other story of
bench/own_stories.jsonl is learnt from, too; those between are kept for judging. ALIGNMENT is fitted on all but the natural
stories: learnt with these it aligns them no better, and others worse. JUDGED is fitted on the stories alone that the judge of
points never saw (COMPARISON.jsonl); weights.py keeps a lower bias than that fit, since few stories say little of it.

Without --folds prints the constants for weights.py; with it every story is aligned by models of the stories of other events,
without and with the judge: F1 of pairs of sentences and of sentences that one report alone tells, as score_compare.py beside
COMPARISON.jsonl counts them, for a grid of bounds; figures with the judge are of stories that it never saw. The texts are not
kept in the weights.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "src"), str(ROOT / "training")]

from comparison_weights import Array, fit, rounded  # noqa: E402
from labelled_stories import event_of, natural_stories, own_stories, scorer_in, summed  # noqa: E402
from rashomon.comparisons.alignment import (  # noqa: E402
    Bounds,
    Pairs,
    align,
    judged,
    judged_features,
    likeliest,
    likenesses,
)
from rashomon.comparisons.likeness import Measures, measure, pair_features  # noqa: E402
from rashomon.comparisons.opinions import asked_once  # noqa: E402
from rashomon.comparisons.units import Unit, find_units  # noqa: E402
from rashomon.models import load_encoder, load_point_judge  # noqa: E402
from rashomon.records import Reading  # noqa: E402
from rashomon.stories.weights import Logistic  # noqa: E402
from scoring import rows_of  # noqa: E402
from tasks.compare import readings_of  # noqa: E402

LABELS = ROOT / "training" / "labels_of_points.json"
L2 = 10.0
BOUNDS = [Bounds(*b) for b in product((0.25, 0.3, 0.35), (0.3, 0.35), (0.25, 0.3, 0.35, 0.4))]
KINDS = ("gold", "own labels", "own stories", "natural")


@dataclass(frozen=True)
class Fold:
    """One story: its row of gold (its kind is one of KINDS), its units, and features and labels of their pairs."""

    row: dict[str, Any]
    readings: list[Reading]
    units: tuple[Unit, ...]
    measures: Measures
    pairs: list[tuple[int, int]]
    features: Array
    labels: Array

    @property
    def event(self) -> str:
        return event_of(str(self.row["story"]))

    @property
    def unseen(self) -> bool:
        """Whether the judge of points never saw it."""
        return bool(self.row["kind"] == "gold")


def annotated(comparison: Path, story: Path) -> Iterator[dict[str, Any]]:
    """Rows of stories with points; of our own labels, sentences without a point are told by their report alone."""
    for row in rows_of(comparison):
        yield {**row, "kind": "gold"}
    for row in natural_stories():
        yield {**row, "kind": "natural"}
    for row in own_stories():
        yield {**row, "kind": "own stories"}
    texts = {r["id"]: r for r in rows_of(story)}
    for name, labels in json.loads(LABELS.read_text("utf-8")).items():
        docs = [
            {"doc": d, "date": texts[d].get("date"), "title": texts[d].get("title", ""), "text": texts[d]["text"]}
            for d in labels["docs"]
        ]
        yield {"story": name, "docs": docs, "points": [{"accounts": a} for a in labels["points"]], "kind": "own labels"}


def folds_of(rows: Iterator[dict[str, Any]]) -> Iterator[Fold]:
    encode = load_encoder().encode
    for row in rows:
        readings = readings_of(row["docs"])
        units = find_units(readings)
        measures = measure(units, readings, encode)
        points = [points_of(row, u, readings[u.report].document.id) for u in units]
        if row.get("kind") == "own labels":
            row["points"] += [
                {"accounts": {readings[u.report].document.id: [[u.sentence.span.start, u.sentence.span.end]]}}
                for u, own in zip(units, points, strict=True)
                if not own
            ]
        reports = [[i for i, u in enumerate(units) if u.report == r] for r in range(len(readings))]
        features, pairs = [], []
        for first, second in combinations(reports, 2):
            table = pair_features(measures, first, second)
            features.append(table.reshape(-1, table.shape[-1]))
            pairs += list(product(first, second))
        labels = np.array([bool(points[i] & points[j]) for i, j in pairs], float)
        yield Fold(row, readings, units, measures, pairs, np.concatenate(features).astype(float), labels)


def points_of(row: dict[str, Any], unit: Unit, document: str) -> set[int]:
    """Numbers of the gold points that rest on the unit."""
    span = unit.sentence.span
    out = set()
    for number, point in enumerate(row["points"]):
        for start, end in point["accounts"].get(document, ()):
            if min(end, span.end) - max(start, span.start) >= max(1, min(10, end - start, len(span))):
                out.add(number)
    return out


def fitted(folds: list[Fold]) -> Logistic:
    """Every story weighs alike, however many pairs it has."""
    weights = np.concatenate([np.full(len(f.labels), 500 / len(f.labels)) for f in folds])
    model = fit(np.concatenate([f.features for f in folds]), np.concatenate([f.labels for f in folds]), weights, L2)
    return rounded(model, 3)


def predicted(fold: Fold, groups: tuple[tuple[int, ...], ...]) -> dict[str, Any]:
    """The points as score_compare.py reads them."""
    points = []
    for group in groups:
        accounts: dict[str, list[list[int]]] = {}
        for i in group:
            unit = fold.units[i]
            accounts.setdefault(fold.readings[unit.report].document.id, []).append(
                [unit.sentence.span.start, unit.sentence.span.end]
            )
        points.append({"accounts": accounts})
    return {"points": points}


def fitted_judged(folds: list[Fold], known: list[Pairs], judge: Any) -> Logistic:
    """On the pairs that the judge is asked of, in stories that neither it nor the models behind `known` saw."""
    features, labels, weights = [], [], []
    for fold, pairs in zip(folds, known, strict=True):
        chosen = likeliest(fold.units, pairs)
        label = dict(zip(fold.pairs, fold.labels, strict=True))
        features.append(judged_features(fold.units, pairs, chosen, judge))
        labels.append(np.array([label[pair] for pair in chosen]))
        weights.append(np.full(len(chosen), 100 / max(1, len(chosen))))
    return rounded(fit(np.concatenate(features).astype(float), np.concatenate(labels), np.concatenate(weights), 1.0), 3)


def measured(folds: list[Fold], scorer: Any) -> None:
    """Prints a line for each choice of bounds: F1 over the stories of each kind, first by the numbers on a pair alone."""
    learnt = [f for f in folds if f.row["kind"] != "natural"]
    plain = [likenesses(f.units, f.measures, fitted([g for g in learnt if g.event != f.event])) for f in folds]
    print_figures(folds, plain, scorer)
    judge = asked_once(load_point_judge().judge)
    unseen = [(f, p) for f, p in zip(folds, plain, strict=True) if f.unseen]
    asked = []
    for fold, pairs in unseen:
        others = [(f, p) for f, p in unseen if f.event != fold.event]
        asked.append(judged(fold.units, pairs, judge, fitted_judged([f for f, _ in others], [p for _, p in others], judge)))
    print("with the judge:")
    print_figures([f for f, _ in unseen], asked, scorer)


def print_figures(folds: list[Fold], pairs: list[Pairs], scorer: Any) -> None:
    for bounds in BOUNDS:
        counts = [scorer.count(f.row, predicted(f, align(f.units, p, bounds)))[0] for f, p in zip(folds, pairs, strict=True)]
        line = [f"join {bounds.join}, alone {bounds.alone}, also {bounds.also}:"]
        for kind in KINDS:
            own = [c for c, f in zip(counts, folds, strict=True) if f.row["kind"] == kind]
            for part in ("align", "only_one") if own else ():
                line.append(f"{kind} {part} {scorer.prf(summed(own, part))['F1']:.3f}")
        print("  ".join(line), flush=True)


def main(arguments: list[str]) -> None:
    paths = [a for a in arguments if not a.startswith("--")]
    if len(paths) != 2:
        sys.exit(__doc__)
    folds = list(folds_of(annotated(Path(paths[0]), Path(paths[1]))))
    if "--folds" in arguments:
        measured(folds, scorer_in(Path(paths[0]).parent))
        return
    model = fitted([f for f in folds if f.row["kind"] != "natural"])
    print(f"ALIGNMENT = Logistic({model.weights}, {model.bias})")
    unseen = [f for f in folds if f.unseen]
    known = [likenesses(f.units, f.measures, model) for f in unseen]
    model = fitted_judged(unseen, known, load_point_judge().judge)
    print(f"JUDGED = Logistic({model.weights}, {model.bias})")


if __name__ == "__main__":
    main(sys.argv[1:])
