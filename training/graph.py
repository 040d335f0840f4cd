"""Builds the annotator's ONNX graph by hand, so that every operator, its precision and its kernel are chosen here.

Weights of linear layers are int8 per output channel; activations are uint8 with scales fixed by calibration, so a
sentence's result does not hang on what shares its batch. Biaffine products, norms and softmaxes stay in float32.
"""
from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from .model import HEADS, HIDDEN, LABEL, Annotator

MS = "com.microsoft"


class Graph:
    def __init__(self):
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.count = 0

    def constant(self, value: np.ndarray | list | float | int, dtype: type | None = None) -> str:
        self.count += 1
        name = f"c{self.count}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(np.asarray(value, dtype=dtype)), name))
        return name

    def add(self, op: str, *inputs: str, outputs: int | list[str] = 1, domain: str = "", **attributes) -> str | list[str]:
        self.count += 1
        names = outputs if isinstance(outputs, list) else [f"{op.lower()}{self.count}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(op, list(inputs), names, domain=domain, name=f"n{self.count}", **attributes))
        return names[0] if len(names) == 1 else names


def fixed_range(samples: np.ndarray) -> tuple[float, int]:
    """Scale and zero point of uint8 that lose least, by squared error, over sampled activations."""
    low, high = min(0.0, float(samples.min())), max(0.0, float(samples.max()))
    best, best_error = (1.0, 0), np.inf
    for shrink_low in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3):
        for shrink_high in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3):
            a, b = low * shrink_low, high * shrink_high
            scale = max((b - a) / 255, 1e-8)
            zero = int(round(-a / scale))
            restored = (np.clip(np.round(samples / scale) + zero, 0, 255) - zero) * scale
            error = float(((restored - samples) ** 2).mean())
            if error < best_error:
                best, best_error = (scale, min(255, max(0, zero))), error
    return best


def int8_columns(weight: np.ndarray, levels: int = 127) -> tuple[np.ndarray, np.ndarray]:
    scale = np.maximum(np.abs(weight).max(0), 1e-8) / levels
    return np.round(weight / scale).astype(np.int8), scale.astype(np.float32)


class Builder(Graph):
    """`samples` maps the name of a linear layer to sampled inputs; a layer without samples stays float32."""

    def __init__(self, samples: dict[str, np.ndarray], mode: str, levels: int):
        super().__init__()
        self.samples, self.mode, self.levels = samples, mode, levels
        self.quantized: dict[tuple[str, float, int], str] = {}

    def linear(self, x: str, name: str, weight: np.ndarray, bias: np.ndarray | None) -> str:
        """weight is [inputs, outputs]"""
        if self.mode == "float" or name not in self.samples:
            product = self.add("MatMul", x, self.constant(weight, np.float32))
            return self.add("Add", product, self.constant(bias, np.float32)) if bias is not None else product
        columns, scale = int8_columns(weight, self.levels)
        shared = [self.constant(columns), self.constant(scale), self.constant(np.zeros(len(scale), np.int8))]
        b = [self.constant(bias, np.float32)] if bias is not None else []
        if self.mode == "dynamic":
            return self.add("DynamicQuantizeMatMul", x, *shared, *b, domain=MS)
        step, zero = fixed_range(self.samples[name])
        key = (x, step, zero)
        a_scale, a_zero = self.constant(step, np.float32), self.constant(zero, np.uint8)
        if key not in self.quantized:
            self.quantized[key] = self.add("QuantizeLinear", x, a_scale, a_zero)
        return self.add("MatMulIntegerToFloat", self.quantized[key], shared[0], a_scale, shared[1], a_zero, shared[2], *b, domain=MS)

    def layer(self, x: str, mask: str, model_layer, name: str) -> str:
        p = lambda t: t.detach().numpy()
        qkv = self.linear(x, f"{name}.qkv", p(model_layer.qkv.weight).T, p(model_layer.qkv.bias))
        q, k, v = self.add("Split", qkv, self.constant([HIDDEN] * 3, np.int64), outputs=3, axis=2)
        attended = self.add("MultiHeadAttention", q, k, v, "", mask, domain=MS, num_heads=HEADS)
        out = self.linear(attended, f"{name}.out", p(model_layer.out.weight).T, p(model_layer.out.bias))
        x = self.norm(out, x, model_layer.norm1)
        up = self.linear(x, f"{name}.up", p(model_layer.up.weight).T, p(model_layer.up.bias))
        inner = self.add("Gelu", up, domain=MS)
        down = self.linear(inner, f"{name}.down", p(model_layer.down.weight).T, p(model_layer.down.bias))
        return self.norm(down, x, model_layer.norm2)

    def norm(self, x: str, skip: str, norm) -> str:
        return self.add("SkipLayerNormalization", x, skip, self.constant(norm.weight.detach().numpy()),
                        self.constant(norm.bias.detach().numpy()), domain=MS, epsilon=1e-12)

    def mix(self, layers: list[str], weight: np.ndarray) -> str:
        return self.add("Sum", *[self.add("Mul", x, self.constant(w, np.float32)) for x, w in zip(layers, weight)])

    def words(self, x: str, starts: str, ends: str) -> str:
        both = self.add("Add", self.add("GatherND", x, starts, batch_dims=1), self.add("GatherND", x, ends, batch_dims=1))
        return self.add("Mul", both, self.constant(0.5, np.float32))

    def dense(self, x: str, name: str, module) -> str:
        return self.linear(x, name, module.weight.detach().numpy().T, module.bias.detach().numpy())

    def hidden(self, x: str, name: str, module) -> str:
        return self.add("Gelu", self.dense(x, name, module), domain=MS)


def embed(g: Builder, model: Annotator, keep: list[int]) -> str:
    table = model.pieces.weight.detach().numpy()[keep]
    scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
    rows = g.add("Gather", g.constant(np.round(table / scale).astype(np.int8)), "input_ids")
    pieces = g.add("Mul", g.add("Cast", rows, to=TensorProto.FLOAT), g.add("Gather", g.constant(scale.astype(np.float32)), "input_ids"))
    positions = g.add("Cast", g.constant(model.positions.weight.detach().numpy().astype(np.float16)), to=TensorProto.FLOAT)
    length = g.add("Gather", g.add("Shape", "input_ids"), g.constant([1], np.int64))
    positions = g.add("Slice", positions, g.constant([0], np.int64), length, g.constant([0], np.int64))
    cases = g.add("Gather", g.constant(model.cases.weight.detach().numpy()), "case_ids")
    summed = g.add("Add", g.add("Add", pieces, positions), cases)
    return g.add("LayerNormalization", summed, g.constant(model.norm.weight.detach().numpy()),
                 g.constant(model.norm.bias.detach().numpy()), epsilon=1e-12, axis=-1)


def ones_column(g: Graph, x: str) -> str:
    first = g.add("Slice", x, g.constant([0], np.int64), g.constant([1], np.int64), g.constant([2], np.int64))
    zero = g.add("Mul", first, g.constant(0, np.float32))
    return g.add("Concat", x, g.add("Add", zero, g.constant(1, np.float32)), axis=2)


def build(model: Annotator, keep: list[int], samples: dict[str, np.ndarray], mode: str, levels: int = 127) -> onnx.ModelProto:
    """The graph for mode `static` (int8, fixed ranges), `dynamic` (int8) or `float`; `keep` lists the kept piece ids."""
    g = Builder(samples, mode, levels)
    x = embed(g, model, keep)
    mask = g.add("Cast", "attention_mask", to=TensorProto.INT32)
    layers = [x]
    for i, layer in enumerate(model.layers):
        layers.append(g.layer(layers[-1], mask, layer, f"layers.{i}"))
    axis2 = g.constant([2], np.int64)
    starts, ends = g.add("Unsqueeze", "word_starts", axis2), g.add("Unsqueeze", "word_ends", axis2)
    weights = lambda mix: mix.weight.detach().softmax(0).numpy()
    tagged, treed = g.mix(layers, weights(model.tag_mix)), g.mix(layers, weights(model.tree_mix))

    tag_words = g.words(tagged, starts, ends)
    hidden = g.hidden(tag_words, "tag_hidden", model.tag_hidden)
    for task, head in model.tags.items():
        g.add("ArgMax", g.dense(hidden, f"tags.{task}", head), axis=2, keepdims=0, outputs=[task])

    words = g.words(treed, starts, ends)
    g.add("Identity", words, outputs=["words"])
    g.add("Identity", g.dense(g.hidden(g.add("Concat", words, tag_words, axis=2), "names_hidden", model.names_hidden), "names", model.names), outputs=["names"])

    root = g.add("Slice", treed, g.constant([0], np.int64), g.constant([1], np.int64), g.constant([1], np.int64))
    heads = g.add("Concat", root, words, axis=1)
    dep, head = g.hidden(words, "arc_dep", model.arc_dep), g.hidden(heads, "arc_head", model.arc_head)
    left = g.linear(dep, "arc", model.arc.detach().numpy(), model.arc_bias.detach().numpy())
    scores = g.add("MatMul", left, g.add("Transpose", head, perm=[0, 2, 1]))
    columns = g.add("Pad", "word_mask", g.constant([0, 1, 0, 0], np.int64), g.constant(1, np.int64))
    valid = g.add("Unsqueeze", g.add("Cast", columns, to=TensorProto.BOOL), g.constant([1], np.int64))
    g.add("LogSoftmax", g.add("Where", valid, scores, g.constant(-1e4, np.float32)), axis=-1, outputs=["arcs"])

    # U as one matrix [L + 1, (L + 1) * relations], then a product per dependent: [B, 1, H, L+1] x [B, W, L+1, R].
    ones = LABEL + 1
    dep = ones_column(g, g.hidden(words, "label_dep", model.label_dep))
    head = ones_column(g, g.hidden(heads, "label_head", model.label_head))
    u = model.label.detach().numpy().transpose(1, 2, 0).reshape(ones, -1)
    left = g.add("Reshape", g.linear(dep, "label", u, None), g.constant([0, 0, ones, -1], np.int64))
    relations = g.add("MatMul", g.add("Unsqueeze", head, g.constant([1], np.int64)), left)
    g.add("Cast", g.add("ArgMax", relations, axis=3, keepdims=0), to=TensorProto.UINT8, outputs=["labels"])
    return finish(g, model)


def finish(g: Graph, model: Annotator) -> onnx.ModelProto:
    value = helper.make_tensor_value_info
    inputs = [value(n, TensorProto.INT64, ["B", "S"]) for n in ("input_ids", "attention_mask", "case_ids")]
    inputs += [value(n, TensorProto.INT64, ["B", "W"]) for n in ("word_starts", "word_ends", "word_mask")]
    outputs = [value(n, TensorProto.INT64, ["B", "W"]) for n in ("upos", "xpos", "feats", "lemma")]
    outputs += [value("arcs", TensorProto.FLOAT, ["B", "W", "H"]), value("labels", TensorProto.UINT8, ["B", "W", "H"]),
                value("names", TensorProto.FLOAT, ["B", "W", model.sizes["names"]]), value("words", TensorProto.FLOAT, ["B", "W", HIDDEN])]
    graph = helper.make_graph(g.nodes, "annotator", inputs, outputs, g.constants)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MS, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name="casus training")
