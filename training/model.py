"""The annotator: an encoder with case features and one head a task. Training only; export.py builds the ONNX graph.

What ships has MiniLM's shape; a teacher may be larger.
"""
from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import nn

from .encoders import Shape
from .wordpiece import CASE_CLASSES

HIDDEN, LAYERS, HEADS = Shape.hidden, Shape.layers, Shape.heads
ARC, LABEL, TAG = 320, 96, 320


class Layer(nn.Module):
    def __init__(self, shape: Shape, dropout: float):
        super().__init__()
        self.shape, self.dropout = shape, dropout
        self.qkv = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.out = nn.Linear(shape.hidden, shape.hidden)
        self.norm1 = nn.LayerNorm(shape.hidden, eps=shape.eps)
        self.up = nn.Linear(shape.hidden, shape.inner)
        self.down = nn.Linear(shape.inner, shape.hidden)
        self.norm2 = nn.LayerNorm(shape.hidden, eps=shape.eps)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        b, s, hidden = x.shape
        q, k, v = self.qkv(x).view(b, s, 3, self.shape.heads, hidden // self.shape.heads).permute(2, 0, 3, 1, 4)
        attended = F.scaled_dot_product_attention(q, k, v, attn_mask=mask if mask.dtype == torch.bool else mask.to(q.dtype))
        attended = self.out(attended.transpose(1, 2).reshape(b, s, hidden))
        x = self.norm1(x + F.dropout(attended, self.dropout, self.training))
        inner = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(inner, self.dropout, self.training))


def relative_buckets(size: int, buckets: int, device: torch.device) -> torch.Tensor:
    """[size, size]: MPNet's bucket of the way from each place to each other, alone up to a quarter of the buckets, then by logarithm."""
    places = torch.arange(size, device=device)
    way = places[None, :] - places[:, None]
    half = buckets // 2
    near, far = half // 2, way.abs()
    log = near + (torch.log(far.float().clamp(min=1) / near) / math.log(128 / near) * (half - near)).long()
    return (way > 0).long() * half + torch.where(far < near, far, log.clamp(max=half - 1))


class Mix(nn.Module):
    """A learned weighted mean of the layers."""

    def __init__(self, layers: int):
        super().__init__()
        self.weight = nn.Parameter(torch.tensor([0.0] * (layers - 1) + [1.0, 2.0]))

    def forward(self, layers: torch.Tensor) -> torch.Tensor:
        return torch.einsum("l,lnh->nh", self.weight.softmax(0), layers)


class Annotator(nn.Module):
    def __init__(self, sizes: dict[str, int], vocab: int, shape: Shape = Shape(), dropout: float = 0.1, head_dropout: float = 0.3):
        super().__init__()
        # Whether the encoder computes in bfloat16; the weights and the heads stay exact.
        self.half = False
        self.sizes, self.shape, self.dropout, self.head_dropout = sizes, shape, dropout, head_dropout
        hidden = shape.hidden
        self.pieces = nn.Embedding(vocab, hidden)
        self.positions = nn.Embedding(512, hidden)
        self.cases = nn.Embedding(len(CASE_CLASSES), hidden)
        nn.init.zeros_(self.cases.weight)
        self.norm = nn.LayerNorm(hidden, eps=shape.eps)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        if shape.relative:
            self.relative = nn.Embedding(shape.relative, shape.heads)
            self.relative.weight.requires_grad_(False)
        self.tag_mix, self.tree_mix = Mix(shape.layers), Mix(shape.layers)
        self.tag_hidden = nn.Linear(hidden, TAG)
        self.tags = nn.ModuleDict({t: nn.Linear(TAG, sizes[t]) for t in ("upos", "xpos", "feats", "lemma")})
        self.names_hidden = nn.Linear(2 * hidden, hidden // 2)
        self.names = nn.Linear(hidden // 2, sizes["names"])
        self.arc_dep, self.arc_head = nn.Linear(hidden, ARC), nn.Linear(hidden, ARC)
        self.label_dep, self.label_head = nn.Linear(hidden, LABEL), nn.Linear(hidden, LABEL)
        self.arc = nn.Parameter(torch.empty(ARC, ARC))
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.label = nn.Parameter(torch.empty(sizes["deprel"], LABEL + 1, LABEL + 1))
        nn.init.normal_(self.arc, std=1 / ARC)
        nn.init.normal_(self.label, std=1 / LABEL)

    def encode(self, inputs: dict[str, torch.Tensor]) -> torch.Tensor:
        ids = inputs["input_ids"]
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]] + self.cases(inputs["case_ids"])
        x = F.dropout(self.norm(x), self.dropout, self.training)
        mask = inputs["attention_mask"][:, None, None, :].bool()
        if self.shape.relative:
            bias = self.relative(relative_buckets(ids.shape[1], self.shape.relative, ids.device)).permute(2, 0, 1)
            mask = bias[None].masked_fill(~mask, -1e4)
        layers = [x]
        for layer in self.layers:
            x = layer(x, mask)
            layers.append(x)
        return torch.stack(layers)

    def forward(self, inputs: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
        """Scores; `words` tensors are padded [B, W, ...], position 0 of the heads is the root ([CLS])."""
        # bfloat16 products: three times as fast on a CPU that has them (AVX512-BF16, AMX), and what a GPU is made for.
        with torch.autocast(inputs["input_ids"].device.type, torch.bfloat16, enabled=self.half):
            layers = self.encode(inputs).float()
        drop = lambda x: F.dropout(x, self.head_dropout, self.training)

        def mixed(mix: Mix) -> tuple[torch.Tensor, torch.Tensor]:
            flat = mix(layers.flatten(1, 2)).view(layers.shape[1:])
            at = lambda places: flat.gather(1, places[:, :, None].expand(-1, -1, flat.shape[2]))
            return (at(inputs["word_starts"]) + at(inputs["word_ends"])) / 2, flat[:, :1]

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
        """[..., L+1] and [..., L+1] -> [..., relations]"""
        left = dep @ self.label.permute(1, 0, 2).reshape(LABEL + 1, -1)
        return torch.einsum("...re,...e->...r", left.unflatten(-1, (-1, LABEL + 1)), head)

    def relation_scores(self, scores: dict[str, torch.Tensor], heads: torch.Tensor) -> torch.Tensor:
        """[B, W, relations] of each word under the given head (column of `arcs`)."""
        at = heads[:, :, None].expand(-1, -1, LABEL + 1)
        return self.label_scores(scores["label_dep"], scores["label_head"].gather(1, at))


TASKS = ("upos", "xpos", "feats", "lemma", "heads", "deprel", "names")
WEIGHTS = {"upos": 0.5, "xpos": 0.4, "feats": 0.4, "lemma": 0.5, "heads": 1.0, "deprel": 1.0, "names": 1.5}


def task_scores(model: Annotator, inputs: dict[str, torch.Tensor], heads: torch.Tensor | None) -> dict[str, torch.Tensor]:
    """Scores by task; relations under `heads`, or under the likeliest heads."""
    scores = model(inputs)
    at = scores["arcs"].argmax(-1) if heads is None else heads
    return {**{t: scores[t] for t in ("upos", "xpos", "feats", "lemma", "names")}, "heads": scores["arcs"],
            "deprel": model.relation_scores(scores, at)}


def gold_loss(task: str, scores: torch.Tensor, gold: torch.Tensor) -> torch.Tensor:
    smooth = 0.02 if task == "deprel" else 0.0
    return F.cross_entropy(scores.flatten(0, 1), gold.flatten(), reduction="sum", label_smoothing=smooth) / (gold >= 0).sum().clamp(min=1)


def compute_loss(model: Annotator, inputs: dict[str, torch.Tensor], targets: dict[str, torch.Tensor]) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
    scores = task_scores(model, inputs, targets["heads"].clamp(min=0))
    losses = {task: gold_loss(task, scores[task], targets[task]) for task in TASKS}
    return sum(WEIGHTS[t] * loss for t, loss in losses.items()), {t: loss.detach() for t, loss in losses.items()}
