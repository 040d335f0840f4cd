"""Fine-tunes the annotator on a CPU. Resumes from RUN/last.pt if it is there; writes RUN/best.pt (averaged weights).

    python -m training.train --data DATA --encoder FOLDER --run RUN [--epochs 14]
"""
from __future__ import annotations

import argparse
import copy
import random
import time
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch

from .corpora import Sentence, read_training
from .data import IGNORE, MAX_TRAIN_WORDS, Encoder, Labels, NamePool, add_noise, collect_labels, collect_pool, make_batches
from .evaluate import measure, print_report, torch_predict
from .model import LAYERS, Annotator, compute_loss
from .restore import restore
from .templates import make_sentence
from .wordpiece import WordPiece, read_vocab


# Share of the run in which the learning rates rise.
WARM = 0.06


def make_model(labels: Labels, vocab: int, layers: int = LAYERS) -> Annotator:
    sizes = {task: len(getattr(labels, task)) for task in ("upos", "xpos", "feats", "lemma", "deprel", "names")}
    return Annotator(sizes, vocab, layers)


def keep_layers(model: Annotator, labels: Labels, kept: list[int]) -> Annotator:
    """A network of some of the layers, in their order; to be trained on."""
    small = make_model(labels, model.pieces.weight.shape[0], len(kept))
    state = {k: v for k, v in model.state_dict().items() if not k.startswith("layers.")}
    for new, old in enumerate(kept):
        state |= {f"layers.{new}.{k}": v for k, v in model.layers[old].state_dict().items()}
    for mix in ("tag_mix", "tree_mix"):
        weight = state[f"{mix}.weight"]
        state[f"{mix}.weight"] = torch.cat([weight[:1], weight[[i + 1 for i in kept]]])
    small.load_state_dict(state)
    return small


def load_model(path: Path) -> tuple[Annotator, Labels]:
    saved = torch.load(path, weights_only=True)
    labels = Labels(**saved["labels"])
    model = make_model(labels, saved["model"]["pieces.weight"].shape[0], len(saved["model"]["tree_mix.weight"]) - 1)
    model.load_state_dict(saved["model"])
    return model.eval(), labels


def parameter_groups(model: Annotator, lr: float, head_lr: float, decay: float) -> list[dict]:
    """Lower layers learn more slowly; heads, case features and mixes faster. No decay on biases and norms."""
    groups: dict[tuple[float, float], list] = {}
    for name, parameter in model.named_parameters():
        if name.startswith("layers."):
            rate = lr * decay ** (len(model.layers) - 1 - int(name.split(".")[1]))
        elif name.startswith(("pieces.", "positions.", "norm.")):
            rate = lr * decay ** len(model.layers)
        elif name.endswith("mix.weight"):
            rate = head_lr * 5
        else:
            rate = head_lr
        groups.setdefault((rate, 0.01 if parameter.dim() > 1 else 0.0), []).append(parameter)
    return [{"params": p, "lr": rate, "peak": rate, "weight_decay": wd} for (rate, wd), p in groups.items()]


def epoch_sentences(corpus: list[Sentence], pool: NamePool, templates: int, rng: random.Random) -> list[Sentence]:
    made = [make_sentence(rng) for _ in range(templates)]
    extra = [Sentence(words=w, source="templates", names=list(t)) for w, t in made]
    return [add_noise(s, rng, pool) for s in [*corpus, *extra]]


def mask_words(inputs: dict[str, torch.Tensor], targets: dict[str, torch.Tensor], mask_id: int, share: float) -> None:
    """Hides some words ([MASK] for their first and last piece); a hidden word has no lemma to learn."""
    hidden = (torch.rand(inputs["word_mask"].shape) < share) & (inputs["word_mask"] == 1)
    rows, columns = hidden.nonzero(as_tuple=True)
    for edge in ("word_starts", "word_ends"):
        inputs["input_ids"][rows, inputs[edge][rows, columns]] = mask_id
    targets["lemma"][hidden] = IGNORE


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--data", type=Path, required=True)
    args.add_argument("--encoder", type=Path, required=True, help="folder of all-MiniLM-L6-v2 (model.safetensors, vocab.txt)")
    args.add_argument("--run", type=Path, required=True, help="folder for checkpoints")
    args.add_argument("--epochs", type=float, default=7.5)
    args.add_argument("--minutes", type=float, help="end by the clock instead, with the learning rates at zero by then; for a busy machine")
    args.add_argument("--lr", type=float, default=2e-4)
    args.add_argument("--head-lr", type=float, default=1.2e-3)
    args.add_argument("--layer-decay", type=float, default=0.9)
    args.add_argument("--pieces", type=int, default=1800, help="wordpieces a batch")
    args.add_argument("--templates", type=int, default=1200, help="made-up sentences an epoch")
    args.add_argument("--average", type=float, default=0.997, help="decay of the moving average of the weights")
    args.add_argument("--mask", type=float, default=0.04, help="share of words hidden from the encoder")
    args.add_argument("--start", type=Path, help="folder of an exported model to go on from, instead of the bare encoder")
    args.add_argument("--layers", type=int, nargs="*", help="which layers of --start to keep, counted from 0, for a smaller model")
    args.add_argument("--half", action="store_true", help="bfloat16 in the encoder: for CPUs that have it")
    args.add_argument("--seed", type=int, default=13)
    args.add_argument("--threads", type=int, default=2)
    args.add_argument("--limit-steps", type=int, default=0, help="stop each epoch early, for timing")
    a = args.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    a.run.mkdir(parents=True, exist_ok=True)

    corpus = [s for s in read_training(a.data) if len(s.words) <= MAX_TRAIN_WORDS]
    labels, pool = collect_labels(corpus), collect_pool(corpus)
    pieces = WordPiece(read_vocab(a.encoder / "vocab.txt"))
    encoder = Encoder(pieces, labels)
    model = make_model(labels, len(pieces.vocab))
    if a.start:
        restore(a.start, labels, model)
        if a.layers:
            model = keep_layers(model, labels, a.layers)
    else:
        model.load_encoder(a.encoder)
    model.half = a.half
    average = copy.deepcopy(model)
    optimizer = torch.optim.AdamW(parameter_groups(model, a.lr, a.head_lr, a.layer_decay), betas=(0.9, 0.98), eps=1e-8, fused=True)
    start, skip, step, spent = 0, 0, 0, 0.0
    if (a.run / "last.pt").exists():
        saved = torch.load(a.run / "last.pt", weights_only=True)
        model.load_state_dict(saved["model"])
        average.load_state_dict(saved["average"])
        optimizer.load_state_dict(saved["optimizer"])
        start, skip, step, spent = saved["epoch"], saved["batch"], saved["step"], saved["spent"]
        print(f"resumed in epoch {start} after batch {skip}", flush=True)
    print(f"{len(corpus)} sentences, {sum(len(s.words) for s in corpus)} words", {k: len(v) for k, v in asdict(labels).items()}, flush=True)

    opened = time.time() - spent

    def save(epoch: int, batch: int) -> None:
        torch.save({"model": average.state_dict(), "labels": asdict(labels)}, a.run / "best.pt")
        torch.save({"model": model.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict(),
                    "epoch": epoch, "batch": batch, "step": step, "spent": time.time() - opened}, a.run / "last.tmp")
        (a.run / "last.tmp").rename(a.run / "last.pt")

    epoch, share = start, 0.0
    while share < 1:
        rng = random.Random(a.seed * 1000 + epoch)
        torch.manual_seed(a.seed * 1000 + epoch + 7919 * skip)
        batches = make_batches(epoch_sentences(corpus, pool, a.templates, rng), encoder, a.pieces, rng)
        model.train()
        began, sums, done = time.time(), {}, 0
        for i, sentences in enumerate(batches[: a.limit_steps or None]):
            share = (time.time() - opened) / 60 / a.minutes if a.minutes else (epoch + i / len(batches)) / a.epochs
            if i < skip or share >= 1:
                continue
            factor = min(share / WARM, (1 - share) / (1 - WARM))
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * max(factor, 0.01)
            inputs, targets = encoder.batch(sentences)
            mask_words(inputs, targets, pieces.vocab["[MASK]"], a.mask)
            loss, parts = compute_loss(model, inputs, targets)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
            step += 1
            weight = min(a.average, (1 + step) / (10 + step))
            with torch.no_grad():
                torch._foreach_lerp_(list(average.parameters()), list(model.parameters()), 1 - weight)
            for key, value in parts.items():
                sums[key] = sums.get(key, 0.0) + value
            done += 1
            if i % 25 == 24:
                print(f"epoch {epoch} step {i + 1}/{len(batches)} {time.time() - began:.0f}s",
                      " ".join(f"{k} {v / done:.3f}" for k, v in sums.items()), flush=True)
            if i % 100 == 99:
                save(epoch, i + 1)
        print(f"== epoch {epoch} {time.time() - began:.0f}s", flush=True)
        epoch, skip = epoch + 1, 0
        share = share if a.minutes else epoch / a.epochs
        save(epoch, 0)
    print_report(measure(a.data, torch_predict(average), encoder))


if __name__ == "__main__":
    main()
