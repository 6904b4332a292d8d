"""Fits the judge of points -> training/out/points.pt: first on reworded sentences, then on pairs of sentences of labelled stories.

usage: python training/point_judge.py

Of the natural stories those of part a, less events that part b has too; the stories of labels_of_points.json; every other own
story of part a. Only pairs count that the numbers of comparisons/likeness.py do not rule out: it is asked of these.
"""

import random
import time

import torch
from torch.nn.functional import binary_cross_entropy_with_logits

from alignment_weights import Fold, annotated, folds_of, np
from attribution_tagger import load_tokenizer
from descent import Descent, batches_of
from networks import layered_rates
from places import GOLD, OUT, TINY, some
from point_network import LIMIT, PointNetwork, tensors
from rashomon.comparisons.weights import ALIGNMENT
from scoring import NATURAL, rows_of

SEED = 7
BATCH = 32
SPREAD = 8  # word pieces by which lengths are blurred before pairs are put together
PASSES, RATE = 3, 1.2e-4
RATE_BEFORE = 1e-4
LEAST = 0.01  # likelihood by the numbers alone
MOST = 4 if TINY else 60  # pairs of a story that tell one point, in one pass: long stories would drown the others
OTHERS = 2.0  # pairs that do not, for each that does


def reworded(pieces):
    """Pairs of the handed-out sets; a claim that strengthens another is half of one point."""
    stories = GOLD / "stories"
    pairs = [(pieces(r["a"]), pieces(r["b"]), float(r["label"])) for r in some(rows_of(stories / "pairs.jsonl"))]
    aligned = some(rows_of(stories / "sentalign.jsonl"))
    for row in aligned:
        others = [r for r in aligned if r["topic"] == row["topic"] and r is not row] or aligned
        pairs.append((pieces(row["a_sent"]), pieces(row["b_sent"]), 1.0))
        pairs.append((pieces(row["a_sent"]), pieces(random.choice(others)["b_sent"]), 0.0))
    claims = some(rows_of(stories / "claimdiff.jsonl"))
    return pairs + [(pieces(r["a"]), pieces(r["b"]), 0.5 * r["strengthen"]) for r in claims]


def learnt_stories():
    rows = list(annotated(GOLD / "stories" / "comparison.jsonl", GOLD / "stories" / "story.jsonl"))
    rows = [row for row in rows if row["kind"] != "gold"]
    kept_for_judging = {Fold.event_of(row["story"]) for row in rows_of(NATURAL) if row["part"] == "b"}
    folds = folds_of(row for row in some(rows) if Fold.event_of(row["story"]) not in kept_for_judging)
    return [fold for fold in folds if fold.labels.any()]


def drawn(fold, likelihoods, pieces, chance):
    """Pairs of one story: those that look alike come oftener."""
    near = likelihoods >= LEAST
    told, others = (np.flatnonzero(near & (fold.labels == label)) for label in (1, 0))
    told = chance.choice(told, min(MOST, len(told)), replace=False)
    weights = likelihoods[others] + LEAST
    many = min(len(others), int(OTHERS * len(told)) + 10)
    others = chance.choice(others, many, replace=False, p=weights / weights.sum()) if many else others
    for k in (*told, *others):
        one, other = (pieces(fold.units[i].text) for i in chance.permutation(fold.pairs[k]))
        yield one, other, float(fold.labels[k])


def make_batches(pairs):
    return batches_of(pairs, lambda p: len(p[0]) + len(p[1]), BATCH, SPREAD, random)


def batch_loss(network, batch):
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = network(*tensors([(one, other) for one, other, _ in batch])).float()
    wanted = torch.tensor([label for *_, label in batch]) * 0.96 + 0.02
    return binary_cross_entropy_with_logits(scores, wanted)


def fit(network, passes, rate):
    """`passes`: the batches of each."""
    network.train()
    groups = layered_rates(network.embeddings, network.layers, [network.sides, network.head], rate, 0.85, 5 * rate)
    descent = Descent(groups, sum(map(len, passes)) + 2, 0.1)
    for number, batches in enumerate(passes):
        begun, total = time.time(), 0.0
        for batch in batches:
            total += descent.step(batch_loss(network, batch))
        print(f"pass {number} loss {total / len(batches):.3f} {time.time() - begun:.0f} s", flush=True)


def main():
    torch.manual_seed(SEED)
    random.seed(SEED)
    chance, tokenizer, known = np.random.default_rng(SEED), load_tokenizer(), {}

    def pieces(text):
        return known.setdefault(text, tokenizer.encode(text, add_special_tokens=False).ids[:LIMIT])

    network = PointNetwork()
    fit(network, [make_batches(reworded(pieces))], RATE_BEFORE)
    stories = [(fold, ALIGNMENT.probability(fold.features)) for fold in learnt_stories()]
    print(len(stories), "stories", flush=True)
    passes = range(1 if TINY else PASSES)
    fit(network, [make_batches(p for s in stories for p in drawn(*s, pieces, chance)) for _ in passes], RATE)
    torch.save(network.state_dict(), OUT / "points.pt")


if __name__ == "__main__":
    main()
