"""training/out/points.pt -> models/points (or FOLDER): an int8 ONNX graph and card.json.

usage: python training/export_points.py [FOLDER]
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
from point_network import LIMIT, PointNetwork, tensors
from rashomon.models.judges import PointJudge

LAYERS = 6
CARD = {
    "name": "points",
    "task": "whether two sentences of two reports tell one point, among pairs that look alike",
    "base": "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0)",
    "trained_on": [
        "MSRP and PAN pairs, ClaimDiff (strengthen), sentence alignments: handed-out parts; no licence stated with our copies",
        "natural stories (ECB+ CC BY 3.0, world news, BASIL), our own labels: part a less events that part b has too, "
        "and training/labels_of_points.json",
        "every other story of part a of bench/own_stories.jsonl (our own)",
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
    """input_ids and sides (rows, pieces), all of them real -> score (rows, 1)."""
    graph = EventGraph(weights)
    sides = graph.add("Gather", graph.keep(weights["sides.weight"]), "sides")
    states = graph.add("Sum", embedded(graph, weights, "input_ids"), sides)
    for i in range(LAYERS):
        states = layer(graph, weights, f"layers.{i}", states)
    one, other = (graph.mean_of(states, "sides", side) for side in (0, 1))
    apart = graph.add("Abs", graph.add("Sub", one, other))
    score = graph.head("head", graph.add("Concat", one, other, apart, graph.add("Mul", one, other), axis=-1))
    inputs = [(name, TensorProto.INT64, ["rows", "pieces"]) for name in ("input_ids", "sides")]
    graph.save(path, inputs, {"score": (score, ["rows", 1])})


def tell_loss(network, folder):
    """Prints how far the scores of the int8 graph are from those of the network, on sentences of our own."""
    judge, tokenizer = PointJudge(folder / "model.onnx", TOKENIZER), load_tokenizer()
    furthest = 0.0
    for one in SENTENCES:
        for other in SENTENCES:
            pieces = [tokenizer.encode(text, add_special_tokens=False).ids[:LIMIT] for text in sorted((one, other))]
            with torch.no_grad():
                score = float(network(*tensors([pieces]))[0])
            furthest = max(furthest, abs(score - float(judge.judge([(one, other)])[0])))
    print(f"int8 against the network: scores at most {furthest:.3f} apart")


def main(folder):
    network = PointNetwork()
    network.load_state_dict(torch.load(OUT / "points.pt"))
    network.eval()
    weights = {name: values.float().numpy() for name, values in network.state_dict().items()}
    write_judge(folder / "model.onnx", weights)
    scores = ROOT / "training" / "point_scores.json"
    card = {**CARD, "scores": json.loads(scores.read_text("utf-8"))} if scores.is_file() else CARD
    write_card(folder, card, ["model.onnx"])
    tell_loss(network, folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else MODELS / "points")
