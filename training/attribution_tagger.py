"""Fits the attribution tagger (sources, cues, contents and their links) on PolNeAR train -> training/out/attribution.pt.

Two epochs: the first trains an exit after the fourth and one after the sixth layer; the second goes on with the fourth alone,
which costs a third less and was the better one when measured. usage: python training/attribution_tagger.py
"""

import random
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn.functional import cross_entropy, kl_div, log_softmax, softmax

from attribution_data import IGNORED, LINKS, TAGS, is_held_out, make_examples, read_rows
from descent import Descent
from networks import Tagger, layered_rates
from places import OUT

HERE = Path(__file__).resolve().parent
TOKENIZER = HERE.parent / "models" / "minilm" / "tokenizer.json"
STAGES = tuple(OUT / name for name in ("attribution-6.pt", "attribution.pt", "attribution-mean.pt"))
EXITS = (4, 6)
KEPT = 4
LEAST = 3
AVERAGE = 0.998
SEED = 1
BATCH = 1_900  # word pieces
LIMITS = (96, 224)


def load_tokenizer():
    tokenizer = Tokenizer.from_file(str(TOKENIZER))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def make_batches(examples, chance):
    """Windows of like length together, about BATCH pieces each, in random order."""
    ordered = sorted(examples, key=lambda e: len(e.window.ids) + chance.random() * 16)
    batches, batch = [], []
    for example in ordered:
        if batch and (len(batch) + 1) * len(example.window.ids) > BATCH:
            batches.append(batch)
            batch = []
        batch.append(example)
    batches.append(batch)
    chance.shuffle(batches)
    return batches


def tensors(batch):
    width = max(len(e.window.ids) for e in batch)
    ids = torch.tensor([list(e.window.ids) + [0] * (width - len(e.window.ids)) for e in batch])
    tags = torch.tensor([e.tags + [IGNORED] * (width - len(e.tags)) for e in batch])
    links = [(row, *link) for row, e in enumerate(batch) for link in e.links]
    return ids, (ids != 0).long(), tags, links


def batch_loss(network, batch):
    """Cross-entropy of tags and links at every exit; the earlier exits also learn from the last one's scores."""
    ids, mask, tags, links = tensors(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        outputs = network(ids, mask)
    known = tags != IGNORED
    teacher = softmax(outputs[-1][0].detach().float()[known], -1)
    total = torch.zeros(())
    for head, (scores, origins, goals) in zip(network.heads, outputs, strict=True):
        scores = scores.float()[known]
        total = total + cross_entropy(scores, tags[known])
        if head is not network.heads[-1]:
            total = total + kl_div(log_softmax(scores, -1), teacher, reduction="batchmean")
        for relation in range(len(LINKS)):
            chosen = [link for link in links if link[1] == relation]
            if chosen:
                rows, _, places, goal = (torch.tensor(column) for column in zip(*chosen, strict=True))
                total = total + 0.2 * cross_entropy(head.link_scores(origins, goals, relation, rows, places, mask), goal)
    return total


def fit(network, batches, rate, planned, mean=None, measure=batch_loss):
    """All batches in order, at learning rates that rise to `rate` and fall to nothing over `planned` steps; `mean` follows."""
    encoder = network.encoder
    descent = Descent(layered_rates(encoder.embeddings, encoder.encoder.layer, network.heads, rate, 0.85, 5 * rate), planned, 0.08)
    network.train()
    begun, total = time.time(), 0.0
    for step, batch in enumerate(batches):
        total += descent.step(measure(network, batch))
        if mean is not None:
            mean.update_parameters(network)
        if step % 50 == 49:
            print(f"step {step + 1}/{len(batches)} loss {total / 50:.3f} {time.time() - begun:.0f} s", flush=True)
            total = 0.0


def averaged(network):
    """A running mean of the weights, which reads better than the last ones: the annotators disagree, and each step follows one."""
    return torch.optim.swa_utils.AveragedModel(network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGE))


def main():
    tokenizer, chance = load_tokenizer(), random.Random(SEED)
    rows = read_rows("polnear_train.jsonl")
    annotated = {row["doc"]: row["annotators"] for row in read_rows("polnear_multi_annotator.jsonl") if row["split"] == "train"}
    first, second = (make_batches(make_examples(rows, tokenizer, LIMITS, SEED + i, annotated), chance) for i in range(2))
    torch.manual_seed(SEED)
    network = Tagger(EXITS, len(TAGS), len(LINKS))
    if STAGES[0].is_file():
        network.load_state_dict(torch.load(STAGES[0]))
    else:
        fit(network, first, 2e-4, len(first) + len(second))
        torch.save(network.state_dict(), STAGES[0])
    torch.manual_seed(SEED + 1)
    kept = network.cut_to(KEPT)
    if STAGES[1].is_file():
        kept.load_state_dict(torch.load(STAGES[1]))
    else:
        fit(kept, second, 1e-4, len(second))
        torch.save(kept.state_dict(), STAGES[1])
    torch.manual_seed(SEED + 2)
    shared = [row for row in rows if not is_held_out(row)]
    epochs = [make_batches(make_examples(shared, tokenizer, LIMITS, SEED + i, annotated), chance) for i in (2, 3)]
    last = kept.with_exit(LEAST)
    mean = averaged(last)
    fit(last, [batch for batches in epochs for batch in batches], 1e-4, sum(map(len, epochs)), mean)
    torch.save(mean.module.state_dict(), STAGES[2])


if __name__ == "__main__":
    main()
