"""training/out/points.pt -> models/points (or FOLDER): an int8 ONNX graph and card.json.

usage: python training/export_points.py [FOLDER [NETWORK.pt]]
"""

import json
import sys
from pathlib import Path

import numpy as np
import torch
from onnx import TensorProto

from attribution_tagger import TOKENIZER
from event_graphs import EventGraph
from exports import write_card
from graphs import embedded, layer
from labelled_stories import OWN_STORIES, rows_of
from places import MODELS, OUT, ROOT
from point_network import DIFFERS, PADDING, Pieces, PointNetwork, tensors
from rashomon.models.judges import LIMIT, PointJudge

HEAD = 64  # width of a head of attention
LONGEST = 2 * LIMIT + 3
WIDE = 3.0  # times the median width: from there on a channel is narrowed
SHORTEST = 40  # letters of a line that is a sentence or more
BERT_NAMES = {
    "attn.q": "self.query",
    "attn.k": "self.key",
    "attn.v": "self.value",
    "attn.o": "output.dense",
    "LayerNorm": "output.LayerNorm",
}

CARD = {
    "name": "points",
    "task": "whether two sentences of two reports tell one point, among pairs that look alike, and where they differ",
    "base": "sentence-transformers/all-mpnet-base-v2 (Apache-2.0)",
    "trained_on": [
        "natural stories (ECB+ CC BY 3.0, world news, BASIL), our own labels: part a less events that other parts have too",
        "every other story of part a of bench/own_stories.jsonl and all of training/written_stories.jsonl (our own, invented)",
        "sentences of these with a number, day or month put wrong",
        "training/contrasts.jsonl: 640 sentences, each with others of the same matter (our own, invented)",
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


def write_judge(path, network):
    """input_ids and sides (rows, pieces), all of them real -> opinion (rows, 1 + DIFFERS)."""
    graph = EventGraph(bert_names(network))
    sides = graph.add("Gather", graph.keep(graph.of["sides.weight"]), "sides")
    states = graph.add("Sum", embedded(graph, graph.of, "input_ids"), sides)
    nearness = near(graph, network.encoder)
    for number in range(len(network.encoder.layer)):
        states = layer(graph, graph.of, f"encoder.layer.{number}", states, HEAD, nearness)
    one, other = (graph.mean_of(states, "sides", side) for side in (0, 1))
    apart = graph.add("Abs", graph.add("Sub", one, other))
    both = graph.add("Concat", one, other, apart, graph.add("Mul", one, other), axis=-1)
    opinion = graph.add("Concat", graph.head("head", both), graph.head("differs", both), axis=-1)
    inputs = [(name, TensorProto.INT64, ["rows", "pieces"]) for name in ("input_ids", "sides")]
    graph.save(path, inputs, {"opinion": (opinion, ["rows", 1 + DIFFERS])})


def bert_names(network):
    """The weights under the names that graphs.py knows; MPNet's first place is its padding's next, and it has no types."""
    named = {name: values.float().numpy() for name, values in network.state_dict().items()} | eases(network)
    for old, new in BERT_NAMES.items():
        named = {name.replace(f".attention.{old}.", f".attention.{new}."): values for name, values in named.items()}
    places = "embeddings.position_embeddings.weight"
    named[places] = named[places][PADDING + 1 :][:LONGEST]
    return {**named, "embeddings.token_type_embeddings.weight": np.zeros((1, named[places].shape[1]), np.float32)}


def eases(network):
    """By how much each channel of what a linear layer reads is wider than WIDE times the median one, on stories of our own: the
    scale of the whole numbers is drawn from the widest. The projections of one layer read the same."""
    widest, hooks = {}, []
    for name, part in network.encoder.named_modules():
        if isinstance(part, torch.nn.Linear) and not name.endswith((".k", ".v")):

            def note(_, inputs, name=name):
                wide = inputs[0].abs().amax(dim=(0, 1))
                widest[name] = torch.maximum(widest.get(name, wide), wide)

            hooks.append(part.register_forward_pre_hook(note))
    with torch.no_grad():
        for pair in sample_pairs():
            network(*tensors([pair]))
    for hook in hooks:
        hook.remove()
    return {f"encoder.{name}.ease": (wide / (WIDE * wide.median())).clamp(min=1).numpy() for name, wide in widest.items()}


def sample_pairs():
    """Word pieces of pairs of sentences of our own stories."""
    pieces = Pieces()
    for row in rows_of(OWN_STORIES):
        lines = [[line for line in report["text"].splitlines() if len(line) > SHORTEST] for report in row["docs"]]
        for one, other in zip(lines[0], lines[1], strict=False):
            yield pieces(one), pieces(other)


def near(graph, encoder):
    """What each head adds to the score of a piece by its distance: (1, heads, pieces, pieces)."""
    with torch.no_grad():
        whole = encoder.compute_position_bias(torch.zeros(1, LONGEST, 1)).numpy()
    length = graph.length_of("input_ids")
    ends = graph.add("Concat", length, length, axis=0)
    return graph.add("Slice", graph.keep(whole), graph.keep(np.array([0, 0])), ends, graph.keep(np.array([2, 3])))


def tell_loss(network, folder):
    """Prints how far the opinions of the int8 graph are from those of the network, on sentences of our own."""
    judge, pieces = PointJudge(folder / "model.onnx", TOKENIZER), Pieces()
    furthest = 0.0
    for one in SENTENCES:
        for other in SENTENCES:
            with torch.no_grad():
                score, differs = network(*tensors([tuple(map(pieces, sorted((one, other))))]))
            own = torch.cat([score[:, None], differs], 1)[0].numpy()
            furthest = max(furthest, float(abs(own - judge.judge([(one, other)])[0]).max()))
    print(f"int8 against the network: log odds at most {furthest:.3f} apart")


def main(folder=MODELS / "points", trained=OUT / "points.pt"):
    network = PointNetwork()
    network.load_state_dict(torch.load(trained))
    network.eval()
    write_judge(folder / "model.onnx", network)
    scores = ROOT / "training" / "point_scores.json"
    card = {**CARD, "scores": json.loads(scores.read_text("utf-8"))} if scores.is_file() else CARD
    write_card(folder, card, ["model.onnx"])
    tell_loss(network, folder)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
