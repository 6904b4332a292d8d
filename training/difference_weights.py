#!/usr/bin/env python3
"""Fits the chance that a difference is noted (comparisons/difference_weights.py) and measures it story by story.

usage: difference_weights.py READINGS.pkl [--folds] [--write]

Learns from part a of bench/natural_stories.jsonl, the gold stories beside the checkout, and every other story of part a of
bench/own_stories.jsonl. READINGS.pkl keeps what was read of them, for the next time (made where it is absent: this is what takes
time). --folds: every sixth of the stories is judged by a model of the others, for a row of cuts. --write: writes the weights of
all stories into the module. The texts are not kept in the weights. To be run anew after a change of alignment, phrases,
counterparts or judges.
"""

from __future__ import annotations

import pickle
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "src"), str(ROOT / "training")]

from alignment_weights import points_of  # noqa: E402
from labelled_stories import natural_stories, own_stories, scorer_in, summed  # noqa: E402
from rashomon.comparisons.alignment import align, likenesses  # noqa: E402
from rashomon.comparisons.chances import HEARD, as_differences, candidates  # noqa: E402
from rashomon.comparisons.choices import chosen  # noqa: E402
from rashomon.comparisons.contradictions import find_contradictions  # noqa: E402
from rashomon.comparisons.counterparts import FEATURES, Counterparts  # noqa: E402
from rashomon.comparisons.differences import across, heard, told_once  # noqa: E402
from rashomon.comparisons.likeness import measure  # noqa: E402
from rashomon.comparisons.phrases import SLOTS  # noqa: E402
from rashomon.comparisons.shelves import find_shelves  # noqa: E402
from rashomon.comparisons.tellings import Telling, telling_of  # noqa: E402
from rashomon.comparisons.units import find_units  # noqa: E402
from rashomon.models import load_encoder  # noqa: E402
from rashomon.records import Difference, Reading  # noqa: E402
from rashomon.stories.weights import Logistic  # noqa: E402
from score_stories import overlap  # noqa: E402
from scoring import SHARED, rows_of  # noqa: E402
from tasks.compare import readings_of  # noqa: E402

HEAD = '''"""Weights of the chance that a difference is noted, by slot; written by training/difference_weights.py."""

from __future__ import annotations

from ..stories.weights import Logistic

# slot, intercept, weights of counterparts.FEATURES and chances.HEARD
_TABLE = """
'''
TAIL = '''
"""


def _model(numbers: list[str]) -> Logistic:
    bias, *weights = map(float, numbers)
    return Logistic(tuple(weights), bias)


NOTED = {words[0]: _model(words[1:]) for words in (block.split() for block in _TABLE.split("\\n\\n"))}
'''
GOLD = SHARED / "gold" / "stories" / "comparison.jsonl"
MODULE = ROOT / "src" / "rashomon" / "comparisons" / "difference_weights.py"
SHARED_L2, SLOT_L2 = 30.0, 100.0
FOLDS = 6
CUTS = (0.07, 0.09, 0.12, 0.15)
Array = np.ndarray[Any, np.dtype[np.float64]]
Rows = list[tuple[Counterparts, Difference | None, tuple[float, ...]]]


@dataclass(frozen=True)
class Sample:
    """One story: what may differ in each pair of sentences, the points as aligned and as labelled; `labels` stand in the order of
    the candidates: 1 noted, 0 not, -1 said elsewhere in the same words."""

    row: dict[str, Any]
    tellings: list[Telling]
    table: dict[tuple[int, int], Rows]
    aligned: list[tuple[int, ...]]
    labelled: list[tuple[int, ...]]
    features: Array
    slots: Array
    labels: Array


def learnt_from() -> Iterator[dict[str, Any]]:
    yield from natural_stories()
    yield from rows_of(GOLD)
    yield from own_stories()


def read(rows: Sequence[dict[str, Any]], kept: Path) -> list[list[Reading]]:
    known: dict[str, list[Reading]] = pickle.loads(kept.read_bytes()) if kept.exists() else {}
    for row in rows:
        if row["story"] not in known:
            known[row["story"]] = readings_of(row["docs"])
            kept.write_bytes(pickle.dumps(known))
    return [known[row["story"]] for row in rows]


def sample_of(row: dict[str, Any], readings: list[Reading]) -> Sample:
    """The candidates of all pairs of sentences that the alignment or the labels hold for one point."""
    encode = load_encoder().encode
    units = find_units(readings)
    shelves = list(find_shelves(readings).values())
    tellings = [telling_of(u, shelves[u.report]) for u in units]
    pairs = likenesses(units, measure(units, readings, encode))
    groups = align(units, pairs)
    aligned = [*groups, *find_contradictions(units, tellings.__getitem__, pairs, groups)]
    homes = [points_of(row, u, readings[u.report].document.id) for u in units]
    labelled = [tuple(i for i, own in enumerate(homes) if number in own) for number in range(len(row["points"]))]
    found = {
        pair: heard(*(tellings[i] for i in pair), pairs.get(pair, 0.0))
        for group in (*aligned, *labelled)
        for pair in across(units, group)
    }
    table = candidates(units, tellings.__getitem__, sorted(found), pairs, found, encode)
    flat = [(two, features) for pair in sorted(table) for two, _, features in table[pair]]
    owners = [[readings[units[i].report].document for i in pair] for pair in sorted(table) for _ in table[pair]]
    gold = list(golden(row))
    return Sample(
        row,
        tellings,
        table,
        aligned,
        labelled,
        np.array([features for _, features in flat]).reshape(-1, len(FEATURES) + len(HEARD)),
        np.array([SLOTS.index(two.slot) for two, _ in flat]),
        np.array([label(two, [d.id for d in own], gold) for (two, _), own in zip(flat, owners, strict=True)]),
    )


def golden(row: dict[str, Any]) -> Iterator[tuple[str, dict[str, tuple[int, int, str]]]]:
    """(slot, {document: start, end and plain words of its value}) of each labelled difference."""
    texts = {d["doc"]: d["text"] for d in row["docs"]}
    for point in row["points"]:
        for difference in point.get("difference") or ():
            spans = {k: v["span"] for k, v in difference["values"].items() if v.get("span")}
            yield difference["slot"], {k: (a, b, plain(texts[k][a:b])) for k, (a, b) in spans.items()}


def label(two: Counterparts, documents: Sequence[str], gold: Sequence[tuple[str, Mapping[str, tuple[int, int, str]]]]) -> int:
    out = 0
    phrases = list(zip(documents, (two.left, two.right), strict=True))
    for slot, values in gold:
        both = [(d, values[d], p) for d, p in phrases if d in values]
        if len(both) < 2 or both[0][1][2] == both[1][1][2]:
            continue
        if all(overlap((d, start, end), (d, p.span.start, p.span.end)) for d, (start, end, _), p in both):
            if slot == two.slot:
                return 1
        elif all(words in plain(p.text) or plain(p.text) in words for _, (_, _, words), p in both):
            out = -1
    return out


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def fitted(samples: Sequence[Sample]) -> dict[str, Logistic]:
    """One model for all slots, then what each slot has of its own on top of it."""
    features = np.concatenate([s.features[s.labels >= 0] for s in samples])
    labels = np.concatenate([s.labels[s.labels >= 0] for s in samples]).astype(float)
    slots = np.concatenate([s.slots[s.labels >= 0] for s in samples])
    mean, deviation = features.mean(0), features.std(0) + 1e-6
    design = np.c_[(features - mean) / deviation, np.eye(len(SLOTS))[slots], np.ones(len(labels))]
    common = newton(design, labels, np.zeros(len(labels)), SHARED_L2)
    width, out = features.shape[1], {}
    for number, slot in enumerate(SLOTS):
        mine = slots == number
        own = newton(np.c_[design[mine][:, :width], np.ones(mine.sum())], labels[mine], design[mine] @ common, SLOT_L2)
        weights = (common[:width] + own[:width]) / deviation
        bias = common[width + number] + common[-1] + own[-1] - weights @ mean
        out[slot] = Logistic(tuple(round(float(w), 3) for w in weights), round(float(bias), 3))
    return out


def newton(design: Array, labels: Array, offset: Array, l2: float) -> Array:
    """Ridge logistic regression on top of given logits; the last column, the intercept, is free."""
    penalty = np.full(design.shape[1], l2)
    penalty[-1] = 0.01
    beta = np.zeros(design.shape[1])
    for _ in range(12):
        p = 1 / (1 + np.exp(-np.clip(design @ beta + offset, -30, 30)))
        gradient = design.T @ (p - labels) + penalty * beta
        beta -= np.linalg.solve((design * (p * (1 - p))[:, None]).T @ design + np.diag(penalty), gradient)
    return beta


def predicted(
    rated: Mapping[tuple[int, int], Sequence[Difference]], groups: Sequence[tuple[int, ...]], cut: float
) -> dict[str, Any]:
    """The differences of a story as score_compare.py reads them."""
    points = told_once([chosen(group, rated, cut) for group in groups])
    return {"points": [{"difference": [shaped(d) for d in own]} for own in points]}


def shaped(difference: Difference) -> dict[str, Any]:
    values = {v.document: {"span": [v.span.start, v.span.end]} for v in difference.variants}
    return {"slot": difference.slot, "hard": difference.hard, "values": values}


def measured(samples: Sequence[Sample]) -> None:
    """Prints F1 of differences, of these with their slot, and of hard ones, for each cut: with the alignment, and with the labelled
    points."""
    scorer = scorer_in(GOLD.parent)
    folds = [fitted([s for n, s in enumerate(samples) if n % FOLDS != fold]) for fold in range(FOLDS)]
    rated = [
        {pair: list(as_differences(rows, [s.tellings[i] for i in pair], folds[n % FOLDS])) for pair, rows in s.table.items()}
        for n, s in enumerate(samples)
    ]
    for name in ("aligned", "labelled"):
        for cut in CUTS:
            stories = zip(samples, rated, strict=True)
            counts = [scorer.count(s.row, predicted(own, getattr(s, name), cut))[0] for s, own in stories]
            sums = {part: summed(counts, part) for part in ("diff", "diff_slot", "diff_hard")}
            line = "  ".join(f"{part} {scorer.prf(v)['F1']:.3f} ({v[0]} of {v[1]}, {v[3]} gold)" for part, v in sums.items())
            print(f"{name}, cut {cut}: {line}", flush=True)


def written(models: Mapping[str, Logistic]) -> str:
    """The module: a paragraph a slot, its name and intercept before the weights."""
    rows = ["\n".join(wrap(" ".join(map(str, (slot, m.bias, *m.weights))), 125)) for slot, m in models.items()]
    return HEAD + "\n\n".join(rows) + TAIL


def main(arguments: list[str]) -> None:
    paths = [a for a in arguments if not a.startswith("--")]
    if len(paths) != 1:
        sys.exit(__doc__)
    rows = list(learnt_from())
    samples = [sample_of(row, readings) for row, readings in zip(rows, read(rows, Path(paths[0])), strict=True)]
    if "--folds" in arguments:
        measured(samples)
    if "--write" in arguments:
        MODULE.write_text(written(fitted(samples)), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
