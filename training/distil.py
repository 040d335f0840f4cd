"""Teachers: trained annotators, often larger ones, whose mean opinion of each word a student learns beside the gold.

A teacher sees the sentence in its own case and with no word hidden, whatever the student sees.
"""
from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F

from .data import Labels
from .model import TASKS, WEIGHTS, Annotator, gold_loss, task_scores


class Teachers:
    def __init__(self, models: list[Annotator]):
        self.models = models

    @torch.no_grad()
    def opinion(self, inputs: dict[str, torch.Tensor], gold_heads: torch.Tensor) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
        """The heads under which relations are asked for (gold where known, else the teachers'), and mean probabilities by task."""
        scores = [model(inputs) for model in self.models]
        mean = lambda values: torch.stack([v.softmax(-1) for v in values]).mean(0)
        soft = {t: mean([s[t] for s in scores]) for t in ("upos", "xpos", "feats", "lemma", "names")}
        soft["heads"] = mean([s["arcs"] for s in scores])
        heads = torch.where(gold_heads >= 0, gold_heads, soft["heads"].argmax(-1))
        soft["deprel"] = mean([m.relation_scores(s, heads) for m, s in zip(self.models, scores)])
        return heads, soft


def load_teachers(paths: list[Path], labels: Labels, device: torch.device, half: bool) -> Teachers | None:
    from .train import load_model

    models = []
    for path in paths:
        model, theirs = load_model(path)
        if theirs != labels:
            raise ValueError(f"{path}: a teacher with other labels than the student's; train it on the same data")
        model.half = half
        models.append(model.requires_grad_(False).to(device))
    return Teachers(models) if models else None


def distil_loss(student: Annotator, teachers: Teachers, inputs: dict[str, torch.Tensor], plain: dict[str, torch.Tensor],
                targets: dict[str, torch.Tensor], unclear: torch.Tensor, share: float) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
    """`share` of the teachers' opinion on `plain`, the rest gold where there is some; at `unclear` words the teachers' lemma is not asked."""
    heads, soft = teachers.opinion(plain, targets["heads"])
    scores = task_scores(student, inputs, heads)
    words = inputs["word_mask"].float()
    total, parts = 0.0, {}
    for task in TASKS:
        asked = words * (~unclear).float() if task == "lemma" else words
        gap = F.kl_div(scores[task].log_softmax(-1), soft[task], reduction="none").sum(-1)
        gap = (gap * asked).sum() / asked.sum().clamp(min=1)
        gold = gold_loss(task, scores[task], targets[task])
        total = total + WEIGHTS[task] * (share * gap + (1 - share) * gold)
        parts[task] = gap.detach()
    return total, parts
