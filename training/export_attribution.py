"""training/out, the narrow tagger -> models/attribution: int8 ONNX, decoder.json, card.json.

usage: python training/export_attribution.py [FOLDER [WEIGHTS.pt]]
"""

import json
import math
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import torch

from attribution_data import IGNORED, TAGS, make_examples, read_rows
from attribution_narrow import STAGES
from attribution_tagger import HERE, SEED, load_tokenizer
from exports import write_card
from graphs import HEAD, write_graph
from networks import LINK_WIDTH
from places import MODELS

WINDOW = 160
OFFSETS = [0.0] * len(TAGS)  # added to the scores before decoding
TRANSITIONS = 0.5  # how much the transitions seen in training count in decoding
CARD = {
    "name": "attribution",
    "task": "BIO tags of the source, cue and content of attributions over paragraph windows, and links between them",
    "base": "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0)",
    "trained_on": "PolNeAR 1.0, training part (795 documents; the last stages without one in eight): no licence stated with our "
    "copy; its texts are not redistributed",
    "licence": "Apache-2.0 for the base weights; see trained_on for the texts",
    "rebuild": "make train",
    "seed": SEED,
}


def outputs_of(head):
    """Name -> (matrix, bias) of a TagHead's outputs, its scaling of the origins taken in."""
    scale = {"tags": 1, "origins": math.sqrt(LINK_WIDTH), "goals": 1}
    return {name: (head[f"{name}.weight"].T / by, head[f"{name}.bias"] / by) for name, by in scale.items()}


def part_of(state, prefix):
    """The weights of one part of a network by their names inside it."""
    return {name.removeprefix(prefix): tensor.float().numpy() for name, tensor in state.items() if name.startswith(prefix)}


def learned_transitions(tokenizer):
    """How much likelier each tag follows another than it is anyway (log, halved): matrix (from, to)."""
    pairs, single = Counter(), Counter()
    for example in make_examples(read_rows("polnear_train.jsonl"), tokenizer, (WINDOW, WINDOW), SEED):
        tags = [tag for tag in example.tags if tag != IGNORED]
        single.update(tags)
        pairs.update(pairwise(tags))
    total = sum(single.values())
    return [
        [round(TRANSITIONS * math.log((pairs[i, j] + 1) * total / ((single[i] + 7) * single[j])), 3) for j in range(len(TAGS))]
        for i in range(len(TAGS))
    ]


def main(folder, file, scores):
    state = torch.load(file)
    weights, head = part_of(state, "encoder."), part_of(state, "heads.0.")
    layers = sum(name.endswith("intermediate.dense.bias") for name in weights)
    folder.mkdir(parents=True, exist_ok=True)
    write_graph(folder / "model.onnx", weights, layers, outputs_of(head))
    decoder = {
        "limit": WINDOW,
        "tags": TAGS,
        "offsets": OFFSETS,
        "transitions": learned_transitions(load_tokenizer()),
        "nearness": [[round(x, 4) for x in row] for row in head["nearness"].tolist()],
    }
    (folder / "decoder.json").write_text(json.dumps(decoder) + "\n", "utf-8")
    heads = weights["encoder.layer.0.attention.self.query.bias"].size // HEAD
    sizes = {"layers": layers, "heads": heads, "neurons": weights["encoder.layer.0.intermediate.dense.bias"].size}
    write_card(folder, {**CARD, **sizes, "scores": scores}, ["model.onnx", "decoder.json"])


if __name__ == "__main__":
    measured = HERE / "attribution_scores.json"
    main(
        Path(sys.argv[1]) if len(sys.argv) > 1 else MODELS / "attribution",
        Path(sys.argv[2]) if len(sys.argv) > 2 else STAGES[-1],
        json.loads(measured.read_text("utf-8")) if measured.is_file() else {},
    )
