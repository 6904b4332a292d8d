#!/usr/bin/env python3
"""Real copies between outlets: what the program says of 258 pairs that share runs of words, against labels by hand.

usage: natural_copies.py [--errors] [--weights]

natural_copies.jsonl holds ids and labels alone: `relation` (copy: most of the shorter text; partial: passages; wire: both carry
text of one agency or press release; rewrite: the same in other words; independent: at most quotations and names in common) and
`source`, the one taken from, null where the texts do not tell. The texts are in the gold beside the checkout. The pairs are
parted into five folds by story; "copied" (copy, partial or wire) is decided by weights fitted on the other four folds, and
direction by the rules as they ship (they were written with these labels in view). --weights prints the weights of all folds.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))

from rashomon.records import Derivation, Document, Relation
from rashomon.stories.derivations import copied_features, find_derivations
from rashomon.stories.passages import common_passages
from rashomon.stories.traces import Trace, trace_of
from scoring import HERE, SHARED
from tasks.story import document_of, when_of

FOLDS = 5
COPIED = {"copy", "partial", "wire"}
_JOINT = {"/", "-", "_", "=", "&", "?", ":"}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
_DATES = (
    (re.compile(rf"\b{_MONTH} (\d{{1,2}}),? (\d{{4}})", re.IGNORECASE), "mdy"),
    (re.compile(rf"\b(\d{{1,2}}) {_MONTH},? (\d{{4}})", re.IGNORECASE), "dmy"),
    (re.compile(r"\b(\d{4}) ?[/-] ?(\d{1,2}) ?[/-] ?(\d{1,2})\b"), "ynd"),
    (re.compile(r"\b(\d{1,2}) / (\d{1,2}) / (\d{4})\b"), "ndy"),
)


def labels() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / "natural_copies.jsonl").read_text("utf-8").splitlines()]


def stories() -> dict[str, list[Document]]:
    """All reports of the gold as documents, story by story."""
    found: dict[str, list[Document]] = defaultdict(list)
    for line in (SHARED / "gold/stories/story.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        found[row["cluster"]].append(report(row))
    return found


def unlabelled(reports: dict[str, list[Document]]) -> list[tuple[str, str, str]]:
    """Story and ids of all pairs of one story that have no label."""
    known = {frozenset((row["a"], row["b"])) for row in labels()}
    pairs = ((story, a.id, b.id) for story, documents in reports.items() for a, b in combinations(documents, 2))
    return [(story, a, b) for story, a, b in pairs if frozenset((a, b)) not in known]


def report(row: dict[str, Any]) -> Document:
    """A row as a document. ECB+ has the page's address and date at the head of the text, in loose tokens."""
    address, text = _address(row["text"])
    site = re.sub(r"^https?://(?:www\.)?", "", address).split("/")[0] or None
    row = row | {"text": text, "date": row.get("date") or _day(f"{address} {text[:300]}")}
    return replace(document_of(row), address=address or None, site=site, outlet=row.get("outlet"), published=when_of(row["date"]))


def _address(text: str) -> tuple[str, str]:
    tokens = text.split(" ")
    if not tokens[0].startswith("http"):
        return "", text
    end = 1
    while end < len(tokens) and (
        tokens[end] in _JOINT or tokens[end - 1] in _JOINT or tokens[end - 1].endswith((".", ":", "?", "&", "="))
    ):
        end += 1
    return "".join(tokens[:end]), " ".join(tokens[end:])


def _day(text: str) -> str | None:
    """The first full date, as YYYY-MM-DD."""
    for pattern, order in _DATES:
        match = pattern.search(text)
        if match:
            parts = dict(zip(order, match.groups(), strict=True))
            month = _MONTHS.index(parts["m"][:3].lower()) + 1 if "m" in parts else int(parts["n"])
            try:
                return date(int(parts["y"]), month, int(parts["d"])).isoformat()
            except ValueError:
                continue
    return None


def _features(left: Trace, right: Trace) -> tuple[float, float, float]:
    return copied_features(left, right, common_passages(left.wording, right.wording))


def _fold(story: str) -> int:
    return zlib.crc32(story.encode()) % FOLDS


def fitted(features: np.ndarray, truth: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression (ridge of 1), the intercept last. `others`: of pairs of one story that have too few
    runs in common to be labelled; they count as not copied, with a tenth of the weight."""
    counts = np.r_[np.ones(len(features)), np.full(len(others), 0.1)]
    features, truth = np.r_[features, others], np.r_[truth, np.zeros(len(others))]
    return logistic(features, truth, counts, 1.0)


def logistic(features: np.ndarray, truth: np.ndarray, counts: np.ndarray, pull: float) -> np.ndarray:
    """Weights of a logistic regression on the features as they are, the intercept last; `counts`: what each row counts for."""
    rows = np.c_[features, np.ones(len(features))]
    weights = np.zeros(rows.shape[1])
    ridge = np.diag([pull] * features.shape[1] + [1e-3])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (counts * (chance - truth)) + ridge @ weights
        weights -= np.linalg.solve((rows * (counts * chance * (1 - chance))[:, None]).T @ rows + ridge, slope)
    return weights


def f1(right: float, given: float, owed: float) -> str:
    return f"precision {right / max(1, given):.3f}  recall {right / max(1, owed):.3f}  F1 {2 * right / max(1, given + owed):.3f}"


def copied(
    rows: Sequence[dict[str, Any]],
    features: np.ndarray,
    folds: np.ndarray,
    others: np.ndarray,
    others_folds: np.ndarray,
    errors: bool,
) -> None:
    """Prints how well "copied" is told from "not", each fold by the weights of the others."""
    truth = np.array([row["relation"] in COPIED for row in rows], float)
    said = np.zeros(len(rows), bool)
    for fold in range(FOLDS):
        own = folds == fold
        weights = fitted(features[~own], truth[~own], others[others_folds != fold])
        said[own] = np.c_[features[own], np.ones(own.sum())] @ weights >= 0
        right = float((said & (truth == 1))[own].sum())
        print(
            f"  fold {fold}: {own.sum():3} pairs, {int(truth[own].sum()):3} copied  {f1(right, said[own].sum(), truth[own].sum())}"
        )
    print(f"copied, five folds      {f1(float((said & (truth == 1)).sum()), said.sum(), truth.sum())}")
    for row, one, should in zip(rows, said, truth, strict=True):
        if errors and one != should:
            print(f"    {row['relation']:12} said to be {'copied' if one else 'not copied'}: {row['a']} {row['b']}")


def directions(rows: Sequence[dict[str, Any]], found: dict[frozenset[str], Derivation], errors: bool) -> None:
    """Prints how well the one taken from is told, where the labels tell it, and how often it is told where they do not."""
    decided = [(row, found[frozenset((row["a"], row["b"]))]) for row in rows if row["source"]]
    given = sum(one.source is not None for _, one in decided)
    right = sum(one.source == row["source"] for row, one in decided)
    open_ = [found[frozenset((row["a"], row["b"]))].source for row in rows if not row["source"]]
    print(f"direction, {len(decided)} pairs     {f1(right, given, len(decided))}")
    print(f"direction given where the labels leave it open: {sum(s is not None for s in open_)} of {len(open_)}")
    for row, one in decided:
        if errors and one.source != row["source"]:
            print(f"    {row['relation']:12} from {row['source']}, said {one.source}: {row['a']} {row['b']}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--weights", action="store_true")
    options = parser.parse_args()
    if not SHARED.is_dir():
        sys.exit("no gold data: there is no folder `shared` beside the checkout")
    rows, reports = labels(), stories()
    traces = {d.id: trace_of(d) for documents in reports.values() for d in documents}
    features = np.array([_features(traces[row["a"]], traces[row["b"]]) for row in rows])
    home = {d.id: story for story, documents in reports.items() for d in documents}
    folds = np.array([_fold(home[row["a"]]) for row in rows])
    rest = unlabelled(reports)
    others = np.array([_features(traces[a], traces[b]) for _, a, b in rest])
    copied(rows, features, folds, others, np.array([_fold(story) for story, _, _ in rest]), options.errors)
    found = {frozenset(one.documents): one for documents in reports.values() for one in find_derivations(documents)}
    directions(rows, found, options.errors)
    counts = Counter((row["relation"], found[frozenset((row["a"], row["b"]))].relation) for row in rows)
    print("label, and what the shipped weights and rules say:")
    for label in ("copy", "partial", "wire", "rewrite", "independent"):
        print(f"  {label:12}", "  ".join(f"{relation.value} {counts[label, relation]}" for relation in Relation))
    if options.weights:
        truth = np.array([row["relation"] in COPIED for row in rows], float)
        print(np.round(fitted(features, truth, others), 3).tolist())


if __name__ == "__main__":
    main()
