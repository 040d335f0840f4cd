"""Reads the weights of an exported annotator.onnx back into the network, so that a training can go on from a shipped model.

The int8 weights are rounded, so the result is the shipped model to within that rounding. The graph is the one of graph.py,
whose linear layers, norms and mixes come in a fixed order.
"""
from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from .data import Labels
from .model import HIDDEN, LABEL, LAYERS, Annotator

TAGS = ("upos", "xpos", "feats", "lemma")
LINEAR = [*(f"layers.{i}.{part}" for i in range(LAYERS) for part in ("qkv", "out", "up", "down")), "tag_hidden",
          *(f"tags.{t}" for t in TAGS), "names_hidden", "names", "arc_dep", "arc_head", "arc", "label_dep", "label_head", "label"]


def restore(folder: Path, labels: Labels, model: Annotator) -> None:
    """Fills `model` (made for `labels`) from folder/annotator.onnx; label lists may differ, common labels keep their weights."""
    graph = onnx.load(str(folder / "annotator.onnx")).graph
    values = {c.name: numpy_helper.to_array(c).astype(np.float32) for c in graph.initializer}
    old = Labels(**json.loads((folder / "annotator.json").read_text())["labels"])
    nodes = lambda op: [n for n in graph.node if n.op_type == op]
    products = nodes("MatMulIntegerToFloat")
    if len(products) != len(LINEAR):
        raise ValueError(f"{folder}/annotator.onnx has {len(products)} int8 layers, wanted {len(LINEAR)}: not a static export of this network")
    state: dict[str, np.ndarray] = {}
    for name, node in zip(LINEAR, products):
        weight = (values[node.input[1]] * values[node.input[3]]).T
        bias = values[node.input[6]] if len(node.input) > 6 else None
        if name == "arc":
            state |= {"arc": weight.T, "arc_bias": bias}
        elif name == "label":
            state["label"] = weight.T.reshape(LABEL + 1, LABEL + 1, -1).transpose(2, 0, 1)
        else:
            state |= {f"{name}.weight": weight, f"{name}.bias": bias}
    for task in (*TAGS, "names"):
        name = "names" if task == "names" else f"tags.{task}"
        for part in ("weight", "bias"):
            state[f"{name}.{part}"] = pick(state[f"{name}.{part}"], getattr(old, task), getattr(labels, task))
    state["label"] = pick(state["label"], old.deprel, labels.deprel)
    # A model of before 0.3.0 has no tag vectors under its names.
    hidden = state["names_hidden.weight"]
    state["names_hidden.weight"] = np.pad(hidden, ((0, 0), (0, 2 * HIDDEN - hidden.shape[1])))
    for i, node in enumerate(nodes("SkipLayerNormalization")):
        state |= {f"layers.{i // 2}.norm{i % 2 + 1}.{part}": values[node.input[k]] for part, k in (("weight", 2), ("bias", 3))}
    first = nodes("LayerNormalization")[0]
    state |= {"norm.weight": values[first.input[1]], "norm.bias": values[first.input[2]]}
    shares = {n.output[0]: values[n.input[1]] for n in nodes("Mul") if n.input[1] in values}
    for name, node in zip(("tag_mix", "tree_mix"), nodes("Sum")):
        state[f"{name}.weight"] = np.log(np.array([shares[x].item() for x in node.input]))
    state |= embeddings(graph, values)
    model.load_state_dict({k: torch.from_numpy(np.array(v)) for k, v in state.items()})


def pick(rows: np.ndarray, old: list[str], new: list[str]) -> np.ndarray:
    """The rows of the labels of `new`; a label that `old` lacks gets zeros."""
    at = {label: i for i, label in enumerate(old)}
    return np.stack([rows[at[label]] if label in at else np.zeros_like(rows[0]) for label in new])


def embeddings(graph: onnx.GraphProto, values: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    gathers = {n.input[1]: [m.input[0] for m in graph.node if m.op_type == "Gather" and m.input[1] == n.input[1]]
               for n in graph.node if n.op_type == "Gather" and n.input[0] in values}
    table, scale = gathers["input_ids"]
    positions = next(n for n in graph.node if n.op_type == "Cast" and n.input[0] in values)
    return {"pieces.weight": values[table] * values[scale], "positions.weight": values[positions.input[0]],
            "cases.weight": values[gathers["case_ids"][0]]}
