"""Fits the judge of points -> training/out/points.pt: on sentences told in several ways, then on natural stories, and a third as
many pairs of stories written for it.

usage: python training/point_judge.py

First all of contrasts.jsonl but its last set, by which it is told what was learnt of them. Then, of the natural stories, those
of part a, less events that other parts have too; every other own story of part a. Only pairs count that the numbers of
comparisons/likeness.py do not rule out: it is asked of these.
"""

import random
import time
from pathlib import Path

import torch
from torch.nn.functional import binary_cross_entropy_with_logits

from alignment_weights import folds_of, np
from altered import altered
from descent import Descent, batches_of
from labelled_stories import event_of, natural_stories, own_stories, written_stories
from networks import layered_rates
from noted import noted_in
from places import OUT, some
from point_network import DIFFERS, FROZEN, SLOTS, Pieces, PointNetwork, tensors
from rashomon.comparisons.weights import ALIGNMENT
from scoring import NATURAL, rows_of

SEED = 7
BATCH = 32
SPREAD = 8  # word pieces by which lengths are blurred before pairs are put together
RATE = 5e-5
# Of a story: most pairs that tell one point, or long ones would drown the rest, and others for each of these.
NATURAL_PAIRS, WRITTEN_PAIRS = (50, 1.5), (14, 1.2)
ALL_NATURAL, ALL_WRITTEN = 13_500, 6_000  # pairs of one pass
ALTERED = 0.3  # of the pairs that tell one point, are told once more with a value put wrong
PASSES = 2  # each over pairs drawn anew
CONTRASTS = Path(__file__).parent / "contrasts.jsonl"
KEPT = 8  # set of the contrasts that the first lesson does without
LESSONS = 4  # passes of the first lesson
LEAST = 0.01  # likelihood by the numbers alone
WEIGHT_DIFFERS = 3.0
REPORTED = 200  # batches after which the loss is told


def answers_to(noted):
    """DIFFERS labels of a pair."""
    differs = np.zeros(DIFFERS, np.float32)
    for slot, hard in noted:
        differs[SLOTS.index(slot)] = 1
        differs[-1] = max(differs[-1], hard)
    return differs


def learnt_stories():
    judged_by = {event_of(row["story"]) for row in rows_of(NATURAL) if row["part"] != "a"}
    return [row for row in some([*natural_stories(), *own_stories()]) if event_of(row["story"]) not in judged_by]


def prepared(rows):
    """(story, likelihoods of its pairs by the numbers, differences noted in pairs of its units)"""
    folds = [fold for fold in folds_of(iter(rows)) if fold.labels.any()]
    return [(fold, ALIGNMENT.probability(fold.features), noted_in(fold)) for fold in folds]


def drawn(fold, likelihoods, noted, pieces, chance, most, ratio):
    """Pairs of one story: `most` that tell one point, all with a difference, and `ratio` others each, the alike oftener. Of each
    the word pieces of both sentences, whether they tell one point, and where they differ."""
    near = likelihoods >= LEAST
    told, others = (np.flatnonzero(near & (fold.labels == label)) for label in (1, 0))
    told = chance.choice(told, min(most, len(told)), replace=False)
    told = np.union1d(told, [k for k, pair in enumerate(fold.pairs) if pair in noted]).astype(int)
    weights = likelihoods[others] + LEAST
    many = min(len(others), int(ratio * len(told)) + 10)
    others = chance.choice(others, many, replace=False, p=weights / weights.sum()) if many else others
    for k in (*told, *others):
        pair = fold.pairs[k]
        one, other = (fold.units[i].text for i in pair)
        known = noted.get(pair, ())
        yield *either_way(pieces(one), pieces(other), chance), float(fold.labels[k]), answers_to(known)
        wrong = altered(one, other, chance) if fold.labels[k] and chance.random() < ALTERED else None
        if wrong:
            changed, slot = wrong
            yield *either_way(pieces(changed), pieces(other), chance), 1.0, answers_to([*known, (slot, True)])


def either_way(one, other, chance):
    """Both in the order in which they come, or the other way round."""
    return (one, other) if chance.random() < 0.5 else (other, one)


def contrasts(sets, pieces, chance):
    """Pairs of one sentence and others of the same matter, as `drawn` gives them: the point told in other words, otherwise, or
    another point."""
    for row in some([row for row in rows_of(CONTRASTS) if row["set"] in sets]):
        for other in row["others"]:
            known = [(d["slot"], d["hard"]) for d in other.get("differs", ())]
            yield *either_way(pieces(row["anchor"]), pieces(other["text"]), chance), float(other["point"]), answers_to(known)


def drawn_of_all(stories, pieces, chance, limits, many):
    return some(shuffled(pair for story in stories for pair in drawn(*story, pieces, chance, *limits))[:many])


def shuffled(pairs):
    pairs = list(pairs)
    random.shuffle(pairs)
    return pairs


def batch_loss(network, batch):
    ids, sides = tensors([(one, other) for one, other, *_ in batch])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores, differs = (x.float() for x in network(ids, sides))
    labels = torch.tensor([label for _, _, label, _ in batch])
    loss = binary_cross_entropy_with_logits(scores, labels * 0.96 + 0.02)
    wanted = torch.tensor(np.stack([differs for *_, differs in batch]))
    rows = binary_cross_entropy_with_logits(differs, wanted, reduction="none").mean(1)  # asked of one point only
    return loss + WEIGHT_DIFFERS * (rows * labels).sum() / labels.sum().clamp(min=1e-6)


def fit(network, passes):
    """One descent over the pairs of all passes."""
    network.train()
    batches = [batch for pairs in passes for batch in batches_of(pairs, lambda p: len(p[0]) + len(p[1]), BATCH, SPREAD, random)]
    layers = network.encoder.layer
    network.encoder.relative_attention_bias.requires_grad_(False)
    layers[:FROZEN].requires_grad_(False).eval()
    groups = layered_rates(network.embeddings, layers[FROZEN:], network.own, RATE, 0.9, 5 * RATE)
    descent = Descent(groups, len(batches) + 2, 0.1)
    begun, total = time.time(), 0.0
    for number, batch in enumerate(batches, 1):
        total += descent.step(batch_loss(network, batch))
        if number % REPORTED == 0 or number == len(batches):
            print(f"{number} of {len(batches)} batches, loss {total / number:.3f} {time.time() - begun:.0f} s", flush=True)


def tell_learnt(network, pairs):
    """Prints how well pairs of one point that cannot both be true are told from those that can: area under the curve."""
    network.eval()
    one_point = [(one, other, differs[-1] > 0) for one, other, label, differs in pairs if label]
    with torch.no_grad():
        scores = np.array([float(network(*tensors([(one, other)]))[1][0, -1]) for one, other, _ in one_point])
    hard = np.array([h for *_, h in one_point])
    won = np.mean(scores[hard][:, None] > scores[~hard])
    print(f"contrasts kept out: {len(hard)} pairs of one point, area under the curve of hard {won:.3f}", flush=True)


def main():
    torch.manual_seed(SEED)
    random.seed(SEED)
    chance, pieces = np.random.default_rng(SEED), Pieces()
    network = PointNetwork()
    learnt = range(1, KEPT)
    fit(network, [shuffled(contrasts(learnt, pieces, chance)) for _ in range(LESSONS)])
    tell_learnt(network, contrasts([KEPT], pieces, chance))
    written = prepared(some(list(written_stories())))
    natural = prepared(learnt_stories())
    print(len(written), "written stories,", len(natural), "others", flush=True)
    passes = [
        drawn_of_all(natural, pieces, chance, NATURAL_PAIRS, ALL_NATURAL)
        + drawn_of_all(written, pieces, chance, WRITTEN_PAIRS, ALL_WRITTEN)
        for _ in range(PASSES)
    ]
    passes[0] += shuffled(contrasts([*learnt, KEPT], pieces, chance))
    fit(network, passes)
    torch.save(network.state_dict(), OUT / "points.pt")


if __name__ == "__main__":
    main()
