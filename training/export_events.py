"""training/out/events-FOLD.pt -> models/events (or FOLDER): two int8 ONNX graphs, decoder.json, card.json.

usage: python training/export_events.py FOLD [FOLDER]
"""

import json
import sys
from collections import Counter
from itertools import pairwise
from math import log
from pathlib import Path

import torch

from attribution_tagger import TOKENIZER, load_tokenizer
from event_data import PENTAS, ROOTS, TAGS, fold_of, read_rows, template_examples
from event_graphs import write_pairs, write_sentences
from event_network import EventNetwork
from event_reader import SEED
from exports import write_card
from places import MODELS, OUT, ROOT
from rashomon.models.readers import EventReader

LIMIT = 192
TRANSITIONS = 0.25  # how much the transitions seen in training count in decoding the actors
# Makes chances of scores: least log loss on the held-out fold (smoothed labels leave the types too unsure of themselves).
SHARPNESS = {"root": 1.4, "conflict": 1.0, "penta": 1.4, "codable": 1.0}
CARD = {
    "name": "events",
    "task": "PLOVER type and conflict of an actor pair; class, codable-or-not and actor spans of a sentence",
    "base": "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0)",
    "trained_on": [
        "PLV (Zero-Shot-PLOVER), training part: no licence stated with our copy",
        "cameo_class and cameo_ner (ConfliBERT repository, GPL-3; its authors: we don't own the copyrights), training parts",
        "AW (ACE and WikiEvents sentences; ACE is LDC-licensed), training part",
        "CAMEO multi-coder set (CAMEO_ConfliBERT repository), training part",
        "patterns of our own (training/templates.csv)",
    ],
    "texts": "trained on and measured, never redistributed",
    "licence": "Apache-2.0 for the base weights; see trained_on for the texts",
    "rebuild": "make train",
    "seed": SEED,
}


def tell_loss(network, folder, tokenizer):
    """Prints how far the chances of the int8 graphs are from those of the network, on sentences of our own."""
    reader = EventReader(folder, TOKENIZER)
    furthest = 0.0
    for example in template_examples(tokenizer, SEED, 1)[:20]:
        ids, roles = torch.tensor([example.window.ids]), torch.tensor([example.roles])
        with torch.no_grad():
            root = network(ids, torch.ones_like(ids), roles)[0][0] * SHARPNESS["root"]
        spans = [[example.window.starts[i] for i, role in enumerate(example.roles) if role == side] for side in (1, 2)]
        pair = (0, *((span[0], span[-1] + 1) for span in spans))
        (read,) = reader.read_pairs(reader.read_sentences([example.text]), [pair])
        chances = zip(ROOTS, root.softmax(0).tolist(), strict=True)
        furthest = max(furthest, *(abs(read.roots[name] - chance) for name, chance in chances))
    print(f"int8 against the network: chances of types at most {furthest:.3f} apart")


def learned_transitions(fold):
    """How much likelier each tag follows another than it is anyway (log, by TRANSITIONS): matrix (from, to)."""
    pairs, single = Counter(), Counter()
    for row in read_rows("cameo_ner_train"):
        if fold == "all" or fold_of(row["text"]) != int(fold):
            tags = [TAGS.index(tag) for tag in row["tags"]]
            single.update(tags)
            pairs.update(pairwise(tags))
    total, count = sum(single.values()), len(TAGS)
    return [
        [round(TRANSITIONS * log((pairs[i, j] + 1) * total / ((single[i] + count) * (single[j] + 1))), 3) for j in range(count)]
        for i in range(count)
    ]


def main(fold, folder, scores):
    network = EventNetwork(len(ROOTS), len(PENTAS), len(TAGS))
    network.load_state_dict(torch.load(OUT / f"events-{fold}.pt"))
    network.eval()
    weights = {name: values.numpy() for name, values in network.state_dict().items()}
    write_sentences(folder / "sentences.onnx", weights)
    write_pairs(folder / "pairs.onnx", weights)
    decoder = {"limit": LIMIT, "tags": TAGS, "roots": ROOTS, "pentas": PENTAS, "sharpness": SHARPNESS}
    decoder["transitions"] = learned_transitions(fold)
    (folder / "decoder.json").write_text(json.dumps(decoder) + "\n", "utf-8")
    write_card(folder, {**CARD, "scores": scores}, ["sentences.onnx", "pairs.onnx", "decoder.json"])
    tell_loss(network, folder, load_tokenizer())


if __name__ == "__main__":
    measured = ROOT / "training" / "event_scores.json"
    main(
        sys.argv[1],
        Path(sys.argv[2]) if len(sys.argv) > 2 else MODELS / "events",
        json.loads(measured.read_text("utf-8")) if measured.is_file() else {},
    )
