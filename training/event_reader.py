"""Fits the event reader (pair types, sentence classes, actor spans) on the event gold -> training/out/events-FOLD.pt.

usage: python training/event_reader.py FOLD     FOLD 0..4 is kept out of training
       python training/event_reader.py all      goes on from fold 0's network with all sentences, slowly, for EPOCHS_ALL
"""

import random
import sys
import time

import torch
from torch.nn.functional import cross_entropy

from attribution_tagger import load_tokenizer
from descent import Descent, batches_of
from event_data import IGNORED, PENTAS, ROOTS, TAGS, fold_of, gold_examples, template_examples
from event_network import EventNetwork
from places import OUT

SEED = 3
BATCH = 28
SPREAD = 16  # word pieces by which lengths are blurred before examples are put together
TEMPLATE_TURNS = 2
EPOCHS, RATE = 7, 1.5e-4
EPOCHS_ALL, RATE_ALL = 2, 4e-5


def tensors(batch):
    width = max(len(e.window.ids) for e in batch)

    def padded(values, fill):
        return torch.tensor([list(v) + [fill] * (width - len(v)) for v in values])

    ids = padded([e.window.ids for e in batch], 0)
    return ids, (ids != 0).long(), padded([e.roles for e in batch], 0), padded([e.tags for e in batch], IGNORED)


def batch_loss(network, batch, root_weights):
    ids, mask, roles, tags = tensors(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        root, conflict, penta, codable, tag = (part.float() for part in network(ids, mask, roles))
    weights = torch.tensor([e.weight for e in batch])
    total = torch.zeros(())
    for scores, name, weigh, smoothing in ((root, "root", root_weights, 0.1), (conflict, "conflict", None, 0.05),
                                           (penta, "penta", None, 0.1), (codable, "codable", None, 0.05)):  # fmt: skip
        gold = torch.tensor([getattr(e, name) for e in batch])
        if (gold != IGNORED).any():
            losses = cross_entropy(scores, gold, weight=weigh, ignore_index=IGNORED, label_smoothing=smoothing, reduction="none")
            total = total + (losses * (weights if name in ("root", "codable") else 1.0)).sum() / (len(batch) / 3)
    if (tags != IGNORED).any():
        total = total + cross_entropy(tag.reshape(-1, len(TAGS)), tags.reshape(-1), ignore_index=IGNORED) * 1.5
    return total


def balance(examples):
    """Weights of the root types: rare ones count more (n to the power -.3), 1 on average."""
    counts = torch.tensor([max(1, sum(e.root == i for e in examples)) for i in range(len(ROOTS))], dtype=torch.float)
    weights = counts**-0.3
    return weights / (weights * counts).sum() * counts.sum()


def fit(network, examples, epochs, rate):
    chance = random.Random(SEED)
    network.train()
    root_weights = balance(examples)
    descent = Descent(network.parameter_groups(rate, 0.85, 6.7 * rate), epochs * -(-len(examples) // BATCH), 0.1)
    for epoch in range(epochs):
        begun, total = time.time(), 0.0
        for batch in batches_of(examples, lambda e: len(e.window.ids), BATCH, SPREAD, chance):
            total += descent.step(batch_loss(network, batch, root_weights))
        print(f"epoch {epoch} loss {total * BATCH / len(examples):.3f} {time.time() - begun:.0f} s", flush=True)


def main(fold):
    torch.manual_seed(SEED)
    tokenizer = load_tokenizer()
    examples = [e for e in gold_examples(tokenizer) if fold == "all" or fold_of(e.text) != int(fold)]
    examples += template_examples(tokenizer, SEED, TEMPLATE_TURNS)
    print(len(examples), "examples", flush=True)
    network = EventNetwork(len(ROOTS), len(PENTAS), len(TAGS))
    if fold == "all":
        network.load_state_dict(torch.load(OUT / "events-0.pt"))
        fit(network, examples, EPOCHS_ALL, RATE_ALL)
    else:
        fit(network, examples, EPOCHS, RATE)
    torch.save(network.state_dict(), OUT / f"events-{fold}.pt")


if __name__ == "__main__":
    main(sys.argv[1])
