"""Reads a pretrained encoder's folder (config.json, model.safetensors; BERT's or MPNet's layout) into the network's shape and names.

Both share BERT's uncased vocabulary, so a teacher of another make reads the same wordpieces as the student.
"""
from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file


@dataclass(frozen=True)
class Shape:
    """Sizes of the encoder; `relative` is the number of MPNet's buckets of relative positions, 0 for none."""
    hidden: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    relative: int = 0
    eps: float = 1e-12


# Special pieces that MPNet names otherwise; its other pieces are BERT's, four places further on.
MPNET = {"[PAD]": 1, "[CLS]": 0, "[SEP]": 2}
SHIFT = 4


def read_encoder(folder: Path, vocab: dict[str, int]) -> tuple[Shape, dict[str, torch.Tensor]]:
    """Shape and weights, under the names that `Annotator` gives them, with the rows of `vocab`."""
    config = json.loads((folder / "config.json").read_text())
    weights = {k: v.float() for k, v in load_file(folder / "model.safetensors").items()}
    kind = config["model_type"]
    if kind not in ("bert", "mpnet"):
        raise ValueError(f"{folder}: an encoder of type {kind}; bert or mpnet is wanted")
    shape = Shape(hidden=config["hidden_size"], layers=config["num_hidden_layers"], heads=config["num_attention_heads"],
                  inner=config["intermediate_size"], relative=config.get("relative_attention_num_buckets", 0) if kind == "mpnet" else 0,
                  eps=config["layer_norm_eps"])
    words, positions = weights["embeddings.word_embeddings.weight"], weights["embeddings.position_embeddings.weight"]
    state: dict[str, torch.Tensor] = {}
    if kind == "mpnet":
        rows = [MPNET.get(piece, i + SHIFT) for piece, i in vocab.items()]
        rows[vocab["[MASK]"]] = len(words) - 1
        state["pieces.weight"] = words[rows]
        # The first two rows belong to padding.
        state["positions.weight"] = positions[2:]
        state["relative.weight"] = weights["encoder.relative_attention_bias.weight"]
        parts = {"q": "attention.attn.q", "k": "attention.attn.k", "v": "attention.attn.v", "out": "attention.attn.o", "norm1": "attention.LayerNorm"}
    else:
        state["pieces.weight"] = words
        state["positions.weight"] = positions + weights["embeddings.token_type_embeddings.weight"][0]
        parts = {"q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
                 "out": "attention.output.dense", "norm1": "attention.output.LayerNorm"}
    parts |= {"up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm"}
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
        for i in range(shape.layers):
            at = lambda name: weights[f"encoder.layer.{i}.{parts[name]}.{part}"]
            state[f"layers.{i}.qkv.{part}"] = torch.cat([at("q"), at("k"), at("v")])
            state |= {f"layers.{i}.{name}.{part}": at(name) for name in ("out", "norm1", "up", "down", "norm2")}
    return shape, state
