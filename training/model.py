"""The annotator: a MiniLM encoder with case features and one head a task. Training only; export.py builds the ONNX graph."""
from __future__ import annotations

import math
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

from .wordpiece import CASE_CLASSES

HIDDEN, LAYERS, HEADS, INNER = 384, 6, 12, 1536
ARC, LABEL, TAG = 320, 96, 320


class Layer(nn.Module):
    def __init__(self, dropout: float):
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        b, s, _ = x.shape
        q, k, v = self.qkv(x).view(b, s, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        attended = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        attended = self.out(attended.transpose(1, 2).reshape(b, s, HIDDEN))
        x = self.norm1(x + F.dropout(attended, self.dropout, self.training))
        inner = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(inner, self.dropout, self.training))


class Mix(nn.Module):
    """A learned weighted mean of the layers."""

    def __init__(self, layers: int):
        super().__init__()
        self.weight = nn.Parameter(torch.tensor([0.0] * (layers - 1) + [1.0, 2.0]))

    def forward(self, layers: torch.Tensor) -> torch.Tensor:
        return torch.einsum("l,lnh->nh", self.weight.softmax(0), layers)


class Annotator(nn.Module):
    def __init__(self, sizes: dict[str, int], vocab: int, layers: int = LAYERS, dropout: float = 0.1, head_dropout: float = 0.3):
        super().__init__()
        self.half = False
        self.sizes, self.dropout, self.head_dropout = sizes, dropout, head_dropout
        self.pieces = nn.Embedding(vocab, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.cases = nn.Embedding(len(CASE_CLASSES), HIDDEN)
        nn.init.zeros_(self.cases.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.tag_mix, self.tree_mix = Mix(layers), Mix(layers)
        self.tag_hidden = nn.Linear(HIDDEN, TAG)
        self.tags = nn.ModuleDict({t: nn.Linear(TAG, sizes[t]) for t in ("upos", "xpos", "feats", "lemma")})
        self.names_hidden = nn.Linear(2 * HIDDEN, HIDDEN // 2)
        self.names = nn.Linear(HIDDEN // 2, sizes["names"])
        self.arc_dep, self.arc_head = nn.Linear(HIDDEN, ARC), nn.Linear(HIDDEN, ARC)
        self.label_dep, self.label_head = nn.Linear(HIDDEN, LABEL), nn.Linear(HIDDEN, LABEL)
        self.arc = nn.Parameter(torch.empty(ARC, ARC))
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.label = nn.Parameter(torch.empty(sizes["deprel"], LABEL + 1, LABEL + 1))
        nn.init.normal_(self.arc, std=1 / ARC)
        nn.init.normal_(self.label, std=1 / LABEL)

    def load_encoder(self, folder: Path) -> None:
        w = load_file(folder / "model.safetensors")
        copy = lambda target, value: target.data.copy_(value)
        copy(self.pieces.weight, w["embeddings.word_embeddings.weight"])
        copy(self.positions.weight, w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0])
        copy(self.norm.weight, w["embeddings.LayerNorm.weight"])
        copy(self.norm.bias, w["embeddings.LayerNorm.bias"])
        for i, layer in enumerate(self.layers):
            name = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                copy(getattr(layer.qkv, part), torch.cat([w[f"{name}attention.self.{x}.{part}"] for x in ("query", "key", "value")]))
                for ours, theirs in ((layer.out, "attention.output.dense"), (layer.norm1, "attention.output.LayerNorm"),
                                     (layer.up, "intermediate.dense"), (layer.down, "output.dense"), (layer.norm2, "output.LayerNorm")):
                    copy(getattr(ours, part), w[f"{name}{theirs}.{part}"])

    def encode(self, inputs: dict[str, torch.Tensor]) -> torch.Tensor:
        ids = inputs["input_ids"]
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]] + self.cases(inputs["case_ids"])
        x = F.dropout(self.norm(x), self.dropout, self.training)
        mask = inputs["attention_mask"][:, None, None, :].bool()
        layers = [x]
        for layer in self.layers:
            x = layer(x, mask)
            layers.append(x)
        return torch.stack(layers)

    def forward(self, inputs: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
        """Scores; `words` tensors are padded [B, W, ...], position 0 of the heads is the root ([CLS])."""
        # On a CPU with bfloat16 products (AVX512-BF16, AMX) the encoder trains three times as fast; the heads stay exact.
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training and self.half):
            layers = self.encode(inputs).float()
        rows = torch.arange(layers.shape[1])[:, None]
        drop = lambda x: F.dropout(x, self.head_dropout, self.training)

        def mixed(mix: Mix) -> tuple[torch.Tensor, torch.Tensor]:
            flat = mix(layers.flatten(1, 2)).view(layers.shape[1:])
            return (flat[rows, inputs["word_starts"]] + flat[rows, inputs["word_ends"]]) / 2, flat[:, :1]

        tag_words, _ = mixed(self.tag_mix)
        words, root = mixed(self.tree_mix)
        hidden = drop(F.gelu(self.tag_hidden(drop(tag_words))))
        scores = {task: head(hidden) for task, head in self.tags.items()}
        scores["names"] = self.names(drop(F.gelu(self.names_hidden(drop(torch.cat([words, tag_words], 2))))))
        dropped, heads = drop(words), drop(torch.cat([root, words], 1))
        arc_dep, arc_head = drop(F.gelu(self.arc_dep(dropped))), drop(F.gelu(self.arc_head(heads)))
        arcs = (arc_dep @ self.arc + self.arc_bias) @ arc_head.transpose(1, 2)
        columns = torch.cat([torch.ones_like(inputs["word_mask"][:, :1]), inputs["word_mask"]], 1)
        scores["arcs"] = arcs.masked_fill(columns[:, None, :] == 0, -1e4)
        ones = lambda x: torch.cat([x, torch.ones_like(x[..., :1])], -1)
        scores["label_dep"] = ones(drop(F.gelu(self.label_dep(dropped))))
        scores["label_head"] = ones(drop(F.gelu(self.label_head(heads))))
        scores["words"] = words
        return scores

    def label_scores(self, dep: torch.Tensor, head: torch.Tensor) -> torch.Tensor:
        """[n, L+1] and [n, L+1] -> [n, relations]"""
        left = dep @ self.label.permute(1, 0, 2).reshape(LABEL + 1, -1)
        return torch.einsum("nre,ne->nr", left.view(len(dep), -1, LABEL + 1), head)


WEIGHTS = {"upos": 0.5, "xpos": 0.4, "feats": 0.4, "lemma": 0.5, "heads": 1.0, "deprel": 1.0, "names": 1.5}


def compute_loss(model: Annotator, inputs: dict[str, torch.Tensor], targets: dict[str, torch.Tensor]) -> tuple[torch.Tensor, dict[str, float]]:
    scores = model(inputs)
    losses: dict[str, torch.Tensor] = {}
    for task in ("upos", "xpos", "feats", "lemma"):
        losses[task] = mean_loss(scores[task], targets[task])
    losses["heads"] = mean_loss(scores["arcs"], targets["heads"])
    row, col = (targets["deprel"] >= 0).nonzero(as_tuple=True)
    if len(row):
        relation = model.label_scores(scores["label_dep"][row, col], scores["label_head"][row, targets["heads"][row, col]])
        losses["deprel"] = F.cross_entropy(relation, targets["deprel"][row, col], label_smoothing=0.02)
    losses["names"] = mean_loss(scores["names"], targets["names"])
    total = sum(WEIGHTS[t] * loss for t, loss in losses.items())
    return total, {t: loss.item() for t, loss in losses.items()}


def mean_loss(scores: torch.Tensor, gold: torch.Tensor) -> torch.Tensor:
    known = gold >= 0
    return F.cross_entropy(scores[known], gold[known], reduction="sum") / max(1, int(known.sum()))
