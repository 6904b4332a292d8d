"""The first layers of a BERT network and linear heads -> int8 ONNX graph, node by node.

Written by hand because what the exporter and its fusions make runs half as slow on a CPU: their fused attention multiplies
head by head, their fused sum and normalisation is not vectorised, and a window read alone needs no mask.
"""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

PAIR = "com.microsoft"  # the operators that only onnxruntime knows
VERSIONS = {"": 17, PAIR: 1}
HEAD = 32  # width of a head of attention
PROJECTIONS = tuple(f"attention.self.{of}" for of in ("query", "key", "value"))


class Graph:
    """Nodes and weights in the making; every method returns the name of its outcome."""

    def __init__(self):
        self.nodes, self.weights = [], []

    def add(self, operator, *inputs, outputs=1, domain="", **attributes):
        names = [f"{operator}_{len(self.nodes)}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(operator, list(inputs), names, domain=domain, **attributes))
        return names[0] if outputs == 1 else names

    def keep(self, values):
        name = f"weight_{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def linear(self, states, matrix, bias):
        """states @ matrix (in, out) + bias; the matrix as int8 with a scale for each column."""
        return self.add("DynamicQuantizeMatMul", states, *self.whole(matrix), "", self.keep(bias), domain=PAIR)

    def linears(self, states, *pairs):
        """`linear` with each (matrix, bias); the states are made int8 but once."""
        numbers, scale, zero = self.add("DynamicQuantizeLinear", states, outputs=3)
        out = []
        for matrix, bias in pairs:
            whole, scales = self.whole(matrix)
            out.append(self.add("MatMulIntegerToFloat", numbers, whole, scale, scales, zero, "", self.keep(bias), domain=PAIR))
        return out

    def whole(self, matrix):
        """A matrix as int8, and the scale of each column."""
        scale = np.maximum(np.abs(matrix).max(0), 1e-8) / 127
        return self.keep(np.rint(matrix / scale).astype(np.int8)), self.keep(scale.astype(np.float32))

    def normalised(self, weights, name, *summands):
        """Their sum, normalised. `Sum`, not `Add`: the latter would be fused into the slow operator."""
        total = self.add("Sum", *summands)
        scale, shift = self.keep(weights[f"{name}.weight"]), self.keep(weights[f"{name}.bias"])
        return self.add("LayerNormalization", total, scale, shift, axis=-1, epsilon=1e-12)

    def length_of(self, ids):
        """The number of pieces of a row, as a list of one number."""
        return self.add("Slice", self.add("Shape", ids), *(self.keep(np.array([i])) for i in (1, 2)))


def embedded(graph, weights, ids):
    """Vectors of the pieces, kept as int8 with a scale for each, and of their places."""
    words = weights["embeddings.word_embeddings.weight"]
    scale = np.maximum(np.abs(words).max(1, keepdims=True), 1e-8) / 127
    whole = graph.add("Gather", graph.keep(np.rint(words / scale).astype(np.int8)), ids)
    vectors = graph.add("Cast", whole, to=TensorProto.FLOAT)
    vectors = graph.add("Mul", vectors, graph.add("Gather", graph.keep(scale.astype(np.float32)), ids))
    places = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    first = graph.add("Slice", graph.keep(places), graph.keep(np.array([0])), graph.length_of(ids))
    return graph.normalised(weights, "embeddings.LayerNorm", vectors, first)


def layer(graph, weights, name, states, head=HEAD, nearness=""):
    """One layer of the encoder; it has as many heads of width `head` as its weights have room for. `nearness` is added to the
    scores of attention, where there is one."""

    def linear(of, states):
        return linears((of,), states)[0]

    def linears(names, states):
        """Linear layers on the same states. Where some channels are much wider than others they are narrowed first, and the
        matrices widened (`.ease`, for each channel), or one scale for all would leave the others next to nothing."""
        ease = weights.get(f"{name}.{names[0]}.ease")
        if ease is not None:
            states = graph.add("Mul", states, graph.keep((1 / ease).astype(np.float32)))
        parts = [(weights[f"{name}.{of}.weight"].T, weights[f"{name}.{of}.bias"]) for of in names]
        parts = [(matrix if ease is None else matrix * ease[:, None], bias) for matrix, bias in parts]
        return graph.linears(states, *parts) if len(parts) > 1 else [graph.linear(states, *parts[0])]

    heads = weights[f"{name}.{PROJECTIONS[0]}.bias"].size // head
    inputs = [*linears(PROJECTIONS, states), *(("", "", nearness) if nearness else ())]
    seen = graph.add("MultiHeadAttention", *inputs, domain=PAIR, num_heads=heads)
    states = graph.normalised(weights, f"{name}.attention.output.LayerNorm", states, linear("attention.output.dense", seen))
    wide = graph.add("Gelu", linear("intermediate.dense", states), domain=PAIR)
    return graph.normalised(weights, f"{name}.output.LayerNorm", states, linear("output.dense", wide))


def write_graph(path, weights, layers, outputs):
    """`weights`: name -> array of an encoder without prefix; `outputs`: name -> (matrix (in, out), bias) on the last states.

    The graph takes `input_ids` (rows, pieces), all of them real: windows of one length only."""
    graph = Graph()
    states = embedded(graph, weights, "input_ids")
    for i in range(layers):
        states = layer(graph, weights, f"encoder.layer.{i}", states)
    matrix, bias = (np.concatenate([part[i] for part in outputs.values()], -1) for i in (0, 1))
    sizes = graph.keep(np.array([part[1].size for part in outputs.values()]))
    graph.nodes.append(helper.make_node("Split", [graph.linear(states, matrix, bias), sizes], list(outputs), axis=-1))
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["rows", "pieces"])
    goals = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["rows", "pieces", part[1].size]) for name, part in outputs.items()
    ]
    made = helper.make_graph(graph.nodes, "encoder", [ids], goals, graph.weights)
    versions = [helper.make_opsetid(*version) for version in VERSIONS.items()]
    onnx.save(helper.make_model(made, opset_imports=versions, ir_version=9), path)
