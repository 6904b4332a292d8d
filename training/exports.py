"""Torch network -> int8 ONNX, and the card that goes with it."""

import hashlib
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model


def divide_scores(path):
    """Writes the scaling of attention as a division: beside a mask that is a product, the optimizer takes one for the other."""
    model = onnx.load(path)
    constants = {node.output[0]: node for node in model.graph.node if node.op_type == "Constant"}
    for node in model.graph.node:
        if node.op_type == "Mul" and "attention/self" in node.name:
            value = constants[node.input[1]].attribute[0].t
            value.CopyFrom(onnx.numpy_helper.from_array(1 / onnx.numpy_helper.to_array(value)))
            node.op_type = "Div"
    onnx.save(model, path)


def export_int8(network, inputs, outputs, path):
    """Writes `network` (its forward takes `inputs`: name -> example tensor (rows, pieces)) as int8 ONNX.

    The attention and the normalisation are fused first; matrices are quantised per channel, the vocabulary's vectors per tensor.
    """
    network.eval()
    axes = {name: {0: "rows", 1: "pieces"} for name in [*inputs, *outputs]}
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder) / "plain.onnx", Path(folder) / "fused.onnx"
        torch.onnx.export(
            network, tuple(inputs.values()), str(plain), input_names=list(inputs), output_names=list(outputs),
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        divide_scores(plain)
        optimized = optimize_model(str(plain), model_type="bert", num_heads=12, hidden_size=384, opt_level=0)
        print("fused", {k: v for k, v in optimized.get_fused_operator_statistics().items() if v})
        optimized.save_model_to_file(str(fused))
        quantize_dynamic(
            str(fused), str(path), op_types_to_quantize=["MatMul", "Attention", "EmbedLayerNormalization"], per_channel=True,
            weight_type=QuantType.QInt8, extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )  # fmt: skip


def sha256_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_card(folder, card, files):
    """Writes card.json with the SHA-256 of each file."""
    card = {**card, "files": {name: sha256_of(folder / name) for name in files}}
    (folder / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", "utf-8")
