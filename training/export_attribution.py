"""training/out/attribution-mean.pt -> models/attribution: int8 ONNX, decoder.json, card.json.

usage: python training/export_attribution.py [FOLDER [LAYERS]]
"""

import json
import math
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import torch

from attribution_data import IGNORED, LINKS, TAGS, make_examples, read_rows
from attribution_tagger import HERE, KEPT, LEAST, SEED, STAGES, load_tokenizer
from exports import write_card
from graphs import write_graph
from networks import LINK_WIDTH, Tagger
from places import MODELS

WINDOW = 160
OFFSETS = [0.0] * len(TAGS)  # added to the scores before decoding
TRANSITIONS = 0.5  # how much the transitions seen in training count in decoding
CARD = {
    "name": "attribution",
    "task": "BIO tags of the source, cue and content of attributions over paragraph windows, and links between them",
    "base": "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0)",
    "trained_on": "PolNeAR 1.0, training part (795 documents; the last stage without one in eight): no licence stated with our "
    "copy; its texts are not redistributed",
    "licence": "Apache-2.0 for the base weights; see trained_on for the texts",
    "rebuild": "make train",
    "seed": SEED,
}


def outputs_of(head):
    """Name -> (matrix, bias) of a TagHead's outputs, its scaling of the origins taken in."""
    scale = {"tags": 1, "origins": math.sqrt(LINK_WIDTH), "goals": 1}
    parts = {name: getattr(head, name) for name in scale}
    return {
        name: (part.weight.detach().numpy().T / scale[name], part.bias.detach().numpy() / scale[name])
        for name, part in parts.items()
    }


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


def main(folder, layers, scores):
    exits = (LEAST, KEPT)
    network = Tagger(exits, len(TAGS), len(LINKS))
    network.load_state_dict(torch.load(STAGES[-1]))
    head = network.heads[exits.index(layers)]
    weights = {name: tensor.float().numpy() for name, tensor in network.encoder.state_dict().items()}
    folder.mkdir(parents=True, exist_ok=True)
    write_graph(folder / "model.onnx", weights, layers, outputs_of(head))
    decoder = {
        "limit": WINDOW,
        "tags": TAGS,
        "offsets": OFFSETS,
        "transitions": learned_transitions(load_tokenizer()),
        "nearness": [[round(x, 4) for x in row] for row in head.nearness.tolist()],
    }
    (folder / "decoder.json").write_text(json.dumps(decoder) + "\n", "utf-8")
    write_card(folder, {**CARD, "layers": layers, "scores": scores}, ["model.onnx", "decoder.json"])


if __name__ == "__main__":
    measured = HERE / "attribution_scores.json"
    main(
        Path(sys.argv[1]) if len(sys.argv) > 1 else MODELS / "attribution",
        int(sys.argv[2]) if len(sys.argv) > 2 else KEPT,
        json.loads(measured.read_text("utf-8")) if measured.is_file() else {},
    )
