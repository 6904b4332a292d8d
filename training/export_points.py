"""training/out/points.pt -> models/points (or FOLDER): an int8 ONNX graph and card.json.

usage: python training/export_points.py [FOLDER [NETWORK.pt]]
"""

import json
import sys
from pathlib import Path

import torch
from onnx import TensorProto

from attribution_tagger import TOKENIZER, load_tokenizer
from event_graphs import EventGraph
from exports import write_card
from graphs import embedded, layer
from places import MODELS, OUT, ROOT
from point_network import DIFFERS, LIMIT, PointNetwork, tensors
from rashomon.models.judges import PointJudge

LAYERS = 6
CARD = {
    "name": "points",
    "task": "whether two sentences of two reports tell one point, among pairs that look alike, and where they differ",
    "base": "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0)",
    "trained_on": [
        "MSRP and PAN pairs, ClaimDiff (strengthen), sentence alignments: handed-out parts; no licence stated with our copies",
        "natural stories (ECB+ CC BY 3.0, world news, BASIL), our own labels: part a less events that part b has too, "
        "and training/labels_of_points.json",
        "every other story of part a of bench/own_stories.jsonl and all of training/written_stories.jsonl (our own, invented)",
    ],
    "texts": "trained on and measured, never redistributed",
    "licence": "Apache-2.0 for the base weights; see trained_on for the texts",
    "rebuild": "make train",
}
SENTENCES = [
    "The harbour was closed on Monday after a ferry ran aground.",
    "A ferry hit the rocks, and the port authority shut the harbour.",
    "Ministers of both countries meet in Quito next week.",
]


def write_judge(path, weights):
    """input_ids and sides (rows, pieces), all of them real -> opinion (rows, 1 + DIFFERS)."""
    graph = EventGraph(weights)
    sides = graph.add("Gather", graph.keep(weights["sides.weight"]), "sides")
    states = graph.add("Sum", embedded(graph, weights, "input_ids"), sides)
    for i in range(LAYERS):
        states = layer(graph, weights, f"layers.{i}", states)
    one, other = (graph.mean_of(states, "sides", side) for side in (0, 1))
    apart = graph.add("Abs", graph.add("Sub", one, other))
    both = graph.add("Concat", one, other, apart, graph.add("Mul", one, other), axis=-1)
    opinion = graph.add("Concat", graph.head("head", both), graph.head("differs", both), axis=-1)
    inputs = [(name, TensorProto.INT64, ["rows", "pieces"]) for name in ("input_ids", "sides")]
    graph.save(path, inputs, {"opinion": (opinion, ["rows", 1 + DIFFERS])})


def tell_loss(network, folder):
    """Prints how far the opinions of the int8 graph are from those of the network, on sentences of our own."""
    judge, tokenizer = PointJudge(folder / "model.onnx", TOKENIZER), load_tokenizer()
    furthest = 0.0
    for one in SENTENCES:
        for other in SENTENCES:
            pieces = [tokenizer.encode(text, add_special_tokens=False).ids[:LIMIT] for text in sorted((one, other))]
            with torch.no_grad():
                score, differs, _ = network(*tensors([pieces]))
            own = torch.cat([score[:, None], differs], 1)[0].numpy()
            furthest = max(furthest, float(abs(own - judge.judge([(one, other)])[0]).max()))
    print(f"int8 against the network: log odds at most {furthest:.3f} apart")


def main(folder=MODELS / "points", trained=OUT / "points.pt"):
    network = PointNetwork()
    network.load_state_dict(torch.load(trained))
    network.eval()
    weights = {name: values.float().numpy() for name, values in network.state_dict().items()}
    write_judge(folder / "model.onnx", weights)
    scores = ROOT / "training" / "point_scores.json"
    card = {**CARD, "scores": json.loads(scores.read_text("utf-8"))} if scores.is_file() else CARD
    write_card(folder, card, ["model.onnx"])
    tell_loss(network, folder)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
