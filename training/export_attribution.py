"""training/out/attribution.pt -> models/attribution: int8 ONNX, decoder.json, card.json.

usage: python training/export_attribution.py [FOLDER]
"""

import json
import sys
from collections import Counter
from itertools import pairwise
from math import log
from pathlib import Path

import torch

from attribution_data import IGNORED, LINKS, TAGS, make_examples, read_rows
from attribution_tagger import HERE, KEPT, SEED, STAGES, load_tokenizer
from exports import MODELS, export_int8, write_card
from networks import Tagger

WINDOW = 192
OFFSETS = [0.0] * len(TAGS)  # added to the scores before decoding
TRANSITIONS = 0.5  # how much the transitions seen in training count in decoding
CARD = {
    "name": "attribution",
    "task": "BIO tags of the source, cue and content of attributions over paragraph windows, and links between them",
    "base": "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0)",
    "trained_on": "PolNeAR 1.0, training part (795 documents): no licence stated with our copy; its texts are not redistributed",
    "licence": "Apache-2.0 for the base weights; see trained_on for the texts",
    "rebuild": "make train",
    "seed": SEED,
}


class Single(torch.nn.Module):
    """A tagger of one exit, without the list."""

    def __init__(self, tagger):
        super().__init__()
        self.tagger = tagger

    def forward(self, ids, mask):
        return self.tagger(ids, mask)[0]


def learned_transitions(tokenizer):
    """How much likelier each tag follows another than it is anyway (log, halved): matrix (from, to)."""
    pairs, single = Counter(), Counter()
    for example in make_examples(read_rows("polnear_train.jsonl"), tokenizer, (WINDOW, WINDOW), SEED):
        tags = [tag for tag in example.tags if tag != IGNORED]
        single.update(tags)
        pairs.update(pairwise(tags))
    total = sum(single.values())
    return [
        [round(TRANSITIONS * log((pairs[i, j] + 1) * total / ((single[i] + 7) * single[j])), 3) for j in range(len(TAGS))]
        for i in range(len(TAGS))
    ]


def main(folder, scores):
    network = Tagger((KEPT,), len(TAGS), len(LINKS))
    network.load_state_dict(torch.load(STAGES[-1]))
    ids = torch.randint(1000, 20000, (3, 40))
    inputs = {"input_ids": ids, "attention_mask": torch.ones_like(ids)}
    export_int8(Single(network), inputs, ["tags", "origins", "goals"], folder / "model.onnx")
    decoder = {
        "limit": WINDOW,
        "tags": TAGS,
        "offsets": OFFSETS,
        "transitions": learned_transitions(load_tokenizer()),
        "nearness": [[round(x, 4) for x in row] for row in network.heads[0].nearness.tolist()],
    }
    (folder / "decoder.json").write_text(json.dumps(decoder) + "\n", "utf-8")
    write_card(folder, {**CARD, "layers": KEPT, "scores": scores}, ["model.onnx", "decoder.json"])


if __name__ == "__main__":
    measured = HERE / "attribution_scores.json"
    main(
        Path(sys.argv[1]) if len(sys.argv) > 1 else MODELS / "attribution",
        json.loads(measured.read_text("utf-8")) if measured.is_file() else {},
    )
