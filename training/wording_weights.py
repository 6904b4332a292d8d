#!/usr/bin/env python3
"""Fits the models of wordings (comparisons/wording_weights.py) and measures them story by story.

usage: wording_weights.py SHARED [--folds]

SHARED is the folder whose gold/stories and seeds hold labelled stories and the texts of bench/natural_stories.jsonl. Learnt
from: part a of the natural stories, the gold and the sample reports (more heavily: few, and of another annotator), every other
of our own stories and, at half the weight, the stories written to learn from. LOADED rates words by their vectors as the table
of loaded.py rates them. Prints the module; with --folds instead the F1 of entries of the natural stories for a grid of bounds,
each rated by a model of others. The texts are not kept in the weights.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "src"), str(ROOT / "training")]

from boosting import Size, Trees, boosted, head_of_module, in_module, mean_of  # noqa: E402
from comparison_weights import Array, fit, rounded  # noqa: E402
from labelled_stories import natural_stories, own_stories, scorer_in, summed, written_stories  # noqa: E402
from rashomon.comparisons import wordings  # noqa: E402
from rashomon.comparisons.alignment import likenesses  # noqa: E402
from rashomon.comparisons.contested_uses import uses_in  # noqa: E402
from rashomon.comparisons.likeness import Encode, measure  # noqa: E402
from rashomon.comparisons.loaded import LOADS  # noqa: E402
from rashomon.comparisons.rival_features import features  # noqa: E402
from rashomon.comparisons.shelves import find_shelves  # noqa: E402
from rashomon.comparisons.units import find_units  # noqa: E402
from rashomon.models import load_encoder  # noqa: E402
from rashomon.records import Reading, Span  # noqa: E402
from rashomon.stories.weights import Logistic  # noqa: E402
from score_stories import overlap  # noqa: E402
from scoring import rows_of  # noqa: E402
from tasks.compare import readings_of  # noqa: E402

L2 = 3.0  # of the weights on vectors of words
FOLDS = 4
KEPT = 8  # of the pairs that are no rivals one in so many is learnt from by each forest
FORESTS = 2  # whose mean is kept
SIZE = Size(150, 5, 60)
FULL = 4  # pairs of one entry that weigh as much as pairs do; more of them share that weight
GOLD, SAMPLES, WRITTEN = 3.0, 6.0, 0.5  # weight of a story of the gold, of the sample reports, of one written to learn from


@dataclass(frozen=True)
class Rated:
    """A story: its row of gold and its weight, its names and where each is shown (report, span), the pairs of its namings, their
    features, and the number of the entry of the gold on which each lies (-1: on none)."""

    row: dict[str, Any]
    weight: float
    names: wordings.Names
    shown: list[tuple[int, Span]]
    pairs: Any
    features: Array
    entries: Any


def rated(row: dict[str, Any], weight: float, readings: Sequence[Reading], encode: Encode) -> Rated:
    """The pairs of one story as find_wordings rates them."""
    units, shelves = find_units(readings), list(find_shelves(readings).values())
    measures = measure(units, readings, encode)
    likeness = likenesses(units, measures)
    found = wordings.held(units, shelves, uses_in(units, shelves, set(range(len(shelves)))), likeness, measures, encode)
    if found is None:
        return Rated(row, weight, wordings.names_of([], units), [], np.zeros((0, 2), int), np.zeros((0, 0)), np.zeros(0, int))
    namings, pairs, traits = found
    names = wordings.names_of(namings, units)
    firsts = [namings[k] for k in names.firsts]
    shown = [(units[n.unit].report, wordings.first_use(n, units, shelves)) for n in firsts]
    places = [(units[n.unit].report, n.span) for n in namings]
    return Rated(row, weight, names, shown, pairs, features(traits, pairs, likeness), entries_of(row, places, pairs))


def entries_of(row: dict[str, Any], places: Sequence[tuple[int, Span]], pairs: Any) -> Any:
    """The entry of the gold on two unlike namings of which a pair lies."""
    texts = [d["text"] for d in row["docs"]]
    met: list[set[tuple[int, str]]] = [set() for _ in places]
    for e, entry in enumerate(row.get("wording", ())):
        for doc, spans in entry["terms"].items():
            for start, end in spans:
                for k, (report, span) in enumerate(places):
                    if overlap((doc, start, end), (row["docs"][report]["doc"], span.start, span.end)):
                        met[k].add((e, texts[report][start:end].lower()))
    return np.array([max((e for e, x in met[a] for f, y in met[b] if e == f and x != y), default=-1) for a, b in pairs])


def of_words(encode: Encode) -> Logistic:
    """The model that rates words out of the table: each word by its highest mark."""
    words = sorted({w for w, _ in LOADS if " " not in w})
    marks = np.array([max(LOADS.get((w, k), 0.0) for k in "NVAR") for w in words])
    return rounded(fit(encode(words).astype(float), marks, np.ones(len(words)), L2), 2)


def of_rivals(stories: Sequence[Rated]) -> Trees:
    """The forest that rates pairs: the mean of some, each from other pairs that are no rivals."""
    return mean_of([_forest(stories, turn) for turn in range(FORESTS)])


def _forest(stories: Sequence[Rated], turn: int) -> Trees:
    tables, labels, weights = [], [], []
    for story in stories:
        if len(story.pairs):
            kept = (story.entries >= 0) | (np.arange(len(story.pairs)) * 7919 % KEPT == turn)
            tables.append(story.features[kept])
            labels.append(story.entries[kept] >= 0)
            weights.append(weights_of(story)[kept])
    return boosted(np.concatenate(tables), np.concatenate(labels).astype(float), np.concatenate(weights), SIZE)


def weights_of(story: Rated) -> Array:
    """Every story weighs alike, however many pairs it has, and so do entries, but for those of less than FULL pairs."""
    many = np.bincount(story.entries + 1)[story.entries + 1]
    share = np.where(story.entries < 0, KEPT, np.minimum(1, FULL / many))
    return np.asarray(story.weight * share / len(story.pairs))


def predicted(story: Rated, chance: Array, bounds: wordings.Bounds) -> dict[str, Any]:
    """The entries as score_compare.py reads them."""
    out = []
    names = story.names
    for row in wordings.joined(names.of_naming[story.pairs], chance, names, bounds):
        terms: dict[str, list[list[int]]] = {}
        for report, span in (story.shown[n] for n in row.names):
            terms.setdefault(story.row["docs"][report]["doc"], []).append([span.start, span.end])
        out.append({"terms": terms})
    return {"wording": out}


def chances_in_folds(stories: Sequence[Rated]) -> list[Array]:
    """The chance of the pairs of each story by a model of those of other folds."""
    out = []
    models = [of_rivals([s for k, s in enumerate(stories) if k % FOLDS != fold]) for fold in range(FOLDS)]
    for k, story in enumerate(stories):
        out.append(models[k % FOLDS].probability(story.features) if len(story.pairs) else np.zeros(0))
    return out


def measured(stories: Sequence[Rated], chances: Sequence[Array], scorer: Any) -> None:
    """Prints a line for each choice of bounds."""
    ranked = np.sort(np.concatenate(list(chances)))[::-1]
    for many in (4, 6, 8, 10, 13, 17):
        shown = float(ranked[many * len(stories)])
        for share in (0.1, 0.2, 0.3):
            bounds = wordings.Bounds(shown, share * shown)
            counts = [scorer.count(s.row, predicted(s, c, bounds))[0] for s, c in zip(stories, chances, strict=True)]
            line = [f"shown {shown:.3f} joined {share * shown:.3f}"]
            for part in ("wording_item", "wording"):
                total = scorer.prf(summed(counts, part))
                line.append(f"{part} P {total['P']:.3f} R {total['R']:.3f} F1 {total['F1']:.3f} of {total['predicted']}")
            print("  ".join(line))


def labelled(shared: Path) -> Iterator[tuple[dict[str, Any], float]]:
    """Rows of stories and their weights, the natural ones first."""
    parts = [
        (natural_stories(), 1.0),
        (rows_of(shared / "gold" / "stories" / "comparison.jsonl"), GOLD),
        (rows_of(shared / "seeds" / "comparison_gold.jsonl"), SAMPLES),
        (own_stories(), 1.0),
        (written_stories(), WRITTEN),
    ]
    for rows, weight in parts:
        yield from ((row, weight) for row in rows)


def module(words: Logistic, rivals: Trees) -> str:
    """wording_weights.py."""
    from rashomon.comparisons import wording_weights

    hundredths = textwrap.fill(" ".join(str(round(100 * w)) for w in words.weights), 126)
    return (
        head_of_module(wording_weights.__doc__)
        + f'_LOADED = """\n{hundredths}\n"""  # hundredths\n'
        + f"LOADED = Logistic(tuple(int(n) / 100 for n in _LOADED.split()), {words.bias})\n"
        + in_module("RIVALS", "_RIVALS", rivals)
    )


def main(arguments: list[str]) -> None:
    paths = [Path(a) for a in arguments if not a.startswith("--")]
    if len(paths) != 1:
        sys.exit(__doc__)
    encode = load_encoder().encode
    stories = [rated(row, weight, readings_of(row["docs"]), encode) for row, weight in labelled(paths[0])]
    if "--folds" in arguments:
        many = sum(1 for _ in natural_stories())
        measured(stories[:many], chances_in_folds(stories)[:many], scorer_in(paths[0] / "gold" / "stories"))
        return
    print(module(of_words(encode), of_rivals(stories)), end="")


if __name__ == "__main__":
    main(sys.argv[1:])
