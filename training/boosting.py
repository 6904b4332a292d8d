"""Gradient boosting of small trees on bins, for the forests of comparisons/trees.py; needs nothing but numpy."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path[:0] = [str(Path(__file__).resolve().parent.parent / "src")]

from rashomon.comparisons.trees import Trees  # noqa: E402

Array = np.ndarray[Any, np.dtype[np.float64]]
RATE = 0.07
L2 = 5.0
BINS = 48


@dataclass(frozen=True)
class Size:
    """How large a forest is: its trees, their leaves, and the fewest rows of a leaf."""

    trees: int
    leaves: int
    fewest: int


SMALL = Size(100, 7, 40)


@dataclass(eq=False)
class Leaf:
    """Rows of one leaf, with the best cut of them: (gain, column, bin)."""

    rows: Any
    node: int
    cut: tuple[float, int, int]


def boosted(features: Array, labels: Array, weights: Array, size: Size = SMALL) -> Trees:
    """The forest for the weighted log loss. Bounds are rounded so that no row changes its side."""
    weights = weights / weights.mean()
    edges = [_edges(column) for column in features.T]
    binned = np.asfortranarray(
        np.stack([np.searchsorted(e, c, side="left").astype(np.uint8) for e, c in zip(edges, features.T, strict=True)], axis=1)
    )
    share = float((labels * weights).sum() / weights.sum())
    bias = float(np.log(share / (1 - share)))
    logits = np.full(len(labels), bias)
    trees = []
    for _ in range(size.trees):
        p = 1 / (1 + np.exp(-logits))
        gradient, curve = weights * (p - labels), weights * p * (1 - p)
        nodes = _grown(binned, edges, gradient, curve, logits, size)
        trees.append(";".join(nodes))
    return Trees("|".join(trees), round(bias, 4))


def mean_of(forests: Sequence[Trees]) -> Trees:
    """One forest whose logit is the mean of theirs."""
    trees = [_shared(tree, len(forests)) for forest in forests for tree in forest.trees.split("|")]
    return Trees("|".join(trees), round(sum(forest.bias for forest in forests) / len(forests), 4))


def _shared(tree: str, among: int) -> str:
    """The tree with a share of what its leaves add."""
    nodes = [node.strip() for node in tree.split(";")]
    return ";".join(node if " " in node else f"{float(node) / among:.5f}" for node in nodes)


def head_of_module(docstring: str | None) -> str:
    """The first lines of a module that holds a logistic and a forest."""
    imports = "from ..stories.weights import Logistic\nfrom .trees import Trees"
    return f'"""{docstring}"""\n\nfrom __future__ import annotations\n\n{imports}\n\n'


def in_module(name: str, text: str, forest: Trees) -> str:
    """The lines of a module that keep a forest as `name`, with its trees in `text`."""
    trees = textwrap.fill(forest.trees.replace("|", " | "), 126)
    return f'{text} = """\n{trees}\n"""\n{name} = Trees({text}.strip().replace("\\n", " "), {forest.bias})\n'


def _edges(column: Array) -> Array:
    """Bounds between bins: values that rows have, rounded up to what is written."""
    values = np.unique(np.quantile(column, np.linspace(0, 1, BINS + 1)[1:-1]))
    return np.unique(np.array([float(f"{v:.4g}") for v in values]))


def _grown(binned: Any, edges: list[Array], gradient: Array, curve: Array, logits: Array, size: Size) -> list[str]:
    """The nodes of one tree, whose leaf of most gain is cut first; adds its values to `logits`."""
    nodes = [""]
    everything = np.arange(len(gradient))
    leaves = [Leaf(everything, 0, _best(everything, binned, edges, gradient, curve, size.fewest))]
    while len(leaves) < size.leaves:
        leaf = max(leaves, key=lambda one: one.cut[0])
        gain, column, place = leaf.cut
        if gain <= 0:
            break
        leaves.remove(leaf)
        nodes[leaf.node] = f"{column} {edges[column][place]:.4g} {len(nodes)} {len(nodes) + 1}"
        below = binned[leaf.rows, column] <= place
        for rows in (leaf.rows[below], leaf.rows[~below]):
            leaves.append(Leaf(rows, len(nodes), _best(rows, binned, edges, gradient, curve, size.fewest)))
            nodes.append("")
    for leaf in leaves:
        value = float(-RATE * gradient[leaf.rows].sum() / (curve[leaf.rows].sum() + L2))
        nodes[leaf.node] = f"{value:.4f}"
        logits[leaf.rows] += value
    return nodes


def _best(rows: Any, binned: Any, edges: list[Array], gradient: Array, curve: Array, fewest: int) -> tuple[float, int, int]:
    """Gain, column and last bin below, of the best cut that leaves `fewest` rows on either side."""
    best = (0.0, -1, -1)
    g, h = gradient[rows], curve[rows]
    whole = g.sum() ** 2 / (h.sum() + L2)
    for column, bounds in enumerate(edges):
        if not len(bounds) or len(rows) < 2 * fewest:
            continue
        own, many = binned[rows, column], len(bounds) + 1
        below_g = np.cumsum(np.bincount(own, g, many))[:-1]
        below_h = np.cumsum(np.bincount(own, h, many))[:-1]
        below_n = np.cumsum(np.bincount(own, minlength=many))[:-1]
        gain = below_g**2 / (below_h + L2) + (g.sum() - below_g) ** 2 / (h.sum() - below_h + L2) - whole
        gain[(below_n < fewest) | (len(rows) - below_n < fewest)] = -1
        place = int(gain.argmax())
        if gain[place] > best[0]:
            best = (float(gain[place]), column, place)
    return best
