"""Fine-tunes the annotator, alone or under teachers. Resumes from RUN/last.pt if it is there; writes RUN/best.pt (averaged weights).

    python -m training.train --data DATA --encoder FOLDER --run RUN [--epochs 14] [--teachers OTHER/best.pt ...]
"""
from __future__ import annotations

import argparse
import copy
import time
from dataclasses import asdict, replace
from pathlib import Path

import torch

from .corpora import read_training
from .data import IGNORE, MAX_TRAIN_WORDS, Encoder, Labels, collect_labels, collect_pool, collect_words
from .distil import distil_loss, load_teachers
from .encoders import Shape, read_encoder
from .evaluate import measure, print_report, torch_predict
from .feed import Source, feed, read_texts, to_device
from .model import Annotator, compute_loss
from .restore import restore
from .wordpiece import WordPiece, read_vocab


# Share of the run in which the learning rates rise.
WARM = 0.06
# Seconds between checkpoints.
SAVE_EVERY = 90


def make_model(labels: Labels, vocab: int, shape: Shape = Shape(), dropout: float = 0.1, head_dropout: float = 0.3) -> Annotator:
    sizes = {task: len(getattr(labels, task)) for task in ("upos", "xpos", "feats", "lemma", "deprel", "names")}
    return Annotator(sizes, vocab, shape, dropout, head_dropout)


def keep_layers(model: Annotator, labels: Labels, kept: list[int]) -> Annotator:
    """A network of some of the layers, in their order; to be trained on."""
    small = make_model(labels, model.pieces.weight.shape[0], replace(model.shape, layers=len(kept)), model.dropout, model.head_dropout)
    state = {k: v for k, v in model.state_dict().items() if not k.startswith("layers.")}
    for new, old in enumerate(kept):
        state |= {f"layers.{new}.{k}": v for k, v in model.layers[old].state_dict().items()}
    for mix in ("tag_mix", "tree_mix"):
        weight = state[f"{mix}.weight"]
        state[f"{mix}.weight"] = torch.cat([weight[:1], weight[[i + 1 for i in kept]]])
    small.load_state_dict(state)
    return small


def load_model(path: Path) -> tuple[Annotator, Labels]:
    saved = torch.load(path, weights_only=True, map_location="cpu")
    labels = Labels(**saved["labels"])
    model = make_model(labels, saved["model"]["pieces.weight"].shape[0], Shape(**saved["shape"]))
    model.load_state_dict(saved["model"])
    return model.eval(), labels


def load_weights(model: Annotator, encoder: dict[str, torch.Tensor]) -> None:
    """The encoder's weights, as many places of them as the network has; heads and case features stay as they are."""
    own = model.state_dict()
    unknown = encoder.keys() - own.keys()
    if unknown:
        raise ValueError(f"the encoder has weights that the network lacks: {', '.join(sorted(unknown)[:3])}")
    model.load_state_dict(own | {k: v[: len(own[k])] for k, v in encoder.items()})


def parameter_groups(model: Annotator, lr: float, head_lr: float, decay: float) -> list[dict]:
    """Lower layers learn more slowly; heads, case features and mixes faster. No decay on biases and norms."""
    groups: dict[tuple[float, float], list] = {}
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
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


def mask_words(inputs: dict[str, torch.Tensor], mask_id: int, share: float) -> tuple[dict[str, torch.Tensor], torch.Tensor]:
    """The inputs with some words hidden ([MASK] for their first and last piece), and which those are."""
    hidden = (torch.rand(inputs["word_mask"].shape, device=inputs["word_mask"].device) < share) & (inputs["word_mask"] == 1)
    ids = inputs["input_ids"]
    for edge in (inputs["word_starts"], inputs["word_ends"]):
        ids = ids.scatter(1, edge, torch.where(hidden, mask_id, ids.gather(1, edge)))
    return inputs | {"input_ids": ids}, hidden


def read_arguments() -> argparse.Namespace:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--data", type=Path, required=True)
    args.add_argument("--encoder", type=Path, required=True, help="folder of a pretrained encoder, BERT's or MPNet's layout (config.json, model.safetensors)")
    args.add_argument("--vocab", type=Path, default=Path("models/vocab.txt"), help="BERT's uncased vocabulary")
    args.add_argument("--run", type=Path, required=True, help="folder for checkpoints")
    args.add_argument("--epochs", type=float, default=7.5)
    args.add_argument("--minutes", type=float, help="end by the clock instead, with the learning rates at zero by then; for a busy machine")
    args.add_argument("--lr", type=float, default=2e-4)
    args.add_argument("--head-lr", type=float, default=1.2e-3)
    args.add_argument("--layer-decay", type=float, default=0.9)
    args.add_argument("--dropout", type=float, default=0.1)
    args.add_argument("--head-dropout", type=float, default=0.3)
    args.add_argument("--pieces", type=int, default=1800, help="wordpieces a batch")
    args.add_argument("--templates", type=int, default=1200, help="made-up sentences an epoch")
    args.add_argument("--average", type=float, default=0.997, help="decay of the moving average of the weights")
    args.add_argument("--mask", type=float, default=0.04, help="share of words hidden from the encoder")
    args.add_argument("--start", type=Path, help="folder of an exported model to go on from, instead of the bare encoder")
    args.add_argument("--layers", type=int, nargs="*", help="which layers of --start to keep, counted from 0, for a smaller model")
    args.add_argument("--teachers", type=Path, nargs="*", default=[], help="checkpoints to learn from beside the gold")
    args.add_argument("--soft", type=float, default=0.6, help="share of the teachers in the loss, the rest is gold")
    args.add_argument("--text", type=Path, nargs="*", default=[], help="with teachers: files of sentences without gold, a line each, words parted by blanks")
    args.add_argument("--mixed", type=int, default=0, help="with teachers: sentences an epoch with words of the same tag changed about")
    args.add_argument("--device", default="cpu")
    args.add_argument("--half", action="store_true", help="bfloat16 in the encoder: for GPUs and CPUs that have it")
    args.add_argument("--workers", type=int, default=0, help="processes that make the coming epochs' batches")
    args.add_argument("--seed", type=int, default=13)
    args.add_argument("--threads", type=int, default=2)
    args.add_argument("--limit-steps", type=int, default=0, help="stop each epoch early, for timing")
    args.add_argument("--unmeasured", action="store_true", help="leave the development sets to training.evaluate")
    a = args.parse_args()
    if (a.text or a.mixed) and not a.teachers:
        args.error("--text and --mixed have no gold, so they want --teachers")
    return a


def begin(a: argparse.Namespace, labels: Labels, vocab: dict[str, int]) -> Annotator:
    """The network before training: the bare encoder under new heads, or a shipped model."""
    if a.start:
        model = make_model(labels, len(vocab), Shape(), a.dropout, a.head_dropout)
        restore(a.start, labels, model)
        return keep_layers(model, labels, a.layers) if a.layers else model
    shape, weights = read_encoder(a.encoder, vocab)
    model = make_model(labels, len(vocab), shape, a.dropout, a.head_dropout)
    load_weights(model, weights)
    return model


def main() -> None:
    a = read_arguments()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    torch.backends.cuda.matmul.allow_tf32 = True
    device = torch.device(a.device)
    a.run.mkdir(parents=True, exist_ok=True)
    opened = time.time()

    corpus = [s for s in read_training(a.data) if len(s.words) <= MAX_TRAIN_WORDS]
    texts = read_texts(a.text, MAX_TRAIN_WORDS)
    labels = collect_labels(corpus)
    pieces = WordPiece(read_vocab(a.vocab))
    encoder = Encoder(pieces, labels)
    last = a.run / "last.pt"
    saved = torch.load(last, weights_only=True, map_location="cpu") if last.exists() else None
    source = Source(corpus, texts, encoder, collect_pool(corpus), collect_words(corpus), a.templates, a.mixed, a.pieces, a.seed)
    epochs = feed(source, saved["epoch"] if saved else 0, a.workers)
    print(f"{len(corpus)} sentences, {sum(len(s.words) for s in corpus)} words, {len(texts)} without gold",
          {k: len(v) for k, v in asdict(labels).items()}, flush=True)

    model = begin(a, labels, pieces.vocab).to(device)
    average = copy.deepcopy(model)
    model.half = a.half
    teachers = load_teachers(a.teachers, labels, device, a.half)
    optimizer = torch.optim.AdamW(parameter_groups(model, a.lr, a.head_lr, a.layer_decay), betas=(0.9, 0.98), eps=1e-8, fused=True)
    epoch, skip, step = 0, 0, 0
    if saved:
        model.load_state_dict(saved["model"])
        average.load_state_dict(saved["average"])
        optimizer.load_state_dict(saved["optimizer"])
        epoch, skip, step, opened = saved["epoch"], saved["batch"], saved["step"], opened - saved["spent"]
        print(f"resumed in epoch {epoch} after batch {skip}", flush=True)

    def save(epoch: int, batch: int) -> None:
        torch.save({"model": average.state_dict(), "labels": asdict(labels), "shape": asdict(model.shape)}, a.run / "best.tmp")
        torch.save({"model": model.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict(),
                    "epoch": epoch, "batch": batch, "step": step, "spent": time.time() - opened}, a.run / "last.tmp")
        for name in ("best", "last"):
            (a.run / f"{name}.tmp").rename(a.run / f"{name}.pt")

    share, kept = 0.0, time.time()
    while share < 1:
        torch.manual_seed(a.seed * 1000 + epoch + 7919 * skip)
        batches = next(epochs)
        model.train()
        began, sums, done = time.time(), {}, 0
        for i, arrays in enumerate(batches[: a.limit_steps or None]):
            share = (time.time() - opened) / 60 / a.minutes if a.minutes else (epoch + i / len(batches)) / a.epochs
            if i < skip or share >= 1:
                continue
            factor = min(share / WARM, (1 - share) / (1 - WARM))
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * max(factor, 0.01)
            plain, targets = (to_device(each, device) for each in arrays)
            inputs, hidden = mask_words(plain, pieces.vocab["[MASK]"], a.mask)
            targets["lemma"] = targets["lemma"].masked_fill(hidden, IGNORE)
            if teachers:
                # A lemma's script hangs on the form's case, which the teachers see as it was written.
                recased = (targets["case"] != plain["case_ids"]).gather(1, plain["word_starts"])
                loss, parts = distil_loss(model, teachers, inputs, plain | {"case_ids": targets["case"]}, targets, hidden | recased, a.soft)
            else:
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
                      " ".join(f"{k} {v.item() / done:.3f}" for k, v in sums.items()), flush=True)
            if time.time() - kept > SAVE_EVERY:
                save(epoch, i + 1)
                kept = time.time()
        print(f"== epoch {epoch} {time.time() - began:.0f}s", flush=True)
        epoch, skip = epoch + 1, 0
        share = share if a.minutes else epoch / a.epochs
    save(epoch, 0)
    if not a.unmeasured:
        print_report(measure(a.data, torch_predict(average), encoder))


if __name__ == "__main__":
    main()
