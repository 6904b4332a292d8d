"""Fits the judge of points -> training/out/points.pt: on reworded sentences, then on stories written for it, then on natural ones.

usage: python training/point_judge.py

Of the natural stories those of part a, less events that other parts have too; the stories of labels_of_points.json; every other own
story of part a. Only pairs count that the numbers of comparisons/likeness.py do not rule out: it is asked of these.
"""

import random
import time

import torch
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from alignment_weights import Fold, annotated, folds_of, np
from attribution_tagger import load_tokenizer
from descent import Descent, batches_of
from labelled_stories import written_stories
from networks import layered_rates
from noted import noted_in
from places import GOLD, OUT, TINY, some
from point_network import DIFFERS, LIMIT, SLOTS, PointNetwork, tensors
from rashomon.comparisons.weights import ALIGNMENT
from scoring import NATURAL, rows_of

SEED = 7
BATCH = 32
SPREAD = 8  # word pieces by which lengths are blurred before pairs are put together
RATE_REWORDED, RATE_WRITTEN, RATE_NATURAL = 1e-4, 1.2e-4, 1.1e-4
PASSES = 2  # over natural stories
FIRST = 150  # written stories that are learnt from before these; the others go with them
LEAST = 0.01  # likelihood by the numbers alone
MOST = 4 if TINY else 60  # pairs of a story that tell one point, in one pass: long stories would drown the others
OTHERS = 2.0  # pairs that do not, for each that does
WEIGHT_DIFFERS, WEIGHT_PLACES = 3.0, 0.5
LAST_SIGN = 102  # padding, [CLS] and [SEP]


class Pieces:
    """Texts as word pieces with their places in the text, each cut up once."""

    def __init__(self):
        self.tokenizer, self.known = load_tokenizer(), {}

    def __call__(self, text):
        if text not in self.known:
            coded = self.tokenizer.encode(text, add_special_tokens=False)
            self.known[text] = coded.ids[:LIMIT], coded.offsets[:LIMIT]
        return self.known[text]

    def example(self, one, other, label, noted=()):
        """Ids of both texts, whether they tell one point, DIFFERS labels, and the number of each piece's slot (0 for none)."""
        (ids, offsets), (others, other_offsets) = self(one), self(other)
        differs = np.zeros(DIFFERS, np.float32)
        tags = [0] * (len(ids) + len(others) + 3)
        for slot, hard, left, right in noted:
            number = SLOTS.index(slot)
            differs[number] = 1
            differs[-1] = max(differs[-1], hard)
            for start, places, span in ((1, offsets, left), (2 + len(ids), other_offsets, right)):
                for k, (begin, end) in enumerate(places):
                    if begin < span[1] and span[0] < end:
                        tags[start + k] = number + 1
        return ids, others, float(label), differs, tags


def reworded(pieces):
    """Pairs of the handed-out sets; a claim that strengthens another is half of one point."""
    stories = GOLD / "stories"
    pairs = [(r["a"], r["b"], float(r["label"])) for r in some(rows_of(stories / "pairs.jsonl"))]
    aligned = some(rows_of(stories / "sentalign.jsonl"))
    for row in aligned:
        others = [r for r in aligned if r["topic"] == row["topic"] and r is not row] or aligned
        pairs.append((row["a_sent"], row["b_sent"], 1.0))
        pairs.append((row["a_sent"], random.choice(others)["b_sent"], 0.0))
    pairs += [(r["a"], r["b"], 0.5 * r["strengthen"]) for r in some(rows_of(stories / "claimdiff.jsonl"))]
    return [pieces.example(*pair) for pair in pairs]


def learnt_stories():
    rows = list(annotated(GOLD / "stories" / "comparison.jsonl", GOLD / "stories" / "story.jsonl"))
    kept_for_judging = {Fold.event_of(row["story"]) for row in rows_of(NATURAL) if row["part"] != "a"}
    return [row for row in some(rows) if row["kind"] != "gold" and Fold.event_of(row["story"]) not in kept_for_judging]


def prepared(rows):
    """(story, likelihoods of its pairs by the numbers, differences noted in pairs of its units)"""
    folds = [fold for fold in folds_of(iter(rows)) if fold.labels.any()]
    return [(fold, ALIGNMENT.probability(fold.features), noted_in(fold)) for fold in folds]


def drawn(fold, likelihoods, noted, pieces, chance):
    """Pairs of one story: all with a difference; those that look alike come oftener."""
    near = likelihoods >= LEAST
    told, others = (np.flatnonzero(near & (fold.labels == label)) for label in (1, 0))
    told = chance.choice(told, min(MOST, len(told)), replace=False)
    told = np.union1d(told, [k for k, pair in enumerate(fold.pairs) if pair in noted]).astype(int)
    weights = likelihoods[others] + LEAST
    many = min(len(others), int(OTHERS * len(told)) + 10)
    others = chance.choice(others, many, replace=False, p=weights / weights.sum()) if many else others
    for k in (*told, *others):
        (i, j), own = fold.pairs[k], noted.get(fold.pairs[k], ())
        if chance.random() < 0.5:
            i, j, own = j, i, [(slot, hard, right, left) for slot, hard, left, right in own]
        yield pieces.example(fold.units[i].text, fold.units[j].text, fold.labels[k], own)


def make_batches(pairs):
    return batches_of(pairs, lambda p: len(p[0]) + len(p[1]), BATCH, SPREAD, random)


def batch_loss(network, batch):
    ids, sides = tensors([(one, other) for one, other, *_ in batch])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores, differs, places = (x.float() for x in network(ids, sides))
    labels = torch.tensor([label for _, _, label, _, _ in batch])
    loss = binary_cross_entropy_with_logits(scores, labels * 0.96 + 0.02)
    wanted = torch.tensor(np.stack([differs for *_, differs, _ in batch]))
    rows = binary_cross_entropy_with_logits(differs, wanted, reduction="none").mean(1)  # asked of one point only
    loss = loss + WEIGHT_DIFFERS * (rows * labels).sum() / labels.sum().clamp(min=1e-6)
    tags = torch.tensor([tags + [0] * (ids.shape[1] - len(tags)) for *_, tags in batch])
    asked = (ids > LAST_SIGN).float() * (wanted[:, :-1].sum(1) > 0)[:, None]
    wrong = cross_entropy(places.transpose(1, 2), tags, reduction="none")
    return loss + WEIGHT_PLACES * (wrong * asked).sum() / asked.sum().clamp(min=1)


def fit(network, batches, rate):
    network.train()
    groups = layered_rates(network.embeddings, network.layers, network.own, rate, 0.85, 5 * rate)
    descent = Descent(groups, len(batches) + 2, 0.1)
    begun, total = time.time(), 0.0
    for batch in batches:
        total += descent.step(batch_loss(network, batch))
    print(f"{len(batches)} batches, loss {total / len(batches):.3f} {time.time() - begun:.0f} s", flush=True)


def main():
    torch.manual_seed(SEED)
    random.seed(SEED)
    chance, pieces = np.random.default_rng(SEED), Pieces()
    network = PointNetwork()
    fit(network, make_batches(reworded(pieces)), RATE_REWORDED)
    written = prepared({**row, "kind": "written"} for row in some(written_stories()))
    random.shuffle(written)
    first, others = written[:FIRST], written[FIRST:]
    natural = prepared(learnt_stories())
    print(len(written), "written stories,", len(natural), "others", flush=True)
    for stories, rate in ((first, RATE_WRITTEN), (natural * (1 if TINY else PASSES) + others, RATE_NATURAL)):
        fit(network, make_batches(p for story in stories for p in drawn(*story, pieces, chance)), rate)
    torch.save(network.state_dict(), OUT / "points.pt")


if __name__ == "__main__":
    main()
