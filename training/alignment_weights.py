#!/usr/bin/env python3
"""Fits the alignment of comparisons/ (weights.ALIGNMENT, bounds of alignment.py) and measures it story by story.

usage: alignment_weights.py COMPARISON.jsonl STORY.jsonl [--folds]

COMPARISON.jsonl holds hand-annotated stories; STORY.jsonl the texts of eight more, of which labels_of_points.json says (by ids
and offsets, our own labels) which sentences tell one point. Every other story of bench/own_stories.jsonl is learnt from, too;
those between are kept for judging. Without --folds prints the constant for weights.py; with it every
story is aligned by a model of all others: F1 of pairs of sentences and of sentences that one report alone tells, as
score_compare.py beside COMPARISON.jsonl counts them, for a grid of bounds. The texts are not kept in the weights.
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

from comparison_weights import Array, fit  # noqa: E402
from rashomon.comparisons.alignment import Bounds, align, likenesses  # noqa: E402
from rashomon.comparisons.likeness import Measures, measure, pair_features  # noqa: E402
from rashomon.comparisons.units import Unit, find_units  # noqa: E402
from rashomon.models import load_encoder, load_parser  # noqa: E402
from rashomon.pipeline import read_parsed  # noqa: E402
from rashomon.records import Reading  # noqa: E402
from rashomon.sentences import parse_documents  # noqa: E402
from rashomon.stories.weights import Logistic  # noqa: E402
from rashomon.tables import load_tables  # noqa: E402

OWN_STORIES = ROOT / "bench" / "own_stories.jsonl"
LABELS = ROOT / "training" / "labels_of_points.json"
L2 = 10.0
BOUNDS = [Bounds(*b) for b in product((0.25, 0.3, 0.35), (0.3, 0.35), (0.35, 0.4, 0.5))]


@dataclass(frozen=True)
class Fold:
    """One story: its row of gold, its units, and features and labels of their pairs."""

    row: dict[str, Any]
    readings: list[Reading]
    units: tuple[Unit, ...]
    measures: Measures
    features: Array
    labels: Array


def annotated(comparison: Path, story: Path) -> Iterator[dict[str, Any]]:
    """Rows of stories with points; of our own labels, sentences without a point are told by their report alone."""
    yield from map(json.loads, filter(str.strip, comparison.read_text("utf-8").splitlines()))
    own = [row for row in map(json.loads, OWN_STORIES.read_text("utf-8").splitlines()) if row["part"] == "a"]
    for row in own[::2]:
        yield {**row, "written": True}
    texts = {r["id"]: r for r in map(json.loads, story.read_text("utf-8").splitlines())}
    for name, labels in json.loads(LABELS.read_text("utf-8")).items():
        docs = [
            {"doc": d, "date": texts[d].get("date"), "title": texts[d].get("title", ""), "text": texts[d]["text"]}
            for d in labels["docs"]
        ]
        yield {"story": name, "docs": docs, "points": [{"accounts": accounts} for accounts in labels["points"]], "own": True}


def folds_of(rows: Iterator[dict[str, Any]]) -> Iterator[Fold]:
    from tasks.compare import document_of
    from tasks.reading import readers

    encode, parser, tables = load_encoder().encode, load_parser(), load_tables()
    for row in rows:
        documents = [document_of(d) for d in row["docs"]]
        readings = [read_parsed(d, s, tables, readers()) for d, s in parse_documents(documents, parser)]
        units = find_units(readings)
        measures = measure(units, readings, encode)
        points = [points_of(row, u, readings[u.report].document.id) for u in units]
        if row.get("own"):
            row["points"] += [
                {"accounts": {readings[u.report].document.id: [[u.sentence.span.start, u.sentence.span.end]]}}
                for u, own in zip(units, points, strict=True)
                if not own
            ]
        reports = [[i for i, u in enumerate(units) if u.report == r] for r in range(len(readings))]
        features, labels = [], []
        for first, second in combinations(reports, 2):
            table = pair_features(measures, first, second)
            features.append(table.reshape(-1, table.shape[-1]))
            labels += [bool(points[i] & points[j]) for i in first for j in second]
        yield Fold(row, readings, units, measures, np.concatenate(features).astype(float), np.array(labels, float))


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
    own, bias = fit(np.concatenate([f.features for f in folds]), np.concatenate([f.labels for f in folds]), weights, L2)
    return Logistic(tuple(round(float(w), 3) for w in own), round(bias, 3))


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


def measured(folds: list[Fold], scorer: Any) -> None:
    """Prints a line for each choice of bounds: F1 over the gold stories, over our own labels, over our own stories."""
    pairs = [likenesses(f.units, f.measures, fitted([g for g in folds if g is not f])) for f in folds]
    kinds = (
        ("gold", lambda f: not f.row.get("own") and not f.row.get("written")),
        ("own labels", lambda f: bool(f.row.get("own"))),
        ("own stories", lambda f: bool(f.row.get("written"))),
    )
    for bounds in BOUNDS:
        counts = [scorer.count(f.row, predicted(f, align(f.units, p, bounds)))[0] for f, p in zip(folds, pairs, strict=True)]
        line = [f"join {bounds.join}, alone {bounds.alone}, also {bounds.also}:"]
        for name, wanted in kinds:
            for part in ("align", "only_one"):
                total = [sum(c[part][k] for c, f in zip(counts, folds, strict=True) if wanted(f)) for k in range(4)]
                line.append(f"{name} {part} {scorer.prf(total)['F1']:.3f}")
        print("  ".join(line))


def main(arguments: list[str]) -> None:
    paths = [a for a in arguments if not a.startswith("--")]
    if len(paths) != 2:
        sys.exit(__doc__)
    folds = list(folds_of(annotated(Path(paths[0]), Path(paths[1]))))
    if "--folds" in arguments:
        sys.path.insert(0, str(Path(paths[0]).parent))
        import score_compare  # type: ignore[import-not-found]

        measured(folds, score_compare)
        return
    model = fitted(folds)
    print(f"ALIGNMENT = Logistic({model.weights}, {model.bias})")


if __name__ == "__main__":
    main(sys.argv[1:])
