"""The event reader's weights -> two int8 ONNX graphs, node by node: one a sentence, one a pair that goes on from it."""

import numpy as np
import onnx
from onnx import TensorProto, helper

from event_network import LATE, LAYERS
from graphs import VERSIONS, Graph, embedded, layer
from networks import WIDTH


class EventGraph(Graph):
    """A graph over weights that bear the network's own names."""

    def __init__(self, weights):
        super().__init__()
        self.of = weights

    def layers(self, states, part, count):
        for i in range(count):
            states = layer(self, self.of, f"{part}.layers.{i}", states)
        return states

    def head(self, name, states):
        """A small linear layer, not quantised."""
        product = self.add("MatMul", states, self.keep(self.of[f"{name}.weight"].T))
        return self.add("Add", product, self.keep(self.of[f"{name}.bias"]))

    def summed(self, states):
        return self.add("ReduceSum", states, self.keep(np.array([1])), keepdims=0)

    def attended(self, name, states):
        """The mean of the states by learned weights."""
        scores = self.add("Softmax", self.head(f"{name}.attended.score", states), axis=1)
        return self.summed(self.add("Mul", states, scores))

    def mean(self, states):
        return self.add("ReduceMean", states, axes=[1], keepdims=0)

    def mean_of(self, states, roles, role):
        """The mean of the states of the pieces of one role; zeros where it has none."""
        chosen = self.add("Cast", self.add("Equal", roles, self.keep(np.array(role))), to=TensorProto.FLOAT)
        chosen = self.add("Unsqueeze", chosen, self.keep(np.array([-1])))
        count = self.add("Max", self.summed(chosen), self.keep(np.array([1.0], dtype=np.float32)))
        return self.add("Div", self.summed(self.add("Mul", states, chosen)), count)

    def save(self, path, inputs, outputs):
        """`inputs`: (name, type, shape); `outputs`: name of what is handed out -> (inner name, shape)."""
        for name, (inner, _) in outputs.items():
            self.nodes.append(helper.make_node("Identity", [inner], [name]))
        goals = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, (_, shape) in outputs.items()]
        made = helper.make_graph(self.nodes, path.stem, [helper.make_tensor_value_info(*i) for i in inputs], goals, self.weights)
        versions = [helper.make_opsetid(*version) for version in VERSIONS.items()]
        path.parent.mkdir(parents=True, exist_ok=True)
        onnx.save(helper.make_model(made, opset_imports=versions, ir_version=9), path)


def write_sentences(path, weights):
    """input_ids (rows, pieces) -> states after LATE layers, and scores of classes, of codable-or-not, of each piece's tags."""
    graph = EventGraph(weights)
    bare = {name.removeprefix("trunk."): values for name, values in weights.items()}
    states = graph.layers(embedded(graph, bare, "input_ids"), "trunk", LATE)
    top = graph.layers(graph.add("Sum", states, graph.keep(weights["top.roles.weight"][0])), "top", LAYERS - LATE)
    whole = graph.add("Concat", graph.mean(top), graph.attended("sentences", top), axis=-1)
    outputs = {
        "states": (states, ["rows", "pieces", WIDTH]),
        "penta": (graph.head("sentences.penta", whole), ["rows", "classes"]),
        "codable": (graph.head("sentences.codable", whole), ["rows", "answers"]),
        "tags": (graph.head("sentences.tags", top), ["rows", "pieces", "kinds"]),
    }
    graph.save(path, [("input_ids", TensorProto.INT64, ["rows", "pieces"])], outputs)


def write_pairs(path, weights):
    """States of a sentence and roles (0, 1 source, 2 target) of its pieces -> scores of the types and of conflict."""
    graph = EventGraph(weights)
    marked = graph.add("Sum", "states", graph.add("Gather", graph.keep(weights["top.roles.weight"]), "roles"))
    top = graph.layers(marked, "top", LAYERS - LATE)
    means = [graph.mean(top), graph.attended("pairs", top), *(graph.mean_of(top, "roles", role) for role in (1, 2))]
    whole = graph.add("Concat", *means, axis=-1)
    inputs = [("states", TensorProto.FLOAT, ["rows", "pieces", WIDTH]), ("roles", TensorProto.INT64, ["rows", "pieces"])]
    roots, conflict = (weights[f"pairs.{name}.bias"].size for name in ("root", "conflict"))
    outputs = {
        "root": (graph.head("pairs.root", whole), ["rows", roots]),
        "conflict": (graph.head("pairs.conflict", whole), ["rows", conflict]),
    }
    graph.save(path, inputs, outputs)
