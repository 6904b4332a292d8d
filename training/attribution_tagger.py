"""Fits the attribution tagger (sources, cues, contents and their links) on PolNeAR train -> training/out/attribution.pt.

usage: python training/attribution_tagger.py [EPOCHS]
"""

import random
import sys
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn.functional import cross_entropy, kl_div, log_softmax, softmax

from attribution_data import IGNORED, LINKS, TAGS, make_examples, read_rows
from networks import Tagger, layered_rates

HERE = Path(__file__).resolve().parent
TOKENIZER = HERE.parent / "models" / "minilm" / "tokenizer.json"
OUT = HERE / "out" / "attribution.pt"
EXITS = (4, 6)
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


def main(epochs):
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    tokenizer = load_tokenizer()
    rows = read_rows("polnear_train.jsonl")
    annotated = {row["doc"]: row["annotators"] for row in read_rows("polnear_multi_annotator.jsonl") if row["split"] == "train"}
    network = Tagger(EXITS, len(TAGS), len(LINKS))
    plan = [make_batches(make_examples(rows, tokenizer, LIMITS, SEED + epoch, annotated), chance) for epoch in range(epochs)]
    groups = layered_rates(network, network.heads, 2e-4, 0.85, 1e-3)
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    rates = [group["lr"] for group in groups]
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rates, total_steps=sum(map(len, plan)), pct_start=0.08)
    network.train()
    for epoch, batches in enumerate(plan):
        begun, total = time.time(), 0.0
        for step, batch in enumerate(batches):
            loss = batch_loss(network, batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for g in groups for p in g["params"]], 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            total += loss.item()
            if step % 50 == 49:
                print(f"epoch {epoch} step {step + 1}/{len(batches)} loss {total / 50:.3f} {time.time() - begun:.0f} s", flush=True)
                total = 0.0
        torch.save(network.state_dict(), OUT)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2)
